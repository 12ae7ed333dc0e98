"""Cut the web font out of the whole one: `python data/fonts/subset.py` (needs fonttools and brotli, nothing else)."""

from __future__ import annotations

from pathlib import Path

from fontTools import subset

FONTS = Path(__file__).resolve().parent
WHOLE = FONTS / "NotoSansSC-Regular.otf"
WEB = FONTS.parent.parent / "static" / "NotoSansSC-subset.woff2"
FEATURES = ["kern", "halt", "chws"]  # spacing of Latin letters and of Chinese punctuation side by side

RANGES = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x017F),  # Latin with accents
    (0x01CD, 0x01DC),  # tone marks of Pinyin
    (0x0370, 0x03FF),  # Greek
    (0x2010, 0x205E),  # dashes, quotation marks, ellipsis
    (0x20AC, 0x20AC),  # euro
    (0x2100, 0x218F),  # ℃ № ™, fractions, Roman numbers
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x2460, 0x25FF),  # circled numbers, boxes, geometric shapes
    (0x2600, 0x2757),  # stars, ticks
    (0x3000, 0x30FF),  # Chinese punctuation, Kana
    (0x3200, 0x33FF),  # numbers in brackets, units
    (0xFE30, 0xFE4F),  # vertical and wavy forms
    (0xFF01, 0xFFEE),  # full-width and half-width forms
)


def gb2312() -> str:
    """List the characters of GB 2312, by decoding every double byte."""
    rows = (bytes((high, low)) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    return "".join(pair.decode("gb2312", errors="ignore") for pair in rows)


def characters() -> set[int]:
    """Collect every code point the web font is to hold."""
    standard = (FONTS / "characters.txt").read_text(encoding="utf-8").replace("\n", "")
    wanted = {ord(character) for character in standard + gb2312()}
    return wanted.union(*(range(first, last + 1) for first, last in RANGES))


def main() -> None:
    """Write the web font."""
    options = subset.Options(
        flavor="woff2", hinting=False, desubroutinize=True, layout_features=FEATURES, notdef_outline=True
    )
    options.drop_tables += ["VORG", "vhea", "vmtx", "DSIG"]
    font = subset.load_font(str(WHOLE), options)
    font.recalcTimestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    WEB.parent.mkdir(exist_ok=True)
    subset.save_font(font, str(WEB), options)


if __name__ == "__main__":
    main()
