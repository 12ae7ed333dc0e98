"""The report in Word: a summary of one page, then the whole with headings, contents and page numbers."""

from __future__ import annotations

from io import BytesIO

from docx.document import Document as Doc
from docx.shared import Cm, Pt

from analysis.export import docx_fields as fields
from analysis.export import docx_parts as parts
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
from analysis.export.pictures import bars_png, cloud_png, share_rows
from analysis.export.plain import clipped, isolated

ON_ONE_PAGE = 9  # challenges in the summary
_SPEAKERS_ON_ONE_PAGE = 8


def docx(report: Report) -> bytes:
    """Write the report.

    Parameters
    ----------
    report : Report
        As `gather` gives it.

    Returns
    -------
    bytes
        A docx file.

    Raises
    ------
    AnalysisError
        `font_missing` or `card_damaged`.
    """
    t = report.t
    document = parts.new_document(report, t("export.subject"))
    _summary(document, report)
    sections = {
        t("export.figures"): _figures,
        t("export.speakers"): _speakers,
        t("export.topics"): _topics,
        t("export.ledger"): _ledger,
        t("export.open"): _waiting,
        t("export.others"): _others,
        t("export.method"): _method,
    }
    anchors = {title: f"_Toc{100 + place}" for place, title in enumerate(sections)}
    document.add_paragraph(t("export.contents"), style="Title").paragraph_format.page_break_before = True
    fields.contents(document, list(anchors.items()))
    for title, draw in sections.items():
        fields.heading(document, title, level=1, anchor=anchors[title])
        draw(document, report)
    return parts.finished(document)


def _note(document: Doc, text: str) -> None:
    parts.say(document.add_paragraph(), text, size=9, tint=SOFT)


def _finding(document: Doc, text: str) -> None:
    parts.say(document.add_paragraph(), text, bold=True, size=11.5)


def _summary(document: Doc, report: Report) -> None:
    """Write the short version, which is to stay on one page: few rows, short ones."""
    t = report.t
    document.add_paragraph(clipped(report.title, 60), style="Title")
    _note(document, f"{clipped(report.facts, 80)} · {t('export.summary')}")
    strip = figures(report)
    made = document.add_table(rows=2, cols=len(strip))
    for place, (label, value, _) in enumerate(strip):
        parts.write(made.rows[0].cells[place], f"{value:,}", bold=True, size=18)
        parts.write(made.rows[1].cells[place], label, size=9)
    document.add_paragraph().paragraph_format.space_after = Pt(0)
    _finding(document, speaking_title(report))
    shown = report.speakers.head(_SPEAKERS_ON_ONE_PAGE)
    said = [f"{isolated(clipped(row.name, 12))} {row.char_share:.0%}" for row in shown.itertuples()]
    parts.say(document.add_paragraph(), " · ".join(said), size=10)
    _finding(document, topics_title(report))
    labels = [isolated(clipped(label, 14)) for label in report.topics["label"].head(7)]
    parts.say(document.add_paragraph(), " / ".join(labels), size=10)
    _finding(document, ledger_title(report))
    if report.entries:
        _short_ledger(document, report)
    _note(document, t("export.method_line"))


def _short_ledger(document: Doc, report: Report) -> None:
    t, widths = report.t, (6.3, 2.4, 6.3, 2.0)
    headers = [t("sheet.challenges"), t("export.by"), t("sheet.advice"), t("export.review")]
    made = parts.table(document, headers, widths)
    surest = sorted(report.entries, key=lambda entry: -entry.challenge.confidence)[:ON_ONE_PAGE]
    for entry in (entry for entry in report.entries if entry in surest):
        said, answer = entry.challenge, entry.answers[0].short if entry.answers else t("status.open")
        cells = parts.add_row(made, [said.short, clipped(said.name, 9), answer, said.review], widths)
        if not entry.answers:
            cells[2].paragraphs[0].runs[0].font.color.rgb = parts.color(OPEN)
    if len(report.entries) > ON_ONE_PAGE:
        _note(document, t("export.more", count=len(report.entries) - ON_ONE_PAGE))


def _figures(document: Doc, report: Report) -> None:
    t, widths = report.t, (3.5, 2.5, 11.0)
    made = parts.table(document, [t("export.item"), t("export.value"), t("export.counted")], widths)
    for label, value, counted in figures(report):
        parts.add_row(made, [label, f"{value:,}", counted], widths, size=10)


