"""What one family of formats offers to the registry, and what its reader hands back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from analysis.readers.asides import BLANKS, LONGEST
from analysis.transcript import Dropped, Remark, Turn, Unowned

CERTAIN = 1_000_000  # of what only one format has


@dataclass(frozen=True)
class Parsed:
    """One text as read: each of its lines is in exactly one turn, unowned or dropped."""

    turns: tuple[Turn, ...]
    unowned: tuple[Unowned, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[Remark, ...] = ()
    title: str | None = None


def heads(text: str) -> str:
    """Shorten a text to what sniffing needs, so that no pattern meets a long line.

    Parameters
    ----------
    text : str
        A decoded file.

    Returns
    -------
    str
        Its lines without outer blanks, none of them empty; of a long line the beginning and the last character.
    """
    lines = (line.strip(BLANKS) for line in text.split("\n"))
    return "\n".join(line if len(line) <= LONGEST else line[: LONGEST - 1] + line[-1] for line in lines if line)


@dataclass(frozen=True)
class Format:
    """One format: `score` counts its signs in the `heads` of a text (0 = not this one), `read` reads the text."""

    name: str
    score: Callable[[str], int]
    read: Callable[[str], Parsed]
