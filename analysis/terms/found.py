"""The terms of a talk, in the order they are said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from analysis.folding import fold
from analysis.lexicon import lexicon
from analysis.terms.phrases import Chain, chain_of, phrases
from analysis.terms.vocabulary import NAMES, STANDS, phrase_kind
from analysis.words import Words, normalise


@dataclass(frozen=True)
class Found:
    """The terms of a talk, in the order they are said: `names[term[i]]` is said in sentence `sentence[i]`.

    `names` are as the speakers' text has them, `folded` as tables know them, `kinds` what each names; `parts` are the
    words of each, by their numbers in `chain`.
    """

    names: list[str]
    folded: list[str]
    kinds: list[str]
    term: np.ndarray
    sentence: np.ndarray
    parts: list[tuple[int, ...]]
    chain: Chain


def things(found: Found) -> Found:
    """Leave out the names of people, organisations and places.

    Parameters
    ----------
    found : Found
        What `find_terms` gives.

    Returns
    -------
    Found
        Numbers of terms stay what they are.
    """
    said = np.array([kind == "term" for kind in found.kinds], dtype=bool)[found.term]
    return replace(found, term=found.term[said], sentence=found.sentence[said])


def find_terms(words: Words, written: dict[int, str] | None = None, people: Collection[str] = ()) -> Found:
    """Find the terms of each sentence, phrases as one term whose words are no terms there.

    Parameters
    ----------
    words : Words
        Of the folded text, punctuation among them.
    written : dict of int to str, optional
        The sentences that are not written as `words` has them, by position.
    people : collection of str
        Names of people: short ones are told from words by this alone.

    Returns
    -------
    Found
        Terms in half width, of several spellings (繁 and 简, NGO and Ngo, synonyms of the lexicon) the one most used;
        a repeat is kept.
    """
    chain = chain_of(words)
    joined = _joined(chain, {fold(normalise(name)) for name in people})
    spelt = _spelt(joined.folded, joined.term)
    found = replace(joined, term=spelt[joined.term])
    return _as_written(found, words.sentences, written) if written else found


def _joined(chain: Chain, people: Collection[str]) -> Found:
    """Make one term of the words of each phrase, and tell what each names."""
    said, ids, kept = chain.ids.tolist(), chain.ids.copy(), (chain.roles & STANDS > 0)[chain.ids]
    names, numbers = list(chain.names), dict(chain.numbers)
    kinds, parts = [word.kind for word in chain.words], list(zip(range(len(names)), strict=True))
    for number in filter(None, map(numbers.get, people)):
        if chain.words[number].part in NAMES:
            kinds[number] = "person"
    for at, size in phrases(chain):
        inside = tuple(said[at : at + size])
        name = "".join([names[number] for number in inside])
        if name not in numbers:
            numbers[name] = len(names)
            names.append(name)
            parts.append(inside)
            kinds.append(phrase_kind([chain.words[number] for number in inside]))
        ids[at] = numbers[name]
        kept[at], kept[at + 1 : at + size] = True, False
    return Found(names, names, kinds, ids[kept], chain.sentence[kept], parts, chain)


def _spelt(names: list[str], term: np.ndarray) -> np.ndarray:
    """Map each spelling of a Latin word, and each synonym of the lexicon, to the one used most."""
    count, same = np.bincount(term, minlength=len(names)).tolist(), lexicon().synonyms
    shared = [number for number, name in enumerate(names) if name.isascii() or name in same]
    usual: dict[str, int] = {}
    out = np.arange(len(names))
    for number in sorted(shared, key=lambda n: (-count[n], names[n])):
        lower = names[number].lower()
        out[number] = usual.setdefault(same.get(lower, lower), number)
    return out


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
