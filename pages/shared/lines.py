"""A concordance: one line a place, the found words under each other, each line a link to its place."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import streamlit as st


@dataclass(frozen=True)
class Line:
    """Who says it, the words around the match, where it is, and the address of that place."""

    name: str
    left: str
    match: str
    right: str
    place: str
    href: str


_HTML = "<ol></ol>"

# Where there is no room for columns, a line is a paragraph, so that nothing is cut off.
_CSS = """
ol { container-type: inline-size; list-style: none; margin: 0; padding: 0; font: 400 .9rem/1.6 var(--st-font); }
li { border-bottom: 1px solid var(--st-border-color); }
a { display: grid; grid-template: "name left match right place" / 6em minmax(0, 1fr) max-content minmax(0, 1fr) 5.5em;
  column-gap: .4em;
  padding: .3em .2em; color: var(--st-text-color); text-decoration: none; }
a:hover { background: var(--st-secondary-background-color); }
a:focus-visible { outline: 3px solid var(--st-link-color); outline-offset: -3px; }
.name { grid-area: name; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.left { grid-area: left; display: flex; justify-content: flex-end; }
.left, .right { overflow: hidden; white-space: pre; }
.right { grid-area: right; }
.match { grid-area: match; color: var(--st-link-color); text-decoration: underline; text-underline-offset: 3px; }
.place { grid-area: place; text-align: right; white-space: nowrap; }
@container (max-width: 47rem) {
  a { display: block; }
  .left, .right { display: inline; white-space: normal; overflow-wrap: anywhere; }
  .name { display: inline-block; max-width: 62%; vertical-align: bottom; }
  .place { float: right; }
  .left::before { content: ""; display: block; }
}
"""

# Words come from a transcript, so they are set as text and never as HTML. An address begins with a page of ours.
_JS = """
export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector("ol")
  const drawn = JSON.stringify(data)
  if (list.drawn === drawn) return
  list.drawn = drawn
  list.setAttribute("aria-label", data.alt)
  list.replaceChildren(...data.lines.map((line, number) => {
    const item = document.createElement("li"), link = document.createElement("a")
    link.href = line.href
    link.append(...["name", "place", "left", "match", "right"].map(part => {
      const span = document.createElement("span")
      span.className = part
      span.textContent = line[part]
      return span
    }))
    link.onclick = event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      setTriggerValue("line", number)
    }
    item.append(link)
    return item
  }))
}
"""

_component = st.components.v2.component("concordance", html=_HTML, css=_CSS, js=_JS)


def draw(lines: list[Line], *, key: str, alt: str) -> int | None:
    """Draw the lines; give the number of the one that was just clicked, in this run only."""
    data = {"alt": alt, "lines": [asdict(line) for line in lines]}
    return _component(key=key, data=data, on_line_change=lambda: None).line
