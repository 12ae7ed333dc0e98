"""What was talked about, when, and by whom."""

import streamlit as st

from analysis import views
from pages.shared import grid, html, plot, subjects
from pages.shared.shell import open_page

page = open_page("topics")
t = page.t
terms = views.term_counts(page.workshop, page.sentences)
if terms.empty:
    st.info(t("empty.terms"))
    st.stop()

html.section(t("topics.terms_title", term=terms["term"].iloc[0], count=terms["count"].iloc[0]))
bar, picture = st.columns(2, gap="large")
with bar:
    picked = plot.draw(subjects.term_bars(page, terms.head(20)), key="topics_terms", alt=t("axis.times"))
with picture:
    clicked = subjects.word_cloud(page, terms)
    html.note(t("topics.cloud_note"))
subjects.show_chosen_term(page, terms["term"].tolist(), clicked, picked)

subjects.topics(page)
subjects.along_the_session(page)

html.section(t("topics.table_title"))
config = {c: st.column_config.Column(t(f"col.{c}")) for c in ("term", "sentences", "speakers")}
config["count"] = st.column_config.NumberColumn(t("col.times"))
config["score"] = st.column_config.NumberColumn(t("col.score"), format="%.0f", help=t("col.score_help"))
for place in grid.draw(terms, key="topics_table", config=config):
    subjects.show_term(page, terms["term"].iloc[place], key="topics_row")
