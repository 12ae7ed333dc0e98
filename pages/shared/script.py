"""Parts of the transcript page."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from analysis.views import hits
from pages.shared import html, naming, state, theme
from pages.shared.shell import Page

CHAPTER = "chapter_title"
PART_CHARS = 15_000  # a part of the transcript drawn at once


def target(page: Page) -> int | None:
    """Give the turn a link leads to, or None."""
    asked = state.value("turn")
    known = page.tables["turns"]["turn_id"]
    turn = int(asked) - 1 if asked.isascii() and asked.isdigit() and len(asked) < 8 else -1
    return turn if turn in set(known.tolist()) else None


def parts(turns: pd.DataFrame) -> list[tuple[int, int]]:
    """Cut the turns into parts of about `PART_CHARS` characters: first and last turn of each."""
    number = (turns["chars"].cumsum() - turns["chars"]) // PART_CHARS
    grouped = turns.groupby(number)["turn_id"]
    return list(zip(grouped.min().tolist(), grouped.max().tolist(), strict=True))


def choose_part(page: Page, spans: list[tuple[int, int]], turn: int | None) -> int:
    """Draw the outline; a chapter leads to its first turn. Give the part to draw."""
    t, chapters = page.t, page.tables["chapters"]
    if len(chapters) > 1:
        html.section(t("transcript.outline"))
        with st.container(horizontal=True, key="transcript_outline"):
            for row in chapters.itertuples():
                _chapter(page, row)
        html.note(t("transcript.outline_note") + t("edits.chapters_note" if page.may_edit else "edits.read_only"))
        naming.history(page)
    return 0 if len(spans) == 1 else _slider(page, spans, turn)


def _chapter(page: Page, row) -> None:
    """Draw the button that leads to a chapter, and the one that edits its title."""
    title = naming.marked(page, CHAPTER, row.chapter_id, row.title)
    label = page.t("transcript.chapter", turn=row.first_turn_id + 1, title=title)
    with st.container(horizontal=True, width="content", gap="xxsmall", key=f"outline_{row.chapter_id}"):
        key = f"chapter_{row.chapter_id}"
        st.button(html.literal(label), key=key, on_click=_go, args=(row.first_turn_id,), type="tertiary")
        if page.may_edit:
            rename = page.t("edits.rename", name=row.title)
            naming.field(page, CHAPTER, row.chapter_id, row.title, label=rename)


def _slider(page: Page, spans: list[tuple[int, int]], turn: int | None) -> int:
    """Draw the slider over the parts; where nobody says which, it stands on the first part where something passes."""
    t, text = page.t, page.filters.text
    passing = [page.sentences[page.sentences["turn_id"].between(*span)] for span in spans]
    found = [int(hits(said["text"], text).sum()) for said in passing] if text else []
    asked = [n for n in range(len(spans)) if state.value("part") == str(n + 1) and len(passing[n])]
    leads = [n for n, (a, b) in enumerate(spans) if turn is not None and a <= turn <= b]
    first = [n for n, said in enumerate(passing) if len(said)]
    state.set_widget("transcript_part", [*leads, *asked, *first, 0][0], since=page.filters)

    def label(n: int) -> str:
        span = t("transcript.part_label", first=spans[n][0] + 1, last=spans[n][1] + 1)
        return span + t("transcript.part_hits", count=found[n]) if found else span

    part = st.select_slider(
        t("transcript.part"), range(len(spans)), key="transcript_part", format_func=label, on_change=_to_part
    )
    state.keep("part", [] if turn is not None or part == 0 else [str(part + 1)])
    return part


def _to_part() -> None:
    """Leave the place a link led to: the reader has chosen a part."""
    state.keep("turn", [])


def _go(turn: int) -> None:
    """Lead to a turn, as a link would."""
    state.clear()
    state.keep("turn", [str(turn + 1)])


def found(page: Page) -> str:
    """Say how much of the transcript passes the filters."""
    t, sentences = page.t, page.sentences
    if not page.filters:
        return t("transcript.legend")
    text = page.filters.text
    where = t("transcript.hits", text=text, count=int(hits(sentences["text"], text).sum())) if text else ""
    return where + t("transcript.filtered", count=len(sentences), total=len(page.tables["sentences"]))


def visible(page: Page, span: tuple[int, int], turn: int | None) -> pd.DataFrame:
    """Keep the turns of a part that hold a sentence that passes, and the turn a link leads to."""
    turns = page.tables["turns"]
    turns = turns[turns["turn_id"].between(*span)]
    passing = set(page.sentences["turn_id"].tolist()) | {turn}
    return turns[turns["turn_id"].isin(passing)] if page.filters else turns


def markup(page: Page, turns: pd.DataFrame) -> str:
    """Build the turns: speaker, place, and the words with challenges, advice and search hits marked."""
    passing = set(page.sentences["sentence_id"].tolist())
    every = page.tables["sentences"]
    inside = dict(iter(every[every["turn_id"].isin(turns["turn_id"])].groupby("turn_id")))
    palette = theme.palette()
    blocks = []
    for row in turns.itertuples():
        said = inside.get(row.turn_id)
        words = (
            "".join(_sentence(page, s, s.sentence_id in passing) for s in said.itertuples()) if said is not None else ""
        )
        color = palette[row.speaker_id % len(palette)]
        head = page.t("transcript.turn", turn=row.turn_id + 1, line=row.line)
        blocks.append(
            f'<section class="turn" id="turn-{row.turn_id + 1}" style="border-color:{color}">'
            f'<h4>{escape(page.names[row.speaker_id])}　<span class="soft">{escape(head)}</span></h4>'
            f'<div class="words">{words}</div></section>'
        )
    return "".join(blocks)


def _sentence(page: Page, sentence, passes: bool) -> str:
    kinds = [kind for kind in ("challenge", "advice") if getattr(sentence, f"is_{kind}")]
    classes = " ".join([*kinds, *([] if passes else ["dim"])])
    title = " · ".join(page.t(f"kind.{kind}") for kind in kinds)
    text = html.marked(sentence.text, [page.filters.text] if passes else [])
    return f'<span class="{classes}" title="{escape(title)}">{text}</span>' if classes else text


def unowned(page: Page) -> None:
    """Show the lines of the source that belong to no speaker."""
    table = page.tables["unowned"]
    if table.empty:
        return
    with st.expander(page.t("transcript.unowned", count=len(table))):
        for row in table.itertuples():
            kind = page.t(f"unowned.{row.kind}")
            html.show(
                f'<p><span class="tag">{escape(kind)}</span>{escape(row.text)} '
                f'<span class="soft">{escape(page.t("transcript.line", line=row.line))}</span></p>'
            )
