"""A word in its context, wherever it is said."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.concordance import SORTS, concordance, sort_lines
from pages.shared import download, html, lines, state
from pages.shared.filters import MAX_TEXT
from pages.shared.shell import Page, address, go

SHOWN = 30  # lines drawn at once


def draw(page: Page, terms: pd.DataFrame) -> None:
    """Let a text be looked for, and draw its places line by line; a click leads to the place in the transcript."""
    t = page.t
    text, by = _choose(page, terms)
    found = sort_lines(concordance(page.sentences, text), by=by)
    if found.empty:
        st.info(t("empty.context") if text else t("empty.context_text"))
        return
    title = t("context.title", text=text, count=len(found), speakers=found["speaker_id"].nunique())
    html.section(title)
    html.note(t("context.note"))
    subject = f"context:{text}:{by}"
    shown = SHOWN * state.steps(subject)
    clicked = lines.draw([_line(page, row) for row in found.head(shown).itertuples()], key="topics_context", alt=title)
    if shown < len(found):
        label = t("context.more", count=len(found) - shown)
        st.button(label, key="more_topics_context", on_click=state.step, args=(subject,))
    _csv(page, found)
    if clicked is not None:
        go("transcript", turn=str(int(found["turn_id"].iloc[clicked]) + 1))


def _choose(page: Page, terms: pd.DataFrame) -> tuple[str, str]:
    """Draw what to look for and how to sort; a term clicked above is looked for."""
    t = page.t
    term = state.value("term") or terms["term"].iloc[0]
    left, right = st.columns([1, 1], vertical_alignment="bottom")
    state.set_widget("topics_find", (state.value("find") or term)[:MAX_TEXT], since=state.value("term"))
    with left:
        text = st.text_input(
            t("context.find"),
            key="topics_find",
            max_chars=MAX_TEXT,
            on_change=state.cover_widget,
            args=("topics_find",),
        ).strip()
    state.set_widget("topics_sort", state.value("sort") if state.value("sort") in SORTS else SORTS[0])
    with right:
        by = st.radio(
            t("context.sort"), SORTS, key="topics_sort", format_func=lambda s: t(f"context.sort_{s}"), horizontal=True
        )
    state.keep("find", [text] if text else [])
    state.keep("sort", [by] if by != SORTS[0] else [])
    state.leave()
    return text, by


def _line(page: Page, row) -> lines.Line:
    turn = int(row.turn_id) + 1
    place = page.t("context.place", turn=turn)
    href = address("transcript", turn=str(turn))
    return lines.Line(page.names[row.speaker_id], row.left, row.match, row.right, place, href)


def _csv(page: Page, found: pd.DataFrame) -> None:
    columns = ["left", "match", "right", "name", "turn", "line"]
    kept = found.assign(name=found["speaker_id"].map(page.names), turn=found["turn_id"] + 1)[columns]
    download.csv(page, kept, key="topics_context", headers={c: page.t(f"col.{c}") for c in columns})
