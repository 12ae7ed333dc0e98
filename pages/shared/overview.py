"""Parts of the overview."""

from __future__ import annotations

import streamlit as st

from analysis import key_figures as figures
from analysis import views
from analysis.pairs import Pair, touching
from analysis.pairs import telling_quotes as chosen_quotes
from analysis.transcript import Remark, remark_text
from pages.shared import evidence, html, plot, quotes, state, subjects
from pages.shared.shell import Page, page_link

TERMS = 10
OPEN = 4  # challenges without an answer
BEHIND = ("questions", "challenges", "advice")  # figures that open their sentences


def key_figures(page: Page, pairs: list[Pair]) -> list[tuple[str, str, str]]:
    """List the key figures: what, how much, what was counted; of the ledger only where there is one."""
    t, counted = page.t, figures.key_figures(page.workshop, page.sentences, pairs)
    talk = [
        (t("figure.speakers"), f"{counted.speakers:,}", t("figure.speakers_counted", moderators=counted.moderators)),
        (t("figure.turns"), f"{counted.turns:,}", t("figure.turns_counted")),
        (t("figure.chars"), t("figure.chars_value", chars=counted.chars), t("figure.chars_counted")),
        (t("figure.questions"), f"{counted.questions:,}", t("figure.questions_counted")),
    ]
    if not page.has_ledger:
        return talk
    return [
        *talk,
        (t("figure.challenges"), f"{counted.challenges:,}", t("figure.challenges_counted", open=counted.open)),
        (t("figure.advice"), f"{counted.advice:,}", t("figure.advice_counted")),
    ]


def warnings(page: Page) -> None:
    """Pass on what the reader was unsure of when it read the transcript."""
    for said in page.workshop.about.get("warnings", []):
        # a workshop built before remarks had codes holds them in Chinese
        text = remark_text(Remark(**said), state.language()) if isinstance(said, dict) else str(said)
        st.warning(html.literal(text))


def behind_figures(page: Page, pairs: list[Pair]) -> None:
    """Offer the sentences behind the figures that count sentences or rows of the ledger."""
    t, every = page.t, page.tables["sentences"]
    kind = st.pills(
        t("overview.behind"),
        BEHIND if page.has_ledger else BEHIND[:1],
        format_func=lambda k: t(f"figure.{k}"),
        key="overview_behind",
    )
    if kind == "questions":
        inside, words = page.sentences[page.sentences["is_question"]], []
    elif kind:
        given = touching(page.tables["advice"], page.sentences)
        counted = {
            "challenges": [pair.challenge for pair in pairs],
            "advice": given[given["shown"]].to_dict("records"),
        }
        rows = counted[kind]
        inside = every[every["sentence_id"].isin({s for row in rows for s in row["sentence_ids"]})]
        words = [cue for row in rows for cue in row["cues"]]
    else:
        return
    evidence.sentences_behind(page, t(f"figure.{kind}"), inside, key="overview_behind", words=words)


def speaking_title(page: Page) -> str:
    """State what the strip shows: how few people said half of the words."""
    table = views.speaking(page.sentences, page.tables["speakers"])
    half = figures.speakers_of_half(table)
    if not half:
        return page.t("overview.one_speaker")
    return page.t("overview.half_title", count=half, total=len(table))


def leading_terms(page: Page) -> None:
    """Draw the leading terms; a click shows their sentences."""
    t = page.t
    terms = views.term_counts(page.workshop, page.sentences).head(TERMS)
    if terms.empty:
        st.info(t("empty.terms"))
        return
    for term in plot.draw(subjects.term_bars(page, terms), key="overview_terms", alt=t("overview.topics_title")):
        subjects.show_term(page, term, key="overview_term")


def open_challenges(page: Page, pairs: list[Pair]) -> None:
    """Quote the first challenges without an answer; of a talk that has no ledger, say why."""
    t = page.t
    if not page.has_ledger:
        st.info(t("empty.not_chinese"))
        return
    waiting = [pair for pair in pairs if not pair.answers]
    html.section(t("overview.open_title", count=len(waiting)))
    for pair in waiting[:OPEN]:
        quotes.brief(page, pair.challenge, kind="challenge", key=f"open_{pair.challenge['challenge_id']}")
    if not waiting:
        html.note(t("overview.none_open"))
    page_link("challenges", label=t("overview.to_challenges"))


def telling_quotes(page: Page) -> None:
    """Quote the rows of the ledger that the model is surest of."""
    if not page.has_ledger:
        return
    html.section(page.t("overview.quotes_title"))
    html.note(page.t("overview.quotes_note"))
    for row in chosen_quotes(page.workshop, page.sentences):
        quotes.brief(page, row, kind=row["kind"], key=f"telling_{row['kind']}_{row['sentence_ids'][0]}")


def show_picked(page: Page, point: list) -> None:
    """Show what was clicked in the strip: a turn's sentences, or the sentence a mark stands on."""
    if not point:
        return
    what, number = point
    every = page.sentences
    if what == "turn":
        title = page.t("evidence.turn", turn=number + 1)
        evidence.sentences_behind(page, title, every[every["turn_id"] == number], key="overview_picked")
        return
    table = page.tables["challenges" if what == "challenge" else "advice"]
    for row in table.to_dict("records"):
        if row["sentence_ids"][0] == number:
            inside = page.tables["sentences"]
            inside = inside[inside["sentence_id"].isin(row["sentence_ids"])]
            title = f"{page.t(f'kind.{what}')} · {row['summary']}"
            evidence.sentences_behind(page, title, inside, key="overview_picked", words=row["cues"])
