"""What training minimises: the loss of each head, weighed."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch.nn import functional as fn

from analysis.encoder.readings import WIDTHS

POSITIVE = 2.0  # weight of a sentence that carries the kind
STARTS, CATEGORIES, VECTORS = 0.5, 0.3, 0.5  # weights of the side losses; that of the kinds is 1
_KINDS, _STARTS, _CATEGORIES, _ = WIDTHS.values()
_EDGES = (_KINDS, _KINDS + _STARTS, _KINDS + _STARTS + _CATEGORIES)


@dataclass(frozen=True)
class Basis:
    """The mean of the topics that are learned from, and the directions in which they differ most."""

    mean: torch.Tensor
    directions: torch.Tensor

    def __call__(self, topics: torch.Tensor) -> torch.Tensor:
        """Project topics, one a row."""
        return (topics - self.mean) @ self.directions


def basis_of(truth: torch.Tensor) -> Basis:
    """Find the basis of the topics.

    Parameters
    ----------
    truth : Tensor, shape (n_sentences, 14 + width)
        What is learned from, see `analysis.encoder.training.targets.truth_of`.

    Returns
    -------
    Basis
        As many directions as the vectors have numbers.
    """
    topics = truth[:, _EDGES[-1] :].double()
    mean = topics.mean(0)
    _, directions = torch.linalg.eigh((topics - mean).T @ (topics - mean))
    return Basis(mean.float(), directions[:, -WIDTHS["vectors"] :].float())


def loss_of(found: torch.Tensor, truth: torch.Tensor, basis: Basis, side: float) -> torch.Tensor:
    """Sum the losses of some sentences.

    Parameters
    ----------
    found : Tensor, shape (n_sentences, 78)
        What the heads say.
    truth : Tensor, shape (n_sentences, 14 + width)
        What they should say.
    basis : Basis
        Of the topics.
    side : float
        How far all but the kinds count.

    Returns
    -------
    Tensor
        One number.
    """
    kinds, starts, categories, vectors = found.split(list(WIDTHS.values()), dim=1)
    carried, begun, about, topics = truth.tensor_split(
        [_KINDS, _KINDS + _STARTS, _KINDS + _STARTS + _CATEGORIES], dim=1
    )
    of_kinds = fn.binary_cross_entropy_with_logits(
        kinds, carried, pos_weight=torch.full((_KINDS,), POSITIVE), reduction="sum"
    )
    of_starts = fn.binary_cross_entropy_with_logits(starts, begun, weight=carried, reduction="sum")
    of_categories = -(about * fn.log_softmax(categories, dim=1)).sum()
    of_vectors = (1 - fn.cosine_similarity(vectors, basis(topics))).sum()
    aside = STARTS * of_starts / _KINDS + CATEGORIES * of_categories + VECTORS * of_vectors
    return of_kinds / _KINDS + side * aside
