"""What Word computes in a document: page numbers, and the table of contents over its headings."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as Doc
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph


def field(paragraph: Paragraph, code: str, cached: str) -> None:
    """Add a field that Word computes.

    Parameters
    ----------
    paragraph : Paragraph
        Where.
    code : str
        Such as `PAGE`.
    cached : str
        What stands there until it is computed.
    """
    for kind, text in (("begin", ""), ("code", code), ("separate", ""), ("text", cached), ("end", "")):
        run = paragraph.add_run(text if kind == "text" else "")
        if kind == "code":
            run._r.append(_instruction(text))
        elif kind != "text":
            run._r.append(_mark(kind))


def _mark(kind: str):
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    if kind == "begin":
        mark.set(qn("w:dirty"), "true")  # Word computes it when it lays the page out
    return mark


def _instruction(code: str):
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = f" {code} "
    return element


def heading(document: Doc, text: str, *, level: int, anchor: str = "") -> Paragraph:
    """Add a heading; with an anchor, one that the table of contents leads to.

    Parameters
    ----------
    document : Document
        Where.
    text : str
        What it says.
    level : int
        From 1.
    anchor : str, default ""
        The name of a bookmark.

    Returns
    -------
    Paragraph
        The heading.
    """
    made = document.add_heading(text, level)
    if anchor:
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), anchor.removeprefix("_Toc"))
        start.set(qn("w:name"), anchor)
        made._p.insert(1, start)
        made._p.append(end)
    return made


def contents(document: Doc, entries: Sequence[tuple[str, str]]) -> None:
    """Add a table of contents, each line a link with its page number.

    Its lines are fields of their own, not one field of the whole: LibreOffice computes their numbers, where it would
    leave those inside a `TOC` field as they were stored.

    Parameters
    ----------
    document : Document
        Where.
    entries : sequence of tuple
        Text and anchor of each heading.
    """
    for text, anchor in entries:
        paragraph = document.add_paragraph(style="toc 1")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), anchor)
        before = len(paragraph._p)
        paragraph.add_run(f"{text}\t")
        field(paragraph, f"PAGEREF {anchor} \\h", "1")
        for run in list(paragraph._p)[before:]:
            link.append(run)
        paragraph._p.append(link)
