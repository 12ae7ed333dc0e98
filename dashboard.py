"""What happened in the workshop, in one screen."""

import streamlit as st

from analysis import pairs as ledger
from analysis import views
from pages.shared import charts, html, overview, plot, theme
from pages.shared.shell import open_page

page = open_page("overview")
t, sentences = page.t, page.sentences
pairs = ledger.ledger(page.workshop, sentences)

overview.warnings(page)
html.figures(overview.key_figures(page, pairs))
overview.behind_figures(page, pairs)

html.section(overview.speaking_title(page))
timeline, marks = views.timeline(page.workshop, sentences), ledger.marks(page.workshop, sentences)
if timeline.empty:
    st.info(t("empty.filtered"))
else:
    figure = charts.strip(
        timeline,
        marks,
        colors=charts.colors(list(page.names)),
        hover=[t("overview.turn_hover", turn=r.turn_id + 1, name=r.name, chars=r.chars) for r in timeline.itertuples()],
        mark_hover=marks["summary"].tolist(),
        names={kind: t(f"kind.{kind}") for kind in ("challenge", "advice")},
        x_title=t("axis.chars_so_far"),
        inks=(theme.ink(), theme.paper()),
    )
    picked = plot.draw(figure, key="overview_strip", alt=overview.speaking_title(page))
    html.note(t("overview.strip_note"))
    overview.show_picked(page, picked)

left, right = st.columns(2, gap="large")
with left:
    html.section(t("overview.topics_title"))
    overview.leading_terms(page)
with right:
    overview.open_challenges(page, pairs)

overview.telling_quotes(page)
