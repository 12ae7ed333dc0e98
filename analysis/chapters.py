"""Where the talk turns: marks to edit, not facts."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from analysis.ranges import spread
from analysis.tables import make_table
from analysis.terms import Found

CHARS_PER_CHAPTER = 900  # no more chapters than one for so many characters
MAX_CHAPTERS = 12
MIN_CHAPTER_CHARS = 350
_REACH = 12  # sentences compared on each side of a turn's beginning
_HANDOVER = 0.15  # what a moderator's turn adds to the depth of a boundary
TITLE_TERMS = 2


def chapter_table(turns: pd.DataFrame, sentences: pd.DataFrame, found: Found, moderators: set[int]) -> pd.DataFrame:
    """Divide a session where its words change.

    The cohesion at the beginning of each turn is the cosine between the terms of the sentences before and after it
    (Hearst 1997, blocks of `_REACH` sentences); the deepest of those dips that are peaks and above average become
    boundaries, a moderator's turn counting a little deeper than another's.

    Parameters
    ----------
    turns, sentences : DataFrame
        As in `analysis.tables`, in order.
    found : Found
        The terms of the sentences.
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
    first = np.searchsorted(sentences["turn_id"].to_numpy(), np.arange(len(turns) + 1))
    inside = (np.flatnonzero(np.diff(first[1:]) > 0) + 1).tolist()  # turns, but the first, that hold sentences
    dips = _depths(found, first[inside], len(sentences)).tolist()
    depth = {turn: dip + _HANDOVER * (speaker[turn] in moderators) for turn, dip in zip(inside, dips, strict=True)}
    starts = _choose(depth, length)
    ends = [*starts[1:], len(turns)]
    edges = np.searchsorted(found.sentence, first[[*starts, len(turns)]])
    titles = _titles(found, edges.tolist())
    rows = zip(range(len(starts)), starts, (end - 1 for end in ends), titles, strict=True)
    return make_table("chapters", list(rows))


def _depths(found: Found, places: np.ndarray, size: int) -> np.ndarray:
    """Tell how little the sentences before and after each place share, 0 to 1; 0 where either side has no terms."""
    count = csr_matrix((np.ones(len(found.term)), (found.sentence, found.term)), shape=(size, len(found.names)))
    before, after = (
        _windows(np.clip(places + a, 0, size), np.clip(places + b, 0, size), size) @ count
        for a, b in ((-_REACH, 0), (0, _REACH))
    )
    shared = np.asarray(before.multiply(after).sum(axis=1)).ravel()
    norm = np.sqrt(_squares(before) * _squares(after))
    return np.where(norm > 0, 1 - shared / np.maximum(norm, 1e-9), 0.0)


def _windows(start: np.ndarray, stop: np.ndarray, size: int) -> csr_matrix:
    """Mark the sentences of each window in a row of its own."""
    window, sentence = spread(start, stop)
    return csr_matrix((np.ones(len(window)), (window, sentence)), shape=(len(start), size))


def _squares(matrix: csr_matrix) -> np.ndarray:
    return np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()


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


def _titles(found: Found, edges: list[int]) -> list[str]:
    """Name each chapter, its terms between two edges, by the terms that stand in it more than elsewhere."""
    n = len(found.names)
    everywhere = np.maximum(np.bincount(found.term, minlength=n), 1)
    length = np.minimum(list(map(len, found.names)), 4)
    titles = []
    for start, stop in pairwise(edges):
        count = np.bincount(found.term[start:stop], minlength=n)
        weight = count * count / everywhere * length
        said = np.flatnonzero(count)
        least = np.sort(weight[said])[-TITLE_TERMS:].min(initial=np.inf)
        leading = [(-weight[t], found.names[t]) for t in said[weight[said] >= least].tolist()]
        titles.append("·".join(name for _, name in sorted(leading)[:TITLE_TERMS]) or "…")
    return titles
