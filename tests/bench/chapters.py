"""Measure where chapters begin against the annotators' segments, beside TextTiling and equal parts.

    python -m tests.bench.chapters GOLD_DIR SEGMENTS

GOLD_DIR holds `<meeting>.tsv`, SEGMENTS is a file of JSON lines (`id` = `<meeting>_<n>`, `turns`). The segments are
laid over the sentences of their meeting. Pk (Beeferman, Berger and Lafferty 1999) and WindowDiff (Pevzner and Hearst
2002) run over sentences with a window of half the mean segment; both are means over meetings, 0 is best.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.chapters import chapter_table
from analysis.ledger.training.gold import read_meetings, squeeze
from analysis.lexicon import lexicon
from analysis.terms import Found, find_terms
from analysis.words import Words

TOKENS, BLOCK = 20, 10  # Hearst (1997): words of a token sequence, and sequences of a block


@dataclass(frozen=True)
class Session:
    """One meeting: `truth` are the sentences, but the first, that begin a segment; `first` those of turns."""

    stem: str
    turns: pd.DataFrame
    sentences: pd.DataFrame
    found: Found
    words: Words
    moderators: set[int]
    first: np.ndarray
    truth: list[int]


def read_segments(path: Path) -> dict[str, list[str]]:
    """Read the text of each meeting's segments, in meeting order."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    parts: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows:
        stem, number = row["id"].rsplit("_", 1)
        text = "".join(squeeze(sentence) for _, sentences in row["turns"] for sentence in sentences)
        parts[stem].append((int(number), text))
    return {stem: [text for _, text in sorted(each)] for stem, each in parts.items()}


def read_sessions(gold: Path, segments: dict[str, list[str]]) -> tuple[list[Session], int]:
    """Lay segments over meetings; give the meetings that have some, and how many segments stand in theirs."""
    sessions, placed = [], 0
    for meeting in read_meetings(gold):
        if meeting.stem not in segments:
            continue
        prepared = meeting.prepared
        text = "".join(map(squeeze, prepared.sentences["text"]))
        places = [text.find(segment) for segment in segments[meeting.stem]]
        placed += sum(place >= 0 for place in places)
        begins = np.searchsorted([start for start, _ in meeting.spans], [place for place in places if place >= 0])
        first = np.searchsorted(prepared.sentences["turn_id"].to_numpy(), np.arange(len(prepared.turns)))
        speakers = prepared.speakers
        sessions.append(
            Session(
                stem=meeting.stem,
                turns=prepared.turns,
                sentences=prepared.sentences,
                found=find_terms(prepared.words),
                words=prepared.words,
                moderators=set(speakers["speaker_id"][speakers["role"] == "moderator"].tolist()),
                first=first,
                truth=sorted(set(begins.tolist()) - {0}),
            )
        )
    return sessions, placed


def penalties(truth: list[int], made: list[int], size: int) -> tuple[float, float]:
    """Compute Pk and WindowDiff of boundaries before the sentences `made`, in a talk of `size` sentences.

    Of all pairs of sentences k apart, k half the mean segment: the share where it is not agreed whether a boundary
    (Pk), or how many boundaries (WindowDiff), lie between the two.
    """
    k = max(1, round(size / (2 * (len(truth) + 1))))
    between = []
    for boundaries in (truth, made):
        marks = np.zeros(size, dtype=int)
        marks[boundaries] = 1
        upto = np.cumsum(marks)
        between.append(upto[k:] - upto[:-k])
    real, guess = between
    return float(np.mean((real > 0) != (guess > 0))), float(np.mean(real != guess))


def ours(session: Session) -> list[int]:
    """Begin chapters where the product does."""
    table = chapter_table(session.turns, session.sentences, session.found, session.moderators)
    return session.first[table["first_turn_id"].to_numpy()[1:]].tolist()


def every(size: int, step: float) -> list[int]:
    """Begin a chapter every `step` sentences."""
    return sorted({round(at) for at in np.arange(step, size - 0.5, step)} - {0, size})


