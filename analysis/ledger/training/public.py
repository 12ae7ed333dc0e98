"""Public meetings that we annotated ourselves, as pairs like those of the gold: `... training.public TRANSCRIPTS OUT`.

Only what was marked is kept in this repository. The words are looked up in a copy of the published transcripts
(github.com/audreyt/transcript, CC0), which the file of annotations names with its commit.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from pathlib import Path

from analysis import paths
from analysis.errors import AnalysisError
from analysis.folding import simplify
from analysis.sentences import split_sentences

ANNOTATIONS = paths.ANNOTATIONS / "public_meetings.json"
LONG, USUAL, SHORT = 110, 60, 12  # characters: edited sentences that run on are cut at commas, as speech is recognised
HALVES = ("a", "b")  # folders: of the meetings in turn, so that a model of the one half can read the other
_SPEAKER = re.compile(r"###\s*(.+?)[：:]?\s*$")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_CLAUSE = re.compile(r"[^，；]*[，；]|[^，；]+$")
_CLOSED = "。！？：；，、…”」）)"


def speeches(markdown: str) -> list[tuple[str, list[str]]]:
    """Read who says what.

    Parameters
    ----------
    markdown : str
        A published transcript: `### name：`, then paragraphs; quotations are notes.

    Returns
    -------
    list of tuple of (str, list of str)
        Speaker and paragraphs; neighbouring ones of one speaker are one.
    """
    out: list[tuple[str, list[str]]] = []
    speaker = None
    for line in map(str.strip, markdown.split("\n")):
        head = _SPEAKER.match(line)
        if head:
            speaker = head[1]
        elif line and speaker and not line.startswith(("#", ">", "![")):
            text = _LINK.sub(r"\1", line).replace("**", "").replace("\t", " ")
            if text and out and out[-1][0] == speaker:
                out[-1][1].append(text)
            elif text:
                out.append((speaker, [text]))
    return out


def _clauses(sentence: str) -> list[str]:
    """Cut a long sentence at commas into pieces of about the same length."""
    if len(sentence) <= LONG:
        return [sentence]
    goal, out = len(sentence) / round(len(sentence) / USUAL), [""]
    for clause in _CLAUSE.findall(sentence):
        if out[-1] and len(out[-1]) + len(clause) / 2 > goal:
            out.append("")
        out[-1] += clause
    if len(out) > 1 and len(out[-1]) < SHORT:
        last = out.pop()
        out[-1] += last
    return out


def excerpt(markdown: str, first: int, last: int) -> list[tuple[str, str, str]]:
    """Cut some turns of a transcript into sentences.

    Parameters
    ----------
    markdown : str
        A published transcript.
    first, last : int
        The first turn and the one behind the last, as `speeches` counts them.

    Returns
    -------
    list of tuple of (str, str, str)
        Sentence id `turn.sentence`, speaker `S1`…, text in simplified characters, closed by a full stop.
    """
    rows, known = [], {}
    for number, (speaker, paragraphs) in enumerate(speeches(markdown)[first:last], 1):
        known.setdefault(speaker, f"S{len(known) + 1}")
        text = "".join(part if part[-1] in _CLOSED else part + "。" for part in paragraphs)
        text = re.sub(r"\s+", " ", simplify(text, traditional=True))
        cut = [piece.strip() for whole in split_sentences(text) for piece in _clauses(whole.strip())]
        for at, piece in enumerate(cut, 1):
            closed = piece[:-1] + "。" if at < len(cut) and piece[-1:] in "，；" else piece
            if piece:
                rows.append((f"{number}.{at}", known[speaker], closed))
    return rows


def digest(rows: list[tuple[str, str, str]]) -> str:
    """Give a hash of an excerpt.

    Parameters
    ----------
    rows : list of tuple of (str, str, str)
        What `excerpt` gives.

    Returns
    -------
    str
        Sixteen hexadecimal digits of the SHA-256.
    """
    return hashlib.sha256("\n".join("\t".join(row) for row in rows).encode()).hexdigest()[:16]


def write_pairs(transcripts: Path, out: Path, annotations: Path = ANNOTATIONS) -> int:
    """Write `<stem>.tsv` and `<stem>.json` for every annotated excerpt, as `read_meetings` takes them, in two folders.

    Parameters
    ----------
    transcripts : Path
        A copy of the published transcripts.
    out : Path
        Gets the pairs, in `a/` and `b/`.
    annotations : Path
        What was marked.

    Returns
    -------
    int
        How many excerpts.

    Raises
    ------
    AnalysisError
        `gold_invalid` when a transcript is missing or not the one that was annotated.
    """
    for half in HALVES:
        (out / half).mkdir(parents=True, exist_ok=True)
    meetings = json.loads(annotations.read_text(encoding="utf-8"))["meetings"]
    for number, meeting in enumerate(meetings):
        source = transcripts / Path(meeting["file"]).name
        try:
            rows = excerpt(source.read_text(encoding="utf-8"), *meeting["turns"])
        except OSError as problem:
            raise AnalysisError("gold_invalid", where=source.name, reason=repr(problem)) from problem
        if digest(rows) != meeting["digest"]:
            raise AnalysisError("gold_invalid", where=source.name, reason="not the text that was annotated")
        marks = {"meeting": meeting["stem"], "annotator": "F"} | {k: meeting[k] for k in ("challenges", "advice")}
        pair = out / HALVES[number % len(HALVES)] / meeting["stem"]
        text = "".join("\t".join(row) + "\n" for row in rows)
        pair.with_suffix(".tsv").write_text(text, encoding="utf-8", newline="\n")
        pair.with_suffix(".json").write_text(json.dumps(marks, ensure_ascii=False), encoding="utf-8")
    return len(meetings)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line.

    Parameters
    ----------
    arguments : list of str, optional
        Default: those of the process.

    Returns
    -------
    int
        0 done, 1 the transcripts cannot be used.
    """
    parser = argparse.ArgumentParser(prog="python -m analysis.ledger.training.public", description=__doc__)
    parser.add_argument("transcripts", type=Path, metavar="TRANSCRIPTS")
    parser.add_argument("out", type=Path, metavar="OUT_DIR")
    chosen = parser.parse_args(arguments)
    try:
        sys.stderr.write(f"{write_pairs(chosen.transcripts, chosen.out)} excerpts\n")
    except AnalysisError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
