"""The report as one HTML file: works from a USB stick, its ledger can be searched."""

from __future__ import annotations

from html import escape

from analysis.clouds import cloud_svg
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
from analysis.export.html_frame import document, table, text
from analysis.export.look import INK, PAPER, SOFT
from analysis.export.pictures import CLOUD, cloud, share_rows
from analysis.export.plain import clipped
from analysis.export.web_font import FAMILY
from analysis.tables import CATEGORIES, STATUSES

_ROW, _NAMES, _VALUES, _WIDE = 30, 190, 170, 900  # of the bars, in units of the picture

_SCRIPT = """
"use strict"
const form = document.querySelector("form"), count = document.querySelector("output")
const rows = [...document.querySelectorAll("article[data-status]")]
const plain = (said) => said.normalize("NFKC").toLowerCase()
const words = new Map(rows.map((row) => [row, plain(row.textContent)]))
function filter() {
  const wanted = plain(form.elements.words.value.trim())
  const chosen = ["by", "category", "status"].map((name) => [name, form.elements[name].value])
  let shown = 0
  for (const row of rows) {
    row.hidden = !(words.get(row).includes(wanted) && chosen.every(([name, value]) =>
      !value || row.dataset[name].split(" ").includes(value)))
    shown += row.hidden ? 0 : 1
  }
  count.textContent = count.dataset.said.replace("{shown}", shown).replace("{total}", rows.length)
}
if (form) {
  form.addEventListener("input", filter)
  form.addEventListener("submit", (event) => event.preventDefault())
}
"""


def html(report: Report) -> bytes:
    """Write the page.

    Parameters
    ----------
    report : Report
        As `gather` gives it.

    Returns
    -------
    bytes
        UTF-8; every text escaped, nothing asked for from anywhere.

    Raises
    ------
    AnalysisError
        `font_missing` or `card_damaged`.
    """
    t = report.t
    parts = {
        t("export.figures"): _figures,
        t("export.speakers"): _speakers,
        t("export.topics"): _topics,
        t("export.ledger"): _ledger,
        t("export.open"): _waiting,
        t("export.others"): _others,
        t("export.method"): _method,
    }
    body = "".join(f"<section>\n<h2>{escape(title)}</h2>\n{draw(report)}</section>\n" for title, draw in parts.items())
    head = f'<header><h1>{text(report.title)}</h1>\n<p class="soft">{text(report.facts)}</p></header>\n'
    return document(report, title=report.title, body=f"{head}<main>\n{body}</main>", script=_SCRIPT)


def _note(said: str) -> str:
    return f'<p class="soft">{escape(said)}</p>\n'


def _finding(said: str) -> str:
    return f'<p class="finding">{text(said)}</p>\n'


def _figures(report: Report) -> str:
    items = "".join(
        f'<div><dt>{escape(label)}</dt><dd class="value">{value:,}</dd><dd class="soft">{escape(counted)}</dd></div>\n'
        for label, value, counted in figures(report)
    )
    return f'<dl class="figures">\n{items}</dl>\n'


def _speakers(report: Report) -> str:
    t = report.t
    columns = ("name", "role", "organisation", "turns", "chars", "char_share", "questions")
    rows = [
        [
            row["name"],
            t(f"role.{row['role']}"),
            row["organisation"] if isinstance(row["organisation"], str) else "",
            f"{row['turns']:,}",
            f"{row['chars']:,}",
            f"{row['char_share']:.1%}",
            f"{row['questions']:,}",
        ]
        for row in report.speakers.to_dict("records")
    ]
    return _finding(speaking_title(report)) + _bars(report) + table([t(f"col.{c}") for c in columns], rows, numbers=4)


def _bars(report: Report) -> str:
    """Draw who spoke how much; by attributes, for the policy lets no style stand in an element."""
    rows = share_rows(report)
    most = max((value for _, value, _, _ in rows), default=0) or 1
    room = _WIDE - _NAMES - _VALUES
    drawn = "".join(
        f'<text x="{_NAMES - 8}" y="{_ROW * n + 21}" text-anchor="end" fill="{INK}">{escape(clipped(name, 11))}</text>'
        f'<rect x="{_NAMES}" y="{_ROW * n + 6}" width="{room * value / most:.1f}" height="20" fill="{color}"/>'
        f'<text x="{_NAMES + room * value / most + 8:.1f}" y="{_ROW * n + 21}" fill="{SOFT}">{escape(said)}</text>\n'
        for n, (name, value, said, color) in enumerate(rows)
    )
    size = f'viewBox="0 0 {_WIDE} {_ROW * len(rows) + 8}" font-size="16"'
    return (
        f'<figure><svg role="img" aria-label="{escape(report.t("export.share_alt"))}" {size}>\n{drawn}</svg></figure>\n'
    )


