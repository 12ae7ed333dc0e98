"""Count beside which words the annotated meetings have a mark, for cutting speech that has none.

    python -m tests.bench.breaks GOLD_DIR > data/lexicon/breaks.txt

Prints a word a line with two logarithms: how many times as often as beside any word a mark stands before it, and
behind it. A comma counts half, for it ends no sentence.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from pathlib import Path

from analysis import words
from analysis.ledger.training.gold import read_meetings

WEIGHT = {"。": 1.0, "？": 1.0, "，": 0.5}
OFTEN = 60  # times that a word must be said
TELLING = 1.0  # logarithm that one of the two must reach
DOUBT = 0.3  # marks added to each count, and words as many as usually have so many
HEAD = "# 词，前面、后面断句的机会（与一般词之比的自然对数）；由标注会议统计：python -m tests.bench.breaks\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    said, before, behind = Counter[str](), Counter[str](), Counter[str]()
    for meeting in read_meetings(parser.parse_args().gold):
        parts = words.cut("".join(meeting.talk.texts))
        said.update(parts)
        for at, mark in enumerate(parts[1:-1], 1):
            if mark in WEIGHT:
                behind[parts[at - 1]] += WEIGHT[mark]
                before[parts[at + 1]] += WEIGHT[mark]
    usual = sum(before.values()) / said.total()
    sys.stdout.write(HEAD)
    for word in sorted(word for word, count in said.items() if count >= OFTEN and word.isalnum()):
        smooth = said[word] + DOUBT / usual
        pair = [math.log((count[word] + DOUBT) / smooth / usual) for count in (before, behind)]
        if max(map(abs, pair)) >= TELLING:
            sys.stdout.write(f"{word} {pair[0]:.1f} {pair[1]:.1f}\n")


if __name__ == "__main__":
    main()
