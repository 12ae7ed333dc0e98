"""Words that stand together and are one: phrases of two to four words."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from analysis.terms.vocabulary import ENDS, GAP, LEADS, STARTS, STEADY, Word, vocabulary
from analysis.words import Words

MAX_PHRASE_WORDS = 4
MAX_PHRASE_CHARS = 8
MIN_NPMI = 0.5  # of words that stand together twice or more
MIN_NPMI_ONCE = 0.2  # of those that stand together once, each of them said `OFTEN` times
OFTEN = 2
SHORT = 75  # sentences; in a longer talk a phrase is said more than once
_NAME, _ROLES = attrgetter("name"), attrgetter("roles")


@dataclass(frozen=True)
class Chain:
    """Words as numbers: `words[ids[i]]` stands in sentence `sentence[i]`; number 0 is a gap.

    `names` and `roles` are those of `words`, `numbers` leads from names to places in them; `after_de` and `before_de`
    tell of each word said whether 的 stands beside it.
    """

    words: list[Word]
    names: list[str]
    numbers: dict[str, int]
    roles: np.ndarray
    ids: np.ndarray
    sentence: np.ndarray
    sentences: int
    after_de: np.ndarray
    before_de: np.ndarray


def chain_of(talk: Words) -> Chain:
    """Turn the words of a talk into numbers.

    Parameters
    ----------
    talk : Words
        Of the folded text, punctuation among them.

    Returns
    -------
    Chain
        What is no part of a term is a gap; words of one folded form are one.
    """
    known = vocabulary()
    told = list(map(known.__getitem__, talk.names))
    folded = list(map(_NAME, told))
    words = dict(zip((GAP, *folded), (known[GAP], *told), strict=True))
    numbers = dict(zip(words, range(len(words)), strict=True))
    ids = np.array(list(map(numbers.__getitem__, folded)), dtype=np.int64)[talk.number]
    roles = np.array(list(map(_ROLES, words.values())))
    sentence = np.repeat(np.arange(len(talk.sentences)), np.diff(talk.start))
    de = talk.number == (talk.names.index("的") if "的" in talk.names else -1)
    outside = np.zeros(min(1, len(de)), dtype=bool)
    after, before = np.concatenate([outside, de[:-1]]), np.concatenate([de[1:], outside])
    return Chain(list(words.values()), list(words), numbers, roles, ids, sentence, len(talk.sentences), after, before)


@dataclass(frozen=True)
class _Runs:
    """Runs of words that may be phrases, of one length: they begin at `at`; `count` is how often each is said."""

    at: np.ndarray
    count: np.ndarray
    chars: np.ndarray
    size: int


def _counted(code: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Give equal codes one number, and tell of each how often it is there."""
    _, kind, count = np.unique(code, return_inverse=True, return_counts=True)
    return kind, count[kind]


def _links(chain: Chain) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Find the words that belong to the one behind them: where, which pair they are, and how often it is said.

    By normalised pointwise mutual information (Bouma 2009), ln(p(xy) / p(x)p(y)) / −ln p(xy).
    """
    ids = chain.ids
    roles = chain.roles[ids]
    at = np.flatnonzero(
        (roles[:-1] & LEADS > 0) & (roles[1:] & (LEADS | ENDS) > 0) & (chain.sentence[:-1] == chain.sentence[1:])
    )
    kind, count = _counted(ids[at] * len(chain.words) + ids[at + 1])
    single = np.bincount(ids, minlength=1)
    one, other = single[ids[at]], single[ids[at + 1]]
    total = max(2, len(ids))
    npmi = np.log(count * total / (one * other)) / np.log(total / count)
    often = (count > 1) & (npmi >= MIN_NPMI)
    if chain.sentences <= SHORT:
        steady = (roles[at] & roles[at + 1] & STEADY) > 0
        once = steady & (np.minimum(one, other) >= OFTEN) & (npmi >= MIN_NPMI_ONCE)
        often |= once
    return at[often], kind[often], count[often]


def _runs(chain: Chain) -> list[_Runs]:
    """List the runs of belonging words that may be phrases."""
    length = np.array(list(map(len, chain.names)))[chain.ids]
    upto = np.concatenate([[0], np.cumsum(length)])
    roles = chain.roles[chain.ids]
    starts, ends = roles & STARTS > 0, roles & ENDS > 0
    at, kind, count = _links(chain)
    pair = np.full(len(chain.ids) + MAX_PHRASE_WORDS, -1)
    pair[at] = kind
    out = []
    for size in range(2, MAX_PHRASE_WORDS + 1):
        chars = upto[at + size] - upto[at]
        good = starts[at] & ends[at + size - 1] & (chars <= MAX_PHRASE_CHARS)
        out.append(_Runs(at[good], count[good], chars[good], size))
        longer = pair[at + size - 1] >= 0
        at, kind = at[longer], kind[longer]
        kind, count = _counted(kind * (len(chain.ids) + 1) + pair[at + size - 1])
    return out


def phrases(chain: Chain) -> list[tuple[int, int]]:
    """Find the phrases of a talk, none of them in another.

    Where two of them overlap, that with the greater count × ln(number of words) has the words, as in the C-value of
    Frantzi and Ananiadou (1996).

    Parameters
    ----------
    chain : Chain
        The words.

    Returns
    -------
    list of (int, int)
        Place of the first word and number of words, in order.
    """
    runs = _runs(chain)
    at, count, chars, size = (
        np.concatenate(columns)
        for columns in zip(*((r.at, r.count, r.chars, np.full(len(r.at), r.size)) for r in runs), strict=True)
    )
    said = chain.ids.tolist()
    taken, chosen = bytearray(len(chain.ids)), []
    order = np.lexsort((at, -chars, -count * np.log(size)))
    for first, words in zip(at[order].tolist(), size[order].tolist(), strict=True):
        if not any(taken[first : first + words]) and _differ([chain.names[n] for n in said[first : first + words]]):
            taken[first : first + words] = b"\1" * words
            chosen.append((first, words))
    return sorted(chosen)


def _differ(names: list[str]) -> bool:
    """Tell whether no word of a phrase holds another: those who speak often say a word again."""
    return not any(one in other for n, one in enumerate(names) for m, other in enumerate(names) if n != m)
