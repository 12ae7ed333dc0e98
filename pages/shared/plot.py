"""The one way a chart comes onto a page: in the theme's ink, clickable, described in words."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

from pages.shared import state, theme

IMAGES = ("png", "svg")
_CONFIG = {"displaylogo": False, "modeBarButtons": [["toImage"]]}
_SCALE = {"png": 2, "svg": 1}  # pixels of a saved picture for one on the screen, so that it is sharp on a slide


def image() -> str:
    """Give the format that charts are saved in, as the reader has chosen it."""
    return state.value("image") if state.value("image") in IMAGES else IMAGES[0]


def _picture(key: str) -> dict:
    """Say how the button of a chart saves it: named as the tables of this workshop are."""
    kind = image()
    return {"format": kind, "scale": _SCALE[kind], "filename": f"{state.value('workshop')}_{key}"}


def draw(figure: go.Figure, *, key: str, alt: str) -> list:
    """Draw a figure; give the custom data of the point that is clicked, or nothing."""
    ink = theme.ink()
    figure.update_xaxes(tickfont_color=ink, title_font_color=ink)
    figure.update_yaxes(tickfont_color=ink, title_font_color=ink)
    figure.update_layout(legend_font_color=ink)
    figure.update_traces(textfont_color=ink)
    config = _CONFIG | {"toImageButtonOptions": _picture(key)}
    event = st.plotly_chart(
        figure, key=key, on_select="rerun", selection_mode="points", config=config, alt=alt, width="stretch"
    )
    points = event.selection.points
    data = points[0].get("customdata") if points else None
    if isinstance(data, dict):  # some traces give {"0": value}
        data = [data[place] for place in sorted(data)]
    return list(data) if data else []
