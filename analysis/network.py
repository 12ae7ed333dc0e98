"""Terms that are said together: pairs, and a picture of them that is the same every time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse.csgraph import shortest_path

from analysis.workshop import Workshop

MAX_NODES = 40
LEAST = 2  # a single sentence may hold two terms by chance
SIDES = ("top", "bottom", "right", "left")
_ROUNDS = 300


@dataclass(frozen=True)
class Network:
    """Terms and the pairs among them.

    `nodes` has `term`, `count`, `x`, `y` (0-1); `edges` has `term`, `other`, `sentences`.
    """

    nodes: pd.DataFrame
    edges: pd.DataFrame


def term_pairs(workshop: Workshop, terms: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Count the sentences in which two terms stand together.

    Parameters
    ----------
    workshop : Workshop
        The table `term_sentences` is read.
    terms : DataFrame
        Has `term`; pairs are made of these.
    sentences : DataFrame
        Rows of `sentences`.

    Returns
    -------
    DataFrame
        `term`, `other`, `sentences` (at least `LEAST`), `expected` (if they knew nothing of each other: sentences with
        the one × sentences with the other ÷ all), only where there are more than that; most sentences first, then in
        the order of `terms`.
    """
    numbers = {term: number for number, term in enumerate(terms["term"])}
    found = workshop.tables["term_sentences"]
    found = found[found["term"].isin(numbers) & found["sentence_id"].isin(sentences["sentence_id"])]
    says = np.zeros((len(numbers), len(sentences)), dtype=np.float32)  # so that the product is one fast call
    place = np.searchsorted(sentences["sentence_id"].to_numpy(), found["sentence_id"].to_numpy())
    says[found["term"].map(numbers).to_numpy(dtype=int), place] = 1
    together = np.rint(says @ says.T).astype(int)
    inside = np.diag(together)
    expected = np.outer(inside, inside) / max(1, len(sentences))
    one, other = np.nonzero(np.triu((together >= LEAST) & (together > expected), 1))
    names = np.array(list(numbers), dtype=object)
    table = pd.DataFrame(
        {
            "term": names[one],
            "other": names[other],
            "sentences": together[one, other],
            "expected": expected[one, other],
        }
    )
    return table.sort_values("sentences", ascending=False, kind="stable", ignore_index=True)


def readable_threshold(pairs: pd.DataFrame, *, most: int) -> int:
    """Find the lowest number of sentences together that leaves no more than some pairs.

    Parameters
    ----------
    pairs : DataFrame
        What `term_pairs` gives.
    most : int
        So many pairs can be read.

    Returns
    -------
    int
        At least `LEAST`, and never so high that no pair is left.
    """
    counts = sorted(set(pairs["sentences"].tolist()))
    fitting = [count for count in counts if (pairs["sentences"] >= count).sum() <= most]
    return min(fitting or counts[-1:] or [LEAST])


def network(terms: pd.DataFrame, pairs: pd.DataFrame, *, threshold: int, ratio: float = 1.5) -> Network:
    """Place the terms that are said together in at least some sentences.

    Parameters
    ----------
    terms : DataFrame
        Has `term` and `count`, most important first.
    pairs : DataFrame
        What `term_pairs` gives.
    threshold : int
        Pairs said together in fewer sentences are left out.
    ratio : float, default 1.5
        Width of the picture by its height.

    Returns
    -------
    Network
        The `MAX_NODES` most important terms that have a pair, and the pairs among them.
    """
    edges = pairs[pairs["sentences"] >= threshold]
    paired = set(edges["term"]) | set(edges["other"])
    nodes = terms[terms["term"].isin(paired)][["term", "count"]].head(MAX_NODES).reset_index(drop=True)
    edges = edges[edges["term"].isin(nodes["term"]) & edges["other"].isin(nodes["term"])]
    nodes = nodes[nodes["term"].isin(set(edges["term"]) | set(edges["other"]))].reset_index(drop=True)
    numbers = {term: number for number, term in enumerate(nodes["term"])}
    one, other = (edges[column].map(numbers).to_numpy(dtype=int) for column in ("term", "other"))
    x, y = lay_out(len(nodes), one, other, ratio=ratio)
    edges = edges[["term", "other", "sentences"]].reset_index(drop=True)
    return Network(nodes.assign(x=x, y=y), edges)


