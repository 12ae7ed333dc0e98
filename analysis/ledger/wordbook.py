"""What is known of a word by itself, looked up once for each word: its weights, its looks, its part at an edge."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from analysis.ledger.lexicon import Lists
from analysis.ledger.talk import KINDS
from analysis.lexicon import lexicon

if TYPE_CHECKING:
    from analysis.ledger.model import Model

CUT, JOINT, COMMA, QUESTION, FULL = range(5)  # what follows a stretch of words
_ENDS = frozenset("，,；;。！？!?…—\n")
_BREAKS = _ENDS | frozenset("：:")  # after a colon something begins, before it nothing is said yet
_FULL = frozenset("。！!；;\n")
_ASKS = frozenset("？?")
_OPEN, _CLOSE = frozenset("“《（(「『"), frozenset("”》）)」』")
_BLANK = "\"' \t　"
_NEGATING = frozenset("不没难缺勿")  # a summary that leaves such a word of its clause out may say the contrary
_NEGATIONS = frozenset(("别", "无", "无法", "未", "未能", "尚未", "从未", "并非"))  # not 未来 or 特别
MAX_KNOWN = 100_000  # words

# Columns of what is known.
WEIGHTS = slice(0, 2)  # what the word speaks for each kind
LOOKS = slice(2, 7)  # its length, one character, filler, known, rareness
CUES = slice(7, 9)  # what it weighs as a cue of each kind; minus infinity where it cannot be one
WORTH = slice(9, 11)  # how likely it stands in a summary of each kind, about 0-1
LETTERS, PAIRS = 11, 12  # length without marks; whether it may begin a cue of two words
MARKS = slice(13, 21)  # breaks, opening, closing, leads, heads, negates, follows, depth


def traits(known: np.ndarray, kind: str) -> np.ndarray:
    """Describe words for judging whether they stand in a summary.

    Parameters
    ----------
    known : ndarray, shape (n, 21)
        What `Wordbook.look_up` gives.
    kind : str
        One of `KINDS`.

    Returns
    -------
    ndarray, shape (n, 7)
        What the word speaks for the kind and for the other kind, then its looks.
    """
    own = KINDS.index(kind)
    return known[:, [own, 1 - own, *range(LOOKS.start, LOOKS.stop)]]


def _marks(word: str, lists: Lists) -> tuple[float, ...]:
    """Say what a word does at an edge of a stretch."""
    first = word[0]
    breaks, blank = first in _BREAKS, not word.strip(_BLANK)
    follows = FULL if first in _FULL else QUESTION if first in _ASKS else COMMA if first in _ENDS else CUT
    return (
        breaks,
        word in lists.openers or breaks or first in _CLOSE or blank,
        word in lists.closers or breaks or first in _OPEN or blank,
        word in lists.leads,
        word in lists.heads,
        not _NEGATING.isdisjoint(word) or word in _NEGATIONS,
        follows or (JOINT if word in lists.joints else CUT),
        (first in _OPEN) - (first in _CLOSE),
    )


class Wordbook:
    """The words of a model, each described when it is first met.

    Parameters
    ----------
    model : Model
        What was learned.
    lists : Lists
        Word lists.
    """

    def __init__(self, model: Model, lists: Lists) -> None:
        self.model, self.lists = model, lists
        self.pairs = {word[:at] for word in lists.cue_words for at in range(1, len(word))}
        self.numbers: dict[str, int] = {}
        self.lock = Lock()
        self.known = np.zeros((0, MARKS.stop))

    def look_up(self, words: list[str]) -> np.ndarray:
        """Describe words.

        Parameters
        ----------
        words : list of str
            None of them empty.

        Returns
        -------
        ndarray, shape (n, 21)
            Columns as named above.
        """
        with self.lock:  # sessions of the dashboard may share it
            return self._look_up(words)

    def _look_up(self, words: list[str]) -> np.ndarray:
        new = [word for word in dict.fromkeys(words) if word not in self.numbers]
        if new:
            if len(self.numbers) + len(new) > MAX_KNOWN:  # a long run of workshops
                self.numbers, self.known, new = {}, self.known[:0], list(dict.fromkeys(words))
            self.numbers.update(zip(new, range(len(self.known), len(self.known) + len(new)), strict=True))
            self.known = np.vstack([self.known, self._described(new)])
        return self.known[np.fromiter(map(self.numbers.__getitem__, words), dtype=np.int64, count=len(words))]

    def _described(self, words: list[str]) -> np.ndarray:
        """Describe words that were not met yet."""
        out = np.zeros((len(words), MARKS.stop))
        filler, model = lexicon().stop_words, self.model
        letters = [len(word) if word.isalnum() else 0 for word in words]
        # filler says nothing, unless a list names it
        cue = [
            n > 1 and (word not in filler or word in self.lists.cue_words)
            for n, word in zip(letters, words, strict=True)
        ]
        number = np.array([model.vocabulary.get("w" + word.lower(), -1) for word in words])
        for column, kind in enumerate(KINDS):
            out[:, column] = [model.words[kind].get(word.lower(), 0.0) for word in words]
            heavy, owner = model.cue_lists[kind], self.lists.cue_words
            listed = np.array([heavy.get(owner[word], 0.0) if word in owner else 0.0 for word in words])
            out[:, CUES.start + column] = np.where(cue, out[:, column] + listed, -np.inf)
        out[:, LOOKS] = np.column_stack(
            [
                list(map(len, words)),
                [len(word) == 1 for word in words],
                [word in filler for word in words],
                number >= 0,
                np.where(number >= 0, model.idf[number], 0.0),
            ]
        )
        for column, kind in enumerate(KINDS):
            out[:, WORTH.start + column] = model.wording.worth_of(words, traits(out, kind), column)
        out[:, LETTERS] = letters
        out[:, PAIRS] = [bool(n) and word in self.pairs for n, word in zip(letters, words, strict=True)]
        out[:, MARKS] = [_marks(word, self.lists) for word in words]
        return out
