"""How sure the balance of a talk is, and how it moves along the session."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pandas as pd

from analysis.workshop import Workshop

REPLICATES = 1000
PARTS = 4  # of the session, equal in characters
MEASURES = ("top1", "top3", "gini", "entropy")
_NORMAL = NormalDist()


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


def balance_intervals(turns: pd.DataFrame, *, level: float = 0.95, seed: int = 0) -> dict[str, tuple[float, float]]:
    """Tell how far each measure of the balance would move had other turns like these been taken.

    Bootstrap over turns: as many turns as there are are drawn with replacement, `REPLICATES` times; the interval is
    the bias-corrected percentile interval (Efron 1981, "Nonparametric standard errors and confidence intervals"):
    from the Φ(2z₀ + z) quantile of the replicates for either tail's z, z₀ = Φ⁻¹ of the share of replicates below the
    measured value, those equal to it counted half.

    Parameters
    ----------
    turns : DataFrame
        As `turn_lengths` gives them.
    level : float, default 0.95
        How often such an interval shall hold the value.
    seed : int, default 0
        Of the random numbers: the same turns give the same interval.

    Returns
    -------
    dict of str to tuple of float
        Lower and upper end for each of `MEASURES`; empty with fewer than two speakers.
    """
    speakers, place = np.unique(turns["speaker_id"], return_inverse=True)
    if len(speakers) < 2:
        return {}
    by_speaker = np.zeros((len(turns), len(speakers)))
    by_speaker[np.arange(len(turns)), place] = turns["chars"]
    drawn = np.random.default_rng(seed).multinomial(len(turns), np.full(len(turns), 1 / len(turns)), size=REPLICATES)
    measured, replicated = measures(by_speaker.sum(axis=0, keepdims=True)), measures(drawn @ by_speaker)
    return {name: _interval(float(measured[name][0]), replicated[name], level) for name in MEASURES}


def _interval(measured: float, replicates: np.ndarray, level: float) -> tuple[float, float]:
    """Give the bias-corrected percentile interval."""
    equal = np.isclose(replicates, measured)
    below = ((replicates < measured) & ~equal).mean() + equal.mean() / 2
    edge = 1 / (2 * len(replicates))  # no replicate below is less than half of one, not none
    bias = _NORMAL.inv_cdf(min(max(float(below), edge), 1 - edge))
    tail = _NORMAL.inv_cdf((1 - level) / 2)
    low, high = (_NORMAL.cdf(2 * bias + z) for z in (tail, -tail))
    return float(np.quantile(replicates, low)), float(np.quantile(replicates, high))


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
