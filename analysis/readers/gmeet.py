"""Google Meet: a clock time alone on its line, then `Name: speech` lines; the notes above are nobody's."""

from __future__ import annotations

import re
from collections import Counter

from analysis.readers.asides import LONGEST
from analysis.readers.bodies import lines_of, parsed
from analysis.readers.formats import WEIGHT, Format, Parsed
from analysis.readers.headers import BLANK, BOLD, Header, bare, behind
from analysis.readers.names import NEVER, name_points
from analysis.readers.timed import seconds

_CLOCK = re.compile(rf"{BOLD}(?P<s>\d{{1,2}}:[0-5]\d:[0-5]\d){BOLD}(?:\s?\{{#[^{{}}\s]{{1,60}}\}})?")
_SPOKEN = re.compile(rf"{BOLD}(?P<n>[^\s:：*#(（\[][^:：*\n]{{0,59}}?){BOLD}(?P<c>:(?={BLANK}|\*\*|$)|：)")
_TITLE = re.compile(
    r"(?:.{1,120} )?[-–—] ?Transcript|📖.{0,40}|.{1,120} ?[-–—] ?(?:转写|文字记录|转录稿|文字稿)"
    r"|Transcript|文字记录|转写内容"
)
_END = re.compile(
    r"Transcription ended after .{1,40}|(?:转写|转录|文字记录)[^。]{0,12}\d{1,2}:\d\d:\d\d[^。]{0,12}结束.{0,3}"
)


def _region(lines: list[str]) -> tuple[list[int], int]:
    """Find the clock times of the transcript proper and the line that ends it."""
    short = [(index, bare(line)) for index, line in enumerate(lines) if 0 < len(line) <= LONGEST]
    clocks = [index for index, line in short if _CLOCK.fullmatch(line)]
    titles = [index for index, line in short if _TITLE.fullmatch(line) and index < max(clocks, default=-1)]
    clocks = [index for index in clocks if not titles or index > titles[-1]]
    ends = (index for index, line in short if clocks and index > clocks[0] and _END.fullmatch(line))
    return clocks, next(ends, len(lines))


def _labels(lines: list[str], clocks: list[int], end: int) -> list[tuple[int, re.Match[str]]]:
    """Find the lines with a name before a colon; where some have `Name: `, a full-width colon is speech."""
    if not clocks:
        return []
    skipped = set(clocks)
    matches = ((index, _SPOKEN.match(bare(lines[index]))) for index in range(clocks[0], end) if index not in skipped)
    found = [(index, match) for index, match in matches if match]
    ascii_ones = [(index, match) for index, match in found if match["c"][0] == ":"]
    return ascii_ones or found


def find(lines: list[str]) -> tuple[list[Header], dict[int, str]]:
    """Find the headers of a file.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.

    Returns
    -------
    headers : list of Header
        In the order of the file; a block's time is the time of its first turn.
    nobodys : dict of int to str
        Kinds of the lines that are nobody's: clock times, the notes above, the sentences below.
    """
    clocks, end = _region(lines)
    labels = _labels(lines, clocks, end)
    times = Counter(match["n"] for _, match in labels)
    headers: list[Header] = []
    waiting = list(reversed(clocks))
    for index, match in labels:
        evidence, penalty = name_points(match["n"].strip())
        start = None
        while waiting and waiting[-1] < index:
            start = bare(lines[waiting.pop()])
        if start is None and headers and times[match["n"]] == 1 and (evidence == NEVER or penalty > evidence):
            continue
        clock = _CLOCK.fullmatch(start)["s"] if start else ""
        text = behind(bare(lines[index]), match.end())
        headers.append(Header(index, match["n"].strip(), seconds(clock) if clock else None, text=text, written=clock))
    nobodys = dict.fromkeys(clocks, "meta") | {index: "note" for index in range(end, len(lines)) if lines[index]}
    return headers, nobodys


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
    found, _ = find(lines_of(heads))
    return WEIGHT * len(found) + 1 if len(found) >= 2 else 0


def read(text: str) -> Parsed:
    """Read a transcript of Google Meet.

    Parameters
    ----------
    text : str
        A decoded file with LF line ends.

    Returns
    -------
    Parsed
        One turn a `Name: ` line.

    Raises
    ------
    AnalysisError
        `no_speakers` when no line below a clock time begins a turn.
    """
    lines = lines_of(text)
    found, nobodys = find(lines)
    return parsed(lines, found, nobodys=nobodys)


FORMAT = Format("gmeet", score, read)
