"""Where transcripts come in: dropped as files, or pasted as text."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from analysis.readers.magic import FILE_LIMIT, MEGABYTE
from pages.shared import drafts, html, state, uploader

Translator = Callable[..., str]


def draw(t: Translator) -> None:
    """Draw the ways in; whatever comes is read at once."""
    kept = state.keeps_uploads()
    (st.info if kept else st.warning)(t("upload.kept_here") if kept else t("upload.session_only"))
    turn = state.held("uploader", int)  # another number is another widget: an empty one
    st.file_uploader(
        t("upload.files"),
        accept_multiple_files=True,
        key=f"upload_files_{turn}",
        max_upload_size=FILE_LIMIT // MEGABYTE,
        on_change=_take_files,
        args=(turn,),
    )
    uploader.speak(t, limit=FILE_LIMIT // MEGABYTE)
    with st.expander(t("upload.paste")):
        state.set_widget("upload_pasted", state.held("pasted", str))
        st.text_area(t("upload.paste_label"), key="upload_pasted", height=180, on_change=_keep_pasted)
        st.button(t("upload.paste_read"), key="upload_paste_read", on_click=_take_pasted, args=(t("upload.pasted"),))


def _take_files(turn: int) -> None:
    for file in state.pressed(f"upload_files_{turn}"):
        drafts.take(file.getvalue(), file.name)
    state.hold("uploader", turn + 1)


def _keep_pasted() -> None:
    state.hold("pasted", state.pressed("upload_pasted"))


def _take_pasted(name: str) -> None:
    """Read what was pasted; once it is read the field is free for more."""
    text = str(state.pressed("upload_pasted"))
    drafts.take(text.encode("utf-8", "replace"), f"{name}.txt")
    if drafts.every() and next(reversed(drafts.every().values())).problem is None:
        state.hold("pasted", "")
        state.set_widget("upload_pasted", "", since="read")


def choose(t: Translator) -> drafts.Given | None:
    """Say what has come in, and let one be chosen; give it."""
    files, given = drafts.every(), drafts.shown()
    if given is None:
        return None
    html.section(t("upload.files_title", count=len(files)))
    if len(files) > 1:
        labels = {number: _label(t, each) for number, each in files.items()}
        state.set_widget("upload_shown", given.number, since=given.number)
        st.selectbox(t("upload.choose"), list(labels), key="upload_shown", format_func=labels.get, on_change=_show)
    else:
        html.note(_label(t, given))
    return given


def _show() -> None:
    drafts.show(state.pressed("upload_shown"))


def put_away(t: Translator, given: drafts.Given) -> None:
    """Draw the button that puts a file away."""
    key = f"upload_drop_{given.number}"
    st.button(t("upload.put_away"), key=key, on_click=drafts.drop, args=(given.number,), type="tertiary")


def _label(t: Translator, given: drafts.Given) -> str:
    if given.packed:
        return t("upload.label_packed", file=given.file)
    if given.draft is None:
        return t("upload.label_problem", file=given.file)
    return t(
        "upload.label_read", file=given.file, turns=len(given.draft.transcript.turns), speakers=len(given.draft.people)
    )
