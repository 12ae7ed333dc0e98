"""A word in its context, line under line."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import east_asian_width

import pandas as pd

from analysis.words import normalise

CONTEXT_CHARS = 18  # Han characters; of Latin letters twice as many take the same room
SORTS = ("place", "left", "right")
_UNSAID = re.compile(r"[\W_]+")  # punctuation and blanks tell nothing of the words beside a word


def narrow(text: str) -> str:
    """Fold what folds into one character, so that every place stays where it is.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        As long as the text; letters keep their case.

    Examples
    --------
    >>> narrow("ＮＧＯ㎏")
    'NGO㎏'
    """
    return text if text.isascii() else "".join(map(_narrow_character, text))


@lru_cache(maxsize=20_000)
def _narrow_character(character: str) -> str:
    folded = normalise(character)
    return folded if len(folded) == 1 else character


def concordance(sentences: pd.DataFrame, text: str, *, context: int = CONTEXT_CHARS) -> pd.DataFrame:
    """Find every place of a text, with the words around it in the same sentence.

    Parameters
    ----------
    sentences : DataFrame
        Rows of `sentences`.
    text : str
        What to look for, letters in either case and of either width; an empty one stands nowhere.
    context : int, default CONTEXT_CHARS
        Room kept on each side, in Han characters; a Latin letter takes half of it.

    Returns
    -------
    DataFrame
        `sentence_id`, `turn_id`, `speaker_id`, `line`, `left`, `match`, `right`: as written, line breaks as blanks,
        `…` where the sentence goes on. In order.
    """
    columns = ["sentence_id", "turn_id", "speaker_id", "line"]
    wanted = re.compile(re.escape(narrow(text.strip())), re.IGNORECASE)
    rows = []
    for row in sentences[[*columns, "text"]].itertuples(index=False) if text.strip() else ():
        said = re.sub(r"\s", " ", row.text.rstrip())
        for found in wanted.finditer(narrow(said)):
            rows.append((*row[:4], *_around(said, found.start(), found.end(), context)))
    return pd.DataFrame(rows, columns=[*columns, "left", "match", "right"])


def _around(said: str, start: int, stop: int, context: int) -> tuple[str, str, str]:
    """Give what stands before, at and behind a place."""
    first = start - _reach(said[:start][::-1], context)
    last = stop + _reach(said[stop:], context)
    more = ("…" if said[:first].strip() else "", "…" if said[last:].strip() else "")
    return more[0] + said[first:start].lstrip(), said[start:stop], said[stop:last] + more[1]


def _reach(text: str, room: int) -> int:
    """Count the characters from the start of a text that find room."""
    left = 2 * room
    for count, character in enumerate(text):
        left -= 1 + (east_asian_width(character) in "WF")
        if left < 0:
            return count
    return len(text)


def sort_lines(lines: pd.DataFrame, *, by: str) -> pd.DataFrame:
    """Bring lines with the same words beside the match together.

    Parameters
    ----------
    lines : DataFrame
        What `concordance` gives.
    by : str
        One of `SORTS`: `place` is the order of the talk; `left` compares the words before the match, from the match
        outwards; `right` those behind it. Punctuation and case do not count; the commonest neighbour comes first.

    Returns
    -------
    DataFrame
        The same rows.
    """
    if by == "place" or lines.empty:
        return lines
    beside = [_UNSAID.sub("", narrow(text)).lower() for text in lines[by]]
    beside = [text[::-1] if by == "left" else text for text in beside]
    neighbour = pd.Series([text[:1] for text in beside], index=lines.index)
    # a sentence that begins or ends with the match has no neighbour, and comes last
    often = neighbour.map(neighbour.value_counts()).where(neighbour != "", 0)
    keyed = lines.assign(_often=-often, _beside=beside)
    ordered = keyed.sort_values(["_often", "_beside"], kind="stable", ignore_index=True)
    return ordered.drop(columns=["_often", "_beside"])
