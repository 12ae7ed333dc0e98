"""What every file holds, gathered once from the tables and from the analyses that the pages draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from analysis import pairs, views
from analysis.export.plain import clipped, excerpt, isolated, plain_workshop
from analysis.key_figures import KeyFigures, key_figures, speakers_of_half
from analysis.model_card import read_card
from analysis.text import translator
from analysis.text.method import FACTS, HOW, LIMITS
from analysis.workshop import Workshop

SHORT = 30  # characters of a summary in the short version
EXCERPT = 96  # characters of a quote where there is no room for the whole
FIGURES = ("speakers", "turns", "chars", "questions", "challenges", "advice")
_OF_LEDGER = ("challenges", "advice")


@dataclass(frozen=True)
class Said:
    """A row of the ledger: who, in which words, and where they stand.

    `quote` is the sentences as they were said, `excerpt` the part of them around the summary, `place` names the turn
    and the line, `sentence_id` is the first sentence; `link_confidence` is of an answer alone.
    """

    kind: str
    id: str
    speaker_id: int
    name: str
    summary: str
    short: str
    quote: str
    excerpt: str
    place: str
    sentence_id: int
    category: str
    category_name: str
    confidence: float
    link_confidence: float | None
    review: str


@dataclass(frozen=True)
class Entry:
    """A challenge with the advice asserted to answer it, the surest answer first."""

    challenge: Said
    answers: tuple[Said, ...]

    @property
    def status(self) -> str:
        """The status by the answers in view, one of `STATUSES`."""
        return "answered" if self.answers else "open"


@dataclass(frozen=True)
class Report:
    """The content of all files, in one language.

    `speakers` is `views.speaking`, `topics` and `terms` are tables of the workshop; names in them may hold any sign
    but those that XML forbids. `others` is the advice that answers no challenge listed.
    """

    t: Callable[..., str]
    language: str
    workshop: Workshop
    title: str
    facts: str
    counted: KeyFigures
    speakers: pd.DataFrame
    topics: pd.DataFrame
    terms: pd.DataFrame
    entries: tuple[Entry, ...]
    others: tuple[Said, ...]

    @property
    def waiting(self) -> tuple[Entry, ...]:
        """The challenges without an answer."""
        return tuple(entry for entry in self.entries if not entry.answers)

    @property
    def has_ledger(self) -> bool:
        """The flag that tells whether a ledger was looked for: the models were made for Chinese alone."""
        return self.workshop.about.get("chinese", True)


def gather(workshop: Workshop, language: str) -> Report:
    """Gather what the files hold.

    Parameters
    ----------
    workshop : Workshop
        As it was read; with codes in the place of names where nobody is to be named.
    language : str
        `zh` or `en`.

    Returns
    -------
    Report
        The whole session; of the ledger the rows shown by default.
    """
    workshop = plain_workshop(pairs.shown_only(workshop))
    t, tables, about = translator(language), workshop.tables, workshop.about
    sentences = tables["sentences"]
    found = pairs.ledger(workshop, sentences)
    said = _sayer(workshop, t)
    place = (str(about[fact]) for fact in ("date", "place") if about.get(fact))
    source = t("export.of_source", source=about.get("source", ""))
    return Report(
        t=t,
        language=language,
        workshop=workshop,
        title=isolated(" ".join(about["title"].split())),
        facts=" · ".join(map(isolated, [*place, source])),
        counted=key_figures(workshop, sentences, found),
        speakers=views.speaking(sentences, tables["speakers"]),
        topics=tables["topics"],
        terms=views.term_counts(workshop, sentences),
        entries=tuple(_entry(pair, said) for pair in found),
        others=tuple(said("advice", row) for row in pairs.other_advice(workshop, sentences)),
    )


def _entry(pair: pairs.Pair, said: Callable[[str, dict], Said]) -> Entry:
    answers = sorted(pair.answers, key=lambda row: -row["link_confidence"])
    return Entry(said("challenge", pair.challenge), tuple(said("advice", row) for row in answers))


def _sayer(workshop: Workshop, t: Callable[..., str]) -> Callable[[str, dict], Said]:
    """Make the function that turns a row of the ledger into what a file prints."""
    sentences = workshop.tables["sentences"]
    rows = sentences[["sentence_id", "text", "turn_id", "line"]].itertuples(index=False)
    by_id = {row.sentence_id: row for row in rows}
    names = dict(zip(workshop.tables["speakers"]["speaker_id"], workshop.tables["speakers"]["name"], strict=True))

    def said(kind: str, row: dict) -> Said:
        first = by_id[row["sentence_ids"][0]]
        quote = _joined([by_id[number] for number in row["sentence_ids"]])
        summary = " ".join(row["summary"].split())
        return Said(
            kind=kind,
            id=row[f"{kind}_id"],
            speaker_id=int(row["speaker_id"]),
            name=isolated(names[row["speaker_id"]]),
            summary=isolated(summary),
            short=isolated(clipped(summary, SHORT)),
            quote=isolated(quote),
            excerpt=isolated(excerpt(quote, summary, EXCERPT)),
            place=t("transcript.turn", turn=int(first.turn_id) + 1, line=int(first.line)),
            sentence_id=int(first.sentence_id),
            category=row["category"],
            category_name=t(f"category.{row['category']}"),
            confidence=float(row["confidence"]),
            link_confidence=row.get("link_confidence"),
            review=t("export.unreviewed"),  # nothing can be reviewed yet
        )

    return said


def _joined(sentences: list) -> str:
    """Set sentences side by side, with an ellipsis where some between them are left out."""
    text, before = "", None
    for row in sentences:
        gap = "" if before is None or row.sentence_id == before + 1 else " … "
        text, before = text + gap + row.text, row.sentence_id
    return text.strip()


def figures(report: Report) -> list[tuple[str, int, str]]:
    """List the key figures.

    Parameters
    ----------
    report : Report
        As `gather` gives it.

    Returns
    -------
    list of tuple
        What, how much, and what was counted; of the ledger only where there is one.
    """
    t, counted = report.t, report.counted
    values = {name: getattr(counted, name) for name in FIGURES if report.has_ledger or name not in _OF_LEDGER}
    notes = {"speakers": {"moderators": counted.moderators}, "challenges": {"open": counted.open}}
    return [
        (t(f"figure.{name}"), value, t(f"figure.{name}_counted", **notes.get(name, {})))
        for name, value in values.items()
    ]


def speaking_title(report: Report) -> str:
    """State how few people said half of the words.

    Parameters
    ----------
    report : Report
        As `gather` gives it.

    Returns
    -------
    str
        One line.
    """
    half = speakers_of_half(report.speakers)
    if not half:
        return report.t("overview.one_speaker")
    return report.t("overview.half_title", count=half, total=len(report.speakers))


def topics_title(report: Report) -> str:
    """State which topic most sentences are on.

    Parameters
    ----------
    report : Report
        As `gather` gives it.

    Returns
    -------
    str
        One line.
    """
    if report.topics.empty:
        return report.t("export.no_topics")
    first = report.topics.sort_values("sentences", ascending=False, kind="stable").iloc[0]
    values = {"topic": isolated(first["label"]), "sentences": int(first["sentences"])}
    return report.t("export.topics_title", count=len(report.topics), **values)


def ledger_title(report: Report) -> str:
    """State how many challenges were raised and answered.

    Parameters
    ----------
    report : Report
        As `gather` gives it.

    Returns
    -------
    str
        One line.
    """
    if not report.has_ledger:
        return report.t("empty.not_chinese")
    counted = report.counted
    answered = counted.challenges - counted.open
    return report.t("ledger.title", count=counted.challenges, answered=answered, open=counted.open)


def method(report: Report) -> dict[str, list[tuple[str, str]]]:
    """Explain how the figures are counted and what they cannot tell.

    Parameters
    ----------
    report : Report
        As `gather` gives it.

    Returns
    -------
    dict of str to list of tuple
        Under each heading pairs of what is explained and the explanation.

    Raises
    ------
    AnalysisError
        `card_damaged` when the measured accuracy cannot be read.
    """
    t, about, card = report.t, report.workshop.about, read_card()
    measured = [
        (t(f"about.{name}"), f"{value:.2f} · {t(f'about.{name}_what')}") for name, value in card.figures.items()
    ]
    note = t("about.accuracy_note", meetings=card.meetings, sentences=card.sentences)
    return {
        t("about.how_title"): _explained(t, "how", HOW),
        t("export.accuracy"): [("", note), *measured],
        t("about.limits_title"): _explained(t, "limit", LIMITS),
        t("export.source"): [(t(f"about.fact_{fact}"), str(about[fact])) for fact in FACTS if about.get(fact)],
    }


def _explained(t: Callable[..., str], group: str, names: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(t(f"about.{group}_{name}"), t(f"about.{group}_{name}_text", likely=pairs.LIKELY)) for name in names]
