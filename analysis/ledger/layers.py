"""The pieces a model is made of: layers, and what was learned of single words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Linear:
    """A linear layer: `weights` of shape (n,) with a number as `bias`, or (n, k) with k of them."""

    weights: np.ndarray
    bias: np.ndarray

    def __call__(self, x: np.ndarray) -> np.ndarray:
        """Give the logits of rows of features."""
        return x @ self.weights + self.bias


@dataclass(frozen=True)
class WordTable:
    """What was learned of single words: `values` has a row for each word of `vocabulary`, and a last one of zeros."""

    vocabulary: dict[str, int]
    values: np.ndarray

    def rows(self, words: list[str]) -> np.ndarray:
        """Look words up.

        Parameters
        ----------
        words : list of str
            Any words.

        Returns
        -------
        ndarray of int, shape (n,)
            Their rows; those that are not known have the last one.
        """
        unknown = len(self.vocabulary)
        return np.array([self.vocabulary.get(word.lower(), unknown) for word in words], dtype=np.int64)


@dataclass(frozen=True)
class Subject:
    """What was learned of categories.

    `layer` weighs counts, `words` holds rareness, then weights; `heard` weighs what the encoder says.
    """

    layer: Linear
    words: WordTable
    heard: float


@dataclass(frozen=True)
class Wording:
    """What was learned of summaries: how well a word stands in one (by itself, by its looks), and words in a row."""

    worth: WordTable
    traits: Linear
    stretch: Linear

    def worth_of(self, words: list[str], looks: np.ndarray, column: int) -> np.ndarray:
        """Say how likely words stand in a summary of a kind.

        Parameters
        ----------
        words : list of str
            The words.
        looks : ndarray, shape (n, 7)
            What `analysis.ledger.wordbook.traits` gives of them.
        column : int
            Number of the kind in `KINDS`.

        Returns
        -------
        ndarray, shape (n,)
            About 0-1; 0 where nothing was learned yet.
        """
        if not self.traits.weights.size:
            return np.zeros(len(words))
        return self.traits(looks)[:, column] + self.worth.values[self.worth.rows(words), column]
