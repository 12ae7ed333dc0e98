"""The drafts of this session: transcripts that were dropped in and are not analysed yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from analysis import archive
from analysis.drafts import Draft, draft_of
from analysis.errors import AnalysisError
from pages.shared import state


@dataclass(frozen=True)
class Given:
    """One file as it was given, and what became of it: a draft, a packed workshop, or a problem."""

    number: int
    file: str
    data: bytes
    draft: Draft | None = None
    packed: archive.Label | None = None
    problem: AnalysisError | None = None


def every() -> dict[int, Given]:
    """Give all files of the session by number, in the order in which they came."""
    return state.held("given", dict)


def take(data: bytes, file: str) -> None:
    """Read a file and keep what was found; the newest is shown."""
    number = next(state.held("given_numbers", count))
    every()[number] = _read(Given(number, file, data))
    state.hold("given_shown", number)


def _read(given: Given, format: str | None = None) -> Given:
    whole = Given(given.number, given.file, given.data)
    try:
        if archive.is_archive(given.data):
            return _with(whole, packed=archive.label(given.data))
        return _with(whole, draft=draft_of(given.data, given.file, format=format))
    except AnalysisError as problem:
        named = AnalysisError(problem.code, where=problem.where or given.file, **problem.values)
        return _with(whole, problem=named)


def _with(given: Given, **found: object) -> Given:
    return Given(**{**vars(given), **found})


def shown() -> Given | None:
    """Give the file that is shown: the one chosen, or the last."""
    files = every()
    return files.get(state.held("given_shown", int), next(reversed(files.values()), None)) if files else None


def show(number: int) -> None:
    """Show another file."""
    state.hold("given_shown", number)


def drop(number: int) -> None:
    """Put a file away."""
    every().pop(number, None)


def change(number: int, do: Callable[[Draft], Draft]) -> None:
    """Decide something about a draft; one that has just been put away is not asked for any more."""
    given = every().get(number)
    if given and given.draft:
        every()[number] = _with(given, draft=do(given.draft), problem=None)


def read_as(number: int, format: str | None, again: Callable[[Draft, str | None], Draft]) -> None:
    """Read a file as another format; when that fails the draft stands as it was, and why is kept beside it."""
    given = every().get(number)
    if given is None:
        return
    if given.draft is None:
        every()[number] = _read(given, format)
        return
    try:
        every()[number] = _with(given, draft=again(given.draft, format), problem=None)
    except AnalysisError as problem:
        every()[number] = _with(given, problem=problem)


def fail(number: int, problem: AnalysisError) -> None:
    """Keep with a file why something could not be done with it."""
    every()[number] = _with(every()[number], problem=problem)
