"""What other meetings taught a layer: where it starts, and how firmly each direction of it is held."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from analysis.errors import AnalysisError
from analysis.ledger.features import sigmoid
from analysis.ledger.layers import Linear
from analysis.weights import read_checked

CARD, LAYERS = "card.json", "layers.npz"
WORTH = 20.0  # rows of other meetings that one row counts for: they were marked by readers we trust less
LEAST = 1.0  # information that every standardised column has, so that none is free


@dataclass(frozen=True)
class Prior:
    """A logistic layer of k columns, and the Fisher information (k + 1, k + 1) of its weights and bias."""

    layer: Linear
    information: np.ndarray


def lesson_of(layer: Linear, x: np.ndarray) -> Prior:
    """Say how firmly a layer stands after its meetings.

    Parameters
    ----------
    layer : Linear
        Fitted on `x`.
    x : ndarray, shape (n, k)
        Rows of features.

    Returns
    -------
    Prior
        With the observed information of the logistic likelihood (Bishop, Pattern Recognition and Machine Learning,
        2006, eq. 4.97).
    """
    chance, rows = sigmoid(layer(x)), np.column_stack([x, np.ones(len(x))])
    return Prior(layer, (rows * (chance * (1 - chance))[:, None]).T @ rows)


def informed(x: np.ndarray, y: np.ndarray, prior: Prior) -> Linear:
    """Fit a logistic layer that starts from what other meetings taught (Laplace's approximation of their likelihood).

    Parameters
    ----------
    x : ndarray, shape (n, k)
        Rows of features.
    y : ndarray of bool, shape (n,)
        What is to be told.
    prior : Prior
        Of the same columns.

    Returns
    -------
    Linear
        Where both likelihoods together are greatest, each row here weighing `WORTH` of those there.
    """
    scale = np.append(np.maximum(x.std(axis=0), 1e-3), 1.0)
    rows, start = (
        np.column_stack([x, np.ones(len(x))]) / scale,
        np.append(prior.layer.weights, prior.layer.bias) * scale,
    )
    held = prior.information / np.outer(scale, scale) + LEAST * np.eye(len(scale))

    def loss(step: np.ndarray) -> tuple[float, np.ndarray]:
        logit, pull = rows @ (start + step), held @ step
        value = WORTH * float(np.sum(np.logaddexp(0.0, logit) - y * logit)) + step @ pull / 2
        return value, WORTH * (rows.T @ (sigmoid(logit) - y)) + pull

    found = minimize(loss, np.zeros(len(scale)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    weights = (start + found) / scale
    return Linear(weights[:-1], np.asarray(weights[-1]))


def write_priors(priors: dict[str, Prior], folder: Path) -> None:
    """Write what meetings taught, for `read_priors`.

    Parameters
    ----------
    priors : dict of str to Prior
        By the name of the layer.
    folder : Path
        Gets `layers.npz` and `card.json`; made where it is missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    arrays = {f"{name}.weights": prior.layer.weights for name, prior in priors.items()}
    arrays |= {f"{name}.bias": np.asarray(prior.layer.bias) for name, prior in priors.items()}
    arrays |= {f"{name}.information": prior.information for name, prior in priors.items()}
    packed = io.BytesIO()
    np.savez_compressed(packed, **arrays)
    (folder / LAYERS).write_bytes(packed.getvalue())
    digest = hashlib.sha256(packed.getvalue()).hexdigest()
    (folder / CARD).write_text(json.dumps({"sha256": {LAYERS: digest}}, indent=1) + "\n", encoding="utf-8")


def read_priors(folder: Path) -> dict[str, Prior]:
    """Read what other meetings taught.

    Parameters
    ----------
    folder : Path
        Holds `layers.npz` and `card.json`.

    Returns
    -------
    dict of str to Prior
        By the name of the layer.

    Raises
    ------
    AnalysisError
        `model_missing` when a file is not there, `model_damaged` when it is not the one the card describes.
    """
    packed = read_checked(folder / CARD, LAYERS)
    try:
        with np.load(io.BytesIO(packed), allow_pickle=False) as held:
            arrays = {name: held[name] for name in held.files}
        names = sorted({name.removesuffix(".bias") for name in arrays if name.endswith(".bias")})
        return {
            name: Prior(
                Linear(arrays[f"{name}.weights"], arrays[f"{name}.bias"]),
                arrays[f"{name}.information"],
            )
            for name in names
        }
    except (ValueError, KeyError, OSError, zipfile.BadZipFile) as problem:
        raise AnalysisError("model_damaged", where=LAYERS) from problem
