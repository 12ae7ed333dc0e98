"""Learning which words sum an item up, from the annotators' summaries; used by `analysis.train` alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from analysis.ledger.layers import Linear, Wording, WordTable
from analysis.ledger.model import Model
from analysis.ledger.stretches import Said, Stretches, said_in, stretch_table, stretches_of
from analysis.ledger.talk import KINDS
from analysis.ledger.training.fitting import ridge
from analysis.ledger.training.gold import Meeting, found_of, gold_items
from analysis.ledger.training.quality import common
from analysis.ledger.wordbook import LETTERS, traits

OFTEN = 10  # items a word must stand in to have a worth of its own
STRENGTH = {"words": 50.0, "stretches": 100.0}
FOUND = 2.0  # how much an item found by the model counts beside one of the annotators': the former are summed up later


@dataclass(frozen=True)
class Lesson:
    """Some items of one meeting and kind, their stretches, and the annotators' summary of each."""

    fold: int
    kind: str
    said: Said
    found: Stretches
    score: np.ndarray
    summaries: list[str]
    importance: float


def untaught() -> Wording:
    """Give the wording of a model that has not learned to sum up yet.

    Returns
    -------
    Wording
        No words, layers of nothing.
    """
    none = Linear(np.zeros(0), np.zeros(()))
    return Wording(WordTable({}, np.zeros((1, len(KINDS)))), none, none)


def lessons(
    meetings: list[Meeting], folds: list[int], logits: list[dict[str, np.ndarray]], found: dict[str, list], model: Model
) -> list[Lesson]:
    """Collect what there is to learn from.

    Parameters
    ----------
    meetings : list of Meeting
        Annotated meetings.
    folds : list of int
        The fold of each.
    logits : list of dict of str to ndarray
        Held-out score of each sentence, by kind.
    found : dict of str to list
        Items of each meeting as the model found them, by kind.
    model : Model
        Its n-gram weights are used.

    Returns
    -------
    list of Lesson
        The annotators' own items, and items found that are theirs.
    """
    out = []
    for at, (meeting, fold) in enumerate(zip(meetings, folds, strict=True)):
        known = model.book.look_up(meeting.talk.words.names)
        for kind in KINDS:
            names, items = gold_items(meeting, kind)
            rows = found[kind][at]
            pairs = found_of(meeting, kind, rows)
            for ours, labels, weight in ((items, names, 1.0), ([rows[r] for r in pairs.values()], list(pairs), FOUND)):
                said = said_in(ours, meeting.talk, known)
                if ours:
                    told = [meeting.summaries[kind][name] for name in labels]
                    score = logits[at][kind][said.row]
                    out.append(Lesson(fold, kind, said, stretches_of(said), score, told, weight))
    return out


def _side(lesson: Lesson) -> float:
    """Tell the kinds apart, so that half of a difference is learned for each."""
    return 0.5 - KINDS.index(lesson.kind)


def _fit_words(part: list[Lesson]) -> Wording:
    """Fit how likely a word of an item stands in its summary."""
    count = Counter(w for le in part for w in _items_of_words(le))
    vocabulary = {word: at for at, word in enumerate(sorted(w for w, n in count.items() if n >= OFTEN))}
    known = WordTable(vocabulary, np.zeros(0))
    dense, rows, side, hit, letters = [], [], [], [], []
    for lesson in part:
        dense.append(traits(lesson.said.known, lesson.kind))
        rows.append(known.rows(lesson.said.words))
        side.append(np.full(len(lesson.said.words), _side(lesson)))
        told = [frozenset(summary) for summary in lesson.summaries]
        owner = lesson.said.item[lesson.said.sentence]
        hit += [
            sum(c in told[item] for c in word) / len(word)
            for word, item in zip(lesson.said.words, owner.tolist(), strict=True)
        ]
        letters += lesson.said.known[:, LETTERS].tolist()
    table, number, which = np.concatenate(dense), np.concatenate(rows), np.concatenate(side)
    shift, scale = table.mean(axis=0), table.std(axis=0) + 1e-6
    z = np.column_stack([(table - shift) / scale, np.ones(len(table))])
    one = sparse.csr_matrix(
        (np.ones(len(number)), (np.arange(len(number)), number)), (len(number), len(vocabulary) + 1)
    )
    one = one[:, :-1]
    x = sparse.hstack([sparse.csr_matrix(np.hstack([z, z * which[:, None]])), one, sparse.diags(which) @ one]).tocsr()
    weights = ridge(x, np.array(hit), np.array(letters, dtype=float), STRENGTH["words"])
    k, v = z.shape[1], len(vocabulary)
    sides = [0.5 - at for at in range(len(KINDS))]
    plain = np.column_stack([weights[:k] + s * weights[k : 2 * k] for s in sides])
    own = np.column_stack([weights[2 * k : 2 * k + v] + s * weights[2 * k + v :] for s in sides])
    slopes = plain[:-1] / scale[:, None]
    return Wording(
        WordTable(vocabulary, np.vstack([own, np.zeros((1, len(KINDS)))])),
        Linear(slopes, plain[-1] - shift @ slopes),
        Linear(np.zeros(0), np.zeros(())),
    )


def _items_of_words(lesson: Lesson) -> list[str]:
    """Give each word once for each item it stands in."""
    owner = lesson.said.item[lesson.said.sentence].tolist()
    return [word for _, word in {(at, word.lower()) for at, word in zip(owner, lesson.said.words, strict=True)}]


def _described(lesson: Lesson, wording: Wording) -> np.ndarray:
    said, column = lesson.said, KINDS.index(lesson.kind)
    worth = wording.worth_of(said.words, traits(said.known, lesson.kind), column)
    return stretch_table(said, lesson.found, lesson.kind, worth, lesson.score)


def fit_summaries(part: list[Lesson]) -> Wording:
    """Fit which stretch of an item is closest to what an annotator writes.

    Parameters
    ----------
    part : list of Lesson
        What to learn from; the worth of a word in a stretch is that of a fit that never saw its fold.

    Returns
    -------
    Wording
        Words and stretches.
    """
    tables, targets, importance = [], [], []
    for out in sorted({lesson.fold for lesson in part}):
        others = [lesson for lesson in part if lesson.fold != out] or part
        wording = _fit_words(others)
        for lesson in (lesson for lesson in part if lesson.fold == out):
            found, words = lesson.found, lesson.said.words
            table = _described(lesson, wording)
            good = np.array(
                [
                    common("".join(words[a:b]), lesson.summaries[item])
                    for a, b, item in zip(*(x.tolist() for x in (found.start, found.end, found.item)), strict=True)
                ]
            )
            # only the order within an item matters: both sides as differences from the item's mean
            many = np.maximum(np.bincount(found.item, minlength=len(lesson.summaries)), 1)
            means = np.column_stack([np.bincount(found.item, c, minlength=len(many)) / many for c in [good, *table.T]])
            tables.append(table - means[found.item, 1:])
            targets.append(good - means[found.item, 0])
            importance.append(lesson.importance / np.sqrt(many[found.item]))
    x = np.concatenate(tables)
    scale = x.std(axis=0) + 1e-6
    weights = ridge(x / scale, np.concatenate(targets), np.concatenate(importance), STRENGTH["stretches"]) / scale
    return replace(_fit_words(part), stretch=Linear(weights, np.zeros(())))
