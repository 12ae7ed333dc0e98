"""Parts of the page of challenges and advice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis.pairs import Pair
from analysis.tables import CATEGORIES, STATUSES
from pages.shared import charts, evidence, grid, html, quotes, state
from pages.shared.shell import Page

SHOWN = 5  # cards drawn at once


@dataclass(frozen=True)
class Choice:
    """The page's own filters."""

    status: str
    categories: tuple[str, ...]
    doubtful: bool


def choose(page: Page) -> Choice:
    """Draw the page's own filters; the view keeps them."""
    t = page.t
    left, middle, right = st.columns([1, 2, 1], vertical_alignment="bottom")
    state.set_widget("challenges_status", state.value("status") if state.value("status") in STATUSES else "")
    state.set_widget("challenges_category", [c for c in state.values("category") if c in CATEGORIES])
    state.set_widget("challenges_doubtful", state.value("doubtful") == "1")
    with left:
        status = st.selectbox(
            t("ledger.status"),
            ("", *STATUSES),
            key="challenges_status",
            format_func=lambda s: t(f"status.{s or 'any'}"),
            on_change=state.keep_widget,
            args=("challenges_status", "status"),
        )
    with middle:
        categories = st.multiselect(
            t("ledger.category"),
            CATEGORIES,
            key="challenges_category",
            format_func=lambda c: t(f"category.{c}"),
            placeholder=t("filter.any"),
            on_change=state.keep_widget,
            args=("challenges_category", "category"),
        )
    with right:
        doubtful = st.toggle(
            t("ledger.include_doubtful"),
            key="challenges_doubtful",
            help=t("ledger.doubtful_help"),
            on_change=state.keep_widget,
            args=("challenges_doubtful", "doubtful"),
        )
    for name, widget in (("status", status), ("category", categories), ("doubtful", doubtful)):
        state.keep(name, state.as_values(widget))
    state.leave()
    return Choice(status, tuple(categories), doubtful)


def narrowed(pairs: list[Pair], choice: Choice) -> list[Pair]:
    """Keep the pairs of the chosen status and categories."""
    return [
        pair
        for pair in pairs
        if (not choice.status or pair.status == choice.status)
        and (not choice.categories or pair.challenge["category"] in choice.categories)
    ]


def title(page: Page, pairs: list[Pair], choice: Choice) -> str:
    """State how many challenges were raised and answered; with a status chosen, how many have it."""
    if choice.status:
        return page.t(f"ledger.title_{choice.status}", count=len(pairs))
    waiting = sum(pair.status == "open" for pair in pairs)
    return page.t("ledger.title", count=len(pairs), answered=len(pairs) - waiting, open=waiting)


def parts(page: Page, pairs: list[Pair], others: list[dict], choice: Choice) -> dict[str, Callable[[], None]]:
    """Name the parts under the chart and how to draw each; what the chosen status shuts out is not among them."""
    t = page.t
    answered, waiting = ([pair for pair in pairs if pair.status == status] for status in ("answered", "open"))
    drawn = {}
    if choice.status != "open":
        drawn[t("ledger.tab_answered", count=len(answered))] = lambda: _answered(page, answered)
    if choice.status != "answered":
        drawn[t("ledger.tab_open", count=len(waiting))] = lambda: _waiting(page, waiting)
    if not choice.status:
        drawn[t("ledger.tab_other", count=len(others))] = lambda: advice_cards(page, others)
    return drawn | {t("ledger.tab_table"): lambda: table(page, pairs)}


def _answered(page: Page, pairs: list[Pair]) -> None:
    html.note(page.t("ledger.answered_note"))
    cards(page, pairs, key="answered", empty=page.t("ledger.none_answered"))


def _waiting(page: Page, pairs: list[Pair]) -> None:
    html.note(page.t("ledger.open_note"))
    cards(page, pairs, key="open", empty=page.t("overview.none_open"))


def by_category(page: Page, pairs: list[Pair]) -> go.Figure:
    """Draw how many challenges of each category were answered and how many are open."""
    t = page.t
    counted = Counter((pair.challenge["category"], pair.status) for pair in pairs)
    total = Counter(pair.challenge["category"] for pair in pairs)
    order = sorted(total, key=lambda c: (-total[c], CATEGORIES.index(c)))
    rows = [
        (t(f"category.{c}"), [c, s], counted[c, s], t(f"status.{s}"), hover)
        for s in ("answered", "open")
        for c in order
        for hover in [t("ledger.bar_hover", category=t(f"category.{c}"), status=t(f"status.{s}"), count=counted[c, s])]
    ]
    return charts.stacked(rows, names=[t(f"category.{c}") for c in order], x_title=t("axis.challenges"))


