"""The workshops that are here already: renamed, saved as a zip, removed and brought back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from analysis import archive, library, shelf
from analysis.errors import AnalysisError
from pages.shared import html, shell, state

Translator = Callable[..., str]
LONGEST = 120


def draw(t: Translator) -> None:
    """List the workshops this session may change, and how to bring removed ones back."""
    folders = shelf.workshops(state.home())
    _removed(t)
    trouble = state.held("keeping_trouble", list)
    while trouble:
        st.error(html.literal(trouble.pop().message(state.language())))
    if not folders:
        return
    html.section(t("keep.title", count=len(folders)))
    html.note(t("keep.note") if state.keeps_uploads() else t("keep.note_session"))
    titles = shell.shown_titles(folders)
    for folder in folders:
        with st.expander(html.literal(titles[folder.name]), key=f"upload_kept_{folder.name}"):
            _workshop(t, folder, titles[folder.name])


def _workshop(t: Translator, folder: Path, title: str) -> None:
    slug = folder.name
    key = f"upload_rename_{slug}"
    state.set_widget(key, title, since=title)
    st.text_input(t("keep.rename"), key=key, max_chars=LONGEST, on_change=_rename, args=(slug, key))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            t("keep.download"),
            data=partial(_packed, folder),
            file_name=f"{slug}.zip",
            mime="application/zip",
            key=f"upload_zip_{slug}",
            on_click="ignore",
            icon=":material/download:",
        )
        if state.held("removing", str) == slug:
            html.note(t("keep.sure"))
            st.button(t("keep.yes"), key=f"upload_yes_{slug}", type="primary", on_click=_remove, args=(slug,))
            st.button(t("keep.no"), key=f"upload_no_{slug}", on_click=state.hold, args=("removing", ""))
        else:
            st.button(t("keep.remove"), key=f"upload_remove_{slug}", on_click=state.hold, args=("removing", slug))


def _packed(folder: Path) -> bytes:
    return archive.pack(folder, shelf.sources(folder.parent.parent, folder.name))


def _rename(slug: str, key: str) -> None:
    title = " ".join(str(state.pressed(key)).split())
    if title:
        _try(library.rename, slug, title)


def _remove(slug: str) -> None:
    state.hold("removing", "")
    _try(lambda home, slug: state.removed().append(library.remove(home, slug)), slug)


def _try(do: Callable[..., None], *args: str) -> None:
    """Do something to the library; what goes wrong is said when the page is drawn."""
    try:
        do(state.home(), *args)
    except AnalysisError as problem:
        state.held("keeping_trouble", list).append(problem)


def _removed(t: Translator) -> None:
    for place, removed in enumerate(state.removed()):
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"upload_removed_{place}"):
            html.note(t("keep.removed", title=removed.title))
            st.button(t("keep.undo"), key=f"upload_undo_{place}", on_click=_bring_back, args=(removed,))


def _bring_back(removed: library.Removed) -> None:
    def back(_home: Path) -> None:
        library.bring_back(removed)
        state.removed().remove(removed)

    _try(back)
