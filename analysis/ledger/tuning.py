"""Thresholds, chosen on held-out scores of training meetings; used by `analysis.train` alone."""

from __future__ import annotations

import numpy as np

from analysis.ledger.gold import Meeting, characters, labels, match
from analysis.ledger.items import group

RECALL = 0.23  # of the annotators' items that shown rows should find; among those, as precise as can be
LINK_BETA = 0.5  # how much recall weighs beside precision when a link is asserted


def best_grouping(meetings: list[Meeting], chance: list[np.ndarray], kind: str) -> tuple[float, float, int]:
    """Choose how sentences become items: the best sum of sentence F1 and item F1.

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
    tuple of (float, float, int)
        Low, high and gap, as `analysis.ledger.items.group` takes them.
    """
    best, best_score = (0.5, 0.5, 0), -1.0
    truth = [labels(meeting, kind) for meeting in meetings]
    wanted = sum(len(meeting.items[kind]) for meeting in meetings)
    for low in np.arange(0.14, 0.46, 0.02).round(2):
        for high in (low, *(h for h in (low + 0.06, low + 0.12))):
            for gap in (0, 1):
                got = hit = rows = right = 0
                for meeting, p, y in zip(meetings, chance, truth, strict=True):
                    items = group(p, meeting.talk.turn, (low, high, gap))
                    ids = [i for item in items for i in item]
                    got, hit, rows = got + len(ids), hit + int(y[ids].sum()), rows + len(items)
                    right += len(match(meeting.items[kind], [characters(meeting, item) for item in items]))
                score = 2 * hit / max(1, got + sum(int(y.sum()) for y in truth)) + 2 * right / max(1, rows + wanted)
                if score > best_score:
                    best, best_score = (float(low), float(high), gap), score
    return best


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


def link_cut(chance: list[np.ndarray], right: list[np.ndarray], wanted: int) -> float:
    """Choose from which probability on a link is asserted: the best F-beta over all annotated links.

    Precision counts double (beta 0.5): a wrong answer costs the reader's trust, a missed one is still offered.

    Parameters
    ----------
    chance : list of ndarray
        Probability of each pair of each meeting.
    right : list of ndarray
        Whether the annotators had that link.
    wanted : int
        Number of the annotators' links.

    Returns
    -------
    float
        The cut.
    """
    p, y = np.concatenate(chance), np.concatenate(right)
    order = np.argsort(-p, kind="stable")
    hits = np.cumsum(y[order])
    weight = LINK_BETA**2
    score = (1 + weight) * hits / (np.arange(1, len(hits) + 1) + weight * wanted)
    return float(p[order][int(score.argmax())]) if len(p) else 0.5
