"""Work in a thread: it ends well, fails with a reason, or stops when it is told to."""

import threading
from pathlib import Path

import pytest

from analysis import jobs
from analysis.errors import AnalysisError

WAIT_S = 20


def ended(job):
    for _ in range(WAIT_S * 100):
        if job.ended:
            return job
        threading.Event().wait(0.01)
    raise TimeoutError(job.state)


def test_done():
    job = ended(jobs.start(lambda report: report("ledger", 0.5) or Path("made"), title="春"))
    assert (job.title, job.state, job.share, job.folder, job.problem) == ("春", "done", 1.0, Path("made"), None)


def test_progress_is_seen_from_outside_and_work_stops_at_its_next_step():
    seen, go = threading.Event(), threading.Event()

    def work(report):
        report("ledger", 0.5)
        seen.set()
        go.wait(WAIT_S)
        report("topics", 0)
        return Path("made")

    job = jobs.start(work, title="春")
    assert seen.wait(WAIT_S)
    assert (job.state, job.stage, job.share) == ("running", "ledger", 0.475)
    waiting = jobs.start(lambda _: Path("other"), title="夏")
    third = jobs.start(lambda _: Path("third"), title="秋")
    third.stop()
    assert ended(third).state == "stopped"
    assert waiting.state == "waiting"
    job.stop()
    go.set()
    assert (ended(job).state, job.folder) == ("stopped", None)
    assert (ended(waiting).state, waiting.folder) == ("done", Path("other"))


@pytest.mark.parametrize(
    ("fault", "code"), [(AnalysisError("empty", where="a.txt"), "empty"), (ZeroDivisionError("x"), "unexpected")]
)
def test_failed_says_why(fault, code):
    def work(_report):
        raise fault

    job = ended(jobs.start(work, title="春"))
    assert (job.state, job.problem.code) == ("failed", code)
    assert ended(jobs.start(lambda _: Path("next"), title="夏")).state == "done"
