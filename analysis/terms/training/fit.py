"""Learn how likely a word stands in a headline, from segments that annotators gave a headline.

    python -m analysis.terms.training.fit SEGMENTS [--out MODELS] [--predict PRED_DIR]

SEGMENTS is a JSON-lines file with `id` (`<meeting>_<n>`), `headline` and `turns` (speaker, sentences). The folds are
those of `data/models/folds.json`. With `--predict` the table `terms` of each segment goes to PRED_DIR/<id>/, ranked by
weights that never saw its meeting. Needs `requirements-train.txt`.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import platform
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jieba
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
from sklearn.linear_model import LogisticRegression

from analysis import paths
from analysis.errors import AnalysisError
from analysis.prepared import prepare
from analysis.tables import to_arrow
from analysis.terms import Found, find_terms, term_tables
from analysis.terms.importance import (
    CARD,
    OF_TALK,
    OF_WORD,
    WEIGHTS,
    importance_of,
    talk_features,
    word_features,
)
from analysis.transcript import Transcript, Turn

STRENGTH = 0.005  # inverse of the regularisation
FOLDS = "folds.json"
TOP, MAX_CHARS = 10, 50  # of the terms that are looked at: so many, with so many characters in all
# Words of nothing but these characters say nothing in a headline (as the gold's own scorer has it).
_EMPTY = set("的了和与及对在是中等者于从为以之其这那个一些什么如何问题关系介绍看法情况方面")
RECIPE = (
    "Logistic regression on 25 features of a word (IDF, length, part of speech, filler; count, share, sentences, "
    "speakers, first place, 的 beside it): whether the headline of its segment has it. A term is worth the sum over "
    "its words x count / (count + 0.5); terms are chosen greedily, what a term before has is worth a fifth."
)
CAVEAT = (
    "The constants of phrases and of the choice were chosen looking at the figures of all folds, so these are a "
    "little too good; the weights come from the other folds alone."
)


@dataclass(frozen=True)
class Segment:
    """A part of a meeting under one headline.

    `wanted` are the words of the headline, `features` those of the words said, `hit` whether the headline has them.
    """

    name: str
    fold: int
    found: Found
    speakers: list[int]
    wanted: set[str]
    features: np.ndarray
    hit: np.ndarray


def headline_words(headline: str, text: str) -> set[str]:
    """List the words of a headline that the text has too.

    Parameters
    ----------
    headline : str
        As annotated.
    text : str
        Of the segment, without blanks.

    Returns
    -------
    set of str
        Words of two characters or more.
    """
    return {word for word in jieba.lcut(headline) if len(word) > 1 and not set(word) <= _EMPTY and word in text}


def read_segments(path: Path, folds: Path) -> Iterator[Segment]:
    """Read the segments.

    Parameters
    ----------
    path : Path
        The JSON-lines file.
    folds : Path
        Lists the meetings of each fold.

    Yields
    ------
    Segment
        In the order of the file.

    Raises
    ------
    AnalysisError
        `gold_invalid` for a segment of a meeting that is in no fold.
    """
    listed = json.loads(folds.read_text(encoding="utf-8"))["folds"]
    fold_of = {meeting: number for number, meetings in enumerate(listed) for meeting in meetings}
    for line, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        given = json.loads(row)
        meeting = given["id"].rpartition("_")[0]
        if meeting not in fold_of:
            raise AnalysisError("gold_invalid", where=f"{path.name}:{line}", reason=meeting)
        yield _segment(given, fold_of[meeting])


def _segment(given: dict, fold: int) -> Segment:
    texts = ["".join("".join(sentences).split()) for _, sentences in given["turns"]]
    speakers = [f"说话人{speaker}" for speaker, _ in given["turns"]]
    turns = [Turn(name, text, n, (n,)) for n, (name, text) in enumerate(zip(speakers, texts, strict=True), 1)]
    prepared = prepare(Transcript("plain", "utf-8", tuple(turns)))
    found = find_terms(prepared.words, {i: prepared.sentences["text"].iat[i] for i in prepared.folded})
    speaker = prepared.sentences["speaker_id"].tolist()
    told, counted = found.chain.words[1:], talk_features(found.chain, np.array(speaker, dtype=np.int64))
    features = np.hstack([np.array([word_features(w) for w in told]).reshape(len(told), len(OF_WORD)), counted])
    wanted = headline_words(given["headline"], "".join(texts))
    hit = np.array([any(w in word.name or word.name in w for w in wanted) for word in told], dtype=bool)
    return Segment(given["id"], fold, found, speaker, wanted, features, hit)


def fit(segments: list[Segment]) -> tuple[np.ndarray, float]:
    """Fit the weights.

    Parameters
    ----------
    segments : list of Segment
        To learn from.

    Returns
    -------
    weights : ndarray, shape (len(OF_WORD) + len(OF_TALK),)
        In the order of the features.
    bias : float
        Is added.
    """
    x, y = np.concatenate([s.features for s in segments]), np.concatenate([s.hit for s in segments])
    shift, scale = x.mean(axis=0), np.maximum(x.std(axis=0), 1e-6)
    layer = LogisticRegression(C=STRENGTH, max_iter=500).fit((x - shift) / scale, y)
    weights = layer.coef_[0] / scale
    return weights, float(layer.intercept_[0] - weights @ shift)


def headline_hits(terms: list[str], wanted: set[str]) -> int:
    """Count the words of a headline that stand in one of the leading terms, or hold one.

    Parameters
    ----------
    terms : list of str
        The leading ones first; those of 2 to 8 characters count, as far as `MAX_CHARS` go.
    wanted : set of str
        What `headline_words` gives.

    Returns
    -------
    int
        At most the number of `wanted`.
    """
    used = np.cumsum([len(term) for term in terms[:TOP]]).tolist()
    shown = [term for term, chars in zip(terms, used, strict=False) if chars <= MAX_CHARS and 2 <= len(term) <= 8]
    return sum(any(word in term or term in word for term in shown) for word in wanted)


def held_out(segments: list[Segment]) -> Iterator[tuple[Segment, pd.DataFrame]]:
    """Rank the terms of each segment by weights that never saw its meeting.

    Parameters
    ----------
    segments : list of Segment
        All of them.

    Yields
    ------
    (Segment, DataFrame)
        With the table `terms`.
    """
    for fold in sorted({segment.fold for segment in segments}):
        model = importance_of(*fit([s for s in segments if s.fold != fold]))
        for segment in (s for s in segments if s.fold == fold):
            yield segment, term_tables(segment.found, segment.speakers, model)[0]


def learned_card(segments: list[Segment], hits: list[tuple[int, int, int]], digest: str, weights: np.ndarray) -> str:
    """Write the card of the weights.

    Parameters
    ----------
    segments : list of Segment
        What was learned from.
    hits : list of (int, int, int)
        Of each segment held out: fold, words of the headline found, words of the headline.
    digest : str
        SHA-256 of the file of weights.
    weights : ndarray
        In the order of the features.

    Returns
    -------
    str
        JSON, the same for the same training.
    """
    by_fold = np.zeros((max(fold for fold, _, _ in hits) + 1, 2))
    for fold, found, wanted in hits:
        by_fold[fold] += found, wanted
    total, words = by_fold.sum(axis=0)
    card = {
        "sha256": {WEIGHTS: digest},
        "data": {
            "segments": len(segments),
            "meetings": len({segment.name.rpartition("_")[0] for segment in segments}),
            "headline words": int(words),
            "licence": "Segments and headlines: VCSum (MIT). Weights: MIT, as the repository.",
        },
        "recipe": RECIPE,
        "caveat": CAVEAT,
        "out of fold": {"headline words among the top ten terms": round(total / words, 4)},
        "out of fold by fold": {str(fold): round(row[0] / row[1], 4) for fold, row in enumerate(by_fold) if row[1]},
        "weights": {n: round(w, 4) for n, w in zip((*OF_WORD, *OF_TALK), weights.tolist(), strict=True)},
        "made with": {"python": platform.python_version(), "numpy": np.__version__},
    }
    return json.dumps(card, ensure_ascii=False, indent=1) + "\n"


def learn(segments: list[Segment], out: Path, predict: Path | None = None) -> None:
    """Write the weights and their card.

    Parameters
    ----------
    segments : list of Segment
        All of them.
    out : Path
        Where `terms.npz` and `terms_card.json` go.
    predict : Path, optional
        Where the held-out table of each segment goes, in the folder of its name.
    """
    hits = []
    for segment, terms in held_out(segments):
        hits.append((segment.fold, headline_hits(terms["term"].tolist(), segment.wanted), len(segment.wanted)))
        if predict:
            (predict / segment.name).mkdir(parents=True, exist_ok=True)
            pq.write_table(to_arrow("terms", terms), predict / segment.name / "terms.parquet")
    weights, bias = fit(segments)
    packed = io.BytesIO()
    np.savez(packed, weights=weights, bias=np.float64(bias))
    out.mkdir(parents=True, exist_ok=True)
    (out / WEIGHTS).write_bytes(packed.getvalue())
    digest = hashlib.sha256(packed.getvalue()).hexdigest()
    (out / CARD).write_text(learned_card(segments, hits, digest, weights), encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    arguments : list of str, optional
        Default: those of the process.

    Returns
    -------
    int
        0 done, 1 the segments cannot be used, 2 wrong usage.
    """
    parser = argparse.ArgumentParser(prog="python -m analysis.terms.training.fit", description=__doc__)
    parser.add_argument("segments", type=Path, metavar="SEGMENTS")
    parser.add_argument("--out", type=Path, default=paths.MODELS, metavar="MODELS")
    parser.add_argument("--predict", type=Path, metavar="PRED_DIR")
    chosen = parser.parse_args(arguments)
    try:
        segments = list(read_segments(chosen.segments, paths.MODELS / FOLDS))
    except AnalysisError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    learn(segments, chosen.out, chosen.predict)
    return 0


if __name__ == "__main__":
    sys.exit(main())
