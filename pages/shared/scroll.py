"""Bring a place of the page into view."""

from __future__ import annotations

import streamlit as st

_HTML = "<span hidden></span>"

# The place may be drawn after this element, and charts above it still move it: look for it for a while, then go there.
# A number (`nonce`) that was served before is not served again, so a rerun leaves the reader where she has scrolled to.
_JS = """
export default function ({ data, parentElement }) {
  const span = parentElement.querySelector("span")
  if (span.served === data.nonce) return
  span.served = data.nonce
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches
  const until = Date.now() + 5000
  const seek = () => {
    if (!span.isConnected || span.served !== data.nonce) return
    const place = document.getElementById(data.id)
    if (!place) return Date.now() < until ? setTimeout(seek, 100) : undefined
    place.scrollIntoView({ block: "center", behavior: "auto" })
    place.tabIndex = -1
    place.focus({ preventScroll: true })
    const mark = { backgroundColor: "color-mix(in srgb, currentColor 18%, transparent)" }
    if (!still) place.animate([mark, mark, { backgroundColor: "transparent" }], { duration: 2500, easing: "ease-out" })
  }
  setTimeout(seek, 50)
}
"""

_component = st.components.v2.component("scroll_to", html=_HTML, js=_JS)


def scroll_to(element_id: str, *, key: str, nonce: int | str) -> None:
    """Scroll to the element of this id and light it up; once for each `nonce`, however often the script runs."""
    _component(key=key, data={"id": element_id, "nonce": nonce})
