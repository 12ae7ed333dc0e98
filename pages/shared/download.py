"""What a page shows, as a file to keep."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from analysis.codes import Key
from analysis.csv_file import csv_bytes
from pages.shared import state, switch
from pages.shared.shell import Page


def svg(page: Page, picture: str, *, key: str) -> None:
    """Draw the button that saves a picture."""
    _button(page, page.t("download.svg"), picture, name=f"{key}.svg", mime="image/svg+xml")


def csv(page: Page, table: pd.DataFrame, *, key: str, headers: dict[str, str]) -> None:
    """Draw the button that saves a table; the file is made when it is clicked."""
    label = page.t("download.csv", rows=len(table))
    _button(page, label, partial(csv_bytes, table, headers), name=f"{key}.csv", mime="text/csv")


def key(page: Page) -> None:
    """Draw the button that saves which code stands for whom, where this may be seen."""
    if switch.may_have_key():
        _button(page, page.t("codes.download"), partial(_key, page, state.key()), name="codes.csv", mime="text/csv")


def _key(page: Page, key: Key) -> bytes:
    """Write the key; it is given, for a file is made outside the session, where none is in view."""
    return csv_bytes(switch.key_rows(page.t, key), switch.headers(page.t))


def _button(page: Page, label: str, data: str | Callable[[], bytes], *, name: str, mime: str) -> None:
    st.download_button(
        label,
        data=data,
        file_name=f"{page.workshop.about['slug']}_{name}",
        mime=mime,
        key=f"download_{name}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
