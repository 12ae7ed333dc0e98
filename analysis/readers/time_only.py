"""Times alone on their lines, with speech below and no names: exports that leave the names out."""

from __future__ import annotations

import re

from analysis.readers.bodies import headed, lines_of
from analysis.readers.headers import Header, bare, steady
from analysis.readers.timed import TIME, seconds

_TIME = re.compile(rf"[\[(]?(?P<s>{TIME})[\])]?")
_LEAST = 3


def find(lines: list[str]) -> list[Header]:
    """Find the times of a file.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.

    Returns
    -------
    list of Header
        Without names, in the order of the file; none where they are few beside the other lines.
    """
    short = ((index, _TIME.fullmatch(bare(line))) for index, line in enumerate(lines) if 3 < len(line) < 24)
    found = [Header(index, None, seconds(match["s"]), written=match["s"]) for index, match in short if match]
    return found if len(found) >= _LEAST and len(found) * 6 >= sum(map(bool, lines)) else []


def score(heads: str) -> int:
    """Count the times of a text.

    Parameters
    ----------
    heads : str
        The `heads` of a file.

    Returns
    -------
    int
        One for each, for any name in the file counts for more; 0 where they go back.
    """
    found = find(lines_of(heads))
    return len(found) if len(steady(found)) == len(found) else 0


FORMAT = headed("time_only", find, score)
