"""Check sheets in Word: one page a person, to print or to fill in."""

from __future__ import annotations

from docx.document import Document as Doc
from docx.table import _Cell

from analysis.export import docx_parts as parts
from analysis.export.checks import Sheet, sheets
from analysis.export.content import Report, Said
from analysis.export.look import ACCENT, SOFT

BOX = "□"
_LINE = "＿" * 16


def check_docx(report: Report) -> bytes:
    """Write the check sheets.

    Parameters
    ----------
    report : Report
        As `gather` gives it.

    Returns
    -------
    bytes
        A docx file; a sheet holds the rows of its own person and nobody else's.
    """
    document = parts.new_document(report, report.t("check.subject"))
    for number, sheet in enumerate(sheets(report)):
        _sheet(document, report, sheet, on_next_page=number > 0)
    return parts.finished(document)


def _sheet(document: Doc, report: Report, sheet: Sheet, *, on_next_page: bool) -> None:
    t, widths = report.t, (9.5, 7.5)
    title = document.add_heading(f"{t('check.subject')} · {sheet.name}", 1)
    title.paragraph_format.page_break_before = on_next_page
    parts.say(document.add_paragraph(), t("check.intro", name=sheet.name, title=report.title))
    counted = t("check.figures", turns=sheet.turns, chars=sheet.chars)
    parts.say(document.add_paragraph(), counted, size=9, tint=SOFT)
    if sheet.rows:
        made = parts.table(document, [t("check.said"), t("check.noted")], widths)
        for said in sheet.rows:
            left, right = parts.add_row(made, ["", ""], widths)
            parts.say(left.paragraphs[0], t("export.quote", quote=said.quote), size=10)
            parts.say(left.add_paragraph(), said.place, size=9, tint=SOFT)
            _noted(right, report, said)
    else:
        parts.say(document.add_paragraph(), t("check.none"))
    parts.say(document.add_paragraph(), t("check.missing"))
    for _ in range(2):
        parts.say(document.add_paragraph(), _LINE * 2)
    parts.say(document.add_paragraph(), t("check.signed"))


def _noted(cell: _Cell, report: Report, said: Said) -> None:
    t = report.t
    parts.say(cell.paragraphs[0], f"{t(f'kind.{said.kind}')} · {said.category_name}", size=9, tint=ACCENT)
    parts.say(cell.add_paragraph(), said.summary, bold=True, size=10)
    parts.say(cell.add_paragraph(), f"{BOX} {t('check.right')}", size=10)
    parts.say(cell.add_paragraph(), f"{BOX} {t('check.wrong')}", size=10)
    parts.say(cell.add_paragraph(), _LINE, size=10)
    parts.say(cell.add_paragraph(), f"{BOX} {t('check.leave_out')}", size=10)
