"""What a reader hands on: turns as the file has them, and what became of every other line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Turn:
    r"""One header, cue or row of the source, unmerged.

    `text` is verbatim, outer blanks stripped, its paragraphs joined by `\n`; `lines[i]` is the 1-based source line of
    the i-th paragraph. `line` is the line of the header. `start` and `end` are seconds from the start, or None.
    """

    speaker: str
    text: str
    line: int
    lines: tuple[int, ...]
    affiliation: str | None = None
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True)
class Unowned:
    """A line that is kept but belongs to no speaker; `kind`: title, meta, caption, note or text."""

    line: int
    kind: str
    text: str


@dataclass(frozen=True)
class Dropped:
    """A line that carries nothing; `reason` is a word such as blank."""

    line: int
    reason: str


@dataclass(frozen=True)
class Transcript:
    """One file as read: every input line is in exactly one turn, unowned or dropped."""

    format: str
    encoding: str
    turns: tuple[Turn, ...]
    unowned: tuple[Unowned, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[str, ...] = ()
    title: str | None = None
    runner_up: str | None = None
