"""What training minimises: the loss of each head, weighed."""

from __future__ import annotations

import torch
from torch.nn import functional as fn

from analysis.encoder.readings import WIDTHS

POSITIVE = 2.0  # weight of a sentence that carries the kind
CATEGORIES = 0.3  # weight of the loss of categories; that of the kinds is 1


def loss_of(found: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
    """Sum the losses of some sentences.

    Parameters
    ----------
    found : Tensor, shape (n_sentences, 76)
        What the heads say; what is asked and answered is learned apart (`relating`).
    truth : Tensor, shape (n_sentences, 12)
        What they should say, see `analysis.encoder.training.targets.truth_of`.

    Returns
    -------
    Tensor
        One number.
    """
    n_kinds, n_categories = WIDTHS["kinds"], WIDTHS["categories"]
    kinds, categories = found[:, :n_kinds], found[:, n_kinds : n_kinds + n_categories]
    carried, about = truth.split([n_kinds, n_categories], dim=1)
    weight = torch.full((n_kinds,), POSITIVE)
    of_kinds = fn.binary_cross_entropy_with_logits(kinds, carried, pos_weight=weight, reduction="sum")
    of_categories = -(about * fn.log_softmax(categories, dim=1)).sum()
    return of_kinds / n_kinds + CATEGORIES * of_categories
