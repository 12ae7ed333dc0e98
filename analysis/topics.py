"""Terms that keep each other's company, and the sentences they are in."""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np
import pandas as pd
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix

from analysis.tables import make_table

MIN_SENTENCES = 30  # a shorter talk gets no topics: its terms say as much
MAX_TOPICS = 12
TERMS_CLUSTERED = 60
LABEL_TERMS = 2
ALONE = 10  # a topic of a single term must be one of so many leading ones
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
    columns = (terms[column].tolist() for column in ("term", "sentences", "score"))
    chosen = [(term, score) for term, inside, score in zip(*columns, strict=True) if inside >= 2][:TERMS_CLUSTERED]
    names = [term for term, _ in chosen]
    if len(sentences) < MIN_SENTENCES or len(names) < 6:
        return make_table("topics", []), make_table("sentence_topics", [])
    weights = dict(chosen)
    places = defaultdict(list)
    columns = (term_sentences[column].tolist() for column in ("term", "sentence_id", "count"))
    for term, sentence, count in zip(*columns, strict=True):
        if term in weights:
            places[term].append((sentence, count))
    labels = _cluster(names, places, sentences["turn_id"].to_numpy())
    groups = defaultdict(list)
    for name, label in zip(names, labels, strict=True):
        groups[label].append(name)
    least = weights[names[:ALONE][-1]]
    kept = [group for group in groups.values() if len(group) > 1 or weights[group[0]] >= least]
    return _tables(kept, places, weights, sentences["chars"].tolist())


def _cluster(names: list[str], places: dict[str, list[tuple[int, int]]], turns: np.ndarray) -> np.ndarray:
    """Give each term the number of its cluster."""
    rows = np.repeat(np.arange(len(names)), [len(places[name]) for name in names])
    cells = np.array([cell for name in names for cell in places[name]])
    at, strength = cells[:, 0], np.log1p(cells[:, 1])
    matrix = np.zeros((len(names), len(turns)))
    matrix[rows, at] = strength
    for step in (-1, 1):
        near = np.clip(at + step, 0, len(turns) - 1)
        beside = (near == at + step) & (turns[near] == turns[at])
        np.add.at(matrix, (rows[beside], near[beside]), _NEAR)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    alike = csr_matrix(matrix)  # few cells are filled, and a dense product would wake every core for a moment
    distance = np.clip(1 - (alike @ alike.T).toarray(), 0, 1)
    wanted = int(np.clip(round(len(turns) / 12), 5, MAX_TOPICS))
    return fcluster(linkage(distance[np.triu_indices(len(names), 1)], "average"), wanted, "maxclust")


def _tables(
    groups: list[list[str]], places: dict[str, list[tuple[int, int]]], weights: dict[str, float], chars: list[int]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Turn groups of terms into both tables."""
    strength: dict[int, Counter[int]] = defaultdict(Counter)  # sentence -> group -> weight
    for group, names in enumerate(groups):
        for name in names:
            for sentence, count in places[name]:
                strength[sentence][group] += weights[name] * count
    inside = defaultdict(list)
    for sentence in sorted(strength):
        for group in strength[sentence]:
            inside[group].append(sentence)
    size = {group: sum(chars[s] for s in found) for group, found in inside.items()}
    order = sorted(inside, key=lambda group: (-size[group], groups[group][0]))
    number = {group: topic for topic, group in enumerate(order)}
    topics = [
        (number[g], _label(groups[g]), groups[g], len(inside[g]), size[g])  # terms come by score
        for g in order
    ]
    shares = [
        (sentence, number[group], weight / sum(found.values()))
        for sentence, found in sorted(strength.items())
        for group, weight in sorted(found.items(), key=lambda pair: (-pair[1], number[pair[0]]))
    ]
    return make_table("topics", topics), make_table("sentence_topics", shares)


def _label(names: list[str]) -> str:
    """Name a topic by its leading terms, none of them a part of another."""
    chosen: list[str] = []
    for name in names:
        if len(chosen) < LABEL_TERMS and not any(name in other or other in name for other in chosen):
            chosen.append(name)
    return "·".join(chosen)
