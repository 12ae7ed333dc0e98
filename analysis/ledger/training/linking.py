"""Learning which advice answers which challenge, on items as they are found; used by `analysis.train` alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.ledger.answers import answer_table
from analysis.ledger.items import Grouping
from analysis.ledger.layers import Linear
from analysis.ledger.links import Ends, ends, link_table
from analysis.ledger.talk import KINDS, OTHER
from analysis.ledger.training.fitting import Crossed, crossed
from analysis.ledger.training.gold import Meeting, found_of
from analysis.ledger.training.prior import Prior
from analysis.ledger.training.tuning import Linked, link_cut

STRENGTH = {"links": 0.01, "answered": 0.1}


@dataclass(frozen=True)
class FoundItems:
    """What was learned of the items of one kind, and the items of each meeting with held-out logits of confidence."""

    grouping: Grouping
    layer: Linear
    shown: float
    items: list[list[list[int]]]
    sure: list[np.ndarray]


def _sides(
    meetings: list[Meeting], logits: list[dict[str, np.ndarray]], found: dict[str, FoundItems], at: int
) -> list[Ends]:
    """Give both sides of the links of one meeting."""
    return [
        ends(found[kind].items[at], found[kind].sure[at], logits[at][OTHER[kind]], meetings[at].talk) for kind in KINDS
    ]


def fit_links(
    meetings: list[Meeting],
    folds: list[int],
    logits: list[dict[str, np.ndarray]],
    found: dict[str, FoundItems],
    priors: dict[str, Prior],
) -> tuple[Crossed, Crossed, float]:
    """Fit how sure a link between found items is, whether a challenge was answered, and what is asserted.

    Parameters
    ----------
    meetings : list of Meeting
        Annotated meetings.
    folds : list of int
        The fold of each.
    logits : list of dict of str to ndarray
        Held-out score of each sentence, by kind.
    found : dict of str to FoundItems
        What was found in them, by kind.
    priors : dict of str to Prior
        What other meetings taught.

    Returns
    -------
    links : Crossed
        Layer for `analysis.ledger.links.link_table`.
    answered : Crossed
        Layer for `analysis.ledger.answers.answer_table`.
    asserted : float
        From which logit on a link is asserted.
    """
    pairs, tables, targets, matched = [], [], [], []
    sides = [_sides(meetings, logits, found, at) for at in range(len(meetings))]
    for meeting, (challenges, advice) in zip(meetings, sides, strict=True):
        got, said = (
            found_of(meeting, kind, side.items) for kind, side in zip(KINDS, (challenges, advice), strict=True)
        )
        true = {(got.get(c), said.get(a)) for c, a in meeting.pairs}
        which, table = link_table(challenges, advice, meeting.talk)
        rows = zip(which.left.tolist(), which.right.tolist(), strict=True)
        pairs.append(which)
        tables.append(table)
        targets.append(np.fromiter((pair in true for pair in rows), dtype=bool, count=len(table)))
        matched.append(got)
    links = crossed(tables, targets, folds, STRENGTH["links"], priors.get("links"))
    about = [
        answer_table(which, link, *side, meeting.talk)
        for which, link, side, meeting in zip(pairs, links.held, sides, meetings, strict=True)
    ]
    rows = [np.fromiter(got.values(), dtype=np.int64) for got in matched]
    truth = [np.isin(list(got), [c for c, _ in meeting.pairs]) for got, meeting in zip(matched, meetings, strict=True)]
    found_about = [table[at] for table, at in zip(about, rows, strict=True)]
    answered = crossed(found_about, truth, folds, STRENGTH["answered"], priors.get("answered"))
    linked = [
        Linked(*parts)
        for parts in zip(
            pairs, links.held, targets, [answered.layer(table) for table in about], rows, truth, strict=True
        )
    ]
    return links, answered, link_cut(linked, sum(len(meeting.pairs) for meeting in meetings))
