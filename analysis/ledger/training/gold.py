"""Annotated meetings: what people marked, laid over our own sentences."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from analysis.errors import AnalysisError
from analysis.ledger.talk import KINDS, Talk, talk_of
from analysis.prepared import Prepared, prepare
from analysis.transcript import Transcript, Turn

_BLANK = re.compile(r"\s+")
LEAST = 0.3  # characters in common, of those in either, for a row to be the annotators' item


@dataclass(frozen=True)
class Meeting:
    """One annotated meeting.

    Places are characters of the text without blanks. `spans` are our sentences, `marked` the annotators' sentences
    by kind, `items` their items by kind (id to characters), `about` the category of each item, `pairs` their links
    (challenge, advice).
    """

    stem: str
    prepared: Prepared
    talk: Talk
    spans: list[tuple[int, int]]
    marked: dict[str, list[tuple[int, int]]]
    sentences: list[tuple[int, int]]
    items: dict[str, dict[str, frozenset[int]]]
    about: dict[str, dict[str, str]]
    summaries: dict[str, dict[str, str]]
    pairs: frozenset[tuple[str, str]]


def squeeze(text: str) -> str:
    """Leave blanks out.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        The text without white space.
    """
    return _BLANK.sub("", text)


def transcript_of(rows: list[list[str]]) -> Transcript:
    """Make a transcript of annotated sentences.

    Parameters
    ----------
    rows : list of list of str
        Sentence id `turn.sentence`, speaker, text.

    Returns
    -------
    Transcript
        One turn for each turn number, its sentences joined.
    """
    turns: list[tuple[str, str, list[str]]] = []
    for number, speaker, *text in rows:
        key = number.split(".")[0]
        if not turns or turns[-1][0] != key:
            turns.append((key, speaker, []))
        turns[-1][2].append(squeeze("".join(text)))
    made = (
        Turn(f"说话人{speaker[1:]}", "".join(texts), 2 * at + 1, (2 * at + 2,))
        for at, (_, speaker, texts) in enumerate(turns)
    )
    return Transcript("gold", "utf-8", tuple(made))


def _spans(texts: list[str]) -> list[tuple[int, int]]:
    ends = np.cumsum([len(squeeze(text)) for text in texts], dtype=int).tolist()
    return list(zip([0, *ends[:-1]], ends, strict=True)) if texts else []


def read_meeting(path: Path) -> Meeting:
    """Read one annotated meeting.

    Parameters
    ----------
    path : Path
        The annotation (`.json`); the sentences stand beside it (`.tsv`).

    Returns
    -------
    Meeting
        With our own sentences and what was marked in them.

    Raises
    ------
    AnalysisError
        `gold_invalid` when a file is missing or the two do not fit.
    """
    try:
        marks = json.loads(path.read_text(encoding="utf-8"))
        lines = path.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
        rows = [line.split("\t") for line in lines if line.strip()]
        spans = _spans(["".join(row[2:]) for row in rows])
        where = dict(zip((row[0] for row in rows), spans, strict=True))
        items = {
            kind: {i["id"]: frozenset(c for s in i["sentences"] for c in range(*where[s])) for i in marks[kind]}
            for kind in KINDS
        }
        marked = {kind: sorted({where[s] for i in marks[kind] for s in i["sentences"]}) for kind in KINDS}
        about = {kind: {i["id"]: i["category"] for i in marks[kind]} for kind in KINDS}
        summaries = {kind: {i["id"]: i["summary"] for i in marks[kind]} for kind in KINDS}
        pairs = frozenset((c, i["id"]) for i in marks["advice"] for c in i["responds_to"])
    except (OSError, ValueError, KeyError, TypeError, IndexError) as problem:
        raise AnalysisError("gold_invalid", where=path.name, reason=repr(problem)) from problem
    prepared = prepare(transcript_of(rows))
    talk = talk_of(prepared.sentences, prepared.speakers, prepared.words)
    return Meeting(path.stem, prepared, talk, _spans(talk.texts), marked, spans, items, about, summaries, pairs)


def read_meetings(folder: Path) -> list[Meeting]:
    """Read all annotated meetings of a folder.

    Parameters
    ----------
    folder : Path
        Holds pairs `<stem>.json` and `<stem>.tsv`.

    Returns
    -------
    list of Meeting
        By stem.

    Raises
    ------
    AnalysisError
        `gold_missing` when there is none.
    """
    found = sorted(path for path in folder.glob("*.json") if path.with_suffix(".tsv").is_file())
    if not found:
        raise AnalysisError("gold_missing", where=str(folder))
    return [read_meeting(path) for path in found]


def labels(meeting: Meeting, kind: str) -> np.ndarray:
    """Say which of our sentences carry a challenge or advice.

    Parameters
    ----------
    meeting : Meeting
        An annotated meeting, n sentences.
    kind : str
        One of `KINDS`.

    Returns
    -------
    ndarray of bool, shape (n,)
        True where at least half of a sentence's characters were marked.
    """
    marked = np.zeros(meeting.spans[-1][1] + 1 if meeting.spans else 1)
    for start, end in meeting.marked[kind]:
        marked[start:end] = 1
    upto = np.concatenate([[0.0], np.cumsum(marked)])
    return np.array([b > a and 2 * (upto[b] - upto[a]) >= b - a for a, b in meeting.spans], dtype=bool)


def characters(meeting: Meeting, ids: list[int]) -> frozenset[int]:
    """Give the characters of some of our sentences.

    Parameters
    ----------
    meeting : Meeting
        An annotated meeting.
    ids : list of int
        Sentence ids.

    Returns
    -------
    frozenset of int
        Places in the text without blanks.
    """
    return frozenset(c for i in ids for c in range(*meeting.spans[i]))


def gold_items(meeting: Meeting, kind: str) -> tuple[list[str], list[list[int]]]:
    """Lay the annotators' items over our sentences.

    Parameters
    ----------
    meeting : Meeting
        An annotated meeting.
    kind : str
        One of `KINDS`.

    Returns
    -------
    ids : list of str
        Items that cover at least half of some sentence, in the order of the transcript.
    sentences : list of list of int
        The sentences covered by each.
    """
    found = []
    for name, chars in meeting.items[kind].items():
        ids = [
            i for i, (a, b) in enumerate(meeting.spans) if b > a and 2 * sum(c in chars for c in range(a, b)) >= b - a
        ]
        if ids:
            found.append((ids, name))
    found.sort()
    return [name for _, name in found], [ids for ids, _ in found]


def found_of(meeting: Meeting, kind: str, rows: list[list[int]]) -> dict[str, int]:
    """Pair the annotators' items of a kind with items of ours.

    Parameters
    ----------
    meeting : Meeting
        An annotated meeting.
    kind : str
        One of `KINDS`.
    rows : list of list of int
        Our sentences of each of our items.

    Returns
    -------
    dict of str to int
        As `match` gives it.
    """
    return match(meeting.items[kind], [characters(meeting, ids) for ids in rows])


def match(gold: dict[str, frozenset[int]], rows: list[frozenset[int]]) -> dict[str, int]:
    """Pair the annotators' items with rows of ours, the closest first.

    Parameters
    ----------
    gold : dict of str to frozenset
        Characters by id.
    rows : list of frozenset
        Characters of each row.

    Returns
    -------
    dict of str to int
        Id to row, one to one; pairs with an intersection over union of at least 0.3.
    """
    scored = sorted(
        (-len(g & r) / len(g | r), name, at) for name, g in gold.items() for at, r in enumerate(rows) if g & r
    )
    pairs: dict[str, int] = {}
    used: set[int] = set()
    for score, name, at in scored:
        if -score >= LEAST and name not in pairs and at not in used:
            pairs[name] = at
            used.add(at)
    return pairs
