"""The tables of terms: counted, and ranked so that the first of them complement each other."""

from __future__ import annotations

import heapq
from itertools import chain

import numpy as np
import pandas as pd

from analysis.tables import make_columns
from analysis.terms.found import Found
from analysis.terms.importance import Importance, importance_model, word_importance

MAX_TERMS = 200
ENOUGH = 100  # with so many terms said twice or more, those said once are left out
DOUBT = 0.5  # a term said n times is worth n / (n + DOUBT) of what its words are
ROUNDING = 1e-12
LEFT = 0.2  # of a word's importance, when a term before has it


def term_tables(
    found: Found, speakers: list[int], model: Importance | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Count and rank the terms of a transcript.

    Parameters
    ----------
    found : Found
        What `find_terms` gives.
    speakers : list of int
        Speaker id of each sentence.
    model : Importance, optional
        Default: the shipped one.

    Returns
    -------
    terms : DataFrame, shape (<= MAX_TERMS, 7)
        The table `terms`, most important first. `worth` is how many words of a headline a term is expected to have:
        `word_importance` added up over its words × count / (count + `DOUBT`); `score` leaves out, but for `LEFT`, what
        terms before it have.
    term_sentences : DataFrame
        The table `term_sentences`, in the order of `terms`, then by sentence.
    """
    n, speaker = len(found.names), np.array(speakers, dtype=np.int64)
    cells, times = np.unique(found.term * max(1, len(speaker)) + found.sentence, return_counts=True)
    term, sentence = np.divmod(cells, max(1, len(speaker)))
    count, inside = np.bincount(found.term, minlength=n), np.bincount(term, minlength=n)
    voices = _voices(term, speaker[sentence], n)
    least = 2 if (count >= 2).sum() >= ENOUGH else 1
    value = word_importance(found.chain, speaker, model or importance_model())
    sure = count / (count + DOUBT)
    worth = np.bincount(np.repeat(np.arange(n), list(map(len, found.parts))), value[_flat(found.parts)], n) * sure
    kept, score = _ranked(found, np.flatnonzero(count >= least), value, worth, sure)
    rank = np.full(n, len(kept))
    rank[kept] = np.arange(len(kept))
    rank = rank[term]
    by_rank = np.lexsort((sentence, rank))[: int((rank < len(kept)).sum())]
    names = [found.names[number] for number in kept]
    kinds = [found.kinds[number] for number in kept]
    places = ([names[at] for at in rank[by_rank].tolist()], sentence[by_rank], times[by_rank])
    return (
        make_columns("terms", names, count[kept], inside[kept], voices[kept], score, worth[kept], kinds),
        make_columns("term_sentences", *places),
    )


def _flat(parts: list[tuple[int, ...]]) -> np.ndarray:
    return np.fromiter(chain.from_iterable(parts), dtype=np.int64)


def _ranked(
    found: Found, terms: np.ndarray, value: np.ndarray, worth: np.ndarray, sure: np.ndarray
) -> tuple[list[int], list[float]]:
    """Choose the term of the greatest worth, again and again; what it says is worth little from then on.

    A term's worth only falls, so that one whose worth is what it was stands before all behind it (lazy greedy).
    `value` is that of words, `worth` that of terms with nothing before them, their words × `sure`.
    """
    left, certain, names, parts = value.tolist(), sure.tolist(), found.chain.names, found.parts
    heap = list(zip((-worth[terms]).tolist(), [found.folded[t] for t in terms.tolist()], terms.tolist(), strict=True))
    heapq.heapify(heap)
    order: list[int] = []
    score: list[float] = []
    while heap and len(order) < MAX_TERMS:
        before, name, term = heap[0]
        now = -sum([left[word] for word in parts[term]]) * certain[term]
        if now > before + ROUNDING:
            heapq.heapreplace(heap, (now, name, term))
            continue
        heapq.heappop(heap)
        order.append(term)
        score.append(-now)
        for part in parts[term]:
            for word in _inside(names[part], found.chain.numbers) if len(names[part]) > 2 else (part,):
                left[word] *= LEFT
    return order, score


def _inside(name: str, numbers: dict[str, int]) -> list[int]:
    """List the words that stand in a word, itself among them."""
    size = len(name)
    pieces = (name[start:stop] for start in range(size - 1) for stop in range(start + 2, size + 1))
    return [numbers[piece] for piece in pieces if piece in numbers]


def _voices(term: np.ndarray, speaker: np.ndarray, n: int) -> np.ndarray:
    """Count the speakers of each of `n` terms."""
    many = int(speaker.max(initial=0)) + 1
    return np.bincount(np.unique(term * many + speaker) // many, minlength=n)
