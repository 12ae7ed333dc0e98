"""What one speaker, role, region or chapter says more than the rest."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.keyness import CRITICAL, GROUPINGS, SMALL, compare_terms, group_keys
from pages.shared import evidence, grid, html, plot, state, subjects, topic_charts
from pages.shared.shell import Page

SHOWN = 10  # terms drawn as bars


def draw(page: Page, terms: pd.DataFrame) -> None:  # noqa: ARG001 - every tab takes the same
    """Let a group be chosen, and draw what it says more than the rest."""
    t = page.t
    groups = {by: group_keys(page.workshop, page.sentences, by) for by in GROUPINGS}
    groups = {by: keys for by, keys in groups.items() if keys.nunique() > 1}
    if not groups:
        st.info(t("empty.compare"))
        return
    keys, group, name = _choose(page, groups)
    is_inside = keys == group
    table = compare_terms(page.workshop, page.sentences, is_inside)
    more = table[table["is_more"]]
    title = _title(page, more, name)
    html.section(title)
    drawn = more.head(SHOWN)
    picked = []
    if len(drawn):
        picked = plot.draw(_bars(page, drawn, name), key="topics_compare", alt=title)
    html.note(t("compare.note", small=SMALL, critical=CRITICAL))
    for side, term in [picked] if picked else []:
        found = subjects.sentences_with(page, term)
        found = found[is_inside.loc[found.index] == (side == 0)]
        said = t("evidence.group_term", name=name if side == 0 else t("compare.rest"), term=term)
        evidence.sentences_behind(page, said, found, key="topics_compare", words=[term])
    _table(page, table)


def _choose(page: Page, groups: dict[str, pd.Series]) -> tuple[pd.Series, str, str]:
    """Draw what to compare by and which group; give the key of each sentence, the group's key and its name."""
    t, chars = page.t, page.sentences["chars"]
    asked, _, wanted = state.value("group").partition(":")
    left, right = st.columns([1, 2])
    by_key, group_key = "topics_compare_by", "topics_compare_group"
    state.set_widget(by_key, asked if asked in groups else next(iter(groups)), since=tuple(groups))
    with left:
        by = st.selectbox(t("compare.by"), list(groups), key=by_key, format_func=lambda b: t(f"compare.by_{b}"))
    names = _names(page, by)
    said = chars.groupby(groups[by]).sum().drop("", errors="ignore").sort_values(ascending=False, kind="stable")
    options = [key for key in names if key in said.index]
    chosen = wanted if by == asked and wanted in options else said.index[0]
    state.set_widget(group_key, chosen, since=(by, tuple(options)))
    with right:
        group = st.selectbox(t("compare.group"), options, key=group_key, format_func=names.get)
    state.keep("group", [f"{by}:{group}"])
    state.leave()
    return groups[by], group, names[group]


def _names(page: Page, by: str) -> dict[str, str]:
    """Name the groups, in their order in the tables."""
    if by == "chapter":
        chapters = page.tables["chapters"]
        return {
            str(row.chapter_id): page.t(
                "compare.chapter", first=row.first_turn_id + 1, last=row.last_turn_id + 1, title=row.title
            )
            for row in chapters.itertuples()
        }
    if by == "speaker":
        return {str(speaker): name for speaker, name in page.names.items()}
    if by == "role":
        return {role: page.t(f"role.{role}") for role in dict.fromkeys(page.tables["speakers"]["role"])}
    return {region: region for region in dict.fromkeys(page.tables["speakers"]["region"].dropna())}


def _title(page: Page, more: pd.DataFrame, name: str) -> str:
    """State the term that the group says more than anyone would by chance, where there is one said often enough."""
    sure = more[~more["is_small"] & (more["g2"] >= CRITICAL)]
    if sure.empty:
        return page.t("compare.none_title", name=name)
    row = sure.iloc[0]
    counts = {"count": row["count"], "rest_count": row["rest_count"]}
    rates = {"rate": row["per_1k_chars"], "rest_rate": row["rest_per_1k_chars"]}
    return page.t("compare.title", name=name, term=row["term"], **counts, **rates)


def _bars(page: Page, rows: pd.DataFrame, name: str) -> go.Figure:
    t, few = page.t, rows["is_small"].tolist()
    sides = []
    for side, count, rate in (
        (name, "count", "per_1k_chars"),
        (t("compare.rest"), "rest_count", "rest_per_1k_chars"),
    ):
        hovers = [
            t("compare.hover", name=side, term=term, count=n, rate=each, g2=g2)
            for term, n, each, g2 in zip(rows["term"], rows[count], rows[rate], rows["g2"], strict=True)
        ]
        texts = [
            t("compare.few" if small and side == name else "compare.count", count=n)
            for n, small in zip(rows[count], few, strict=True)
        ]
        sides.append((side, rows[rate].tolist(), texts, hovers))
    return topic_charts.versus(rows["term"].tolist(), sides, faint=few, x_title=t("axis.per_1k"))


def _table(page: Page, table: pd.DataFrame) -> None:
    """Draw every term with its figures; a click on a row shows the sentences of both sides."""
    t = page.t
    shown = table.drop(columns=["is_more"]).assign(is_small=[t("compare.small") * few for few in table["is_small"]])
    config = {"term": st.column_config.Column(t("col.term"), width="medium")}
    config |= {c: st.column_config.Column(t(f"col.compare_{c}")) for c in shown.columns[1:]}
    for column in ("per_1k_chars", "rest_per_1k_chars", "g2", "log_ratio"):
        config[column] = st.column_config.NumberColumn(t(f"col.compare_{column}"), format="%.1f")
    for place in grid.draw(page, shown, key="topics_compare_table", config=config):
        subjects.show_term(page, table["term"].iloc[place], key="topics_compare_row")
