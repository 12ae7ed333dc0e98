"""What the heads of the encoder are to learn of an annotated meeting, sentence by sentence."""

from __future__ import annotations

import numpy as np

from analysis.ledger.talk import KINDS
from analysis.ledger.training.gold import Meeting, gold_items, labels
from analysis.tables import CATEGORIES

NEAR, NEAR_SHARE = 2, 0.2  # neighbours of an item that share its category a little


def categories_of(meeting: Meeting) -> np.ndarray:
    """Say what the items are about that each sentence belongs to.

    Parameters
    ----------
    meeting : Meeting
        An annotated meeting, n sentences.

    Returns
    -------
    ndarray of float32, shape (n, 10)
        Shares of the categories; a row sums to 1 in an item, to less beside one within a turn, to 0 elsewhere.
    """
    inside = np.zeros((len(meeting.spans), len(CATEGORIES)), dtype=np.float32)
    beside, turn = np.zeros_like(inside), meeting.talk.turn
    for kind in KINDS:
        for name, ids in zip(*gold_items(meeting, kind), strict=True):
            column = CATEGORIES.index(meeting.about[kind][name])
            inside[ids, column] += 1
            near = {at + step for at in ids for step in range(-NEAR, NEAR + 1)}
            beside[[at for at in near if 0 <= at < len(turn) and turn[at] == turn[ids[0]]], column] += 1
    counts = inside.sum(1, keepdims=True), beside.sum(1, keepdims=True)
    shares = [part / np.maximum(count, 1) for part, count in zip((inside, beside), counts, strict=True)]
    return np.where(counts[0] > 0, shares[0], NEAR_SHARE * shares[1])


def truth_of(meeting: Meeting) -> np.ndarray:
    """Put side by side what is to be learned.

    Parameters
    ----------
    meeting : Meeting
        An annotated meeting, n sentences.

    Returns
    -------
    ndarray of float32, shape (n, 12)
        Kinds (2), categories (10).
    """
    kinds = [labels(meeting, kind) for kind in KINDS]
    return np.column_stack([*kinds, categories_of(meeting)]).astype(np.float32)
