"""Fathom: `0:00 - Name (Organisation)` above the speech."""

from __future__ import annotations

import re

from analysis.readers.asides import LONGEST
from analysis.readers.bodies import lines_of, parsed
from analysis.readers.formats import WEIGHT, Format, Parsed
from analysis.readers.headers import BOLD, Header, bare, in_order, recurring
from analysis.readers.names import PHONE, name_points
from analysis.readers.timed import TIME, seconds

_HEADER = re.compile(
    rf"@?{BOLD}@?\[?(?P<s>{TIME})(?:\]\([^()\s]{{1,120}}\))?{BOLD} {{1,2}}[-–—] {{1,2}}{BOLD}"
    rf"(?P<n>[^()（）\d:：。！？；\s][^()（）:：。！？；\n]{{0,59}}?|{PHONE.pattern})"
    rf"{BOLD}(?: ?[（(](?P<a>.{{1,100}})[)）])?{BOLD}"
)
_NOTICE = re.compile(r"[A-Z][A-Z ]{2,30}: .{0,400}WATCH: ?\S.*|ACTION ITEM: .*")


def _is_person(name: str) -> bool:
    evidence, penalty = name_points(name)
    return evidence - penalty >= 2


def find(lines: list[str]) -> list[Header]:
    """Find the headers of a file.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.

    Returns
    -------
    list of Header
        At least two, half of them surely of people, in the order of the file; or none.
    """
    found = []
    for index, line in enumerate(lines):
        match = _HEADER.fullmatch(bare(line)) if len(line) <= LONGEST and " " in line else None
        if match:
            name, start = match["n"].strip(), match["s"]
            found.append(Header(index, name, seconds(start), affiliation=match["a"], written=start))
    known = recurring(found)
    found = in_order(found, lambda header: header.speaker in known or bool(header.affiliation))
    sure = [header for header in found if header.speaker in known or header.affiliation or _is_person(header.speaker)]
    return found if len(found) >= 2 and len(sure) * 2 >= len(found) else []


def score(heads: str) -> int:
    """Count the headers of a text.

    Parameters
    ----------
    heads : str
        The `heads` of a file.

    Returns
    -------
    int
        `WEIGHT` for each.
    """
    return WEIGHT * len(find(lines_of(heads)))


def read(text: str) -> Parsed:
    """Read a transcript of Fathom.

    Parameters
    ----------
    text : str
        A decoded file with LF line ends.

    Returns
    -------
    Parsed
        One turn a header; notices of action items are nobody's.

    Raises
    ------
    AnalysisError
        `no_speakers` when fewer than two lines begin a turn.
    """
    lines = lines_of(text)
    notices = {index: "ui" for index, line in enumerate(lines) if line[:1].isupper() and _NOTICE.fullmatch(line)}
    return parsed(lines, find(lines), nobodys=notices)


FORMAT = Format("fathom", score, read)
