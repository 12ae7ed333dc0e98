"""Check sheets as one HTML file: to fill in on screen, or to print, one page a person."""

from __future__ import annotations

from html import escape

from analysis.export.checks import Sheet, sheets
from analysis.export.content import Report, Said
from analysis.export.html_frame import document, text

_STYLE = """
.sheet{break-after:page;border-bottom:3px double #C9CBC5;padding-bottom:2rem;margin-bottom:2rem}
.sheet:last-child{break-after:auto}
.sheet label{display:flex;gap:.5rem;align-items:baseline;color:inherit}
.sheet label.wide{display:block}
.sheet textarea{width:100%;min-height:2.6rem}
fieldset{border:0;padding:0;margin:.5rem 0}
legend{padding:0}
"""


def check_html(report: Report) -> bytes:
    """Write the check sheets.

    Parameters
    ----------
    report : Report
        As `gather` gives it.

    Returns
    -------
    bytes
        UTF-8; a sheet holds the rows of its own person and nobody else's.

    Raises
    ------
    AnalysisError
        `font_missing`.
    """
    title = f"{report.t('check.subject')} · {report.title}"
    body = "".join(_sheet(report, sheet) for sheet in sheets(report))
    head = f"<header><h1>{text(title)}</h1></header>\n"
    return document(report, title=title, body=f"{head}<main>\n{body}</main>", style=_STYLE)


def _sheet(report: Report, sheet: Sheet) -> str:
    t = report.t
    rows = "".join(_row(report, said) for said in sheet.rows)
    none = f"<p>{escape(t('check.none'))}</p>\n"
    intro = t("check.intro", name=sheet.name, title=report.title)
    counted = t("check.figures", turns=sheet.turns, chars=sheet.chars)
    return (
        f'<section class="sheet">\n<h2>{text(sheet.name)}</h2>\n<p>{text(intro)}</p>\n'
        f'<p class="soft">{escape(counted)}</p>\n{rows or none}'
        f'<label class="wide">{escape(t("check.missing"))}<textarea></textarea></label>\n'
        f"<p>{escape(t('check.signed'))}</p>\n</section>\n"
    )


def _row(report: Report, said: Said) -> str:
    t = report.t
    boxes = "".join(
        f'<label><input type="checkbox">{escape(t(key))}</label>\n' for key in ("check.right", "check.leave_out")
    )
    return (
        f'<article><div class="ends"><div><h3>{escape(t("check.said"))}</h3>\n'
        f"<blockquote>{text(said.quote)}</blockquote>\n"
        f'<p class="soft">{escape(said.place)}</p></div>\n<div><h3>{escape(t("check.noted"))}</h3>\n'
        f'<p><span class="tag">{escape(t(f"kind.{said.kind}"))}</span>'
        f'<span class="tag">{escape(said.category_name)}</span></p>\n'
        f"<fieldset><legend>{text(said.summary)}</legend>\n{boxes}"
        f'<label class="wide">{escape(t("check.wrong"))}<textarea></textarea></label></fieldset></div></div>\n'
        "</article>\n"
    )
