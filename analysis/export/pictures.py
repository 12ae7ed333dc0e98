"""Pictures for files, drawn at twice the size they are shown at: no browser takes part."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from analysis.clouds import CloudWord, layout_cloud
from analysis.errors import AnalysisError
from analysis.export.content import Report
from analysis.export.look import INK, LINE, PALETTE, PAPER, SOFT, color_of
from analysis.paths import FONTS

if TYPE_CHECKING:
    from PIL.Image import Image

FONT = FONTS / "NotoSansSC-Regular.otf"
SCALE = 2
CLOUD = (960, 420)  # width and height as it is laid out
WORDS = 50
BAR_ROW, BAR_WIDTH, BAR_NAMES, BAR_VALUES = 32, 900, 220, 190
_TEXT = 17


def cloud(report: Report) -> tuple[list[CloudWord], dict[str, str]]:
    """Lay out the word cloud of a report.

    Parameters
    ----------
    report : Report
        Its terms by importance; the colour of a word is its topic's.

    Returns
    -------
    words : list of CloudWord
        On a picture of the size `CLOUD`.
    colors : dict of str to str
        By word.

    Raises
    ------
    AnalysisError
        `font_missing`.
    """
    terms = report.terms.head(WORDS)
    words = _laid_out(tuple(zip(terms["term"], terms["score"], strict=True)))
    colors = {word.word: SOFT for word in words}
    for topic, names in zip(report.topics["topic_id"], report.topics["terms"], strict=True):
        colors |= {name: color_of(topic) for name in names if name in colors}
    return list(words), colors


def cloud_png(report: Report) -> bytes | None:
    """Draw the word cloud.

    Parameters
    ----------
    report : Report
        As `cloud` takes it.

    Returns
    -------
    bytes or None
        A PNG file of `SCALE` times `CLOUD`; None where there is no word to draw.

    Raises
    ------
    AnalysisError
        `font_missing`.
    """
    from PIL import Image, ImageDraw

    words, colors = cloud(report)
    if not words:
        return None
    picture = Image.new("RGB", tuple(SCALE * side for side in CLOUD), PAPER)
    draw = ImageDraw.Draw(picture)
    for word in words:
        at = (SCALE * word.x, SCALE * word.y)
        draw.text(at, word.word, fill=colors[word.word], font=_face(SCALE * word.size), anchor="ls")
    return _png(picture)


def bars_png(rows: list[tuple[str, float, str, str]]) -> bytes:
    """Draw one horizontal bar a row.

    Parameters
    ----------
    rows : list of tuple
        Name, value (0 or more), the text behind the bar, colour.

    Returns
    -------
    bytes
        A PNG file of `SCALE` times `BAR_WIDTH`.

    Raises
    ------
    AnalysisError
        `font_missing`.
    """
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (SCALE * BAR_WIDTH, SCALE * (BAR_ROW * len(rows) + 8)), PAPER)
    draw = ImageDraw.Draw(picture)
    face = _face(SCALE * _TEXT)
    left, room = SCALE * BAR_NAMES, SCALE * (BAR_WIDTH - BAR_NAMES - BAR_VALUES)
    most = max((value for _, value, _, _ in rows), default=0) or 1
    for number, (name, value, text, color) in enumerate(rows):
        middle = SCALE * (BAR_ROW * number + BAR_ROW / 2 + 4)
        shown = _fitting(name, SCALE * (BAR_NAMES - 12))
        draw.text((left - SCALE * 10, middle), shown, fill=INK, font=face, anchor="rm")
        end = left + room * value / most
        draw.rectangle((left, middle - SCALE * 10, max(end, left + 1), middle + SCALE * 10), fill=color)
        draw.text((end + SCALE * 8, middle), text, fill=SOFT, font=face, anchor="lm")
    draw.line((left, SCALE * 4, left, picture.height - SCALE * 4), fill=LINE, width=SCALE)
    return _png(picture)


def share_rows(report: Report) -> list[tuple[str, float, str, str]]:
    """List the bars of who spoke how much.

    Parameters
    ----------
    report : Report
        Its speakers, most characters first.

    Returns
    -------
    list of tuple
        As `bars_png` takes them; a speaker's colour is that of the pages.
    """
    places = {speaker: n for n, speaker in enumerate(report.workshop.tables["speakers"]["speaker_id"])}
    return [
        (
            row.name,
            row.char_share,
            report.t("export.bar_value", chars=row.chars, share=row.char_share),
            PALETTE[places[row.speaker_id] % len(PALETTE)],
        )
        for row in report.speakers[["name", "char_share", "chars", "speaker_id"]].itertuples(index=False, name="Row")
    ]


def _fitting(name: str, room: int) -> str:
    """Shorten a name to a width in pixels; signs without a shape of their own would be drawn as boxes."""
    face, shown = _face(SCALE * _TEXT), "".join(c for c in name[:40] if c.isprintable())
    if face.getlength(shown) <= room and len(name) <= 40:
        return shown
    while shown and face.getlength(shown + "…") > room:
        shown = shown[:-1]
    return shown + "…"


@lru_cache(maxsize=4)
def _laid_out(weights: tuple[tuple[str, float], ...]) -> tuple[CloudWord, ...]:
    """Lay a cloud out once for the files of one workshop."""
    check_font()
    return tuple(layout_cloud(dict(weights), font=FONT, width=CLOUD[0], height=CLOUD[1], max_words=WORDS))


@lru_cache(maxsize=64)
def _face(size: int):
    from PIL import ImageFont

    check_font()
    return ImageFont.truetype(str(FONT), size)


def check_font() -> None:
    """Make sure that the shipped font is there.

    Raises
    ------
    AnalysisError
        `font_missing`.
    """
    if not FONT.is_file():
        raise AnalysisError("font_missing", where=FONT.name)


def _png(picture: Image) -> bytes:
    out = BytesIO()
    picture.quantize(64).save(out, "PNG", optimize=False)  # few colours: a quarter of the bytes, the same look
    return out.getvalue()
