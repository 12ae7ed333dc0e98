"""Excel workbooks: every row of every visible sheet as one line."""

from __future__ import annotations

import datetime
import io
import re
import time
import zipfile
from collections.abc import Iterator

import openpyxl
from openpyxl.utils import range_boundaries

from analysis.errors import AnalysisError
from analysis.readers.rows import row_line

ROW_LIMIT = 100_000
CELL_LIMIT = 2_000_000
TIME_LIMIT = 60  # seconds of work
DITTO = "〃"  # a cell that is merged with the one above
EPOCH = datetime.datetime(1899, 12, 30)
FIRST_DATES = datetime.datetime(1901, 1, 1)  # Excel has no zero: a duration formatted as a date falls before this
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
CHUNK = 1_000_000


def _clock(span: datetime.timedelta) -> str:
    whole, micro = divmod(round(span.total_seconds() * 1_000_000), 1_000_000)
    minutes, second = divmod(whole, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{second:02}" + (f".{micro // 1000:03}" if micro >= 1000 else "")


def shown(value: object) -> str:
    """Give the text of a cell.

    Parameters
    ----------
    value : object
        As openpyxl reads it.

    Returns
    -------
    str
        Times and durations as `hh:mm:ss`, dates with their time, whole numbers without a point; empty for None.

    Examples
    --------
    >>> shown(datetime.time(0, 1, 5)), shown(datetime.timedelta(hours=26)), shown(5.25), shown(None)
    ('00:01:05', '26:00:00', '5.25', '')
    """
    if value is None:
        return ""
    if isinstance(value, datetime.timedelta):
        return _clock(value)
    if isinstance(value, datetime.datetime):
        return _clock(value - EPOCH) if value < FIRST_DATES else value.isoformat(" ", "seconds")
    if isinstance(value, datetime.time):
        return _clock(datetime.datetime.combine(EPOCH, value.replace(tzinfo=None)) - EPOCH)
    return str(value).replace("_x000D_", "")


def _ranges(stream) -> Iterator[bytes]:
    before = b""
    while chunk := stream.read(CHUNK):
        block = before + chunk
        yield from _MERGED.findall(block)
        cut = block.rfind(b"<")
        before = block[cut:] if cut >= 0 else b""


def _merged(archive: zipfile.ZipFile, sheet) -> set[tuple[int, int]]:
    """Find the cells (row, column) below the first of a merged column; openpyxl tells them only if it reads it all."""
    found: set[tuple[int, int]] = set()
    with archive.open(sheet._worksheet_path.lstrip("/")) as stream:
        for text in _ranges(stream):
            left, top, right, bottom = range_boundaries(text.decode())
            if left == right and bottom - top < ROW_LIMIT:
                found.update((row, left) for row in range(top + 1, bottom + 1))
            if len(found) > CELL_LIMIT:
                raise AnalysisError("too_many_rows", limit=ROW_LIMIT)
    return found


def _rows(workbook, archive: zipfile.ZipFile) -> Iterator[list[str]]:
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            continue
        merged = _merged(archive, sheet)
        sheet.reset_dimensions()
        for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
            cells = [shown(value) for value in values]
            for place, value in enumerate(values):
                if value is None and (number, place + 1) in merged:
                    cells[place] = DITTO
            yield cells


def _lines(rows: Iterator[list[str]]) -> Iterator[str]:
    started, cells = time.thread_time(), 0
    for number, row in enumerate(rows):
        cells += len(row)
        if number >= ROW_LIMIT or cells > CELL_LIMIT:
            raise AnalysisError("too_many_rows", limit=ROW_LIMIT)
        if time.thread_time() - started > TIME_LIMIT:
            raise AnalysisError("too_slow", limit=TIME_LIMIT)
        while row and not row[-1]:
            row.pop()
        yield row_line(row)


def text_of(data: bytes) -> str:
    """Give the rows of a workbook.

    Parameters
    ----------
    data : bytes
        An xlsx file that `archive.kind` has let pass.

    Returns
    -------
    str
        One line a row, cells between tabs; the rows of one visible sheet after those of another.

    Raises
    ------
    AnalysisError
        `broken`, `too_many_rows`, `too_slow`, or `empty` when no cell is filled.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            text = "\n".join(_lines(_rows(workbook, archive)))
    except AnalysisError:
        raise
    except Exception as problem:  # a damaged part makes openpyxl and its XML parsers fail in many ways
        raise AnalysisError("broken") from problem
    if not text.strip():
        raise AnalysisError("empty")
    return text
