"""Which terms one side of a talk says more than the other, and how sure that is."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.workshop import Workshop

GROUPINGS = ("speaker", "role", "region", "chapter")
SMALL = 5  # said fewer times than this on both sides together, a term tells of chance as much as of its speakers
CRITICAL = 6.63  # of chi-square with one degree of freedom at p = 0.01


def log_likelihood(count: np.ndarray, rest: np.ndarray, size: float, rest_size: float) -> np.ndarray:
    """Measure how unlikely it is that two sides say a term equally often.

    G² = 2 (a ln(a ÷ E₁) + b ln(b ÷ E₂)), E₁ = c (a + b) ÷ (c + d), E₂ = d (a + b) ÷ (c + d), a term with 0 being 0
    (Rayson and Garside, 2000, "Comparing corpora using frequency profiling").

    Parameters
    ----------
    count, rest : ndarray, shape (n_terms,)
        How often each term is said on one side (a) and on the other (b).
    size, rest_size : float
        How much is said on each side (c and d), both above 0.

    Returns
    -------
    ndarray, shape (n_terms,)
        0 where both say it equally often; above 6.63 in one of a hundred terms by chance.

    Examples
    --------
    >>> log_likelihood(np.array([6, 1]), np.array([2, 3]), 100, 300).round(2).tolist()
    [8.79, 0.0]
    """
    expected = size * (count + rest) / (size + rest_size)
    return 2 * (_part(count, expected) + _part(rest, count + rest - expected))


def _part(seen: np.ndarray, expected: np.ndarray) -> np.ndarray:
    return seen * np.log(np.divide(seen, expected, out=np.ones(len(seen)), where=seen > 0))


def log_ratio(count: np.ndarray, rest: np.ndarray, size: float, rest_size: float) -> np.ndarray:
    """Measure how many times as often one side says a term, in doublings.

    log₂((a ÷ c) ÷ (b ÷ d)), 0 counted as a half (Hardie, 2014, "Log Ratio: an informal introduction"), or as half of
    what an even share would be, where that is less: a term that a side never says is not said more by it.

    Parameters
    ----------
    count, rest : ndarray, shape (n_terms,)
        How often each term is said on one side (a) and on the other (b).
    size, rest_size : float
        How much is said on each side (c and d), both above 0.

    Returns
    -------
    ndarray, shape (n_terms,)
        1 is twice as often, 2 is four times, -1 is half as often.

    Examples
    --------
    >>> log_ratio(np.array([6, 1, 4]), np.array([1, 4, 0]), 100, 100).round(2).tolist()
    [2.58, -2.0, 3.0]
    """
    every = (count + rest) / (size + rest_size)
    rate, rest_rate = (
        np.where(seen > 0, seen, np.minimum(0.5, every * said / 2)) / said
        for seen, said in ((count, size), (rest, rest_size))
    )
    return np.log2(rate / rest_rate)


def group_keys(workshop: Workshop, sentences: pd.DataFrame, grouping: str) -> pd.Series:
    """Tell which group each sentence belongs to.

    Parameters
    ----------
    workshop : Workshop
        Tables `speakers` and `chapters` are read.
    sentences : DataFrame
        Rows of `sentences`.
    grouping : str
        One of `GROUPINGS`.

    Returns
    -------
    Series of str
        With the index of `sentences`: the id of the speaker or chapter, the role, or the region; an empty text where
        it is unknown.
    """
    if grouping == "chapter":
        first = workshop.tables["chapters"]["first_turn_id"].to_numpy()
        ids = workshop.tables["chapters"]["chapter_id"].astype(str).tolist()
        place = np.searchsorted(first, sentences["turn_id"].to_numpy(), side="right") - 1
        return pd.Series([ids[i] if i >= 0 else "" for i in place.tolist()], index=sentences.index, dtype=object)
    speakers = workshop.tables["speakers"]
    column = {"speaker": "speaker_id", "role": "role", "region": "region"}[grouping]
    keys = dict(zip(speakers["speaker_id"].tolist(), speakers[column].fillna("").astype(str).tolist(), strict=True))
    return pd.Series(list(map(keys.get, sentences["speaker_id"].tolist())), index=sentences.index, dtype=object)


def compare_terms(workshop: Workshop, sentences: pd.DataFrame, is_inside: pd.Series) -> pd.DataFrame:
    """Compare how often each term is said in some sentences and in the rest of them.

    Parameters
    ----------
    workshop : Workshop
        The table `term_sentences` is read.
    sentences : DataFrame
        Rows of `sentences`.
    is_inside : Series of bool
        With the index of `sentences`: which of them are one side; the others are the rest.

    Returns
    -------
    DataFrame
        `term`, `count`, `rest_count`, `per_1k_chars`, `rest_per_1k_chars`, `g2` (`log_likelihood`), `log_ratio`, both
        with characters for the size of a side, `is_more` (said more than its share), `is_small` (fewer than `SMALL`
        times in all). What is said more than its share first, the highest `g2` first, then what is said less, the
        lowest first. No rows where one side says nothing.
    """
    size, rest_size = (int(sentences["chars"][side].sum()) for side in (is_inside, ~is_inside))
    found = workshop.tables["term_sentences"].merge(
        sentences[["sentence_id"]].assign(side=np.where(is_inside, "count", "rest_count")), on="sentence_id"
    )
    if not size or not rest_size:
        found = found.iloc[:0]
    table = found.pivot_table(index="term", columns="side", values="count", aggfunc="sum", fill_value=0)
    table = table.reindex(columns=["count", "rest_count"], fill_value=0).astype(int).rename_axis(columns=None)
    counts = (table["count"].to_numpy(), table["rest_count"].to_numpy(), max(1, size), max(1, rest_size))
    table["per_1k_chars"], table["rest_per_1k_chars"] = 1000 * counts[0] / counts[2], 1000 * counts[1] / counts[3]
    table["g2"], table["log_ratio"] = log_likelihood(*counts), log_ratio(*counts)
    table["is_more"] = counts[0] * counts[3] > counts[1] * counts[2]
    table["is_small"] = counts[0] + counts[1] < SMALL
    signed = np.where(table["is_more"], table["g2"], -table["g2"]).round(9)  # equal counts are equal
    table = table.reset_index().assign(signed=signed)
    return table.sort_values(["signed", "term"], ascending=[False, True], ignore_index=True).drop(columns="signed")
