"""Word documents: every paragraph and table row as lines, with nothing lost that a reader of the page would see."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.oxml.ns import qn

from analysis.errors import AnalysisError
from analysis.readers.columns import is_header
from analysis.readers.rows import row_line

PARAGRAPH, TABLE, ROW, CELL, TEXT = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "t"))
BREAKS = {qn("w:br"), qn("w:cr")}
MARKS = {qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t"}
# Deleted or moved away, the reading aid above a character, the older copy of a text box.
GONE = {
    *(qn(f"w:{name}") for name in ("del", "moveFrom", "pPr", "rPr", "rt", "sdtPr", "tblPr", "trPr", "tcPr")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def _words(node, boxes: list) -> Iterator[str]:
    r"""Give the text of a paragraph in pieces, line breaks as `\n`; what stands in text boxes goes into `boxes`."""
    for child in node:
        tag = child.tag
        if tag == TEXT:
            yield child.text or ""
        elif tag in BREAKS:
            yield "\n"
        elif tag in MARKS:
            yield MARKS[tag]
        elif tag in (PARAGRAPH, TABLE):
            boxes.append(child)
        elif tag not in GONE and isinstance(tag, str):
            yield from _words(child, boxes)


def _paragraph(node) -> Iterator[str]:
    boxes: list = []
    yield from "".join(_words(node, boxes)).split("\n")
    for box in boxes:
        yield from _lines(box)


def _lines(node) -> Iterator[str]:
    """Give the lines of a block: a paragraph, a table, or what holds either (a content control, an insertion)."""
    if node.tag == PARAGRAPH:
        yield from _paragraph(node)
    elif node.tag == TABLE:
        yield from _table(node)
    elif node.tag not in GONE:
        for child in node:
            if isinstance(child.tag, str):
                yield from _lines(child)


def _rows(table) -> Iterator[list]:
    """Give the cells of each row, those inside content controls too."""
    for row in _within(table, ROW):
        yield list(_within(row, CELL))


def _within(node, tag: str) -> Iterator:
    for child in node:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in GONE and child.tag not in (PARAGRAPH, TABLE, ROW, CELL):
            yield from _within(child, tag)


def _table(table) -> Iterator[str]:
    rows = [[[line for line in _lines(cell) if line.strip()] for cell in row] for row in _rows(table)]
    if rows and is_header(["".join(cell) for cell in rows[0]]):
        yield from (row_line(["\n".join(cell) for cell in row]) for row in rows)
        return
    for row in rows:  # a table for the layout only: a name beside what is said, or everything in one cell
        cells = [cell for cell in row if cell]
        first = "\t".join(cell[0] for cell in cells)
        yield first
        for cell in cells:
            yield from cell[1:]


def text_of(data: bytes) -> str:
    """Give the text of a document.

    Parameters
    ----------
    data : bytes
        A docx file that `archive.kind` has let pass.

    Returns
    -------
    str
        A line for each paragraph, each line inside one (Shift+Enter), and each row of a table, whose cells stand
        behind tabs; without headers, footers and deletions, with insertions, text boxes and content controls.

    Raises
    ------
    AnalysisError
        `broken`, or `empty` when no word is in it.
    """
    try:
        lines = list(_lines(docx.Document(io.BytesIO(data)).element.body))
    except Exception as problem:  # a damaged part makes python-docx and lxml fail in many ways
        raise AnalysisError("broken") from problem
    text = "\n".join(lines)
    if not text.strip():
        raise AnalysisError("empty")
    return text
