"""`Name  0:05` above the speech, the time two blanks or more behind the name: Otter.ai, and Teams as docx."""

from __future__ import annotations

import re
from functools import partial

from analysis.readers.asides import LONGEST
from analysis.readers.bodies import headed, lines_of
from analysis.readers.formats import WEIGHT
from analysis.readers.headers import BOLD, Header, are_apart, bare, in_order, is_free, recurring, with_untimed
from analysis.readers.timed import TIME, seconds

_HEADER = re.compile(
    rf"{BOLD}(?P<n>[^\s。！？；|][^。！？；\n]{{0,79}}?){BOLD}[ \t\xa0\u3000]{{2,12}}{BOLD}(?P<s>{TIME}){BOLD}"
)
_TIME = re.compile(TIME)
_TEAMS = re.compile(r"(?:started|stopped) transcription$|Meeting Transcript$| {3}\d|听录$", re.MULTILINE)


def _named(lines: list[str]) -> list[Header]:
    found = []
    for index, line in enumerate(lines):
        if line[-1:].isdigit() or line[-1:] in "*_#":
            match = _HEADER.fullmatch(bare(line)) if len(line) <= LONGEST else None
            if match:
                name = match["n"].rstrip(" \t\xa0\u3000")
                found.append(Header(index, name, seconds(match["s"]), written=match["s"]))
    return found


def find(lines: list[str]) -> list[Header]:
    """Find the headers of a file.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.

    Returns
    -------
    list of Header
        At least two with a name, in the order of the file, or none; a time that stands alone is a header without one.
    """
    named = _named(lines)
    if len(named) < 2:
        return []
    known, taken = recurring(named), {header.index for header in named}
    apart = are_apart(lines, named)
    nameless = [
        Header(index, None, seconds(bare(line)), written=bare(line))
        for index, line in enumerate(lines)
        if index not in taken
        and 3 < len(line) < 20
        and (is_free(lines, index) or not apart)
        and _TIME.fullmatch(bare(line))
    ]
    shaped = sorted([*named, *nameless], key=lambda header: header.index)
    return with_untimed(lines, in_order(shaped, lambda header: header.speaker in known))


def score(heads: str, sign: re.Pattern[str] | None = None) -> int:
    """Count the headers of a text.

    Parameters
    ----------
    heads : str
        The `heads` of a file.
    sign : pattern, optional
        What only one program writes.

    Returns
    -------
    int
        `WEIGHT` for each header, and one more; with `sign` another one where it is found and nothing where it is not.
    """
    found = len(find(lines_of(heads)))
    if not found or (sign and not sign.search(heads)):
        return 0
    return WEIGHT * found + 1 + (sign is not None)


FORMATS = (headed("teams", find, partial(score, sign=_TEAMS)), headed("otter", find, score))
