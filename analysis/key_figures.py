"""The few figures that a workshop is summed up by, for the pages and the files alike."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.pairs import Pair, touching
from analysis.workshop import Workshop


@dataclass(frozen=True)
class KeyFigures:
    """Counts of what is in view; `challenges` and `advice` are rows of the ledger, `open` those without an answer."""

    speakers: int
    moderators: int
    turns: int
    chars: int
    questions: int
    challenges: int
    open: int
    advice: int


def key_figures(workshop: Workshop, sentences: pd.DataFrame, pairs: list[Pair]) -> KeyFigures:
    """Count what some sentences hold.

    Parameters
    ----------
    workshop : Workshop
        Tables `speakers` and `advice` are read.
    sentences : DataFrame
        Rows of `sentences`.
    pairs : list of Pair
        The ledger of these sentences, as `analysis.pairs.ledger` gives it.

    Returns
    -------
    KeyFigures
        Advice is counted when it is shown and stands in the sentences.
    """
    speakers = workshop.tables["speakers"]
    speaking = speakers[speakers["speaker_id"].isin(sentences["speaker_id"])]
    return KeyFigures(
        speakers=len(speaking),
        moderators=int((speaking["role"] == "moderator").sum()),
        turns=int(sentences["turn_id"].nunique()),
        chars=int(sentences["chars"].sum()),
        questions=int(sentences["is_question"].sum()),
        challenges=len(pairs),
        open=sum(not pair.answers for pair in pairs),
        advice=int(touching(workshop.tables["advice"], sentences)["shown"].sum()),
    )


def speakers_of_half(speaking: pd.DataFrame) -> int:
    """Count how few speakers said at least half of the characters.

    Parameters
    ----------
    speaking : DataFrame
        As `analysis.views.speaking` gives it: `char_share`, most first.

    Returns
    -------
    int
        0 when fewer than two people say anything: there is nothing to compare.
    """
    if len(speaking) < 2 or not speaking["chars"].sum():
        return 0
    return int((speaking["char_share"].cumsum() < 0.5).sum()) + 1
