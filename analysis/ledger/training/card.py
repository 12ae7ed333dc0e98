"""The model card: what was learned from, how, and how good it is on meetings it never saw."""

from __future__ import annotations

import json
import platform

import numpy as np

from analysis.ledger import Ledger
from analysis.ledger.model import WEIGHTS, Model
from analysis.ledger.talk import KINDS
from analysis.ledger.training.corpus import Corpus
from analysis.ledger.training.quality import figures, reliability, tally

RECIPE = (
    "First layers: the fine-tuned encoder (encoder_card.json), and logistic regression on character 1-4-grams, words,"
    " pairs of words, cue lists and pairs of cue lists met in one clause (data/lexicon/cues.toml). Second layer: "
    "logistic regression on the held-out scores of both for the sentence and of its neighbours, place in turn and "
    "meeting, length, question, moderator; calibrated (Platt) on held-out folds. Items: runs of sentences of one turn,"
    " confidence by logistic regression, calibrated on held-out folds. "
    "Category: multinomial logistic regression on the words in and around an item and on the counts of "
    "data/lexicon/categories.toml, weighed on held-out folds against what the encoder says. Summary: the stretch of "
    "whole clauses that ridge regression expects to have most in common with an annotator's summary (length, place, "
    "sentence score, how likely each word stands in a summary). Links: logistic regression on distance, speakers, "
    "shared words, what the encoder says is asked and answered, moderator and question, what else each end could be "
    "linked with, and how sure both ends are; asserted together with whether the challenge looks answered. The "
    "layers of sentences, items and links start from the likelihood of the public meetings (Laplace's approximation, "
    "public/layers.npz)."
)
LICENCE = (
    "Transcripts: VCSum (MIT), see LICENSE-VCSum beside the gold; public meetings (CC0), see data/annotations. "
    "Weights: MIT, as the repository."
)
CAVEAT = (
    "Constants written in the code were chosen looking at the figures of all folds, so these are a little too good; "
    "weights, thresholds and calibration come from the other folds alone."
)
WEAK = (
    "Challenges told as a story, without a word of difficulty, are missed.",
    "Praise and reports of one's own work in the words of advice (要, 必须, 可以) are taken for advice.",
    "Where an item begins and ends is a guess; two points made in neighbouring sentences become one row.",
    "A link is found only when both ends are found; many right links are missed.",
    "Trained on Mandarin round tables about business, technology, culture and public affairs; others are untried.",
)


def model_card(corpus: Corpus, ledgers: dict[int, Ledger], model: Model, digest: str) -> str:
    """Write the model card.

    Parameters
    ----------
    corpus : Corpus
        The annotated meetings.
    ledgers : dict of int to Ledger
        Held-out ledger of each meeting, by its number.
    model : Model
        The model of all folds.
    digest : str
        SHA-256 of its file.

    Returns
    -------
    str
        JSON, the same for the same training.
    """
    folds = sorted({corpus.fold[number] for number in ledgers})
    everything = tally([(corpus.meetings[n], ledger) for n, ledger in sorted(ledgers.items())])
    by_fold = {
        str(fold): figures(
            tally([(corpus.meetings[n], le) for n, le in ledgers.items() if corpus.fold[n] == fold]).counts
        )
        for fold in folds
    }
    card = {
        "sha256": {WEIGHTS: digest},
        "data": {
            "meetings": len(corpus.meetings),
            "sentences": len(corpus.targets[KINDS[0]]),
            "sentences with": {kind: int(np.sum(corpus.targets[kind])) for kind in KINDS},
            "items": {kind: sum(len(m.items[kind]) for m in corpus.meetings) for kind in KINDS},
            "links": sum(len(m.pairs) for m in corpus.meetings),
            "folds": {m.stem: fold for m, fold in zip(corpus.meetings, corpus.fold, strict=True)},
            "licence": LICENCE,
        },
        "recipe": RECIPE,
        "caveat": CAVEAT,
        "chosen": {
            "n-grams": len(model.vocabulary),
            "grouping": {kind: model.grouping[kind]._asdict() for kind in KINDS},
            "shown from": {kind: round(model.shown[kind], 4) for kind in KINDS},
            "link asserted from": round(model.asserted, 4),
        },
        "out of fold": figures(everything.counts) if ledgers else {},
        "out of fold by fold": by_fold,
        "reliability": {kind: reliability(everything.sure[kind]) for kind in KINDS},
        "weak": list(WEAK),
        "made with": {"python": platform.python_version(), "numpy": np.__version__},
    }
    return json.dumps(card, ensure_ascii=False, indent=1) + "\n"
