"""Fit the side heads once more, on states that no longer change: regularised, they generalise better than as tuned."""

from __future__ import annotations

import copy
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression

from analysis.encoder.readings import WIDTHS
from analysis.encoder.training.losses import basis_of
from analysis.encoder.training.net import Encoder
from analysis.encoder.training.tuning import THREADS, Window, pooled
from analysis.ledger.talk import KINDS
from analysis.ledger.training.gold import Meeting, gold_items
from analysis.tables import CATEGORIES

STRENGTH = {"starts": 0.003, "categories": 0.005}  # of logistic regression: less is more cautious
RIDGE = 300.0
NEVER = -20.0  # logit of a category that no item has

_Head = tuple[np.ndarray, np.ndarray]  # weights (out, in) and bias


def _vectors(net: Encoder, windows: list[list[Window]]) -> list[np.ndarray]:
    """Give the pooled states of the sentences of each meeting."""
    half = copy.deepcopy(net).halved()

    @torch.inference_mode()
    def read(window: Window) -> np.ndarray:
        return pooled(half, [window]).numpy()

    with ThreadPoolExecutor(THREADS) as pool:
        return [np.concatenate(list(pool.map(read, meeting))) for meeting in windows]


def _starts(vectors: list[np.ndarray], truth: np.ndarray) -> _Head:
    """Tell the first sentences of items from their others."""
    found, x = [], np.concatenate(vectors)
    for column in range(WIDTHS["starts"]):
        carried = truth[:, column] > 0
        fitted = LogisticRegression(C=STRENGTH["starts"], max_iter=200, tol=1e-3)
        found.append(fitted.fit(x[carried], truth[carried, WIDTHS["kinds"] + column] > 0))
    return np.concatenate([part.coef_ for part in found]), np.concatenate([part.intercept_ for part in found])


def _categories(vectors: list[np.ndarray], meetings: list[Meeting]) -> _Head:
    """Tell the categories of items, each the mean of its sentences."""
    items = [
        (found[ids].mean(0), CATEGORIES.index(meeting.about[kind][name]))
        for found, meeting in zip(vectors, meetings, strict=True)
        for kind in KINDS
        for name, ids in zip(*gold_items(meeting, kind), strict=True)
    ]
    x, y = np.array([vector for vector, _ in items]), np.array([number for _, number in items])
    fitted = LogisticRegression(C=STRENGTH["categories"], max_iter=200, tol=1e-3).fit(x, y)
    weight, bias = np.zeros((len(CATEGORIES), x.shape[1])), np.full(len(CATEGORIES), NEVER)
    weight[fitted.classes_], bias[fitted.classes_] = fitted.coef_, fitted.intercept_
    return weight, bias


def _topics(vectors: list[np.ndarray], truth: np.ndarray) -> _Head:
    """Come close to the principal components of the topics."""
    x = np.concatenate(vectors).astype(np.float64)
    whole = torch.from_numpy(truth)
    basis = basis_of(whole)
    wanted = basis(whole[:, -len(basis.mean) :]).double().numpy()
    wanted /= np.linalg.norm(wanted, axis=1, keepdims=True)
    weight = np.linalg.solve(x.T @ x + RIDGE * np.eye(x.shape[1]), x.T @ wanted)
    return weight.T, np.zeros(weight.shape[1])


@torch.no_grad()
def refit(net: Encoder, meetings: list[Meeting], windows: list[list[Window]]) -> Encoder:
    """Replace the side heads.

    Parameters
    ----------
    net : Encoder
        What `analysis.encoder.training.tuning.fit` gives; its head is changed.
    meetings : list of Meeting
        What it was trained on.
    windows : list of list of Window
        Their windows.

    Returns
    -------
    Encoder
        The same one.
    """
    vectors = _vectors(net, windows)
    every = np.concatenate(vectors)
    mean, scale = every.mean(0), every.std()
    vectors = [(found - mean) / scale for found in vectors]
    truth = np.concatenate([window.truth.numpy() for meeting in windows for window in meeting])
    made = [_starts(vectors, truth), _categories(vectors, meetings), _topics(vectors, truth)]
    weight, bias = (np.concatenate(parts) for parts in zip(*made, strict=True))
    first = WIDTHS["kinds"]
    net.head.weight[first:] = torch.from_numpy(weight / scale).float()
    net.head.bias[first:] = torch.from_numpy(bias - weight @ mean / scale).float()
    return net
