"""The words and phrases a talk is about, and where they stand."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import chain, pairwise

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
ENOUGH = 30  # with so many terms said twice or more, those said once are left out
MAX_KNOWN = 100_000  # tokens
_GAP = ""


@dataclass(frozen=True)
class Found:
    """The terms of a talk: of each sentence in order, and how much each tells by its part of speech (0-1).

    Terms are as the speakers' text has them; `folded` gives what tables know those by that are written otherwise.
    """

    sentences: list[tuple[str, ...]]
    weight: dict[str, float]
    folded: dict[str, str] = field(default_factory=dict)


def _content(word: str, tag: str) -> str:
    """Fold a word that may be a term or a part of one; anything else becomes a gap."""
    if tag not in _WEIGHT or word in lexicon().stop_words:
        return _GAP
    good = _WORD.match(word) if len(word) > 1 else tag in ("n", "vn")
    return word if good else _GAP


class _Known(dict):
    """What `_content` says of each token, remembered, and the tag of each word; a dictionary word has but one."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: dict[str, str] = {}

    def __missing__(self, token: tuple[str, str]) -> str:
        if len(self) > MAX_KNOWN:  # a long run of workshops; the tags stay, for sentences in work need them
            self.clear()
        found = self[token] = _content(normalise(token[0]), token[1])
        self.tags.setdefault(found, token[1])
        return found


_CONTENT = _Known()


def _runs(sentence: list[tuple[str, str]]) -> list[str]:
    """Keep the words that may be terms, one gap between those that do not stand side by side."""
    words = [_GAP, *map(_CONTENT.__getitem__, sentence)]
    return words[:1] + [word for before, word in pairwise(words) if word or before]


def _tag(word: str) -> str:
    """Give the part of speech of a word; a phrase that was joined here names a thing."""
    return _CONTENT.tags.get(word, "n")


def _joinable(left: str, right: str) -> bool:
    """Tell whether two neighbours may be one phrase: short enough, Chinese, ending in a noun."""
    if len(left) + len(right) > MAX_PHRASE_CHARS or left.isascii() or right.isascii():
        return False
    return _tag(right).startswith(_HEAD) and not _tag(left).startswith(("a", "l", "i"))


def join_phrases(sentences: list[list[str]]) -> list[list[str]]:
    """Join neighbours that belong together into one word, again and again.

    Parameters
    ----------
    sentences : list of list of str
        Words of each sentence; an empty one stands for anything that parts two words.

    Returns
    -------
    list of list of str
        The same with pairs joined whose normalised pointwise mutual information (Bouma 2009),
        ln(p(xy) / p(x)p(y)) / −ln p(xy), reaches `MIN_NPMI` and that stand together `MIN_PHRASE_COUNT` times.
    """
    changed = sentences  # what is new after a round stands in sentences that it changed
    for _ in range(2):
        single = Counter(chain.from_iterable(sentences))
        pairs = Counter(chain.from_iterable(map(pairwise, changed)))
        total = max(1, sum(single.values()) - single[_GAP])
        good = {
            pair
            for pair, n in pairs.items()
            if n >= MIN_PHRASE_COUNT and _GAP not in pair and _joinable(*pair) and _belong(n, pair, single, total)
        }
        if not good:
            break
        merged = [_merge(sentence, good) for sentence in sentences]
        changed = [new for new, old in zip(merged, sentences, strict=True) if new is not old]
        sentences = merged
    return sentences


def _belong(n: int, pair: tuple[str, str], single: Counter[str], total: int) -> bool:
    """Tell whether two words that stand together `n` times do so more than by chance."""
    one, other = single[pair[0]], single[pair[1]]
    npmi = math.log(n * total / (one * other)) / -math.log(n / total)
    return npmi >= MIN_NPMI or n >= 0.6 * min(one, other)


