"""The browser asks before a visitor leaves who would lose what is kept in the session alone."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis import shelf
from pages.shared import html, state

_HTML = "<span hidden></span>"

# Browsers show words of their own. One listener for the whole app: pages come and go, the document stays.
_JS = """
export default function () {
  const ask = event => { event.preventDefault(); event.returnValue = "" }
  if (window.__leave) window.removeEventListener("beforeunload", window.__leave)
  window.__leave = ask
  window.addEventListener("beforeunload", ask)
  return () => window.removeEventListener("beforeunload", ask)
}
"""

_component = st.components.v2.component("unload", html=_HTML, js=_JS)


def guard(t: Callable[..., str]) -> None:
    """Warn of what ends with the session, on every page; nothing to lose needs no warning."""
    if state.keeps_uploads() or not shelf.workshops(state.home()):
        return
    with st.sidebar:
        html.note(t("shell.session_only"))
        _component(key="unload", data={})
