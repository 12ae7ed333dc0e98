"""Sentences into items: one point made by one speaker in one turn."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

import numpy as np

from analysis.ledger.features import sigmoid
from analysis.ledger.lexicon import lists
from analysis.ledger.talk import OTHER, Talk

REACH = 2  # sentences before and after an item that tell more of it
ITEM_COLUMNS = 16


class Grouping(NamedTuple):
    """How sentences become items.

    A sentence from `low` on is taken. Neighbours of one turn make one item of up to `longest` sentences, and up to
    `gap` others may lie between two of them.
    """

    low: float
    longest: int
    gap: int


def group(chance: np.ndarray, turn: np.ndarray, grouping: Grouping) -> list[list[int]]:
    """Join neighbouring sentences into items.

    Parameters
    ----------
    chance : ndarray, shape (n,)
        Probability of each sentence.
    turn : ndarray, shape (n,)
        Turn of each sentence; an item never spans two.
    grouping : Grouping
        What was learned of it.

    Returns
    -------
    list of list of int
        Sentence ids in order, without the gaps; items by their first sentence.

    Examples
    --------
    >>> chance = np.array([0.1, 0.6, 0.1, 0.4, 0.1, 0.9, 0.8])
    >>> group(chance, np.array([0, 0, 0, 0, 0, 1, 1]), Grouping(0.3, 3, 1))
    [[1, 3], [5, 6]]
    """
    at = np.flatnonzero(chance >= grouping.low)
    runs: list[list[int]] = []
    for i, where in zip(at.tolist(), turn[at].tolist(), strict=True):
        run = runs[-1] if runs else None
        if run and len(run) < grouping.longest and i - run[-1] <= grouping.gap + 1 and turn[run[-1]] == where:
            run.append(i)
        else:
            runs.append([i])
    return runs


class Laid(NamedTuple):
    """Items end to end: `ids` are their sentences, item i has `size[i]` of them from `start[i]` on."""

    ids: np.ndarray
    start: np.ndarray
    size: np.ndarray


def laid(items: list[list[int]]) -> Laid:
    """Lay items end to end, for what is reckoned over the sentences of each (`reduceat`).

    Parameters
    ----------
    items : list of list of int
        Sentence ids of each item.

    Returns
    -------
    Laid
        Empty arrays for no items.
    """
    size = np.array(list(map(len, items)), dtype=np.int64)
    return Laid(np.array(list(chain.from_iterable(items)), dtype=np.int64), np.cumsum(size) - size, size)


def surroundings(items: list[list[int]], turn: np.ndarray) -> list[range]:
    """Give the sentences from just before to just after each item, as far as its turn goes.

    Parameters
    ----------
    items : list of list of int
        Sentence ids of each item, in order; an annotator's may go on in the next turn.
    turn : ndarray, shape (n,)
        Turn of each sentence, ascending.

    Returns
    -------
    list of range
        Sentence ids, those of the item among them.

    Examples
    --------
    >>> surroundings([[1], [4, 6]], np.array([0, 0, 1, 1, 1, 1, 1]))
    [range(0, 2), range(2, 7)]
    """
    begins = np.searchsorted(turn, [turn[ids[0]] for ids in items], side="left").tolist()
    ends = np.searchsorted(turn, [turn[ids[-1]] for ids in items], side="right").tolist()
    return [
        range(max(begin, ids[0] - REACH), min(end, ids[-1] + REACH + 1))
        for ids, begin, end in zip(items, begins, ends, strict=True)
    ]


def _edges(chance: np.ndarray, turn: np.ndarray, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give the probability of the sentences before and after items, 0 beyond their turn."""
    before, after = np.maximum(first - 1, 0), np.minimum(last + 1, len(turn) - 1)
    return (
        np.where((before < first) & (turn[before] == turn[first]), chance[before], 0.0),
        np.where((after > last) & (turn[after] == turn[first]), chance[after], 0.0),
    )


def item_table(items: list[list[int]], logits: dict[str, np.ndarray], talk: Talk, kind: str) -> np.ndarray:
    """Describe items, for judging how sure each one is.

    Parameters
    ----------
    items : list of list of int
        What `group` gives.
    logits : dict of str to ndarray
        Calibrated sentence logits by kind, shape (n,).
    talk : Talk
        The workshop, n sentences.
    kind : str
        One of `KINDS`.

    Returns
    -------
    ndarray, shape (n_items, 16)
        Columns in a fixed order.
    """
    if not items:
        return np.zeros((0, ITEM_COLUMNS))
    own, other = logits[kind], logits[OTHER[kind]]
    chance, count = sigmoid(own), len(talk.texts)
    ids, start, size = laid(items)
    first, last = ids[start], ids[start + size - 1]
    before, after = _edges(chance, talk.turn, first, last)
    cues = dict(lists().cues)
    said = [talk.texts[i] for i in ids.tolist()]
    asks, helps = (
        np.array([bool(cues[name].search(text)) for text in said], dtype=float)
        for name in ("challenge.asking", "challenge.help")
    )
    columns = [
        np.maximum.reduceat(own[ids], start),
        np.add.reduceat(own[ids], start) / size,
        np.minimum.reduceat(own[ids], start),
        np.log(size),
        (last - first + 1) / size - 1,
        np.maximum(before, after),
        np.minimum(before, after),
        np.log(np.add.reduceat(talk.chars[ids], start) + 1),
        np.maximum.reduceat(other[ids], start),
        np.add.reduceat(talk.question[ids].astype(float), start) / size,
        talk.moderator[first],
        np.full(len(items), np.log(chance.sum() / count + 0.01)),
        np.full(len(items), np.log(len(items) / count + 0.01)),
        first / count,
        np.add.reduceat(asks, start) / size,
        np.add.reduceat(helps, start) / size,
    ]
    return np.column_stack(columns).astype(float)
