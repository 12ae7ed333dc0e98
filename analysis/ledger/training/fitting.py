"""Linear layers, fitted and calibrated; used by `analysis.train` alone. Needs `requirements-train.txt`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.optimize import minimize
from scipy.special import log_softmax
from sklearn.linear_model import LogisticRegression

from analysis.ledger.layers import Linear
from analysis.ledger.training.prior import Prior, informed, lesson_of

UNMET = -30.0  # logit of a class without examples
HOLD = 30.0  # how strongly `fused` is held back from favouring a class


def logistic(x, y: np.ndarray, strength: float) -> Linear:
    """Fit a logistic layer.

    Parameters
    ----------
    x : ndarray or csr_matrix, shape (n, k)
        Rows of features; dense ones are standardised.
    y : ndarray of bool, shape (n,)
        What is to be told.
    strength : float
        Inverse of the regularisation.

    Returns
    -------
    Linear
        One class only gives a constant.
    """
    shift, scale = 0.0, 1.0
    if isinstance(x, np.ndarray):
        shift, scale = x.mean(axis=0), np.maximum(x.std(axis=0), 1e-3)
        x = (x - shift) / scale
    if len(np.unique(y)) < 2:
        rate = (float(np.mean(y)) * len(y) + 0.5) / (len(y) + 1.0)
        return Linear(np.zeros(x.shape[1]), np.asarray(np.log(rate / (1 - rate))))
    solver = "lbfgs" if isinstance(x, np.ndarray) else "liblinear"
    fit = LogisticRegression(C=strength, solver=solver, max_iter=500, tol=1e-3 if solver == "liblinear" else 1e-6)
    fit.fit(x, y)
    weights = fit.coef_[0] / scale
    return Linear(weights, np.asarray(fit.intercept_[0] - np.sum(weights * shift)))


def _scaled(layer: Linear, by: Linear) -> Linear:
    """Follow a layer by a line through its logits."""
    a, b = float(by.weights[0]), float(by.bias)
    return Linear(layer.weights * a, np.asarray(layer.bias * a + b))


def left_out(fit: Callable[..., Linear], x, y: np.ndarray, folds: np.ndarray) -> tuple[Linear, np.ndarray]:
    """Fit a layer on all rows, and once more without each fold.

    Parameters
    ----------
    fit : Callable
        Takes rows of features and their targets, gives a layer.
    x : ndarray or csr_matrix, shape (n, k)
        Rows of features.
    y : ndarray, shape (n,)
        Their targets.
    folds : ndarray of int, shape (n,)
        The fold of each row.

    Returns
    -------
    layer : Linear
        Fitted on all.
    held : ndarray, shape (n,) or (n, n_classes)
        Logits of each row by a fit that never saw its fold; by the layer itself where there is but one fold.
    """
    whole = fit(x, y)
    held = whole(x)
    numbers = np.unique(folds).tolist()
    for out in numbers if len(numbers) > 1 else ():
        left = folds == out
        held[left] = fit(x[~left], y[~left])(x[left])
    return whole, held


class Crossed(NamedTuple):
    """A calibrated layer, held-out logits of each meeting, and what the layer would be to other meetings."""

    layer: Linear
    held: list[np.ndarray]
    lesson: Prior


def crossed(
    x: list[np.ndarray], y: list[np.ndarray], folds: list[int], strength: float, prior: Prior | None = None
) -> Crossed:
    """Fit a layer and calibrate it (Platt) on held-out folds.

    Parameters
    ----------
    x, y : list of ndarray
        Features and targets of each meeting.
    folds : list of int
        The fold of each.
    strength : float
        Inverse of the regularisation, where there is no prior.
    prior : Prior, optional
        What other meetings taught.

    Returns
    -------
    Crossed
        The layer is fitted on all.
    """
    rows, size, truth = np.concatenate(x), list(map(len, x)), np.concatenate(y)
    fit = partial(logistic, strength=strength) if prior is None else partial(informed, prior=prior)
    whole, held = left_out(fit, rows, truth, np.repeat(folds, size))
    line = logistic(held[:, None], truth, 1e3)
    layer = _scaled(whole, line)
    calibrated = held * float(line.weights[0]) + float(line.bias)
    return Crossed(layer, np.split(calibrated, np.cumsum(size)[:-1]), lesson_of(layer, rows))


def multinomial(x: sparse.csr_matrix, y: np.ndarray, classes: int, strength: float) -> Linear:
    """Fit a layer that tells several classes apart.

    Parameters
    ----------
    x : csr_matrix, shape (n, k)
        Rows of features, of comparable size.
    y : ndarray of int, shape (n,)
        The class of each row.
    classes : int
        How many there are; one without rows is never the likeliest.
    strength : float
        Inverse of the regularisation.

    Returns
    -------
    Linear
        A column a class.
    """
    met = np.unique(y)
    weights, bias = np.zeros((x.shape[1], classes)), np.full(classes, UNMET)
    bias[met] = 0.0
    if len(met) > 1:
        fit = LogisticRegression(C=strength, max_iter=500).fit(x, y)
        two = len(met) == 2
        weights[:, met] = np.vstack([-fit.coef_, fit.coef_]).T if two else fit.coef_.T
        bias[met] = np.concatenate([-fit.intercept_, fit.intercept_]) if two else fit.intercept_
    return Linear(weights, bias)


def fused(experts: list[np.ndarray], y: np.ndarray) -> tuple[list[float], np.ndarray]:
    """Weigh experts that each say which of several classes is likely.

    Parameters
    ----------
    experts : list of ndarray, shape (n, k)
        Logits of each expert, for rows that it did not learn from.
    y : ndarray of int, shape (n,)
        The class of each row.

    Returns
    -------
    weights : list of float
        By which the logits of each expert are multiplied before they are added.
    bias : ndarray, shape (k,)
        To be added to that.
    """
    said, rows = np.stack(experts), np.arange(len(y))
    m, k = len(experts), experts[0].shape[1]

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        likely = log_softmax(np.tensordot(x[:m], said, 1) + x[m:], axis=1)
        wrong = np.exp(likely)
        wrong[rows, y] -= 1.0
        slope = np.concatenate([(said * wrong).sum(axis=(1, 2)), wrong.sum(axis=0) + HOLD * x[m:]])
        return HOLD / 2 * float(x[m:] @ x[m:]) - float(likely[rows, y].sum()), slope

    best = minimize(loss, np.concatenate([np.ones(m), np.zeros(k)]), jac=True, method="L-BFGS-B").x
    return best[:m].tolist(), best[m:]


def ridge(x, y: np.ndarray, importance: np.ndarray, strength: float) -> np.ndarray:
    """Fit a line through the origin by least squares, held back from large weights.

    Parameters
    ----------
    x : ndarray or csr_matrix, shape (n, k)
        Rows of features, of comparable size.
    y : ndarray, shape (n,)
        What is to be told.
    importance : ndarray, shape (n,)
        Weight of each row.
    strength : float
        Regularisation.

    Returns
    -------
    ndarray, shape (k,)
        Weights.
    """
    weighed = sparse.diags(importance) @ x
    square = x.T @ weighed
    square = square.toarray() if sparse.issparse(square) else square
    return np.linalg.solve(square + strength * np.eye(x.shape[1]), weighed.T @ y)
