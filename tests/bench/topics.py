"""Measure how well the terms of topics belong together, beside other ways of grouping the same terms.

    python -m tests.bench.topics GOLD_DIR [TRANSCRIPT ...]

GOLD_DIR holds `<meeting>.tsv`. Coherence of a topic: the mean NPMI (Bouma 2009; Lau, Newman and Baldwin 2014) of the
pairs of its five leading terms over blocks of five sentences of all meetings; two that never meet count −1, a term
that is said in no meeting is left out. Means over topics, then over meetings; 1 is best. Each way makes as many topics.
"static vectors" group by the very blocks that the measure counts, so theirs is what could be reached, and no rival.
NMF needs scikit-learn and is left out without it. Groups of the transcripts named are printed for reading.
"""

from __future__ import annotations

import argparse
import importlib.util
from collections.abc import Callable
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

from analysis import topics
from analysis.ledger.training.gold import read_meetings
from analysis.prepared import Prepared, prepare
from analysis.readers import read
from analysis.settings import read_settings
from analysis.terms import find_terms, term_tables

LEADING, BLOCK = 5, 5
WARD = topics.cluster
Way = Callable[[np.ndarray, int], np.ndarray]


class Reference:
    """Where terms stand in the blocks of all meetings."""

    def __init__(self, talks: list[list[str]]) -> None:
        self.blocks = ["".join(talk[at : at + BLOCK]) for talk in talks for at in range(0, len(talk), BLOCK)]
        self.inside = lru_cache(maxsize=None)(lambda term: np.array([term in block for block in self.blocks]))

    def npmi(self, one: str, other: str) -> float:
        """Compute ln(p(xy) / p(x)p(y)) / −ln p(xy)."""
        x, y = self.inside(one), self.inside(other)
        both = (x & y).mean()
        return -1.0 if both == 0 else float(np.log(both / x.mean() / y.mean()) / -np.log(both))

    def coherence(self, terms: list[str]) -> float:
        """Compute the mean NPMI of a topic; NaN for fewer than two terms that are said."""
        said = [term for term in terms[:LEADING] if self.inside(term).any()]
        pairs = [self.npmi(*pair) for pair in combinations(said, 2)]
        return float(np.mean(pairs)) if pairs else np.nan


def average_linkage(vectors: np.ndarray, wanted: int) -> np.ndarray:
    """Cluster by the mean cosine between clusters."""
    alike = vectors @ vectors.T
    return fcluster(linkage(np.clip(1 - alike, 0, 1)[np.triu_indices(len(vectors), 1)], "average"), wanted, "maxclust")


def communities(vectors: np.ndarray, wanted: int) -> np.ndarray:
    """Join the two groups that modularity gains most by (Clauset, Newman and Moore 2004), down to `wanted`."""
    alike = vectors @ vectors.T
    np.fill_diagonal(alike, 0)
    share = alike / alike.sum()
    label = np.arange(len(vectors))
    while len(left := np.unique(label)) > wanted:
        member = (label == left[:, None]).astype(float)
        between = member @ share @ member.T
        gain = between - np.outer(between.sum(axis=1), between.sum(axis=1))
        np.fill_diagonal(gain, -np.inf)
        one, other = np.unravel_index(gain.argmax(), gain.shape)
        label[label == left[max(one, other)]] = left[min(one, other)]
    return label


def factors(vectors: np.ndarray, wanted: int) -> np.ndarray:
    """Factor the TF-IDF of sentences (NMF, Lee and Seung 1999); a term goes where it weighs most."""
    from sklearn.decomposition import NMF

    counts = vectors.T * np.log(vectors.shape[1] / (vectors > 0).sum(axis=1))
    scaled = counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1e-9)
    parts = NMF(wanted, init="nndsvd", max_iter=1000).fit(scaled).components_
    return (parts / np.maximum(np.linalg.norm(parts, axis=1, keepdims=True), 1e-9)).argmax(axis=0)


def static_vectors(reference: Reference, names: list[str], wanted: int) -> np.ndarray:
    """Cluster the terms by the blocks of all meetings they stand in: the only word vectors at hand."""
    vectors = np.array([reference.inside(name) for name in names], dtype=float)
    return WARD(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), wanted)


def groups_by(way: Way | None, talk: Prepared, reference: Reference) -> list[list[str]]:
    """Make the product's topics with another way of clustering; None is static vectors."""
    tables = term_tables(find_terms(talk.words), talk.sentences["speaker_id"].tolist())
    terms = tables[0]["term"][tables[0]["sentences"] >= 2].tolist()[: topics.TERMS_CLUSTERED]
    topics.cluster = way or (lambda _, wanted: static_vectors(reference, terms, wanted))
    try:
        return topics.topic_tables(*tables, talk.sentences)[0]["terms"].tolist()
    finally:
        topics.cluster = WARD


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("transcripts", type=Path, nargs="*")
    given = parser.parse_args()
    talks = [meeting.prepared for meeting in read_meetings(given.gold)]
    named = [prepare(read(path), read_settings(path)) for path in given.transcripts]
    reference = Reference([talk.sentences["text"].tolist() for talk in talks])
    ways = {"the product (Ward)": WARD, "average linkage": average_linkage, "communities": communities}
    ways |= {"NMF": factors} if importlib.util.find_spec("sklearn") else {}
    ways["static vectors"] = None
    for name, way in ways.items():
        groups = [groups_by(way, talk, reference) for talk in talks]
        value = np.nanmean([np.nanmean([reference.coherence(terms) for terms in each]) for each in groups])
        number, largest = np.mean([(len(each), max(map(len, each))) for each in groups], axis=0)
        print(f"{name:20} coherence {value:.3f}   {number:4.1f} topics, the largest of {largest:4.1f} terms")
        for talk in named:
            made = groups_by(way, talk, reference)
            print(f"{'':20} coherence {np.nanmean([reference.coherence(terms) for terms in made]):.3f}")
            print("\n".join(f"{'':22}{' '.join(terms)}" for terms in made))


if __name__ == "__main__":
    main()
