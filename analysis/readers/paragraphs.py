"""Words that stand on several lines of a file: as paragraphs, or joined where a line was only wrapped."""

from __future__ import annotations

import re

from analysis.readers.asides import BLANKS

_CJK = re.compile(
    r"[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2014\u2018-\u201d\u2026]"
)
_ENDS = re.compile("\r\n|[\r\n\u2028\u2029\u000b]")


def paragraphs(text: str) -> list[str]:
    r"""Split a text that holds line breaks.

    Parameters
    ----------
    text : str
        Of one cell or field.

    Returns
    -------
    list of str
        Without outer blanks, none empty.

    Examples
    --------
    >>> paragraphs(" 好。\n\n行。 ")
    ['好。', '行。']
    """
    return [part for part in (part.strip(BLANKS) for part in _ENDS.split(text)) if part]


def join(parts: list[str]) -> str:
    """Join lines that were only wrapped.

    Parameters
    ----------
    parts : list of str
        Stripped, not empty.

    Returns
    -------
    str
        With a blank only where neither side of a joint is Chinese.

    Examples
    --------
    >>> join(["圆头的", "我这里有", "two more", "keys"])
    '圆头的我这里有two more keys'
    """
    out = parts[0] if parts else ""
    for part in parts[1:]:
        tight = not out or _CJK.match(out[-1]) or _CJK.match(part[0])
        out += part if tight else " " + part
    return out


def located(found: list[str], lines: list[str], first: int, last: int) -> tuple[int, ...]:
    """Find on which lines of a file the paragraphs of a cell stand.

    Parameters
    ----------
    found : list of str
        Paragraphs, in order.
    lines : list of str
        All lines of the file.
    first, last : int
        The lines to look at, from 1.

    Returns
    -------
    tuple of int
        One a paragraph, never going back.
    """
    out, line = [], first
    for paragraph in found:
        quoted = paragraph.replace('"', '""')
        there = (n for n in range(line, last + 1) if paragraph in lines[n - 1] or quoted in lines[n - 1])
        line = next(there, line)
        out.append(line)
        line = min(line + 1, last)
    return tuple(out)
