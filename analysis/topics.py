"""Terms that keep each other's company, and the sentences they are in."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix

from analysis.labels import label
from analysis.tables import make_columns, make_table

MIN_SENTENCES = 30  # a shorter talk gets no topics: its terms say as much
MIN_TERMS = 6  # that stand in two sentences
MAX_TOPICS = 12
TERMS_CLUSTERED = 50
ALONE = 10  # a topic of a single term must be one of so many leading ones
_PER_ROOT = 0.75  # topics for each √sentence: 4 for 30 sentences, 7 for 80, 12 from 240 on
_NEAR = 0.5  # weight of the neighbouring sentence of the same turn


def topic_tables(
    terms: pd.DataFrame, term_sentences: pd.DataFrame, sentences: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Group the leading terms into topics by the company they keep.

    The terms are clustered by the sentences they stand in: see `term_vectors` and `cluster`. There are ¾√n topics for
    n sentences, at most `MAX_TOPICS`.

    Parameters
    ----------
    terms, term_sentences, sentences : DataFrame
        As in `analysis.tables`.

    Returns
    -------
    topics : DataFrame
        The table `topics`, most characters first; empty for fewer than `MIN_SENTENCES` sentences or `MIN_TERMS` terms.
        The terms of a topic are in order of worth × cosine between the term and the topic.
    sentence_topics : DataFrame
        The table `sentence_topics`; a sentence without a topic's term is not in it.
    """
    worth = terms["worth"].to_numpy()
    often = np.flatnonzero((terms["sentences"].to_numpy() >= 2) & (terms["kind"].to_numpy() == "term"))
    chosen = often[np.argsort(-worth[often], kind="stable")][:TERMS_CLUSTERED]
    if len(sentences) < MIN_SENTENCES or len(chosen) < MIN_TERMS:
        return make_table("topics", []), make_table("sentence_topics", [])
    times = _times(chosen, terms, term_sentences, len(sentences))
    score = worth[chosen]
    vectors = term_vectors(times, sentences["turn_id"].to_numpy())
    labels = cluster(vectors, min(MAX_TOPICS, round(_PER_ROOT * len(sentences) ** 0.5)))
    groups = [np.flatnonzero(labels == number) for number in dict.fromkeys(labels.tolist())]
    least = score[:ALONE].min()
    kept = [_ranked(group, vectors, score) for group in groups if len(group) > 1 or score[group[0]] >= least]
    strength = score[:, None] * times
    shares = np.array([strength[group].sum(axis=0) for group in kept]).reshape(len(kept), len(sentences))
    names = terms["term"].to_numpy()[chosen].tolist()
    return _tables([[names[term] for term in group] for group in kept], shares, sentences["chars"].to_numpy())


def _times(chosen: np.ndarray, terms: pd.DataFrame, term_sentences: pd.DataFrame, size: int) -> np.ndarray:
    """Count how often each chosen term stands in each of `size` sentences."""
    number = np.full(len(terms), -1)
    number[chosen] = np.arange(len(chosen))
    row = np.repeat(number, terms["sentences"].to_numpy())  # both tables are in the order of terms
    known = row >= 0
    times = np.zeros((len(chosen), size))
    times[row[known], term_sentences["sentence_id"].to_numpy()[known]] = term_sentences["count"].to_numpy()[known]
    return times


def term_vectors(times: np.ndarray, turns: np.ndarray) -> np.ndarray:
    """Describe terms by the sentences they stand in.

    Parameters
    ----------
    times : ndarray of float, shape (n_terms, n_sentences)
        How often a term stands in a sentence.
    turns : ndarray of int, shape (n_sentences,)
        The turn of each sentence.

    Returns
    -------
    ndarray of float, shape (n_terms, n_sentences)
        One row a term, of length 1: ln(1 + times), and `_NEAR` more beside it in the same turn.
    """
    said = times > 0
    vectors = np.log1p(times)
    same = turns[1:] == turns[:-1]
    vectors[:, 1:] += _NEAR * (said[:, :-1] & same)
    vectors[:, :-1] += _NEAR * (said[:, 1:] & same)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def cluster(vectors: np.ndarray, wanted: int) -> np.ndarray:
    """Cluster vectors of length 1 by Ward's method (1963): the least growth of the squared distances within.

    Parameters
    ----------
    vectors : ndarray of float, shape (n, n_features)
        Mostly zeros.
    wanted : int
        Number of clusters.

    Returns
    -------
    ndarray of int, shape (n,)
        The cluster of each.
    """
    sparse = csr_matrix(vectors)  # few cells are filled, and a dense product would wake every core for a moment
    squared = np.clip(2 - 2 * (sparse @ sparse.T).toarray(), 0, 2)
    return fcluster(linkage(np.sqrt(squared[np.triu_indices(len(vectors), 1)]), "ward"), wanted, "maxclust")


def _ranked(group: np.ndarray, vectors: np.ndarray, score: np.ndarray) -> list[int]:
    """Put the terms of a group in order of what they tell and how well they belong to it."""
    middle = vectors[group].sum(axis=0)
    belonging = vectors[group] @ middle / np.linalg.norm(middle)
    return group[np.argsort(-score[group] * belonging, kind="stable")].tolist()


def _tables(groups: list[list[str]], strength: np.ndarray, chars: np.ndarray) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Turn groups of terms into both tables; `strength` (groups, sentences) is how much a sentence says of each."""
    inside = strength > 0
    size = inside @ chars
    order = sorted(range(len(groups)), key=lambda group: (-size[group], groups[group][0]))
    topics = [
        (number, label(groups[g]), groups[g], int(inside[g].sum()), int(size[g])) for number, g in enumerate(order)
    ]
    sentence, topic = np.nonzero(inside[order].T)
    share = strength[order].T[sentence, topic] / strength.sum(axis=0)[sentence]
    by_weight = np.lexsort((topic, -share, sentence))
    shares = (column[by_weight] for column in (sentence, topic, share))
    return make_table("topics", topics), make_columns("sentence_topics", *shares)
