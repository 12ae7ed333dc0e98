"""The frame of every page: title, links, language, workshop, filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from analysis.edits.overlay import Decided
from analysis.errors import AnalysisError
from analysis.text import LANGUAGES, translator
from analysis.views import Filters, select_sentences
from analysis.workshop import Workshop, read_about
from pages.shared import filters, html, plot, state, switch, unload

PAGES = {  # the one list of pages, in reading order
    "overview": "dashboard.py",
    "speakers": "pages/speakers.py",
    "topics": "pages/topics.py",
    "challenges": "pages/challenges.py",
    "transcript": "pages/transcript.py",
    "upload": "pages/upload.py",
    "about": "pages/about.py",
}


@dataclass(frozen=True)
class Page:
    """What a page draws from: its words, its workshop, the sentences that pass the filters, and what was decided."""

    name: str
    t: Callable[..., str]
    workshop: Workshop
    filters: Filters
    sentences: pd.DataFrame
    folder: Path
    decided: Decided
    may_edit: bool

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
    t = _begin(name)
    try:
        with st.sidebar:
            links = st.container()  # filled when the filters are known, for a link holds the whole view
            folder = _choose_workshop(t)
        decided, unreadable = state.load_workshop(folder)
    except AnalysisError as problem:
        with st.sidebar:
            _language(t)
        _links(t, links)
        st.error(html.literal(problem.message(state.language())))
        state.leave()
        st.stop()
    workshop = decided.workshop
    with st.sidebar:
        chosen = filters.draw(t, workshop)
        switch.draw(t)
        _language(t)
        _image(t)
    _links(t, links)
    html.heading(t(f"page.{name}"), workshop.about)
    _problems(unreadable, state.said())
    filters.chips(t, workshop, chosen)
    state.leave()
    # an edit is about the words that were said: where codes stand in for them it would find nothing again
    may_edit = unreadable is None and state.is_own(folder) and not state.codes()
    return Page(name, t, workshop, chosen, select_sentences(workshop, chosen), folder, decided, may_edit)


def _problems(unreadable: AnalysisError | None, failed: AnalysisError | None) -> None:
    """Say what keeps edits from being read, and why the last one was not kept."""
    for problem, box in ((unreadable, st.warning), (failed, st.error)):
        if problem is not None:
            box(html.literal(problem.message(state.language())))


def open_bare(name: str) -> Callable[..., str]:
    """Frame a page that draws from no workshop and has nothing to filter, only names to settle; give its words."""
    t = _begin(name)
    with st.sidebar:
        links = st.container()
        if state.workshops():
            _choose_workshop(t)
        _language(t)
    _links(t, links)
    html.heading(t(f"page.{name}"))
    state.leave()
    if state.codes():
        st.info(t("shell.names_only"))
        st.stop()
    return t


def _begin(name: str) -> Callable[..., str]:
    state.enter(name)
    t = translator(state.language())
    st.set_page_config(page_title=f"{t(f'page.{name}')} · {t('app.name')}", page_icon="📋", layout="wide")
    html.style()
    unload.guard(t)
    return t


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
    found = {state.slug(folder): folder for folder in state.workshops()}
    if not found:
        raise AnalysisError("no_workshop")
    newest = max(found, key=lambda name: found[name].stat().st_mtime_ns)
    asked = {folder.name: name for name, folder in found.items()} | {name: name for name in found}
    chosen = asked.get(state.value("workshop"), newest)
    if len(found) > 1:
        state.set_widget("workshop", chosen)
        names = {name: name for name in found} if state.codes() else shown_titles(list(found.values()))
        chosen = st.selectbox(
            t("shell.workshop"), list(found), key="workshop", format_func=names.get, on_change=_forget_filters
        )
    state.keep("workshop", [chosen])
    return found[chosen]


def shown_titles(folders: list[Path]) -> dict[str, str]:
    """Give workshops' titles by slug; where two are the same, or one cannot be read, the slug tells them apart."""
    titles = {folder.name: _title(folder) for folder in folders}
    many = Counter(titles.values())
    return {slug: title if many[title] == 1 else f"{title} · {slug}" for slug, title in titles.items()}


def _title(folder: Path) -> str:
    try:
        return read_about(folder)["title"] or folder.name
    except AnalysisError:
        return folder.name


def show_workshop(slug: str) -> None:
    """Take a workshop into view, with nothing filtered."""
    state.keep("workshop", [slug])
    _clear_view()


def _forget_filters() -> None:
    """Take the workshop that was just chosen; it has other speakers and topics."""
    state.keep_widget("workshop")
    _clear_view()


def _clear_view() -> None:
    state.clear(*filters.NAMES, "turn", "term", "part", "group", "find")


def _image(t: Callable[..., str]) -> None:
    """Draw the choice of what charts are saved as, kept in the view as the language is."""
    state.set_widget("image", plot.image())
    st.radio(
        t("shell.image"),
        plot.IMAGES,
        format_func=str.upper,
        key="image",
        horizontal=True,
        help=t("shell.image_help"),
        on_change=state.keep_widget,
        args=("image", "image", _but_first),
    )


def _but_first(chosen: object) -> list[str]:
    """Write a choice as the view does: the first format is what a link without one means."""
    return [] if chosen == plot.IMAGES[0] else [str(chosen)]


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
