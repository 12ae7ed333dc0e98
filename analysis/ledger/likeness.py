"""How much a challenge and an advice have in common: words, and what is asked and answered."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy.sparse import csr_matrix

from analysis.ledger.items import laid, surroundings
from analysis.ledger.talk import Talk
from analysis.lexicon import lexicon
from analysis.words import idf

Items = list[list[int]]


def words_alike(sides: tuple[Items, Items], talk: Talk) -> np.ndarray:
    """Compare the content words of challenges and advice, those of sentences beside them included.

    Parameters
    ----------
    sides : tuple of two lists of list of int
        Sentence ids of the challenges, c of them, and of the advice, a of them.
    talk : Talk
        The workshop.

    Returns
    -------
    ndarray, shape (c, a)
        Cosines, 0-1.
    """
    weight = np.fromiter(map(_content, talk.words.names), dtype=np.float64, count=len(talk.words.names))
    left, right = (_bags(side, talk, weight) for side in sides)
    return np.clip((left @ right.T).toarray(), 0.0, 1.0)


def sense_fits(sides: tuple[Items, Items], talk: Talk) -> np.ndarray:
    """Say how well what advice answers fits what challenges ask, by the encoder.

    Parameters
    ----------
    sides : tuple of two lists of list of int
        Sentence ids of the challenges, c of them, and of the advice, a of them; none is empty.
    talk : Talk
        The workshop, read by the encoder.

    Returns
    -------
    ndarray, shape (c, a)
        Products; an item is the mean of its sentences.
    """
    means = []
    for items, vectors in zip(sides, (talk.readings.asks, talk.readings.answers), strict=True):
        ids, start, size = laid(items)
        means.append(np.add.reduceat(vectors[ids], start) / size[:, None])
    return means[0] @ means[1].T


@lru_cache(maxsize=100_000)
def _content(word: str) -> float:
    """Weigh a word by its rareness; filler and single characters weigh nothing."""
    table, median = idf()
    return table.get(word, median) if len(word) > 1 and word not in lexicon().stop_words else 0.0


def _bags(items: Items, talk: Talk, weight: np.ndarray) -> csr_matrix:
    """Weigh the words of each item and of the sentences beside it, of the same turn: rows of length 1."""
    near = surroundings(items, talk.turn)
    row, word = talk.words.within([r.start for r in near], [r.stop for r in near])
    cells = np.unique((row * len(weight) + word)[weight[word] > 0])
    row, word = np.divmod(cells, len(weight))
    length = np.sqrt(np.bincount(row, weight[word] ** 2, minlength=len(near)))
    rows = np.searchsorted(row, np.arange(len(near) + 1))
    return csr_matrix((weight[word] / length[row], word, rows), shape=(len(near), len(weight)))
