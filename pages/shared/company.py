"""Which terms are said together."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

from analysis.network import LEAST, MAX_NODES, Network, label_sides, network, readable_threshold, term_pairs
from pages.shared import evidence, grid, html, plot, state, subjects, topic_charts
from pages.shared.shell import Page

TERMS = 100  # pairs are looked for among so many leading terms
EDGES = 60  # lines that can be read: so many at most are drawn until the reader asks for more
HEIGHT = 560  # pixels
NARROW = 330  # pixels: where names do not touch on a phone, they do not on a wider screen


def draw(page: Page, terms: pd.DataFrame) -> None:
    """Draw the terms that stand in one sentence more than chance would have it; a click shows the sentences."""
    t = page.t
    pairs = term_pairs(page.workshop, terms.head(TERMS), page.sentences)
    if pairs.empty:
        st.info(t("empty.together", least=LEAST))
        return
    first = pairs.iloc[0]
    title = t("together.title", term=first["term"], other=first["other"], count=first["sentences"])
    html.section(title)
    shown = network(terms, pairs, threshold=_threshold(page, pairs))
    picked = plot.draw(_web(page, shown), key="topics_together", alt=title)
    html.note(t("together.note", nodes=len(shown.nodes), edges=len(shown.edges), most=MAX_NODES))
    _show(page, picked, key="topics_together")
    _table(page, pairs)


def _threshold(page: Page, pairs: pd.DataFrame) -> int:
    """Draw the slider over how often two terms must be said together; begin where the picture can be read."""
    most = int(pairs["sentences"].max())
    if most == LEAST:
        return LEAST
    key, fit = "topics_together_least", readable_threshold(pairs, most=EDGES)
    state.set_widget(key, fit, since=(page.filters, page.workshop.about["slug"]))
    return st.slider(page.t("together.threshold"), LEAST, most, key=key)


def _web(page: Page, shown: Network):
    t, nodes, edges = page.t, shown.nodes, shown.edges
    return topic_charts.web(
        nodes,
        edges,
        sides=_sides(nodes),
        colors=subjects.colors_of_terms(page, nodes["term"].tolist()),
        node_hover=[
            t("together.node_hover", term=term, count=n) for term, n in zip(nodes["term"], nodes["count"], strict=True)
        ],
        edge_hover=[
            t("together.edge_hover", term=one, other=other, count=n)
            for one, other, n in zip(edges["term"], edges["other"], edges["sentences"], strict=True)
        ],
        height=HEIGHT,
    )


def _sides(nodes: pd.DataFrame) -> list[str]:
    """Choose where each term's name stands, so that it covers no other."""
    return label_sides(
        nodes["x"].to_numpy() * NARROW,
        nodes["y"].to_numpy() * HEIGHT,
        np.array(topic_charts.circles(nodes["count"].tolist())),
        np.array(list(map(topic_charts.label_width, nodes["term"]))),
        height=16,
    )


def _show(page: Page, picked: list[str], *, key: str) -> None:
    """Show the sentences with a term, or with both of a pair."""
    if len(picked) == 1:
        subjects.show_term(page, picked[0], key=key)
    elif picked:
        title = page.t("evidence.pair", term=picked[0], other=picked[1])
        evidence.sentences_behind(page, title, subjects.sentences_with(page, *picked), key=key, words=picked)


def _table(page: Page, pairs: pd.DataFrame) -> None:
    """Draw all pairs; a click on a row shows the sentences."""
    t = page.t
    joined = [t("together.pair", term=a, other=b) for a, b in zip(pairs["term"], pairs["other"], strict=True)]
    shown = pd.DataFrame({"pair": joined, "sentences": pairs["sentences"], "expected": pairs["expected"].round(1)})
    config = {c: st.column_config.Column(t(f"col.{c}")) for c in ("pair", "sentences", "expected")}
    for place in grid.draw(page, shown, key="topics_pairs", config=config):
        _show(page, pairs[["term", "other"]].iloc[place].tolist(), key="topics_pairs_row")
