"""The tabs at the foot of the topics page; what is in one is counted when it is opened."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from pages.shared import company, comparison, context, grid, html, state, subjects
from pages.shared.shell import Page

TABS = ("terms", "compare", "together", "context")


def draw(page: Page, terms: pd.DataFrame) -> None:
    """Draw the tabs, and the one that is open; the view keeps which."""
    t = page.t
    labels = {name: t(f"topics.tab_{name}") for name in TABS}
    opened = state.value("tab") if state.value("tab") in TABS else TABS[0]
    key = f"topics_tab_{state.language()}"  # a tab is known by its label, and that is another in another language
    state.set_widget(key, labels[opened])
    names = {label: name for name, label in labels.items()}

    def kept(label: object) -> list[str]:
        return [] if names[label] == TABS[0] else [names[label]]

    tabs = st.tabs(list(names), key=key, on_change=state.keep_widget, args=(key, "tab", kept))
    for tab, part in zip(tabs, (_terms, comparison.draw, company.draw, context.draw), strict=True):
        if tab.open:
            with tab:
                part(page, terms)


def _terms(page: Page, terms: pd.DataFrame) -> None:
    """Draw every term with its figures; a click on a row shows the sentences."""
    t = page.t
    html.section(t("topics.table_title", count=len(terms)))
    html.note(t("topics.table_note"))
    config = {c: st.column_config.Column(t(f"col.{c}")) for c in ("term", "sentences", "speakers", "topic")}
    config["count"] = st.column_config.NumberColumn(t("col.times"))
    config["score"] = st.column_config.NumberColumn(t("col.score"), format="%.3f", help=t("col.score_help"))
    topics = page.tables["topics"]
    labels = dict(zip(topics["topic_id"].tolist(), topics["label"].tolist(), strict=True))
    topic = subjects.topic_of_terms(page)
    shown = terms.assign(topic=[labels.get(topic.get(term), "") for term in terms["term"]])
    for place in grid.draw(page, shown, key="topics_table", config=config):
        subjects.show_term(page, terms["term"].iloc[place], key="topics_row")