def equal_parts(session: Session) -> list[int]:
    """Cut a session into equal parts, as many as it has segments."""
    size = len(session.sentences)
    return every(size, size / (len(session.truth) + 1))


def text_tiling(session: Session, wanted: int | None = None) -> list[int]:
    """Find boundaries as Hearst (1997, TextTiling, Computational Linguistics 23) does.

    Token sequences of words without stop words, cosine of blocks, depth of each valley, smoothed once; those deeper
    than the mean less half a deviation, at least four sequences apart; or the `wanted` deepest. Each goes to the turn
    that begins nearest, as it would to a paragraph.
    """
    words, stop = session.words, lexicon().stop_words
    tells = np.array([name.isalpha() and name not in stop for name in words.names])
    sentence = np.repeat(np.arange(len(words.sentences)), np.diff(words.start))[tells[words.number]]
    depth = _valleys(words.number[tells[words.number]], len(words.names))
    least = depth.mean() - depth.std() / 2 if wanted is None else -np.inf
    chosen: list[int] = []
    for at in np.argsort(-depth, kind="stable").tolist():
        if depth[at] > least and len(chosen) != wanted and all(abs(at - other) > 3 for other in chosen):
            chosen.append(at)
    places = sentence[[TOKENS * (at + 1) for at in chosen]]
    return sorted({int(session.first[np.abs(session.first - place).argmin()]) for place in places} - {0})


def _valleys(words: np.ndarray, many: int) -> np.ndarray:
    """Tell how deep the likeness of blocks falls at each gap between token sequences."""
    count = len(words) // TOKENS
    sequences = np.zeros((count + 1, many))
    np.add.at(sequences, (np.arange(count * TOKENS) // TOKENS + 1, words[: count * TOKENS]), 1)
    upto, like = sequences.cumsum(axis=0), []
    for gap in range(1, count):
        reach = min(BLOCK, gap, count - gap)
        before, after = upto[gap] - upto[gap - reach], upto[gap + reach] - upto[gap]
        like.append(before @ after / np.sqrt((before @ before) * (after @ after)))
    smooth = np.convolve(np.pad(like, 1, "edge"), np.ones(3) / 3, "valid")
    return np.array([_climb(smooth[at::-1]) + _climb(smooth[at:]) for at in range(len(smooth))])


def _climb(likeness: np.ndarray) -> float:
    """Tell how far the likeness rises from its first value before it falls."""
    falls = np.flatnonzero(np.diff(likeness) < 0)
    return float(likeness[falls[0] if len(falls) else -1] - likeness[0])


def show(name: str, sessions: list[Session], boundaries: Callable[[Session], list[int]]) -> None:
    """Print the two penalties of a way, and how many boundaries it makes."""
    made = [boundaries(session) for session in sessions]
    pairs = zip(sessions, made, strict=True)
    pk, window = np.mean([penalties(s.truth, m, len(s.sentences)) for s, m in pairs], axis=0)
    print(f"{name:52} Pk {pk:.3f}   WindowDiff {window:.3f}   {np.mean(list(map(len, made))):5.1f} boundaries")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("segments", type=Path)
    given = parser.parse_args()
    segments = read_segments(given.segments)
    sessions, placed = read_sessions(given.gold, segments)
    total, truth = sum(map(len, segments.values())), sum(len(session.truth) for session in sessions)
    inside = sum(len(set(session.truth) - set(session.first.tolist())) for session in sessions)
    print(f"{placed} of {total} segments stand in {len(sessions)} meetings: {truth} boundaries, {inside} inside a turn")
    step = sum(len(session.sentences) for session in sessions) / (truth + len(sessions))
    show("chapters", sessions, ours)
    show("TextTiling", sessions, text_tiling)
    show("TextTiling, told how many", sessions, lambda s: text_tiling(s, len(s.truth)))
    show(f"every {step:.0f} sentences", sessions, lambda s: every(len(s.sentences), step))
    show("equal parts, told how many", sessions, equal_parts)
    show("none", sessions, lambda _: [])
    show("the segments, moved to turns", sessions, lambda s: sorted(set(s.truth) & set(s.first.tolist())))


if __name__ == "__main__":
    main()
