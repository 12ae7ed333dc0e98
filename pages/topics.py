"""What was talked about, when, and by whom."""

import streamlit as st

from analysis import views
from pages.shared import details, html, naming, plot, subjects, topic_map
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
    chart = subjects.term_bars(page, terms.head(20), by_topic=True)
    picked = plot.draw(chart, key="topics_terms", alt=t("axis.times"))
with picture:
    clicked = subjects.word_cloud(page, terms)
subjects.topic_legend(page)
naming.history(page)
html.note(t("topics.cloud_note"))
subjects.show_chosen_term(page, terms["term"].tolist(), clicked, picked)

topic_map.by_speaker(page)
topic_map.along_the_session(page)
details.draw(page, terms)
