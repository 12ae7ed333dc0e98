"""The words of an item: the ones that gave it away, and the few that sum it up."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from analysis.ledger.model import Model
from analysis.ledger.stretches import SHORT, Said, stretch_table, stretches_of
from analysis.ledger.talk import KINDS
from analysis.ledger.wordbook import CUES, LETTERS, PAIRS, WEIGHTS, WORTH

MOST = 5  # cues of an item
NEVER = float("-inf")


def find_cues(kind: str, said: Said, model: Model) -> list[list[str]]:
    """Pick the words of each item that weighed most.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    said : Said
        The words of n items.
    model : Model
        What was learned; a word of a cue list counts with the weight of its list.

    Returns
    -------
    list of list of str
        Of each item 1 to 5 words, each standing verbatim in a sentence, heaviest first.
    """
    column = KINDS.index(kind)
    weight, owner = said.known[:, CUES][:, column], said.item[said.sentence]
    found: list[dict[str, float]] = [{} for _ in range(int(said.item.max(initial=-1)) + 1)]
    best = np.full(len(found), NEVER)
    np.maximum.at(best, owner, weight)
    telling = np.flatnonzero((weight > NEVER) & ((weight > 0) | (weight == best[owner])))
    for at, item, heavy in zip(telling.tolist(), owner[telling].tolist(), weight[telling].tolist(), strict=True):
        found[item][said.words[at]] = heavy
    for at, phrase, heavy in _pairs(said, column, model):
        found[owner[at]][phrase] = max(found[owner[at]].get(phrase, NEVER), heavy)
    return [_heaviest(words) or [_first_word(said, item)] for item, words in enumerate(found)]


def _pairs(said: Said, column: int, model: Model) -> Iterator[tuple[int, str, float]]:
    """Find cues that are two words: where, which, and what both words and their list weigh."""
    owner, heavy = model.book.lists.cue_words, model.cue_lists[KINDS[column]]
    weight, sentence = said.known[:, WEIGHTS][:, column], said.sentence
    beside = (said.known[:-1, PAIRS] > 0) & (sentence[1:] == sentence[:-1])
    for at in np.flatnonzero(beside).tolist():
        phrase = said.words[at] + said.words[at + 1]
        if phrase in owner:
            yield at, phrase, float(weight[at] + weight[at + 1]) + heavy.get(owner[phrase], 0.0)


def _heaviest(found: dict[str, float]) -> list[str]:
    """Choose the cues that weigh most, none a part of another; only the first may speak against the kind."""
    chosen: list[str] = []
    for phrase in sorted(found, key=lambda phrase: (-found[phrase], phrase)):
        if len(chosen) == MOST or (chosen and found[phrase] <= 0):
            break
        if not any(phrase in other or other in phrase for other in chosen):
            chosen.append(phrase)
    return chosen


def _first_word(said: Said, item: int) -> str:
    """Give the first word of an item that has no cue, or its beginning where it has but marks."""
    inside = said.item[said.sentence] == item
    lettered = np.flatnonzero(inside & (said.known[:, LETTERS] > 0))
    return said.words[lettered[0]] if len(lettered) else _opening(said, item)


def summarise(kind: str, said: Said, logit: np.ndarray, model: Model) -> list[str]:
    """Choose the words that sum each item up: the stretch that an annotator's summary has most in common with.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    said : Said
        The words of n items.
    logit : ndarray, shape (n_sentences,)
        Score of each sentence of the workshop for that kind.
    model : Model
        What was learned.

    Returns
    -------
    list of str
        One for each item: a stretch of one sentence, whole words, at most 40 characters.
    """
    found = stretches_of(said)
    chosen = [""] * (int(said.item.max(initial=-1)) + 1)
    if len(found.start):
        worth = said.known[:, WORTH][:, KINDS.index(kind)]
        good = model.wording.stretch(stretch_table(said, found, kind, worth, logit[said.row]))
        order = np.lexsort((-good, found.item))
        for at in order[np.unique(found.item[order], return_index=True)[1]].tolist():
            chosen[int(found.item[at])] = "".join(said.words[found.start[at] : found.end[at]]).strip()
    return [text or _opening(said, item) for item, text in enumerate(chosen)]


def _opening(said: Said, item: int) -> str:
    """Give the beginning of an item without any stretch of words: one of marks alone."""
    sentences = np.flatnonzero(said.item == item)
    return "".join(said.words[said.first[sentences[0]] : said.last[sentences[-1]]]).strip()[:SHORT]
