"""How likely a word would stand in a headline of the talk: a logistic layer over what can be counted."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from analysis import paths
from analysis.errors import AnalysisError
from analysis.terms.phrases import Chain
from analysis.terms.vocabulary import MAX_KNOWN, STANDS, Word
from analysis.weights import read_checked
from analysis.words import idf

WEIGHTS, CARD = "terms.npz", "terms_card.json"
PARTS = ("n", "vn", "v", "a", "nz", "eng", "i", "l", "x", "nr", "ns", "b", "j")
OF_WORD = ("idf", "three_chars", "more_chars", "filler", *(f"part_{part}" for part in PARTS))
OF_TALK = ("log_count", "log_share", "log_sentences", "log_speakers", "first", "log_first", "after_de", "before_de")


@dataclass(frozen=True)
class Importance:
    """`of_words` is what each word brings by itself, the bias among it; `of_talk` are weights of the features."""

    of_words: dict[Word, float]
    of_talk: np.ndarray


class _OfWords(dict):
    """What each word brings by itself, remembered."""

    def __init__(self, weights: list[float], bias: float) -> None:
        super().__init__()
        self.weights, self.bias = weights, bias

    def __missing__(self, word: Word) -> float:
        if len(self) > MAX_KNOWN:  # a long run of workshops
            self.clear()
        told = zip(self.weights, word_features(word), strict=True)
        brings = self[word] = self.bias + sum(weight * value for weight, value in told)
        return brings


def word_features(word: Word) -> list[float]:
    """Tell what does not depend on the talk.

    Parameters
    ----------
    word : Word
        A word that is no gap.

    Returns
    -------
    list of float
        The features `OF_WORD`.
    """
    rarity, median = idf()
    size, filler = len(word.name), not word.roles & STANDS
    parts = [float(word.part == part) for part in PARTS]
    return [rarity.get(word.name, median), float(size == 3), float(size > 3), float(filler), *parts]


def talk_features(chain: Chain, speakers: np.ndarray) -> np.ndarray:
    """Count what depends on the talk.

    Parameters
    ----------
    chain : Chain
        The words.
    speakers : ndarray of int, shape (n_sentences,)
        Speaker id of each sentence.

    Returns
    -------
    ndarray, shape (n_words - 1, len(OF_TALK))
        Of each word but the gap: all are said.
    """
    many, heard = len(chain.words), chain.ids > 0
    ids, sentence = chain.ids[heard], chain.sentence[heard]
    first, inside = _distinct(ids, sentence)
    _, voices = _distinct(ids, speakers[sentence])
    count = np.bincount(ids, minlength=many)[1:]
    de = [np.bincount(ids[beside[heard]], minlength=many)[1:] / count for beside in (chain.after_de, chain.before_de)]
    columns = [np.log(count), np.log(count / max(1, len(ids))), np.log(inside), np.log(voices)]
    columns += [first / max(1, chain.sentences), np.log1p(first), *de]
    return np.stack(columns, axis=1)


def _distinct(ids: np.ndarray, value: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Tell of each id, ascending, the least of its values and how many different ones it has."""
    scale = int(value.max(initial=0)) + 1
    cells = np.sort(ids * scale + value)  # `np.unique` takes longer
    word, cell = np.divmod(cells[np.diff(cells, prepend=-1) > 0], scale)
    edge = np.flatnonzero(np.diff(word, prepend=-1))
    return cell[edge], np.diff(np.append(edge, len(word)))


@lru_cache(maxsize=1)
def importance_model(folder: Path = paths.MODELS) -> Importance:
    """Read the weights.

    Parameters
    ----------
    folder : Path
        Holds `terms.npz` and its card, which `python -m analysis.terms.training.fit` writes.

    Returns
    -------
    Importance
        The same object at every call.

    Raises
    ------
    AnalysisError
        `model_missing` or `model_damaged`.
    """
    packed = read_checked(folder / CARD, WEIGHTS)
    try:
        with np.load(io.BytesIO(packed), allow_pickle=False) as stored:
            return importance_of(stored["weights"], float(stored["bias"]))
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as problem:
        raise AnalysisError("model_damaged", where=WEIGHTS) from problem


def importance_of(weights: np.ndarray, bias: float) -> Importance:
    """Make a layer of its weights.

    Parameters
    ----------
    weights : ndarray, shape (len(OF_WORD) + len(OF_TALK),)
        In the order of the features.
    bias : float
        Is added.

    Returns
    -------
    Importance
        The layer.

    Raises
    ------
    ValueError
        For another number of weights.
    """
    if weights.shape != (len(OF_WORD) + len(OF_TALK),):
        raise ValueError(weights.shape)
    return Importance(_OfWords(weights[: len(OF_WORD)].tolist(), bias), weights[len(OF_WORD) :])


def word_importance(chain: Chain, speakers: np.ndarray, model: Importance) -> np.ndarray:
    """Tell how likely a headline of the talk would have each word.

    Parameters
    ----------
    chain : Chain
        The words.
    speakers : ndarray of int, shape (n_sentences,)
        Speaker id of each sentence.
    model : Importance
        The layer.

    Returns
    -------
    ndarray, shape (n_words,)
        0-1; 0 for the gap.
    """
    own = np.array(list(map(model.of_words.__getitem__, chain.words[1:])))
    return np.append(0.0, 1 / (1 + np.exp(-(talk_features(chain, speakers) @ model.of_talk + own))))
