"""The slides: what is said at the follow-up meeting, with the quotes' places in the notes."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Inches, Pt

from analysis.export import pptx_parts as parts
from analysis.export.archive import steady
from analysis.export.content import (
    Entry,
    Report,
    Said,
    figures,
    ledger_title,
    method,
    speaking_title,
    topics_title,
)
from analysis.export.look import ACCENT, OPEN, SOFT
from analysis.export.pictures import CLOUD, cloud_png
from analysis.export.plain import clipped
from analysis.export.pptx_parts import HIGH, MARGIN, WIDE, Line
from analysis.tables import CATEGORIES

MOST = 40  # rows of the ledger: more than any meeting looks at
_A_SLIDE, _OPEN_A_SLIDE, _BARS = 2, 6, 12
_BODY = (MARGIN, 1.6, WIDE - 2 * MARGIN, HIGH - 2.3)


def pptx(report: Report) -> bytes:
    """Write the slides.

    Parameters
    ----------
    report : Report
        As `gather` gives it.

    Returns
    -------
    bytes
        A pptx file.

    Raises
    ------
    AnalysisError
        `font_missing` or `card_damaged`.
    """
    deck = parts.new_deck(report, report.t("export.subject"))
    _cover(deck, report)
    _figures(deck, report)
    _speakers(deck, report)
    _topics(deck, report)
    _cloud(deck, report)
    if report.entries:
        _categories(deck, report)
        _ledger(deck, report)
    _waiting(deck, report)
    _method(deck, report)
    out = BytesIO()
    deck.save(out)
    return steady(out.getvalue())


def _cover(deck: Deck, report: Report) -> None:
    t = report.t
    slide = parts.new_slide(deck, clipped(report.title, 60))
    parts.place(slide.shapes.title, MARGIN, 2.2, WIDE - 2 * MARGIN, 1.9)
    for run in slide.shapes.title.text_frame.paragraphs[0].runs:
        run.font.size = Pt(44)
    lines = [Line(clipped(report.facts, 120), 20, SOFT), Line(t("app.name"), 20, SOFT)]
    parts.say(slide, (MARGIN, 4.3, WIDE - 2 * MARGIN, 1.4), lines)


def _figures(deck: Deck, report: Report) -> None:
    slide = parts.new_slide(deck, report.t("export.figures"), footer=_footer(report))
    wide = (WIDE - 2 * MARGIN) / 3
    for number, (label, value, counted) in enumerate(figures(report)):
        box = (MARGIN + number % 3 * wide, 1.7 + number // 3 * 2.5, wide - 0.2, 2.3)
        parts.say(slide, box, [Line(f"{value:,}", 48, ACCENT, bold=True), Line(label, 22), Line(counted, 16, SOFT)])


def _footer(report: Report) -> str:
    return clipped(report.title, 40)


def _speakers(deck: Deck, report: Report) -> None:
    slide = parts.new_slide(deck, speaking_title(report), footer=_footer(report))
    shown = report.speakers.head(_BARS)
    if not shown.empty:
        values = {report.t("col.char_share"): shown["char_share"].tolist()}
        parts.bar_chart(slide, _BODY, shown["name"].tolist(), values, form="0%")
    parts.note(
        slide,
        [
            f"{row.name} · {report.t('export.bar_value', chars=row.chars, share=row.char_share)}"
            for row in report.speakers[["name", "chars", "char_share"]].itertuples(index=False, name="Row")
        ],
    )


def _topics(deck: Deck, report: Report) -> None:
    slide = parts.new_slide(deck, topics_title(report), footer=_footer(report))
    topics = report.topics.head(_BARS)
    if topics.empty:
        return
    values = {report.t("export.topic_sentences"): topics["sentences"].tolist()}
    parts.bar_chart(slide, _BODY, topics["label"].tolist(), values, form="0")
    rows = zip(topics["label"], topics["terms"], topics["sentences"], strict=True)
    parts.note(slide, [f"{label} · {count} · {' '.join(terms)}" for label, terms, count in rows])


def _cloud(deck: Deck, report: Report) -> None:
    picture = cloud_png(report)
    if picture is None:
        return
    slide = parts.new_slide(deck, report.t("export.terms"), footer=_footer(report))
    wide = WIDE - 2 * MARGIN
    high = wide * CLOUD[1] / CLOUD[0]
    shape = slide.shapes.add_picture(BytesIO(picture), Inches(MARGIN), Inches(1.5), Inches(wide), Inches(high))
    shape._element.nvPicPr.cNvPr.set("descr", report.t("export.cloud"))


def _categories(deck: Deck, report: Report) -> None:
    t = report.t
    slide = parts.new_slide(deck, ledger_title(report), footer=t("export.categories"))
    counted = Counter((entry.challenge.category, entry.status) for entry in report.entries)
    total = Counter(entry.challenge.category for entry in report.entries)
    order = sorted(total, key=lambda category: (-total[category], CATEGORIES.index(category)))
    values = {t(f"status.{s}"): [counted[c, s] or None for c in order] for s in ("answered", "open")}
    names = [t(f"category.{category}") for category in order]
    parts.bar_chart(slide, _BODY, names, values, form="0", tints=(ACCENT, OPEN))


def _surest(entries: tuple[Entry, ...]) -> list[Entry]:
    """Take the surest rows, in the order of the transcript."""
    kept = {id(entry) for entry in sorted(entries, key=lambda entry: -entry.challenge.confidence)[:MOST]}
    return [entry for entry in entries if id(entry) in kept]


def _ledger(deck: Deck, report: Report) -> None:
    t, entries = report.t, _surest(report.entries)
    for first in range(0, len(entries), _A_SLIDE):
        slide = parts.new_slide(deck, t("export.ledger"), footer=t("export.footer"))
        shown = entries[first : first + _A_SLIDE]
        for row, entry in enumerate(shown):
            _entry(slide, report, entry, 1.5 + row * 2.7)
        parts.note(slide, [line for entry in shown for line in _words(report, entry)])
    left = len(report.entries) - len(entries)
    if left:
        parts.say(
            slide, (MARGIN, HIGH - 0.95, WIDE - 2 * MARGIN, 0.4), [Line(t("export.more_elsewhere", count=left), 14)]
        )


def _entry(slide: Slide, report: Report, entry: Entry, top: float) -> None:
    t, wide = report.t, (WIDE - 2 * MARGIN - 0.3) / 2
    parts.say(slide, (MARGIN, top, wide, 2.6), _card(report, entry.challenge))
    right = (MARGIN + wide + 0.3, top, wide, 2.6)
    if not entry.answers:
        parts.say(slide, right, [Line(t("ledger.no_answer"), 18, OPEN, bold=True)])
        return
    more = len(entry.answers) - 1
    lines = _card(report, entry.answers[0])
    parts.say(slide, right, [*lines, Line(t("export.more", count=more), 14, SOFT)] if more else lines)


def _card(report: Report, said: Said) -> list[Line]:
    """Set one end of a pair: who and what about, the summary, and the quote as far as it has room."""
    t = report.t
    who = f"{t(f'kind.{said.kind}')} · {clipped(said.name, 16)} · {said.category_name} · {said.review}"
    lines = [Line(who, 14, ACCENT, bold=True), Line(said.summary, 18, bold=True)]
    return lines if said.excerpt == said.summary else [*lines, Line(t("export.quote", quote=said.excerpt), 14, SOFT)]


def _words(report: Report, entry: Entry) -> list[str]:
    """Give the whole quotes of a pair, each with its place."""
    t = report.t
    return [
        line
        for said in (entry.challenge, *entry.answers)
        for line in (f"{t(f'kind.{said.kind}')} · {said.name} · {said.place}", t("export.quote", quote=said.quote))
    ]


def _waiting(deck: Deck, report: Report) -> None:
    t, waiting = report.t, _surest(report.waiting)
    if not waiting:
        slide = parts.new_slide(deck, t("export.open"), footer=_footer(report))
        nothing = t("export.none_open") if report.has_ledger else t("empty.not_chinese")
        parts.say(slide, _BODY, [Line(nothing, 20, SOFT)])
    for first in range(0, len(waiting), _OPEN_A_SLIDE):
        shown = waiting[first : first + _OPEN_A_SLIDE]
        slide = parts.new_slide(deck, t("overview.open_title", count=len(report.waiting)), footer=_footer(report))
        for row, entry in enumerate(shown):
            said = entry.challenge
            lines = [
                Line(said.summary, 20, bold=True),
                Line(f"{clipped(said.name, 16)} · {said.category_name} · {said.place} · {said.review}", 14, SOFT),
            ]
            parts.say(slide, (MARGIN, 1.5 + row * 0.88, WIDE - 2 * MARGIN, 0.85), lines)
        parts.note(slide, [line for entry in shown for line in _words(report, entry)])


def _method(deck: Deck, report: Report) -> None:
    t = report.t
    slide = parts.new_slide(deck, t("export.method"), footer=_footer(report))
    explained = method(report)
    limits = explained[t("about.limits_title")]
    lines = [Line(t("export.method_line"), 18), *(Line(f"{what} · {said}", 16, SOFT) for what, said in limits)]
    parts.say(slide, _BODY, lines)
    parts.note(slide, [f"{what} {said}".strip() for pairs in explained.values() for what, said in pairs])
