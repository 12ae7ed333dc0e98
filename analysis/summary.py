"""The workshop in five sentences, each of them counted from the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pandas as pd

from analysis.pairs import Pair, touching
from analysis.views import speaking, term_counts, topic_counts
from analysis.workshop import Workshop

NAMED = 3  # topics, terms or categories that a sentence names


def summarise(
    workshop: Workshop, sentences: pd.DataFrame, pairs: list[Pair], t: Callable[..., str], *, only: str = ""
) -> list[str]:
    """Say in five sentences what was said, in numbers and quoted words, and nothing that no table holds.

    Parameters
    ----------
    workshop : Workshop
        All tables are read.
    sentences : DataFrame
        Rows of `sentences`: what is in view.
    pairs : list of Pair
        The ledger in view, as `analysis.pairs.ledger` gives it.
    t : Callable
        The translator of the language to write in.
    only : str, default ""
        What the view is narrowed to, in words; empty for the whole session.

    Returns
    -------
    list of str
        How much was said, by whom, about what, which challenges, what advice; one sentence that says so where
        nothing is in view.
    """
    if sentences.empty or not sentences["chars"].sum():
        return [_begin(workshop, t, only) + t("summary.nothing")]
    talk = speaking(sentences, workshop.tables["speakers"])
    return [
        _begin(workshop, t, only) + _extent(sentences, talk, t),
        _spread(talk, t),
        _subjects(workshop, sentences, t),
        *_ledger(workshop, sentences, pairs, t),
    ]


def _begin(workshop: Workshop, t: Callable[..., str], only: str) -> str:
    about = workshop.about
    known = [about["title"], about.get("date"), about.get("place")]
    title = " · ".join(str(part) for part in known if part)
    return t("summary.only", title=title, only=only) if only else t("summary.title", title=title)


def _extent(sentences: pd.DataFrame, talk: pd.DataFrame, t: Callable[..., str]) -> str:
    leaders = int((talk["role"] == "moderator").sum())
    counts = {"turns": sentences["turn_id"].nunique(), "chars": int(sentences["chars"].sum())}
    return t("summary.extent", speakers=len(talk), moderators=leaders, **counts)


def _spread(talk: pd.DataFrame, t: Callable[..., str]) -> str:
    """Say who said most, and how few said half."""
    most = talk[talk["chars"] == talk["chars"].max()]
    name = most["name"].iloc[0]
    if len(talk) == 1:
        return t("summary.alone", name=name)
    half = int((talk["char_share"].cumsum().round(9) < 0.5).sum()) + 1
    said = {"share": most["char_share"].iloc[0], "half": half, "total": len(talk)}
    if len(most) == 1:
        return t("summary.spread", name=name, **said)
    return t("summary.spread_tied", count=len(most), **said)


def _subjects(workshop: Workshop, sentences: pd.DataFrame, t: Callable[..., str]) -> str:
    """Say which topics most sentences speak of; without topics, which terms are said most often."""
    topics = topic_counts(workshop, sentences).groupby("label", sort=False)["sentences"].sum()
    if len(topics):
        named = topics.sort_values(ascending=False, kind="stable").head(NAMED)
        parts = [t("summary.topic", name=name, count=int(n)) for name, n in named.items()]
        return t("summary.topics", total=len(topics), topics=t("summary.joint").join(parts))
    terms = term_counts(workshop, sentences)
    if terms.empty:
        return t("summary.no_terms")
    named = terms.sort_values(["count", "score"], ascending=False).head(NAMED).set_index("term")["count"]
    parts = [t("summary.term", name=name, count=int(n)) for name, n in named.items()]
    return t("summary.terms", terms=t("summary.joint").join(parts))


def _ledger(workshop: Workshop, sentences: pd.DataFrame, pairs: list[Pair], t: Callable[..., str]) -> list[str]:
    """Count challenges and advice in view, and quote the first challenge without an answer."""
    if not workshop.about.get("chinese", True):
        return [t("summary.not_chinese")]
    given = touching(workshop.tables["advice"], sentences)
    given = given[given["shown"]]
    said = {"count": len(given), "speakers": given["speaker_id"].nunique()}
    if not pairs:
        return [t("summary.no_challenges"), t("summary.advice_alone", **said)]
    advice = t("summary.advice", **said)
    kinds = Counter(pair.challenge["category"] for pair in pairs)
    parts = [t("summary.kind", name=t(f"category.{kind}"), count=n) for kind, n in kinds.most_common(NAMED)]
    named = t("summary.joint").join(parts)
    more = t("summary.more_kinds") if len(kinds) > NAMED else ""
    waiting = [pair.challenge for pair in pairs if not pair.answers]
    counts = {"count": len(pairs), "open": len(waiting), "answered": len(pairs) - len(waiting)}
    raised = t("summary.challenges", kinds=named, more=more, **counts)
    if not waiting:
        return [raised, advice + t("summary.none_open")]
    names = dict(zip(workshop.tables["speakers"]["speaker_id"], workshop.tables["speakers"]["name"], strict=True))
    first = waiting[0]
    quoted = {"name": names[first["speaker_id"]], "quote": first["summary"], "turn": first["turn_id"] + 1}
    return [raised, advice + t("summary.first_open", **quoted)]
