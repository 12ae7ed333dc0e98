"""The foot of the overview: where to look next, and the session in five sentences to take along."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from analysis.evenness import turn_lengths
from analysis.pairs import Pair, touching
from analysis.summary import summarise
from analysis.views import term_counts
from pages.shared import copying, filters, html
from pages.shared.shell import Page, page_link


def links(page: Page, pairs: list[Pair]) -> None:
    """Draw links to what the view leaves open; only those that lead to something."""
    found = list(_onward(page, pairs))
    if not found:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="onward"):
        html.note(page.t("next.title"))
        for name, label, place in found:
            page_link(name, label=html.literal(label), **place)


def _onward(page: Page, pairs: list[Pair]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Give page, label and place of each link."""
    t, sentences = page.t, page.sentences
    waiting = sum(not pair.answers for pair in pairs)
    if waiting:
        yield "challenges", t("next.open", count=waiting), {"status": "open"}
    if page.has_ledger:
        raised = touching(page.tables["challenges"], sentences)
        doubtful = int((~raised["shown"]).sum())
        if doubtful:
            yield "challenges", t("next.doubtful", count=doubtful), {"doubtful": "1"}
    if sentences["speaker_id"].nunique() > 1:
        yield "speakers", t("next.balance"), {}
    terms = len(term_counts(page.workshop, sentences))
    if terms:
        yield "topics", t("next.terms", count=terms), {}
    turns = turn_lengths(sentences)
    if len(turns) > 1:
        longest = turns.loc[turns["chars"].idxmax()]
        said = {"name": page.names[longest["speaker_id"]], "chars": longest["chars"]}
        yield "transcript", t("next.longest", **said), {"turn": str(longest["turn_id"] + 1)}


def summary(page: Page, pairs: list[Pair]) -> None:
    """Draw the session in five sentences, with the button that copies them."""
    t = page.t
    only = filters.described(t, page.workshop, page.filters)
    said = summarise(page.workshop, page.sentences, pairs, t, only=only)
    html.section(t("summary.heading"), explained=(t("help.mark"), t("summary.note")))
    html.sentences(said, key="summary")
    copying.text(t, "\n".join(said), label=t("copy.summary"), key="copy_summary")
