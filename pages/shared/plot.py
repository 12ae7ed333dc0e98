"""The one way a chart comes onto a page: in the theme's ink, clickable, described in words."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from analysis.text import translator
from pages.shared import state

_CONFIG = {"displaylogo": False, "modeBarButtons": [["toImage"]]}
_LOCALE = "ours"  # plotly looks its own words up in a locale; ours holds the one that is shown
_SCALE = 2  # pixels of a saved picture for one on the screen, so that it is sharp on a slide


def draw(figure: go.Figure, *, key: str, alt: str) -> list:
    """Draw a figure; give the custom data of the point that is clicked, or nothing."""
    ink = state.ink()
    figure.update_xaxes(tickfont_color=ink, title_font_color=ink)
    figure.update_yaxes(tickfont_color=ink, title_font_color=ink)
    figure.update_layout(legend_font_color=ink)
    figure.update_traces(textfont_color=ink)
    words = {"Download plot as a PNG": translator(state.language())("download.png")}
    config = _CONFIG | {
        "toImageButtonOptions": {"filename": key, "scale": _SCALE},
        "locale": _LOCALE,
        "locales": {_LOCALE: {"dictionary": words, "format": {}}},
    }
    event = st.plotly_chart(
        figure, key=key, on_select="rerun", selection_mode="points", config=config, alt=alt, width="stretch"
    )
    points = event.selection.points
    data = points[0].get("customdata") if points else None
    if isinstance(data, dict):  # some traces give {"0": value}
        data = [data[place] for place in sorted(data)]
    return list(data) if data else []
