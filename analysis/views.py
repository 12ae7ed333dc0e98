"""What a page shows of a workshop: the filtered sentences, and the figures counted again from them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis.words import normalise
from analysis.workshop import Workshop


@dataclass(frozen=True)
class Filters:
    """What a reader has narrowed the view to; an empty field narrows nothing."""

    speakers: tuple[int, ...] = ()
    role: str = ""
    topics: tuple[int, ...] = ()
    text: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything is narrowed."""
        return bool(self.speakers or self.role or self.topics or self.text)


def select_sentences(workshop: Workshop, filters: Filters) -> pd.DataFrame:
    """Keep the sentences that pass every filter.

    Parameters
    ----------
    workshop : Workshop
        Tables `sentences`, `speakers` and `sentence_topics` are read.
    filters : Filters
        Speakers and topics by id; `text` is looked for letters in either case and of either width.

    Returns
    -------
    DataFrame
        Rows of `sentences`, in order.
    """
    sentences = workshop.tables["sentences"]
    keep = pd.Series(True, index=sentences.index)
    if filters.speakers:
        keep &= sentences["speaker_id"].isin(filters.speakers)
    if filters.role:
        speakers = workshop.tables["speakers"]
        keep &= sentences["speaker_id"].isin(speakers["speaker_id"][speakers["role"] == filters.role])
    if filters.topics:
        found = workshop.tables["sentence_topics"]
        keep &= sentences["sentence_id"].isin(found["sentence_id"][found["topic_id"].isin(filters.topics)])
    if filters.text:
        keep &= hits(sentences["text"], filters.text) > 0
    return sentences[keep]


def hits(texts: pd.Series, text: str) -> pd.Series:
    """Count how often a text stands in others, letters in either case and of either width.

    Parameters
    ----------
    texts : Series of str
        Where to look.
    text : str
        What to look for; an empty one stands nowhere.

    Returns
    -------
    Series of int
        In the order and with the index of `texts`.
    """
    wanted = normalise(text).lower()
    found = [normalise(each).lower().count(wanted) if wanted else 0 for each in texts]
    return pd.Series(found, index=texts.index, dtype=int)


def speaking(sentences: pd.DataFrame, speakers: pd.DataFrame) -> pd.DataFrame:
    """Count what each speaker says in some sentences.

    Parameters
    ----------
    sentences, speakers : DataFrame
        As in `analysis.tables`; `sentences` may be filtered.

    Returns
    -------
    DataFrame
        `speaker_id`, `name`, `role`, `organisation`, `region`, `city`, `turns` (with at least one of the
        sentences), `chars`, `questions`, `challenges`, `advice` (sentences), `char_share` (0-1 of `chars`), most
        characters first; only who says anything.
    """
    counted = (
        sentences.groupby("speaker_id")
        .agg(
            turns=("turn_id", "nunique"),
            chars=("chars", "sum"),
            questions=("is_question", "sum"),
            challenges=("is_challenge", "sum"),
            advice=("is_advice", "sum"),
        )
        .reset_index()
    )
    facts = speakers[["speaker_id", "name", "role", "organisation", "region", "city"]]
    table = facts.merge(counted, on="speaker_id")
    table["char_share"] = table["chars"] / max(1, int(table["chars"].sum()))
    return table.sort_values(["chars", "speaker_id"], ascending=[False, True], ignore_index=True)


def term_counts(workshop: Workshop, sentences: pd.DataFrame) -> pd.DataFrame:
    """Count the terms in some sentences.

    Parameters
    ----------
    workshop : Workshop
        Tables `terms` and `term_sentences` are read; names of people, organisations and places are left out.
    sentences : DataFrame
        Rows of `sentences`.

    Returns
    -------
    DataFrame
        `term`, `count`, `sentences`, `speakers`, `score`: the transcript's importance scaled by the share of the
        term's occurrences that are in these sentences; most important first, terms that do not occur left out.
    """
    found = workshop.tables["term_sentences"].merge(sentences[["sentence_id", "speaker_id"]], on="sentence_id")
    counted = (
        found.groupby("term")
        .agg(count=("count", "sum"), sentences=("sentence_id", "nunique"), speakers=("speaker_id", "nunique"))
        .reset_index()
    )
    terms = workshop.tables["terms"]
    whole = terms.loc[terms["kind"] == "term", ["term", "score", "count"]].rename(columns={"count": "total"})
    table = counted.merge(whole, on="term")
    table["score"] = table["score"] * table["count"] / table["total"]
    columns = ["term", "count", "sentences", "speakers", "score"]
    return table.sort_values(["score", "term"], ascending=[False, True], ignore_index=True)[columns]


