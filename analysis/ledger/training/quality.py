"""How good a ledger is against the annotators: the definitions of the gold's own scorer, for the model card."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from analysis.ledger import Ledger, flagged
from analysis.ledger.talk import KINDS
from analysis.ledger.training.gold import Meeting, characters, match
from analysis.tables import to_arrow

WRITTEN = ("speakers", "turns", "sentences", "challenges", "advice", "links")
_NO_WORD = re.compile(r"\W")


@dataclass(frozen=True)
class Tally:
    """Counts over some meetings, and (confidence, right) of every row by kind."""

    counts: Counter
    sure: dict[str, list[tuple[float, bool]]]


def common(text: str, summary: str) -> float:
    """Measure the characters that two texts have in common (ROUGE-1 F1).

    Parameters
    ----------
    text, summary : str
        Any texts.

    Returns
    -------
    float
        0-1; only letters and digits count.
    """
    a, b = Counter(_NO_WORD.sub("", text)), Counter(_NO_WORD.sub("", summary))
    return 2 * (a & b).total() / (a.total() + b.total()) if a and b else 0.0


def tally(pairs: list[tuple[Meeting, Ledger]]) -> Tally:
    """Compare ledgers with the annotations.

    Parameters
    ----------
    pairs : list of (Meeting, Ledger)
        Each meeting with the ledger of a model that never saw it.

    Returns
    -------
    Tally
        Sums over all of them.
    """
    counts: Counter = Counter()
    sure: dict[str, list[tuple[float, bool]]] = {kind: [] for kind in KINDS}
    for meeting, ledger in pairs:
        rows = {"challenges": ledger.challenges, "advice": ledger.advice}
        got = {kind: _count_items(meeting, rows[kind], kind, counts, sure[kind]) for kind in KINDS}
        ids = {kind: rows[kind].iloc[:, 0].tolist() for kind in KINDS}
        true = {
            (ids["challenges"][got["challenges"][c]], ids["advice"][got["advice"][a]])
            for c, a in meeting.pairs
            if c in got["challenges"] and a in got["advice"]
        }
        links = list(zip(ledger.links["challenge_id"], ledger.links["advice_id"], ledger.links["rank"], strict=True))
        asserted = {(c, a) for c, a, rank in links if rank == 1}
        first_three, taken = set(), Counter()
        for c, a, _ in links:
            taken[c] += 1
            if taken[c] <= 3:
                first_three.add((c, a))
        counts["pairs"] += len(meeting.pairs)
        counts["links"] += len(asserted)
        counts["links right"] += len(true & asserted)
        counts["links offered"] += len(true & first_three)
    return Tally(counts, sure)


def _count_items(meeting: Meeting, rows, kind: str, counts: Counter, sure: list) -> dict[str, int]:
    """Count sentences and items of one kind; give which row is which of the annotators' items."""
    said = [characters(meeting, ids) for ids in rows["sentence_ids"]]
    covered = frozenset().union(*said)
    got = {(a, b) for a, b in meeting.sentences if b > a and 2 * sum(c in covered for c in range(a, b)) >= b - a}
    counts[kind, "hit"] += len(got & set(meeting.marked[kind]))
    counts[kind, "got"] += len(got)
    counts[kind, "wanted"] += len(meeting.marked[kind])
    found = match(meeting.items[kind], said)
    right = set(found.values())
    shown = rows["shown"].tolist()
    counts[kind, "items"] += len(meeting.items[kind])
    counts[kind, "rows"] += len(said)
    counts[kind, "right"] += len(right)
    counts[kind, "shown"] += sum(shown)
    counts[kind, "shown right"] += sum(shown[at] for at in right)
    sure += [(float(p), at in right) for at, p in enumerate(rows["confidence"])]
    categories = rows["category"].tolist()
    counts["matched"] += len(found)
    counts["category right"] += sum(meeting.about[kind][name] == categories[at] for name, at in found.items())
    told, summaries = meeting.summaries[kind], rows["summary"].tolist()
    counts["summary"] += sum(common(summaries[at], told[name]) for name, at in found.items())
    if kind == "challenges":
        answered = {c for c, _ in meeting.pairs}
        for name, at in found.items():
            truth = "answered" if name in answered else "open"
            counts["status", truth] += 1
            counts["status right", truth] += rows["status"].iloc[at] == truth
    return found


def _share(a: float, b: float) -> float:
    return round(a / b, 3) if b else 0.0


def figures(counts: Counter) -> dict[str, float]:
    """Turn counts into shares.

    Parameters
    ----------
    counts : Counter
        Of a `Tally`.

    Returns
    -------
    dict of str to float
        Names as the scorer prints them, 0-1.
    """
    out = {}
    for kind in KINDS:
        hit, got, wanted = (counts[kind, name] for name in ("hit", "got", "wanted"))
        out[f"{kind} sentence precision"] = _share(hit, got)
        out[f"{kind} sentence recall"] = _share(hit, wanted)
        out[f"{kind} sentence F1"] = _share(2 * hit, got + wanted)
        out[f"{kind} all items precision"] = _share(counts[kind, "right"], counts[kind, "rows"])
        out[f"{kind} all items recall"] = _share(counts[kind, "right"], counts[kind, "items"])
        out[f"{kind} shown items precision"] = _share(counts[kind, "shown right"], counts[kind, "shown"])
        out[f"{kind} shown items recall"] = _share(counts[kind, "shown right"], counts[kind, "items"])
    out["link precision"] = _share(counts["links right"], counts["links"])
    out["link recall"] = _share(counts["links right"], counts["pairs"])
    out["link F1"] = _share(2 * counts["links right"], counts["links"] + counts["pairs"])
    out["link recall with three candidates"] = _share(counts["links offered"], counts["pairs"])
    status = [_share(counts["status right", t], counts["status", t]) for t in ("open", "answered")]
    out["status balanced accuracy"] = round(sum(status) / 2, 3)
    out["category right"] = _share(counts["category right"], counts["matched"])
    out["summary ROUGE-1"] = _share(counts["summary"], counts["matched"])
    return out


def reliability(sure: list[tuple[float, bool]]) -> list[dict[str, float]]:
    """Compare stated confidence with how often rows were right.

    Parameters
    ----------
    sure : list of (float, bool)
        Confidence and whether the row is right.

    Returns
    -------
    list of dict
        One band of a tenth each that holds rows: `from`, `to`, `rows`, `confidence` (mean), `precision`.
    """
    out = []
    for tenth in range(10):
        band = [(p, right) for p, right in sure if min(9, int(p * 10)) == tenth]
        if band:
            out.append(
                {
                    "from": tenth / 10,
                    "to": (tenth + 1) / 10,
                    "rows": len(band),
                    "confidence": round(float(np.mean([p for p, _ in band])), 3),
                    "precision": round(float(np.mean([right for _, right in band])), 3),
                }
            )
    return out


def write_prediction(meeting: Meeting, ledger: Ledger, folder: Path) -> None:
    """Write the tables of one meeting that the scorer reads.

    Parameters
    ----------
    meeting : Meeting
        An annotated meeting.
    ledger : Ledger
        Of a model that never saw it.
    folder : Path
        Made where it is missing.
    """
    sentences = flagged(meeting.prepared.sentences, ledger)
    found = {"speakers": meeting.prepared.speakers, "turns": meeting.prepared.turns, "sentences": sentences}
    found |= {"challenges": ledger.challenges, "advice": ledger.advice, "links": ledger.links}
    folder.mkdir(parents=True, exist_ok=True)
    for name in WRITTEN:
        pq.write_table(to_arrow(name, found[name]), folder / f"{name}.parquet", compression="zstd")
