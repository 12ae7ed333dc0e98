"""Time the analysis against one pass of jieba over the same text.

    python -m tests.bench.analysis_speed GOLD_DIR [--rounds 5]

GOLD_DIR holds `<meeting>.tsv` (sentence id, speaker, text). Dictionaries and the model are loaded before the clock
starts; seconds are processor time, so that other work on the machine weighs little; medians are printed. The learned
sentence model is timed apart.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import jieba

import analysis.ledger as ledger
from analysis import words
from analysis.build import analyse
from analysis.paths import ROOT
from analysis.readers import read
from analysis.workshop import write_workshop


def transcripts(gold: Path, folder: Path) -> list[Path]:
    """Write each meeting out as a plain transcript."""
    out = []
    for path in sorted(gold.glob("*.tsv")):
        turns: list[list[str]] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            place, speaker, *text = line.split("\t")
            if not turns or turns[-1][0] != place.split(".")[0]:
                turns.append([place.split(".")[0], f"说话人{speaker[1:]}：\n"])
            turns[-1].append("".join("".join(text).split()))
        out.append(folder / f"{path.stem}.txt")
        out[-1].write_text("\n".join("".join(parts[1:]) for parts in turns), encoding="utf-8")
    return out


class SentenceModel:
    """The sentence model, timed the first time it reads a meeting and remembered after that."""

    def __init__(self, scored) -> None:
        self.scored, self.seconds, self.cpu_seconds, self.sentences = scored, 0.0, 0.0, 0
        self.known: dict[tuple[str, ...], dict] = {}

    def __call__(self, talk, *rest, **options):
        key = tuple(talk.texts)
        if key not in self.known:
            start, cpu = time.perf_counter(), time.process_time()
            self.known[key] = self.scored(talk, *rest, **options)
            self.seconds += time.perf_counter() - start
            self.cpu_seconds += time.process_time() - cpu
            self.sentences += len(key)
        return self.known[key]


def measure(files: list[Path]) -> dict[str, float]:
    """Time one round over all files."""
    texts = [path.read_text(encoding="utf-8") for path in files]
    start = time.process_time()
    for text in texts:
        jieba.lcut(text)
    reference = time.process_time() - start
    writing = 0.0
    start = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate(files):
            workshop = analyse(read(path))
            before = time.process_time()
            target = Path(folder, str(number))
            target.mkdir()
            write_workshop(target, workshop)
            writing += time.process_time() - before
    whole = time.process_time() - start
    return {
        "jieba_s": reference,
        "analysis_s": whole - writing,
        "writing_s": writing,
        "analysis_ratio": (whole - writing) / reference,
        "with_writing_ratio": whole / reference,
    }


def whole_process(rounds: int) -> list[float]:
    """Time `build` of the shipped workshop as a process of its own, start to end."""
    out = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "analysis", "build", "data/transcripts/transcript.txt", "--out", folder]
            start = time.perf_counter()
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            out.append(time.perf_counter() - start)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    jieba.initialize()
    model = SentenceModel(ledger.scored)
    ledger.scored = model
    with tempfile.TemporaryDirectory() as folder:
        files = transcripts(given.gold, Path(folder))
        measure(files)  # loads dictionaries and the model; the model reads every meeting
        rounds = [measure(files) for _ in range(given.rounds)]
    print(f"{len(files)} meetings, {given.rounds} rounds, engine {words.engine_name()}, medians:")
    for name in rounds[0]:
        values = [r[name] for r in rounds]
        print(f"{name:24} {statistics.median(values):8.3f}   ({min(values):.3f} to {max(values):.3f})")
    wall, cpu = 1000 * model.seconds / model.sentences, 1000 * model.cpu_seconds / model.sentences
    read = model.sentences
    print(f"sentence model: {wall:.2f} ms a sentence ({cpu:.2f} ms of processor time), {read} sentences")
    seconds = whole_process(given.rounds)
    low, high = min(seconds), max(seconds)
    print(f"build of the shipped workshop, whole process: {statistics.median(seconds):.2f} s ({low:.2f} to {high:.2f})")


if __name__ == "__main__":
    main()
