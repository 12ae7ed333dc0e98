"""Chinese words and characters: the one place that segments and counts.

Two engines give the same words: `rjieba` (Rust, used where its wheel is installed) and `jieba` (the reference and
the fallback); of a few words they tell another part of speech. Both take jieba's own dictionary plus
`data/lexicon/user_words.txt`.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

import jieba
import numpy as np

from analysis.errors import AnalysisError
from analysis.lexicon import lexicon
from analysis.ranges import spread

ENGINES = ("rjieba", "jieba")
MAX_TAGS = 200_000  # words remembered
USER_TAG = "n"  # words people add are names of things
# What NFKC could turn into something that counts; most sentences have none of it, and NFKC is slow.
_FOLDABLE = re.compile(r"[^\x00-\x7f\u2010-\u2027\u3000-\u303f\u3400-\u9fff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40]")
_HAN = re.compile("[\u4e00-\u9fff]+")
jieba.setLogLevel(logging.ERROR)


def engine_name() -> str:
    """Tell which engine is used.

    Returns
    -------
    str
        `WORKSHOP_INSIGHTS_ENGINE` where it is set, else `rjieba` where it is installed, else `jieba`.

    Raises
    ------
    AnalysisError
        `engine_unknown` when the variable names neither.
    """
    named = os.environ.get("WORKSHOP_INSIGHTS_ENGINE", "")
    if named and named not in ENGINES:
        raise AnalysisError("engine_unknown", engine=named)
    return named or ("rjieba" if importlib.util.find_spec("rjieba") else "jieba")


@dataclass(frozen=True)
class Engine:
    """`cut` gives the words of a text, `part` the part of speech of a word (ICTCLAS letters)."""

    cut: Callable[[str], list[str]]
    part: Callable[[str], str]


def engine(name: str) -> Engine:
    """Start a segmenter that knows the user words of the lexicon in use.

    Parameters
    ----------
    name : str
        One of `ENGINES`.

    Returns
    -------
    Engine
        The same object for the same words.
    """
    return _engine(name, lexicon().user_words)


@lru_cache(maxsize=4)
def _engine(name: str, user_words: tuple[str, ...]) -> Engine:
    if name == "rjieba":
        import rjieba

        fast = rjieba.Jieba()
        for word in user_words:
            fast.add_word(word, None, USER_TAG)
        return Engine(cut=fast.cut, part=_Parts(fast.tag).__getitem__)
    from jieba.posseg import POSTokenizer

    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for word in user_words:
        tokenizer.add_word(word)
    tags = POSTokenizer(tokenizer).word_tag_tab | dict.fromkeys(user_words, USER_TAG)
    return Engine(cut=tokenizer.lcut, part=lambda word: tags.get(word) or _part_of_unknown(word))


class _Parts(dict):
    """The part of speech of each word, asked for once: cutting is three times as fast as cutting and tagging."""

    def __init__(self, ask: Callable[[str], list[tuple[str, str]]]) -> None:
        super().__init__()
        self.ask = ask

    def __missing__(self, word: str) -> str:
        if len(self) > MAX_TAGS:
            self.clear()
        found = self.ask(word)
        self[word] = found[0][1] if len(found) == 1 else _part_of_unknown(word)
        return self[word]


def _part_of_unknown(word: str) -> str:
    """Tag a word outside the dictionary as the Rust engine does."""
    if word.isascii() and word.isalnum():
        return "m" if word.isdigit() else "eng"
    return "x"


def cut(text: str) -> list[str]:
    """Cut a text into words.

    Parameters
    ----------
    text : str
        Any text; joined, the words give it back.

    Returns
    -------
    list of str
        Words, punctuation and blanks in order.

    Examples
    --------
    >>> cut("希望政府购买服务")
    ['希望', '政府购买服务']
    """
    return engine(engine_name()).cut(text)


def tag(text: str) -> list[tuple[str, str]]:
    """Cut a text into words with their part of speech.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    list of (str, str)
        Word and ICTCLAS letters.
    """
    known = engine(engine_name())
    return [(word, known.part(word)) for word in known.cut(text)]


def normalise(text: str) -> str:
    """Fold width and compatibility forms (NFKC) for matching and counting; never for text that is shown.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        Its NFKC form.
    """
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def count_chars(text: str) -> int:
    """Count what a reader would call 字: each Han character, Latin word or number is one; punctuation is none.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    int
        The number of matches of `data/lexicon/char_pattern.txt`.

    Examples
    --------
    >>> count_chars("我们5月30号,和NGO合作。")
    10
    """
    folded = normalise(text) if _FOLDABLE.search(text) else text
    rest, runs = _HAN.subn(
        " ", folded
    )  # each of these is one, and most of a text is: the pattern takes ten times as long
    return len(folded) - len(rest) + runs + lexicon().char_pattern.subn("", rest)[1]


@dataclass(frozen=True)
class Words:
    """The words of a talk, also as numbers.

    `sentences` holds the words of each sentence; sentence i has `names[number[start[i]]]` up to, not with,
    `start[i + 1]`.
    """

    sentences: list[list[str]]
    names: list[str]
    number: np.ndarray
    start: np.ndarray

    def sums(self, values: np.ndarray) -> np.ndarray:
        """Add up, in each sentence, a value of its words.

        Parameters
        ----------
        values : ndarray, shape (n_names,)
            One for each name.

        Returns
        -------
        ndarray, shape (n_sentences,)
            Sums.
        """
        upto = np.concatenate([[0], np.cumsum(values[self.number])])
        return upto[self.start[1:]] - upto[self.start[:-1]]

    def within(self, first: Sequence[int], stop: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
        """List the words of runs of sentences.

        Parameters
        ----------
        first, stop : sequence of int
            First sentence of each run, and the one behind its last.

        Returns
        -------
        run : ndarray of int, shape (n,)
            Number of the run that each word is in, ascending.
        word : ndarray of int, shape (n,)
            Number of each word's name.
        """
        run, place = spread(*(self.start[np.asarray(edge, dtype=np.int64)] for edge in (first, stop)))
        return run, self.number[place]


class _Numbers(dict):
    """The number of each word: that of its first use."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


def numbered(sentences: list[list[str]]) -> Words:
    """Give each word of a talk a number: what is asked of a word is then asked once.

    Parameters
    ----------
    sentences : list of list of str
        The words of each sentence.

    Returns
    -------
    Words
        Names in the order in which they are first said.
    """
    start, numbers = np.cumsum([0, *map(len, sentences)]), _Numbers()
    number = np.fromiter(map(numbers.__getitem__, chain.from_iterable(sentences)), dtype=np.int64, count=start[-1])
    return Words(sentences, list(numbers), number, start)


@lru_cache(maxsize=1)
def idf() -> tuple[dict[str, float], float]:
    """Load jieba's table of inverse document frequencies.

    Returns
    -------
    table : dict of str to float
        Natural logarithm of (documents ÷ documents with the word).
    median : float
        What a word outside the table gets.
    """
    path = Path(jieba.__file__).parent / "analyse" / "idf.txt"
    pairs = (line.split(" ") for line in path.read_text(encoding="utf-8").splitlines())
    table = {word: float(value) for word, value in pairs}
    return table, sorted(table.values())[len(table) // 2]
