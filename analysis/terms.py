"""The words and phrases a talk is about, and where they stand."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import pandas as pd

from analysis.tables import make_table
from analysis.words import idf, lexicon, normalise

# How much a part of speech tells what a talk is about; one that is not here tells nothing. Names of people (nr) and
# places (ns) are no terms, though the dictionary takes words such as 康复 for names: they may be a part of a phrase.
_WEIGHT = {"n": 1.0, "nz": 1.0, "nt": 1.0, "nl": 1.0, "ng": 0.7, "vn": 0.9, "v": 0.5, "a": 0.4, "an": 0.6, "j": 1.0}
_WEIGHT |= {"l": 0.6, "i": 0.4, "eng": 0.9, "x": 0.7, "b": 0.4, "s": 0.3, "nr": 0.0, "ns": 0.0, "nrt": 0.0}
_WORD = re.compile(r"^(?:[㐀-鿿]{2,10}|[A-Za-z][A-Za-z0-9.+#-]{1,20})$")
_HEAD = ("n", "vn", "j", "eng", "x", "l", "nz", "nt")  # what a phrase may end with
MAX_PHRASE_CHARS = 8
MIN_PHRASE_COUNT = 3
MIN_NPMI = 0.55
MAX_TERMS = 200
_GAP = ("", "")


@dataclass(frozen=True)
class Found:
    """The terms of a talk: of each sentence in order, and how much each tells by its part of speech (0-1)."""

    sentences: list[tuple[str, ...]]
    weight: dict[str, float]


@lru_cache(maxsize=65536)
def _content(token: tuple[str, str]) -> tuple[str, str]:
    """Fold a word that may be a term or a part of one; anything else becomes a gap."""
    word, tag = normalise(token[0]), token[1]
    if tag not in _WEIGHT or word in lexicon().stop_words:
        return _GAP
    good = _WORD.match(word) if len(word) > 1 else tag in ("n", "vn")
    return (word, tag) if good else _GAP


def _joinable(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Tell whether two neighbours may be one phrase: short enough, Chinese, ending in a noun."""
    if len(left[0]) + len(right[0]) > MAX_PHRASE_CHARS or left[0].isascii() or right[0].isascii():
        return False
    return right[1].startswith(_HEAD) and not left[1].startswith(("a", "l", "i"))


def join_phrases(tagged: list[list[tuple[str, str]]]) -> list[list[tuple[str, str]]]:
    """Join neighbours that belong together into one word, again and again.

    Parameters
    ----------
    tagged : list of list of (str, str)
        Words and tags of each sentence; `("", "")` stands for anything that parts two words.

    Returns
    -------
    list of list of (str, str)
        The same with pairs joined whose normalised pointwise mutual information (Bouma 2009),
        ln(p(xy) / p(x)p(y)) / −ln p(xy), reaches `MIN_NPMI` and that stand together `MIN_PHRASE_COUNT` times.
    """
    for _ in range(2):
        single = Counter(word for sentence in tagged for word in sentence if word[0])
        total = max(1, sum(single.values()))
        pairs = Counter(
            (a, b) for s in tagged for a, b in pairwise(s) if a[0] and b[0] and _joinable(a, b)
        )
        good = set()
        for (a, b), n in pairs.items():
            if n >= MIN_PHRASE_COUNT:
                npmi = math.log(n * total / (single[a] * single[b])) / -math.log(n / total)
                if npmi >= MIN_NPMI or n >= 0.6 * min(single[a], single[b]):
                    good.add((a, b))
        if not good:
            break
        tagged = [_merge(sentence, good) for sentence in tagged]
    return tagged


def _merge(sentence: list[tuple[str, str]], good: set) -> list[tuple[str, str]]:
    """Join the good pairs of a sentence from left to right."""
    if good.isdisjoint(pairwise(sentence)):
        return sentence
    out = sentence[:1]
    joined = False
    for word in sentence[1:]:
        joined = not joined and (out[-1], word) in good
        if joined:
            out[-1] = (out[-1][0] + word[0], "n")
        else:
            out.append(word)
    return out


def find_terms(tagged: list[list[tuple[str, str]]]) -> Found:
    """Find the terms of each sentence, phrases as one term.

    Parameters
    ----------
    tagged : list of list of (str, str)
        `words.tag` of each sentence.

    Returns
    -------
    Found
        Terms folded to half width and, for Latin words, to the spelling most used; a repeat is kept.
    """
    joined = join_phrases([[_content(token) for token in sentence] for sentence in tagged])
    spelling = _spellings(joined)
    kept = [[(spelling.get(w, w), _WEIGHT[t]) for w, t in s if len(w) > 1 and _WEIGHT[t]] for s in joined]
    return Found([tuple(w for w, _ in s) for s in kept], {w: weight for s in kept for w, weight in s})


def _spellings(sentences: list[list[tuple[str, str]]]) -> dict[str, str]:
    """Map each spelling of a Latin word to the one used most."""
    latin: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, _ in sentence:
            if word.isascii() and word:
                latin[word.lower()][word] += 1
    return {w: c.most_common(1)[0][0] for c in latin.values() if len(c) > 1 for w in c}


def term_tables(found: Found, speakers: list[int]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Count and rank the terms of a transcript.

    Parameters
    ----------
    found : Found
        `find_terms`; sentence ids are positions.
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
    places: dict[str, Counter[int]] = defaultdict(Counter)
    for sentence, terms in enumerate(found.sentences):
        for term in terms:
            places[term][sentence] += 1
    rarity, median = idf()
    rows = []
    for term, where in places.items():
        count, voices = sum(where.values()), len({speakers[s] for s in where})
        spread = math.sqrt(1 + math.log(voices)) * math.log(1 + min(len(term), 6))
        score = count**0.75 * rarity.get(term, median) * found.weight[term] * spread
        rows.append((term, count, len(where), voices, score))
    rows.sort(key=lambda row: (-row[4], row[0]))
    least = 2 if sum(row[1] >= 2 for row in rows) >= 30 else 1
    rows = [row for row in rows if row[1] >= least][:MAX_TERMS]
    found_in = [(row[0], s, n) for row in rows for s, n in sorted(places[row[0]].items())]
    return make_table("terms", rows), make_table("term_sentences", found_in)
