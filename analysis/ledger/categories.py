"""What an item is about."""

from __future__ import annotations

from itertools import chain, repeat

import numpy as np
from scipy import sparse

from analysis.ledger.items import laid, surroundings
from analysis.ledger.layers import Subject, WordTable
from analysis.ledger.lexicon import lists
from analysis.ledger.talk import Talk
from analysis.lexicon import lexicon
from analysis.tables import CATEGORIES

NEAR = 0.4  # how loud the words around an item speak beside its own


def _sums(values: np.ndarray, items: list[list[int]]) -> np.ndarray:
    """Add up the rows of each item."""
    if not items:
        return np.zeros((0, values.shape[1]))
    ids, start, _ = laid(items)
    return np.add.reduceat(values[ids], start)


def category_table(items: list[list[int]], near: list[range], talk: Talk) -> np.ndarray:
    """Describe items by the category words in them and around them.

    Parameters
    ----------
    items : list of list of int
        Sentence ids of each item.
    near : list of range
        What `surroundings` gives.
    talk : Talk
        The workshop.

    Returns
    -------
    ndarray, shape (n_items, 2 * n_categories)
        Item, then surroundings as shares; a word of two categories counts half in each.
    """
    n, k = len(talk.texts), len(CATEGORIES)
    owners = (lists().categories | lexicon().categories).get
    met = [(i * k, numbers) for i in set(chain(*near)) for numbers in map(owners, talk.words.sentences[i]) if numbers]
    cells = np.array([base + number for base, numbers in met for number in numbers], dtype=np.int64)
    shares = [1.0 / len(numbers) for _, numbers in met for _ in numbers]
    counts = np.bincount(cells, shares, minlength=n * k).reshape(n, k)
    upto = np.vstack([np.zeros(k), np.cumsum(counts, axis=0)])
    around = upto[[r.stop for r in near]] - upto[[r.start for r in near]] if near else np.zeros((0, k))
    return np.hstack([np.log1p(_sums(counts, items)), around / (around.sum(axis=1, keepdims=True) + 1.0)])


def word_bags(items: list[list[int]], near: list[range], talk: Talk, words: WordTable) -> sparse.csr_matrix:
    """Say which known words stand in items and around them, the rarer the more.

    Parameters
    ----------
    items : list of list of int
        Sentence ids of each item.
    near : list of range
        What `surroundings` gives.
    talk : Talk
        The workshop.
    words : WordTable
        Its first column tells how rare each word is.

    Returns
    -------
    csr_matrix, shape (n_items, n_words + 1)
        Rows of length 1; the last column, of words that are not known, is 0.
    """
    columns, own = [], []
    number, unknown = words.vocabulary.get, repeat(len(words.vocabulary))
    known = {i: set(map(number, talk.words.sentences[i], unknown)) for i in set(chain(*near))}
    for ids, around in zip(items, near, strict=True):
        within = set().union(*map(known.get, ids))
        beside = set().union(*map(known.get, around)) - within
        columns += [*within, *beside]
        own.append((len(within), len(beside)))
    sizes = np.array(own, dtype=np.int64).reshape(-1, 2)
    loud = np.repeat(np.tile([1.0, NEAR], len(items)), sizes.ravel())
    values = loud * words.values[columns, 0]
    rows = np.repeat(np.arange(len(items)), sizes.sum(axis=1))
    length = np.sqrt(np.bincount(rows, values * values, minlength=len(items)))
    values /= np.where(length > 0, length, 1.0)[rows]
    ends = np.cumsum([0, *sizes.sum(axis=1)])
    return sparse.csr_matrix((values, columns, ends), shape=(len(items), len(words.values)))


def heard_categories(items: list[list[int]], talk: Talk) -> np.ndarray:
    """Say what the encoder takes items to be about.

    Parameters
    ----------
    items : list of list of int
        Sentence ids of each item.
    talk : Talk
        The workshop, read by the encoder.

    Returns
    -------
    ndarray, shape (n_items, n_categories)
        Logits, averaged over sentences.
    """
    size = np.array([len(ids) for ids in items], dtype=np.float64)
    return _sums(talk.readings.categories, items) / size[:, None]


def item_categories(items: list[list[int]], talk: Talk, subject: Subject) -> list[int]:
    """Say what items of either kind are about.

    Parameters
    ----------
    items : list of list of int
        Sentence ids of each item.
    talk : Talk
        The workshop, read by the encoder.
    subject : Subject
        What was learned.

    Returns
    -------
    list of int
        Number of the category of each item.
    """
    near = surroundings(items, talk.turn)
    counted = subject.layer(category_table(items, near, talk))
    worded = (word_bags(items, near, talk, subject.words) @ subject.words.values)[:, 1:]
    return (counted + worded + subject.heard * heard_categories(items, talk)).argmax(axis=1).tolist()
