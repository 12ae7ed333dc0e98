"""What edits hold on to, and the topic or chapter that this is in the tables as they are now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.words import normalise

TERMS_LIKE = 0.4  # two topics are one from so much on: 2 × shared ÷ (terms of the one + terms of the other)
WORDS_LIKE = 0.5  # the same of two places, by pairs of neighbouring characters
TEXT_CHARS = 60  # of the words a place begins with
BESIDE_CHARS = 30  # of those before and after it


@dataclass(frozen=True)
class TopicAnchor:
    """A topic: its terms, the leading ones first."""

    terms: tuple[str, ...]

    @classmethod
    def from_fields(cls, fields: dict) -> TopicAnchor:
        """Read what JSON holds.

        Parameters
        ----------
        fields : dict
            As `edits.json` holds it.

        Returns
        -------
        TopicAnchor
            The same anchor.

        Raises
        ------
        ValueError
            When a field is missing, too much or of another type.
        """
        (terms,) = _named(fields, "terms")
        if not isinstance(terms, list):
            raise ValueError(terms)
        return cls(tuple(map(_text, terms)))


@dataclass(frozen=True)
class ChapterAnchor:
    """A chapter: the words its first turn begins with, those beside that turn, and who speaks.

    Texts are letters and digits alone, in one width and case. `nth` counts, from 0, the turns before it that
    look the same.
    """

    text: str
    before: str
    after: str
    speaker: str
    nth: int

    @classmethod
    def from_fields(cls, fields: dict) -> ChapterAnchor:
        """Read what JSON holds.

        Parameters
        ----------
        fields : dict
            As `edits.json` holds it.

        Returns
        -------
        ChapterAnchor
            The same anchor.

        Raises
        ------
        ValueError
            When a field is missing, too much or of another type.
        """
        *texts, nth = _named(fields, "text", "before", "after", "speaker", "nth")
        if type(nth) is not int or nth < 0:
            raise ValueError(nth)
        return cls(*map(_text, texts), nth)


Anchor = TopicAnchor | ChapterAnchor
ANCHORS = {"topic_name": TopicAnchor, "chapter_title": ChapterAnchor}


def _named(fields: dict, *names: str) -> list:
    if set(fields) != set(names):
        raise ValueError(sorted(fields))
    return [fields[name] for name in names]


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise ValueError(given)
    return given


@dataclass(frozen=True)
class Place:
    """The row most like an anchor, None where nothing is; how like, 0-1; and whether it is the one."""

    row: int | None
    likeness: float
    is_sure: bool


class Topics:
    """Finds topics by their terms.

    Parameters
    ----------
    tables : dict of str to DataFrame
        Of a workshop; `topics` is read.
    """

    def __init__(self, tables: dict[str, pd.DataFrame]) -> None:
        topics = tables["topics"]
        self._terms = dict(zip(topics["topic_id"].tolist(), topics["terms"], strict=True))

    def anchor(self, row: int) -> TopicAnchor:
        """Make the anchor of a topic.

        Parameters
        ----------
        row : int
            A `topic_id`.

        Returns
        -------
        TopicAnchor
            Its terms.
        """
        return TopicAnchor(tuple(self._terms[row]))

    def find(self, anchor: TopicAnchor) -> Place:
        """Find the topic whose terms overlap most.

        Parameters
        ----------
        anchor : TopicAnchor
            Made here or in another build.

        Returns
        -------
        Place
            Sure from an overlap of `TERMS_LIKE` on.
        """
        wanted = set(anchor.terms)
        shares = {
            row: 2 * len(wanted & set(terms)) / (len(wanted) + len(terms))
            for row, terms in self._terms.items()
            if terms
        }
        row = max(shares, key=shares.__getitem__, default=None)
        likeness = shares[row] if row is not None else 0.0
        return Place(row if likeness else None, likeness, likeness >= TERMS_LIKE)


class Chapters:
    """Finds chapters by the words of the turn they begin with.

    Parameters
    ----------
    tables : dict of str to DataFrame
        Of a workshop; `chapters`, `turns` and `speakers` are read.
    """

    def __init__(self, tables: dict[str, pd.DataFrame]) -> None:
        turns, speakers, chapters = tables["turns"], tables["speakers"], tables["chapters"]
        names = dict(zip(speakers["speaker_id"].tolist(), map(_letters, speakers["name"]), strict=True))
        begins = [_letters(text[: 2 * TEXT_CHARS])[:TEXT_CHARS] for text in turns["text"]]
        ends = [_letters(text[-2 * BESIDE_CHARS :])[-BESIDE_CHARS:] for text in turns["text"]]
        after = [*(text[:BESIDE_CHARS] for text in begins[1:]), ""]
        spoken = [names[speaker] for speaker in turns["speaker_id"].tolist()]
        self._places = list(zip(begins, ["", *ends][: len(begins)], after[: len(begins)], spoken, strict=True))
        self._first = chapters["first_turn_id"].to_numpy()
        self._ids = chapters["chapter_id"].tolist()

    @cached_property
    def _pairs(self) -> _Pairs:
        return _Pairs(self._places)

    def anchor(self, row: int) -> ChapterAnchor:
        """Make the anchor of a chapter.

        Parameters
        ----------
        row : int
            A `chapter_id`.

        Returns
        -------
        ChapterAnchor
            The words it begins with.
        """
        turn = int(self._first[self._ids.index(row)])
        return ChapterAnchor(*self._places[turn], nth=self._places[:turn].count(self._places[turn]))

    def find(self, anchor: ChapterAnchor) -> Place:
        """Find the chapter that begins with an anchor's words.

        They are looked for among all turns: a chapter that begins elsewhere, however alike, is another one.

        Parameters
        ----------
        anchor : ChapterAnchor
            Made here or in another build.

        Returns
        -------
        Place
            Sure from a likeness of `WORDS_LIKE` on, where a chapter begins with that turn; else the chapter it is in.
        """
        wanted = (anchor.text, anchor.before, anchor.after, anchor.speaker)
        alike, likeness = [turn for turn, place in enumerate(self._places) if place == wanted], 1.0
        if not alike:
            each = self._pairs.likeness(wanted)
            likeness = float(each.max(initial=0.0))
            alike = np.flatnonzero(each == likeness).tolist() if likeness else []
        if not alike:
            return Place(None, 0.0, False)
        turn = alike[min(anchor.nth, len(alike) - 1)]
        chapter = int(np.searchsorted(self._first, turn, side="right")) - 1
        is_sure = likeness >= WORDS_LIKE and self._first[chapter] == turn
        return Place(self._ids[chapter], likeness, bool(is_sure))


FINDERS = {"topic_name": Topics, "chapter_title": Chapters}


def _letters(text: str) -> str:
    """Keep what is said of a text: letters and digits in one width and case."""
    return re.sub(r"[\W_]+", "", normalise(text)).lower()


class _Pairs:
    """Tells how like many places are to one: 2 × pairs shared ÷ (pairs of the one + pairs of the other), 0-1."""

    def __init__(self, places: list[tuple[str, ...]]) -> None:
        each = list(map(_pair_codes, places))
        self._lengths = np.array([len(codes) for codes in each], dtype=np.int64)
        self._codes = np.concatenate([*each, np.empty(0, np.int64)])
        self._place = np.repeat(np.arange(len(places)), self._lengths)

    def likeness(self, place: tuple[str, ...]) -> np.ndarray:
        """Compare one place with each."""
        codes = _pair_codes(place)
        shared = np.bincount(self._place[np.isin(self._codes, codes)], minlength=len(self._lengths))
        return 2 * shared / np.maximum(self._lengths + len(codes), 1)


def _pair_codes(texts: tuple[str, ...]) -> np.ndarray:
    """Code the pairs of neighbouring characters, those of each text apart; a text has a blank at each end."""
    codes = [np.empty(0, np.int64)]
    for part, text in ((part, text) for part, text in enumerate(texts) if text):
        characters = np.frombuffer(f" {text} ".encode("utf-32-le"), dtype=np.uint32).astype(np.int64)
        codes.append((part << 42) + (characters[:-1] << 21) + characters[1:])
    return np.unique(np.concatenate(codes))
