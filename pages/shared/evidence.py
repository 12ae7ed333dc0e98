"""The sentences behind a figure, the same everywhere: who, the words, where, and the way there."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from pages.shared import html, state
from pages.shared.shell import Page, page_link

SHOWN = 6  # quotes drawn at once; the rest a click away


def place_link(page: Page, turn: int, line: int, *, key: str) -> None:
    """Draw the link to a turn in the transcript."""
    with st.container(key=key):
        page_link("transcript", label=page.t("evidence.place", turn=turn + 1, line=line), turn=str(turn + 1))


def sentences_behind(
    page: Page, title: str, sentences: pd.DataFrame, *, key: str, words: list[str] | None = None
) -> None:
    """Draw a box of quotes under a heading that says what they are and how many."""
    with st.container(border=True, key=f"evidence_{key}"):
        html.section(title)
        html.note(page.t("evidence.count", count=len(sentences), chars=int(sentences["chars"].sum())))
        subject = f"{key}:{title}"  # another subject begins with a few again
        shown = SHOWN * state.steps(subject)
        for row in sentences.head(shown).itertuples():
            text = html.marked(row.text.strip(), [*(words or []), page.filters.text])
            html.show(f"<blockquote><b>{escape(page.names[row.speaker_id])}</b>　{text}</blockquote>")
            place_link(page, row.turn_id, row.line, key=f"place_{key}_{row.sentence_id}")
        if shown < len(sentences):
            st.button(
                page.t("evidence.more", count=len(sentences) - shown),
                key=f"more_{key}",
                on_click=state.step,
                args=(subject,),
            )
