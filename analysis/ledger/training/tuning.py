"""Thresholds, chosen on held-out scores of training meetings; used by `analysis.train` alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from analysis.ledger.answers import worth
from analysis.ledger.items import Grouping
from analysis.ledger.links import Pairs
from analysis.ledger.training.gold import Meeting, labels

RECALL = 0.28  # of the annotators' items that shown rows should find; among those, as precise as can be
# Sentence F1 given up for weak sentences. They make rows to check, and ends that links can have: a weak challenge
# brings candidates of its own, a weak advice takes the place of a better one among those of every challenge before it.
SLACK = {"challenges": 0.02, "advice": 0.01}
STATUS = 0.12  # weight of the balanced accuracy of open and answered, beside link F1
LOW = np.arange(0.14, 0.51, 0.02).round(2)
LONGEST, GAP = 3, 1  # two are too few for many an item, four too many; longer ones are missed more often than found


def best_grouping(meetings: list[Meeting], chance: list[np.ndarray], kind: str) -> Grouping:
    """Choose how sentences become items.

    Sentences are taken as far down as sentence F1 stays within `SLACK` of its best.

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

    least = max(map(sentences, LOW)) - SLACK[kind]
    return Grouping(min(low for low in LOW.tolist() if sentences(low) >= least), LONGEST, GAP)


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


@dataclass(frozen=True)
class Linked:
    """The pairs of found items of one meeting, and what the annotators had of them.

    `link` and `right` go with `pairs`; `answered` is a logit for each challenge. `matched` are the challenges that the
    annotators had, `truth` whether they had an answer to each of those.
    """

    pairs: Pairs
    link: np.ndarray
    right: np.ndarray
    answered: np.ndarray
    matched: np.ndarray
    truth: np.ndarray


def link_cut(meetings: list[Linked], wanted: int) -> float:
    """Choose from where on a link is asserted: the best link F1, with some weight on open and answered being told.

    Parameters
    ----------
    meetings : list of Linked
        Held-out logits of each meeting.
    wanted : int
        Number of the annotators' links.

    Returns
    -------
    float
        The least `worth` of an asserted link.
    """
    reach = [worth(meeting.pairs, meeting.link, meeting.answered) for meeting in meetings]
    tops = []
    for meeting, values in zip(meetings, reach, strict=True):
        top = np.full(len(meeting.answered), -np.inf)
        np.maximum.at(top, meeting.pairs.left, values)
        tops.append(top[meeting.matched])
    values, top = np.concatenate(reach), np.concatenate(tops)
    if not len(values):
        return 0.0
    right, truth = (np.concatenate([getattr(meeting, name) for meeting in meetings]) for name in ("right", "truth"))
    order = np.argsort(-values, kind="stable")
    cuts = values[order]
    f1 = 2 * np.cumsum(right[order]) / (np.arange(1, len(order) + 1) + wanted)
    told = (_at_least(top[truth], cuts) + 1 - _at_least(top[~truth], cuts)) / 2
    return float(cuts[int((f1 + STATUS * told).argmax())])


def _at_least(values: np.ndarray, cuts: np.ndarray) -> np.ndarray:
    """Give the share of values at or above each cut, one half where there are none."""
    if not len(values):
        return np.full(len(cuts), 0.5)
    return 1.0 - np.searchsorted(np.sort(values), cuts, side="left") / len(values)
