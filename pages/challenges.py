"""Which problems were raised, which advice answered them, what is still open."""

import streamlit as st

from analysis.pairs import ledger as pairs_in
from analysis.pairs import other_advice
from pages.shared import html, ledger, plot
from pages.shared.shell import open_page

page = open_page("challenges")
t = page.t
chosen = ledger.choose(page)
if not page.has_ledger:
    st.info(t("empty.not_chinese"))
    st.stop()
pairs = ledger.narrowed(pairs_in(page.workshop, page.sentences, doubtful=chosen.doubtful), chosen)
others = [] if chosen.status else other_advice(page.workshop, page.sentences, doubtful=chosen.doubtful)
others = [row for row in others if not chosen.categories or row["category"] in chosen.categories]

if not pairs and not others:
    st.info(t("empty.ledger"))
    st.stop()

html.section(ledger.title(page, pairs, chosen))
if pairs:
    picked = plot.draw(ledger.by_category(page, pairs), key="challenges_categories", alt=t("axis.challenges"))
    html.note(t("ledger.chart_note"))
    ledger.show_category(page, pairs, picked)

parts = ledger.parts(page, pairs, others, chosen)
for tab, draw in zip(st.tabs(list(parts), key=f"challenges_tab_{chosen.status}"), parts.values(), strict=True):
    with tab:
        draw()
