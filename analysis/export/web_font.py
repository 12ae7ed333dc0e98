"""The shipped font cut down to the characters of one file, to stand inside it."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

from analysis.export import pictures

FAMILY = "Workshop Sans"  # not the font's own name: a reader's installed one is not to be mixed in
_ALWAYS = "".join(map(chr, range(0x20, 0x7F)))  # what a reader types into the search


def font_face(text: str) -> str:
    """Write the style rule that brings the font.

    Parameters
    ----------
    text : str
        All that is to be drawn; a character the font has no shape for is drawn with the reader's own fonts.

    Returns
    -------
    str
        A CSS rule with the font inside.

    Raises
    ------
    AnalysisError
        `font_missing`.
    """
    data = b64encode(_subset(text + _ALWAYS)).decode("ascii")
    return f'@font-face{{font-family:"{FAMILY}";src:url(data:font/woff;base64,{data}) format("woff")}}'


def _subset(text: str) -> bytes:
    """Cut the font down; WOFF rather than WOFF2, which would take another library for a tenth of the bytes."""
    from fontTools import subset

    pictures.check_font()
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True)
    options.drop_tables += ["VORG", "vhea", "vmtx", "DSIG", "GSUB", "GPOS", "GDEF", "BASE"]
    font = subset.load_font(str(pictures.FONT), options, lazy=True)
    font.recalcTimestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=set(map(ord, text)))
    subsetter.subset(font)
    font.flavor = "woff"
    out = BytesIO()
    font.save(out)
    return out.getvalue()
