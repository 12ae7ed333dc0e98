"""From scored sentences to the rows of the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np

from analysis.ledger.categories import item_categories
from analysis.ledger.features import sigmoid
from analysis.ledger.items import group, item_table
from analysis.ledger.lexicon import Lists
from analysis.ledger.links import Ends, ends, link_table, pair_table, rank_links
from analysis.ledger.model import Model, word_weights
from analysis.ledger.quotes import find_cues, summarise
from analysis.ledger.talk import KINDS, Talk
from analysis.tables import CATEGORIES

PREFIX = {"challenges": "C", "advice": "A"}


@dataclass(frozen=True)
class Found:
    """The items of one kind before they are put into words: where, about what, how sure; the logit of each sentence."""

    side: Ends
    sure: np.ndarray
    logit: np.ndarray


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
    out, items = {}, {kind: group(sigmoid(logits[kind]), talk.turn, model.grouping[kind]) for kind in KINDS}
    # both kinds at once, for their words are mostly those of the same sentences
    about = iter(item_categories(list(chain(*items.values())), talk, model.category))
    for kind, each in items.items():
        sure = model.items[kind](item_table(each, logits, talk, kind))
        out[kind] = Found(ends(each, list(islice(about, len(each)))), sure, logits[kind])
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
    challenges, advice = (found[kind] for kind in KINDS)
    if not challenges.side.items or not advice.side.items:
        return []
    pairs = pair_table(challenges.side, advice.side, talk)
    table = link_table(pairs, model.pairs(pairs[2]), challenges.sure, advice.sure)
    return rank_links(pairs[0], pairs[1], sigmoid(model.links(table)), model.asserted)


def _as_written(talk: Talk, ids: list[int]) -> Callable[[str], str]:
    """Make the function that turns a stretch of an item's folded text into the speaker's own characters."""
    folded, written = ("".join(texts[i] for i in ids) for texts in (talk.texts, talk.written))
    if folded == written:
        return lambda stretch: stretch

    def cut(stretch: str) -> str:
        at = folded.index(stretch)
        return written[at : at + len(stretch)]

    return cut


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
    confidence = sigmoid(found.sure).tolist()
    summaries = summarise(kind, side.items, found.logit, talk, model, words)
    for number, ids in enumerate(side.items):
        said = [talk.words[i] for i in ids]
        weights = [word_weights(sentence, model, kind) for sentence in said]
        written = _as_written(talk, ids)
        rows.append(
            (
                f"{PREFIX[kind]}{number + 1}",
                int(talk.speaker[ids[0]]),
                int(talk.turn[ids[0]]),
                ids,
                written(summaries[number]),
                CATEGORIES[int(side.category[number])],
                confidence[number],
                confidence[number] >= model.shown[kind],
                [written(cue) for cue in find_cues(said, weights, model, kind, words)],
            )
        )
    return rows
