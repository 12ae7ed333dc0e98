"""Parts of the page on method."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from analysis.errors import AnalysisError
from analysis.model_card import read_card
from analysis.pairs import LIKELY
from analysis.text.method import FACTS
from pages.shared import grid, html, state
from pages.shared.shell import Page

PRIVACY = ("local", "public")
CODES = ("what", "place", "limit", "more", "key")


def paragraphs(page: Page, group: str, names: tuple[str, ...]) -> None:
    """Draw a list of explanations, each with what it explains in front."""
    t = page.t
    items = "".join(
        f"<p><b>{escape(t(f'about.{group}_{name}'))}</b>　{escape(t(f'about.{group}_{name}_text', likely=LIKELY))}</p>"
        for name in names
    )
    html.show(items)


def accuracy(page: Page) -> None:
    """Show what the model reached on meetings it never saw, and how right each band of confidence was."""
    t = page.t
    try:
        card = read_card()
    except AnalysisError as problem:
        st.error(html.literal(problem.message(state.language())))
        return
    html.note(t("about.accuracy_note", meetings=card.meetings, sentences=card.sentences))
    html.figures(
        [(t(f"about.{name}"), f"{figure:.2f}", t(f"about.{name}_what")) for name, figure in card.figures.items()]
    )
    html.note(t("about.bands_note"))
    bands = pd.DataFrame(
        {
            "kind": [t(f"kind.{band.kind}") for band in card.bands],
            "band": [f"{band.low:.0%}–{band.high:.0%}" for band in card.bands],
            "rows": [band.rows for band in card.bands],
            "precision": [band.precision for band in card.bands],
        }
    )
    config = {name: st.column_config.Column(t(f"col.band_{name}")) for name in bands.columns}
    config["precision"] = st.column_config.NumberColumn(t("col.band_precision"), format="percent")
    grid.plain(page, bands, key="about_bands", config=config)


def source(page: Page) -> pd.DataFrame:
    """List where the tables come from."""
    about = page.workshop.about
    return pd.DataFrame(
        [(page.t(f"about.fact_{fact}"), str(about[fact])) for fact in FACTS if about.get(fact)],
        columns=["fact", "value"],
    )


def columns(page: Page) -> dict:
    """Name the columns of `source`."""
    return {name: st.column_config.Column(page.t(f"col.fact_{name}")) for name in ("fact", "value")}
