"""A word cloud whose words can be clicked, or reached by Tab and chosen by Enter."""

from __future__ import annotations

import streamlit as st

from analysis.clouds import CloudWord

_ACCENTED = 10  # so many words, the heaviest, wear the accent colour where no colour means anything

_HTML = '<svg role="group" xmlns="http://www.w3.org/2000/svg"></svg>'

_CSS = """
svg { display: block; width: 100%; height: auto; }
text { font-family: var(--st-font); fill: var(--st-text-color); cursor: pointer; }
text.accented { fill: var(--st-link-color); }
text:hover { text-decoration: underline; }
text:focus-visible { outline: 3px solid var(--st-link-color); outline-offset: 2px; }
"""

# Words come from a transcript, so they are set as text and never as HTML. The function runs again at every change of
# the theme; words that stay are only coloured anew, for redrawing them would take the keyboard's focus away.
_JS = """
export default function ({ data, parentElement, setTriggerValue }) {
  const svg = parentElement.querySelector("svg")
  const palette = getComputedStyle(svg).getPropertyValue("--st-chart-categorical-colors").split(",")
  const paint = () => [...svg.children].forEach((text, place) => {
    text.style.fill = palette[data.words[place].hue]?.trim() ?? ""
  })
  const drawn = JSON.stringify(data)
  if (svg.drawn === drawn) return paint()
  svg.drawn = drawn
  svg.setAttribute("viewBox", `0 0 ${data.width} ${data.height}`)
  svg.setAttribute("aria-label", data.alt)
  svg.replaceChildren(...data.words.map((each, place) => {
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text")
    text.textContent = each.word
    const attributes = { x: each.x, y: each.y, "font-size": each.size, role: "button", tabindex: 0,
      "aria-label": `${each.word} ${each.count}`, class: place < data.accented ? "accented" : "" }
    for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, value)
    text.onclick = () => setTriggerValue("word", each.word)
    text.onkeydown = event => {
      if (event.key !== "Enter" && event.key !== " ") return
      event.preventDefault()
      text.onclick()
    }
    return text
  }))
  paint()
}
"""

_component = st.components.v2.component("word_cloud", html=_HTML, css=_CSS, js=_JS)


def draw(
    words: list[CloudWord],
    counts: dict[str, int],
    *,
    key: str,
    alt: str,
    width: int = 960,
    height: int = 540,
    hues: dict[str, int] | None = None,
) -> str | None:
    """Draw laid-out words; give the word that was just chosen, in this run only.

    `hues` gives words their place in the palette; one past its end, like a word without, is drawn as text is.
    """
    data = {
        "width": int(width),
        "height": int(height),
        "alt": alt,
        "accented": 0 if hues else _ACCENTED,
        # int(): a single number of numpy turns the whole of `data` into a string on the way to the browser
        "words": [
            {
                "word": word.word,
                "count": int(counts[word.word]),
                "size": int(word.size),
                "x": int(word.x),
                "y": int(word.y),
                "hue": int((hues or {}).get(word.word, -1)),
            }
            for word in words
        ],
    }
    return _component(key=key, data=data, on_word_change=lambda: None).word
