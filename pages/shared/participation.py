"""Parts of the speakers page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import views
from analysis.evenness import MEASURES, REPLICATES, balance_intervals, turn_lengths
from analysis.people import silent_names
from analysis.speakers import balance
from pages.shared import charts, evidence, grid, html, plot, state
from pages.shared.shell import Page, page_link

LEDGER_COLUMNS = ("challenges", "advice")
COLUMNS = [
    "name",
    "role",
    "organisation",
    "region",
    "city",
    "turns",
    "chars",
    "char_share",
    "longest_turn_chars",
    "questions",
    *LEDGER_COLUMNS,
]


def columns(page: Page) -> list[str]:
    """List what the table shows: of the ledger only where there is one."""
    return [c for c in COLUMNS if page.has_ledger or c not in LEDGER_COLUMNS]


def moderator_toggle(page: Page) -> bool:
    """Ask whether the moderator counts; the answer is kept in the view."""
    state.set_widget("speakers_moderator", state.value("moderator") != "0")
    counted = st.toggle(
        page.t("speakers.moderator"),
        key="speakers_moderator",
        on_change=state.keep_widget,
        args=("speakers_moderator", "moderator", _left_out),
    )
    state.keep("moderator", _left_out(counted))
    state.leave()
    return counted


def _left_out(counted: object) -> list[str]:
    return [] if counted else ["0"]


def share_title(page: Page, table: pd.DataFrame) -> str:
    """State who said most, and how much of it."""
    first = table.iloc[0]
    if len(table) == 1:
        return page.t("speakers.one_title", name=first["name"], chars=first["chars"])
    tied = int((table["chars"] == first["chars"]).sum())
    if tied > 1:
        return page.t("speakers.tied_title", count=tied, share=first["char_share"], total=len(table))
    return page.t("speakers.share_title", name=first["name"], share=first["char_share"], total=len(table))


def listed(page: Page, *, with_moderator: bool) -> pd.DataFrame:
    """Give the sentences the page speaks of: those in view, the moderator's only where they count."""
    if with_moderator:
        return page.sentences
    speakers = page.tables["speakers"]
    leaders = speakers["speaker_id"][speakers["role"] == "moderator"]
    return page.sentences[~page.sentences["speaker_id"].isin(leaders)]


def speaking(page: Page, sentences: pd.DataFrame) -> pd.DataFrame:
    """Count what each speaker says, the longest turn included."""
    table = views.speaking(sentences, page.tables["speakers"])
    longest = turn_lengths(sentences).groupby("speaker_id")["chars"].max()
    return table.assign(longest_turn_chars=table["speaker_id"].map(longest).fillna(0).astype(int))


def shares(page: Page, table: pd.DataFrame) -> None:
    """Draw each speaker's share, the moderator's hatched; a click shows the sentences."""
    t = page.t
    title = share_title(page, table)
    html.section(title)
    figure = charts.bars(
        table["name"].tolist(),
        table["char_share"].tolist(),
        table["speaker_id"].tolist(),
        x_title=t("axis.char_share"),
        hover=[t("speakers.hover", name=r.name, chars=r.chars, share=r.char_share) for r in table.itertuples()],
        bar_colors=[charts.colors(list(page.names))[s] for s in table["speaker_id"]],
        texts=[
            t("speakers.bar_moderator" if r.role == "moderator" else "speakers.bar", chars=r.chars, share=r.char_share)
            for r in table.itertuples()
        ],
        percent=True,
    )
    figure.update_traces(marker_pattern_shape=["/" if role == "moderator" else "" for role in table["role"]])
    show_speaker(page, plot.draw(figure, key="speakers_share", alt=title), key="speakers_picked")


def everyone(page: Page, table: pd.DataFrame) -> None:
    """Draw the table of all speakers; a click on a row shows the sentences."""
    t = page.t
    html.section(t("speakers.table_title"))
    names = {c: t(f"col.{c}") for c in columns(page)}
    shown = table[list(names)].fillna("").assign(role=[t(f"role.{role}") for role in table["role"]])
    config = {c: st.column_config.Column(label) for c, label in names.items()}
    config["name"] = st.column_config.Column(names["name"], width="medium", pinned=True)
    config["char_share"] = st.column_config.NumberColumn(names["char_share"], format="percent")
    chosen = grid.draw(page, shown, key="speakers_table", config=config)
    html.note(t("speakers.table_note"))
    for place in chosen:
        show_speaker(page, [int(table["speaker_id"].iloc[place])], key="speakers_row")


def balance_figures(page: Page, table: pd.DataFrame, sentences: pd.DataFrame) -> None:
    """Measure the balance, each figure with a sentence that explains it and an interval."""
    t, measured = page.t, balance(table["chars"].tolist())
    said = t("balance.note", replicates=REPLICATES)
    html.section(t("speakers.balance_title"), explained=(t("help.mark"), said))
    if measured is None:
        html.figures([(t("balance.none"), "–", t("balance.none_why"))])
        return
    intervals, rows = balance_intervals(turn_lengths(sentences)), []
    for name in MEASURES:
        form = "{:.0%}" if name in ("top1", "top3") else "{:.2f}"
        value, low, high = (form.format(x) for x in (getattr(measured, name), *intervals[name]))
        rows.append(
            (t(f"balance.{name}"), value, t("balance.interval", why=t(f"balance.{name}_why"), low=low, high=high))
        )
    html.figures(rows)


def longest_turn(page: Page, sentences: pd.DataFrame) -> None:
    """Lead to the longest turn."""
    turns = turn_lengths(sentences)
    if turns.empty:
        return
    row = turns.loc[turns["chars"].idxmax()]
    place = {"name": page.names[row["speaker_id"]], "turn": row["turn_id"] + 1, "chars": row["chars"]}
    page_link("transcript", label=html.literal(page.t("longest.label", **place)), turn=str(row["turn_id"] + 1))


def silent(page: Page) -> None:
    """Say who was there and says nothing, if anybody told who was there."""
    attendees = page.workshop.about.get("attendees", [])
    if not attendees:
        html.note(page.t("silent.unlisted"))
        return
    names = silent_names(attendees, page.names.values())
    total = len(set(attendees))
    if names:
        html.note(page.t("silent.some", total=total, count=len(names), names=page.t("card.joint").join(names)))
    else:
        html.note(page.t("silent.none", total=total))


def show_speaker(page: Page, picked: list, *, key: str) -> None:
    """Show the sentences of the speaker that was clicked."""
    for speaker in picked[:1]:
        inside = page.sentences[page.sentences["speaker_id"] == speaker]
        evidence.sentences_behind(page, page.t("evidence.speaker", name=page.names[speaker]), inside, key=key)


def reasons(page: Page) -> None:
    """Say why somebody is taken for the moderator."""
    t = page.t
    for row in page.tables["speakers"].itertuples():
        if row.role_reason:
            facts = dict(part.split("=") for part in row.role_reason.split(";"))
            said = t("speakers.reason_joint").join(t(f"reason.{k}", count=v) for k, v in facts.items() if v != "0")
            html.note(t("speakers.reason", name=row.name, said=said))
