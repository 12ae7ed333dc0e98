"""Who spoke right after whom, and whose advice answered whom."""

from __future__ import annotations

import streamlit as st

from pages.shared import charts, evidence, html, plot, state
from pages.shared.shell import Page


def exchanges(page: Page) -> None:
    """Draw who spoke right after whom, or whose advice answered whom; a click shows the sentences."""
    t = page.t
    html.section(t("speakers.exchange_title"))
    kinds = ("reply", "advice") if page.has_ledger else ("reply",)
    state.set_widget("speakers_exchange", state.value("exchange") if state.value("exchange") in kinds else kinds[0])
    kind = st.radio(
        t("speakers.exchange_kind"),
        kinds,
        format_func=lambda k: t(f"exchange.{k}"),
        horizontal=True,
        key="speakers_exchange",
    )
    state.keep("exchange", [kind] if kind != kinds[0] else [])
    state.leave()
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
