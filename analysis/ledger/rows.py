"""From scored sentences to the rows of the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, islice

import numpy as np

from analysis.ledger.answers import answer_table, rank_links
from analysis.ledger.categories import item_categories
from analysis.ledger.features import sigmoid
from analysis.ledger.items import group, item_table, laid
from analysis.ledger.links import Ends, ends, link_tables, possible
from analysis.ledger.model import Model
from analysis.ledger.quotes import find_cues, summarise
from analysis.ledger.stretches import said_in
from analysis.ledger.talk import KINDS, OTHER, Talk
from analysis.tables import BASES, CATEGORIES

PREFIX = {"challenges": "C", "advice": "A"}
MOST_BASES = 3
TELLING = 0.25  # logits: moves an even chance to 56 %


@dataclass(frozen=True)
class Found:
    """The items of one kind before they are put into words: where and how sure, about what; each sentence's logit."""

    side: Ends
    category: list[int]
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
        side = ends(each, sure, logits[OTHER[kind]], talk)
        out[kind] = Found(side, list(islice(about, len(each))), logits[kind])
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
    pairs = possible(*sides, talk)
    link = np.concatenate([np.zeros(0), *map(model.links, link_tables(pairs, *sides, talk))])
    return rank_links(pairs, link, model.answered(answer_table(pairs, link, *sides, talk)), model.asserted)


def _as_written(talk: Talk, ids: list[int]) -> Callable[[str], str]:
    """Make the function that turns a stretch of a folded sentence of an item into the speaker's own characters."""
    if all(talk.texts[i] == talk.written[i] for i in ids):
        return str

    def cut(stretch: str) -> str:
        for i in ids:
            at = talk.texts[i].find(stretch)
            if at >= 0:
                return talk.written[i][at : at + len(stretch)]
        return stretch  # the beginning of an item of marks alone runs over its sentences

    return cut


def _bases(weighed: np.ndarray, items: list[list[int]]) -> list[list[str]]:
    """Name what spoke most for each item: the greatest, and what else says enough."""
    if not items:
        return []
    ids, start, size = laid(items)
    mean = np.add.reduceat(weighed[ids], start) / size[:, None]
    leading = np.argsort(-mean, axis=1, kind="stable")[:, :MOST_BASES]
    enough = np.take_along_axis(mean, leading, axis=1) >= TELLING
    enough[:, 0] = True
    return [
        [BASES[at] for at, tells in zip(order, row, strict=True) if tells]
        for order, row in zip(leading.tolist(), enough.tolist(), strict=True)
    ]


def item_rows(kind: str, found: Found, talk: Talk, model: Model, known: np.ndarray, weighed: np.ndarray) -> list[tuple]:
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
    known : ndarray, shape (n_names, 21)
        What the wordbook says of the names of `talk.words`.
    weighed : ndarray, shape (n_sentences, n_bases)
        What spoke for each sentence.

    Returns
    -------
    list of tuple
        Id, speaker, turn, sentences, summary, category, confidence, shown, cues, bases.
    """
    rows, side = [], found.side
    confidence = sigmoid(side.sure).tolist()
    said = said_in(side.items, talk, known)
    summaries, cues = summarise(kind, said, found.logit, model), find_cues(kind, said, model)
    bases = _bases(weighed, side.items)
    for number, ids in enumerate(side.items):
        written = _as_written(talk, ids)
        rows.append(
            (
                f"{PREFIX[kind]}{number + 1}",
                int(talk.speaker[ids[0]]),
                int(talk.turn[ids[0]]),
                ids,
                written(summaries[number]),
                CATEGORIES[found.category[number]],
                confidence[number],
                confidence[number] >= model.shown[kind],
                list(map(written, cues[number])),
                bases[number],
            )
        )
    return rows
