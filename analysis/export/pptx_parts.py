"""Parts of a slide deck: slides with titles, text that has a Chinese typeface, charts that can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Inches, Pt

from analysis.csv_file import inert
from analysis.export.archive import MADE
from analysis.export.content import Report
from analysis.export.look import ACCENT, INK, PALETTE, PAPER, SOFT, TYPEFACE
from analysis.export.plain import clipped

WIDE, HIGH, MARGIN = 13.333, 7.5, 0.6  # inches
LEAST = 14  # points: 28 pixels on a screen of 1080
_TITLE_ONLY = 5  # of the layouts that python-pptx brings
_NAME = 14  # Han characters of a name beside a bar


@dataclass(frozen=True)
class Line:
    """A paragraph: its words, size in points, colour."""

    text: str
    size: float = 18
    tint: str = INK
    bold: bool = False


def new_deck(report: Report, subject: str) -> Deck:
    """Open a deck of wide slides.

    Parameters
    ----------
    report : Report
        Its title goes into the properties.
    subject : str
        What kind of document it is.

    Returns
    -------
    Presentation
        Without slides; its theme names a Chinese typeface.
    """
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(WIDE), Inches(HIGH)
    facts = deck.core_properties
    facts.title, facts.subject, facts.author = report.title, subject, report.t("app.name")
    facts.last_modified_by, facts.created, facts.modified, facts.revision = report.t("app.name"), MADE, MADE, 1
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    tree = etree.fromstring(theme.blob)
    for group in tree.iter(qn("a:majorFont"), qn("a:minorFont")):
        for script in ("a:latin", "a:ea", "a:cs"):
            group.find(qn(script)).set("typeface", TYPEFACE)
    theme._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return deck


def new_slide(deck: Deck, title: str, *, footer: str = "") -> Slide:
    """Add a slide.

    Parameters
    ----------
    deck : Presentation
        Where.
    title : str
        What the slide states.
    footer : str, default ""
        A line under everything.

    Returns
    -------
    Slide
        With its title and its number.
    """
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    place(slide.shapes.title, MARGIN, 0.4, WIDE - 2 * MARGIN, 1.05)
    fill(slide.shapes.title.text_frame, [Line(title, 28, ACCENT, bold=True)], anchor=MSO_ANCHOR.MIDDLE)
    number = f"{len(deck.slides)}"
    if footer:
        say(slide, (MARGIN, HIGH - 0.55, WIDE - 2 * MARGIN - 1, 0.4), [Line(footer, LEAST, SOFT)])
    say(slide, (WIDE - MARGIN - 0.8, HIGH - 0.55, 0.8, 0.4), [Line(number, LEAST, SOFT)])
    return slide


def place(shape: Shape, left: float, top: float, width: float, height: float) -> None:
    """Put a shape somewhere.

    Parameters
    ----------
    shape : Shape
        Which.
    left, top, width, height : float
        In inches.
    """
    shape.left, shape.top, shape.width, shape.height = (Inches(side) for side in (left, top, width, height))


def say(slide: Slide, box: tuple[float, float, float, float], lines: Sequence[Line]) -> None:
    """Write paragraphs on a slide.

    Parameters
    ----------
    slide : Slide
        Where.
    box : tuple of float
        Left, top, width and height in inches.
    lines : sequence of Line
        The paragraphs.
    """
    shape = slide.shapes.add_textbox(*(Inches(side) for side in box))
    fill(shape.text_frame, lines)


def fill(frame: TextFrame, lines: Sequence[Line], *, anchor: MSO_ANCHOR = MSO_ANCHOR.TOP) -> None:
    """Write paragraphs into a frame.

    Parameters
    ----------
    frame : TextFrame
        Empty.
    lines : sequence of Line
        The paragraphs.
    anchor : MSO_ANCHOR, default MSO_ANCHOR.TOP
        Where they stand in it.
    """
    frame.word_wrap, frame.vertical_anchor = True, anchor
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after, paragraph.alignment = Pt(4), PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = " ".join(line.text.split())
        run.font.size, run.font.bold = Pt(line.size), line.bold
        run.font.color.rgb = _rgb(line.tint)
        _typeface(run.font._element)


def note(slide: Slide, lines: Sequence[str]) -> None:
    """Write what the speaker alone sees.

    Parameters
    ----------
    slide : Slide
        Whose notes.
    lines : sequence of str
        Paragraphs.
    """
    frame = slide.notes_slide.notes_text_frame
    fill(frame, [Line(line, 12) for line in lines])


def _typeface(properties) -> None:
    """Name the typeface for every script: `font.name` sets that of Latin alone."""
    for tag in ("a:latin", "a:ea", "a:cs"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
        properties.append(properties.makeelement(qn(tag), {"typeface": TYPEFACE}))


def _rgb(code: str) -> RGBColor:
    return RGBColor.from_string(code.removeprefix("#"))


def bar_chart(
    slide: Slide,
    box: tuple[float, float, float, float],
    names: Sequence[str],
    series: dict[str, Sequence[float]],
    *,
    form: str,
    tints: Sequence[str] = PALETTE,
) -> None:
    """Draw horizontal bars that can be edited in PowerPoint.

    Parameters
    ----------
    slide : Slide
        Where.
    box : tuple of float
        Left, top, width and height in inches.
    names : sequence of str
        Of the bars, from above.
    series : dict of str to sequence of float
        Values by the name of what they are; several are stacked.
    form : str
        The format of numbers, as a spreadsheet takes it.
    tints : sequence of str, default PALETTE
        The colour of each series.
    """
    data = CategoryChartData(number_format=form)
    data.categories = [_label(name) for name in names]
    for name, values in series.items():
        data.add_series(name, values)
    kind = XL_CHART_TYPE.BAR_STACKED if len(series) > 1 else XL_CHART_TYPE.BAR_CLUSTERED
    chart = slide.shapes.add_chart(kind, *(Inches(side) for side in box), data).chart
    chart.has_title, chart.has_legend = False, len(series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.font.size, chart.font.name = Pt(LEAST), TYPEFACE
    _typeface(chart._chartSpace.find(qn("c:txPr")).find(f".//{qn('a:defRPr')}"))
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = _rgb(SOFT)
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    plot = chart.plots[0]
    plot.gap_width = 45
    plot.has_data_labels = True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = form, False
    if len(series) > 1:  # the numbers stand inside the bars
        plot.data_labels.font.color.rgb, plot.data_labels.font.size = _rgb(PAPER), Pt(LEAST)
    for each, tint in zip(plot.series, tints, strict=False):
        each.format.fill.solid()
        each.format.fill.fore_color.rgb = _rgb(tint)


def _label(name: str) -> str:
    """Name a bar; the chart's own workbook would compute some names, and turn others into links."""
    shown = clipped(" ".join(name.split()), 2 * _NAME if name.isascii() else _NAME)
    live = ("{=", "http:", "https:", "ftp:", "mailto:", "internal:", "external:")
    return f"'{shown}" if shown.startswith(live) else inert(shown)
