"""A line with two times, a line with the name, then the speech: DaVinci Resolve, and the older docx of Teams."""

from __future__ import annotations

import re
from collections.abc import Callable

from analysis.readers.asides import LONGEST
from analysis.readers.bodies import lines_of, parsed
from analysis.readers.formats import CERTAIN, Format, Parsed
from analysis.readers.headers import Header, bare
from analysis.readers.timed import seconds

# hours, minutes, seconds, frames: how long a frame is, the file does not say, so that times are whole seconds
_FRAMES = re.compile(
    r"\\?\[(?P<s>\d\d[:：]\d\d[:：]\d\d)[:;：]\d\d {0,2}[-–—] {0,2}(?P<e>\d\d[:：]\d\d[:：]\d\d)[:;：]\d\d\\?\]"
)
_ARROW = re.compile(
    r"(?P<s>\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d{1,7})?) {0,2}--?> {0,2}(?P<e>\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d{1,7})?)"
)
_ONE_DIGIT = re.compile(r"(?:^|[^\d.])\d:|:\d[:.]", re.MULTILINE)
_NAME = re.compile(r"[^。！？；\n]{1,60}")


def _ranges(lines: list[str], shape: re.Pattern[str]) -> list[tuple[int, re.Match[str]]]:
    matches = ((index, shape.fullmatch(bare(line))) for index, line in enumerate(lines) if 0 < len(line) <= LONGEST)
    return [(index, match) for index, match in matches if match]


def find(lines: list[str], shape: re.Pattern[str]) -> list[Header]:
    """Find the headers of a file.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.
    shape : pattern
        Of the line with the times, as groups `s` and `e`.

    Returns
    -------
    list of Header
        In the order of the file; without names where most ranges have a single line below them.
    """
    ranges = _ranges(lines, shape)
    ends = [*(index for index, _ in ranges[1:]), len(lines)]
    below = [
        [index for index in range(start + 1, end) if lines[index]]
        for (start, _), end in zip(ranges, ends, strict=bool(ranges))
    ]
    named = sum(len(each) > 1 for each in below) * 2 > len(below)
    found = []
    for (start, match), under in zip(ranges, below, strict=True):
        has_name = named and len(under) > 1 and _NAME.fullmatch(lines[under[0]])
        name, more = (bare(lines[under[0]]).rstrip(":："), (under[0],)) if has_name else (None, ())
        found.append(
            Header(start, name or None, seconds(match["s"]), end=seconds(match["e"]), written=match["s"], more=more)
        )
    return found


def _davinci(heads: str) -> int:
    """Settle it where two lines, or a single one with a name, have times with frames."""
    return CERTAIN * bool(find(lines_of(heads), _FRAMES))


def _teams(heads: str) -> int:
    """Settle it where a range of times has an hour, a minute or a second of one digit, which no subtitle has."""
    ranges = _ranges(lines_of(heads), _ARROW)
    return CERTAIN * (len(ranges) >= 2 and any(_ONE_DIGIT.search(match.group()) for _, match in ranges))


def _read(shape: re.Pattern[str]) -> Callable[[str], Parsed]:
    def read(text: str) -> Parsed:
        lines = lines_of(text)
        return parsed(lines, find(lines, shape))

    return read


FORMATS = (Format("davinci", _davinci, _read(_FRAMES)), Format("teams_ranges", _teams, _read(_ARROW)))
