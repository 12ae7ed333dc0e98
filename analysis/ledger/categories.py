"""What an item is about."""

from __future__ import annotations

import numpy as np

from analysis.ledger.lexicon import Lists
from analysis.ledger.talk import Talk
from analysis.tables import CATEGORIES


def category_counts(talk: Talk, lists: Lists) -> np.ndarray:
    """Count the words of each category in each sentence.

    Parameters
    ----------
    talk : Talk
        The workshop, n sentences.
    lists : Lists
        Words by category.

    Returns
    -------
    ndarray, shape (n, n_categories)
        A word listed under two categories counts half in each.
    """
    owners, k = lists.categories, len(CATEGORIES)
    met = [(row * k, owners[word]) for row, words in enumerate(talk.words) for word in words if word in owners]
    cells = [base + number for base, numbers in met for number in numbers]
    shares = [1.0 / len(numbers) for _, numbers in met for _ in numbers]
    return (
        np.bincount(cells, shares, minlength=len(talk.words) * k).reshape(-1, k)
        if cells
        else np.zeros((len(talk.words), k))
    )


def category_table(items: list[list[int]], kind_flag: float, counts: np.ndarray, turn: np.ndarray) -> np.ndarray:
    """Describe items by the category words in them and around them.

    Parameters
    ----------
    items : list of list of int
        Sentence ids of each item.
    kind_flag : float
        1 for challenges, 0 for advice.
    counts : ndarray, shape (n, n_categories)
        What `category_counts` gives.
    turn : ndarray, shape (n,)
        Turn of each sentence.

    Returns
    -------
    ndarray, shape (n_items, 3 * n_categories + 1)
        Item, neighbouring sentences and turn, the latter two as shares, and the flag.
    """
    k = counts.shape[1]
    out = np.zeros((len(items), 3 * k + 1))
    if not items:
        return out
    running = np.vstack([np.zeros(k), np.cumsum(counts, axis=0)])
    first, last = np.searchsorted(turn, turn, side="left"), np.searchsorted(turn, turn, side="right")
    n = len(counts)
    for row, ids in enumerate(items):
        own = counts[ids].sum(axis=0)
        near = running[min(n, ids[-1] + 3)] - running[max(0, ids[0] - 2)]
        around = running[last[ids[0]]] - running[first[ids[0]]]
        out[row, :k] = np.log1p(own)
        for at, values in enumerate((near, around), 1):
            out[row, at * k : (at + 1) * k] = values / (values.sum() + 1.0)
    out[:, -1] = kind_flag
    return out
