"""A button that copies a text, or the address of the view, to the clipboard."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

_HTML = '<button type="button"></button><span role="status"></span>'

_CSS = """
:host, div { display: block; }
button {
  font: 400 .875rem/1.5 var(--st-font); color: var(--st-text-color); background: none; cursor: pointer;
  border: 1px solid var(--st-border-color); border-radius: 4px; padding: .15rem .6rem; white-space: nowrap;
}
button:hover { border-color: var(--st-link-color); color: var(--st-link-color); }
button:focus-visible { outline: 3px solid var(--st-link-color); outline-offset: 2px; }
span:not(:empty) { font: 400 .875rem/1.5 var(--st-font); color: var(--st-text-color); margin-left: .6rem; }
@media print { button { display: none; } }
"""

# The address is read when the button is pressed, for the view writes it after the page is drawn. Away from https and
# this machine a browser gives no clipboard; there the old way still works.
_JS = """
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button"), said = parentElement.querySelector("span")
  button.textContent = data.label
  const copy = async text => {
    try { return await navigator.clipboard.writeText(text) } catch { /* the old way */ }
    const field = document.createElement("textarea")
    field.value = text
    document.body.append(field)
    field.select()
    const done = document.execCommand("copy")
    field.remove()
    button.focus()
    if (!done) throw new Error("no clipboard")
  }
  button.onclick = () => copy(data.text ?? location.href)
    .then(() => data.copied, () => data.failed)
    .then(words => {
      said.textContent = words
      setTimeout(() => { said.textContent = "" }, 4000)
    })
}
"""

_component = st.components.v2.component("copy_text", html=_HTML, css=_CSS, js=_JS)


def link(t: Callable[..., str]) -> None:
    """Draw the button that copies the address of this very view."""
    _component(key="copy_link", data=_words(t, t("copy.link")), width="content")


def text(t: Callable[..., str], words: str, *, label: str, key: str) -> None:
    """Draw the button that copies a text."""
    _component(key=key, data=_words(t, label) | {"text": words}, width="content")


def _words(t: Callable[..., str], label: str) -> dict[str, str]:
    return {"label": label, "copied": t("copy.copied"), "failed": t("copy.failed")}
