"""The one list of formats, in the order in which they are tried."""

from __future__ import annotations

from analysis.errors import AnalysisError
from analysis.readers import (
    fathom,
    feishu,
    gmeet,
    json_file,
    name_time,
    proceedings,
    questions,
    ranged,
    sheet,
    subtitles,
    tencent,
    time_name,
    time_only,
    two_blanks,
    unread,
    whisperx,
    zoom,
)
from analysis.readers.formats import Format, heads

FORMATS: tuple[Format, ...] = (
    json_file.FORMAT,
    *ranged.FORMATS,
    *unread.FORMATS,
    *subtitles.FORMATS,
    sheet.FORMAT,
    zoom.FORMAT,
    tencent.FORMAT,
    fathom.FORMAT,
    gmeet.FORMAT,
    *two_blanks.FORMATS,
    whisperx.FORMAT,
    time_name.FORMAT,
    feishu.FORMAT,
    *name_time.FORMATS,
    questions.FORMAT,
    time_only.FORMAT,
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
        Most signs first, each of another reader; among equals the order of `FORMATS`. The last of `FORMATS` where
        there is no sign of any.
    """
    beginnings, last = heads(text), FORMATS[-1]
    scored = [(each.score(beginnings), each) for each in FORMATS[:-1]]
    found = [(score, each) for score, each in scored if score > 0]
    if not found:
        return [last]
    found.append((last.score(beginnings), last))
    ordered = [each for score, each in sorted(found, key=lambda pair: -pair[0]) if score > 0]
    by_reader = {each.read: each for each in reversed(ordered)}
    return [each for each in ordered if by_reader[each.read] is each]
