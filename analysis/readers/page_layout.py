"""From lines on pages to paragraphs: page edges taken away, wrapped lines joined, over the page break too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from analysis.readers.asides import PAGE
from analysis.readers.labels import label_of
from analysis.readers.names import name_points
from analysis.readers.paragraphs import join
from analysis.readers.timed import GENERIC, TIME

EDGE = 2  # lines at the top and at the bottom of a page that may be repeated on others
RECURS = 0.5  # of the pages
LEAST_RIGHT = 0.7  # of the page's width: a line that ends before was not wrapped, even if none is longer
WIDE_GAP = 1.6  # times the usual gap between two lines
_TIMED_LABEL = re.compile(
    rf"[^。！？\n]{{0,60}}[（(\[【]{TIME}[)）\]】]|{GENERIC}\s{{0,4}}{TIME}|[\[【(（]?{TIME}[\]】)）]?\s"
)
_ENDS_IN_TIME = re.compile(rf"[^。！？\n]{{0,60}}{TIME}[)）\]】]?[:：]?")
_ENDED = re.compile(r"[。！？!?；;…：:.”’\"』」）)\]】]$")
_TOKEN = re.compile(r"(?:[\x21-\x7e\u00c0-\u024f]+|.)[，。！？；：、）」』”’》,.!?;:)]*")
_NARROW = re.compile(r"[\x20-\x7e\u00c0-\u024f]")


@dataclass(frozen=True)
class Line:
    """One line on a page (from 0), its box in points from the top left corner."""

    text: str
    page: int
    x0: float
    x1: float
    top: float
    bottom: float


def _em(line: Line) -> float:
    return max(line.bottom - line.top, 1.0)


def _is_label(text: str) -> bool:
    """Tell whether a line at the edge of a page may be a speaker's, however often it comes back."""
    return text.endswith((":", "：")) or bool(re.search(rf"{TIME}[)）\]】]?[:：]?$", text) or _TIMED_LABEL.match(text))


def _block(on_page: list[Line], gap: float) -> list[Line]:
    """Give the first lines of a page down to a wide gap; none where the text goes on without one."""
    for place, (line, below) in enumerate(pairwise(on_page[: EDGE + 1]), 1):
        between = max(below.top - line.bottom, line.top - below.bottom)
        if between > WIDE_GAP * gap + 0.1 * _em(line):
            return on_page[:place]
    return []


def _edge_lines(lines: list[Line]) -> Iterator[Line]:
    """Give the lines above and below the text of each page."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    gap = _usual_gap(lines)
    for on_page in pages.values():
        yield from {id(line): line for side in (on_page, on_page[::-1]) for line in _block(side, gap)}.values()


def page_edges(lines: list[Line]) -> set[int]:
    """Find page numbers, and the heads and feet that pages repeat.

    Parameters
    ----------
    lines : list of Line
        In reading order.

    Returns
    -------
    set of int
        Their places in `lines`.
    """
    edges = [(line, (re.sub(r"\d+", "#", line.text), round(line.top / 4))) for line in _edge_lines(lines)]
    least = max(2, RECURS * len({line.page for line in lines}))
    signs, texts = Counter(sign for _, sign in edges), Counter(line.text for line, _ in edges)
    gone = set()
    for line, sign in edges:
        same = texts[line.text] >= least and not line.text.endswith((":", "："))
        alike = signs[sign] >= least and not _is_label(line.text)
        if same or alike or line.text == str(line.page + 1):
            gone.add(id(line))
    return {place for place, line in enumerate(lines) if id(line) in gone or PAGE.fullmatch(line.text)}


def _width_of_first(line: Line) -> float:
    """Estimate how wide the first word of a line is, with the stops that may not be parted from it."""

    def units(text: str) -> float:
        return len(text) - 0.5 * len(_NARROW.findall(text))

    return (line.x1 - line.x0) * units(_TOKEN.match(line.text)[0]) / max(units(line.text), 0.5)


def _begins_turn(text: str, before: str) -> bool:
    if _TIMED_LABEL.match(text):
        return True
    if not _ENDED.search(before):
        return False
    if _ENDS_IN_TIME.fullmatch(text):
        return True
    label = label_of(text)
    if label is None:
        return False
    evidence, penalty = name_points(label.speaker)
    return bool(label.affiliation) or label.marked or (evidence >= 2 and penalty == 0)


def _continues(line: Line, below: Line, *, first: bool, right: float, gap: float) -> bool:
    """Tell whether a line was only wrapped, and goes on in the one below."""
    em = _em(line)
    if line.x1 + _width_of_first(below) < right - 0.3 * em or abs(_em(below) - em) > 0.25 * em:
        return False
    if line.page == below.page and below.top - line.bottom > WIDE_GAP * max(gap, 0) + 0.25 * em:
        return False
    shift = below.x0 - line.x0
    if shift > 0.8 * em or (shift < -0.8 * em and not first):
        return False
    return not _begins_turn(below.text, line.text)


def _usual_gap(lines: list[Line]) -> float:
    gaps = [below.top - line.bottom for line, below in pairwise(lines) if line.page == below.page]
    return median(gap for gap in gaps if gap >= 0) if any(gap >= 0 for gap in gaps) else 0.0


def paragraphs(lines: list[Line], *, width: float) -> list[str]:
    """Join the lines of each paragraph.

    Parameters
    ----------
    lines : list of Line
        In reading order, without page edges.
    width : float
        Of a page, in points.

    Returns
    -------
    list of str
        In the same order, every line in one; no blank between Han where a line was wrapped.
    """
    if not lines:
        return []
    right, gap = max(LEAST_RIGHT * width, *(line.x1 for line in lines)), _usual_gap(lines)
    found, parts = [], [lines[0].text]
    for line, below in pairwise(lines):
        if _continues(line, below, first=len(parts) == 1, right=right, gap=gap):
            parts.append(below.text)
        else:
            found.append(join(parts))
            parts = [below.text]
    return [*found, join(parts)]