def show_category(page: Page, pairs: list[Pair], point: list) -> None:
    """Show the sentences of the challenges behind a bar."""
    if not point:
        return
    category, status = point
    rows = [p.challenge for p in pairs if (p.challenge["category"], p.status) == (category, status)]
    every = page.tables["sentences"]
    inside = every[every["sentence_id"].isin({s for row in rows for s in row["sentence_ids"]})]
    title = f"{page.t(f'category.{category}')} · {page.t(f'status.{status}')}"
    words = [cue for row in rows for cue in row["cues"]]
    evidence.sentences_behind(page, title, inside, key="challenges_bar", words=words)


def card(page: Page, pair: Pair, *, key: str) -> None:
    """Set a challenge beside its answers; where there is none, beside the candidates."""
    t = page.t
    row = pair.challenge
    with st.container(border=True, key=f"card_{key}_{row['challenge_id']}"):
        html.section(row["summary"])
        left, right = st.columns(2, gap="medium")
        with left:
            quotes.quote(page, row, kind="challenge", key=f"{key}_{row['challenge_id']}")
        with right:
            if not pair.answers:
                html.note(t("ledger.no_answer"))
            for answer in pair.answers:
                quotes.quote(page, answer, kind="advice", key=f"{key}_{row['challenge_id']}_{answer['advice_id']}")
            if pair.offered:
                with st.expander(t("ledger.offered", count=len(pair.offered))):
                    for offer in pair.offered:
                        quotes.quote(
                            page, offer, kind="advice", key=f"{key}_{row['challenge_id']}_{offer['advice_id']}"
                        )


def cards(page: Page, pairs: list[Pair], *, key: str, empty: str) -> None:
    """Draw the first pairs as cards, and a button for more."""
    if not pairs:
        html.note(empty)
    subject = f"cards_{key}:{' '.join(pair.challenge['challenge_id'] for pair in pairs)}"
    shown = SHOWN * state.steps(subject)
    for pair in pairs[:shown]:
        card(page, pair, key=key)
    more(page, len(pairs) - shown, key=f"cards_{key}", subject=subject)


def more(page: Page, left: int, *, key: str, subject: str) -> None:
    """Draw the button that shows more of a list, where there is more; another subject begins with a few again."""
    if left > 0:
        st.button(page.t("ledger.more", count=left), key=f"more_{key}", on_click=state.step, args=(subject,))


def advice_cards(page: Page, rows: list[dict]) -> None:
    """Draw advice that answers no challenge of the ledger."""
    html.note(page.t("ledger.other_note") if rows else page.t("ledger.none_other"))
    subject = f"cards_other:{' '.join(row['advice_id'] for row in rows)}"
    shown = SHOWN * state.steps(subject)
    for row in rows[:shown]:
        with st.container(border=True, key=f"card_other_{row['advice_id']}"):
            html.section(row["summary"])
            quotes.quote(page, row, kind="advice", key=f"other_{row['advice_id']}")
    more(page, len(rows) - shown, key="cards_other", subject=subject)


def table(page: Page, pairs: list[Pair]) -> None:
    """Draw the ledger as a table; a click on a row shows both ends."""
    t = page.t
    rows = [
        {
            "challenge": pair.challenge["summary"],
            "by": page.names[pair.challenge["speaker_id"]],
            "category": t(f"category.{pair.challenge['category']}"),
            "status": t(f"status.{pair.status}"),
            "advice": t("ledger.joint").join(answer["summary"] for answer in pair.answers),
            "adviser": t("ledger.joint").join(dict.fromkeys(page.names[a["speaker_id"]] for a in pair.answers)),
            "link": t("ledger.joint").join(f"{answer['link_confidence']:.0%}" for answer in pair.answers),
            "confidence": pair.challenge["confidence"],
        }
        for pair in pairs
    ]
    if not rows:
        html.note(t("empty.ledger"))
        return
    config = {name: st.column_config.Column(t(f"col.ledger_{name}")) for name in rows[0]}
    config["confidence"] = st.column_config.NumberColumn(t("col.ledger_confidence"), format="percent")
    chosen = grid.draw(page, pd.DataFrame(rows), key="challenges_table", config=config)
    html.note(t("ledger.table_note"))
    for place in chosen:
        card(page, pairs[place], key="row")
