"""What a page shows of a workshop: the filtered sentences, and the figures counted again from them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

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
        Speakers and topics by id; `text` is looked for as it is written, letters in either case.

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
        keep &= sentences["text"].str.contains(filters.text, case=False, regex=False)
    return sentences[keep]


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
        Tables `terms` and `term_sentences` are read.
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
    whole = workshop.tables["terms"][["term", "score", "count"]].rename(columns={"count": "total"})
    table = counted.merge(whole, on="term")
    table["score"] = table["score"] * table["count"] / table["total"]
    columns = ["term", "count", "sentences", "speakers", "score"]
    return table.sort_values(["score", "term"], ascending=[False, True], ignore_index=True)[columns]


def topic_counts(workshop: Workshop, sentences: pd.DataFrame) -> pd.DataFrame:
    """Count topic by speaker in some sentences.

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
        each of them. In the order of `topics`, then of `speakers`.
    """
    found = workshop.tables["sentence_topics"].merge(sentences, on="sentence_id")
    counted = (
        found.groupby(["topic_id", "speaker_id"])
        .agg(sentences=("sentence_id", "nunique"), chars=("chars", "sum"))
        .reset_index()
    )
    names = workshop.tables["speakers"][["speaker_id", "name"]]
    table = counted.merge(workshop.tables["topics"][["topic_id", "label"]], on="topic_id").merge(names, on="speaker_id")
    columns = ["topic_id", "label", "speaker_id", "name", "sentences", "chars"]
    return table.sort_values(["topic_id", "speaker_id"], ignore_index=True)[columns]


def timeline(workshop: Workshop) -> pd.DataFrame:
    """Lay the turns out along the session.

    Parameters
    ----------
    workshop : Workshop
        Tables `turns` and `speakers` are read.

    Returns
    -------
    DataFrame
        `turn_id`, `speaker_id`, `name`, `chars`, `start_chars` (characters said before this turn), in order.
    """
    turns = workshop.tables["turns"][["turn_id", "speaker_id", "chars"]]
    table = turns.merge(workshop.tables["speakers"][["speaker_id", "name"]], on="speaker_id").sort_values("turn_id")
    return table.assign(start_chars=table["chars"].cumsum() - table["chars"]).reset_index(drop=True)


def marks(workshop: Workshop, sentences: pd.DataFrame) -> pd.DataFrame:
    """Place the challenges and advice along the session.

    Parameters
    ----------
    workshop : Workshop
        The ledger's shown rows, and `sentences` for the places, are read.
    sentences : DataFrame
        Rows of `sentences`; a row of the ledger counts when one of its sentences is among them.

    Returns
    -------
    DataFrame
        `kind` (`challenge`/`advice`), `id`, `speaker_id`, `name`, `sentence_id` (the first), `at_chars` (characters
        said before it), `summary`; by place.
    """
    every = workshop.tables["sentences"]
    before = dict(zip(every["sentence_id"], every["chars"].cumsum() - every["chars"], strict=True))
    names = dict(zip(workshop.tables["speakers"]["speaker_id"], workshop.tables["speakers"]["name"], strict=True))
    rows = [
        (kind, row[f"{kind}_id"], row["speaker_id"], names[row["speaker_id"]], first, before[first], row["summary"])
        for kind, table in (("challenge", "challenges"), ("advice", "advice"))
        for row in touching(workshop.tables[table], sentences).to_dict("records")
        if row["shown"]
        for first in row["sentence_ids"][:1]
    ]
    columns = ["kind", "id", "speaker_id", "name", "sentence_id", "at_chars", "summary"]
    return pd.DataFrame(rows, columns=columns).sort_values(["at_chars", "kind"], ignore_index=True)


def touching(items: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows of the ledger that stand in some sentences.

    Parameters
    ----------
    items : DataFrame
        `challenges` or `advice`.
    sentences : DataFrame
        Rows of `sentences`.

    Returns
    -------
    DataFrame
        Rows with at least one of the sentences.
    """
    among = set(sentences["sentence_id"].tolist())
    keep = [not among.isdisjoint(ids) for ids in items["sentence_ids"]]
    return items[pd.Series(keep, index=items.index, dtype=bool)]  # an empty list would choose no columns


@dataclass(frozen=True)
class Pair:
    """A challenge, the advice asserted to answer it, and the candidates offered, all rows as dictionaries."""

    challenge: dict
    answers: list[dict]
    offered: list[dict]


