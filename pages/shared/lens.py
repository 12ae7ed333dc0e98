"""What regions or organisations say, against the number of their people."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.groups import LENSES, group_shares
from pages.shared import charts, download, evidence, html, plot, state
from pages.shared.shell import Page


def draw(page: Page, speaking: pd.DataFrame, sentences: pd.DataFrame) -> None:
    """Let a lens be chosen and draw its groups; a click shows what a group said."""
    t = page.t
    known = {lens: speaking[lens].dropna().nunique() for lens in LENSES}
    lenses = [lens for lens in LENSES if known[lens] > 1]
    if not lenses:
        html.section(t("lens.heading"))
        html.note(t("empty.lens"))
        return
    lens = _choose(page, lenses)
    table = group_shares(speaking, lens)
    names = [group or t("lens.unknown") for group in table["group"]]
    first = table.iloc[0]
    facts = {"speakers": first["speakers"], "expected": first["expected_share"], "ratio": first["ratio"]}
    title = t("lens.title", group=names[0], share=first["char_share"], **facts)
    html.section(title, explained=(t("help.mark"), t("lens.note")))
    for group in plot.draw(_bars(page, table, names), key=f"speakers_lens_{lens}", alt=title):
        people = speaking["speaker_id"][speaking[lens].fillna("") == group]
        said = t("lens.evidence", group=group or t("lens.unknown"))
        evidence.sentences_behind(page, said, sentences[sentences["speaker_id"].isin(people)], key="speakers_lens")
    kept = table.assign(group=names).round(4)
    download.csv(page, kept, key="speakers_lens", headers={c: t(f"col.lens_{c}") for c in kept.columns})


def _choose(page: Page, lenses: list[str]) -> str:
    t = page.t
    html.section(t("lens.heading"))
    state.set_widget("speakers_lens", state.value("lens") if state.value("lens") in lenses else lenses[0], since=lenses)
    lens = st.radio(
        t("lens.by"), lenses, key="speakers_lens", format_func=lambda each: t(f"lens.{each}"), horizontal=True
    )
    state.keep("lens", [lens] if lens != lenses[0] else [])
    state.leave()
    return lens


def _bars(page: Page, table: pd.DataFrame, names: list[str]) -> go.Figure:
    t = page.t
    return charts.bars(
        names,
        table["char_share"].tolist(),
        table["group"].tolist(),
        x_title=t("axis.char_share"),
        hover=[
            t(
                "lens.hover",
                group=name,
                speakers=r.speakers,
                chars=r.chars,
                share=r.char_share,
                expected=r.expected_share,
            )
            for name, r in zip(names, table.itertuples(), strict=True)
        ],
        texts=[t("lens.bar", share=r.char_share, expected=r.expected_share, ratio=r.ratio) for r in table.itertuples()],
        percent=True,
    )
