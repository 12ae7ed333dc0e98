"""Runs of neighbouring places, many at once."""

from __future__ import annotations

import numpy as np


def spread(start: np.ndarray, stop: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """List the places of some runs, end to end.

    Parameters
    ----------
    start, stop : ndarray of int, shape (n_runs,)
        First place of each run, and the one behind its last.

    Returns
    -------
    run : ndarray of int, shape (n,)
        Number of the run that each place is in, ascending.
    place : ndarray of int, shape (n,)
        The places.

    Examples
    --------
    >>> spread(np.array([4, 9, 2]), np.array([6, 9, 5]))
    (array([0, 0, 2, 2, 2]), array([4, 5, 2, 3, 4]))
    """
    size = stop - start
    place = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size - start, size)
    return np.repeat(np.arange(len(size)), size), place
