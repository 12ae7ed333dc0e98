"""Terms, and what is said with them, as the topics page and the overview show them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.clouds import cloud_svg
from pages.shared import charts, cloud, download, evidence, html, loaded, naming, state, theme, topic_charts
from pages.shared.shell import Page

TOPIC = "topic_name"
CLOUD_WORDS = 50
CLOUD_SIZE = (560, 700)  # pixels; as tall as the bars beside it


def topic_of_terms(page: Page) -> dict[str, int]:
    """Tell the topic of each term that has one."""
    topics = page.tables["topics"]
    pairs = [(term, i) for i, terms in zip(topics["topic_id"], topics["terms"], strict=True) for term in terms]
    return dict(reversed(pairs))  # of several topics the first


def colors_of_terms(page: Page, terms: list[str]) -> list[str]:
    """Give each term the colour of its topic."""
    topic, color = topic_of_terms(page), topic_charts.topic_colors(page.tables["topics"]["topic_id"].tolist())
    return [color[topic[term]] if term in topic else topic_charts.QUIET for term in terms]


def topic_legend(page: Page) -> None:
    """Say which colour means which topic, and let their names be edited."""
    topics, palette = page.tables["topics"], theme.palette()
    if topics.empty:
        return
    rows = dict(zip(topics["topic_id"].tolist(), topics["label"].tolist(), strict=True))
    colors = dict(zip(rows, [*palette, *[topic_charts.QUIET] * len(rows)], strict=False))
    quiet = (topic_charts.QUIET, page.t("topics.no_topic"))
    if not page.may_edit:
        html.legend([*((colors[row], naming.marked(page, TOPIC, row, name)) for row, name in rows.items()), quiet])
        html.note(page.t("edits.read_only"))
        return
    html.swatches({f"name_{TOPIC}_{row}": color for row, color in colors.items()})
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="topics_names"):
        for row, name in rows.items():
            naming.field(page, TOPIC, row, name, label=naming.marked(page, TOPIC, row, name))
        html.legend([quiet])
    html.note(page.t("edits.topics_note"))


def word_cloud(page: Page, terms: pd.DataFrame) -> str | None:
    """Draw the leading terms as a cloud; give the word just clicked."""
    leading = terms.head(CLOUD_WORDS)
    weights = tuple(leading[["term", "score"]].itertuples(index=False, name=None))
    counts = dict(zip(terms["term"], terms["count"], strict=True))
    topic, order = topic_of_terms(page), page.tables["topics"]["topic_id"].tolist()
    hues = {term: order.index(topic[term]) for term in leading["term"] if term in topic}
    width, height = CLOUD_SIZE
    words = loaded.lay_out(weights, width, height)
    alt = page.t("topics.cloud_alt")
    clicked = cloud.draw(words, counts, key="topics_cloud", alt=alt, width=width, height=height, hues=hues)
    inks = dict(enumerate(theme.palette()))
    colors = {word.word: inks.get(hues.get(word.word), theme.ink()) for word in words}
    picture = cloud_svg(words, colors, width=width, height=height, font=theme.font(), paper=theme.paper())
    download.svg(page, picture, key="topics_cloud")
    return clicked


def term_bars(page: Page, terms: pd.DataFrame, *, by_topic: bool = False):
    """Draw terms as bars, the most frequent first."""
    t = page.t
    rows = terms.sort_values(["count", "score"], ascending=False).to_dict("records")
    names = [row["term"] for row in rows]
    return charts.bars(
        names,
        [row["count"] for row in rows],
        names,
        x_title=t("axis.times"),
        hover=[t("topics.term_hover", **row) for row in rows],
        texts=[str(row["count"]) for row in rows],
        bar_colors=colors_of_terms(page, names) if by_topic and len(page.tables["topics"]) else "#000001",
    )


def show_chosen_term(page: Page, known: list[str], clicked: str | None, point: list) -> None:
    """Show the sentences of the term clicked last, in the cloud or in the bars; the view keeps it."""
    last = state.newest("term", clicked, point[0] if point else None)
    if last in known:
        state.keep("term", [last])
        state.keep("find", [])  # the term is now what is looked for in its context
    state.leave()
    if state.value("term") in known:
        show_term(page, state.value("term"), key="topics_term")


def sentences_with(page: Page, *terms: str) -> pd.DataFrame:
    """Give the sentences that pass and hold all of some terms."""
    found, sentences = page.tables["term_sentences"], page.sentences
    for term in terms:
        sentences = sentences[sentences["sentence_id"].isin(found["sentence_id"][found["term"] == term])]
    return sentences


def show_term(page: Page, term: str, *, key: str) -> None:
    """Show the sentences a term stands in."""
    title = page.t("evidence.term", term=term)
    evidence.sentences_behind(page, title, sentences_with(page, term), key=key, words=[term])


def sentences_on(page: Page, topic: int) -> pd.DataFrame:
    """Give the sentences that pass and speak of a topic."""
    found, sentences = page.tables["sentence_topics"], page.sentences
    return sentences[sentences["sentence_id"].isin(found["sentence_id"][found["topic_id"] == topic])]


def words_of(page: Page, topic: int) -> list[str]:
    """Give the terms of a topic."""
    topics = page.tables["topics"]
    return list(topics["terms"][topics["topic_id"] == topic].iloc[0])
