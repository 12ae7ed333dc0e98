"""Names that are edited in place, and the history of what was decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from html import escape

import streamlit as st

from analysis.edits.log import MAX_NAME, Edit, clean
from analysis.edits.store import change_name, redo, undo
from analysis.errors import AnalysisError
from pages.shared import html, state
from pages.shared.shell import Page

SHOWN = 6  # entries of the history drawn at once


def marked(page: Page, kind: str, row: int, name: str) -> str:
    """Give a name, marked where a person gave it."""
    return page.t("edits.by_hand", name=name) if (kind, row) in page.decided.marks else name


def field(page: Page, kind: str, row: int, name: str, *, label: str) -> None:
    """Draw a button that opens the field of a name; what is typed is kept at once."""
    t, key = page.t, f"name_{kind}_{row}"
    mark = page.decided.marks.get((kind, row))
    said = t("edits.machine_said", name=mark.machine) if mark else ""
    opening = st.popover(
        html.literal(label),
        type="tertiary",
        icon=":material/edit:",
        help=html.literal(said) or None,
        key=key,
        on_change="rerun",
    )
    if not opening.open:
        return
    with opening:
        state.set_widget(f"{key}_field", clean(name), since=(page.folder.name, name))
        st.text_input(
            t(f"edits.{kind}"),
            key=f"{key}_field",
            max_chars=MAX_NAME,
            on_change=_keep_name,
            args=(page, kind, row, key),
        )
        html.note(t("edits.field_help"))
        if mark:
            html.note(said)
            _button(page, mark.edit, undo, t("edits.undo"), key=f"{key}_undo", closes=key)


def _keep_name(page: Page, kind: str, row: int, key: str) -> None:
    name = state.typed(f"{key}_field")
    _try(partial(change_name, page.folder, page.decided.machine, kind, row, name), closes=key)


def _try(change: Callable[[], None], *, closes: str = "") -> None:
    """Change something; where that fails the page says so, and what was typed stays."""
    try:
        change()
    except AnalysisError as problem:
        state.say(problem)
        return
    if closes:
        state.close(closes)


def _button(page: Page, edit: Edit, change: Callable, label: str, *, key: str, closes: str = "") -> None:
    """Draw the button that undoes an edit or does it again."""
    act = partial(_try, partial(change, page.folder, edit.id), closes=closes)
    st.button(label, key=key, type="tertiary", on_click=act)


def history(page: Page) -> None:
    """Say what has lost its place, and list what was decided, the newest first, each to be undone or done again."""
    t, log = page.t, page.decided.log
    for orphan in page.decided.orphans:
        edit = orphan.edit
        told = {"kind": t(f"edits.{edit.kind}"), "name": edit.after, "before": edit.before}
        lost = t("edits.orphan", nearest=orphan.nearest, **told) if orphan.nearest else t("edits.orphan_alone", **told)
        st.warning(html.literal(lost))
    edits = log.edits[::-1]
    if not edits:
        return
    with st.expander(t("edits.history", count=len(edits)), key="edits_history"):
        shown = SHOWN * state.steps("edits")
        for edit in edits[:shown]:
            _entry(page, edit, log.undone.get(edit.id))
        if shown < len(edits):
            label = t("edits.more", count=len(edits) - shown)
            st.button(label, key="more_edits", on_click=state.step, args=("edits",))


def _entry(page: Page, edit: Edit, undone: str | None) -> None:
    t = page.t
    after = edit.after or t("edits.machine")
    line = t("edits.entry", when=_local(edit.when), kind=t(f"edits.{edit.kind}"), before=edit.before, after=after)
    tag = f'<span class="tag">{escape(t("edits.undone", when=_local(undone)))}</span>' if undone else ""
    with st.container(horizontal=True, vertical_alignment="center", key=f"edit_{edit.id}"):
        html.show(f"<p>{tag}{escape(line)}</p>")
        if page.may_edit:
            change, label = (redo, t("edits.redo")) if undone else (undo, t("edits.undo"))
            _button(page, edit, change, label, key=f"turn_{edit.id}")


def _local(when: str) -> str:
    """Write a moment as the reader's clock shows it."""
    return datetime.fromisoformat(when).astimezone(state.clock()).strftime("%Y-%m-%d %H:%M")
