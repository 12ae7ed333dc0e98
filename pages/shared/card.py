"""One speaker: figures, own words, challenges and advice, and with whom they exchanged words."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.clouds import cloud_svg
from analysis.evenness import turn_lengths
from analysis.keyness import SMALL, compare_terms
from analysis.pairs import touching
from analysis.views import term_counts
from pages.shared import charts, cloud, download, evidence, html, loaded, plot, quotes, state, subjects, theme
from pages.shared.shell import Page

WORDS = 10  # bars
CLOUD_WORDS = 30
CLOUD_SIZE = (560, 360)  # pixels


def draw(page: Page) -> None:
    """Let a speaker be chosen, and draw the card."""
    t = page.t
    html.section(t("card.heading"))
    speaker = _choose(page)
    if speaker is None:
        html.note(t("card.hint"))
        return
    name, said = page.names[speaker], page.sentences[page.sentences["speaker_id"] == speaker]
    if said.empty:
        st.info(html.literal(t("card.gone", name=name)))
        return
    html.figures(_figures(page, said))
    left, right = st.columns(2, gap="large")
    with left:
        _words(page, said, name)
    with right:
        _cloud(page, said, name)
    _ledger(page, said, name)
    _exchanges(page, speaker)


def _choose(page: Page) -> int | None:
    t, ids = page.t, {name: speaker for speaker, name in page.names.items()}
    state.set_widget("speakers_who", state.value("who") if state.value("who") in ids else None)
    name = st.selectbox(
        t("card.choose"),
        list(ids),
        key="speakers_who",
        placeholder=t("card.none"),
        index=None,
    )
    state.keep("who", [name] if name else [])
    state.leave()
    return ids.get(name)


def _figures(page: Page, said: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Count what the speaker says in view."""
    t, turns = page.t, turn_lengths(said)
    chars, every = int(said["chars"].sum()), int(page.sentences["chars"].sum())
    rows = [
        (t("figure.turns"), f"{said['turn_id'].nunique():,}", t("figure.turns_counted")),
        (t("figure.chars"), t("figure.chars_value", chars=chars), t("card.share_counted", share=chars / max(1, every))),
        (t("figure.questions"), f"{int(said['is_question'].sum()):,}", t("figure.questions_counted")),
    ]
    if len(turns):
        longest = turns.loc[turns["chars"].idxmax()]
        counted = t("card.longest_counted", turn=longest["turn_id"] + 1)
        rows.insert(2, (t("card.longest"), t("figure.chars_value", chars=longest["chars"]), counted))
    return rows


def _words(page: Page, said: pd.DataFrame, name: str) -> None:
    """Draw the terms the speaker says more than the rest; a click shows the sentences."""
    t = page.t
    html.section(t("card.words_title", name=name), explained=(t("help.mark"), t("card.words_note", small=SMALL)))
    table = compare_terms(page.workshop, page.sentences, page.sentences["speaker_id"].isin(said["speaker_id"]))
    rows = table[table["is_more"]].head(WORDS)
    if rows.empty:
        html.note(t("card.no_words"))
        return
    terms = rows["term"].tolist()
    figure = charts.bars(
        terms,
        rows["per_1k_chars"].tolist(),
        terms,
        x_title=t("axis.per_1k_said"),
        hover=[
            t(
                "card.words_hover",
                name=name,
                term=r.term,
                count=r.n,
                rest=r.rest_count,
                rate=r.per_1k_chars,
                rest_rate=r.rest_per_1k_chars,
            )
            for r in rows.rename(columns={"count": "n"}).itertuples()
        ],
        texts=[t("card.words_bar", count=n, rest=m) for n, m in zip(rows["count"], rows["rest_count"], strict=True)],
    )
    for term in plot.draw(figure, key="speakers_words", alt=t("card.words_title", name=name)):
        _show_term(page, said, term, key="speakers_words")


def _cloud(page: Page, said: pd.DataFrame, name: str) -> None:
    """Draw the speaker's own cloud; a click shows the sentences."""
    terms = term_counts(page.workshop, said).head(CLOUD_WORDS)
    if terms.empty:
        return
    weights = tuple(terms[["term", "score"]].itertuples(index=False, name=None))
    width, height = CLOUD_SIZE
    words = loaded.lay_out(weights, width, height)
    counts = dict(zip(terms["term"], terms["count"], strict=True))
    alt = page.t("card.cloud_alt", name=name)
    clicked = cloud.draw(words, counts, key="speakers_cloud", alt=alt, width=width, height=height)
    colors = {word.word: theme.ink() for word in words}
    picture = cloud_svg(words, colors, width=width, height=height, font=theme.font(), paper=theme.paper())
    download.svg(page, picture, key="speakers_cloud")
    if clicked in counts:
        _show_term(page, said, clicked, key="speakers_cloud")


def _show_term(page: Page, said: pd.DataFrame, term: str, *, key: str) -> None:
    found = subjects.sentences_with(page, term)
    inside = found[found.index.isin(said.index)]
    evidence.sentences_behind(page, page.t("evidence.term", term=term), inside, key=key, words=[term])


def _ledger(page: Page, said: pd.DataFrame, name: str) -> None:
    """Quote the speaker's challenges and advice."""
    t = page.t
    if not page.has_ledger:
        return
    rows = {
        kind: touching(page.tables[table], said) for kind, table in (("challenge", "challenges"), ("advice", "advice"))
    }
    rows = {kind: table[table["shown"]].to_dict("records") for kind, table in rows.items()}
    if not any(rows.values()):
        html.note(t("card.no_ledger"))
        return
    html.section(t("card.ledger_title", name=name, challenges=len(rows["challenge"]), advice=len(rows["advice"])))
    for column, kind in zip(st.columns(2, gap="large"), rows, strict=True):
        with column:
            for row in rows[kind]:
                quotes.brief(page, row, kind=kind, key=f"card_{row[f'{kind}_id']}")


def _exchanges(page: Page, speaker: int) -> None:
    """Say whom the speaker answered, and who answered them."""
    t, table = page.t, page.tables["exchanges"]
    for kind in ("reply", "advice") if page.has_ledger else ("reply",):
        of_kind = table[table["kind"] == kind]
        for way, mine, other in (
            ("to", "from_speaker_id", "to_speaker_id"),
            ("from", "to_speaker_id", "from_speaker_id"),
        ):
            met = of_kind[of_kind[mine] == speaker]
            names = [
                t("card.times", name=page.names[who], count=n) for who, n in zip(met[other], met["count"], strict=True)
            ]
            if names:
                html.note(t(f"card.{kind}_{way}", names=t("card.joint").join(names)))
