"""No text of ours is drawn as a box."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from analysis import paths
from analysis.text import TEXT

FILES = (paths.FONTS / "NotoSansSC-Regular.otf", paths.ROOT / "static" / "NotoSansSC-subset.woff2")


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.suffix)
def held(request: pytest.FixtureRequest) -> frozenset[str]:
    """Collect the characters that a font has a shape for."""
    return frozenset(map(chr, TTFont(request.param).getBestCmap()))


def printed(text: str) -> set[str]:
    """Leave out what has no shape of its own, such as line breaks, and the sign that stands for a lost character."""
    return {character for character in text if character.isprintable()} - {"\ufffd"}


def test_fonts_hold_interface(held: frozenset[str]) -> None:
    assert printed("".join(zh + en for zh, en in TEXT.values())) - held == set()


def test_fonts_hold_shipped_transcripts(held: frozenset[str]) -> None:
    sources = sorted((paths.DATA / "transcripts").glob("*.txt"))
    assert sources
    assert printed("".join(source.read_text(encoding="utf-8-sig") for source in sources)) - held == set()


def test_fonts_hold_names(held: frozenset[str]) -> None:
    standard = (paths.FONTS / "characters.txt").read_text(encoding="utf-8").replace("\n", "")
    assert len(standard) == 8105
    assert set(standard) | set("喆堃镕玥珺昇赟") <= held


def test_fonts_hold_signs(held: frozenset[str]) -> None:
    assert set("→←↑↓·…—“”‘’「」《》【】（）％％①✓●■□│├└ＡＢ１２：，。") <= held
