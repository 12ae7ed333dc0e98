"""Stretches of an item's own words that may stand for it: where one may begin and end, and what each looks like."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.ledger.talk import KINDS, Talk
from analysis.ledger.wordbook import COMMA, CUT, FULL, JOINT, LETTERS, LOOKS, MARKS, QUESTION
from analysis.ranges import spread

SHORT = 40  # characters of a summary
USUAL = (16.0, 22.0, 30.0)  # characters that an annotator's summary may have, in guesses of how much is in common


@dataclass(frozen=True)
class Said:
    """The words of some items, end to end.

    `known` is what the wordbook says of each word, `sentence` which sentence it is in; of each sentence, `first` and
    `last` are its words (the latter exclusive), `item` its item, `row` its number in the workshop.
    """

    words: list[str]
    known: np.ndarray
    sentence: np.ndarray
    first: np.ndarray
    last: np.ndarray
    item: np.ndarray
    row: np.ndarray


@dataclass(frozen=True)
class Stretches:
    """Words from `start` up to `end` of `Said`, and what follows them, of one item each; in order."""

    start: np.ndarray
    end: np.ndarray
    follows: np.ndarray
    item: np.ndarray


def said_in(items: list[list[int]], talk: Talk, known: np.ndarray) -> Said:
    """Lay the words of items end to end.

    Parameters
    ----------
    items : list of list of int
        Sentence ids of each item.
    talk : Talk
        The workshop.
    known : ndarray, shape (n_names, 21)
        What the wordbook says of the names of `talk.words`.

    Returns
    -------
    Said
        Sentences in the order of the items.
    """
    rows = np.array([i for ids in items for i in ids], dtype=np.int64)
    sentence, number = talk.words.within(rows, rows + 1)
    last = np.searchsorted(sentence, np.arange(len(rows)), side="right")
    return Said(
        [talk.words.names[at] for at in number.tolist()],
        known[number],
        sentence,
        np.concatenate([[0], last])[:-1],
        last,
        np.repeat(np.arange(len(items)), list(map(len, items))),
        rows,
    )


def _after(skip: np.ndarray) -> np.ndarray:
    """Give, for each place, the first one from there on that is not skipped (the length when there is none)."""
    n = len(skip)
    return np.minimum.accumulate(np.where(skip, n, np.arange(n))[::-1])[::-1]


def _before(skip: np.ndarray) -> np.ndarray:
    """Give, for each place, the last one up to there that is not skipped (-1 when there is none)."""
    return np.maximum.accumulate(np.where(skip, -1, np.arange(len(skip))))


def _edges(said: Said, marks: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find where a stretch may begin, where it may end, and what follows there."""
    breaks, opening, closing, leads, heads, negates, follows = marks[:7]
    n = len(said.words)
    fresh = np.zeros(n, dtype=bool)
    fresh[said.first[said.first < said.last]] = True
    fresh[1:] |= breaks[:-1] > 0
    led = np.concatenate([[False], leads[:-1] > 0])
    # inside a clause: only where no negation of the clause is left out
    lost = np.cumsum(negates) - negates
    clause = np.maximum.accumulate(np.where(fresh, np.arange(n), 0))
    begins = np.flatnonzero(fresh | ((led | (heads > 0)) & (lost == lost[clause])))
    start = _after(opening > 0)[begins]
    start = start[(start < n) & (start < said.last[said.sentence[begins]])]
    stop = np.concatenate([np.flatnonzero(follows), said.last])
    what = np.concatenate([follows[follows > 0], np.full(len(said.last), FULL)])
    kept = stop > 0
    stop, what = stop[kept], what[kept]
    end = _before(closing > 0)[stop - 1] + 1
    order = np.lexsort((-what, end))
    end, what = end[order], what[order]
    single = np.concatenate([[True], end[1:] != end[:-1]])
    return np.unique(start), end[single], what[single]