def _merge(sentence: list[str], good: set[tuple[str, str]]) -> list[str]:
    """Join the good pairs of a sentence from left to right."""
    if good.isdisjoint(pairwise(sentence)):
        return sentence
    out = sentence[:1]
    joined = False
    for word in sentence[1:]:
        joined = not joined and (out[-1], word) in good
        if joined:
            out[-1] += word
        else:
            out.append(word)
    return out


def find_terms(tagged: list[list[tuple[str, str]]], written: dict[int, str] | None = None) -> Found:
    """Find the terms of each sentence, phrases as one term.

    Parameters
    ----------
    tagged : list of list of (str, str)
        `words.tag` of each sentence, folded.
    written : dict of int to str, optional
        The sentences that are not written as `tagged` has them, by position.

    Returns
    -------
    Found
        Terms in half width, of several spellings (繁 and 简, NGO and Ngo) the one most used; a repeat is kept.
    """
    joined = join_phrases([_runs(sentence) for sentence in tagged])
    spelling = _spellings(joined)
    said = set(chain.from_iterable(joined))
    weight = {word: _WEIGHT[_tag(word)] for word in said if len(word) > 1 and _WEIGHT[_tag(word)]}
    for word, usual in spelling.items():
        weight[usual] = max(weight[usual], weight.pop(word))
    if spelling:
        joined = [[spelling.get(word, word) for word in sentence] for sentence in joined]
    found = Found([tuple([word for word in sentence if word in weight]) for sentence in joined], weight)
    return _as_written(found, tagged, written) if written else found


def _as_written(found: Found, tagged: list[list[tuple[str, str]]], written: dict[int, str]) -> Found:
    """Give each term the spelling that it has most often in the text as written."""
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for i, text in written.items():
        folded = "".join(word for word, _ in tagged[i])
        for term in found.sentences[i]:
            at = folded.find(term)
            if at >= 0:
                spelt[term][normalise(text[at : at + len(term)])] += 1
    plain = Counter(chain.from_iterable(terms for i, terms in enumerate(found.sentences) if i not in written))
    for term, counts in spelt.items():
        counts[term] += plain[term]
    usual = {term: max(counts, key=lambda s: (counts[s], s)) for term, counts in spelt.items()}
    usual = {term: spelling for term, spelling in usual.items() if spelling != term}
    return Found(
        [tuple([usual.get(term, term) for term in sentence]) for sentence in found.sentences],
        {usual.get(term, term): weight for term, weight in found.weight.items()},
        {spelling: term for term, spelling in usual.items()},
    )


def _spellings(sentences: list[list[str]]) -> dict[str, str]:
    """Map each spelling of a Latin word to the one used most."""
    latin = Counter(word for word in chain.from_iterable(sentences) if word and word.isascii())
    folded: dict[str, list[str]] = defaultdict(list)
    for word in sorted(latin, key=lambda w: (-latin[w], w)):
        folded[word.lower()].append(word)
    return {word: spellings[0] for spellings in folded.values() for word in spellings[1:]}


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
    places: dict[str, dict[int, int]] = defaultdict(dict)
    for sentence, terms in enumerate(found.sentences):
        for term in terms:
            where = places[term]
            where[sentence] = where.get(sentence, 0) + 1
    counts = {term: sum(where.values()) for term, where in places.items()}
    least = 2 if sum(count >= 2 for count in counts.values()) >= ENOUGH else 1
    rarity, median = idf()
    rows = []
    for term, count in counts.items():
        if count >= least:
            where = places[term]
            voices = len({speakers[s] for s in where})
            spread = math.sqrt(1 + math.log(voices)) * math.log(1 + min(len(term), 6))
            score = count**0.75 * rarity.get(found.folded.get(term, term), median) * found.weight[term] * spread
            rows.append((term, count, len(where), voices, score))
    rows = sorted(rows, key=lambda row: (-row[4], row[0]))[:MAX_TERMS]
    found_in = [(row[0], s, n) for row in rows for s, n in sorted(places[row[0]].items())]
    return make_table("terms", rows), make_table("term_sentences", found_in)
