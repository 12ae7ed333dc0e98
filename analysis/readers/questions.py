"""Notes of an interview: 问：/答：, or Q1:/A:."""

from __future__ import annotations

import re

from analysis.readers.bodies import headed, lines_of
from analysis.readers.headers import BOLD, Header, bare, behind

_LABEL = re.compile(rf"{BOLD}(?P<n>[问答問][甲乙丙丁]?|[QAqa])[ \t]?\d{{0,3}}{BOLD}[ \t]{{0,4}}[:：.、．]")
_ASKS, _ANSWERS = "问問Qq", "答Aa"
_LEAST = 4


def find(lines: list[str]) -> list[Header]:
    """Find the questions and the answers of a file.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.

    Returns
    -------
    list of Header
        At least four, with both sides among them, in the order of the file; or none. Q1 and Q2 are one speaker, Q.
    """
    found = []
    for index, line in enumerate(lines):
        shown = bare(line)
        match = _LABEL.match(shown)
        if match:
            found.append(Header(index, match["n"], text=behind(shown, match.end())))
    sides = {header.speaker[0] for header in found}
    return found if len(found) >= _LEAST and sides & set(_ASKS) and sides & set(_ANSWERS) else []


def score(heads: str) -> int:
    """Count the labels of a text.

    Parameters
    ----------
    heads : str
        The `heads` of a file.

    Returns
    -------
    int
        One for each, and two: proceedings, which read these labels too, are better only where others stand beside.
    """
    found = len(find(lines_of(heads)))
    return found + 2 if found else 0


FORMAT = headed("questions", find, score)
