"""A page in one file that asks nobody for anything: style, font and script inside, and a policy that says so."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from html import escape, unescape

from analysis.export.content import Report
from analysis.export.look import ACCENT, INK, LINE, OPEN, PAPER, SHADE, SOFT
from analysis.export.web_font import FAMILY, font_face

_STYLE = f"""
*{{box-sizing:border-box}}
body{{margin:0 auto;max-width:64rem;padding:1.5rem;color:{INK};background:{PAPER};line-height:1.7;
font-family:"{FAMILY}","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}}
h1{{font-size:1.9rem;line-height:1.3;margin:.5rem 0}}
h2{{font-size:1.4rem;margin:2.5rem 0 .5rem;border-bottom:2px solid {ACCENT};color:{ACCENT}}}
h3{{font-size:1.1rem;margin:1.2rem 0 .4rem}}
p{{margin:.3rem 0}}
.soft{{color:{SOFT};font-size:.9rem}}
.open{{color:{OPEN}}}
.finding{{font-weight:700;font-size:1.1rem}}
dl.figures{{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1rem 1.5rem;margin:1rem 0}}
dl.figures dt{{color:{SOFT};font-size:.9rem}}
dl.figures dd{{margin:0}}
dl.figures .value{{font-size:2rem;line-height:1.2;color:{ACCENT}}}
table{{border-collapse:collapse;width:100%;margin:.8rem 0;font-size:.95rem}}
th,td{{border:1px solid {LINE};padding:.35rem .5rem;text-align:left;vertical-align:top}}
th{{background:{SHADE}}}
td.number{{text-align:right;white-space:nowrap}}
svg{{width:100%;height:auto;display:block}}
figure{{margin:1rem 0}}
form{{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;background:{SHADE};padding:.8rem;margin:.8rem 0}}
label{{display:grid;font-size:.9rem;color:{SOFT}}}
input,select,textarea{{font:inherit;color:{INK};background:{PAPER};border:1px solid {SOFT};padding:.3rem .5rem;
max-width:100%}}
article{{border:1px solid {LINE};padding:.8rem 1rem;margin:.8rem 0}}
article[hidden]{{display:none}}
.ends{{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}}
blockquote{{margin:.4rem 0;padding:.1rem 0 .1rem .8rem;border-left:3px solid {ACCENT};white-space:pre-wrap}}
.tag{{display:inline-block;background:{SHADE};border:1px solid {LINE};padding:0 .4rem;margin:0 .3rem .2rem 0;
font-size:.85rem}}
@media(max-width:44rem){{.ends{{grid-template-columns:1fr}}}}
@media print{{body{{max-width:none;padding:0;font-size:10pt}}form{{display:none}}article,tr{{break-inside:avoid}}
h2,h3{{break-after:avoid}}@page{{size:A4;margin:18mm}}}}
"""


def document(report: Report, *, title: str, body: str, style: str = "", script: str = "") -> bytes:
    """Write a page.

    Parameters
    ----------
    report : Report
        Its language and properties.
    title : str
        Of the window; plain text.
    body : str
        Markup, every text in it escaped.
    style, script : str, optional
        Rules beside the common ones; a script that runs once the page is there.

    Returns
    -------
    bytes
        UTF-8. The policy allows this style and this script by their hashes and the font inside, nothing else.

    Raises
    ------
    AnalysisError
        `font_missing`.
    """
    rules = font_face(unescape(body) + title) + _STYLE + style
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src {_allowed(rules)}",
            f"script-src {_allowed(script)}" if script else "script-src 'none'",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    language = {"zh": "zh-CN"}.get(report.language, report.language)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta name="author" content="{escape(report.t("app.name"))}">\n'
        f"<title>{escape(title)}</title>\n<style>{rules}</style>\n</head>\n<body>\n{body}\n"
        + (f"<script>{script}</script>\n" if script else "")
        + "</body>\n</html>\n"
    ).encode()


def _allowed(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"


def text(said: str) -> str:
    """Escape a text and keep the direction of its writing to itself.

    Parameters
    ----------
    said : str
        Anything that comes from outside.

    Returns
    -------
    str
        Markup.
    """
    return f"<bdi>{escape(said)}</bdi>"


def table(headers: list[str], rows: list[list[str]], *, numbers: int = 0) -> str:
    """Write a table.

    Parameters
    ----------
    headers : list of str
        Plain texts.
    rows : list of list of str
        Plain texts, as many as headers.
    numbers : int, default 0
        How many of the last columns are numbers.

    Returns
    -------
    str
        Markup.
    """
    first = len(headers) - numbers
    head = "".join(f'<th scope="col">{escape(header)}</th>' for header in headers)
    body = "".join(
        "<tr>"
        + "".join(
            f'<td class="number">{escape(c)}</td>' if n >= first else f"<td>{text(c)}</td>" for n, c in enumerate(row)
        )
        + "</tr>\n"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table>\n"
