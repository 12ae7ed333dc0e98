"""Which advice answers which challenge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from analysis.ledger.features import sigmoid
from analysis.ledger.items import laid
from analysis.ledger.likeness import sense_fits, words_alike
from analysis.ledger.talk import Talk

BLOCK = 20_000  # pairs described at once
LINK_COLUMNS = 54
SOON = (5, 20)  # sentences within which an answer comes soon, or rather soon


@dataclass(frozen=True)
class Ends:
    """One side of the links, n items.

    `first` and `last` are sentences, `sure` is the logit of the confidence, `other` how much an item could be of the
    other kind (the greatest logit of its sentences), `asks` whether one of them is a question.
    """

    items: list[list[int]]
    first: np.ndarray
    last: np.ndarray
    sure: np.ndarray
    other: np.ndarray
    asks: np.ndarray


@dataclass(frozen=True)
class Pairs:
    """Pairs of a row of challenges (`left`) and a row of advice (`right`)."""

    left: np.ndarray
    right: np.ndarray


def ends(items: list[list[int]], sure: np.ndarray, other: np.ndarray, talk: Talk) -> Ends:
    """Note where items stand.

    Parameters
    ----------
    items : list of list of int
        Sentence ids of each item, by their first sentence.
    sure : ndarray, shape (n_items,)
        Logits of their confidence.
    other : ndarray, shape (n_sentences,)
        Calibrated sentence logits of the other kind.
    talk : Talk
        The workshop.

    Returns
    -------
    Ends
        Arrays of length n_items.
    """
    first, last = (np.array([ids[at] for ids in items], dtype=np.int64) for at in (0, -1))
    if not items:
        return Ends(items, first, last, sure, np.zeros(0), np.zeros(0, dtype=bool))
    ids, start, _ = laid(items)
    return Ends(
        items,
        first,
        last,
        sure,
        other=np.maximum.reduceat(other[ids], start),
        asks=np.logical_or.reduceat(talk.question[ids], start),
    )


def possible(challenges: Ends, advice: Ends, talk: Talk) -> Pairs:
    """Pair each challenge with the advice of the same or a later turn.

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
    Pairs
        Which rows; by challenge, then advice.
    """
    return Pairs(*np.nonzero(talk.turn[advice.first][None, :] >= talk.turn[challenges.first][:, None]))


def link_tables(pairs: Pairs, challenges: Ends, advice: Ends, talk: Talk) -> Iterator[np.ndarray]:
    """Describe pairs, some at a time: a long workshop has a million.

    Parameters
    ----------
    pairs : Pairs
        What `possible` gives.
    challenges : Ends
        The challenges.
    advice : Ends
        The advice.
    talk : Talk
        The workshop.

    Yields
    ------
    ndarray, shape (<= BLOCK, 54)
        Columns in a fixed order; the next pairs.
    """
    words, about = _words(pairs, challenges, advice, talk), company(challenges, advice, talk)
    for start in range(0, len(pairs.left), BLOCK):
        block = slice(start, start + BLOCK)
        some = Pairs(pairs.left[block], pairs.right[block])
        columns = [*_places(some, challenges, advice, talk), *_between(some, challenges, advice)]
        columns += [*_sides(some, challenges, advice, talk)]
        columns += [c[at] for many, at in zip(about, (some.left, some.right), strict=True) for c in many.T]
        columns += [column[block] for column in words]
        table = np.zeros((len(some.left), LINK_COLUMNS))
        for at, column in enumerate(columns):
            table[:, at] = column
        yield table


def link_table(challenges: Ends, advice: Ends, talk: Talk) -> tuple[Pairs, np.ndarray]:
    """Describe all pairs at once, for training.

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
    pairs : Pairs
        What `possible` gives.
    table : ndarray, shape (n_pairs, 54)
        Columns in a fixed order.
    """
    pairs = possible(challenges, advice, talk)
    return pairs, np.vstack([np.zeros((0, LINK_COLUMNS)), *link_tables(pairs, challenges, advice, talk)])


def _places(pairs: Pairs, challenges: Ends, advice: Ends, talk: Talk) -> list[np.ndarray]:
    """Say how far the advice stands after the challenge, and whether one speaker said both."""
    c_at, a_at = challenges.first[pairs.left], advice.first[pairs.right]
    turns, ahead = talk.turn[a_at] - talk.turn[c_at], a_at - challenges.last[pairs.left]
    gap, same = np.log1p(np.maximum(ahead, 0)), talk.speaker[c_at] == talk.speaker[a_at]
    return [
        gap,
        gap**2,
        np.maximum(ahead, 0) / len(talk.texts),
        ahead < 0,
        ahead <= 0,
        (ahead <= 0) & (advice.last[pairs.right] >= c_at),
        turns == 0,
        turns == 1,
        turns == 2,
        (turns > 2) & (turns < 6),
        np.log1p(turns),
        same,
        same & (turns > 0),
        same & (turns == 0),
        talk.moderator[c_at],
        talk.moderator[a_at],
        talk.moderator[c_at] & ~same,
    ]


def _between(pairs: Pairs, challenges: Ends, advice: Ends) -> list[np.ndarray]:
    """Count the challenges and the advice that stand between the two, and add up their confidence."""
    left, right = pairs.left, pairs.right
    c_upto, a_upto = (np.concatenate([[0.0], np.cumsum(sigmoid(side.sure))]) for side in (challenges, advice))
    stop = np.maximum(np.searchsorted(challenges.first, advice.first, side="right")[right], left + 1)
    start = np.minimum(np.searchsorted(advice.first, challenges.first, side="left")[left], right)
    return [
        stop == left + 1,
        np.log1p(stop - left - 1),
        np.log1p(c_upto[stop] - c_upto[left + 1]),
        start == right,
        np.log1p(right - start),
        np.log1p(a_upto[right] - a_upto[start]),
    ]


def _sides(pairs: Pairs, challenges: Ends, advice: Ends, talk: Talk) -> list[np.ndarray]:
    """Say what each end is like, whatever the other."""
    left, right = pairs.left, pairs.right
    c_turn, a_turn = talk.turn[challenges.first], talk.turn[advice.first]
    c_asks, alone = challenges.asks[left], challenges.first[left] == challenges.last[left]
    same = talk.speaker[challenges.first[left]] == talk.speaker[advice.first[right]]
    c_sure, a_sure = challenges.sure[left], advice.sure[right]
    n = len(left)
    return [
        np.append(c_turn[1:] != c_turn[:-1], True)[left],
        np.append(True, a_turn[1:] != a_turn[:-1])[right],
        c_asks,
        c_asks & same,
        advice.asks[right],
        c_sure,
        a_sure,
        sigmoid(c_sure) * sigmoid(a_sure),
        challenges.other[left],
        advice.other[right],
        alone,
        advice.first[right] == advice.last[right],
        np.full(n, np.log(len(c_turn))),
        np.full(n, np.log(len(a_turn))),
    ]


def company(challenges: Ends, advice: Ends, talk: Talk) -> tuple[np.ndarray, np.ndarray]:
    """Weigh what each item has about it to be linked with: the sum of confidences, as a logarithm.

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
    of_challenges : ndarray, shape (n_challenges, 5)
        Advice soon after, rather soon after, in the same turn, later by the same speaker, later at all.
    of_advice : ndarray, shape (n_advice, 5)
        Challenges, likewise before it.
    """
    ahead = advice.first[None, :] - challenges.first[:, None]
    later = ahead >= 0
    same_turn, same_speaker = (
        which[challenges.first][:, None] == which[advice.first][None, :] for which in (talk.turn, talk.speaker)
    )
    near = [*(later & (ahead <= reach) for reach in SOON), same_turn, later & same_speaker, later]
    c_weight, a_weight = sigmoid(challenges.sure), sigmoid(advice.sure)
    return (
        np.log1p(np.column_stack([which @ a_weight for which in near])),
        np.log1p(np.column_stack([c_weight @ which for which in near])),
    )


def _words(pairs: Pairs, challenges: Ends, advice: Ends, talk: Talk) -> list[np.ndarray]:
    """Compare what the two say, by words and by sense, in itself and with what else each could be paired with."""
    if not len(pairs.left):
        return []
    items = challenges.items, advice.items
    alike = words_alike(items, talk)[pairs.left, pairs.right]
    fitting = sense_fits(items, talk)[pairs.left, pairs.right]
    sides = (pairs.left, pairs.right)
    return [
        *(alike, np.sqrt(alike), *(_behind_best(alike, rows) for rows in sides)),
        *(fitting, *(_behind_best(fitting, rows) for rows in sides)),
    ]


def _behind_best(values: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Give how far each value falls behind the greatest of its row."""
    best = np.full(int(rows.max()) + 1, -np.inf)
    np.maximum.at(best, rows, values)
    return values - best[rows]
