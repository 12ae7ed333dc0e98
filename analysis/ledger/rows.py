"""From scored sentences to the rows of the ledger."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.ledger.answers import answer_table, rank_links
from analysis.ledger.categories import category_counts, category_table
from analysis.ledger.features import sigmoid
from analysis.ledger.items import group, item_table
from analysis.ledger.lexicon import Lists, lists
from analysis.ledger.links import Ends, ends, link_table
from analysis.ledger.model import Model, word_weights
from analysis.ledger.quotes import find_cues, summarise
from analysis.ledger.talk import KINDS, Talk
from analysis.tables import CATEGORIES

PREFIX = {"challenges": "C", "advice": "A"}


@dataclass(frozen=True)
class Found:
    """The items of one kind, before they are put into words: where they stand and how sure, about what."""

    side: Ends
    category: list[int]


def found_items(logits: dict[str, np.ndarray], talk: Talk, model: Model) -> dict[str, Found]:
    """Group sentences into items, judge them, say what they are about.

    Parameters
    ----------
    logits : dict of str to ndarray
        What `score_sentences` gives.
    talk : Talk
        The workshop.
    model : Model
        What was learned.

    Returns
    -------
    dict of str to Found
        By kind.
    """
    counts, out = category_counts(talk, lists()), {}
    for kind in KINDS:
        items = group(sigmoid(logits[kind]), talk.turn, model.grouping[kind])
        sure = model.items[kind](item_table(items, logits, talk, kind))
        table = category_table(items, float(kind == "challenges"), counts, talk.turn)
        side = ends(items, sure, logits[KINDS[1 - KINDS.index(kind)]], talk)
        out[kind] = Found(side, model.category(table).argmax(axis=1).tolist())
    return out


def found_links(found: dict[str, Found], talk: Talk, model: Model) -> list[tuple[int, int, int, float]]:
    """Link advice to challenges.

    Parameters
    ----------
    found : dict of str to Found
        What `found_items` gives.
    talk : Talk
        The workshop.
    model : Model
        What was learned.

    Returns
    -------
    list of (int, int, int, float)
        Challenge, advice (both as rows), rank, probability.
    """
    sides = [found[kind].side for kind in KINDS]
    pairs, table = link_table(*sides, talk)
    link = model.links(table)
    return rank_links(pairs, link, model.answered(answer_table(pairs, link, *sides, talk)), model.asserted)


def item_rows(kind: str, found: Found, talk: Talk, model: Model, words: Lists) -> list[tuple]:
    """Put items into the columns that challenges and advice share.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    found : Found
        The items of that kind.
    talk : Talk
        The workshop.
    model : Model
        What was learned.
    words : Lists
        Word lists.

    Returns
    -------
    list of tuple
        Id, speaker, turn, sentences, summary, category, confidence, shown, cues.
    """
    rows, side = [], found.side
    confidence = sigmoid(side.sure).tolist()
    for number, ids in enumerate(side.items):
        said = [talk.words[i] for i in ids]
        weights = [word_weights(sentence, model, kind) for sentence in said]
        rows.append(
            (
                f"{PREFIX[kind]}{number + 1}",
                int(talk.speaker[ids[0]]),
                int(talk.turn[ids[0]]),
                ids,
                summarise(said, weights, words),
                CATEGORIES[found.category[number]],
                confidence[number],
                confidence[number] >= model.shown[kind],
                find_cues(said, weights, model, kind, words),
            )
        )
    return rows
