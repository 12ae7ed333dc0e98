"""The cues of a subtitle file, SRT or VTT, each with the lines it stands on.

Neither `srt` nor `webvtt-py` says on which line a cue stands, and each leaves some out without a word (webvtt-py those
with a comma in their times). The tests compare what is found here with what these two read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.readers.asides import BLANKS
from analysis.readers.timed import seconds

_TIME = r"(?:\d{1,4}[:：])?\d{1,3}[:：]\d{1,2}(?:[.,，]\d{1,6})?"
TIMING = re.compile(rf"({_TIME})\s{{0,8}}--?>\s{{0,8}}({_TIME})(?:[ \t]{{1,8}}\S.{{0,200}})?")
_BLOCK = re.compile(r"(NOTE|STYLE|REGION)(?:[ \t].*)?")


@dataclass(slots=True)
class Cue:
    """One cue: the line of its times, then (line, text) of each line of words; a number or name above it is its id."""

    line: int
    start: float
    end: float
    said: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Cues:
    """All of a file: its cues, comments (line, text), stray text, and what carries nothing (line, reason)."""

    cues: list[Cue] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    strays: list[tuple[int, str]] = field(default_factory=list)
    dropped: list[tuple[int, str]] = field(default_factory=list)


def timing(line: str) -> tuple[float, float] | None:
    """Read the line with the times of a cue.

    Parameters
    ----------
    line : str
        A stripped line.

    Returns
    -------
    tuple of float or None
        Start and end in seconds; None for any other line.

    Examples
    --------
    >>> timing("00:00:01,000 --> 00:00:02,5"), timing("00:03.500 --> 00:04.000 align:start"), timing("1 --> 2")
    ((1.0, 2.5), (3.5, 4.0), None)
    """
    match = TIMING.fullmatch(line) if ">" in line[:40] else None
    return (seconds(match[1].replace("，", ",")), seconds(match[2].replace("，", ","))) if match else None


def _blocks(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Give the runs of lines without a blank one between them, as [start, end)."""
    start = None
    for index, line in enumerate([*lines, ""]):
        if line and start is None:
            start = index
        elif not line and start is not None:
            yield start, index
            start = None


def _is_id(lines: list[str], index: int, start: int) -> bool:
    """Tell whether a line is the number or name of the cue below it."""
    if timing(lines[index]):
        return False
    return index == start or lines[index].isdigit()


def _block(found: Cues, lines: list[str], start: int, end: int, times: dict[int, tuple[float, float]]) -> bool:
    """Take one block apart; tell whether it had no times, so that what it says is not settled."""
    here = [index for index in range(start, end) if index in times]
    if not here:
        return True
    first = here[0]
    if first > start:
        *above, name = range(start, first)
        found.strays += [(index + 1, lines[index]) for index in above]
        kept = found.dropped if _is_id(lines, name, start) else found.strays
        kept.append((name + 1, "number" if kept is found.dropped else lines[name]))
    for place, stop in zip(here, [*here[1:], end], strict=True):
        words = list(range(place + 1, stop))
        if stop != end and words and lines[words[-1]].isdigit():
            found.dropped.append((words.pop() + 1, "number"))
        found.cues.append(Cue(place + 1, *times[place], [(index + 1, lines[index]) for index in words]))
    return False


def split(lines: list[str], *, vtt: bool) -> Cues:
    """Split a subtitle file into its cues.

    Parameters
    ----------
    lines : list of str
        All lines of the file, stripped.
    vtt : bool
        Whether blocks without times are comments and settings, and a blank line ends a cue; otherwise what follows a
        blank line inside a cue belongs to it.

    Returns
    -------
    Cues
        Every line is in exactly one place.
    """
    found = Cues()
    times = {index: pair for index, line in enumerate(lines) if (pair := timing(line.strip(BLANKS)))}
    found.dropped = [(index + 1, "blank") for index, line in enumerate(lines) if not line]
    for start, end in _blocks(lines):
        block = _BLOCK.fullmatch(lines[start]) if vtt else None
        texts = [(index + 1, lines[index]) for index in range(start, end)]
        if vtt and not found.cues and lines[start].startswith("WEBVTT") and start not in times:
            headers = [item for item in texts if item[0] - 1 not in times]
            if len(headers) == len(texts):
                found.dropped += [(line, "header") for line, _ in texts]
                continue
            found.dropped.append((start + 1, "header"))
            start += 1
        elif block and not any(index in times for index in range(start, end)):
            if block[1] == "NOTE":
                found.notes += texts
            else:
                found.dropped += [(line, "style") for line, _ in texts]
            continue
        if _block(found, lines, start, end, times):
            if not vtt and end - start == 1 and lines[start].isdigit():
                found.dropped.append((start + 1, "number"))
            elif vtt or not found.cues:
                found.strays += texts
            else:
                found.cues[-1].said += texts
    return found
