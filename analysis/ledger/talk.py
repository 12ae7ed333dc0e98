"""One workshop as the ledger sees it: plain arrays and lists, read once from the tables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.encoder.readings import Readings, unread
from analysis.words import Words

KINDS = ("challenges", "advice")
OTHER = dict(zip(KINDS, reversed(KINDS), strict=True))


@dataclass(frozen=True)
class Talk:
    """Sentences in order, one entry each; `turn` and `speaker` are ids, `moderator` and `question` are flags.

    `texts` and `words` are folded (`analysis.folding`), for whatever looks words up; `written` is what may be shown.
    `readings` is what the encoder says; until it has read, nothing.
    """

    turn: np.ndarray
    speaker: np.ndarray
    moderator: np.ndarray
    question: np.ndarray
    chars: np.ndarray
    texts: list[str]
    written: list[str]
    words: Words
    readings: Readings


def talk_of(sentences: pd.DataFrame, speakers: pd.DataFrame, words: Words) -> Talk:
    """Take what the ledger needs out of the tables.

    Parameters
    ----------
    sentences : DataFrame, shape (n_sentences, >=5)
        `turn_id`, `speaker_id`, `text`, `chars`, `is_question`; in order, ids from 0.
    speakers : DataFrame, shape (n_speakers, >=2)
        `speaker_id`, `role`.
    words : Words
        The words of the sentences, of their folded text.

    Returns
    -------
    Talk
        Arrays of length n_sentences; no sentences give empty ones.
    """
    leads = speakers["speaker_id"].to_numpy()[(speakers["role"] == "moderator").to_numpy()]
    speaker = sentences["speaker_id"].to_numpy()
    return Talk(
        turn=sentences["turn_id"].to_numpy(),
        speaker=speaker,
        moderator=np.isin(speaker, leads),
        question=sentences["is_question"].to_numpy(),
        chars=sentences["chars"].to_numpy().astype(np.float64),
        texts=list(map("".join, words.sentences)),
        written=sentences["text"].tolist(),
        words=words,
        readings=unread(len(words.sentences)),
    )
