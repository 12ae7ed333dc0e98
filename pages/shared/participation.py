"""Parts of the speakers page."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.speakers import balance
from pages.shared import charts, evidence, html, plot, state
from pages.shared.shell import Page

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
    return page.t("speakers.share_title", name=first["name"], share=first["char_share"], total=len(table))


def balance_figures(page: Page, table: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Measure the balance, each figure with a sentence that explains it."""
    t, measured = page.t, balance(table["chars"].tolist())
    if measured is None:
        return [(t("balance.none"), "–", t("balance.none_why"))]
    shares = {"top1": f"{measured.top1:.0%}", "top3": f"{measured.top3:.0%}"}
    indexes = {"gini": f"{measured.gini:.2f}", "entropy": f"{measured.entropy:.2f}"}
    return [(t(f"balance.{name}"), text, t(f"balance.{name}_why")) for name, text in (shares | indexes).items()]


def show_speaker(page: Page, picked: list, *, key: str) -> None:
    """Show the sentences of the speaker that was clicked."""
    for speaker in picked[:1]:
        inside = page.sentences[page.sentences["speaker_id"] == speaker]
        evidence.sentences_behind(page, page.t("evidence.speaker", name=page.names[speaker]), inside, key=key)


def exchanges(page: Page) -> None:
    """Draw who spoke right after whom, or whose advice answered whom; a click shows the sentences."""
    t = page.t
    html.section(t("speakers.exchange_title"))
    kind = st.radio(
        t("speakers.exchange_kind"),
        ("reply", "advice") if page.has_ledger else ("reply",),
        format_func=lambda k: t(f"exchange.{k}"),
        horizontal=True,
        key="speakers_exchange",
    )
    table = page.tables["exchanges"]
    table = table[table["kind"] == kind]
    if page.filters.speakers or page.filters.role:
        heard = set(page.sentences["speaker_id"])
        table = table[table["from_speaker_id"].isin(heard) | table["to_speaker_id"].isin(heard)]
    if table.empty:
        st.info(t("empty.exchanges"))
        return
    ids = [s for s in page.names if s in set(table["from_speaker_id"]) | set(table["to_speaker_id"])]
    place, names = {s: n for n, s in enumerate(ids)}, [page.names[s] for s in ids]
    cells = [
        (
            place[r.to_speaker_id],
            place[r.from_speaker_id],
            r.n,
            [r.from_speaker_id, r.to_speaker_id],
            t(f"exchange.{kind}_hover", a=page.names[r.from_speaker_id], b=page.names[r.to_speaker_id], count=r.n),
        )
        for r in table.rename(columns={"count": "n"}).itertuples()
    ]
    picked = plot.draw(
        charts.squares(names, names, cells), key=f"speakers_exchange_{kind}", alt=t("speakers.exchange_title")
    )
    html.note(t(f"exchange.{kind}_note"))
    _show_exchange(page, kind, picked)


def _show_exchange(page: Page, kind: str, pair: list) -> None:
    """Show the sentences of the one who answered."""
    if not pair:
        return
    a, b = pair
    every, turns = page.tables["sentences"], page.tables["turns"]
    if kind == "reply":
        before = turns["speaker_id"].shift()
        inside = every[every["turn_id"].isin(turns["turn_id"][(turns["speaker_id"] == a) & (before == b)])]
    else:
        links, challenges, advice = (page.tables[name] for name in ("links", "challenges", "advice"))
        raised = challenges["challenge_id"][(challenges["speaker_id"] == b) & challenges["shown"]]
        given = links["advice_id"][(links["rank"] == 1) & links["challenge_id"].isin(raised)]
        rows = advice[advice["advice_id"].isin(given) & (advice["speaker_id"] == a) & advice["shown"]]
        inside = every[every["sentence_id"].isin({s for ids in rows["sentence_ids"] for s in ids})]
    title = page.t(f"exchange.{kind}_title", a=page.names[a], b=page.names[b])
    evidence.sentences_behind(page, title, inside, key=f"exchange_{kind}")


def reasons(page: Page) -> None:
    """Say why somebody is taken for the moderator."""
    t = page.t
    for row in page.tables["speakers"].itertuples():
        if row.role_reason:
            facts = dict(part.split("=") for part in row.role_reason.split(";"))
            said = t("speakers.reason_joint").join(t(f"reason.{k}", count=v) for k, v in facts.items() if v != "0")
            html.note(t("speakers.reason", name=row.name, said=said))
