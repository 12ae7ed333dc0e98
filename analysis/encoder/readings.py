"""What the encoder says of sentences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

WIDTHS = {"kinds": 2, "starts": 2, "categories": 10, "vectors": 64}  # the network's columns, in this order


@dataclass(frozen=True)
class Readings:
    """What the encoder says of n sentences; logits are not calibrated.

    `kinds` (n, 2): logits of challenge and advice. `starts` (n, 2): logits of beginning an item of either kind, for
    sentences that carry it; elsewhere they mean nothing. `categories` (n, 10): logits in the order of
    `analysis.tables.CATEGORIES`, for sentences of an item or near one. `vectors` (n, 64): of length 1, close to
    each other where sentences are about the same. The ledger reads `kinds` and `categories`; the other two gave it
    nothing yet (`analysis/ledger/APPROACHES.md`).
    """

    kinds: np.ndarray
    starts: np.ndarray
    categories: np.ndarray
    vectors: np.ndarray


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
    columns : ndarray, shape (n, 78)
        What the network says, averaged over windows.

    Returns
    -------
    Readings
        Logits in double precision, vectors of length 1 in single precision.
    """
    kinds, starts, categories, vectors = np.split(columns.astype(np.float64), np.cumsum(list(WIDTHS.values()))[:-1], 1)
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    return Readings(kinds, starts, categories, (vectors / np.where(length > 0, length, 1.0)).astype(np.float32))
