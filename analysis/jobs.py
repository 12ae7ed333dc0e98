"""Long work beside the pages: one analysis at a time, watched from anywhere, stopped between two steps."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from analysis.errors import AnalysisError
from analysis.progress import Report, done_share

_ONE = threading.Lock()  # two analyses at once would take each other's time and memory
_LOOK_S = 0.2


class StopError(Exception):
    """The work was told to stop."""


@dataclass  # not frozen: a thread writes it, pages read it
class Job:
    """One analysis; `state` is `waiting`, `running`, `done`, `failed` or `stopped`.

    `stage` is a key of `analysis.progress.STAGES`, `share` (0-1) is how much of the whole is done. `problem` is why it
    failed, `folder` what it made.
    """

    title: str
    state: str = "waiting"
    stage: str = "read"
    share: float = 0.0
    folder: Path | None = None
    problem: AnalysisError | None = None
    told_to_stop: threading.Event = field(default_factory=threading.Event)

    @property
    def ended(self) -> bool:
        """The answer to whether nothing more will happen."""
        return self.state in ("done", "failed", "stopped")

    def report(self, stage: str, share: float) -> None:
        """Take down how far the work is; end it when it was told to stop.

        Parameters
        ----------
        stage : str
            A key of `STAGES`.
        share : float
            How much of that stage is done, 0-1.

        Raises
        ------
        StopError
            When the work was told to stop.
        """
        if self.told_to_stop.is_set():
            raise StopError
        self.stage, self.share = stage, done_share(stage, share)

    def stop(self) -> None:
        """Tell the work to stop; it does so at its next step."""
        self.told_to_stop.set()


def start(work: Callable[[Report], Path], *, title: str) -> Job:
    """Start work in a thread of its own.

    Parameters
    ----------
    work : callable
        Takes a `Report`, gives the workshop's folder; changes nothing unless it comes to its end.
    title : str
        What to call it.

    Returns
    -------
    Job
        To be watched.
    """
    job = Job(title)
    threading.Thread(target=_run, args=(job, work), daemon=True).start()
    return job


def _run(job: Job, work: Callable[[Report], Path]) -> None:
    while not _ONE.acquire(timeout=_LOOK_S):
        if job.told_to_stop.is_set():
            job.state = "stopped"
            return
    try:
        job.state = "running"
        job.report("read", 0)
        job.folder = work(job.report)
        job.share, job.state = 1.0, "done"
    except StopError:
        job.state = "stopped"
    except AnalysisError as problem:
        job.problem, job.state = problem, "failed"
    except Exception as problem:  # a fault of the program must not end a thread in silence
        reason = " ".join(f"{type(problem).__name__}: {problem}".split())
        job.problem, job.state = AnalysisError("unexpected", reason=reason), "failed"
    finally:
        _ONE.release()
