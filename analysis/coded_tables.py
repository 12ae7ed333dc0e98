"""Tables with codes in the place of names, the data contract kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from analysis.codes import Key, piece
from analysis.ledger.stretches import SHORT
from analysis.name_forms import plain
from analysis.places import find_place
from analysis.tables import TABLES, make_table

_JOINT = "·"  # between the terms of a label
_ENDS = " ,，;；:：、(（“"


def coded_tables(tables: dict[str, pd.DataFrame], key: Key) -> dict[str, pd.DataFrame]:
    """Put codes in the place of names.

    Parameters
    ----------
    tables : dict of str to DataFrame
        Every table of `TABLES`; none is changed.
    key : Key
        Which code stands for whom.

    Returns
    -------
    dict of str to DataFrame
        The same rows but for terms: names of one code become one term, and a term that was but a part of names goes.
    """
    said = _said(tables, key)
    terms, pairs, renamed = _terms(tables, key, said)

    def label(text: str) -> str:
        parts = [renamed.get(part, key.coded(part)) for part in text.split(_JOINT)]
        return _JOINT.join(dict.fromkeys(part for part in parts if part)) or "–"

    topics = tables["topics"]
    kept = [list(dict.fromkeys(new for t in each if (new := renamed.get(t, "")))) for each in topics["terms"]]
    changed = {
        "speakers": _speakers(tables["speakers"], key),
        "turns": _with(tables["turns"], text=said.turns),
        "sentences": _with(tables["sentences"], text=said.after),
        "terms": terms,
        "term_sentences": pairs,
        "topics": _with(topics, label=[label(text) for text in topics["label"]], terms=_lists(kept)),
        "chapters": _with(tables["chapters"], title=[label(text) for text in tables["chapters"]["title"]]),
        "challenges": _items(tables["challenges"], said),
        "advice": _items(tables["advice"], said),
        "unowned": _with(tables["unowned"], text=[key.coded(text) for text in tables["unowned"]["text"]]),
    }
    return {name: changed.get(name, tables[name]) for name in TABLES}


def _with(table: pd.DataFrame, **columns: object) -> pd.DataFrame:
    """Replace columns, texts keeping their type."""
    types = {name: table[name].dtype for name in columns}
    made = {name: pd.Series(values, index=table.index, dtype=types[name]) for name, values in columns.items()}
    return table.assign(**made)


def _lists(values: list[list]) -> np.ndarray:
    return np.fromiter(values, dtype=object, count=len(values))


@dataclass(frozen=True)
class _Said:
    """What was said before and after, sentence by sentence, and where names stand in it.

    `texts` and `spans` are of turns, by id; `places` gives each sentence's turn, and its start and end in it.
    """

    key: Key
    texts: dict[int, str]
    spans: dict[int, list[tuple[int, int, str]]]
    places: dict[int, tuple[int, int, int]]

    @cached_property
    def before(self) -> list[str]:
        """Give the sentences as they were said."""
        return [self.texts[turn][start:stop] for turn, start, stop in self.places.values()]

    @cached_property
    def after(self) -> list[str]:
        """Give the sentences with codes."""
        return [piece(self.texts[turn], self.spans[turn], start, stop) for turn, start, stop in self.places.values()]

    @property
    def turns(self) -> list[str]:
        """Give the turns with codes."""
        return [piece(text, self.spans[turn], 0, len(text)) for turn, text in self.texts.items()]

    def stretch(self, text: str, sentences: list[int]) -> str:
        """Give a stretch of some sentences with codes, whole names only, as short as a summary is."""
        turn, first, _ = self.places[sentences[0]]
        whole, spans = self.texts[turn], self.spans[turn]
        start = whole.find(text, first)
        if start < 0:  # a person has written it
            return shortened(text, self.key.spans(text))
        stop = start + len(text)
        start = min([start, *(a for a, b, _ in spans if a < start < b)])
        stop = max([stop, *(b for a, b, _ in spans if a < stop < b)])
        inside = [(a - start, b - start, code) for a, b, code in spans if start <= a and b <= stop]
        return shortened(whole[start:stop], inside)


def _said(tables: dict[str, pd.DataFrame], key: Key) -> _Said:
    """Find the names in every turn, and each sentence in its turn."""
    turns, sentences = tables["turns"], tables["sentences"]
    texts = dict(zip(turns["turn_id"].tolist(), turns["text"].tolist(), strict=True))
    at, places = dict.fromkeys(texts, 0), {}
    for sentence, turn, text in sentences[["sentence_id", "turn_id", "text"]].itertuples(index=False):
        places[sentence] = (turn, at[turn], at[turn] + len(text))
        at[turn] += len(text)
    return _Said(key, texts, {turn: key.spans(text) for turn, text in texts.items()}, places)


def shortened(text: str, spans: list[tuple[int, int, str]]) -> str:
    """Put codes into a text and cut it where it is longer than a summary may be, never within a code.

    Parameters
    ----------
    text : str
        As written.
    spans : list of (int, int, str)
        Its names.

    Returns
    -------
    str
        At most 40 characters.
    """
    ends = sorted({*range(len(text) + 1)} - {place for a, b, _ in spans for place in range(a + 1, b)}, reverse=True)
    for end in ends:
        coded = piece(text, [span for span in spans if span[1] <= end], 0, end)
        if len(coded) <= SHORT:
            return coded if end == len(text) else coded.rstrip(_ENDS)
    return ""


def _items(table: pd.DataFrame, said: _Said) -> pd.DataFrame:
    """Put codes into summaries and cues; a cue that was a part of a name goes."""
    rows = list(zip(table["summary"], table["sentence_ids"], table["cues"], strict=True))
    summaries = [said.stretch(text, list(ids)) for text, ids, _ in rows]
    kept = _kept(said)
    cues = [
        [new for cue in cues if (new := said.key.coded(cue)) and kept(cue, new, list(ids))] for _, ids, cues in rows
    ]
    return _with(table, summary=summaries, cues=_lists(cues))


def _kept(said: _Said) -> Callable[[str, str, list[int]], int]:
    """Give the function that counts how often a word still stands in some sentences; 1 where it never was in sight."""
    number = {sentence: place for place, sentence in enumerate(said.places)}
    before, after = ([plain(text).lower() for text in texts] for texts in (said.before, said.after))

    def count(old: str, new: str, sentences: list[int]) -> int:
        at = [number[sentence] for sentence in sentences]
        if not any(plain(old).lower() in before[place] for place in at):
            return 1
        return sum(after[place].count(plain(new).lower()) for place in at)

    return count


def _terms(tables: dict[str, pd.DataFrame], key: Key, said: _Said) -> tuple[pd.DataFrame, pd.DataFrame, dict[str, str]]:
    """Give the terms, the sentences they stand in, and what became of each; an empty text says that it went."""
    terms, kept = tables["terms"], _kept(said)
    renamed = {term: key.coded(term) for term in terms["term"]}
    found: dict[tuple[str, int], int] = {}
    for term, sentence, count in tables["term_sentences"].itertuples(index=False):
        left = min(count, kept(term, renamed[term], [sentence]))
        if left:
            place = (renamed[term], sentence)
            found[place] = found.get(place, 0) + left
    inside: dict[str, dict[int, int]] = {}
    for (term, sentence), count in found.items():
        inside.setdefault(term, {})[sentence] = count
    merged = terms.assign(term=terms["term"].map(renamed)).groupby("term", sort=False)
    facts = merged.agg({"score": "sum", "worth": "sum", "kind": "first"})
    speaker = dict(tables["sentences"][["sentence_id", "speaker_id"]].itertuples(index=False))
    order = [new for new in dict.fromkeys(renamed.values()) if new in inside]
    rows = [
        (new, sum(inside[new].values()), len(inside[new]), len({speaker[s] for s in inside[new]}), *facts.loc[new])
        for new in order
    ]
    pairs = [(*place, count) for place, count in found.items()]
    went = {term: new if new in inside else "" for term, new in renamed.items()}
    return make_table("terms", rows), make_table("term_sentences", pairs), went


def _speakers(table: pd.DataFrame, key: Key) -> pd.DataFrame:
    """Put codes into names; of a place the province stays."""

    def known(texts: pd.Series) -> list[str | None]:
        return [key.code(text) if isinstance(text, str) else None for text in texts]

    affiliations = [_reduced(text, key) if isinstance(text, str) else None for text in table["affiliation"]]
    columns = {"name": known(table["name"]), "affiliation": affiliations, "organisation": known(table["organisation"])}
    return _with(table, **columns, city=[None] * len(table))


def _reduced(affiliation: str, key: Key) -> str | None:
    """Reduce an affiliation to the codes in it, or else to its province."""
    codes = [code for *_, code in key.spans(affiliation)]
    return "、".join(dict.fromkeys(codes)) or find_place(affiliation).region
