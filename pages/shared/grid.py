"""The one way a table comes onto a page, with the button that saves it."""

from __future__ import annotations

from zlib import crc32

import pandas as pd
import streamlit as st

from pages.shared import download
from pages.shared.shell import Page


def draw(page: Page, table: pd.DataFrame, *, key: str, config: dict) -> list[int]:
    """Draw a table, its first column telling the rows apart; give the place of the row that is chosen, or nothing.

    Streamlit keeps a selection by place, so a table of other rows is another widget: the old place would be another
    row, or past the end.
    """
    mark = crc32("\n".join(map(str, table.iloc[:, 0])).encode())
    chosen = st.dataframe(
        table,
        column_config=config,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        key=f"{key}_{mark:08x}",
    )
    _save(page, table, key=key, config=config)
    return list(chosen.selection.rows)


def plain(page: Page, table: pd.DataFrame, *, key: str, config: dict) -> None:
    """Draw a table whose rows lead nowhere."""
    st.dataframe(table, column_config=config, hide_index=True, key=key)
    _save(page, table, key=key, config=config)


def _save(page: Page, table: pd.DataFrame, *, key: str, config: dict) -> None:
    download.csv(page, table, key=key, headers={name: column["label"] for name, column in config.items()})
