"""Texts that a file can hold: no character XML forbids, no direction that runs on into what follows."""

from __future__ import annotations

import re
from dataclasses import replace

import pandas as pd

from analysis.tables import STR, STRS, TABLES
from analysis.workshop import Workshop

# XML 1.0, section 2.2: control characters but tab and line breaks, lone surrogates, two non-characters
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # embeddings, overrides, isolates and their ends


def plain(text: str) -> str:
    r"""Take out the characters that no XML file may hold.

    Parameters
    ----------
    text : str
        Anything.

    Returns
    -------
    str
        The rest, unchanged.

    Examples
    --------
    >>> plain("控\x07制")
    '控制'
    """
    return _FORBIDDEN.sub("", text)


def isolated(text: str) -> str:
    """Keep marks that turn the direction of writing from reaching what stands beside a text.

    Parameters
    ----------
    text : str
        Anything.

    Returns
    -------
    str
        The text; with such marks, between "first strong isolate" and "pop directional isolate".
    """
    return f"\u2068{text}\u2069" if _TURNING.search(text) else text


def clipped(text: str, most: int) -> str:
    """Shorten a text.

    Parameters
    ----------
    text : str
        Anything.
    most : int
        How many characters it may have, the ellipsis counted.

    Returns
    -------
    str
        The text, or its beginning and an ellipsis.

    Examples
    --------
    >>> clipped("关系很重要，信任很重要", 6)
    '关系很重要…'
    """
    if len(text) <= most:
        return text
    end = "…\u2069" if text.startswith("\u2068") else "…"  # an isolate is closed all the same
    return text[: most - len(end)].rstrip("，、；：,;: ") + end


def excerpt(quote: str, core: str, most: int) -> str:
    """Take the part of a quote that holds its summary.

    Parameters
    ----------
    quote : str
        A row's words.
    core : str
        Its summary.
    most : int
        How many characters the part may have, ellipses counted.

    Returns
    -------
    str
        The whole quote where it is short enough.

    Examples
    --------
    >>> excerpt("我先说两句。关系很重要，信任也很重要。谢谢大家。", "信任也很重要", 16)
    '…信任也很重要。谢谢大家。'
    """
    if len(quote) <= most:
        return quote
    found = max(0, quote.find(core))
    room = max(0, most - 2 - len(core))
    start = max(0, min(found - room // 2, len(quote) - (most - 2)))
    stops = [place.end() for place in re.finditer("[。！？!?；;，,]", quote[start:found])]
    start = start if start == 0 or not stops else start + stops[0]
    part = quote[start : start + most - 2]
    rest = start + len(part) < len(quote)
    return ("…" if start else "") + (part.rstrip("，、；：,;: ") + "…" if rest else part)


def plain_workshop(workshop: Workshop) -> Workshop:
    """Take out of every table what no XML file may hold.

    Parameters
    ----------
    workshop : Workshop
        Is not changed.

    Returns
    -------
    Workshop
        The same rows.
    """
    tables = {}
    for name, columns in TABLES.items():
        table = workshop.tables[name]
        texts = {c.name: table[c.name].map(plain, na_action="ignore") for c in columns if c.type == STR}
        lists = {
            c.name: pd.Series([[plain(each) for each in cell] for cell in table[c.name]], table.index, dtype=object)
            for c in columns
            if c.type == STRS
        }
        tables[name] = table.assign(**texts, **lists)
    about = {name: plain(value) if isinstance(value, str) else value for name, value in workshop.about.items()}
    return replace(workshop, tables=tables, about=about)
