"""The one list of formats, in the order in which they are tried."""

from __future__ import annotations

from analysis.errors import AnalysisError
from analysis.readers import json_file, proceedings, sheet, subtitles, unread
from analysis.readers.formats import Format, heads

FORMATS: tuple[Format, ...] = (
    json_file.FORMAT,
    *unread.FORMATS,
    *subtitles.FORMATS,
    sheet.FORMAT,
    proceedings.FORMAT,
)


def named(name: str) -> Format:
    """Find a format by its name.

    Parameters
    ----------
    name : str
        Such as `proceedings`.

    Returns
    -------
    Format
        The one of that name.

    Raises
    ------
    AnalysisError
        `format_unknown`.
    """
    for each in FORMATS:
        if each.name == name:
            return each
    raise AnalysisError("format_unknown", format=name, known="、".join(each.name for each in FORMATS))


def ranked(text: str) -> list[Format]:
    """Order the formats that a text shows any sign of.

    Parameters
    ----------
    text : str
        A decoded file.

    Returns
    -------
    list of Format
        Most signs first; among equals the order of `FORMATS`. The last of `FORMATS` where there is no sign of any.
    """
    beginnings, last = heads(text), FORMATS[-1]
    scored = [(each.score(beginnings), each) for each in FORMATS[:-1]]
    found = [(score, each) for score, each in scored if score > 0]
    if not found:
        return [last]
    found.append((last.score(beginnings), last))
    return [each for score, each in sorted(found, key=lambda pair: -pair[0]) if score > 0]
