"""Which advice answers which challenge."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

import numpy as np
from scipy.sparse import csr_matrix

from analysis.ledger.features import sigmoid
from analysis.ledger.talk import Talk
from analysis.lexicon import lexicon
from analysis.words import idf

OFFERED = (2, 3)  # ranks of candidates that are not asserted, one each
PAIR_COLUMNS = 22


@dataclass(frozen=True)
class Ends:
    """One side of the links: first and last sentence of each item, its category, and its words as a matrix."""

    first: np.ndarray
    last: np.ndarray
    category: np.ndarray
    items: list[list[int]]


def ends(items: list[list[int]], categories: list[int]) -> Ends:
    """Note where items stand.

    Parameters
    ----------
    items : list of list of int
        Sentence ids of each item.
    categories : list of int
        Number of the category of each.

    Returns
    -------
    Ends
        Arrays of length n_items.
    """
    return Ends(
        first=np.array([ids[0] for ids in items], dtype=np.int64),
        last=np.array([ids[-1] for ids in items], dtype=np.int64),
        category=np.array(categories, dtype=np.int64),
        items=items,
    )


def _bags(talk: Talk, groups: list[list[list[int]]]) -> list[csr_matrix]:
    """Weigh the content words of groups of sentences, one matrix for each list of groups: rows of unit length."""
    table, median = idf()
    stop = lexicon().stop_words
    used = {i for part in groups for ids in part for i in ids}
    said = {i: {w for w in talk.words[i] if len(w) > 1 and w not in stop} for i in used}
    numbers = {word: at for at, word in enumerate(sorted(set().union(*said.values())))}
    weight = np.array([table.get(word, median) for word in numbers])
    columns = {i: {numbers[w] for w in words} for i, words in said.items()}
    out = []
    for part in groups:
        rows = [sorted(set().union(*(columns[i] for i in ids))) for ids in part]
        size = [len(row) for row in rows]
        at = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=sum(size))
        owner = np.repeat(np.arange(len(rows)), size)
        length = np.sqrt(np.bincount(owner, weight[at] ** 2, minlength=len(rows)))
        starts = np.concatenate([[0], np.cumsum(size)])
        out.append(csr_matrix((weight[at] / length[owner], at, starts), shape=(len(rows), len(numbers))))
    return out


def pair_table(challenges: Ends, advice: Ends, talk: Talk) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Describe every pair of a challenge and an advice that does not come before it.

    Parameters
    ----------
    challenges : Ends
        The challenges.
    advice : Ends
        The advice.
    talk : Talk
        The workshop.

    Returns
    -------
    left : ndarray of int, shape (n_pairs,)
        Row of the challenge.
    right : ndarray of int, shape (n_pairs,)
        Row of the advice.
    table : ndarray, shape (n_pairs, 22)
        Columns in a fixed order.
    """
    groups = [challenges.items, advice.items, _around(challenges, talk), _around(advice, talk)]
    c_words, a_words, c_near, a_near = _bags(talk, groups)
    left, right = np.nonzero(advice.last[None, :] >= challenges.first[:, None])
    c_at, a_at = challenges.first[left], advice.first[right]
    turns = np.maximum(talk.turn[a_at] - talk.turn[c_at], 0)
    gap = np.maximum(a_at - challenges.last[left], 0)
    same_speaker = talk.speaker[c_at] == talk.speaker[a_at]
    own = np.clip((c_words @ a_words.T).toarray()[left, right], 0.0, 1.0)
    near = np.clip((c_near @ a_near.T).toarray()[left, right], 0.0, 1.0)
    between_c = np.searchsorted(challenges.first, a_at, side="right") - left - 1
    between_a = right - np.searchsorted(advice.first, c_at, side="left")
    span = max(1, len(talk.texts))
    columns = [
        np.log1p(gap),
        np.log1p(gap) ** 2,
        gap / span,
        turns == 0,
        turns == 1,
        turns == 2,
        np.log1p(turns),
        same_speaker,
        same_speaker & (turns > 0),
        challenges.category[left] == advice.category[right],
        own,
        np.sqrt(own),
        near,
        np.sqrt(near),
        between_c == 0,
        np.log1p(np.maximum(between_c, 0)),
        between_a <= 0,
        np.log1p(np.maximum(between_a, 0)),
        talk.moderator[c_at],
        talk.moderator[a_at],
        talk.question[challenges.last[left]],
        c_at == a_at,
    ]
    return left, right, np.column_stack(columns).astype(float).reshape(len(left), PAIR_COLUMNS)


def _around(side: Ends, talk: Talk) -> list[list[int]]:
    """Take each item with two sentences before and after it, of the same turn."""
    n = len(talk.texts)
    return [
        [i for i in range(max(0, a - 2), min(n, b + 3)) if talk.turn[i] == talk.turn[a]]
        for a, b in zip(side.first.tolist(), side.last.tolist(), strict=True)
    ]


def link_table(
    pairs: tuple[np.ndarray, np.ndarray, np.ndarray],
    pair_logit: np.ndarray,
    sure_c: np.ndarray,
    sure_a: np.ndarray,
) -> np.ndarray:
    """Describe pairs of found items: how well they fit, how sure each end is, what else competes.

    Parameters
    ----------
    pairs : tuple of ndarray
        What `pair_table` gives, n pairs.
    pair_logit : ndarray, shape (n,)
        How well the two fit.
    sure_c, sure_a : ndarray
        Logits of the confidence of each challenge and each advice.

    Returns
    -------
    ndarray, shape (n, 6)
        Columns in a fixed order.
    """
    left, right, _ = pairs
    best_c, best_a = np.full(len(sure_c), -30.0), np.full(len(sure_a), -30.0)
    np.maximum.at(best_c, left, pair_logit)
    np.maximum.at(best_a, right, pair_logit)
    a, c = sure_a[right], sure_c[left]
    return np.column_stack(
        [pair_logit, a, c, pair_logit - best_c[left], pair_logit - best_a[right], sigmoid(a) * sigmoid(c)]
    )


def rank_links(
    left: np.ndarray, right: np.ndarray, chance: np.ndarray, asserted: float
) -> list[tuple[int, int, int, float]]:
    """Assert the sure links, offer the next two.

    Parameters
    ----------
    left, right : ndarray of int, shape (n_pairs,)
        Rows of challenge and advice.
    chance : ndarray, shape (n_pairs,)
        Probability that the link is right.
    asserted : float
        A link at or above it has rank 1.

    Returns
    -------
    list of (int, int, int, float)
        Challenge, advice, rank and probability; by challenge, then rank, then the surest first.
    """
    order = np.lexsort((right, -chance, left)).tolist()
    out, seen, offered = [], -1, 0
    for at in order:
        c, a, p = int(left[at]), int(right[at]), float(chance[at])
        if c != seen:
            seen, offered = c, 0
        if p >= asserted:
            out.append((c, a, 1, p))
        elif offered < len(OFFERED):
            out.append((c, a, OFFERED[offered], p))
            offered += 1
    return out
