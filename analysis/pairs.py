"""The ledger as a page shows it: challenges beside their answers, their places along the session, its quotes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from analysis.speakers import exchanges
from analysis.workshop import Workshop

LIKELY = 0.2  # of links; of challenges answered by those 87 % were, by all that are asserted 77 % (unseen meetings)


def answering(workshop: Workshop, *, doubtful: bool = False) -> pd.DataFrame:
    """Give the links that count as answers.

    Parameters
    ----------
    workshop : Workshop
        Tables `challenges`, `advice` and `links` are read.
    doubtful : bool, default False
        Count every asserted link; without it, those from `LIKELY` on with both ends sure enough to be shown.

    Returns
    -------
    DataFrame
        Rows of `links`.
    """
    links, rows = workshop.tables["links"], [workshop.tables[name] for name in ("challenges", "advice")]
    asserted = links[links["rank"] == 1]
    if doubtful:
        return asserted
    challenges, advice = (table[table["shown"]] for table in rows)
    both = asserted["challenge_id"].isin(challenges["challenge_id"]) & asserted["advice_id"].isin(advice["advice_id"])
    return asserted[both & (asserted["confidence"] >= LIKELY)]


def shown_only(workshop: Workshop) -> Workshop:
    """Let sentences and exchanges speak of the shown rows of the ledger only, as every count on a page does.

    Parameters
    ----------
    workshop : Workshop
        As it was read.

    Returns
    -------
    Workshop
        The same, but `is_challenge` and `is_advice` mark the sentences of shown rows, and the exchanges of kind
        `advice` count the links of `answering`.
    """
    tables = workshop.tables
    challenges, advice = (tables[name][tables[name]["shown"]] for name in ("challenges", "advice"))
    links = answering(workshop)
    ids = tables["sentences"]["sentence_id"]
    flags = {
        f"is_{kind}": ids.isin({s for said in rows["sentence_ids"] for s in said})
        for kind, rows in (("challenge", challenges), ("advice", advice))
    }
    changed = {
        "sentences": tables["sentences"].assign(**flags),
        "exchanges": exchanges(tables["turns"], challenges, advice, links),
    }
    return replace(workshop, tables=tables | changed)


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

    @property
    def status(self) -> str:
        """The status by the answers in view, one of `STATUSES`."""
        return "answered" if self.answers else "open"


def ledger(workshop: Workshop, sentences: pd.DataFrame, *, doubtful: bool = False) -> list[Pair]:
    """Set every challenge beside the advice that answered it.

    Parameters
    ----------
    workshop : Workshop
        Tables `challenges`, `advice` and `links` are read.
    sentences : DataFrame
        Rows of `sentences`: a challenge is taken when it or an answer to it stands in them.
    doubtful : bool, default False
        Take the challenges that are not sure enough to be shown as well, and count every asserted link as an answer;
        without it, only those of `answering`, and the rest is among the candidates.

    Returns
    -------
    list of Pair
        In the order of the transcript; each answer and candidate with its `link_confidence`.
    """
    challenges, advice = workshop.tables["challenges"], workshop.tables["advice"]
    among = set(touching(challenges, sentences)["challenge_id"]) | set(touching(advice, sentences)["advice_id"])
    by_id = {row["advice_id"]: row for row in advice.to_dict("records")}
    counted = set(answering(workshop, doubtful=doubtful).index)
    answers: dict[str, list[dict]] = {}
    offered: dict[str, list[dict]] = {}
    links = workshop.tables["links"].sort_values(["rank", "confidence"], ascending=[True, False])
    for at, link in zip(links.index, links.to_dict("records"), strict=True):
        into = answers if at in counted else offered
        given = by_id[link["advice_id"]] | {"link_confidence": link["confidence"]}
        into.setdefault(link["challenge_id"], []).append(given)
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
    placed = set(answering(workshop, doubtful=doubtful)["advice_id"])
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
