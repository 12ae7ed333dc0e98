"""Word and Excel files for tests, made as their programs make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def xml(text: str):
    """Parse a piece of WordprocessingML."""
    name, _, rest = text.partition(">")
    end = "/" if name.endswith("/") else ""
    return parse_xml(f"{name.removesuffix('/')} {nsdecls('w')}{end}>{rest}")


def word(paragraphs: Iterable[str] = (), *, edit: Callable | None = None) -> bytes:
    r"""Write a document; `\n` inside a paragraph is a line break (Shift+Enter)."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if edit:
        edit(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def excel(rows: Iterable[Iterable], *, merged: Iterable[str] = (), edit: Callable | None = None) -> bytes:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(list(row))
    for cells in merged:
        workbook.active.merge_cells(cells)
    if edit:
        edit(workbook)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def replaced(data: bytes, part: str, content: bytes) -> bytes:
    """Give an archive with other bytes in one part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            after.writestr(entry.filename, content if entry.filename == part else before.read(entry))
    return stream.getvalue()
