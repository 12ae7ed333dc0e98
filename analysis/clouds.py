"""Where each word of a cloud stands and how large it is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import ImageFont

FLOOR = 0.2  # the lightest word is never drawn smaller than this part of the heaviest
FILL = 0.42  # the part of the picture that words may cover at the first attempt
SHRINK = 0.85  # what one further attempt takes off every size
SMALLEST = 4  # in pixels; no attempt goes below


@dataclass(frozen=True)
class CloudWord:
    """A word of a cloud: its size in pixels, and the origin of its baseline as SVG's `text` takes it."""

    word: str
    size: int
    x: int
    y: int


def layout_cloud(
    frequencies: dict[str, float],
    *,
    font: Path,
    width: int = 960,
    height: int = 540,
    max_words: int = 60,
    seed: int = 1,
) -> list[CloudWord]:
    """Lay words out by weight, none on top of another and none turned.

    Sizes grow with the square root of the weight, from a fifth of the largest up; equal weights have equal sizes.

    Parameters
    ----------
    frequencies : dict of str to float
        Word and weight, such as its count; a word of weight 0 or less, of blanks only or with a control
        character is left out.
    font : Path
        The font file the words are measured in: TrueType or OpenType.
    width : int, default 960
        Width of the picture in pixels.
    height : int, default 540
        Height of the picture in pixels.
    max_words : int, default 60
        Take no more than this many, the heaviest ones; of equal weights the first by code point.
    seed : int, default 1
        The same seed gives the same picture.

    Returns
    -------
    list of CloudWord
        Heaviest word first. No words give an empty list.

    Examples
    --------
    >>> from analysis.paths import FONTS
    >>> words = layout_cloud({"社区": 3, "资金": 2, "的": 0}, font=FONTS / "NotoSansSC-Regular.otf")
    >>> [word.word for word in words]
    ['社区', '资金']
    """
    weights = {word: float(weight) for word, weight in frequencies.items() if _drawable(word) and weight > 0}
    ranked = sorted(weights, key=lambda word: (-weights[word], word))[:max_words]
    if not ranked:
        return []
    heaviest = weights[ranked[0]]
    scales = {word: FLOOR + (1 - FLOOR) * math.sqrt(weights[word] / heaviest) for word in ranked}
    largest = _largest_size(scales, font=font, width=width, height=height)
    while True:
        sizes = {word: max(SMALLEST, round(scale * largest)) for word, scale in scales.items()}
        placed = _attempt(sizes, font=font, width=width, height=height, seed=seed)
        if {word.word: word.size for word in placed} == sizes or largest * SHRINK < SMALLEST:
            return placed
        largest = int(largest * SHRINK)


def cloud_svg(words: list[CloudWord], colors: dict[str, str], *, width: int, height: int, font: str, paper: str) -> str:
    """Write a laid-out cloud as a picture to keep.

    Parameters
    ----------
    words : list of CloudWord
        What `layout_cloud` gives.
    colors : dict of str to str
        The colour of each word.
    width, height : int
        Of the picture, as it was laid out.
    font : str
        The font families to draw with, as CSS lists them; no font is put into the file.
    paper : str
        The colour behind the words.

    Returns
    -------
    str
        An SVG file.
    """
    texts = "".join(
        f'<text x="{word.x}" y="{word.y}" font-size="{word.size}" fill="{escape(colors[word.word])}">'
        f"{escape(word.word)}</text>\n"
        for word in words
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="{escape(font)}">\n'
        f'<rect width="100%" height="100%" fill="{escape(paper)}"/>\n{texts}</svg>\n'
    )


def _drawable(word: str) -> bool:
    """Tell whether a word stands on one line and shows ink."""
    return word.isprintable() and bool(word.strip())


def _largest_size(scales: dict[str, float], *, font: Path, width: int, height: int) -> int:
    """Estimate the size of the heaviest word at which all of them fit."""
    lengths = {word: _face(font, 100).getlength(word) / 100 for word in scales}  # in units of the size
    area = sum(lengths[word] * scale**2 for word, scale in scales.items())
    widest = max(lengths[word] * scale for word, scale in scales.items())
    return max(SMALLEST, int(min(math.sqrt(FILL * width * height / area), 0.9 * width / widest, height / 4)))


def _attempt(sizes: dict[str, int], *, font: Path, width: int, height: int, seed: int) -> list[CloudWord]:
    """Place words of these sizes, largest first; wordcloud shrinks or drops those that find no room."""
    from wordcloud import WordCloud  # here, not above: it imports matplotlib, a third of a second

    cloud = WordCloud(
        font_path=str(font),
        width=width,
        height=height,
        max_words=len(sizes),
        random_state=seed,
        max_font_size=max(sizes.values()),
        min_font_size=SMALLEST,
        relative_scaling=1,  # a word's size goes with what is given as its frequency: its size
        prefer_horizontal=1.0,
        margin=8,
    )
    try:
        laid = cloud.generate_from_frequencies(sizes).layout_
    except ValueError:  # not even the first word has room
        return []
    return [_origin(word, int(size), row, column, font=font) for (word, _), size, (row, column), *_ in laid]


def _origin(word: str, size: int, row: int, column: int, *, font: Path) -> CloudWord:
    """Turn the top left corner of the ink, which wordcloud gives, into the origin of the baseline."""
    face = _face(font, size)
    left, top, *_ = face.getbbox(word)
    return CloudWord(word=word, size=size, x=int(column - left), y=int(row - top + face.getmetrics()[0]))


@lru_cache(maxsize=128)
def _face(font: Path, size: int) -> ImageFont.FreeTypeFont:
    """Open the font once for each size."""
    from PIL import ImageFont

    return ImageFont.truetype(str(font), size)
