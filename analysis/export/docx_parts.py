"""Parts of a Word document: the document itself with its fonts, tables and what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from analysis.export.archive import MADE, steady
from analysis.export.content import Report
from analysis.export.docx_fields import field
from analysis.export.look import ACCENT, LINE, SHADE, SOFT, TYPEFACE

WIDTH = 17.0  # cm between the margins of an A4 page
_SIZES = {"Title": 24, "Heading 1": 17, "Heading 2": 13, "Heading 3": 11, "Normal": 10.5, "Caption": 9}


def color(code: str) -> RGBColor:
    """Give a colour as python-docx takes it.

    Parameters
    ----------
    code : str
        As `#RRGGBB`.

    Returns
    -------
    RGBColor
        The same.
    """
    return RGBColor.from_string(code.removeprefix("#"))


def new_document(report: Report, subject: str) -> Doc:
    """Open an A4 document whose every style has a Chinese typeface.

    Parameters
    ----------
    report : Report
        Its title goes into the properties.
    subject : str
        What kind of document it is.

    Returns
    -------
    Document
        Empty, page numbers in the footer.
    """
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.8)
    _style(document)
    facts = document.core_properties
    facts.title, facts.subject, facts.author, facts.comments = report.title, subject, report.t("app.name"), ""
    facts.last_modified_by, facts.created, facts.modified, facts.revision = report.t("app.name"), MADE, MADE, 1
    _footer(document, report)
    return document


def _style(document: Doc) -> None:
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        _typeface(fonts)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    for name, size in _SIZES.items():
        style = document.styles[name]
        _typeface(style.element.get_or_add_rPr().get_or_add_rFonts())
        style.font.size = Pt(size)
        if name.startswith(("Title", "Heading")):
            style.font.color.rgb = color(ACCENT)
    for line in document.styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
        line.getparent().remove(line)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    quote = document.styles["Quote"]  # Chinese has no italics
    quote.font.italic, quote.font.color.rgb = False, color("#111518")
    contents = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    contents.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    contents.paragraph_format.space_after = Pt(6)


def _typeface(fonts) -> None:
    """Name one typeface for every script, in the place of the theme's."""
    for attribute in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[attribute]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), TYPEFACE)


def _footer(document: Doc, report: Report) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["Caption"]
    t = report.t
    paragraph.add_run(f"{report.title}　")
    paragraph.add_run(t("export.page"))
    field(paragraph, "PAGE", "1")
    paragraph.add_run(t("export.pages"))
    field(paragraph, "NUMPAGES", "1")
    paragraph.add_run(t("export.pages_end"))
    for run in paragraph.runs:
        run.font.bold, run.font.color.rgb = False, color(SOFT)


def table(document: Doc, headers: Sequence[str], widths: Sequence[float]) -> Table:
    """Add a table whose header stands on every page.

    Parameters
    ----------
    document : Document
        Where.
    headers : sequence of str
        Of the columns.
    widths : sequence of float
        In cm.

    Returns
    -------
    Table
        Its header alone.
    """
    made = grid(document, rows=1, widths=widths)
    for cell, header in zip(made.rows[0].cells, headers, strict=True):
        write(cell, header, bold=True, size=8)
        shade(cell, SHADE)
    repeated = OxmlElement("w:tblHeader")
    made.rows[0]._tr.get_or_add_trPr().append(repeated)
    return made


def grid(document: Doc, *, rows: int, widths: Sequence[float]) -> Table:
    """Add an empty table with thin lines.

    Parameters
    ----------
    document : Document
        Where.
    rows : int
        How many.
    widths : sequence of float
        Of the columns, in cm.

    Returns
    -------
    Table
        Its cells are empty.
    """
    made = document.add_table(rows=rows, cols=len(widths))
    made.autofit = False
    made._tbl.tblPr.append(_borders())
    for place, width in enumerate(widths):
        made.columns[place].width = Cm(width)
        for row in made.rows:
            row.cells[place].width = Cm(width)
    return made


def _borders() -> BaseOxmlElement:
    lines = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE.removeprefix("#"))):
            line.set(qn(f"w:{name}"), value)
        lines.append(line)
    return lines


def add_row(made: Table, values: Sequence[str], widths: Sequence[float], *, size: float = 9) -> list[_Cell]:
    """Add a row that no page break cuts.

    Parameters
    ----------
    made : Table
        As `table` gives it.
    values : sequence of str
        One a column.
    widths : sequence of float
        In cm, as the table's.
    size : float, default 9
        Of the text, in points.

    Returns
    -------
    list of _Cell
        The cells of the row.
    """
    row = made.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells = list(row.cells)
    for cell, value, width in zip(cells, values, widths, strict=True):
        cell.width = Cm(width)
        write(cell, value, size=size)
    return cells


def write(cell: _Cell, text: str, *, bold: bool = False, size: float = 9) -> None:
    """Write the first paragraph of a cell.

    Parameters
    ----------
    cell : _Cell
        An empty cell.
    text : str
        What it holds.
    bold : bool, default False
        Whether it stands out.
    size : float, default 9
        In points.
    """
    say(cell.paragraphs[0], text, bold=bold, size=size)


def say(paragraph: Paragraph, text: str, *, bold: bool = False, size: float = 10.5, tint: str = "") -> None:
    """Add words to a paragraph.

    Parameters
    ----------
    paragraph : Paragraph
        Where.
    text : str
        The words.
    bold : bool, default False
        Whether they stand out.
    size : float, default 10.5
        In points.
    tint : str, default ""
        Their colour, as `#RRGGBB`.
    """
    run = paragraph.add_run(text)
    run.font.bold, run.font.size = bold, Pt(size)
    paragraph.paragraph_format.space_after = Pt(2)
    if tint:
        run.font.color.rgb = color(tint)


def shade(cell: _Cell, code: str) -> None:
    """Lay a colour under a cell.

    Parameters
    ----------
    cell : _Cell
        Which.
    code : str
        As `#RRGGBB`.
    """
    under = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", code.removeprefix("#"))):
        under.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(under)


def finished(document: Doc) -> bytes:
    """Write a document.

    Parameters
    ----------
    document : Document
        As `new_document` opened it.

    Returns
    -------
    bytes
        A docx file without the time of day.
    """
    out = BytesIO()
    document.save(out)
    return steady(out.getvalue())
