r"""Rows of cells as lines of text: how containers hand tables on, and how a text is split into rows again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.errors import AnalysisError

INSIDE = "\u2028"  # a line break inside a cell of a row that came from Word or Excel
LONGEST_ROW = 200  # lines of a file: a quotation mark that nobody closed swallows more than that
_QUOTED = re.compile(r'(?:^|\t)"(?P<inside>(?:[^"]|""){0,10000})"(?P<closed>\t|\n|$)?', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its first and last source line and its cells."""

    first: int
    last: int
    cells: list[str]


def row_line(cells: list[str]) -> str:
    r"""Write one row as one line.

    Parameters
    ----------
    cells : list of str
        With or without line breaks.

    Returns
    -------
    str
        Cells between tabs, quoted where they hold quotation marks; line breaks become U+2028.

    Examples
    --------
    >>> row_line(["王静", "好。\n行。", "'a' b"])
    "王静\t好。\u2028行。\t'a' b"
    """
    if not any(cells):
        return ""
    stream = io.StringIO()
    cleaned = [re.sub("\r\n|[\r\n]", INSIDE, cell).replace("\t", " ") for cell in cells]
    csv.writer(stream, delimiter="\t", lineterminator="").writerow(cleaned)
    return stream.getvalue()


def _quotes_tabbed(text: str) -> bool:
    """Tell whether a file with tabs quotes cells: Whisper does not, so that a mark may be the speaker's own."""
    needed = False
    for match in _QUOTED.finditer(text):
        if match["closed"] is None:
            return False
        needed = needed or any(sign in match["inside"] for sign in ('""', "\n", "\t"))
    first = text.split("\n", 1)[0]
    return needed or first.startswith('"') or '\t"' in first


def _parsed(text: str, delimiter: str, quoting: int) -> Iterator[Row]:
    lines = (line + "\n" for line in text.removesuffix("\n").split("\n"))
    reader = csv.reader(lines, delimiter=delimiter, quoting=quoting)
    before = 0
    for cells in reader:
        yield Row(before + 1, reader.line_num, cells)
        before = reader.line_num


def split(text: str, delimiter: str) -> list[Row]:
    r"""Split a text into rows.

    Parameters
    ----------
    text : str
        A decoded file.
    delimiter : str
        One character.

    Returns
    -------
    list of Row
        Every line is in exactly one; U+2028 inside a cell is a line break again.

    Raises
    ------
    AnalysisError
        `table_cell` when a cell is longer than any speech could be.

    Examples
    --------
    >>> [(row.first, row.last, row.cells) for row in split('a,"b\nc"\nd,e\n', ",")]
    [(1, 2, ['a', 'b\nc']), (3, 3, ['d', 'e'])]
    """
    quoting = csv.QUOTE_NONE if delimiter == "\t" and not _quotes_tabbed(text) else csv.QUOTE_MINIMAL
    try:
        rows = list(_parsed(text, delimiter, quoting))
        if any(row.last - row.first >= LONGEST_ROW for row in rows):
            rows = list(_parsed(text, delimiter, csv.QUOTE_NONE))
    except csv.Error:
        try:
            rows = list(_parsed(text, delimiter, csv.QUOTE_NONE))
        except csv.Error as problem:
            raise AnalysisError("table_cell") from problem
    return [Row(row.first, row.last, [cell.replace(INSIDE, "\n") for cell in row.cells]) for row in rows]
