"""What the sentence model looks at: n-grams of one sentence, and the place of a sentence among the others."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np

from analysis.ledger.lexicon import Lists
from analysis.ledger.talk import KINDS, Talk
from analysis.words import normalise

_DIGITS = re.compile(r"\d+")
_BLANK = re.compile(r"\s+")
_CLAUSE = re.compile(r"[，,；;。！？!?]")
LONGEST = 4  # characters of an n-gram
REACH = 2  # sentences before and after whose scores are looked at one by one
SPREAD = 8  # sentences before and after whose scores are looked at as a sum


def ngrams(text: str, words: list[str], lists: Lists) -> set[str]:
    """Name everything the first layer can see in one sentence.

    Parameters
    ----------
    text : str
        The sentence.
    words : list of str
        Its words.
    lists : Lists
        Cue lists.

    Returns
    -------
    set of str
        `c…` runs of 1 to 4 characters, `w…` words, `b…` pairs of neighbouring words, `k…` cue lists met, `K…` pairs
        of cue lists met in one clause. Digits are folded to 0.
    """
    flat = "^" + _DIGITS.sub("0", _BLANK.sub("", normalise(text).lower()))
    found = {"c" + flat[i : i + n] for n in range(1, LONGEST + 1) for i in range(len(flat) - n + 1)}
    chain = ["^", *(_DIGITS.sub("0", w.lower()) for w in words if not w.isspace()), "$"]
    found.update("w" + w for w in chain)
    found.update(f"b{a}_{b}" for a, b in pairwise(chain))
    for clause in _CLAUSE.split(flat):
        met = [name for name, pattern in lists.cues if pattern.search(clause)]
        found.update("k" + name for name in met)
        found.update(f"K{a}+{b}" for i, a in enumerate(met) for b in met[i + 1 :])
    return found


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Turn logits into probabilities.

    Parameters
    ----------
    x : ndarray
        Any shape.

    Returns
    -------
    ndarray
        Same shape, 0-1.
    """
    return 1.0 / (1.0 + np.exp(-np.clip(x, -30.0, 30.0)))


def shifted(values: np.ndarray, step: int, group: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Look `step` sentences ahead (behind when negative).

    Parameters
    ----------
    values : ndarray, shape (n,)
        One value a sentence.
    step : int
        Not 0.
    group : ndarray, shape (n,)
        A neighbour of another group does not count.

    Returns
    -------
    there : ndarray, shape (n,)
        The neighbour's value, 0 where there is none.
    found : ndarray of bool, shape (n,)
        Whether there is one.
    """
    there, found, n = np.zeros(len(values)), np.zeros(len(values), dtype=bool), abs(step)
    if n < len(values):
        to, at = (slice(None, -n), slice(n, None)) if step > 0 else (slice(n, None), slice(None, -n))
        found[to] = group[at] == group[to]
        there[to] = np.where(found[to], values[at], 0.0)
    return there, found


def _neighbours(logit: np.ndarray, talk: Talk, everyone: np.ndarray) -> list[tuple[str, np.ndarray]]:
    """Describe the scores around each sentence."""
    chance = sigmoid(logit)
    columns = [("words", logit), ("words", chance)]
    for step in (s for s in range(-REACH, REACH + 1) if s):
        there, found = shifted(logit, step, talk.turn)
        columns.append(("beside", np.where(found, there + 2, 0.0)))
        if abs(step) == 1:
            beyond, any_ = shifted(logit, step, everyone)
            columns.append(("beside", np.where(any_ & ~found, beyond + 2, 0.0)))
    for basis, group in (("turn", talk.turn), ("talk", everyone)):
        _, place = np.unique(group, return_inverse=True)
        total, size = np.bincount(place, chance), np.bincount(place)
        columns.append((basis, np.log((total[place] - chance + 0.1) / size[place])))
    near = sum(
        shifted(chance, step, everyone)[0] * np.exp(-abs(step) / 4) for step in range(-SPREAD, SPREAD + 1) if step
    )
    return [*columns, ("beside", np.log(near + 0.05))]


def places(talk: Talk) -> tuple[np.ndarray, np.ndarray]:
    """Count where in its turn each sentence stands.

    Parameters
    ----------
    talk : Talk
        The workshop.

    Returns
    -------
    place : ndarray, shape (n,)
        Sentences of the same turn before it.
    size : ndarray, shape (n,)
        Sentences of its turn.
    """
    _, first, turn, size = np.unique(talk.turn, return_index=True, return_inverse=True, return_counts=True)
    return (np.arange(len(talk.turn)) - first[turn]).astype(float), size[turn].astype(float)


def context(talk: Talk, worded: dict[str, np.ndarray]) -> tuple[np.ndarray, list[str]]:
    """Describe each sentence by the scores of it and of those around it, and by its place.

    Parameters
    ----------
    talk : Talk
        The workshop, n sentences, read by the encoder.
    worded : dict of str to ndarray
        Logits of the first layer, shape (n,), by kind.

    Returns
    -------
    table : ndarray, shape (n, n_columns)
        Columns in a fixed order.
    bases : list of str
        What each column tells of, one of `analysis.tables.BASES`.
    """
    n = len(talk.texts)
    everyone = np.zeros(n, dtype=np.int64)
    challenge, advice = talk.readings.kinds.T
    scores = [*(worded[kind] for kind in KINDS), challenge, advice]
    columns = [c for logits in scores for c in _neighbours(logits, talk, everyone)]
    place, size = places(talk)
    long = np.log(talk.chars + 1.0)
    lead, asks = talk.moderator.astype(float), talk.question.astype(float)
    through = np.arange(n) / max(1, n)
    for step in (-1, 1):
        columns.append(("question", shifted(asks, step, everyone)[0]))
        there, found = shifted(long, step, talk.turn)
        columns.append(("beside", np.where(found, there - 3.3, 0.0)))
    columns += [("words", challenge * advice), ("length", long), ("length", long**2), ("question", asks)]
    columns += [("speaker", column) for column in (lead, lead * asks, lead * challenge, lead * advice)]
    columns += [("place", np.log1p(place)), ("place", place == 0), ("place", place / np.maximum(size, 1.0))]
    columns += [("length", np.log(np.maximum(size, 1.0)))]
    columns += [("talk", column) for column in (through, through < 0.05, through > 0.95)]
    bases, values = zip(*columns, strict=True)
    return np.column_stack(values).astype(float), list(bases)
