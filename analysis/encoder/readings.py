"""What the encoder says of sentences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

SENSES = 32  # numbers that tell what a sentence asks for, and as many for what it answers
WIDTHS = {"kinds": 2, "categories": 10, "asks": SENSES, "answers": SENSES}  # the network's columns, in this order


@dataclass(frozen=True)
class Readings:
    """What the encoder says of n sentences; logits are not calibrated.

    `kinds` (n, 2): logits of challenge and advice. `categories` (n, 10): logits in the order of
    `analysis.tables.CATEGORIES`, for sentences of an item or near one. `asks` and `answers` (n, 32): the product of
    what a challenge asks and what advice answers is the greater the better the one responds to the other.
    """

    kinds: np.ndarray
    categories: np.ndarray
    asks: np.ndarray
    answers: np.ndarray


def unread(sentences: int) -> Readings:
    """Say nothing of sentences that no encoder has read yet.

    Parameters
    ----------
    sentences : int
        How many there are.

    Returns
    -------
    Readings
        Zeros.
    """
    return readings_of(np.zeros((sentences, sum(WIDTHS.values()))))


def readings_of(columns: np.ndarray) -> Readings:
    """Take the network's columns apart.

    Parameters
    ----------
    columns : ndarray, shape (n, 76)
        What the network says, averaged over windows.

    Returns
    -------
    Readings
        In double precision.
    """
    return Readings(*np.split(columns.astype(np.float64), np.cumsum(list(WIDTHS.values()))[:-1], 1))
