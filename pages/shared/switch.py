"""The switch between names and codes, and the key for whoever may see names."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from analysis.codes import Key
from analysis.pseudonyms import key_table
from pages.shared import state

COLUMNS = ("code", "kind", "name", "forms")


def draw(t: Callable[..., str]) -> None:
    """Draw the switch; where it stands on codes, say what they do not cover."""
    state.set_widget("codes", "1" if state.codes() else "")
    st.radio(
        t("codes.switch"),
        ("", "1"),
        format_func=lambda coded: t("codes.codes" if coded else "codes.names"),
        key="codes",
        horizontal=True,
        on_change=state.switch_codes,
        args=("codes",),
    )
    if state.codes():
        st.caption(t("codes.note"))


def may_have_key() -> bool:
    """Tell whether the key may be saved: on one's own machine, or by who uploaded the workshop."""
    return state.own_in_view()


def key_rows(t: Callable[..., str], key: Key) -> pd.DataFrame:
    """List the key in the language of the page, made when it is asked for."""
    table = key_table(key)
    kinds = [t(f"codes.kind_{kind}") for kind in table["kind"]]
    return table.assign(kind=kinds, forms=[t("codes.joint").join(forms) for forms in table["forms"]])


def headers(t: Callable[..., str]) -> dict[str, str]:
    """Name the columns of the key."""
    return {column: t(f"col.key_{column}") for column in COLUMNS}
