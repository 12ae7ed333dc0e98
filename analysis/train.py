"""Train the ledger's model: `python -m analysis.train GOLD_DIR [--out MODELS] [--folds 5 --predict PRED_DIR]`.

The encoder is trained apart (`analysis.encoder.training.fit`); its held-out readings are an input here.

A meeting is scored by an encoder, weights and thresholds that never saw it. Within the training part of a fold the
upper layers learn from held-out readings too, but of encoders that saw the fold left out (nesting them would take
twenty more): its labels touch the weights and thresholds above the encoder at second hand, never the reading of its own
sentences.
What is written in the code (strengths of regularisation, reaches, how many shown rows are wanted, what weighs in the
choice of thresholds) was chosen looking at all folds: figures are a little too good for that. What was tried stands in
`ledger/APPROACHES.md`. Folds are whole meetings, from the one list in `data/models/folds.json`. Needs
`requirements-train.txt`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from analysis import paths
from analysis.errors import AnalysisError
from analysis.ledger import Ledger, ledger_of
from analysis.ledger.features import context, sigmoid
from analysis.ledger.items import group, item_table
from analysis.ledger.model import CARD, Model, save_model, score_sentences
from analysis.ledger.talk import KINDS
from analysis.ledger.training.card import model_card
from analysis.ledger.training.corpus import Corpus, First, apply_first, fit_first, read_corpus
from analysis.ledger.training.fitting import crossed, logistic
from analysis.ledger.training.gold import Meeting, found_of, labels
from analysis.ledger.training.linking import FoundItems, fit_links
from analysis.ledger.training.prior import Prior, read_priors, write_priors
from analysis.ledger.training.quality import write_prediction
from analysis.ledger.training.subjects import fit_subject
from analysis.ledger.training.summing import fit_summaries, lessons, untaught
from analysis.ledger.training.tuning import best_grouping, shown_cut

STRENGTH = {"ngrams": 0.1, "context": 0.02, "items": 0.3}


@dataclass(frozen=True)
class Training:
    """The meetings one model learns from, their folds, and the first layer for any set of folds."""

    meetings: list[Meeting]
    folds: list[int]
    numbers: list[int]
    corpus: Corpus
    first: Callable[[frozenset[int]], First]


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def _held_out(part: Training) -> list[dict[str, np.ndarray]]:
    """Score each meeting by a first layer that saw neither it nor its fold."""
    return [
        apply_first(part.corpus, part.first(frozenset(part.folds) - {fold}), number)
        for number, fold in zip(part.numbers, part.folds, strict=True)
    ]


def _fit_items(
    part: Training, logits: list[dict[str, np.ndarray]], kind: str, prior: Prior | None
) -> tuple[FoundItems, Prior]:
    """Fit grouping, confidence and the cut for what is shown; give what the layer of confidence teaches too."""
    grouping = best_grouping(part.meetings, [sigmoid(held[kind]) for held in logits], kind)
    items, tables, right = [], [], []
    for meeting, held in zip(part.meetings, logits, strict=True):
        found = group(sigmoid(held[kind]), meeting.talk.turn, grouping)
        taken = set(found_of(meeting, kind, found).values())
        items.append(found)
        tables.append(item_table(found, held, meeting.talk, kind))
        right.append(np.array([at in taken for at in range(len(found))], dtype=bool))
    layer, sure, lesson = crossed(tables, right, part.folds, STRENGTH["items"], prior)
    wanted = sum(len(meeting.items[kind]) for meeting in part.meetings)
    cut = shown_cut(sigmoid(np.concatenate(sure)), np.concatenate(right), wanted)
    return FoundItems(grouping, layer, cut, items, sure), lesson


def fit_model(part: Training, priors: dict[str, Prior]) -> tuple[Model, dict[str, Prior]]:
    """Fit the whole model on some folds.

    Parameters
    ----------
    part : Training
        The meetings to learn from.
    priors : dict of str to Prior
        What other meetings taught of some layers, which start from there.

    Returns
    -------
    model : Model
        Calibration and thresholds come from held-out scores within these folds.
    lessons : dict of str to Prior
        What these meetings teach, for others.
    """
    raw = _held_out(part)
    tables = [context(meeting.talk, held)[0] for meeting, held in zip(part.meetings, raw, strict=True)]
    sentences, found, taught = {}, {}, {}
    for kind in KINDS:
        targets = [labels(meeting, kind) for meeting in part.meetings]
        name = f"context.{kind}"
        sentences[kind] = crossed(tables, targets, part.folds, STRENGTH["context"], priors.get(name))
        taught[name] = sentences[kind].lesson
    logits = [{kind: sentences[kind].held[at] for kind in KINDS} for at in range(len(part.meetings))]
    for kind in KINDS:
        name = f"items.{kind}"
        found[kind], taught[name] = _fit_items(part, logits, kind, priors.get(name))
    links, answered, asserted = fit_links(part.meetings, part.folds, logits, found, priors)
    taught |= {"links": links.lesson, "answered": answered.lesson}
    first = part.first(frozenset(part.folds))
    model = Model(
        vocabulary={part.corpus.names[column]: at for at, column in enumerate(first.columns.tolist())},
        idf=first.idf,
        ngrams=first.layers,
        context={kind: sentences[kind].layer for kind in KINDS},
        grouping={kind: found[kind].grouping for kind in KINDS},
        items={kind: found[kind].layer for kind in KINDS},
        shown={kind: found[kind].shown for kind in KINDS},
        category=fit_subject(part.meetings, part.folds),
        links=links.layer,
        answered=answered.layer,
        asserted=asserted,
        wording=untaught(),
    )
    said = lessons(part.meetings, part.folds, logits, {kind: found[kind].items for kind in KINDS}, model)
    return replace(model, wording=fit_summaries(said)), taught


def _part(corpus: Corpus, first: Callable[[frozenset[int]], First], leave: int | None) -> Training:
    numbers = [n for n, fold in enumerate(corpus.fold) if fold != leave]
    return Training([corpus.meetings[n] for n in numbers], [corpus.fold[n] for n in numbers], numbers, corpus, first)


def _first_of(corpus: Corpus) -> Callable[[frozenset[int]], First]:
    """Give what fits the first layer on some folds, once for the same folds."""

    @cache
    def first(folds: frozenset[int]) -> First:
        _say(f"first layer on folds {sorted(folds)}")
        return fit_first(corpus, folds, lambda x, y: logistic(x, y, STRENGTH["ngrams"]))

    return first


def train(
    gold: Path,
    models: Path,
    *,
    encoder: Path = paths.MODELS,
    prior: Path = paths.PRIOR,
    predict: Path | None = None,
) -> None:
    """Make the model files, and measure them on held-out folds.

    Parameters
    ----------
    gold : Path
        Annotated meetings, pairs `<stem>.json`, `<stem>.tsv`.
    models : Path
        Where `ledger.npz` and `model_card.json` go.
    encoder : Path
        Holds `encoder_held_out.npz`, which `python -m analysis.encoder.training.fit` writes.
    prior : Path
        Holds what other meetings taught.
    predict : Path, optional
        Where the tables of each meeting go, made by a model that never saw its fold.

    Raises
    ------
    AnalysisError
        `gold_missing`, `gold_invalid` or `held_out_missing`.
    """
    corpus, known = read_corpus(gold, encoder), read_priors(prior)
    _say(f"{len(corpus.meetings)} meetings, {corpus.grams.shape[0]} sentences, {corpus.grams.shape[1]} n-grams")
    first = _first_of(corpus)
    ledgers: dict[int, Ledger] = {}
    for out in sorted(set(corpus.fold)) if len(set(corpus.fold)) > 1 else ():
        _say(f"fold {out}: model of the others")
        model, _ = fit_model(_part(corpus, first, out), known)
        for number in (n for n, fold in enumerate(corpus.fold) if fold == out):
            talk = corpus.meetings[number].talk
            ledgers[number] = ledger_of(talk, score_sentences(talk, model), model)
            if predict:
                write_prediction(corpus.meetings[number], ledgers[number], predict / corpus.meetings[number].stem)
    _say("model of all folds")
    model, _ = fit_model(_part(corpus, first, None), known)
    models.mkdir(parents=True, exist_ok=True)
    digest = save_model(model, models)
    (models / CARD).write_text(model_card(corpus, ledgers, model, digest), encoding="utf-8")
    _say(f"written: {models}")


def teach(folder: Path, encoder: Path, out: Path) -> None:
    """Learn the layers above the encoder from other meetings, and keep what they teach.

    Parameters
    ----------
    folder : Path
        Annotated meetings, pairs `<stem>.json`, `<stem>.tsv`.
    encoder : Path
        Holds `encoder_held_out.npz` with the readings of these meetings.
    out : Path
        Gets what `analysis.ledger.training.prior.read_priors` reads.

    Raises
    ------
    AnalysisError
        `gold_missing`, `gold_invalid` or `held_out_missing`.
    """
    corpus = read_corpus(folder, encoder)
    _say(f"{len(corpus.meetings)} meetings")
    _, taught = fit_model(_part(corpus, _first_of(corpus), None), {})
    write_priors(taught, out)
    _say(f"written: {out}")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    arguments : list of str, optional
        Default: those of the process.

    Returns
    -------
    int
        0 done, 1 the gold cannot be used, 2 wrong usage.
    """
    parser = argparse.ArgumentParser(prog="python -m analysis.train", description=__doc__)
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR")
    parser.add_argument("--out", type=Path, default=paths.MODELS, metavar="MODELS")
    parser.add_argument("--folds", type=int, choices=(5,), default=5)
    parser.add_argument("--encoder", type=Path, default=paths.MODELS, metavar="DIR")
    prior = parser.add_mutually_exclusive_group()
    prior.add_argument("--prior", type=Path, default=paths.PRIOR, metavar="DIR", help="what other meetings taught")
    prior.add_argument("--teach", type=Path, metavar="DIR", help="only write what these meetings teach others")
    parser.add_argument("--predict", type=Path, metavar="PRED_DIR")
    chosen = parser.parse_args(arguments)
    try:
        if chosen.teach:
            teach(chosen.gold, chosen.encoder, chosen.teach)
        else:
            train(chosen.gold, chosen.out, encoder=chosen.encoder, prior=chosen.prior, predict=chosen.predict)
    except AnalysisError as problem:
        _say(str(problem))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
