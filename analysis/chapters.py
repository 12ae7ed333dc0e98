"""Where the talk turns: marks to edit, not facts."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from analysis.labels import label
from analysis.ranges import spread
from analysis.tables import make_table
from analysis.terms import Found

# Learned from 34 meetings by `python -m tests.bench.chapters GOLD_DIR SEGMENTS`, which prints them: what each of the
# signs of `turn_signs` adds to the score of a turn, and what a turn must overcome.
WEIGHTS = (9.81, 0.55, 1.47)
OFFSET = 13.92
USUAL = 17  # a chapter of a talk of n characters has about 17√n of them, in those meetings
SPREAD = 0.62  # standard deviation of the logarithm of a chapter's characters around that
_REACH = 12  # sentences compared on each side of a turn's beginning
_CANDIDATES = 4  # turns considered for each chapter that is expected
_ASKING = ("请", "請", "问", "問", "如何", "怎么", "怎麼")


def chapter_table(
    turns: pd.DataFrame,
    sentences: pd.DataFrame,
    found: Found,
    *,
    moderators: set[int],
    terms: pd.DataFrame,
    term_sentences: pd.DataFrame,
) -> pd.DataFrame:
    """Divide a session where the talk turns.

    A turn is the more likely to begin a chapter the less its words share with those before, the longer the turn
    before it, and the more a moderator asks in it. Of all divisions the one is taken whose turns weigh most
    after what unusual lengths cost.

    Parameters
    ----------
    turns, sentences : DataFrame
        As in `analysis.tables`, in order.
    found : Found
        The terms of the sentences.
    moderators : set of int
        Speaker ids.
    terms, term_sentences : DataFrame
        As in `analysis.tables`: titles come from them.

    Returns
    -------
    DataFrame
        The table `chapters`; they cover all turns in order. No turns give none.
    """
    if turns.empty:
        return make_table("chapters", [])
    signs = turn_signs(turns, sentences, found, moderators)
    starts = divide(signs @ WEIGHTS - OFFSET, turns["chars"].to_numpy())
    ends = [*starts[1:], len(turns)]
    titles = chapter_titles(terms, term_sentences, np.searchsorted(sentences["turn_id"].to_numpy(), starts))
    rows = zip(range(len(starts)), starts, (end - 1 for end in ends), titles, strict=True)
    return make_table("chapters", list(rows))


def turn_signs(turns: pd.DataFrame, sentences: pd.DataFrame, found: Found, moderators: set[int]) -> np.ndarray:
    """Tell of each turn what may make it the beginning of a chapter.

    Parameters
    ----------
    turns, sentences : DataFrame
        As in `analysis.tables`, in order.
    found : Found
        The terms of the sentences.
    moderators : set of int
        Speaker ids.

    Returns
    -------
    ndarray of float, shape (n_turns, 3)
        How little the `_REACH` sentences on either side share (0-1), ln(1 + characters) of the two turns before, for
        one of thanks may follow a long one, and ln(1 + words of asking) in a moderator's turn.
    """
    first = np.searchsorted(sentences["turn_id"].to_numpy(), np.arange(len(turns)))
    spoken = zip(turns["speaker_id"].tolist(), turns["text"].tolist(), strict=True)
    asked = [sum(map(text.count, _ASKING)) if speaker in moderators else 0 for speaker, text in spoken]
    upto = np.concatenate([[0, 0, 0], np.cumsum(turns["chars"].to_numpy())])
    before = upto[2:-1] - upto[:-3]
    return np.column_stack([_depths(found, first, len(sentences)), np.log1p(before), np.log1p(asked)])


def _depths(found: Found, places: np.ndarray, size: int) -> np.ndarray:
    """Tell how little the sentences before and after each place share, 0 to 1; 0 where either side has no terms.

    One less the cosine of two blocks (Hearst 1997); a term weighs √count × ln(sentences / sentences with it).
    """
    count = csr_matrix((np.ones(len(found.term)), (found.sentence, found.term)), shape=(size, len(found.names)))
    inside = np.bincount(count.indices, minlength=len(found.names))
    rarity = np.log(max(size, 1) / np.maximum(inside, 1)) ** 2
    before, after = (
        _windows(np.clip(places + a, 0, size), np.clip(places + b, 0, size), size) @ count
        for a, b in ((-_REACH, 0), (0, _REACH))
    )
    shared = before.multiply(after).sqrt() @ rarity
    norm = np.sqrt((before @ rarity) * (after @ rarity))
    return np.where(norm > 0, 1 - shared / np.maximum(norm, 1e-9), 0.0)


def _windows(start: np.ndarray, stop: np.ndarray, size: int) -> csr_matrix:
    """Mark the sentences of each window in a row of its own."""
    window, sentence = spread(start, stop)
    return csr_matrix((np.ones(len(window)), (window, sentence)), shape=(len(start), size))


def divide(score: np.ndarray, chars: np.ndarray) -> list[int]:
    """Choose the turns that begin a chapter.

    The sum of their scores, less (ln(length / usual length))² / 2 `SPREAD`² for each chapter, is as great as it can be
    among the turns that score most: the most likely division if lengths are log-normal.

    Parameters
    ----------
    score : ndarray of float, shape (n_turns,)
        How much speaks for a beginning there; the first turn is one anyway.
    chars : ndarray of int, shape (n_turns,)
        Characters of each turn.

    Returns
    -------
    list of int
        Turns in order, the first among them.
    """
    upto = np.concatenate([[0], np.cumsum(chars)])
    usual = USUAL * max(1, upto[-1]) ** 0.5
    most = 1 + int(_CANDIDATES * upto[-1] / usual)
    likely = np.sort(1 + np.argsort(-score[1:], kind="stable")[:most])
    turn = np.concatenate([[0], likely, [len(chars)]])
    length = np.maximum(upto[turn][:, None] - upto[turn], 1)
    gain = np.append(score, 0.0)[turn][:, None] - (np.log(length / usual) / SPREAD) ** 2 / 2
    best, back = [0.0], [0]
    for at in range(1, len(turn)):
        total = gain[at, :at] + best
        back.append(int(total.argmax()))
        best.append(float(total[back[-1]]))
    starts, at = [], len(turn) - 1
    while at:
        at = back[at]
        starts.append(int(turn[at]))
    return starts[::-1]


def chapter_titles(terms: pd.DataFrame, term_sentences: pd.DataFrame, starts: np.ndarray) -> list[str]:
    """Name each chapter by its leading terms.

    A term leads by its worth × times said there / √(times said anywhere): by what it tells, how often it is said
    there and how much more than elsewhere. Names of people, organisations and places are left out. Neighbours have
    no term in common where they can.

    Parameters
    ----------
    terms, term_sentences : DataFrame
        As in `analysis.tables`.
    starts : ndarray of int, shape (n_chapters,)
        The sentence that begins each chapter, ascending, from 0.

    Returns
    -------
    list of str
        Names as `analysis.labels.label` makes them; "…" where no term is said. A chapter whose only terms are
        those of the title before has them too.
    """
    names = terms["term"].tolist()
    term = np.repeat(np.arange(len(names)), terms["sentences"].to_numpy())
    chapter = np.searchsorted(starts, term_sentences["sentence_id"].to_numpy(), "right") - 1
    times = term_sentences["count"].to_numpy()
    said = np.bincount(chapter * len(names) + term, times, len(starts) * len(names)).reshape(len(starts), len(names))
    said[:, terms["kind"].to_numpy() != "term"] = 0
    weight = said * (terms["worth"].to_numpy() / np.sqrt(terms["count"].to_numpy()))
    order = np.argsort(-weight, axis=1, kind="stable")
    titles = [""]
    for row, count in zip(order.tolist(), (said > 0).sum(axis=1).tolist(), strict=True):
        leading = [names[at] for at in row[:count]]
        titles.append(label(leading, beside=titles[-1]) or label(leading) or "…")
    return titles[1:]
