"""What a page shows, as a file to keep."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.codes import Key
from analysis.csv_file import csv_bytes
from analysis.export import KINDS, export, file_name
from pages.shared import html, loaded, state, switch
from pages.shared.shell import Page


def svg(page: Page, picture: str, *, key: str) -> None:
    """Draw the button that saves a picture."""
    _button(page, page.t("download.svg"), picture, name=f"_{key}.svg", mime="image/svg+xml")


def csv(page: Page, table: pd.DataFrame, *, key: str, headers: dict[str, str]) -> None:
    """Draw the button that saves a table; the file is made when it is clicked."""
    label = page.t("download.csv", rows=len(table))
    _button(page, label, partial(csv_bytes, table, headers), name=f"_{key}.csv", mime="text/csv")


def key(page: Page) -> None:
    """Draw the button that saves which code stands for whom, where this may be seen."""
    if switch.may_have_key():
        _button(page, page.t("codes.download"), partial(_key, page, state.key()), name="_codes.csv", mime="text/csv")


def _key(page: Page, key: Key) -> bytes:
    """Write the key; it is given, for a file is made outside the session, where none is in view."""
    return csv_bytes(switch.key_rows(page.t, key), switch.headers(page.t))


def files(page: Page) -> None:
    """Offer the whole session as files to hand out, each made when it is clicked."""
    with st.expander(page.t("take.title"), icon=":material/inventory_2:"):
        html.note(page.t("take.note"))
        key = state.key() if state.codes() else None  # a file is made outside the session, where no view is open
        with st.container(horizontal=True, key="take"):
            for kind in KINDS:
                make = partial(_file, page.folder, kind, state.language(), key)
                name = file_name(page.workshop, kind)
                _button(page, page.t(f"take.{kind}"), make, name=name.removeprefix(f"{page.workshop.about['slug']}"))


def _file(folder: Path, kind: str, language: str, key: Key | None) -> bytes:
    return export(loaded.whole(folder, key), kind, lang=language)


def _button(page: Page, label: str, data: str | Callable[[], bytes], *, name: str, mime: str | None = None) -> None:
    """Draw a button; the file is named after the workshop, then `name`."""
    st.download_button(
        label,
        data=data,
        file_name=f"{page.workshop.about['slug']}{name}",
        mime=mime,
        key=f"download{name}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
