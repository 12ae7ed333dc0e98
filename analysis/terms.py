"""The words and phrases a talk is about, and where they stand."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.lexicon import lexicon
from analysis.tables import make_columns
from analysis.words import Words, engine, engine_name, idf, normalise

# How much a part of speech tells what a talk is about; one that is not here tells nothing. Names of people (nr) and
# places (ns) are no terms, though the dictionary takes words such as 康复 for names: they may be a part of a phrase.
_WEIGHT = {"n": 1.0, "nz": 1.0, "nt": 1.0, "nl": 1.0, "ng": 0.7, "vn": 0.9, "v": 0.5, "a": 0.4, "an": 0.6, "j": 1.0}
_WEIGHT |= {"l": 0.6, "i": 0.4, "eng": 0.9, "x": 0.7, "b": 0.4, "s": 0.3, "nr": 0.0, "ns": 0.0, "nrt": 0.0}
_WORD = re.compile(r"^(?:[㐀-鿿]{2,10}|[A-Za-z][A-Za-z0-9.+#-]{1,20})$")
_HEAD = ("n", "vn", "j", "eng", "x", "l", "nz", "nt")  # what a phrase may end with
MAX_PHRASE_CHARS = 8
MIN_PHRASE_COUNT = 3
MIN_NPMI = 0.55
ROUNDS = 2  # of joining: a phrase has up to four words
MAX_TERMS = 200
ENOUGH = 30  # with so many terms said twice or more, those said once are left out
MAX_KNOWN = 100_000  # words
_GAP = ""


@dataclass(frozen=True)
class Found:
    """The terms of a talk, in the order they are said: `names[term[i]]` is said in sentence `sentence[i]`.

    `names` are as the speakers' text has them, `folded` as tables know them; `weight` says how much each tells by its
    part of speech (0-1).
    """

    names: list[str]
    folded: list[str]
    weight: np.ndarray
    term: np.ndarray
    sentence: np.ndarray


class _Content(dict):
    """What each word is as a term or a part of one, remembered: its folded form, or a gap."""

    def __init__(self, part: Callable[[str], str]) -> None:
        super().__init__()
        self.part = part

    def __missing__(self, word: str) -> str:
        if len(self) > MAX_KNOWN:  # a long run of workshops
            self.clear()
        folded = normalise(word)
        found = self[word] = folded if _tells(folded, self.part(folded)) else _GAP
        return found


@lru_cache(maxsize=2)
def _contents(name: str) -> _Content:
    """Give what is remembered of the words of an engine."""
    return _Content(engine(name).part)


def _tells(word: str, part: str) -> bool:
    """Tell whether a word may be a term or a part of one."""
    if part not in _WEIGHT or word in lexicon().stop_words:
        return False
    return bool(_WORD.match(word)) if len(word) > 1 else part in ("n", "vn")


@dataclass
class _Chain:
    """Words as numbers: `names[ids[i]]` stands in sentence `sentence[i]`; number 0 is a gap.

    `parts` is the part of speech of each name; a phrase that was joined here names a thing.
    """

    names: list[str]
    parts: list[str]
    ids: np.ndarray
    sentence: np.ndarray


def _chain(talk: Words) -> _Chain:
    """Turn the words of a talk into numbers."""
    content = _contents(engine_name())
    folded = list(map(content.__getitem__, talk.names))
    names = list(dict.fromkeys([_GAP, *folded]))
    numbers = {name: number for number, name in enumerate(names)}
    ids = np.array([numbers[name] for name in folded], dtype=np.int64)[talk.number]
    sentence = np.repeat(np.arange(len(talk.sentences)), np.diff(talk.start))
    return _Chain(names, ["", *map(content.part, names[1:])], ids, sentence)


def _joinable(talk: _Chain, left: int, right: int) -> bool:
    """Tell whether two neighbours may be one phrase: short enough, Chinese, ending in a noun."""
    one, other = talk.names[left], talk.names[right]
    if len(one) + len(other) > MAX_PHRASE_CHARS or one.isascii() or other.isascii():
        return False
    return talk.parts[right].startswith(_HEAD) and not talk.parts[left].startswith(("a", "l", "i"))


def _belong(n: int, one: int, other: int, total: int) -> bool:
    """Tell whether two words, said `one` and `other` times, stand together `n` times by more than chance.

    By their normalised pointwise mutual information (Bouma 2009), ln(p(xy) / p(x)p(y)) / −ln p(xy).
    """
    npmi = math.log(n * total / (one * other)) / -math.log(n / total)
    return npmi >= MIN_NPMI or n >= 0.6 * min(one, other)


def _pairs(talk: _Chain, fresh: np.ndarray) -> np.ndarray:
    """Find where a word and the next one belong together, none of them in two pairs.

    `fresh` tells of each sentence whether its pairs are counted: after a round, those that it changed.
    """
    left, right = talk.ids[:-1], talk.ids[1:]
    beside = np.flatnonzero((left > 0) & (right > 0) & (talk.sentence[:-1] == talk.sentence[1:]))
    code = left[beside] * len(talk.names) + right[beside]
    counted, count = np.unique(code[fresh[talk.sentence[beside]]], return_counts=True)
    often = count >= MIN_PHRASE_COUNT
    single = np.bincount(talk.ids, minlength=1)
    total = max(1, int(single[1:].sum()))
    good = [
        pair
        for pair, n in zip(counted[often].tolist(), count[often].tolist(), strict=True)
        for one, other in [divmod(pair, len(talk.names))]
        if _joinable(talk, one, other) and _belong(n, int(single[one]), int(single[other]), total)
    ]
    chosen, last = [], -2
    for at in beside[np.isin(code, good)].tolist():
        if at > last + 1:
            chosen.append(at)
            last = at
    return np.array(chosen, dtype=np.int64)


def _join(talk: _Chain, at: np.ndarray) -> _Chain:
    """Make one word of each word in `at` and the one behind it."""
    names, parts, ids = list(talk.names), list(talk.parts), talk.ids.copy()
    numbers = {name: number for number, name in enumerate(names)}
    for place, one, other in zip(at.tolist(), ids[at].tolist(), ids[at + 1].tolist(), strict=True):
        phrase = names[one] + names[other]
        if phrase not in numbers:
            numbers[phrase] = len(names)
            names.append(phrase)
            parts.append("n")
        ids[place] = numbers[phrase]
    return _Chain(names, parts, np.delete(ids, at + 1), np.delete(talk.sentence, at + 1))


def find_terms(words: Words, written: dict[int, str] | None = None) -> Found:
    """Find the terms of each sentence, phrases as one term.

    Neighbours that stand together `MIN_PHRASE_COUNT` times and belong together are joined, again and again.

    Parameters
    ----------
    words : Words
        Of the folded text, punctuation among them.
    written : dict of int to str, optional
        The sentences that are not written as `words` has them, by position.

    Returns
    -------
    Found
        Terms in half width, of several spellings (繁 and 简, NGO and Ngo) the one most used; a repeat is kept.
    """
    talk = _chain(words)
    fresh = np.ones(len(words.sentences), dtype=bool)
    for _ in range(ROUNDS):
        at = _pairs(talk, fresh)
        if not len(at):
            break
        fresh = np.isin(np.arange(len(fresh)), talk.sentence[at])
        talk = _join(talk, at)
    spelt = _spelt(talk)
    weight = np.array([_WEIGHT.get(part, 0.0) for part in talk.parts])
    weight[[len(name) < 2 for name in talk.names]] = 0.0
    np.maximum.at(weight, spelt, weight.copy())
    ids = spelt[talk.ids]
    said = weight[ids] > 0
    found = Found(talk.names, talk.names, weight, ids[said], talk.sentence[said])
    return _as_written(found, words.sentences, written) if written else found


def _as_written(found: Found, sentences: list[list[str]], written: dict[int, str]) -> Found:
    """Give each term the spelling that it has most often in the text as written."""
    spelt: dict[int, Counter[str]] = defaultdict(Counter)
    plain = np.bincount(found.term[~np.isin(found.sentence, list(written))], minlength=len(found.names))
    for i, text in written.items():
        folded = "".join(sentences[i])
        start, stop = np.searchsorted(found.sentence, [i, i + 1])
        for term in found.term[start:stop].tolist():
            at = folded.find(found.folded[term])
            if at >= 0:
                spelt[term][normalise(text[at : at + len(found.folded[term])])] += 1
    names = list(found.folded)
    taken = set(names)
    for term, counts in spelt.items():
        counts[names[term]] += int(plain[term])
        usual = max(counts, key=lambda spelling: (counts[spelling], spelling))
        if usual not in taken:  # a spelling may be that of another term, and names are told apart by them
            taken.add(usual)
            names[term] = usual
    return replace(found, names=names)


def _spelt(talk: _Chain) -> np.ndarray:
    """Map each spelling of a Latin word to the one used most."""
    count = np.bincount(talk.ids, minlength=len(talk.names)).tolist()
    latin = [number for number, name in enumerate(talk.names) if name and name.isascii()]
    usual: dict[str, int] = {}
    out = np.arange(len(talk.names))
    for number in sorted(latin, key=lambda n: (-count[n], talk.names[n])):
        out[number] = usual.setdefault(talk.names[number].lower(), number)
    return out


def term_tables(found: Found, speakers: list[int]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Count and rank the terms of a transcript.

    Parameters
    ----------
    found : Found
        What `find_terms` gives.
    speakers : list of int
        Speaker id of each sentence.

    Returns
    -------
    terms : DataFrame, shape (<= MAX_TERMS, 5)
        The table `terms`, most important first. `score` = count^0.75 × IDF × weight of its part of speech
        × √(1 + ln speakers) × ln(1 + length), IDF from jieba's table, its median for a phrase.
    term_sentences : DataFrame
        The table `term_sentences`, in the order of `terms`, then by sentence.
    """
    n = len(found.names)
    cells, times = np.unique(found.term * max(1, len(speakers)) + found.sentence, return_counts=True)
    term, sentence = np.divmod(cells, max(1, len(speakers)))
    count, inside = np.bincount(found.term, minlength=n), np.bincount(term, minlength=n)
    voices = _voices(term, np.array(speakers, dtype=np.int64)[sentence], n)
    least = 2 if (count >= 2).sum() >= ENOUGH else 1
    kept = np.flatnonzero(count >= least)
    names = [found.names[number] for number in kept.tolist()]
    rarity, median = idf()
    score = (
        count[kept] ** 0.75
        * np.array([rarity.get(found.folded[number], median) for number in kept.tolist()])
        * found.weight[kept]
        * np.sqrt(1 + np.log(voices[kept]))
        * np.log1p(np.minimum(list(map(len, names)), 6))
    )
    order = sorted(range(len(names)), key=lambda at: (-score[at], names[at]))[:MAX_TERMS]
    names, kept, score = [names[at] for at in order], kept[order], score[order]
    rank = np.full(n, len(names))
    rank[kept] = np.arange(len(names))
    rank = rank[term]
    by_rank = np.lexsort((sentence, rank))[: int((rank < len(names)).sum())]
    places = ([names[at] for at in rank[by_rank].tolist()], sentence[by_rank], times[by_rank])
    return (
        make_columns("terms", names, count[kept], inside[kept], voices[kept], score),
        make_columns("term_sentences", *places),
    )


def _voices(term: np.ndarray, speaker: np.ndarray, n: int) -> np.ndarray:
    """Count the speakers of each of `n` terms."""
    many = int(speaker.max(initial=0)) + 1
    return np.bincount(np.unique(term * many + speaker) // many, minlength=n)