def stretches_of(said: Said) -> Stretches:
    """List the stretches that may sum an item up: whole words, of one sentence, at most 40 characters.

    Parameters
    ----------
    said : Said
        The words of items.

    Returns
    -------
    Stretches
        Clauses, or the latter parts of clauses; only of an item without any, stretches cut at the limit.
    """
    none = np.zeros(0, dtype=np.int64)
    if not said.words:
        return Stretches(none, none, none, none)
    marks = said.known[:, MARKS].T.astype(np.int64)
    start, stops, what = _edges(said, marks)
    length = np.concatenate([[0], np.cumsum(said.known[:, LOOKS.start].astype(np.int64))])
    limit = np.searchsorted(length, length[start] + SHORT, side="right") - 1
    limit = np.minimum(limit, said.last[said.sentence[start]])
    low, high = np.searchsorted(stops, start, side="right"), np.searchsorted(stops, limit, side="right")
    begun, place = spread(low, high)
    first, end, follows = start[begun], stops[place], what[place]
    depth = np.concatenate([[0], np.cumsum(marks[7])])
    even = depth[first] == depth[end]
    first, end, follows = first[even], end[even], follows[even]
    item = said.item[said.sentence]
    bare = ~np.isin(item[start], item[first])
    cut = np.maximum(_before(marks[2] > 0)[limit[bare] - 1] + 1, start[bare] + 1)
    cut = np.where(length[cut] - length[start[bare]] > SHORT, start[bare], cut)
    first, end = np.concatenate([first, start[bare]]), np.concatenate([end, cut])
    follows = np.concatenate([follows, np.full(len(cut), CUT)])
    some = end > first
    order = np.lexsort((end[some], first[some]))
    first, end, follows = first[some][order], end[some][order], follows[some][order]
    return Stretches(first, end, follows, item[first])


def stretch_table(said: Said, found: Stretches, kind: str, worth: np.ndarray, score: np.ndarray) -> np.ndarray:
    """Describe stretches.

    Parameters
    ----------
    said : Said
        The words of items.
    found : Stretches
        Some stretches of them.
    kind : str
        One of `KINDS`.
    worth : ndarray, shape (n_words,)
        How likely each word of `said` stands in a summary.
    score : ndarray, shape (n_sentences_of_items,)
        Logit of each sentence of `said`.

    Returns
    -------
    ndarray, shape (n_stretches, 32)
        Columns in a fixed order.
    """
    letters, breaks = said.known[:, LETTERS], said.known[:, MARKS.start]
    _, _, filler, _, rareness = said.known[:, LOOKS].T
    own = said.known[:, KINDS.index(kind)]
    facts = np.column_stack([letters, letters * worth, letters * filler, own, letters * rareness, breaks])
    upto = np.vstack([np.zeros(facts.shape[1]), np.cumsum(facts, axis=0)])
    a, b = found.start, found.end
    n, common, filler, spoken, rare, inside = (upto[b] - upto[a]).T
    at = said.sentence[a]
    head, tail = np.searchsorted(said.item, found.item), np.searchsorted(said.item, found.item, side="right") - 1
    chars = upto[:, 0]
    whole, line = chars[said.last[tail]] - chars[said.first[head]] + 1, chars[said.last[at]] - chars[said.first[at]] + 1
    best = np.maximum.reduceat(score, np.flatnonzero(np.diff(said.item, prepend=-1)))[said.item[at]]
    size = np.maximum(n, 1.0)
    clause = (a == said.first[at]) | (breaks[a - 1] > 0)
    columns = [2 * common / (n + usual) for usual in USUAL]
    columns += [common / size, common / 20, n / 20, (n / 20) ** 2]
    columns += [np.maximum(0, 12 - n) / 12, np.maximum(0, n - 20) / 20, np.maximum(0, n - 28) / 20]
    columns += [(chars[a] - chars[said.first[head]]) / whole, (chars[said.last[tail]] - chars[b]) / whole]
    columns += [(chars[a] - chars[said.first[at]]) / line, (chars[said.last[at]] - chars[b]) / line, clause]
    columns += [found.follows == what for what in (CUT, JOINT, COMMA, QUESTION)]
    columns += [score[at], score[at] - best, score[at] == best, at == head, at == tail]
    columns += [filler / size, spoken, spoken / size, rare / size, inside, worth[a], worth[b - 1], n / line]
    return np.column_stack(columns).astype(float)
