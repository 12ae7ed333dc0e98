"""How sure the balance of a talk is, and how it moves along the session."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.workshop import Workshop

REPLICATES = 1000
PARTS = 4  # of the session, equal in characters
MEASURES = ("top1", "top3", "gini", "entropy")
NORMAL_95 = 1.96  # standard deviations on either side that hold 95 % of a normal distribution


def turn_lengths(sentences: pd.DataFrame) -> pd.DataFrame:
    """Count the characters of each turn in some sentences.

    Parameters
    ----------
    sentences : DataFrame
        Rows of `sentences`.

    Returns
    -------
    DataFrame
        `turn_id`, `speaker_id`, `chars`, in order; turns without a character are left out.
    """
    turns = sentences.groupby("turn_id").agg(speaker_id=("speaker_id", "first"), chars=("chars", "sum"))
    return turns[turns["chars"] > 0].reset_index()


def measures(chars: np.ndarray) -> dict[str, np.ndarray]:
    """Measure the balance of several talks at once, as `analysis.speakers.balance` does of one.

    Parameters
    ----------
    chars : ndarray, shape (n_talks, n_speakers)
        Characters of each speaker, 0 where one is silent; each talk has some, n_speakers is at least 2.

    Returns
    -------
    dict of str to ndarray, shape (n_talks,)
        `MEASURES`; a silent speaker counts as one who is there and says nothing.
    """
    share = np.sort(chars / chars.sum(axis=1, keepdims=True), axis=1)
    n = share.shape[1]
    rank = np.arange(1, n + 1)
    log = np.log(share, out=np.zeros_like(share), where=share > 0)
    return {
        "top1": share[:, -1],
        "top3": share[:, -3:].sum(axis=1),
        "gini": ((2 * rank - n - 1) * share).sum(axis=1) / n,
        "entropy": -(share * log).sum(axis=1) / np.log(n),
    }


def balance_intervals(turns: pd.DataFrame, *, seed: int = 0) -> dict[str, tuple[float, float]]:
    """Tell how far each measure of the balance would move had other turns like these been taken.

    Bootstrap over turns: as many turns as there are are drawn with replacement, `REPLICATES` times; the interval is
    the measured value ± 1.96 standard deviations of the replicates (Efron and Tibshirani 1993, "An Introduction to
    the Bootstrap", section 13.3), cut at what the measure can reach. Percentiles of the replicates would not do: a
    speaker with few turns is silent in many draws, so that replicates are less even than what was measured.

    Parameters
    ----------
    turns : DataFrame
        As `turn_lengths` gives them.
    seed : int, default 0
        Of the random numbers: the same turns give the same interval.

    Returns
    -------
    dict of str to tuple of float
        Lower and upper end for each of `MEASURES`; empty with fewer than two speakers.
    """
    speakers, place = np.unique(turns["speaker_id"], return_inverse=True)
    n = len(speakers)
    if n < 2:
        return {}
    by_speaker = np.zeros((len(turns), n))
    by_speaker[np.arange(len(turns)), place] = turns["chars"]
    drawn = np.random.default_rng(seed).multinomial(len(turns), np.full(len(turns), 1 / len(turns)), size=REPLICATES)
    measured, replicated = measures(by_speaker.sum(axis=0, keepdims=True)), measures(drawn @ by_speaker)
    reach = {"top1": (1 / n, 1.0), "top3": (min(3, n) / n, 1.0), "gini": (0.0, 1 - 1 / n), "entropy": (0.0, 1.0)}
    intervals = {}
    for name, (least, most) in reach.items():
        value, way = float(measured[name][0]), NORMAL_95 * float(replicated[name].std())
        intervals[name] = (max(least, value - way), min(most, value + way))
    return intervals


def shares_along(workshop: Workshop, sentences: pd.DataFrame) -> pd.DataFrame:
    """Share out the talk in each part of the session.

    Parameters
    ----------
    workshop : Workshop
        The table `sentences` is read: its characters, cut into `PARTS` equal parts, are the session. A sentence is in
        the part where its first character is.
    sentences : DataFrame
        Rows of `sentences`.

    Returns
    -------
    DataFrame
        `part` (from 0), `speaker_id`, `chars`, `char_share` (0-1 of the part's characters among `sentences`), by
        part, then speaker; parts and speakers without a character are left out.
    """
    part = part_of(workshop).loc[sentences.index]
    table = sentences.assign(part=part).groupby(["part", "speaker_id"])["chars"].sum()
    table = table[table > 0].reset_index()
    return table.assign(char_share=table["chars"] / table.groupby("part")["chars"].transform("sum"))


def part_of(workshop: Workshop) -> pd.Series:
    """Tell the part of the session each sentence begins in.

    Parameters
    ----------
    workshop : Workshop
        The table `sentences` is read.

    Returns
    -------
    Series of int
        From 0 to `PARTS` - 1, with the index of `sentences`.
    """
    chars = workshop.tables["sentences"]["chars"]
    before = chars.cumsum() - chars
    return (before * PARTS // max(1, int(chars.sum()))).clip(upper=PARTS - 1).astype(int).rename("part")
