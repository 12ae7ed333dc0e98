"""What a page shows, as a file to keep."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from analysis.csv_file import csv_bytes
from pages.shared.shell import Page


def csv(page: Page, table: pd.DataFrame, *, key: str, headers: dict[str, str]) -> None:
    """Draw the button that saves a table; the file is made when it is clicked."""
    st.download_button(
        page.t("download.csv", rows=len(table)),
        data=partial(csv_bytes, table, headers),
        file_name=f"{page.workshop.about['slug']}_{key}.csv",
        mime="text/csv",
        key=f"csv_{key}",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
