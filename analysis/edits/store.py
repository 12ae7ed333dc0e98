"""`edits.json` on disk: read whole, added to under a lock, replaced in one step."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from analysis.edits.anchors import FINDERS
from analysis.edits.log import FILE, Edit, Log, Reversal, clean, from_json, new_edit, new_reversal, to_json
from analysis.edits.overlay import NAMED, decide
from analysis.errors import AnalysisError
from analysis.workshop import Workshop

WAIT_S = 20  # for another process that writes; one takes milliseconds


def edits_stamp(folder: Path) -> tuple[int, ...]:
    """Give numbers that change when something is decided.

    Parameters
    ----------
    folder : Path
        A workshop's folder.

    Returns
    -------
    tuple of int
        Empty where nothing was ever decided, or the file cannot be reached: reading it says why.
    """
    try:
        file = (folder / FILE).stat()
    except OSError:
        return ()
    return file.st_mtime_ns, file.st_size, file.st_ino


def read_log(folder: Path) -> Log:
    """Read what was decided about a workshop.

    Parameters
    ----------
    folder : Path
        A workshop's folder.

    Returns
    -------
    Log
        Empty where nothing was.

    Raises
    ------
    AnalysisError
        `edits_newer` or `edits_damaged`; the file is left as it is.
    """
    try:
        return from_json((folder / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Log()
    except (OSError, UnicodeDecodeError) as problem:
        raise AnalysisError("edits_damaged", where=FILE, number=0) from problem


def change_name(folder: Path, workshop: Workshop, kind: str, row: int, name: str) -> None:
    """Give a topic or a chapter a name.

    Parameters
    ----------
    folder : Path
        The workshop's folder.
    workshop : Workshop
        The tables in which `row` was seen, as the machine made them.
    kind : str
        A key of `NAMED`.
    row : int
        The topic's or the chapter's id.
    name : str
        What was typed; nothing, or the machine's own, takes the machine's. The name it has already changes nothing.

    Raises
    ------
    AnalysisError
        `edits_newer`, `edits_damaged`, `edits_busy` or `write_failed`; then nothing is changed.
    """
    table, key, column = NAMED[kind]
    rows = workshop.tables[table]
    machine = rows.set_index(key)[column][row]
    after = None if clean(name) in ("", clean(machine)) else clean(name)

    def edit(log: Log) -> Edit | None:
        decided = decide(workshop, log)
        mark = decided.marks.get((kind, row))
        if after == (mark.edit.after if mark else None):
            return None
        before = mark.edit.after if mark else clean(machine)
        anchor = FINDERS[kind](workshop.tables).anchor(row)
        return new_edit(kind, anchor, chain=decided.chains.get((kind, row)), before=before, after=after)

    _add(folder, edit)


def undo(folder: Path, edit: str) -> None:
    """Take an edit back; one that is undone already stays so.

    Parameters
    ----------
    folder : Path
        The workshop's folder.
    edit : str
        The id of the edit.

    Raises
    ------
    AnalysisError
        As `change_name`.
    """
    _add(folder, lambda log: None if edit in log.undone else new_reversal("undo", edit))


def redo(folder: Path, edit: str) -> None:
    """Do an edit again that was undone.

    Parameters
    ----------
    folder : Path
        The workshop's folder.
    edit : str
        The id of the edit.

    Raises
    ------
    AnalysisError
        As `change_name`.
    """
    _add(folder, lambda log: new_reversal("redo", edit) if edit in log.undone else None)


@contextmanager
def edits_locked(folder: Path) -> Iterator[None]:
    """Keep every other process and session from deciding anything about a workshop.

    The lock stands beside the folder, for a build puts another folder in its place; the system frees it when its
    holder ends, however that happens.

    Parameters
    ----------
    folder : Path
        The workshop's folder.

    Yields
    ------
    None
        While the lock is held.

    Raises
    ------
    AnalysisError
        `edits_busy` when it was not free within `WAIT_S` seconds.
    OSError
        When it cannot be written beside the folder.
    """
    lock = FileLock(folder.with_name(f".{folder.name}.lock"))
    try:
        lock.acquire(timeout=WAIT_S, poll_interval=0.01)
    except Timeout as problem:
        raise AnalysisError("edits_busy", where=FILE) from problem
    try:
        yield
    finally:
        lock.release()


def _add(folder: Path, make: Callable[[Log], Edit | Reversal | None]) -> None:
    """Add the entry that is made from the newest log, or none."""
    try:
        with edits_locked(folder):
            log = read_log(folder)
            entry = make(log)
            if entry is not None:
                _write(folder, to_json(Log((*log.entries, entry))))
    except OSError as problem:
        raise AnalysisError("write_failed", where=FILE, reason=problem.strerror or str(problem)) from problem


def _write(folder: Path, text: str) -> None:
    """Put the file in the place of the older one when all of it is on the disk; an interruption leaves the older."""
    aside = folder / f".{FILE}.new"
    with aside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, folder / FILE)
    if os.name == "posix":  # the new name too must be on the disk
        directory = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)
