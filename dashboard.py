"""What happened in the workshop, in one screen."""

import streamlit as st

from analysis import pairs as ledger
from pages.shared import download, html, onward, overview
from pages.shared.shell import open_page

page = open_page("overview")
pairs = ledger.ledger(page.workshop, page.sentences)

overview.warnings(page)
html.figures(overview.key_figures(page, pairs))

with st.container(key="screen"):
    left, right = st.columns([5, 4], gap="medium")
with left:
    overview.who_spoke_when(page)
    overview.leading_topics(page)
with right:
    overview.open_challenges(page, pairs)
    overview.telling_quotes(page)
onward.links(page, pairs)
overview.behind_figures(page, pairs)
onward.summary(page, pairs)
download.files(page)
