"""What one family of formats offers to the registry, and what its reader hands back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from analysis.readers.asides import BLANKS, LONGEST
from analysis.transcript import Dropped, Remark, Turn, Unowned

WEIGHT = 3  # of a line with the shape of a timed header, against one for a `姓名：` that speech may hold as well
CERTAIN = 1_000_000  # of what only one format has
SNIFFED = 200_000  # characters of a file


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
        The first lines, `SNIFFED` characters in all, without outer blanks; of a long line the beginning and the last
        character.
    """
    lines = (line.strip(BLANKS) for line in text[:SNIFFED].split("\n"))
    return "\n".join(line if len(line) <= LONGEST else line[: LONGEST - 1] + line[-1] for line in lines)


@dataclass(frozen=True)
class Format:
    """One format: `score` counts its signs in the `heads` of a text (0 = not this one), `read` reads the text."""

    name: str
    score: Callable[[str], int]
    read: Callable[[str], Parsed]