def topic_counts(workshop: Workshop, sentences: pd.DataFrame) -> pd.DataFrame:
    """Count topic by speaker in some sentences, beside what an even spread would give.

    Parameters
    ----------
    workshop : Workshop
        Tables `topics`, `sentence_topics` and `speakers` are read.
    sentences : DataFrame
        Rows of `sentences`.

    Returns
    -------
    DataFrame
        `topic_id`, `label`, `speaker_id`, `name`, `sentences`, `chars`: a sentence with several topics counts for
        each of them; `expected`: sentences if everybody spread theirs over the topics alike, the topic's × the
        speaker's ÷ all; `ratio`, `sentences` ÷ `expected`. In the order of `topics`, then of `speakers`.
    """
    found = workshop.tables["sentence_topics"].merge(sentences, on="sentence_id")
    counted = (
        found.groupby(["topic_id", "speaker_id"])
        .agg(sentences=("sentence_id", "nunique"), chars=("chars", "sum"))
        .reset_index()
    )
    by_topic, by_speaker = (counted.groupby(key)["sentences"].transform("sum") for key in ("topic_id", "speaker_id"))
    counted["expected"] = by_topic * by_speaker / max(1, int(counted["sentences"].sum()))
    counted["ratio"] = counted["sentences"] / counted["expected"]
    names = workshop.tables["speakers"][["speaker_id", "name"]]
    table = counted.merge(workshop.tables["topics"][["topic_id", "label"]], on="topic_id").merge(names, on="speaker_id")
    columns = ["topic_id", "label", "speaker_id", "name", "sentences", "chars", "expected", "ratio"]
    return table.sort_values(["topic_id", "speaker_id"], ignore_index=True)[columns]


def timeline(workshop: Workshop, sentences: pd.DataFrame) -> pd.DataFrame:
    """Lay some sentences out along the session, neighbours of one turn joined.

    Parameters
    ----------
    workshop : Workshop
        Tables `sentences` and `speakers` are read.
    sentences : DataFrame
        Rows of `sentences`, in order; all of them give one row a turn.

    Returns
    -------
    DataFrame
        `turn_id`, `speaker_id`, `name`, `chars` (of these sentences), `start_chars` (characters said before them in
        the whole session), in order.
    """
    every = workshop.tables["sentences"]
    before = every["chars"].cumsum() - every["chars"]
    after_a_gap = (sentences["sentence_id"].diff() != 1) | (sentences["turn_id"].diff() != 0)
    placed = sentences.assign(run=after_a_gap.cumsum(), start_chars=before.loc[sentences.index])
    runs = placed.groupby("run").agg(
        turn_id=("turn_id", "first"),
        speaker_id=("speaker_id", "first"),
        chars=("chars", "sum"),
        start_chars=("start_chars", "first"),
    )
    names = workshop.tables["speakers"][["speaker_id", "name"]]
    table = runs.merge(names, on="speaker_id").sort_values(["turn_id", "start_chars"], ignore_index=True)
    return table[["turn_id", "speaker_id", "name", "chars", "start_chars"]]


def topics_along(workshop: Workshop, sentences: pd.DataFrame) -> pd.DataFrame:
    """Lay the topics out along the session, turn by turn.

    Parameters
    ----------
    workshop : Workshop
        Tables `turns`, `speakers`, `topics` and `sentence_topics` are read.
    sentences : DataFrame
        Rows of `sentences`.

    Returns
    -------
    DataFrame
        `topic_id`, `label`, `turn_id`, `name`, `sentences` (of the turn with the topic), `turn_sentences` (of the
        turn among `sentences`), `start_chars` (characters said before the turn in the whole session), `chars` (of the
        turn); by topic, then turn.
    """
    turns = workshop.tables["turns"][["turn_id", "speaker_id", "chars"]]
    turns = turns.assign(start_chars=turns["chars"].cumsum() - turns["chars"])
    passing = sentences.groupby("turn_id").size().rename("turn_sentences")
    found = workshop.tables["sentence_topics"].merge(sentences[["sentence_id", "turn_id"]], on="sentence_id")
    counted = found.groupby(["topic_id", "turn_id"]).agg(sentences=("sentence_id", "nunique")).reset_index()
    table = counted.merge(turns, on="turn_id").merge(passing, on="turn_id")
    table = table.merge(workshop.tables["topics"][["topic_id", "label"]], on="topic_id")
    table = table.merge(workshop.tables["speakers"][["speaker_id", "name"]], on="speaker_id")
    columns = ["topic_id", "label", "turn_id", "name", "sentences", "turn_sentences", "start_chars", "chars"]
    return table.sort_values(["topic_id", "turn_id"], ignore_index=True)[columns]