def _speakers(document: Doc, report: Report) -> None:
    t = report.t
    _finding(document, speaking_title(report))
    if not report.speakers.empty:
        _picture(document, bars_png(share_rows(report)), t("export.share_alt"))
    widths = (2.9, 2.2, 2.6, 1.4, 2.1, 1.4, 2.1, 2.3)
    columns = ("name", "role", "organisation", "turns", "chars", "char_share", "questions")
    headers = [t(f"col.{column}") for column in columns]
    made = parts.table(document, [*headers, t("sheet.challenges")], widths)
    raised = [entry.challenge.speaker_id for entry in report.entries]
    for row in report.speakers.to_dict("records"):
        numbers = [f"{row['turns']:,}", f"{row['chars']:,}", f"{row['char_share']:.1%}", f"{row['questions']:,}"]
        organisation = row["organisation"] if isinstance(row["organisation"], str) else ""
        texts = [isolated(row["name"]), t(f"role.{row['role']}"), isolated(organisation)]
        parts.add_row(made, [*texts, *numbers, str(raised.count(row["speaker_id"]))], widths)


def _topics(document: Doc, report: Report) -> None:
    t, widths = report.t, (4.3, 8.1, 2.3, 2.3)
    _finding(document, topics_title(report))
    if not report.topics.empty:
        headers = [t("column.label"), t("export.terms"), t("column.sentences"), t("column.chars")]
        made = parts.table(document, headers, widths)
        for row in report.topics.to_dict("records"):
            texts = [isolated(row["label"]), isolated(" ".join(row["terms"]))]
            parts.add_row(made, [*texts, f"{row['sentences']:,}", f"{row['chars']:,}"], widths)
    picture = cloud_png(report)
    if picture:
        document.add_paragraph()
        _picture(document, picture, t("export.cloud"))


def _picture(document: Doc, png: bytes, said: str) -> None:
    picture = document.add_picture(BytesIO(png), width=Cm(parts.WIDTH))
    picture._inline.docPr.set("descr", said)


def _ledger(document: Doc, report: Report) -> None:
    _finding(document, ledger_title(report))
    if not report.entries:
        _note(document, report.t("export.none"))
        return
    _note(document, report.t("export.unreviewed_note"))
    for number, entry in enumerate(report.entries, 1):
        _entry(document, report, entry, number)


def _entry(document: Doc, report: Report, entry: Entry, number: int) -> None:
    """Set a challenge and its answers side by side, under the challenge's summary."""
    t = report.t
    document.add_heading(f"{number}. {entry.challenge.summary}", 2)
    made = parts.grid(document, rows=1, widths=(parts.WIDTH / 2, parts.WIDTH / 2))
    left, right = made.rows[0].cells
    _said(left, report, entry.challenge)
    for answer in entry.answers:
        _said(right, report, answer)
    if not entry.answers:
        parts.say(right.paragraphs[0], t("ledger.no_answer"), size=10, tint=OPEN)


def _said(cell, report: Report, said: Said) -> None:
    """Write one row of the ledger into a cell: who, what about, the words, where they stand."""
    t = report.t
    first = cell.paragraphs[0]
    who = first if not first.runs else cell.add_paragraph()
    parts.say(who, said.name, bold=True, size=10.5, tint=ACCENT)
    parts.say(cell.add_paragraph(), _tags(report, said), size=9, tint=SOFT)
    parts.say(cell.add_paragraph(), t("export.quote", quote=said.quote), size=10.5)
    parts.say(cell.add_paragraph(), said.place, size=9, tint=SOFT)


def _tags(report: Report, said: Said) -> str:
    t = report.t
    tags = [t(f"kind.{said.kind}"), said.category_name, t("ledger.confidence", share=said.confidence)]
    if said.link_confidence is not None:
        tags.append(t("ledger.link_confidence", share=said.link_confidence))
    return " · ".join([*tags, said.review])


def _waiting(document: Doc, report: Report) -> None:
    t, widths = report.t, (8.0, 3.0, 3.0, 3.0)
    if not report.waiting:
        _note(document, t("export.none_open") if report.has_ledger else t("empty.not_chinese"))
        return
    _note(document, t("export.unreviewed_note"))
    headers = [t("sheet.challenges"), t("export.by"), t("export.category"), t("export.quote_place")]
    made = parts.table(document, headers, widths)
    for entry in report.waiting:
        said = entry.challenge
        parts.add_row(made, [said.summary, said.name, said.category_name, said.place], widths)


def _others(document: Doc, report: Report) -> None:
    if not report.others:
        _note(document, report.t("ledger.none_other"))
        return
    _note(document, report.t("ledger.other_note"))
    for said in report.others:
        document.add_heading(said.summary, 2)
        _said(parts.grid(document, rows=1, widths=(parts.WIDTH,)).rows[0].cells[0], report, said)


def _method(document: Doc, report: Report) -> None:
    for title, pairs in method(report).items():
        document.add_heading(title, 2)
        for what, text in pairs:
            paragraph = document.add_paragraph()
            if what:
                parts.say(paragraph, f"{what}　", bold=True, size=9.5)
            parts.say(paragraph, text, size=9.5)
