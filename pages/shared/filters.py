"""The filters of the sidebar, the same on every page, kept in the view and so in the URL."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.tables import ROLES
from analysis.views import Filters
from analysis.workshop import Workshop
from pages.shared import html, state

NAMES = ("speaker", "role", "topic", "q")
MAX_TEXT = 60


def draw(t: Callable[..., str], workshop: Workshop) -> Filters:
    """Draw the widgets; keep and give what they say."""
    speakers, topics = workshop.tables["speakers"], workshop.tables["topics"]
    ids = dict(zip(speakers["name"].tolist(), speakers["speaker_id"].tolist(), strict=True))
    labels = {str(i): label for i, label in zip(topics["topic_id"].tolist(), topics["label"].tolist(), strict=True)}
    st.caption(t("filter.heading"))
    names = _several("speaker", t("filter.speakers"), list(ids), t("filter.anyone"), format_func=str)
    state.set_widget("filter_role", state.value("role") if state.value("role") in ROLES else "")
    role = st.selectbox(
        t("filter.role"), ("", *ROLES), key="filter_role", format_func=lambda r: t(f"role.{r}" if r else "filter.any")
    )
    chosen = _several("topic", t("filter.topics"), list(labels), t("filter.any"), format_func=labels.get)
    state.set_widget("filter_q", state.value("q")[:MAX_TEXT])
    text = st.text_input(
        t("filter.text"),
        key="filter_q",
        max_chars=MAX_TEXT,
        placeholder=t("filter.text_hint"),
        on_change=state.cover_widget,
        args=("filter_q",),
    ).strip()
    state.keep("role", [role] if role else [])
    state.keep("q", [text] if text else [])
    return Filters(tuple(ids[n] for n in names), role, tuple(int(i) for i in chosen), text)


def _several(name: str, label: str, options: list[str], nothing: str, *, format_func: Callable) -> list[str]:
    """Draw a multiselect over known values and keep what is chosen."""
    key = f"filter_{name}s"
    state.set_widget(key, [v for v in state.values(name) if v in options])
    chosen = st.multiselect(label, options, key=key, format_func=format_func, placeholder=nothing)
    state.keep(name, chosen)
    return chosen


def chips(t: Callable[..., str], workshop: Workshop, filters: Filters) -> None:
    """Say what is filtered, with one click to clear it."""
    if not filters:
        return
    speakers, topics = workshop.tables["speakers"], workshop.tables["topics"]
    parts = speakers["name"][speakers["speaker_id"].isin(filters.speakers)].tolist()
    parts += [t(f"role.{filters.role}")] if filters.role else []
    parts += topics["label"][topics["topic_id"].isin(filters.topics)].tolist()
    parts += [t("filter.quoted", text=filters.text)] if filters.text else []
    with st.container(horizontal=True, vertical_alignment="center"):
        html.note(t("filter.shown") + " · ".join(parts))
        st.button(t("filter.clear"), key="filter_clear", on_click=state.clear, args=NAMES)
