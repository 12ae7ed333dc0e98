"""HTML of our own around text from outside; the text itself is always escaped."""

from __future__ import annotations

import re
from html import escape

import streamlit as st

from analysis.concordance import narrow

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:@/&=\"'^])")
_REWRITTEN = re.compile(r"(?<=[-<>~=])(?=[-<>=])|(?<=://)|(?<=@)|(?<=www)", re.IGNORECASE)
_JOINER = "\u2060"  # takes no room and allows no break

_CSS = """
.wi { font-size: 1rem; line-height: 1.75; overflow-wrap: anywhere; line-break: strict; }
.wi p { margin: 0 0 .35rem; }
.wi .soft { opacity: .78; font-size: .875rem; }
.wi h4 { font-size: .95rem; margin: 0 0 .3rem; padding: 0; }
.wi mark { background: color-mix(in srgb, #E6B800 38%, transparent); color: inherit; border-radius: 2px; }
.wi blockquote {
  margin: 0 0 .3rem; padding: .1rem 0 .1rem .8rem;
  border-left: 3px solid color-mix(in srgb, currentColor 25%, transparent);
}
.wi .tag {
  display: inline-block; font-size: .8rem; font-weight: 400; padding: 0 .4em; margin-right: .35em; border-radius: 4px;
  border: 1px solid color-mix(in srgb, currentColor 35%, transparent);
}
.wi .figures {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); gap: .75rem; margin: 0; padding: 0;
}
.wi .figures div { border-top: 2px solid color-mix(in srgb, currentColor 30%, transparent); padding: .35rem 0 0; }
.wi .figures dt { font-size: .875rem; opacity: .78; }
.wi .figures dd { margin: 0; padding: 0; font-size: 1.6rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.wi .figures small { font-size: .875rem; opacity: .78; display: block; line-height: 1.5; }
.wi .legend { display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin: 0; padding: 0; font-size: .875rem; }
.wi .legend li { list-style: none; margin: 0; padding: 0; }
.wi .legend i { display: inline-block; width: .75em; height: .75em; margin-right: .4em; border-radius: 2px; }
.wi .turn { padding: .55rem 0 .55rem .9rem; border-left: 4px solid; margin: 0 0 .35rem; scroll-margin-top: 5rem; }
.wi .turn .words { white-space: pre-wrap; }
.wi .challenge {
  text-decoration: underline solid #C44E00 2px; text-underline-offset: 4px;
}
.wi .advice { border-bottom: 3px double #0A8A77; }
.wi .dim { opacity: .62; }
[class*="st-key-name_topic_name_"] button::before {
  content: ""; flex: none; width: .75em; height: .75em; margin-right: .5em; border-radius: 2px;
  background: var(--swatch);
}
[class*="st-key-name_"] button [aria-hidden=true]:not([data-testid]) { display: none; }  /* the arrow of a popover */
/* the pencil beside a title is enough for the eye; its words are for those who hear the page */
[class*="st-key-name_chapter_title_"] button p {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
[class*="st-key-place_"] { margin-top: -.9rem; }
[class*="st-key-place_"] a p { text-decoration: underline; text-underline-offset: 3px; font-size: .875rem; }
/* Streamlit's own file would hold formulas; pages/shared/download.py makes ours */
[data-testid=stElementToolbarButton]:has([aria-label="Download as CSV"]) { display: none; }
@media print { [data-testid=stSidebar], [data-testid=stHeader] { display: none; } }
"""


def style() -> None:
    """Send the style sheet once a run."""
    st.html(f"<style>{_CSS}</style>")


def swatches(colors: dict[str, str]) -> None:
    """Give buttons of ours, by their widgets' keys, the colour that the style sheet draws in front of them."""
    st.html(
        "<style>" + "".join(f".st-key-{key} {{ --swatch: {color}; }}" for key, color in colors.items()) + "</style>"
    )


def literal(text: str) -> str:
    """Escape a text so that Streamlit's Markdown shows it as it is.

    No backslash keeps Streamlit from drawing `->` as an arrow and an address as a link; an invisible joiner does.
    """
    return _MARKDOWN.sub(r"\\\1", _REWRITTEN.sub(_JOINER, text))


def show(markup: str) -> None:
    """Draw HTML that was built here."""
    st.html(f'<div class="wi">{markup}</div>')


def marked(text: str, words: list[str]) -> str:
    """Escape a text and mark every place of the given words, the longest first, letters in either case and width."""
    wanted = sorted({narrow(w) for w in words if w}, key=len, reverse=True)
    if not wanted:
        return escape(text)
    out, at = [], 0
    for found in re.finditer("|".join(map(re.escape, wanted)), narrow(text), flags=re.IGNORECASE):
        out += [escape(text[at : found.start()]), f"<mark>{escape(text[found.start() : found.end()])}</mark>"]
        at = found.end()
    return "".join(out) + escape(text[at:])


def heading(title: str, about: dict | None = None) -> None:
    """Draw the page's title over the workshop's."""
    known = [about[key] for key in ("title", "date", "place") if key in about] if about else []
    st.html(
        f'<div class="wi"><h1 style="font-size:1.7rem;margin:0;padding:0">{escape(title)}</h1>'
        f'<p class="soft">{escape(" · ".join(str(part) for part in known if part))}</p></div>'
    )


def figures(rows: list[tuple[str, str, str]]) -> None:
    """Draw key figures: what, how much, and what was counted."""
    cells = "".join(
        f"<div><dt>{escape(what)}</dt><dd>{escape(much)}<small>{escape(counted)}</small></dd></div>"
        for what, much, counted in rows
    )
    show(f'<dl class="figures">{cells}</dl>')


def legend(rows: list[tuple[str, str]]) -> None:
    """Say what colours mean: colour and meaning."""
    keys = "".join(f'<li><i style="background:{color}"></i>{escape(meaning)}</li>' for color, meaning in rows)
    show(f'<ul class="legend">{keys}</ul>')


def note(text: str) -> None:
    """Draw a soft line under what it explains."""
    show(f'<p class="soft">{escape(text)}</p>')


def section(text: str) -> None:
    """Draw a section's heading."""
    st.html(f'<div class="wi"><h2 style="font-size:1.2rem;margin:.4rem 0 0;padding:0">{escape(text)}</h2></div>')
