"""Who speaks in which part of the session."""

from __future__ import annotations

import pandas as pd

from analysis.evenness import PARTS, part_of, shares_along
from pages.shared import charts, evidence, html, plot, theme
from pages.shared.shell import Page


def draw(page: Page, sentences: pd.DataFrame) -> None:
    """Draw each part's shares; a click shows what the speaker said in it."""
    t = page.t
    table = shares_along(page.workshop, sentences)
    if table.empty:
        return
    title = _title(page, table)
    html.section(title, explained=(t("help.mark"), t("along.note")))
    palette, ids = theme.palette(), list(page.names)
    said = sorted(set(table["speaker_id"].tolist()))
    if len(said) <= len(palette):  # of more the colours repeat, and tell nobody apart
        html.legend([(palette[ids.index(s) % len(palette)], page.names[s]) for s in said])
    picked = plot.draw(_bars(page, table), key="speakers_along", alt=title)
    for part, speaker in [picked] if picked else []:
        inside = sentences[sentences["speaker_id"] == speaker]
        inside = inside[part_of(page.workshop).loc[inside.index] == part]
        heading = t("along.evidence", name=page.names[speaker], part=part + 1)
        evidence.sentences_behind(page, heading, inside, key="speakers_along")


def _title(page: Page, table: pd.DataFrame) -> str:
    """State the part in which one speaker has the largest share."""
    if table["speaker_id"].nunique() == 1:
        return page.t("along.one_title", name=page.names[table["speaker_id"].iloc[0]])
    row = table.loc[table["char_share"].idxmax()]
    where = {"part": int(row["part"]) + 1, "name": page.names[int(row["speaker_id"])]}
    return page.t("along.title", parts=PARTS, share=row["char_share"], **where)


def _bars(page: Page, table: pd.DataFrame):
    t, colors = page.t, charts.colors(list(page.names))
    labels = [t("along.part", part=part + 1) for part in range(PARTS)]
    rows = []
    for r in table.sort_values(["speaker_id", "part"]).itertuples():
        name, part = page.names[r.speaker_id], int(r.part)
        hover = t("along.hover", part=part + 1, name=name, chars=r.chars, share=r.char_share)
        rows.append((labels[part], [part, r.speaker_id], r.char_share, str(r.speaker_id), hover))
    order = sorted(set(table["speaker_id"].tolist()))
    figure = charts.stacked(rows, names=labels, x_title=t("axis.part_share"), part_colors=[colors[s] for s in order])
    figure.update_xaxes(tickformat=".0%", dtick=0.25, range=[0, 1])
    return figure.update_layout(showlegend=False, margin={"t": 8})
