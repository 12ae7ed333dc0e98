"""The words of an item: the ones that gave it away, and the few that sum it up."""

from __future__ import annotations

import numpy as np

from analysis.ledger.lexicon import Lists
from analysis.ledger.model import Model
from analysis.ledger.stretches import SHORT, said_in, stretch_table, stretches_of, word_table, word_worth
from analysis.ledger.talk import Talk
from analysis.lexicon import lexicon

CUES = 5
NEVER = float("-inf")


def find_cues(
    sentences: list[list[str]], weights: list[list[float]], model: Model, kind: str, lists: Lists
) -> list[str]:
    """Pick the words that weighed most.

    Parameters
    ----------
    sentences : list of list of str
        Words of each sentence of an item.
    weights : list of list of float
        What `word_weights` gives for each.
    model : Model
        Its n-gram weights are used.
    kind : str
        One of `KINDS`.
    lists : Lists
        Cue lists; a word of one counts with the weight of its list.

    Returns
    -------
    list of str
        1 to 5 words, each standing verbatim in a sentence, heaviest first.
    """
    found: dict[str, float] = {}
    owner, heavy_lists = lists.cue_words, model.cue_lists[kind]
    for words, heavy in zip(sentences, weights, strict=True):
        for at, (word, weight) in enumerate(zip(words, heavy, strict=True)):
            if not word.isalnum():
                continue
            if len(word) > 1:
                found[word] = weight + (heavy_lists.get(owner[word], 0.0) if word in owner else 0.0)
            both = word + words[at + 1] if at + 1 < len(words) else ""
            if both in owner:
                pair = weight + heavy[at + 1] + heavy_lists.get(owner[both], 0.0)
                found[both] = max(found.get(both, NEVER), pair)
    ranked = sorted(found, key=lambda phrase: (-found[phrase], phrase))
    filler = lexicon().stop_words
    chosen: list[str] = []
    for phrase in ranked:
        if len(chosen) == CUES or (chosen and found[phrase] <= 0):
            break
        plain = phrase in filler and phrase not in owner
        if not plain and not any(phrase in other or other in phrase for other in chosen):
            chosen.append(phrase)
    return chosen or ranked[:1] or ["".join(sentences[0]).strip()[:SHORT]]


def summarise(
    kind: str, items: list[list[int]], logit: np.ndarray, talk: Talk, model: Model, lists: Lists
) -> list[str]:
    """Choose the words that sum each item up: the stretch that an annotator's summary has most in common with.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    items : list of list of int
        Sentence ids of each item.
    logit : ndarray, shape (n,)
        Score of each sentence of the workshop for that kind.
    talk : Talk
        The workshop, n sentences.
    model : Model
        What was learned.
    lists : Lists
        Where a summary may begin and end.

    Returns
    -------
    list of str
        One for each item: a stretch of one sentence, whole words, at most 40 characters.
    """
    said = said_in(items, talk)
    found = stretches_of(said, lists)
    chosen = [""] * len(items)
    if len(found.start):
        words = word_table(said.distinct, model, kind)
        worth = word_worth(said.distinct, words, model.wording, kind)
        good = model.wording.stretch(stretch_table(said, found, words, worth, logit[said.row]))
        order = np.lexsort((-good, found.item))
        for at in order[np.unique(found.item[order], return_index=True)[1]].tolist():
            text = "".join(said.words[found.start[at] : found.end[at]])
            chosen[int(found.item[at])] = text.strip()
    return [
        text or "".join(word for i in ids for word in talk.words[i]).strip()[:SHORT]
        for text, ids in zip(chosen, items, strict=True)
    ]
