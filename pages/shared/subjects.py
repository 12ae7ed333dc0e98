"""Parts of the topics page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import views
from pages.shared import charts, cloud, evidence, html, plot, state
from pages.shared.shell import Page

CLOUD_WORDS = 50
CLOUD_SIZE = (720, 560)  # pixels
PARTS = 10  # the session is cut into so many parts of equal length


def word_cloud(page: Page, terms: pd.DataFrame) -> str | None:
    """Draw the leading terms as a cloud; give the word just clicked."""
    weights = tuple(terms.head(CLOUD_WORDS)[["term", "score"]].itertuples(index=False, name=None))
    counts = dict(zip(terms["term"], terms["count"], strict=True))
    width, height = CLOUD_SIZE
    words = state.lay_out(weights, width, height)
    return cloud.draw(words, counts, key="topics_cloud", alt=page.t("topics.cloud_alt"), width=width, height=height)


def term_bars(page: Page, terms: pd.DataFrame):
    """Draw terms as bars, the most frequent first."""
    t = page.t
    rows = terms.sort_values(["count", "score"], ascending=False).to_dict("records")
    return charts.bars(
        [row["term"] for row in rows],
        [row["count"] for row in rows],
        [row["term"] for row in rows],
        x_title=t("axis.times"),
        hover=[t("topics.term_hover", **row) for row in rows],
        texts=[str(row["count"]) for row in rows],
    )


def show_chosen_term(page: Page, known: list[str], clicked: str | None, point: list) -> None:
    """Show the sentences of the term clicked last, in the cloud or in the bars; the view keeps it."""
    last = state.newest("term", clicked, point[0] if point else None)
    if last in known:
        state.keep("term", [last])
    state.leave()
    if state.value("term") in known:
        show_term(page, state.value("term"), key="topics_term")


def show_term(page: Page, term: str, *, key: str) -> None:
    """Show the sentences a term stands in."""
    found = page.tables["term_sentences"]
    ids = found["sentence_id"][found["term"] == term]
    inside = page.sentences[page.sentences["sentence_id"].isin(ids)]
    evidence.sentences_behind(page, page.t("evidence.term", term=term), inside, key=key, words=[term])


def topics(page: Page) -> None:
    """Draw topic by speaker; a click shows the sentences."""
    t = page.t
    html.section(t("topics.topics_title", count=len(page.tables["topics"])))
    table = views.topic_counts(page.workshop, page.sentences)
    if table.empty:
        st.info(t("empty.topics"))
        return
    topic_ids, speaker_ids = sorted(set(table["topic_id"])), sorted(set(table["speaker_id"]))
    labels = dict(zip(table["topic_id"], table["label"], strict=True))
    cells = [
        (
            speaker_ids.index(r.speaker_id),
            topic_ids.index(r.topic_id),
            r.sentences,
            [r.topic_id, r.speaker_id],
            t("topics.cell_hover", name=r.name, topic=r.label, count=r.sentences, chars=r.chars),
        )
        for r in table.itertuples()
    ]
    figure = charts.squares([page.names[s] for s in speaker_ids], [labels[i] for i in topic_ids], cells)
    cell = plot.draw(figure, key="topics_matrix", alt=t("topics.topics_title", count=len(labels)))
    html.note(t("topics.matrix_note"))
    _show_cell(page, cell, labels)


def _show_cell(page: Page, cell: list, labels: dict[int, str]) -> None:
    if not cell:
        return
    topic, speaker = cell
    found, sentences = page.tables["sentence_topics"], page.sentences
    inside = sentences[
        sentences["sentence_id"].isin(found["sentence_id"][found["topic_id"] == topic])
        & (sentences["speaker_id"] == speaker)
    ]
    topics = page.tables["topics"]
    words = topics["terms"][topics["topic_id"] == topic].iloc[0]
    title = page.t("evidence.topic_speaker", topic=labels[topic], name=page.names[speaker])
    evidence.sentences_behind(page, title, inside, key="topics_cell", words=words)


def along_the_session(page: Page) -> None:
    """Draw where in the session each topic was spoken of; a click shows the sentences."""
    t = page.t
    table = views.topics_along(page.workshop, page.sentences, parts=PARTS)
    if table.empty:
        return
    html.section(t("topics.along_title"))
    labels = dict(zip(table["topic_id"], table["label"], strict=True))
    topic_ids = sorted(labels)
    cells = [
        (
            r.part,
            topic_ids.index(r.topic_id),
            r.sentences,
            [r.topic_id, r.part],
            t("topics.part_hover", topic=r.label, part=r.part + 1, parts=PARTS, count=r.sentences),
        )
        for r in table.itertuples()
    ]
    columns = [t("topics.part", percent=100 * part // PARTS) for part in range(PARTS)]
    figure = charts.squares(columns, [labels[i] for i in topic_ids], cells, color="#000002")
    picked = plot.draw(figure, key="topics_along", alt=t("topics.along_title"))
    for topic, part in [picked] if picked else []:
        ids = [i for r in table.itertuples() if (r.topic_id, r.part) == (topic, part) for i in r.sentence_ids]
        inside = page.sentences[page.sentences["sentence_id"].isin(ids)]
        title = t("evidence.topic_part", topic=labels[topic], part=part + 1, parts=PARTS)
        evidence.sentences_behind(page, title, inside, key="topics_part")