def lay_out(count: int, one: np.ndarray, other: np.ndarray, *, ratio: float) -> tuple[np.ndarray, np.ndarray]:
    """Place points so that their distances are as near as can be to the length of the way between them.

    Stress majorization (Gansner, Koren and North, 2004, "Graph drawing by stress majorization"). An edge is as long as
    its ends have neighbours that they do not share, so that points with many stand apart (Gansner, Hu and North, 2013,
    "A maxent-stress model for graph layout").

    Parameters
    ----------
    count : int
        Number of points.
    one, other : ndarray of int, shape (n_edges,)
        The ends of each edge.
    ratio : float
        Width of the picture by its height.

    Returns
    -------
    x : ndarray, shape (count,)
        From 0 to 1.
    y : ndarray, shape (count,)
        From 0 to 1. The same at every call: the points begin on a spiral, and nothing is drawn by lot.
    """
    joined = np.zeros((count, count))
    joined[one, other] = joined[other, one] = 1.0
    shared, degree = joined @ joined, joined.sum(axis=0)
    lengths = joined * (degree[:, None] + degree[None, :] - 2 * shared) ** 0.5
    wanted = shortest_path(lengths, directed=False) if count else lengths
    reached = wanted[np.isfinite(wanted)]
    wanted[~np.isfinite(wanted)] = 1.2 * max(reached, default=1.0)
    np.fill_diagonal(wanted, 1.0)
    weight = wanted**-2.0
    np.fill_diagonal(weight, 0.0)
    turn = np.arange(count) * 2.399963  # the golden angle: no two points in line
    at = np.stack([ratio * np.sqrt(turn) * np.cos(turn), np.sqrt(turn) * np.sin(turn)], axis=1)
    for _ in range(_ROUNDS):
        at = _nearer(at, wanted, weight)
    return _spread(at[:, 0]), _spread(at[:, 1])


def _nearer(at: np.ndarray, wanted: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Move every point to where the others would have it, each from its own place."""
    apart = at[:, None, :] - at[None, :, :]
    length = np.sqrt((apart**2).sum(axis=2))
    np.fill_diagonal(length, 1.0)
    target = at[None, :, :] + apart * (wanted / np.maximum(length, 1e-9))[:, :, None]
    return (weight[:, :, None] * target).sum(axis=1) / np.maximum(weight.sum(axis=1), 1e-9)[:, None]


def _spread(values: np.ndarray) -> np.ndarray:
    """Stretch values over the range from 0 to 1."""
    if not len(values):
        return values
    low, high = values.min(), values.max()
    return (values - low) / (high - low) if high - low > 1e-9 else np.full(len(values), 0.5)


def label_sides(x: np.ndarray, y: np.ndarray, sizes: np.ndarray, widths: np.ndarray, *, height: float) -> list[str]:
    """Choose the side of each point on which its label covers least.

    Parameters
    ----------
    x, y : ndarray, shape (n_points,)
        Middles of the points in pixels, `y` upwards; the first points choose first.
    sizes : ndarray, shape (n_points,)
        Diameters of the points in pixels.
    widths : ndarray, shape (n_points,)
        Widths of the labels in pixels.
    height : float
        Height of a label in pixels.

    Returns
    -------
    list of str
        One of `SIDES` for each point, the first of those that cover equally little.

    Examples
    --------
    >>> two = np.array([0.0, 20.0])
    >>> label_sides(two, np.zeros(2), np.full(2, 8.0), np.full(2, 30.0), height=10)
    ['top', 'bottom']
    """
    taken = [(a - d / 2, b - d / 2, a + d / 2, b + d / 2) for a, b, d in zip(x, y, sizes, strict=True)]
    chosen = []
    for a, b, size, width in zip(x, y, sizes, widths, strict=True):
        out, up = size / 2 + width / 2, size / 2 + height / 2
        middles = ((a, b + up), (a, b - up), (a + out, b), (a - out, b))
        boxes = [(p - width / 2, q - height / 2, p + width / 2, q + height / 2) for p, q in middles]
        covered = [_covered(box, np.array(taken)) for box in boxes]
        best = int(np.argmin(covered))
        taken.append(boxes[best])
        chosen.append(SIDES[best])
    return chosen


def _covered(box: tuple[float, ...], others: np.ndarray) -> float:
    """Measure how much of others a box covers."""
    wide = np.minimum(box[2], others[:, 2]) - np.maximum(box[0], others[:, 0])
    high = np.minimum(box[3], others[:, 3]) - np.maximum(box[1], others[:, 1])
    return float((np.maximum(wide, 0) * np.maximum(high, 0)).sum())
