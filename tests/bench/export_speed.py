"""Time the files to hand out.

    python -m tests.bench.export_speed [WORKSHOP_DIR] [--turns 2000]

WORKSHOP_DIR is what `build` wrote; the shipped workshop where it is not given. Its tables are loaded before the clock
starts, the libraries are not. A long workshop is made of the same one, repeated until it has as many turns. Printed
are seconds by the clock and of the processor: other work on the machine weighs on the first.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path

import pandas as pd

from analysis import paths
from analysis.export import KINDS, export
from analysis.workshop import Workshop, read_workshop

SHIFTED = ("turn_id", "sentence_id", "first_turn_id", "last_turn_id", "chapter_id")
KEPT = ("speakers", "terms", "topics", "exchanges", "unowned")  # the same however often the talk is repeated


def repeated(workshop: Workshop, turns: int) -> Workshop:
    """Say everything again until there are as many turns."""
    tables = workshop.tables
    times = -(-turns // len(tables["turns"]))
    tables = {
        name: table if name in KEPT else pd.concat([_shifted(tables, name, n) for n in range(times)], ignore_index=True)
        for name, table in tables.items()
    }
    return replace(workshop, tables=tables)


def _shifted(tables: dict[str, pd.DataFrame], name: str, round_: int) -> pd.DataFrame:
    table = tables[name]
    sizes = {"turn": len(tables["turns"]), "sentence": len(tables["sentences"]), "chapter": len(tables["chapters"])}
    changed = {c: table[c] + round_ * sizes[c.split("_")[-2]] for c in SHIFTED if c in table}
    changed |= {c: [f"{i}-{round_}" for i in table[c]] for c in ("challenge_id", "advice_id") if c in table}
    if "sentence_ids" in table:
        changed["sentence_ids"] = [[i + round_ * sizes["sentence"] for i in ids] for ids in table["sentence_ids"]]
    return table.assign(**changed)


def timed(workshop: Workshop, title: str) -> None:
    """Write every kind once and print how long each took, and all."""
    clock, processor = time.perf_counter(), time.process_time()
    for kind in KINDS:
        start, used = time.perf_counter(), time.process_time()
        size = len(export(workshop, kind))
        print(f"{title:>12} {kind:<10} {_since(start, used)} {size / 1e6:6.2f} MB")
    print(f"{title:>12} {'all':<10} {_since(clock, processor)}")


def _since(clock: float, processor: float) -> str:
    return f"{time.perf_counter() - clock:6.2f} s {time.process_time() - processor:6.2f} s of the processor"


def main() -> None:
    """Time the shipped workshop, or another one, and a long one made of it."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=paths.DATA / "workshops" / "transcript")
    parser.add_argument("--turns", type=int, default=2000)
    given = parser.parse_args()
    workshop = read_workshop(given.folder)
    timed(workshop, "as it is")
    timed(repeated(workshop, given.turns), f"{given.turns} turns")


if __name__ == "__main__":
    main()
