"""Streamlit's uploader speaks English alone; this gives it the page's words, the ones read aloud included."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

_HTML = "<span hidden></span>"

# React owns these elements and writes its words anew when it draws: only the words of its text nodes are changed, and
# they are changed again whenever it draws.
_JS = """
export default function ({ data, parentElement }) {
  const span = parentElement.querySelector("span")
  span.words = data.words
  if (span.watching) return span.speak()
  const said = text => span.words[text] ?? (/^[\\d.]+ ?MB per file$/.test(text) ? span.words.limit
    : /^File must be/.test(text) ? span.words.too_big : undefined)
  const put = (holder, name, now, set) => {  // `was` is Streamlit's own word, `ours` what we made of it
    const kept = (holder.wordsOf ??= {})
    if (now !== kept[name]?.ours) kept[name] = { was: now }
    const ours = said(kept[name].was.trim())
    if (ours !== undefined && now !== ours) set(kept[name].ours = ours)
  }
  span.speak = () => {
    for (const box of document.querySelectorAll('[data-testid="stFileUploader"]')) {
      const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        const node = walker.currentNode
        put(node, "text", node.nodeValue, ours => { node.nodeValue = ours })
      }
      for (const each of box.querySelectorAll("[aria-label]"))
        put(each, "label", each.getAttribute("aria-label"), ours => each.setAttribute("aria-label", ours))
      box.querySelector("input[type=file]")?.setAttribute("aria-label", span.words.name)
    }
  }
  span.watching = new MutationObserver(span.speak)
  span.watching.observe(document.body, { childList: true, subtree: true, characterData: true })
  span.speak()
  return () => { span.watching?.disconnect(); span.watching = undefined }
}
"""

_component = st.components.v2.component("uploader_words", html=_HTML, js=_JS)


def speak(t: Callable[..., str], *, limit: int) -> None:
    """Give every uploader of the page our words; `limit` is in MB."""
    words = {
        "Upload": t("upload.button"),
        "Add files": t("upload.add"),
        "Drag and drop files here": t("upload.drop"),
        "limit": t("upload.limit", limit=limit),
        "too_big": t("upload.too_big", limit=limit),
        "name": t("upload.files"),
    }
    _component(key="uploader_words", data={"words": words})
