"""Measure where chapters begin against the annotators' segments, beside TextTiling and equal parts.

    python -m tests.bench.chapters GOLD_DIR SEGMENTS

GOLD_DIR holds `<meeting>.tsv`, SEGMENTS is a file of JSON lines (`id` = `<meeting>_<n>`, `turns`). The segments are
laid over the sentences of their meeting. Pk (Beeferman, Berger and Lafferty 1999) and WindowDiff (Pevzner and Hearst
2002) run over sentences with a window of half the mean segment; both are means over meetings, 0 is best. "chapters,
cross-validated" leaves each fold of `data/models/folds.json` out of what is learned; the last lines are what the
product takes, learned from all.
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
from scipy.optimize import minimize
from scipy.special import expit

from analysis.chapters import OFFSET, WEIGHTS, chapter_titles, divide, turn_signs
from analysis.ledger.training.gold import read_meetings, squeeze
from analysis.lexicon import lexicon
from analysis.paths import MODELS
from analysis.terms import Found, find_terms, term_tables, things
from analysis.words import Words

OFFSETS = np.arange(0.0, 2.6, 0.25)  # tried against the score of a turn
PENALTY = 1.0  # on the squares of weights
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
    signs: np.ndarray
    first: np.ndarray
    truth: list[int]
    headlines: list[str]


def read_segments(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Read each meeting's segments in meeting order: text and headline."""
    parts: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        stem, number = row["id"].rsplit("_", 1)
        text = "".join(squeeze(sentence) for _, sentences in row["turns"] for sentence in sentences)
        parts[stem].append((int(number), text, row["headline"]))
    return {stem: [(text, headline) for _, text, headline in sorted(each)] for stem, each in parts.items()}


def read_sessions(gold: Path, segments: dict[str, list[tuple[str, str]]]) -> list[Session]:
    """Lay segments over meetings; give the meetings that have some."""
    sessions = []
    for meeting in read_meetings(gold):
        if meeting.stem not in segments:
            continue
        prepared = meeting.prepared
        text = "".join(map(squeeze, prepared.sentences["text"]))
        placed = [(text.find(segment), headline) for segment, headline in segments[meeting.stem] if segment in text]
        begins = np.searchsorted([start for start, _ in meeting.spans], [place for place, _ in placed])
        first = np.searchsorted(prepared.sentences["turn_id"].to_numpy(), np.arange(len(prepared.turns)))
        speakers = prepared.speakers
        moderators = set(speakers["speaker_id"][speakers["role"] == "moderator"].tolist())
        found = find_terms(prepared.words)
        about = things(found)
        sessions.append(
            Session(
                stem=meeting.stem,
                turns=prepared.turns,
                sentences=prepared.sentences,
                found=found,
                words=prepared.words,
                moderators=moderators,
                signs=turn_signs(prepared.turns, prepared.sentences, about, moderators),
                first=first,
                truth=sorted(set(begins.tolist()) - {0}),
                headlines=[headline for _, headline in placed],
            )
        )
    return sessions


def penalty(session: Session, made: list[int]) -> tuple[float, float]:
    """Compute Pk and WindowDiff of the boundaries made in a session."""
    return penalties(session.truth, made, len(session.sentences))


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


@dataclass(frozen=True)
class Learned:
    """What is learned from sessions: see `analysis.chapters`."""

    weights: np.ndarray
    offset: float

    def __call__(self, session: Session) -> list[int]:
        """Begin chapters by these weights."""
        starts = divide(session.signs @ self.weights - self.offset, session.turns["chars"].to_numpy())
        return session.first[starts[1:]].tolist()


def learn(sessions: list[Session]) -> Learned:
    """Fit a logistic regression of the turns that begin a segment, then the offset with the least penalties."""
    signs = np.concatenate([session.signs[1:] for session in sessions])
    begins = np.concatenate([np.isin(session.first[1:], session.truth) for session in sessions])
    mean, deviation = signs.mean(axis=0), signs.std(axis=0)
    scaled = np.column_stack([(signs - mean) / deviation, np.ones(len(signs))])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = scaled @ weights
        inner = np.append(weights[:-1], 0.0) * PENALTY
        slope = scaled.T @ (expit(score) - begins) + inner
        return float(np.logaddexp(0, score).sum() - score[begins].sum() + inner @ weights / 2), slope

    fitted = minimize(loss, np.zeros(scaled.shape[1]), jac=True).x
    weights = fitted[:-1] / deviation
    base = float(weights @ mean - fitted[-1])
    tried = [Learned(weights, base - offset) for offset in OFFSETS]
    return min(tried, key=lambda each: sum(sum(penalty(s, each(s))) for s in sessions))


def cross_validated(sessions: list[Session]) -> dict[str, list[int]]:
    """Begin the chapters of each session by what is learned from the other folds."""
    made = {}
    for fold in json.loads((MODELS / "folds.json").read_text(encoding="utf-8"))["folds"]:
        learned = learn([session for session in sessions if session.stem not in fold])
        made |= {session.stem: learned(session) for session in sessions if session.stem in fold}
    return made


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


def titled(session: Session) -> int:
    """Count the segments whose headline holds a term of the title that they would have as chapters."""
    tables = term_tables(session.found, session.sentences["speaker_id"].tolist())
    titles = chapter_titles(*tables, np.array([0, *session.truth]))
    pairs = zip(titles, session.headlines, strict=True)
    return sum(any(term in headline for term in title.split("·")) for title, headline in pairs)


def show(name: str, sessions: list[Session], boundaries: Callable[[Session], list[int]]) -> None:
    """Print the two penalties of a way, and how many boundaries it makes."""
    made = [boundaries(session) for session in sessions]
    pk, window = np.mean([penalty(s, m) for s, m in zip(sessions, made, strict=True)], axis=0)
    print(f"{name:52} Pk {pk:.3f}   WindowDiff {window:.3f}   {np.mean(list(map(len, made))):5.1f} boundaries")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("segments", type=Path)
    given = parser.parse_args()
    segments = read_segments(given.segments)
    sessions = read_sessions(given.gold, segments)
    total, truth = sum(map(len, segments.values())), sum(len(session.truth) for session in sessions)
    placed = sum(len(session.headlines) for session in sessions)
    inside = sum(len(set(session.truth) - set(session.first.tolist())) for session in sessions)
    print(f"{placed} of {total} segments stand in {len(sessions)} meetings: {truth} boundaries, {inside} inside a turn")
    step = sum(len(session.sentences) for session in sessions) / (truth + len(sessions))
    held_out = cross_validated(sessions)
    show("chapters, cross-validated", sessions, lambda s: held_out[s.stem])
    show("chapters as shipped, learned from these meetings", sessions, Learned(np.array(WEIGHTS), OFFSET))
    show("TextTiling", sessions, text_tiling)
    show("TextTiling, told how many", sessions, lambda s: text_tiling(s, len(s.truth)))
    show(f"every {step:.0f} sentences", sessions, lambda s: every(len(s.sentences), step))
    show("equal parts, told how many", sessions, equal_parts)
    show("none", sessions, lambda _: [])
    show("the segments, moved to turns", sessions, lambda s: sorted(set(s.truth) & set(s.first.tolist())))
    print(f"titles: a term of {sum(map(titled, sessions))} of {placed} segments' titles stands in their headline")
    learned = learn(sessions)
    print(f"WEIGHTS = ({', '.join(f'{weight:.2f}' for weight in learned.weights)})\nOFFSET = {learned.offset:.2f}")


if __name__ == "__main__":
    main()
