"""Which problems were raised, which advice answered them, what is still open."""

import streamlit as st

from analysis import views
from pages.shared import html, ledger, plot
from pages.shared.shell import open_page

page = open_page("challenges")
t = page.t
chosen = ledger.choose(page)
pairs = ledger.narrowed(views.ledger(page.workshop, page.sentences, doubtful=chosen.doubtful), chosen)
others = [] if chosen.status else views.other_advice(page.workshop, page.sentences, doubtful=chosen.doubtful)
others = [row for row in others if not chosen.categories or row["category"] in chosen.categories]

if not pairs and not others:
    st.info(t("empty.ledger"))
    st.stop()

waiting = [pair for pair in pairs if not pair.answers]
html.section(t("ledger.title", count=len(pairs), answered=len(pairs) - len(waiting), open=len(waiting)))
if pairs:
    picked = plot.draw(ledger.by_category(page, pairs), key="challenges_categories", alt=t("axis.challenges"))
    html.note(t("ledger.chart_note"))
    ledger.show_category(page, pairs, picked)

answered, unanswered, other, table = st.tabs(
    [
        t("ledger.tab_answered", count=len(pairs) - len(waiting)),
        t("ledger.tab_open", count=len(waiting)),
        t("ledger.tab_other", count=len(others)),
        t("ledger.tab_table"),
    ],
    key="challenges_tab",
)
with answered:
    ledger.cards(page, [pair for pair in pairs if pair.answers], key="answered", empty=t("ledger.none_answered"))
with unanswered:
    html.note(t("ledger.open_note"))
    ledger.cards(page, waiting, key="open", empty=t("overview.none_open"))
with other:
    html.note(t("ledger.other_note"))
    ledger.advice_cards(page, others)
with table:
    ledger.table(page, pairs)
