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
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from opencc import OpenCC

import analysis.ledger as ledger
from analysis.ledger.talk import KINDS
from analysis.ledger.training import gold
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
        key = (tuple(talk.texts), tuple(map(tuple, talk.words.sentences)), tuple(talk.turn), tuple(talk.moderator))
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


class Tally(Counter):
    """Counts of all meetings so far, by twin and by what is counted."""

    def compare(self, name: str, ours: Items, theirs: Items) -> None:
        for kind in KINDS:
            one, other = (dict(zip(each.places[kind], each.rows[kind], strict=True)) for each in (ours, theirs))
            common = one.keys() & other.keys()
            self[name, "same"] += len(common)
            self[name, "rows"] += sum(one[place] == other[place] for place in common)
            self[name, "all"] += max(len(one), len(other))

    def say(self) -> None:
        for name in TWINS:
            same, rows, all_ = (self[name, what] for what in ("same", "rows", "all"))
            share, alike = same / all_, rows / all_
            print(f"{name:18} {same} of {all_} items the same: {share:.1%}, with category and shown {alike:.1%}")
        annotated, found_, bare_ = (self[what] for what in ("annotated", "found", "bare"))
        print(f"of {annotated} annotated items as written {found_} are found ({found_ / annotated:.1%}),", end=" ")
        print(f"without punctuation {bare_} ({bare_ / annotated:.1%}); longest sentence {self['longest']}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    given = parser.parse_args()
    ledger.scored = Remembered(ledger.scored)
    tally = Tally()
    stems = given.only or sorted(path.stem for path in given.gold.glob("*.json"))
    for number, stem in enumerate(stems, 1):
        path = given.gold / f"{stem}.json"
        marked = gold.read_meeting(path).items
        lines = path.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
        transcript = gold.transcript_of([line.split("\t") for line in lines if line.strip()])
        items = items_of(transcript)
        for name, write in TWINS.items():
            tally.compare(name, items, items_of(rewritten(transcript, write)))
        plain, moved = bare(transcript, marked)
        tally["longest"] = max(tally["longest"], *map(len, prepare(plain).sentences["text"]))
        tally["annotated"] += sum(map(len, marked.values()))
        tally["found"] += found(marked, items)
        tally["bare"] += found(moved, items_of(plain))
        print(f"{number} of {len(stems)} meetings", flush=True)
        tally.say()


if __name__ == "__main__":
    main()
