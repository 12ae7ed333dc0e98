"""A meeting in windows of whole sentences, which the encoder reads at once."""

from __future__ import annotations

import numpy as np

from analysis.encoder.tokens import END, START

BUDGET = 256  # tokens of a window, its start and each sentence's end among them
LONGEST = BUDGET - 2  # pieces of one sentence; what is beyond is not read
FULL = 4  # sentences from the edge of a window from where on context is whole


def runs(sizes: list[int], first: int = BUDGET) -> list[tuple[int, int]]:
    """Fill windows one after the other.

    Parameters
    ----------
    sizes : list of int
        Pieces of each sentence, without its end.
    first : int, default `BUDGET`
        Tokens of the first window: another number moves all edges.

    Returns
    -------
    list of tuple of (int, int)
        First sentence and the one behind the last, without gap or overlap.
    """
    out, start, budget, used = [], 0, first, 1
    for at, size in enumerate(sizes):
        if at > start and used + size + 1 > budget:
            out.append((start, at))
            start, budget, used = at, BUDGET, 1
        used += size + 1
    return [*out, (start, len(sizes))] if sizes else []


def overlapping(sizes: list[int], share: float) -> list[tuple[int, int]]:
    """Fill windows that overlap.

    Parameters
    ----------
    sizes : list of int
        Pieces of each sentence, without its end.
    share : float
        Of a window's tokens, those that the next one reads again (0 to below 1).

    Returns
    -------
    list of tuple of (int, int)
        First sentence and the one behind the last; together they cover all.
    """
    ends = np.cumsum(np.array(sizes, dtype=np.int64) + 1)
    out, start = [], 0
    while start < len(sizes):
        before = int(ends[start - 1]) if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, before + BUDGET - 1, side="right")))
        out.append((start, stop))
        if stop == len(sizes):
            break
        again = int(ends[stop - 1]) - share * (int(ends[stop - 1]) - before)
        start = min(stop, max(start + 1, int(np.searchsorted(ends, again, side="left")) + (share <= 0)))
    return out


def joined(sentences: list[list[int]], marks: list[int]) -> tuple[list[int], list[int], list[int]]:
    """Lay the sentences of one window end to end.

    Parameters
    ----------
    sentences : list of list of int
        Rows of the pieces of each.
    marks : list of int
        What the first token of each is marked with.

    Returns
    -------
    rows : list of int
        `START`, then each sentence and an `END`.
    marked : list of int
        The mark of each token, -1 where there is none.
    ends : list of int
        Where the `END` of each sentence stands.
    """
    rows, marked, ends = [START], [-1], []
    for pieces, mark in zip(sentences, marks, strict=True):
        rows += [*pieces, END]
        marked += [mark] + [-1] * len(pieces)
        ends.append(len(rows) - 1)
    return rows, marked, ends


def edge_weights(count: int) -> np.ndarray:
    """Say how far the scores of a window's sentences count where windows overlap.

    Parameters
    ----------
    count : int
        Sentences of the window.

    Returns
    -------
    ndarray, shape (count,)
        1 at the edges, up to `FULL` inside.
    """
    at = np.arange(count)
    return np.minimum(np.minimum(at, at[::-1]) + 1, FULL).astype(float)
