"""Parts of the overview."""

from __future__ import annotations

import streamlit as st

from analysis import key_figures as figures
from analysis import pairs as ledger
from analysis import views
from analysis.pairs import Pair, touching
from analysis.transcript import Remark, remark_text
from pages.shared import charts, evidence, html, plot, quotes, state, subjects, theme
from pages.shared.shell import Page

TOPICS = 5  # bars
OPEN = 3  # challenges without an answer
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
    kinds = BEHIND if page.has_ledger else BEHIND[:1]
    state.set_widget("overview_behind", state.value("behind") if state.value("behind") in kinds else None)
    with st.container(horizontal=True, vertical_alignment="center", key="behind"):
        html.note(t("overview.behind"))
        kind = st.pills(
            t("overview.behind"),
            kinds,
            format_func=lambda k: t(f"figure.{k}"),
            key="overview_behind",
            label_visibility="collapsed",
        )
    state.keep("behind", [kind] if kind else [])
    state.leave()
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


def who_spoke_when(page: Page) -> None:
    """Draw the strip; a click shows the words of a turn, of a mark, or of a chapter."""
    t = page.t
    title = speaking_title(page)
    html.section(title, explained=(t("help.mark"), t("overview.strip_note")))
    timeline, marks = views.timeline(page.workshop, page.sentences), ledger.marks(page.workshop, page.sentences)
    if timeline.empty:
        st.info(t("empty.filtered"))
        return
    figure = charts.strip(
        timeline,
        marks,
        colors=charts.colors(list(page.names)),
        hover=[t("overview.turn_hover", turn=r.turn_id + 1, name=r.name, chars=r.chars) for r in timeline.itertuples()],
        mark_hover=marks["summary"].tolist(),
        names={kind: t(f"kind.{kind}") for kind in ("challenge", "advice")},
        x_title=t("axis.chars_so_far"),
        inks=(theme.ink(), theme.paper()),
        chapters=_chapters(page),
    )
    show_picked(page, plot.draw(figure, key="overview_strip", alt=title))


def _chapters(page: Page) -> list[tuple[int, int, str, str, int]]:
    """Lay the chapters out along the session: start, length, title, hover, id."""
    turns = page.tables["turns"].set_index("turn_id")["chars"]
    ends, out = turns.cumsum(), []
    for number, row in enumerate(page.tables["chapters"].itertuples(), start=1):
        start = int(ends[row.first_turn_id] - turns[row.first_turn_id])
        span = {"number": number, "first": row.first_turn_id + 1, "last": row.last_turn_id + 1}
        hover = page.t("overview.chapter_hover", title=row.title, **span)
        out.append((start, int(ends[row.last_turn_id]) - start, f"{number} {row.title}", hover, row.chapter_id))
    return out


def speaking_title(page: Page) -> str:
    """State what the strip shows: how few people said half of the words."""
    table = views.speaking(page.sentences, page.tables["speakers"])
    half = figures.speakers_of_half(table)
    if not half:
        return page.t("overview.one_speaker")
    return page.t("overview.half_title", count=half, total=len(table))


def leading_topics(page: Page) -> None:
    """Draw the topics by sentences, or where none were drawn the terms; a click shows the sentences."""
    t = page.t
    topics = views.topic_counts(page.workshop, page.sentences)
    counts = topics.groupby(["topic_id", "label"], as_index=False)["sentences"].sum()
    if counts.empty:
        _leading_terms(page)
        return
    counts = counts.sort_values(["sentences", "topic_id"], ascending=[False, True]).head(TOPICS)
    title = t("overview.topics_title")
    html.section(title, explained=(t("help.mark"), t("overview.topics_note")))
    figure = charts.bars(
        counts["label"].tolist(),
        counts["sentences"].tolist(),
        counts["topic_id"].tolist(),
        x_title="",
        hover=[t("overview.topic_hover", label=r.label, sentences=r.sentences) for r in counts.itertuples()],
        texts=[str(n) for n in counts["sentences"]],
    )
    for topic in plot.draw(charts.compact(figure), key="overview_topics", alt=title):
        label = counts["label"][counts["topic_id"] == topic].iloc[0]
        words = subjects.words_of(page, topic)
        inside = subjects.sentences_on(page, topic)
        evidence.sentences_behind(page, t("evidence.topic", topic=label), inside, key="overview_topic", words=words)


def _leading_terms(page: Page) -> None:
    t = page.t
    terms = views.term_counts(page.workshop, page.sentences).head(TOPICS)
    title = t("overview.terms_title")
    html.section(title)
    if terms.empty:
        st.info(t("empty.terms"))
        return
    figure = charts.compact(subjects.term_bars(page, terms))
    for term in plot.draw(figure, key="overview_terms", alt=title):
        subjects.show_term(page, term, key="overview_term")


def open_challenges(page: Page, pairs: list[Pair]) -> None:
    """Quote the first challenges without an answer; of a talk that has no ledger, say why."""
    t = page.t
    if not page.has_ledger:
        st.info(t("empty.not_chinese"))
        return
    waiting = [pair for pair in pairs if not pair.answers]
    html.section(t("overview.open_title", count=len(waiting)), explained=(t("help.mark"), t("overview.open_note")))
    for pair in waiting[:OPEN]:
        quotes.brief(page, pair.challenge, kind="challenge", key=f"open_{pair.challenge['challenge_id']}")
    if not waiting:
        html.note(t("overview.none_open"))


def telling_quotes(page: Page) -> None:
    """Quote the rows of the ledger that the model is surest of."""
    t, chosen = page.t, ledger.telling_quotes(page.workshop, page.sentences)
    if not chosen:
        return
    html.section(t("overview.quotes_title"), explained=(t("overview.quotes_rule"), t("overview.quotes_note")))
    for row in chosen:
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
    if what == "chapter":
        _show_chapter(page, number)
        return
    table = page.tables["challenges" if what == "challenge" else "advice"]
    for row in table.to_dict("records"):
        if row["sentence_ids"][0] == number:
            inside = page.tables["sentences"]
            inside = inside[inside["sentence_id"].isin(row["sentence_ids"])]
            title = f"{page.t(f'kind.{what}')} · {row['summary']}"
            evidence.sentences_behind(page, title, inside, key="overview_picked", words=row["cues"])


def _show_chapter(page: Page, chapter: int) -> None:
    """Show the sentences of a chapter that pass the filters."""
    every, chapters = page.sentences, page.tables["chapters"]
    place = chapters["chapter_id"].tolist().index(chapter)
    row = chapters.iloc[place]
    inside = every[every["turn_id"].between(row["first_turn_id"], row["last_turn_id"])]
    title = page.t("overview.chapter_title", number=place + 1, title=row["title"])
    evidence.sentences_behind(page, title, inside, key="overview_picked")
