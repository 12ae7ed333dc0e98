"""Colours and type of the theme in use."""

from __future__ import annotations

import streamlit as st


def _theme() -> str:
    return "dark" if st.context.theme.type == "dark" else "light"


def palette() -> list[str]:
    """Give the colours of the theme in use, for HTML; charts have placeholders of their own."""
    return list(st.get_option(f"theme.{_theme()}.chartCategoricalColors"))


def ink() -> str:
    """Give the text colour of the theme in use: Streamlit draws a chart's labels in a grey that is hard to read."""
    return st.get_option(f"theme.{_theme()}.textColor")


def paper() -> str:
    """Give the background of the theme in use."""
    return st.get_option(f"theme.{_theme()}.backgroundColor")


def font() -> str:
    """Give the font families that the pages are set in."""
    return st.get_option("theme.font")
