"""Tables with a header: csv, tsv, and the rows that containers hand on from Excel and Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.errors import AnalysisError
from analysis.readers.asides import BLANKS, head_kind
from analysis.readers.columns import column_of, in_milliseconds, is_header, places
from analysis.readers.formats import CERTAIN, Format, Parsed
from analysis.readers.paragraphs import located, paragraphs
from analysis.readers.rows import Row, split
from analysis.readers.units import are_milliseconds, in_seconds, parse
from analysis.transcript import Dropped, Remark, Turn, Unowned

DELIMITERS = "\t,;|，；"
HEADER_WITHIN = 20  # lines
SAME = {"〃", "同上", "″", "ditto"}
NAMED_SHARE = 0.9  # of rows; where more are named, a row without a name has no known speaker
DAY = 86_400.0
_RANGE = re.compile(r"([^\-–—~～至到>]{2,30}?)\s*(?:-->|[-–—~～至到])\s*([^\-–—~～至到>]{2,30})")


@dataclass(frozen=True, slots=True)
class _Said:
    """A row with speech: its lines, its cells by column, whether its header says that times are milliseconds."""

    first: int
    last: int
    text: str
    speaker: str = ""
    start: str = ""
    end: str = ""
    affiliation: str = ""
    milliseconds: bool = False


def _header(lines: list[str]) -> tuple[int, str] | None:
    """Find the line with the names of the columns, and what stands between them."""
    filled = [index for index, line in enumerate(lines) if line.strip(BLANKS)][:HEADER_WITHIN]
    for index in filled:
        for delimiter in DELIMITERS:
            cells = lines[index][:1000].split(delimiter)
            if is_header(cells) or (index == filled[0] and len(places(cells)) >= 2):
                return index, delimiter
    return None


def score(heads: str) -> int:
    """Look for the header of a table.

    Parameters
    ----------
    heads : str
        The `heads` of a file.

    Returns
    -------
    int
        `CERTAIN` or 0.
    """
    return CERTAIN if _header(heads.split("\n", 3 * HEADER_WITHIN)) else 0


def _clean(cell: str) -> str:
    return "\n".join(paragraphs(cell))


def _times(said: list[_Said]) -> Iterator[tuple[float | None, float | None]]:
    """Give start and end of each row in seconds; their unit is decided once for the whole table."""
    written = []
    for each in said:
        start, end = each.start, each.end
        span = _RANGE.fullmatch(start) if start and not end else None
        written.append(span.groups() if span and parse(span[1]) is not None else (start, end))
    read = [(parse(start), parse(end)) for start, end in written]
    numbers = [time for pair in read for time in pair if time is not None]
    clocks = any(":" in part or "：" in part for pair in written for part in pair)
    factor = 1.0 if clocks else _unit(numbers, said)
    for start, end in read:
        yield in_seconds(start, factor=factor), in_seconds(end, factor=factor)


def _unit(numbers: list[float | int], said: list[_Said]) -> float:
    """Give the seconds in a unit of times that are bare numbers."""
    if said[0].milliseconds or are_milliseconds(numbers, sum(len(each.text) for each in said)):
        return 0.001
    return DAY if len(numbers) > 1 and 0 < max(numbers) < 1 else 1.0  # parts of a day, as Excel keeps times


def _turns(said: list[_Said], lines: list[str]) -> Iterator[Turn]:
    named = sum(bool(each.speaker) for each in said)
    inherit = named < NAMED_SHARE * len(said)
    before = None
    for each, (start, end) in zip(said, _times(said), strict=True):
        speaker = each.speaker or None
        if speaker in SAME or (speaker is None and inherit):
            speaker = before
        before = speaker
        found = located(each.text.split("\n"), lines, each.first, each.last)
        own = {each.first, *found}
        yield Turn(
            speaker=speaker,
            text=each.text,
            line=each.first,
            lines=found,
            affiliation=None if each.affiliation in SAME else each.affiliation or None,
            start=start,
            end=end,
            joined=tuple(line for line in range(each.first, each.last + 1) if line not in own),
        )


def _unsaid(row: Row, *, title: bool, above: bool) -> Unowned:
    text = " ".join(" ".join(cell.split()) for cell in row.cells if cell.strip(BLANKS))
    return Unowned(row.first, head_kind(text, first=title) if above else "text", text)


def _columns(cells: list[str]) -> AnalysisError:
    names = [" ".join(cell.split())[:20] for cell in cells if cell.strip(BLANKS)][:12]
    return AnalysisError("no_text_column", columns="、".join(names))


def no_columns(text: str) -> AnalysisError:
    """Say that a table has no column with speech.

    Parameters
    ----------
    text : str
        A decoded file that should be a table.

    Returns
    -------
    AnalysisError
        `no_text_column`, with the cells of its first line.
    """
    first = next((line for line in text.split("\n") if line.strip(BLANKS)), "")
    delimiter = max(DELIMITERS, key=first.count)
    return _columns([cell.strip(' "') for cell in first.split(delimiter)])


def read(text: str) -> Parsed:
    """Read a table.

    Parameters
    ----------
    text : str
        A decoded file.

    Returns
    -------
    Parsed
        One turn a row.

    Raises
    ------
    AnalysisError
        `no_text_column`, `table_cell`, or `empty` when no row has speech.
    """
    lines = text.split("\n")
    found = _header(lines)
    if not found:
        raise no_columns(text)
    rows = split(text, found[1])
    said, unowned, dropped = [], [], []
    where: dict[str, int] = {}
    milliseconds = False
    rows.reverse()
    while rows:  # they are used up on the way: a long file holds a million small things
        row = rows.pop()
        if not any(cell.strip(BLANKS) for cell in row.cells):
            dropped += [Dropped(line, "blank") for line in range(row.first, row.last + 1)]
            continue
        if is_header(row.cells) or (not where and row.first == found[0] + 1):
            where = places(row.cells)
            timed = [name for name in row.cells if column_of(name) in ("start", "end")]
            milliseconds = any(map(in_milliseconds, timed))
            if "text" not in where:
                raise _columns(row.cells)
            dropped += [Dropped(line, "header") for line in range(row.first, row.last + 1)]
            continue
        cells = {name: _clean(row.cells[place]) for name, place in where.items() if place < len(row.cells)}
        if cells.get("text") and cells["text"] not in SAME:
            said.append(_Said(row.first, row.last, **cells, milliseconds=milliseconds))
            continue
        unowned.append(_unsaid(row, title=not unowned, above=not where))
        dropped += [Dropped(line, "row") for line in range(row.first + 1, row.last + 1)]
    if not said:
        raise AnalysisError("empty")
    turns = tuple(_turns(said, lines))
    titles = [one.text for one in unowned if one.kind == "title"]
    warnings = () if any(turn.speaker for turn in turns) else (Remark("no_speaker_column", {}),)
    return Parsed(turns, tuple(unowned), tuple(dropped), warnings, titles[0] if titles else None)


FORMAT = Format(name="table", score=score, read=read)