def _topics(report: Report) -> str:
    t = report.t
    headers = [t("column.label"), t("export.terms"), t("column.sentences"), t("column.chars")]
    rows = [
        [row["label"], " ".join(row["terms"]), f"{row['sentences']:,}", f"{row['chars']:,}"]
        for row in report.topics.to_dict("records")
    ]
    words, colors = cloud(report)
    picture = ""
    if words:
        svg = cloud_svg(words, colors, width=CLOUD[0], height=CLOUD[1], font=FAMILY, paper=PAPER)
        svg = svg.replace("<svg ", f'<svg role="img" aria-label="{escape(t("export.cloud"))}" ', 1)
        picture = f"<figure>{svg}</figure>\n"
    return _finding(topics_title(report)) + (table(headers, rows, numbers=2) if rows else "") + picture


def _ledger(report: Report) -> str:
    t = report.t
    if not report.entries:
        return _note(t("export.none") if report.has_ledger else t("empty.not_chinese"))
    rows = "".join(_entry(report, entry) for entry in report.entries)
    return _finding(ledger_title(report)) + _note(t("export.unreviewed_note")) + _form(report) + rows


def _form(report: Report) -> str:
    t, entries = report.t, report.entries
    said = [each for entry in entries for each in (entry.challenge, *entry.answers)]
    people = {each.speaker_id: each.name for each in sorted(said, key=lambda each: each.speaker_id)}
    categories = {
        each.category: each.category_name for each in sorted(said, key=lambda e: CATEGORIES.index(e.category))
    }
    statuses = {status: t(f"status.{status}") for status in STATUSES}
    choices = "".join(
        f'<label>{escape(label)}<select name="{name}"><option value="">{escape(t("export.any"))}</option>'
        + "".join(f'<option value="{value}">{escape(shown)}</option>' for value, shown in options.items())
        + "</select></label>\n"
        for name, label, options in (
            ("by", t("export.by"), people),
            ("category", t("export.category"), categories),
            ("status", t("export.status"), statuses),
        )
    )
    counted = t("export.count", shown=len(entries), total=len(entries))
    told = escape(t("export.count", shown="{shown}", total="{total}"))
    return (
        f'<form role="search"><label>{escape(t("export.search"))}<input type="search" name="words" autocomplete="off">'
        f'</label>\n{choices}<output data-said="{told}">{escape(counted)}</output></form>\n'
    )


def _entry(report: Report, entry: Entry) -> str:
    t, said = report.t, entry.challenge
    both = (said, *entry.answers)
    people = " ".join(dict.fromkeys(str(each.speaker_id) for each in both))
    categories = " ".join(dict.fromkeys(each.category for each in both))
    answers = "".join(_said(report, answer) for answer in entry.answers)
    nobody = f'<p class="open">{escape(t("ledger.no_answer"))}</p>'
    return (
        f'<article data-by="{people}" data-category="{categories}" data-status="{entry.status}">\n'
        f'<h3>{text(said.summary)}</h3>\n<div class="ends"><div>{_said(report, said)}</div>\n'
        f"<div>{answers or nobody}</div></div>\n</article>\n"
    )


def _said(report: Report, said: Said) -> str:
    t = report.t
    tags = [t(f"kind.{said.kind}"), said.category_name, t("ledger.confidence", share=said.confidence)]
    if said.link_confidence is not None:
        tags.append(t("ledger.link_confidence", share=said.link_confidence))
    marked = "".join(f'<span class="tag">{escape(tag)}</span>' for tag in [*tags, said.review])
    return (
        f"<p><b>{text(said.name)}</b></p>\n<p>{marked}</p>\n<blockquote>{text(said.quote)}</blockquote>\n"
        f'<p class="soft">{escape(said.place)}</p>\n'
    )


def _waiting(report: Report) -> str:
    t = report.t
    if not report.waiting:
        return _note(t("export.none_open") if report.has_ledger else t("empty.not_chinese"))
    headers = [t("sheet.challenges"), t("export.by"), t("export.category"), t("export.quote_place")]
    said = [entry.challenge for entry in report.waiting]
    return table(headers, [[each.summary, each.name, each.category_name, each.place] for each in said])


def _others(report: Report) -> str:
    if not report.others:
        return _note(report.t("ledger.none_other"))
    rows = "".join(f"<article><h3>{text(said.summary)}</h3>{_said(report, said)}</article>\n" for said in report.others)
    return _note(report.t("ledger.other_note")) + rows


def _method(report: Report) -> str:
    return "".join(
        f"<h3>{escape(title)}</h3>\n" + "".join(f"<p><b>{escape(what)}</b> {text(said)}</p>\n" for what, said in pairs)
        for title, pairs in method(report).items()
    )
