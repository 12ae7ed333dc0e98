"""How a file was read: as what, how much, what was left out and why, and how it will look."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from analysis.drafts import NOBODY, Draft, preview, read_again
from analysis.readers.registry import FORMATS
from analysis.transcript import Transcript, remark_text
from pages.shared import drafts, html, state, theme

Translator = Callable[..., str]
TURNS, CHARS = 4, 160  # of the preview
REASONS = ("blank", "rule", "other")
LINES = 40  # of the list of lines that were not taken


def facts(t: Translator, given: drafts.Given) -> None:
    """Say as what the file was read, and let another format be chosen."""
    draft = given.draft
    if draft:
        read = draft.transcript
        runner_up = t("upload.runner_up", format=t(f"format.{read.runner_up}")) if read.runner_up else ""
        html.note(t("upload.read_as", format=t(f"format.{read.format}"), encoding=read.encoding) + runner_up)
    key = f"upload_format_{given.number}"
    chosen = (draft.format if draft else None) or ""
    state.set_widget(key, chosen, since=chosen)
    st.selectbox(
        t("upload.format"),
        ["", *(each.name for each in FORMATS)],
        key=key,
        format_func=lambda name: t(f"format.{name}") if name else t("upload.format_found"),
        on_change=_read_as,
        args=(given.number, key),
    )


def _read_as(number: int, key: str) -> None:
    drafts.read_as(number, str(state.pressed(key)) or None, read_again)


def problem(t: Translator, given: drafts.Given) -> None:
    """Say what is wrong with a file; what stands is kept."""
    if given.problem:
        st.error(html.literal(given.problem.message(state.language())))
        if given.draft:
            html.note(t("upload.kept_as_it_was"))


def figures(t: Translator, draft: Draft) -> None:
    """Count what was read."""
    read = draft.transcript
    html.figures(
        [
            (t("upload.turns"), f"{len(read.turns):,}", t("upload.turns_counted")),
            (t("upload.speakers"), f"{len(draft.people):,}", t("upload.speakers_counted")),
            (t("upload.chars"), f"{sum(p.chars for p in draft.people):,}", t("upload.chars_counted")),
            (t("upload.left"), f"{len(read.unowned):,}", t("upload.left_counted")),
        ]
    )
    for remark in read.warnings:
        st.warning(html.literal(remark_text(remark, state.language())))


def left_out(t: Translator, read: Transcript) -> None:
    """List the lines that belong to nobody, and how many carry nothing."""
    if not read.unowned and not read.dropped:
        return
    with st.expander(t("upload.left_title", unowned=len(read.unowned), dropped=len(read.dropped))):
        for line in read.unowned[:LINES]:
            _line(t, line.line, t(f"unowned.{line.kind}"), line.text)
        if len(read.unowned) > LINES:
            html.note(t("upload.left_more", count=len(read.unowned) - LINES))
        for reason in dict.fromkeys(one.reason for one in read.dropped):
            numbers = [one.line for one in read.dropped if one.reason == reason]
            html.note(
                t("upload.dropped", reason=t(f"dropped.{_known(reason)}"), count=len(numbers), lines=_ranges(numbers))
            )


def _known(reason: str) -> str:
    """Name a reason that has words here; readers may have others."""
    return reason if reason in REASONS else REASONS[-1]


def _line(t: Translator, number: int, kind: str, text: str) -> None:
    html.show(
        f'<p><span class="soft">{escape(t("transcript.line", line=number))}</span> '
        f'<span class="tag">{escape(kind)}</span>{escape(text)}</p>'
    )


def _ranges(numbers: list[int]) -> str:
    """Write line numbers in short: `3–5, 9`; the first few of many."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    said = [str(a) if a == b else f"{a}–{b}" for a, b in spans[:LINES]]
    return ", ".join(said) + ("…" if len(spans) > LINES else "")


def first_turns(t: Translator, draft: Draft) -> None:
    """Show the first turns as they will stand in the transcript."""
    html.section(t("upload.preview_title"))
    if all(person.role == NOBODY for person in draft.people):
        st.error(t("who.all_nobody"))
        return
    palette = theme.palette()
    colors: dict[str, str] = {}
    blocks = []
    for turn in preview(draft, turns=TURNS):
        color = colors.setdefault(turn.speaker, palette[len(colors) % len(palette)])
        text = turn.text if len(turn.text) <= CHARS else turn.text[:CHARS] + "…"
        paragraphs = "".join(f"<p>{escape(part)}</p>" for part in text.split("\n"))
        where = escape(t("transcript.line", line=turn.line))
        blocks.append(
            f'<section class="turn" style="border-color:{color}"><h4>{escape(turn.speaker)}　'
            f'<span class="soft">{where}</span></h4>{paragraphs}</section>'
        )
    html.show("".join(blocks))
