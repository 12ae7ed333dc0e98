"""The frame of every page: title, links, language, workshop, filters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from analysis.errors import AnalysisError
from analysis.text import LANGUAGES, translator
from analysis.views import Filters, select_sentences
from analysis.workshop import Workshop
from pages.shared import filters, html, state

PAGES = {  # the one list of pages, in reading order
    "overview": "dashboard.py",
    "speakers": "pages/speakers.py",
    "topics": "pages/topics.py",
    "challenges": "pages/challenges.py",
    "transcript": "pages/transcript.py",
    "about": "pages/about.py",
}


@dataclass(frozen=True)
class Page:
    """What a page draws from: its words, its workshop, and the sentences that pass the filters."""

    name: str
    t: Callable[..., str]
    workshop: Workshop
    filters: Filters
    sentences: pd.DataFrame

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """All tables of the workshop."""
        return self.workshop.tables

    @property
    def names(self) -> dict[int, str]:
        """Speakers' names by id."""
        speakers = self.tables["speakers"]
        return dict(zip(speakers["speaker_id"].tolist(), speakers["name"].tolist(), strict=True))

    @property
    def has_ledger(self) -> bool:
        """Whether challenges and advice were looked for: the models were made for Chinese alone."""
        return self.workshop.about.get("chinese", True)  # a workshop built before this was told has its ledger


def open_page(name: str) -> Page:
    """Frame a page and give what it draws from; without a workshop to show say why, and stop."""
    state.enter(name)
    t = translator(state.language())
    st.set_page_config(page_title=f"{t(f'page.{name}')} · {t('app.name')}", page_icon="📋", layout="wide")
    html.style()
    try:
        with st.sidebar:
            links = st.container()  # filled when the filters are known, for a link holds the whole view
            folder = _choose_workshop(t)
        workshop = state.load_workshop(folder)
    except AnalysisError as problem:
        with st.sidebar:
            _language(t)
        _links(t, links)
        st.error(html.literal(problem.message(state.language())))
        state.leave()
        st.stop()
    with st.sidebar:
        chosen = filters.draw(t, workshop)
        _language(t)
    _links(t, links)
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        html.heading(t(f"page.{name}"), workshop.about)
        filters.chips(t, workshop, chosen)
    state.leave()
    return Page(name, t, workshop, chosen, select_sentences(workshop, chosen))


def _links(t: Callable[..., str], place) -> None:
    with place:
        for name in PAGES:
            page_link(name, label=t(f"page.{name}"))


def page_link(name: str, *, label: str, **place: str) -> None:
    """Draw a link to a page, or to a place in it, that holds the whole view, so that it can be copied."""
    st.page_link(PAGES[name], label=label, query_params=state.link(**place))


def address(name: str, **place: str) -> str:
    """Give the address of a page, or of a place in it, with the whole view, from any other page."""
    return f"{PAGES[name].removeprefix('pages/').removesuffix('.py')}?{urlencode(state.link(**place), doseq=True)}"


def go(name: str, **place: str) -> NoReturn:
    """Leave for a page, or for a place in it, with the whole view."""
    st.switch_page(PAGES[name], query_params=state.link(**place))


def _choose_workshop(t: Callable[..., str]):
    """Give the folder of the workshop in view; the one built last unless the view names another."""
    found = {folder.name: folder for folder in state.workshops()}
    if not found:
        raise AnalysisError("no_workshop")
    newest = max(found.values(), key=lambda folder: folder.stat().st_mtime_ns)
    chosen = state.value("workshop") if state.value("workshop") in found else newest.name
    if len(found) > 1:
        state.set_widget("workshop", chosen)
        chosen = st.selectbox(t("shell.workshop"), list(found), key="workshop", on_change=_forget_filters)
    state.keep("workshop", [chosen])
    return found[chosen]


def _forget_filters() -> None:
    """Take the workshop that was just chosen; it has other speakers and topics."""
    state.keep_widget("workshop")
    state.clear(*filters.NAMES, "turn", "term", "part", "group", "find")


def _language(t: Callable[..., str]) -> None:
    state.set_widget("lang", state.language())
    st.radio(
        t("shell.language"),
        LANGUAGES,
        format_func=lambda code: t(f"language.{code}"),
        key="lang",
        horizontal=True,
        on_change=state.keep_widget,
        args=("lang",),
    )
