"""Where the talk turns: marks to edit, not facts."""

from __future__ import annotations

import math
from collections import Counter
from itertools import chain

import numpy as np
import pandas as pd

from analysis.tables import make_table

CHARS_PER_CHAPTER = 900  # no more chapters than one for so many characters
MAX_CHAPTERS = 12
MIN_CHAPTER_CHARS = 350
_REACH = 12  # sentences compared on each side of a turn's beginning
_HANDOVER = 0.15  # what a moderator's turn adds to the depth of a boundary
TITLE_TERMS = 2


def chapter_table(
    turns: pd.DataFrame, sentences: pd.DataFrame, terms: list[tuple[str, ...]], moderators: set[int]
) -> pd.DataFrame:
    """Divide a session where its words change.

    The cohesion at the beginning of each turn is the cosine between the terms of the sentences before and after it
    (Hearst 1997, blocks of `_REACH` sentences); the deepest of those dips that are peaks and above average become
    boundaries, a moderator's turn counting a little deeper than another's.

    Parameters
    ----------
    turns, sentences : DataFrame
        As in `analysis.tables`, in order.
    terms : list of tuple of str
        Terms of each sentence.
    moderators : set of int
        Speaker ids.

    Returns
    -------
    DataFrame
        The table `chapters`; they cover all turns in order. No turns give none.
    """
    if turns.empty:
        return make_table("chapters", [])
    length, speaker = turns["chars"].tolist(), turns["speaker_id"].tolist()
    first = {}
    for sentence, turn in enumerate(sentences["turn_id"].tolist()):
        first.setdefault(turn, sentence)
    depth = {
        turn: _depth(terms, first[turn]) + _HANDOVER * (speaker[turn] in moderators)
        for turn in range(1, len(turns))
        if turn in first
    }
    starts = _choose(depth, length)
    rows, ends = [], [*starts[1:], len(turns)]
    spans = [terms[first.get(a, 0) : first.get(b, len(terms))] for a, b in zip(starts, ends, strict=True)]
    titles = _titles(spans)
    for number, (a, b) in enumerate(zip(starts, ends, strict=True)):
        rows.append((number, a, b - 1, titles[number]))
    return make_table("chapters", rows)


def _depth(terms: list[tuple[str, ...]], at: int) -> float:
    """Tell how little the sentences before and after a place share, 0 to 1."""
    before = Counter(chain.from_iterable(terms[max(0, at - _REACH) : at]))
    after = Counter(chain.from_iterable(terms[at : at + _REACH]))
    if not before or not after:
        return 0.0
    shared = sum(before[t] * after[t] for t in before.keys() & after.keys())
    return 1 - shared / math.sqrt(sum(v * v for v in before.values()) * sum(v * v for v in after.values()))


def _choose(depth: dict[int, float], length: list[int]) -> list[int]:
    """Pick the deepest boundaries that leave no chapter too short."""
    start = np.concatenate([[0], np.cumsum(length)])
    wanted = int(min(MAX_CHAPTERS, start[-1] // CHARS_PER_CHAPTER, max(1, len(length) // 2)))
    chosen = [0]
    for turn in sorted(_peaks(depth), key=lambda t: (-depth[t], t)):
        if len(chosen) >= wanted:
            break
        if min(abs(start[turn] - start[other]) for other in [*chosen, len(length)]) >= MIN_CHAPTER_CHARS:
            chosen.append(turn)
    return sorted(chosen)


def _peaks(depth: dict[int, float]) -> list[int]:
    """Keep the boundaries that are deeper than average and no shallower than the turns beside them."""
    average = sum(depth.values()) / max(1, len(depth))
    return [
        turn
        for turn, dip in depth.items()
        if dip > average and dip >= max(depth.get(turn - 1, 0.0), depth.get(turn + 1, 0.0))
    ]


def _titles(spans: list[list[tuple[str, ...]]]) -> list[str]:
    """Name each chapter by the terms that stand in it more than elsewhere."""
    counts = [Counter(chain.from_iterable(span)) for span in spans]
    everywhere = Counter(chain.from_iterable(chain.from_iterable(spans)))
    titles = []
    for count in counts:
        ranked = sorted(count, key=lambda t: (-count[t] * count[t] / everywhere[t] * min(len(t), 4), t))
        titles.append("·".join(ranked[:TITLE_TERMS]) or "…")
    return titles
