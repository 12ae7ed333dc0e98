"""What an item is about."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from analysis.ledger.layers import Subject, WordTable
from analysis.ledger.lexicon import Lists
from analysis.ledger.talk import KINDS, Talk
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
    met = [
        (row * k, owners[word]) for row, words in enumerate(talk.words.sentences) for word in words if word in owners
    ]
    cells = [base + number for base, numbers in met for number in numbers]
    shares = [1.0 / len(numbers) for _, numbers in met for _ in numbers]
    return (
        np.bincount(cells, shares, minlength=len(talk.texts) * k).reshape(-1, k)
        if cells
        else np.zeros((len(talk.texts), k))
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


def word_bags(items: list[list[int]], talk: Talk, words: WordTable) -> sparse.csr_matrix:
    """Say which known words stand in items, the rarer the more.

    Parameters
    ----------
    items : list of list of int
        Sentence ids of each item.
    talk : Talk
        The workshop.
    words : WordTable
        Its first column tells how rare each word is.

    Returns
    -------
    csr_matrix, shape (n_items, n_words + 1)
        Rows of length 1; the last column, of words that are not known, is 0.
    """
    found = [sorted(set(words.rows([word for i in ids for word in talk.words.sentences[i]]).tolist())) for ids in items]
    columns = np.array([number for row in found for number in row], dtype=np.int64)
    ends = np.cumsum([0, *map(len, found)])
    bags = sparse.csr_matrix((words.values[columns, 0], columns, ends), (len(items), len(words.values)))
    length = np.sqrt(np.asarray(bags.multiply(bags).sum(axis=1)).ravel())
    return sparse.diags(1.0 / np.where(length > 0, length, 1.0)) @ bags


def category_logits(items: list[list[int]], kind: str, counts: np.ndarray, talk: Talk, subject: Subject) -> np.ndarray:
    """Say what items are about.

    Parameters
    ----------
    items : list of list of int
        Sentence ids of each item.
    kind : str
        One of `KINDS`.
    counts : ndarray, shape (n, n_categories)
        What `category_counts` gives.
    talk : Talk
        The workshop, n sentences.
    subject : Subject
        What was learned.

    Returns
    -------
    ndarray, shape (n_items, n_categories)
        The greatest tells the category.
    """
    table = category_table(items, float(kind == KINDS[0]), counts, talk.turn)
    return subject.layer(table) + word_bags(items, talk, subject.words) @ subject.words.values[:, 1:]
