"""Thresholds, chosen on held-out scores of training meetings; used by `analysis.train` alone."""

from __future__ import annotations

import numpy as np

from analysis.ledger.gold import Meeting, characters, labels, match
from analysis.ledger.items import Grouping, group

RECALL = 0.26  # of the annotators' items that shown rows should find; among those, as precise as can be
# Sentence F1 given up for weak sentences. They are rows to check, and ends that links can have: a weak challenge brings
# candidates of its own, a weak advice takes the place of a better one among those of every challenge before it.
SLACK = {"challenges": 0.02, "advice": 0.01}
HIGH = np.arange(0.34, 0.51, 0.04).round(2)
LOW = np.arange(0.14, 0.35, 0.02).round(2)


def best_grouping(meetings: list[Meeting], chance: list[np.ndarray], kind: str) -> Grouping:
    """Choose how sentences become items.

    The sure sentences are grouped for the best sum of sentence F1 and item F1. Weak ones are then let in as far down
    as sentence F1 stays within `SLACK` of its best.

    Parameters
    ----------
    meetings : list of Meeting
        Annotated meetings.
    chance : list of ndarray
        Held-out probability of each sentence of each meeting.
    kind : str
        One of `KINDS`.

    Returns
    -------
    Grouping
        As `analysis.ledger.items.group` takes it.
    """
    truth = [labels(meeting, kind) for meeting in meetings]
    p, y = np.concatenate(chance), np.concatenate(truth)

    def sentences(cut: float) -> float:
        return 2 * float(y[p >= cut].sum()) / max(1, int((p >= cut).sum()) + int(y.sum()))

    def worth(grouping: Grouping) -> float:
        rows = right = 0
        for meeting, scores in zip(meetings, chance, strict=True):
            items = group(scores, meeting.talk.turn, grouping)
            rows += len(items)
            right += len(match(meeting.items[kind], [characters(meeting, ids) for ids in items]))
        wanted = sum(len(meeting.items[kind]) for meeting in meetings)
        return sentences(grouping.low) + 2 * right / max(1, rows + wanted)

    tried = [Grouping(high, high, longest, gap) for high in HIGH.tolist() for longest in (3, 5) for gap in (0, 1)]
    sure = max(tried, key=worth)
    least = max(map(sentences, LOW)) - SLACK[kind]
    return sure._replace(low=min(low for low in LOW.tolist() if sentences(low) >= least))


def shown_cut(chance: np.ndarray, right: np.ndarray, wanted: int) -> float:
    """Choose from which confidence on a row is shown: the most precise cut that still finds `RECALL` of the items.

    Parameters
    ----------
    chance : ndarray, shape (n_rows,)
        Held-out confidence.
    right : ndarray of bool, shape (n_rows,)
        Whether the annotators had that item.
    wanted : int
        Number of the annotators' items.

    Returns
    -------
    float
        The cut.
    """
    order = np.argsort(-chance, kind="stable")
    hits = np.cumsum(right[order])
    enough = hits >= RECALL * wanted
    if not enough.any():
        return float(chance.min(initial=0.5))
    precision = np.where(enough, hits / np.arange(1, len(hits) + 1), -1.0)
    return float(chance[order][int(precision.argmax())])


def link_cut(chance: np.ndarray, right: np.ndarray, wanted: int) -> float:
    """Choose from which probability on a link is asserted: the best F1 over all annotated links.

    Parameters
    ----------
    chance : ndarray, shape (n_pairs,)
        Held-out probability.
    right : ndarray of bool, shape (n_pairs,)
        Whether the annotators had that link.
    wanted : int
        Number of the annotators' links.

    Returns
    -------
    float
        The cut.
    """
    if not len(chance):
        return 0.5
    order = np.argsort(-chance, kind="stable")
    hits = np.cumsum(right[order])
    return float(chance[order][int((hits / (np.arange(1, len(hits) + 1) + wanted)).argmax())])
