"""Compare the ledger of each annotated meeting with that of its twins: the same words, written otherwise.

    python -m tests.bench.twins GOLD_DIR [--only STEM ...]

Traditional characters (as in OpenCC's s2t and in Taiwan, s2tw) and half-width punctuation must give the same items;
printed is the share of those, of the longer of the two lists, sentence by sentence the same. Without any punctuation
the sentences differ: printed is how many of the annotators' items are found, with and without, by the shipped model
(which was trained on them: a comparison, no measure of quality).

Needs `pip install opencc-python-reimplemented` besides the product.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from opencc import OpenCC

import analysis.ledger as ledger
from analysis.ledger import gold
from analysis.ledger.talk import KINDS
from analysis.prepared import prepare
from analysis.transcript import Transcript

HALF = str.maketrans("，。？！；：", ",.?!;:")
MARKS = re.compile(r"[，。？！；：、…,.?!;:]")
TAIWAN = OpenCC("s2tw")  # slow to load
TWINS: dict[str, Callable[[str], str]] = {
    "s2t": OpenCC("s2t").convert,
    "s2tw": TAIWAN.convert,
    "half width": lambda text: text.translate(HALF),
    "s2tw, half width": lambda text: TAIWAN.convert(text).translate(HALF),
}


@dataclass(frozen=True)
class Items:
    """The items of each kind, as sets of characters, and the rest of each row."""

    places: dict[str, list[frozenset[int]]]
    rows: dict[str, list[tuple]]


class Remembered:
    """The sentence model; what it has read once is not read again."""

    def __init__(self, scored) -> None:
        self.scored, self.known = scored, {}

    def __call__(self, talk, *rest):
        key = (tuple(talk.texts), tuple(map(tuple, talk.words)), tuple(talk.turn), tuple(talk.moderator))
        if key not in self.known:
            self.known[key] = self.scored(talk, *rest)
        return self.known[key]


def items_of(transcript: Transcript) -> Items:
    """Analyse a transcript and give the places of its items."""
    prepared = prepare(transcript)
    made = ledger.build_ledger(prepared.sentences, prepared.speakers, prepared.words)
    ends = [0, *accumulate(len(gold.squeeze(text)) for text in prepared.sentences["text"])]
    tables = {kind: getattr(made, kind) for kind in KINDS}
    places = {
        kind: [frozenset(c for i in ids for c in range(ends[i], ends[i + 1])) for ids in table["sentence_ids"]]
        for kind, table in tables.items()
    }
    columns = ["speaker_id", "category", "shown"]
    return Items(places, {k: list(table[columns].itertuples(index=False, name=None)) for k, table in tables.items()})


def rewritten(transcript: Transcript, write: Callable[[str], str]) -> Transcript:
    return replace(transcript, turns=tuple(replace(turn, text=write(turn.text)) for turn in transcript.turns))


def found(marked: dict[str, dict[str, frozenset[int]]], items: Items) -> int:
    return sum(len(gold.match(marked[kind], items.places[kind])) for kind in KINDS)


def bare(transcript: Transcript, marked: dict) -> tuple[Transcript, dict]:
    """Leave all punctuation out, in the places of the annotators' items as well."""
    text = "".join(gold.squeeze(turn.text) for turn in transcript.turns)
    kept = [not MARKS.match(c) for c in text]
    place = [0, *accumulate(kept)]
    moved = {
        kind: {name: frozenset(place[c] for c in chars if kept[c]) for name, chars in of_kind.items()}
        for kind, of_kind in marked.items()
    }
    return rewritten(transcript, lambda text: MARKS.sub("", text)), moved


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    given = parser.parse_args()
    ledger.scored = Remembered(ledger.scored)
    same, rows, total = dict.fromkeys(TWINS, 0), dict.fromkeys(TWINS, 0), dict.fromkeys(TWINS, 0)
    annotated, with_marks, without, longest = 0, 0, 0, 0
    for path in sorted(given.gold.glob("*.json")):
        if given.only and path.stem not in given.only:
            continue
        marked = gold.read_meeting(path).items
        lines = path.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
        transcript = gold.transcript_of([line.split("\t") for line in lines if line.strip()])
        items = items_of(transcript)
        for name, write in TWINS.items():
            twin = items_of(rewritten(transcript, write))
            for kind in KINDS:
                ours, theirs = (dict(zip(each.places[kind], each.rows[kind], strict=True)) for each in (items, twin))
                common = ours.keys() & theirs.keys()
                same[name] += len(common)
                rows[name] += sum(ours[place] == theirs[place] for place in common)
                total[name] += max(len(ours), len(theirs))
        plain, moved = bare(transcript, marked)
        longest = max(longest, *map(len, prepare(plain).sentences["text"]))
        annotated += sum(map(len, marked.values()))
        with_marks += found(marked, items)
        without += found(moved, items_of(plain))
        print(f"{path.stem}: read", flush=True)
    for name in TWINS:
        share, alike = same[name] / total[name], rows[name] / total[name]
        print(
            f"{name:18} {same[name]} of {total[name]} items the same: {share:.1%} (with category and shown {alike:.1%})"
        )
    print(f"annotated items {annotated}: found as written {with_marks} ({with_marks / annotated:.1%}),")
    print(f"without punctuation {without} ({without / annotated:.1%}, {without / with_marks:.1%} of those)")
    print(f"longest sentence without punctuation: {longest} characters")


if __name__ == "__main__":
    main()
