"""Challenges, advice and which answers which: from sentences to the three tables of the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from analysis import paths
from analysis.encoder import read_sentences
from analysis.encoder.readings import Readings
from analysis.ledger.features import sigmoid
from analysis.ledger.model import Model, Scores, load_model, score_sentences
from analysis.ledger.rows import found_items, found_links, item_rows
from analysis.ledger.talk import KINDS, Talk, talk_of
from analysis.tables import make_columns, make_table
from analysis.words import Words


@dataclass(frozen=True)
class Ledger:
    """Scores of every sentence (0-1, calibrated) and the three tables, as `analysis.tables.TABLES` defines them."""

    challenge_score: np.ndarray
    advice_score: np.ndarray
    challenges: pd.DataFrame
    advice: pd.DataFrame
    links: pd.DataFrame


def build_ledger(
    sentences: pd.DataFrame,
    speakers: pd.DataFrame,
    words: Words,
    *,
    models: Path = paths.MODELS,
    report: Callable[[float], None] | None = None,
) -> Ledger:
    """Find challenges, advice and the links between them.

    Parameters
    ----------
    sentences : DataFrame, shape (n_sentences, >=7)
        `sentence_id` (0 to n-1 in order), `turn_id`, `speaker_id`, `text`, `line`, `chars`, `is_question`.
    speakers : DataFrame, shape (n_speakers, >=3)
        `speaker_id`, `name`, `role`.
    words : Words
        The words of the sentences, of their folded text.
    models : Path
        Folder of the trained model.
    report : callable, optional
        Told now and then how much the encoder has read, 0-1; what it raises ends the work.

    Returns
    -------
    Ledger
        Rows in the order of the transcript; no sentences give empty tables.

    Raises
    ------
    AnalysisError
        `model_missing` or `model_damaged`.
    """
    model = load_model(models)
    talk = talk_of(sentences, speakers, words)
    readings, scores = scored(talk, model, models, report=report)
    return ledger_of(replace(talk, readings=readings), scores, model)


def empty_ledger(sentences: int) -> Ledger:
    """Make the ledger of a talk that the models were not made for.

    Parameters
    ----------
    sentences : int
        How many sentences it has.

    Returns
    -------
    Ledger
        No rows; every score is 0.
    """
    none = np.zeros(sentences)
    return Ledger(none, none, *(make_table(name, []) for name in ("challenges", "advice", "links")))


def scored(
    talk: Talk, model: Model, models: Path, *, report: Callable[[float], None] | None = None
) -> tuple[Readings, Scores]:
    """Run the sentence model: the encoder reads the sentences, the layers above it weigh that with all else.

    Parameters
    ----------
    talk : Talk
        The workshop, n sentences.
    model : Model
        What `load_model` gives.
    models : Path
        Folder of the encoder's files.
    report : callable, optional
        Told now and then how much the encoder has read, 0-1; what it raises ends the work.

    Returns
    -------
    readings : Readings
        What the encoder says.
    scores : Scores
        What all of the sentence model says.

    Raises
    ------
    AnalysisError
        `model_missing` or `model_damaged`.
    """
    readings = read_sentences(talk.texts, talk.turn.tolist(), talk.moderator.tolist(), folder=models, report=report)
    return readings, score_sentences(replace(talk, readings=readings), model)


def ledger_of(talk: Talk, scores: Scores, model: Model) -> Ledger:
    """Make the ledger of scored sentences.

    Parameters
    ----------
    talk : Talk
        The workshop, read by the encoder.
    scores : Scores
        What `score_sentences` gives.
    model : Model
        What was learned.

    Returns
    -------
    Ledger
        Rows in the order of the transcript.
    """
    found, known = found_items(scores.logits, talk, model), model.book.look_up(talk.words.names)
    rows = {kind: item_rows(kind, found[kind], talk, model, known, scores.weighed[kind]) for kind in KINDS}
    links = found_links(found, talk, model)
    answered = {c for c, _, rank, _ in links if rank == 1}
    return Ledger(
        challenge_score=sigmoid(scores.logits["challenges"]),
        advice_score=sigmoid(scores.logits["advice"]),
        challenges=make_table(
            "challenges",
            [(*row, "answered" if at in answered else "open") for at, row in enumerate(rows["challenges"])],
        ),
        advice=make_table("advice", rows["advice"]),
        links=make_table("links", [(f"C{c + 1}", f"A{a + 1}", rank, p) for c, a, rank, p in links]),
    )


def flagged(sentences: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """Add to each sentence whether the ledger holds it, and how likely it looked.

    Parameters
    ----------
    sentences : DataFrame, shape (n_sentences, 7)
        The table `sentences` but for its last four columns.
    ledger : Ledger
        Of the same sentences.

    Returns
    -------
    DataFrame, shape (n_sentences, 11)
        The table `sentences`.
    """
    held = [np.zeros(len(sentences), dtype=bool) for _ in KINDS]
    for flags, table in zip(held, (ledger.challenges, ledger.advice), strict=True):
        flags[[sentence for ids in table["sentence_ids"] for sentence in ids]] = True
    known = (column.array for _, column in sentences.items())
    return make_columns("sentences", *known, *held, ledger.challenge_score, ledger.advice_score)
