"""Who spoke, how much, to whom."""

import streamlit as st

from analysis import views
from pages.shared import charts, grid, html, participation, plot
from pages.shared.shell import open_page

page = open_page("speakers")
t = page.t
with_moderator = participation.moderator_toggle(page)
table = views.speaking(page.sentences, page.tables["speakers"])
if not with_moderator:
    table = table[table["role"] != "moderator"].assign(char_share=lambda x: x["chars"] / max(1, x["chars"].sum()))

if table.empty:
    st.info(t("empty.filtered"))
    st.stop()

html.section(participation.share_title(page, table))
figure = charts.bars(
    table["name"].tolist(),
    table["char_share"].tolist(),
    table["speaker_id"].tolist(),
    x_title=t("axis.char_share"),
    hover=[t("speakers.hover", name=r.name, chars=r.chars, share=r.char_share) for r in table.itertuples()],
    bar_colors=[charts.colors(list(page.names))[s] for s in table["speaker_id"]],
    texts=[t("speakers.bar", chars=r.chars, share=r.char_share) for r in table.itertuples()],
    percent=True,
)
picked = plot.draw(figure, key="speakers_share", alt=t("axis.char_share"))
participation.show_speaker(page, picked, key="speakers_picked")

html.section(t("speakers.balance_title"))
html.figures(participation.balance_figures(page, table))

html.section(t("speakers.table_title"))
columns = {c: t(f"col.{c}") for c in participation.columns(page)}
shown = table[list(columns)].fillna("").assign(role=[t(f"role.{role}") for role in table["role"]])
config = {c: st.column_config.Column(label) for c, label in columns.items()}
config["name"] = st.column_config.Column(columns["name"], width="medium", pinned=True)
config["char_share"] = st.column_config.NumberColumn(columns["char_share"], format="percent")
chosen = grid.draw(page, shown, key="speakers_table", config=config)
html.note(t("speakers.table_note"))
for place in chosen:
    participation.show_speaker(page, [int(table["speaker_id"].iloc[place])], key="speakers_row")

participation.exchanges(page)
participation.reasons(page)
