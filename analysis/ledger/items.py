"""Sentences into items: one point made by one speaker in one turn."""

from __future__ import annotations

import numpy as np

from analysis.ledger.features import sigmoid
from analysis.ledger.lexicon import lists
from analysis.ledger.talk import KINDS, Talk

LONGEST = 5  # sentences of one item, gaps left out


def group(chance: np.ndarray, turn: np.ndarray, grouping: tuple[float, float, int]) -> list[list[int]]:
    """Join neighbouring sentences into items.

    Parameters
    ----------
    chance : ndarray, shape (n,)
        Probability of each sentence.
    turn : ndarray, shape (n,)
        Turn of each sentence; an item never spans two.
    grouping : tuple of (float, float, int)
        A sentence at or above `low` may belong to an item; an item needs one at or above `high`; at most `gap`
        sentences below `low` may lie between two of its sentences.

    Returns
    -------
    list of list of int
        Sentence ids in order, without the gaps.

    Examples
    --------
    >>> chance = np.array([0.1, 0.6, 0.3, 0.1, 0.3, 0.9])
    >>> group(chance, np.array([0, 0, 0, 0, 0, 1]), (0.3, 0.5, 0))
    [[1, 2], [5]]
    """
    low, high, gap = grouping
    runs: list[list[int]] = []
    turns = turn.tolist()
    for i in np.flatnonzero(chance >= low).tolist():
        last = runs[-1] if runs else None
        if last and turns[last[-1]] == turns[i] and i - last[-1] <= gap + 1 and len(last) < LONGEST:
            last.append(i)
        else:
            runs.append([i])
    return [run for run in runs if max(chance[run]) >= high]


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
    own, other = logits[kind], logits[KINDS[1 - KINDS.index(kind)]]
    chance = sigmoid(own)
    expected, count = float(chance.sum()), max(1, len(talk.texts))
    cues = dict(lists().cues)
    asks, helps = cues["challenge.asking"], cues["challenge.help"]
    rows = []
    for ids in items:
        first, last = ids[0], ids[-1]
        scores = [float(own[i]) for i in ids]
        edges = [
            float(chance[i]) if 0 <= i < len(own) and talk.turn[i] == talk.turn[first] else 0.0
            for i in (first - 1, last + 1)
        ]
        chars = sum(float(talk.chars[i]) for i in ids)
        rows.append(
            (
                max(scores),
                sum(scores) / len(scores),
                min(scores),
                np.log(len(ids)),
                (last - first + 1) / len(ids) - 1,
                max(edges),
                min(edges),
                np.log(chars + 1),
                max(float(other[i]) for i in ids),
                float(talk.question[ids].mean()),
                float(talk.moderator[first]),
                np.log(expected / count + 0.01),
                np.log(len(items) / count + 0.01),
                first / count,
                sum(bool(asks.search(talk.texts[i])) for i in ids) / len(ids),
                sum(bool(helps.search(talk.texts[i])) for i in ids) / len(ids),
            )
        )
    return np.array(rows, dtype=np.float64).reshape(len(rows), 16)
