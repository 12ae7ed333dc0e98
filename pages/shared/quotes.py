"""Rows of the ledger as quotes: the speaker's words, the cues marked, and the way to their place."""

from __future__ import annotations

from html import escape

import streamlit as st

from pages.shared import evidence, html
from pages.shared.shell import Page, page_link


def sentences_of(page: Page, row: dict):
    """Give the sentences a row consists of, in order."""
    every = page.tables["sentences"]
    return every[every["sentence_id"].isin(row["sentence_ids"])]


def markup(page: Page, row: dict, *, kind: str) -> str:
    """Build one row's quote: who, what it is about, how sure, the words."""
    t = page.t
    words = [*row["cues"], page.filters.text]
    text = "".join(f"<p>{html.marked(s.strip(), words)}</p>" for s in sentences_of(page, row)["text"])
    tags = [t(f"kind.{kind}"), t(f"category.{row['category']}"), t("ledger.confidence", share=row["confidence"])]
    if "link_confidence" in row:
        tags.append(t("ledger.link_confidence", share=row["link_confidence"]))
    tags += [] if row["shown"] else [t("ledger.doubtful")]
    labels = "".join(f'<span class="tag">{escape(tag)}</span>' for tag in tags)
    basis = t("ledger.bases", bases=t("ledger.bases_joint").join(t(f"basis.{basis}") for basis in row["bases"]))
    return (
        f"<h4>{escape(page.names[row['speaker_id']])}</h4><p>{labels}</p><blockquote>{text}</blockquote>"
        f'<p class="soft">{escape(basis)}</p>'
    )


def link(page: Page, row: dict, *, key: str) -> None:
    """Draw the way to a row's first sentence in the transcript."""
    first = sentences_of(page, row).iloc[0]
    evidence.place_link(page, int(first["turn_id"]), int(first["line"]), key=f"place_{key}")


def brief(page: Page, row: dict, *, kind: str, key: str) -> None:
    """Draw a row of the ledger in few lines: who, the way to the place, the speaker's own words."""
    t, first = page.t, sentences_of(page, row).iloc[0]
    tags = "".join(
        f'<span class="tag">{escape(tag)}</span>' for tag in (t(f"kind.{kind}"), t(f"category.{row['category']}"))
    )
    with st.container(gap=None, key=f"brief_{key}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            html.show(f"<p><b>{escape(page.names[row['speaker_id']])}</b>　{tags}</p>")
            with st.container(key=f"place_{key}"):
                label = t("evidence.short_place", turn=int(first["turn_id"]) + 1)
                page_link("transcript", label=label, turn=str(int(first["turn_id"]) + 1))
        html.show(f"<blockquote>{escape(row['summary'])}</blockquote>")


def quote(page: Page, row: dict, *, kind: str, key: str) -> None:
    """Draw one row of the ledger."""
    html.show(markup(page, row, kind=kind))
    link(page, row, key=key)