def ledger(workshop: Workshop, sentences: pd.DataFrame, *, doubtful: bool = False) -> list[Pair]:
    """Set every challenge beside the advice that answered it.

    Parameters
    ----------
    workshop : Workshop
        Tables `challenges`, `advice` and `links` are read.
    sentences : DataFrame
        Rows of `sentences`: a challenge is taken when it or an answer to it stands in them.
    doubtful : bool, default False
        Take the challenges that are not sure enough to be shown as well.

    Returns
    -------
    list of Pair
        In the order of the transcript.
    """
    challenges, advice = workshop.tables["challenges"], workshop.tables["advice"]
    among = set(touching(challenges, sentences)["challenge_id"]) | set(touching(advice, sentences)["advice_id"])
    by_id = {row["advice_id"]: row for row in advice.to_dict("records")}
    answers: dict[str, list[dict]] = {}
    offered: dict[str, list[dict]] = {}
    for link in (
        workshop.tables["links"].sort_values(["rank", "confidence"], ascending=[True, False]).to_dict("records")
    ):
        into = answers if link["rank"] == 1 else offered
        into.setdefault(link["challenge_id"], []).append(
            by_id[link["advice_id"]] | {"link_confidence": link["confidence"]}
        )
    pairs = []
    for row in challenges.to_dict("records"):
        found = answers.get(row["challenge_id"], [])
        near = {row["challenge_id"], *(a["advice_id"] for a in found)}
        if (row["shown"] or doubtful) and near & among:
            pairs.append(Pair(row, found, offered.get(row["challenge_id"], [])))
    return pairs


def other_advice(workshop: Workshop, sentences: pd.DataFrame, *, doubtful: bool = False) -> list[dict]:
    """List the advice that is not asserted to answer any challenge in the ledger's view.

    Parameters
    ----------
    workshop : Workshop
        Tables `challenges`, `advice` and `links` are read.
    sentences : DataFrame
        Rows of `sentences`.
    doubtful : bool, default False
        Take the advice that is not sure enough to be shown, and count doubtful challenges as in view.

    Returns
    -------
    list of dict
        Rows of `advice`, in the order of the transcript.
    """
    links, challenges = workshop.tables["links"], workshop.tables["challenges"]
    in_view = set(challenges["challenge_id"][challenges["shown"] | doubtful])
    placed = set(links["advice_id"][(links["rank"] == 1) & links["challenge_id"].isin(in_view)])
    rows = touching(workshop.tables["advice"], sentences).to_dict("records")
    return [row for row in rows if (row["shown"] or doubtful) and row["advice_id"] not in placed]


def telling_quotes(workshop: Workshop, sentences: pd.DataFrame, *, count: int = 3) -> list[dict]:
    """Choose quotes: the surest shown row of the ledger of each speaker, one speaker once, surest first.

    Parameters
    ----------
    workshop : Workshop
        Tables `challenges` and `advice` are read.
    sentences : DataFrame
        Rows of `sentences`.
    count : int, default 3
        How many at most.

    Returns
    -------
    list of dict
        `kind` and the row's columns.
    """
    rows = [
        row | {"kind": kind}
        for kind, table in (("challenge", "challenges"), ("advice", "advice"))
        for row in touching(workshop.tables[table], sentences).to_dict("records")
        if row["shown"]
    ]
    chosen: list[dict] = []
    for row in sorted(rows, key=lambda r: (-r["confidence"], r["sentence_ids"][0])):
        if len(chosen) < count and row["speaker_id"] not in {c["speaker_id"] for c in chosen}:
            chosen.append(row)
    return chosen


def topics_along(workshop: Workshop, sentences: pd.DataFrame, *, parts: int) -> pd.DataFrame:
    """Count the topics along the session.

    Parameters
    ----------
    workshop : Workshop
        Tables `sentences`, `topics` and `sentence_topics` are read.
    sentences : DataFrame
        Rows of `sentences`.
    parts : int
        The session is cut into so many parts of equal length in characters.

    Returns
    -------
    DataFrame
        `topic_id`, `label`, `part` (from 0), `sentences`, `sentence_ids`; by topic, then part.
    """
    every = workshop.tables["sentences"]
    before = every["chars"].cumsum() - every["chars"]
    part = (before * parts // max(1, int(every["chars"].sum()))).clip(upper=parts - 1)
    placed = sentences[["sentence_id"]].assign(part=part.loc[sentences.index])
    found = workshop.tables["sentence_topics"].merge(placed, on="sentence_id")
    counted = found.groupby(["topic_id", "part"]).agg(
        sentences=("sentence_id", "nunique"), sentence_ids=("sentence_id", list)
    )
    table = counted.reset_index().merge(workshop.tables["topics"][["topic_id", "label"]], on="topic_id")
    columns = ["topic_id", "label", "part", "sentences", "sentence_ids"]
    return table.sort_values(["topic_id", "part"], ignore_index=True)[columns]
