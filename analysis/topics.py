"""Terms that keep each other's company, and the sentences they are in."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix

from analysis.tables import make_columns, make_table

MIN_SENTENCES = 30  # a shorter talk gets no topics: its terms say as much
MAX_TOPICS = 12
TERMS_CLUSTERED = 60
LABEL_TERMS = 2
ALONE = 10  # a topic of a single term must be one of so many leading ones
_USED = ("term", "sentences", "score")
_NEAR = 0.5  # weight of the neighbouring sentence of the same turn


def topic_tables(
    terms: pd.DataFrame, term_sentences: pd.DataFrame, sentences: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Group the leading terms into topics by the company they keep.

    Average-linkage clustering of the terms by the cosine between the sentences they stand in (a neighbouring
    sentence of the same turn counts half). The number of topics grows with the length, from 5 to `MAX_TOPICS`.

    Parameters
    ----------
    terms, term_sentences, sentences : DataFrame
        As in `analysis.tables`.

    Returns
    -------
    topics : DataFrame
        The table `topics`, most characters first; empty for fewer than `MIN_SENTENCES` sentences.
    sentence_topics : DataFrame
        The table `sentence_topics`; a sentence without a topic's term is not in it.
    """
    said = [(t, s) for t, n, s in zip(*(terms[c].tolist() for c in _USED), strict=True) if n >= 2][:TERMS_CLUSTERED]
    names, weights = [term for term, _ in said], np.array([score for _, score in said])
    if len(sentences) < MIN_SENTENCES or len(names) < 6:
        return make_table("topics", []), make_table("sentence_topics", [])
    numbers = {name: number for number, name in enumerate(names)}
    rows = np.array([numbers.get(term, -1) for term in term_sentences["term"].tolist()])
    known = rows >= 0
    rows, places = rows[known], term_sentences["sentence_id"].to_numpy()[known]
    times = term_sentences["count"].to_numpy()[known]
    labels = _cluster(rows, places, times, sentences["turn_id"].to_numpy(), len(names))
    groups = [np.flatnonzero(labels == label).tolist() for label in dict.fromkeys(labels.tolist())]
    least = weights[:ALONE].min()
    kept = [group for group in groups if len(group) > 1 or weights[group[0]] >= least]
    strength = np.zeros((len(names), len(sentences)))
    strength[rows, places] = weights[rows] * times
    shares = np.array([strength[group].sum(axis=0) for group in kept]).reshape(len(kept), len(sentences))
    return _tables([[names[t] for t in group] for group in kept], shares, sentences["chars"].to_numpy())


def _cluster(rows: np.ndarray, places: np.ndarray, times: np.ndarray, turns: np.ndarray, count: int) -> np.ndarray:
    """Give each of `count` terms the number of its cluster: term `rows[i]` is said in sentence `places[i]`."""
    matrix = np.zeros((count, len(turns)))
    matrix[rows, places] = np.log1p(times)
    for step in (-1, 1):
        near = np.clip(places + step, 0, len(turns) - 1)
        beside = (near == places + step) & (turns[near] == turns[places])
        np.add.at(matrix, (rows[beside], near[beside]), _NEAR)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    alike = csr_matrix(matrix)  # few cells are filled, and a dense product would wake every core for a moment
    distance = np.clip(1 - (alike @ alike.T).toarray(), 0, 1)
    wanted = int(np.clip(round(len(turns) / 12), 5, MAX_TOPICS))
    return fcluster(linkage(distance[np.triu_indices(count, 1)], "average"), wanted, "maxclust")


def _tables(groups: list[list[str]], strength: np.ndarray, chars: np.ndarray) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Turn groups of terms into both tables; `strength` (groups, sentences) is how much a sentence says of each."""
    inside = strength > 0
    size = inside @ chars
    order = sorted(range(len(groups)), key=lambda group: (-size[group], groups[group][0]))
    topics = [
        (number, _label(groups[g]), groups[g], int(inside[g].sum()), int(size[g]))  # terms come by score
        for number, g in enumerate(order)
    ]
    sentence, topic = np.nonzero(inside[order].T)
    share = strength[order].T[sentence, topic] / strength.sum(axis=0)[sentence]
    by_weight = np.lexsort((topic, -share, sentence))
    shares = (column[by_weight] for column in (sentence, topic, share))
    return make_table("topics", topics), make_columns("sentence_topics", *shares)


def _label(names: list[str]) -> str:
    """Name a topic by its leading terms, none of them a part of another."""
    chosen: list[str] = []
    for name in names:
        if len(chosen) < LABEL_TERMS and not any(name in other or other in name for other in chosen):
            chosen.append(name)
    return "·".join(chosen)
