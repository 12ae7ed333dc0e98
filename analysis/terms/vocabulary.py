"""What a word may be: a term by itself, a part of a phrase, a name; asked once for each word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from analysis import paths
from analysis.lexicon import Lexicon, lexicon
from analysis.lines import read_lines
from analysis.places import is_place
from analysis.readers.lists import lists
from analysis.words import engine, engine_name, idf, normalise

GAP = ""
# ICTCLAS parts of speech. One that is in none of these is a gap: numbers, pronouns, particles, adverbs.
_NAMING = frozenset(("n", "nz", "nt", "nl", "ng", "nr", "ns", "vn", "an", "j", "l", "s", "x"))
_CONTENT = _NAMING | {"v", "a", "i", "b", "eng"}
_STEADY = _NAMING - {"s"} | {"b", "v"}
NAMES = ("nr", "nrt", "nz", "x")  # what the name of a person may be taken for
_NO_START = frozenset("ail")
_WORD = re.compile(r"^(?:[㐀-鿿]{2,10}|[A-Za-z][A-Za-z0-9.+#-]{1,20})$")
_WHOLE = 5  # characters: a word as long as that is a phrase already
_PERSON_CHARS = 3  # shorter ones are words as often as names
MAX_KNOWN = 100_000  # words


@dataclass(frozen=True, eq=False, slots=True)
class Word:
    """A word as a term or a part of one: its folded form, or a gap; its part of speech; what it names.

    Of `roles`, `STANDS` tells that it may be a term by itself; `STARTS`, `LEADS` and `ENDS` that it may be the first
    word of a phrase, one before the last, and the last; `STEADY` that a phrase of such words may be said but once.
    """

    name: str
    part: str
    kind: str
    roles: int


STANDS, STARTS, LEADS, ENDS, STEADY = 1, 2, 4, 8, 16
_NOTHING = Word(GAP, "", "term", 0)


class _Known(dict):
    """What is told of each word, remembered."""

    def __missing__(self, word: str) -> Word:
        if len(self) > MAX_KNOWN:  # a long run of workshops
            self.clear()
        told = self[word] = _tell(normalise(word))
        return told


def vocabulary() -> dict[str, Word]:
    """Give what is told of words by the engine and the lexicon in use.

    Returns
    -------
    dict of str to Word
        Filled as words are asked for.
    """
    return _vocabulary(engine_name(), lexicon())


@lru_cache(maxsize=2)
def _vocabulary(_engine: str, _lexicon: Lexicon) -> _Known:
    return _Known()


def _tell(word: str) -> Word:
    part = engine(engine_name()).part(word)
    if part not in _CONTENT or not _WORD.match(word):
        return _NOTHING
    filler, kind = word in lexicon().stop_words, _kind(word, part)
    joins = kind != "person" and not word.isascii() and len(word) < _WHOLE
    roles = STANDS * (not filler) + ENDS * (joins and part in _NAMING)
    if joins and not filler:
        roles += LEADS + STARTS * (part not in _NO_START) + STEADY * (part in _STEADY)
    return Word(word, part, kind, roles)


def _kind(word: str, part: str) -> str:
    """Tell names apart; the dictionary takes words such as 康复 for names of people."""
    if part == "ns" or is_place(word):
        return "place"
    if part == "nt":
        return "organisation"
    if part in ("nr", "x") and len(word) == _PERSON_CHARS and word not in idf()[0] and word[0] in lists().surnames:
        given = engine(engine_name()).part(word[1:])
        return "person" if given in ("x", "nr", "ns") else "term"
    return "term"


@lru_cache(maxsize=1)
def _organisation_endings() -> tuple[str, ...]:
    return tuple(e for e in read_lines(paths.LEXICON / "organisation_endings.txt") if len(e) > 1)


def phrase_kind(parts: list[Word]) -> str:
    """Tell what a phrase names.

    Parameters
    ----------
    parts : list of Word
        Its words.

    Returns
    -------
    str
        One of `analysis.tables.KINDS`: an organisation begins with the name of a place or of its own and ends as
        organisations do.
    """
    if all(part.kind == "place" for part in parts):
        return "place"
    proper = parts[0].kind in ("place", "organisation") or parts[0].part in ("nz", "nr")
    return "organisation" if proper and parts[-1].name.endswith(_organisation_endings()) else "term"
