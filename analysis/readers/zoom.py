"""Zoom's `meeting_saved_closed_caption.txt`: `[Name] 14:05:03` above the speech, by the wall clock."""

from __future__ import annotations

import re

from analysis.readers.asides import LONGEST
from analysis.readers.bodies import lines_of, parsed
from analysis.readers.formats import WEIGHT, Format, Parsed
from analysis.readers.headers import BLANK, Header, bare
from analysis.readers.timed import seconds
from analysis.transcript import Remark

# the name is greedy: `[钱多多 [财务]]`
_HEADER = re.compile(
    rf"\\?\[(?P<n>.*?)\\?\]{BLANK}{{1,4}}(?P<s>\d{{1,2}}[:：][0-5]\d[:：][0-5]\d)(?:{BLANK}?(?P<half>[AaPp][Mm]|上午|下午))?"
)
_DAY, _HALF = 86_400, 43_200
_AFTERNOON = ("pm", "下午")


def _clock(written: str, half: str | None) -> float:
    """Give the seconds since midnight."""
    start = seconds(written)
    if half:
        start = start % _HALF + (_HALF if half.lower() in _AFTERNOON else 0)
    return start


def find(lines: list[str]) -> list[Header]:
    """Find the headers of a file.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.

    Returns
    -------
    list of Header
        In the order of the file; times are seconds since the midnight before the first, also after the next one.
    """
    found: list[Header] = []
    base, last = 0, 0.0
    for index, line in enumerate(lines):
        match = _HEADER.fullmatch(bare(line)) if line[:1] in "[\\*#_>" and len(line) <= LONGEST else None
        if match:
            clock = _clock(match["s"], match["half"])
            base += _DAY if found and last - clock > _HALF else 0
            last = clock
            found.append(Header(index, match["n"].strip() or None, clock + base, written=match["s"]))
    return found


def score(heads: str) -> int:
    """Count the headers of a text.

    Parameters
    ----------
    heads : str
        The `heads` of a file.

    Returns
    -------
    int
        `WEIGHT` for each, and one.
    """
    found = find(lines_of(heads))
    return WEIGHT * len(found) + 1 if len(found) >= 2 else 0


def read(text: str) -> Parsed:
    """Read captions that Zoom saved.

    Parameters
    ----------
    text : str
        A decoded file with LF line ends.

    Returns
    -------
    Parsed
        One turn a header, with clock times; a remark says so.

    Raises
    ------
    AnalysisError
        `no_speakers` when no line begins a turn.
    """
    lines = lines_of(text)
    found = find(lines)
    clock = tuple(Remark("clock_times", {"start": header.written}) for header in found[:1])
    return parsed(lines, found, warnings=clock)


FORMAT = Format("zoom_caption", score, read)
