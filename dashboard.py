"""What happened in the workshop, in one screen."""

import streamlit as st

from analysis import pairs as ledger
from analysis import views
from pages.shared import charts, html, overview, plot, quotes, state
from pages.shared.shell import open_page, page_link

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
        inks=(state.ink(), state.paper()),
    )
    picked = plot.draw(figure, key="overview_strip", alt=overview.speaking_title(page))
    html.note(t("overview.strip_note"))
    overview.show_picked(page, picked)

left, right = st.columns(2, gap="large")
with left:
    html.section(t("overview.topics_title"))
    overview.leading_terms(page)
with right:
    waiting = [pair for pair in pairs if not pair.answers]
    html.section(t("overview.open_title", count=len(waiting)))
    for pair in waiting[:4]:
        quotes.brief(page, pair.challenge, kind="challenge", key=f"open_{pair.challenge['challenge_id']}")
    if not waiting:
        html.note(t("overview.none_open"))
    page_link("challenges", label=t("overview.to_challenges"))

html.section(t("overview.quotes_title"))
html.note(t("overview.quotes_note"))
for row in ledger.telling_quotes(page.workshop, sentences):
    quotes.brief(page, row, kind=row["kind"], key=f"telling_{row['kind']}_{row['sentence_ids'][0]}")
