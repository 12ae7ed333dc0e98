"""Annotated meetings as matrices, and the first layer fitted on them; used by `analysis.train` alone."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy import sparse

from analysis import paths
from analysis.encoder.model import CARD, HELD_OUT
from analysis.encoder.readings import WIDTHS, Readings
from analysis.errors import AnalysisError
from analysis.ledger.features import ngrams
from analysis.ledger.layers import Linear
from analysis.ledger.lexicon import lists
from analysis.ledger.talk import KINDS
from analysis.ledger.training.gold import Meeting, labels, read_meetings
from analysis.weights import read_checked

FOLDS = paths.MODELS / "folds.json"
RARE = 3  # sentences an n-gram must stand in
CUE_WEIGHT = {"k": 3.0, "K": 2.0}  # cue lists are few and dense: they may speak louder than an n-gram


@dataclass(frozen=True)
class Corpus:
    """Annotated meetings, the fold of each, the rows of each in `grams`, and what stands in the columns.

    Their talks are read by encoders that never saw a meeting's fold.
    """

    meetings: list[Meeting]
    fold: list[int]
    rows: list[np.ndarray]
    grams: sparse.csr_matrix
    names: list[str]
    targets: dict[str, np.ndarray]


@dataclass(frozen=True)
class First:
    """The first layer: its n-grams as columns of the corpus, their weights, a layer for each kind."""

    columns: np.ndarray
    idf: np.ndarray
    layers: dict[str, Linear]


def folds_of(meetings: list[Meeting]) -> list[int]:
    """Look up the fold of each meeting.

    Parameters
    ----------
    meetings : list of Meeting
        By stem.

    Returns
    -------
    list of int
        By the one list of folds; a meeting that it does not name joins the smallest fold.
    """
    listed = json.loads(FOLDS.read_text(encoding="utf-8"))["folds"]
    known = {stem: number for number, stems in enumerate(listed) for stem in stems}
    size = [0] * len(listed)
    out = []
    for meeting in meetings:
        out.append(known.get(meeting.stem, size.index(min(size))))
        size[out[-1]] += len(meeting.spans)
    return out


def read_corpus(folder: Path, models: Path) -> Corpus:
    """Read annotated meetings and everything that can be seen in their sentences.

    Parameters
    ----------
    folder : Path
        Pairs `<stem>.json`, `<stem>.tsv`.
    models : Path
        Holds `encoder_held_out.npz` and `encoder_card.json`.

    Returns
    -------
    Corpus
        Meetings by stem; one that the list of folds does not name joins the smallest fold.

    Raises
    ------
    AnalysisError
        `gold_missing`, `gold_invalid`, `model_missing` or `model_damaged`; `held_out_missing` when a meeting
        was not read by a held-out encoder, or not sentence by sentence as it is cut now.
    """
    meetings = read_meetings(folder)
    readings = held_out_readings(meetings, models)
    meetings = [replace(m, talk=replace(m.talk, readings=r)) for m, r in zip(meetings, readings, strict=True)]
    fold = folds_of(meetings)
    numbers: dict[str, int] = {}
    indices, pointers, rows = [], [0], []
    for meeting in meetings:
        first = len(pointers) - 1
        for text, words in zip(meeting.talk.texts, meeting.talk.words.sentences, strict=True):
            indices += [numbers.setdefault(g, len(numbers)) for g in sorted(ngrams(text, words, lists()))]
            pointers.append(len(indices))
        rows.append(np.arange(first, len(pointers) - 1))
    grams = sparse.csr_matrix((np.ones(len(indices)), indices, pointers), shape=(len(pointers) - 1, len(numbers)))
    targets = {kind: np.concatenate([labels(meeting, kind) for meeting in meetings]) for kind in KINDS}
    return Corpus(meetings, fold, rows, grams, list(numbers), targets)


def held_out_readings(meetings: list[Meeting], models: Path) -> list[Readings]:
    """Look up what encoders that never saw a meeting's fold make of its sentences.

    Parameters
    ----------
    meetings : list of Meeting
        Annotated meetings.
    models : Path
        Holds `encoder_held_out.npz` and `encoder_card.json`.

    Returns
    -------
    list of Readings
        One a meeting.

    Raises
    ------
    AnalysisError
        `model_missing` or `model_damaged`; `held_out_missing` when a meeting was not read, or not sentence by
        sentence as it is cut now.
    """
    with np.load(io.BytesIO(read_checked(models / CARD, HELD_OUT)), allow_pickle=False) as held:
        found = {name: held[name].astype(np.float64) for name in held.files}
    out = []
    for meeting in meetings:
        parts = {name: found.get(f"{meeting.stem}.{name}", np.zeros(0)) for name in WIDTHS}
        if any(parts[name].shape != (len(meeting.talk.texts), width) for name, width in WIDTHS.items()):
            raise AnalysisError("held_out_missing", where=HELD_OUT, meeting=meeting.stem)
        out.append(Readings(**parts))
    return out


def _vectors(grams: sparse.csr_matrix, first_columns: np.ndarray, idf: np.ndarray) -> sparse.csr_matrix:
    """Weigh n-grams; a row is divided by the square root of its length."""
    x = grams[:, first_columns] @ sparse.diags(idf)
    norm = np.sqrt(np.asarray(x.multiply(x).sum(axis=1)).ravel())
    return (sparse.diags(1.0 / np.sqrt(np.where(norm > 0, norm, 1.0))) @ x).tocsr()


def fit_first(corpus: Corpus, folds: frozenset[int], fit: Callable[..., Linear]) -> First:
    """Fit the first layer on some folds.

    Parameters
    ----------
    corpus : Corpus
        Annotated meetings.
    folds : frozenset of int
        Folds to learn from.
    fit : Callable
        Takes rows of features and their targets, gives a layer.

    Returns
    -------
    First
        Vocabulary of n-grams in at least 3 sentences, and a layer for each kind.
    """
    train = np.concatenate([r for r, f in zip(corpus.rows, corpus.fold, strict=True) if f in folds])
    grams = corpus.grams[train]
    count = np.asarray(grams.sum(axis=0)).ravel()
    columns = np.flatnonzero(count >= RARE)
    cue = np.array([CUE_WEIGHT.get(corpus.names[c][0], 1.0) for c in columns])
    idf = (np.sqrt(np.log(len(train) / count[columns]) + 1e-6) * cue).astype(np.float32).astype(np.float64)
    x = _vectors(grams, columns, idf)
    fits = {kind: fit(x, corpus.targets[kind][train]) for kind in KINDS}
    rounded = {
        kind: Linear(fit_.weights.astype(np.float32).astype(np.float64), fit_.bias) for kind, fit_ in fits.items()
    }
    return First(columns, idf, rounded)


def apply_first(corpus: Corpus, first: First, number: int) -> dict[str, np.ndarray]:
    """Score the sentences of one meeting.

    Parameters
    ----------
    corpus : Corpus
        Annotated meetings.
    first : First
        A first layer.
    number : int
        Which meeting.

    Returns
    -------
    dict of str to ndarray
        Logits by kind.
    """
    x = _vectors(corpus.grams[corpus.rows[number]], first.columns, first.idf)
    return {kind: first.layers[kind](x) for kind in KINDS}
