"""Topics by speaker and along the session, on the topics page."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis import views
from pages.shared import charts, download, evidence, html, plot, subjects, topic_charts
from pages.shared.shell import Page

SMALL = 3  # where fewer sentences are said and expected, a ratio is chance
STRIKING = 1.5  # times what is expected


def by_speaker(page: Page) -> None:
    """Draw topic by speaker, said against expected; a click shows the sentences."""
    table = views.topic_counts(page.workshop, page.sentences)
    if table.empty:
        html.section(page.t("topics.topics_title", count=len(page.tables["topics"])))
        st.info(page.t("empty.topics"))
        return
    title = _matrix_title(page, table)
    html.section(title)
    compared = table["speaker_id"].nunique() > 1 and table["topic_id"].nunique() > 1
    cell = plot.draw(_matrix(page, table, compared), key="topics_matrix", alt=title)
    html.note(page.t("topics.matrix_note" if compared else "topics.counts_note"))
    kept = table.rename(columns={"label": "topic"}).round({"expected": 2, "ratio": 2})
    _csv(page, kept, ("topic", "name", "sentences", "expected", "ratio", "chars"), key="topics_matrix")
    _show_cell(page, cell, _labels(table))


def _matrix_title(page: Page, table: pd.DataFrame) -> str:
    """State who stands out with which topic, where somebody does."""
    striking = table[(table["ratio"] >= STRIKING) & (table["sentences"] >= SMALL)]
    if striking.empty:
        return page.t("topics.topics_title", count=table["topic_id"].nunique())
    surplus = (striking["sentences"] - striking["expected"]) / striking["expected"] ** 0.5
    row = striking.loc[surplus.idxmax()]
    return page.t("topics.striking_title", name=row["name"], topic=row["label"], ratio=row["ratio"])


def _matrix(page: Page, table: pd.DataFrame, compared: bool) -> go.Figure:
    t, labels, color = page.t, _labels(table), _colors(page)
    topics, speakers = list(labels), sorted(set(table["speaker_id"].tolist()))
    cells, texts, opacities = [], [], []
    for r in table.itertuples():
        hover = t("topics.cell_hover", name=r.name, topic=r.label, count=r.sentences, chars=r.chars)
        hover += t("topics.cell_expected", expected=r.expected) if compared else ""
        place = speakers.index(r.speaker_id), topics.index(r.topic_id)
        cells.append((*place, r.sentences, [r.topic_id, r.speaker_id], hover))
        small = max(r.sentences, r.expected) < SMALL
        texts.append(f"({r.ratio:.1f})" if small else f"{r.ratio:.1f}")
        opacities.append(0.5 if not compared or (r.ratio >= STRIKING and not small) else 0.2)
    marker = {"color": [color[topic] for topic in table["topic_id"]], "opacity": opacities}
    names = [page.names[speaker] for speaker in speakers]
    return charts.squares(names, list(labels.values()), cells, texts=texts if compared else None, marker=marker)


def _show_cell(page: Page, cell: list, labels: dict[int, str]) -> None:
    for topic, speaker in [cell] if cell else []:
        inside = subjects.sentences_on(page, topic)
        inside = inside[inside["speaker_id"] == speaker]
        title = page.t("evidence.topic_speaker", topic=labels[topic], name=page.names[speaker])
        evidence.sentences_behind(page, title, inside, key="topics_cell", words=subjects.words_of(page, topic))


def along_the_session(page: Page) -> None:
    """Draw in which turns each topic was spoken of; a click shows the sentences."""
    t = page.t
    table = views.topics_along(page.workshop, page.sentences)
    if table.empty:
        return
    turns = table.groupby("label", sort=False)["turn_id"].nunique()
    total = page.sentences["turn_id"].nunique()
    title = t("topics.along_title", topic=turns.idxmax(), count=turns.max(), total=total)
    html.section(title)
    picked = plot.draw(_along(page, table), key="topics_along", alt=title)
    html.note(t("topics.along_note"))
    kept = table.rename(columns={"label": "topic"}).assign(turn=table["turn_id"] + 1)
    _csv(page, kept, ("topic", "turn", "name", "sentences"), key="topics_along")
    for topic, turn in [picked] if picked else []:
        inside = subjects.sentences_on(page, topic)
        inside = inside[inside["turn_id"] == turn]
        title = t("evidence.topic_turn", topic=_labels(table)[topic], turn=turn + 1)
        evidence.sentences_behind(page, title, inside, key="topics_turn", words=subjects.words_of(page, topic))


def _csv(page: Page, table: pd.DataFrame, columns: tuple[str, ...], *, key: str) -> None:
    download.csv(page, table[list(columns)], key=key, headers={c: page.t(f"col.{c}") for c in columns})


def _labels(table: pd.DataFrame) -> dict[int, str]:
    return dict(sorted(set(zip(table["topic_id"].tolist(), table["label"].tolist(), strict=True))))


def _colors(page: Page) -> dict[int, str]:
    return topic_charts.topic_colors(page.tables["topics"]["topic_id"].tolist())


def _along(page: Page, table: pd.DataFrame) -> go.Figure:
    labels, color, rows = _labels(table), _colors(page), []
    for r in table.itertuples():
        said = {"turn": r.turn_id + 1, "name": r.name, "topic": r.label, "count": r.sentences, "of": r.turn_sentences}
        share, hover = r.sentences / r.turn_sentences, page.t("topics.turn_hover", **said)
        rows.append((list(labels).index(r.topic_id), r.start_chars, r.chars, share, [r.topic_id, r.turn_id], hover))
    return topic_charts.along(
        rows,
        labels=list(labels.values()),
        colors=[color[topic] for topic in labels],
        total=int(page.tables["turns"]["chars"].sum()),
        x_title=page.t("axis.chars_so_far"),
    )
