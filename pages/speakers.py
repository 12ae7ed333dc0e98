"""Who spoke, how much, to whom."""

import streamlit as st

from pages.shared import card, lens, participation, response, session
from pages.shared.shell import open_page

page = open_page("speakers")
with_moderator = participation.moderator_toggle(page)
sentences = participation.listed(page, with_moderator=with_moderator)
table = participation.speaking(page, sentences)

if table.empty:
    st.info(page.t("empty.filtered"))
    st.stop()

participation.shares(page, table)
participation.balance_figures(page, table, sentences)
session.draw(page, sentences)
participation.everyone(page, table)
participation.longest_turn(page, sentences)
participation.silent(page)
lens.draw(page, table, sentences)
response.exchanges(page)
participation.reasons(page)
card.draw(page)
