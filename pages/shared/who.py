"""Who spoke: every label of a transcript, with what can be decided about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from analysis.drafts import NOBODY, Draft, Person, changed
from analysis.namesakes import near_duplicates, split_bracket
from analysis.places import provinces
from analysis.tables import ROLES
from pages.shared import drafts, html, state

Translator = Callable[..., str]
SHOWN = 12  # people at once; the rest a click away
LONGEST = 80


def draw(t: Translator, number: int, draft: Draft) -> None:
    """Draw the people of a draft."""
    html.section(t("who.title", count=len(draft.people)))
    html.note(t("who.note"))
    _proposals(t, number, draft)
    subject = f"who:{number}"
    shown = SHOWN * state.steps(subject)
    for place, person in enumerate(draft.people[:shown]):
        _person(t, number, place, person)
    if shown < len(draft.people):
        left = len(draft.people) - shown
        st.button(t("who.more", count=left), key=f"upload_more_{number}", on_click=state.step, args=(subject,))
    _merge(t, number, draft)


def _person(t: Translator, number: int, place: int, person: Person) -> None:
    with st.container(border=True, key=f"upload_person_{number}_{place}"):
        html.show(
            f"<p><b>{escape(person.label)}</b>　"
            f'<span class="soft">{escape(t("who.counted", turns=person.turns, chars=person.chars))}　'
            f"{escape(t('who.words', words=person.words))}</span></p>"
        )
        name, affiliation, region, role = st.columns([3, 4, 2, 2])
        with role:
            _field(t, number, place, person, "role", partial(_select, [*ROLES, NOBODY], lambda r: t(f"who.{r}")))
        if person.role == NOBODY:
            with name:
                html.note(t("who.folded"))
            return
        with name:
            _field(t, number, place, person, "name", partial(st.text_input, max_chars=LONGEST))
        with affiliation:
            _field(t, number, place, person, "affiliation", partial(st.text_input, max_chars=LONGEST))
        with region:
            known = provinces()
            options = ["", *known, *({person.region} - {"", *known})]
            _field(t, number, place, person, "region", partial(_select, options, lambda r: r or t("who.no_region")))
        _bracket(t, number, place, person)


def _select(options: list[str], shown: Callable[[str], str], label: str, **rest: object) -> None:
    st.selectbox(label, options, format_func=shown, **rest)


def _field(t: Translator, number: int, place: int, person: Person, field: str, widget: Callable[..., None]) -> None:
    """Draw one field of a person, and take down what is put into it."""
    key = f"upload_{field}_{number}_{place}"
    state.set_widget(key, getattr(person, field), since=getattr(person, field))
    widget(t(f"who.{field}"), key=key, on_change=_put, args=(number, person.label, field, key))


def _put(number: int, label: str, field: str, key: str) -> None:
    _decide(number, label, **{field: str(state.pressed(key) or "")})


def _decide(number: int, label: str, **values: str) -> None:
    drafts.change(number, lambda draft: changed(draft, label, **values))


def _bracket(t: Translator, number: int, place: int, person: Person) -> None:
    """Offer to take what stands in a name's bracket for the affiliation."""
    parts = split_bracket(person.name)
    if parts:
        st.button(
            html.literal(t("who.split", name=parts[0], affiliation=parts[1])),
            key=f"upload_split_{number}_{place}",
            on_click=_decide,
            args=(number, person.label),
            kwargs={"name": parts[0], "affiliation": parts[1]},
        )


def _names(draft: Draft) -> dict[str, Person]:
    """Give the people who are shown, by the name they are shown by; of a merged one the first label."""
    found: dict[str, Person] = {}
    for person in draft.people:
        if person.role != NOBODY:
            found.setdefault(person.name, person)
    return found


def _proposals(t: Translator, number: int, draft: Draft) -> None:
    """Propose names that may be one person's; nothing is merged before it is clicked."""
    pairs = [pair for pair in near_duplicates(list(_names(draft))) if pair not in draft.apart]
    for place, (first, second) in enumerate(pairs):
        with st.container(horizontal=True, vertical_alignment="center", key=f"upload_alike_{number}_{place}"):
            html.note(t("who.alike", first=first, second=second))
            for keep, other in ((first, second), (second, first)):
                st.button(
                    html.literal(t("who.merge_into", other=other, keep=keep)),
                    key=f"upload_keep_{number}_{place}_{int(keep == second)}",
                    on_click=_merge_names,
                    args=(number, [other], keep),
                )
            key = f"upload_apart_{number}_{place}"
            st.button(t("who.apart"), key=key, on_click=_apart, args=(number, first, second))


def _apart(number: int, first: str, second: str) -> None:
    drafts.change(number, lambda draft: replace(draft, apart=draft.apart | {(first, second)}))


def _merge_names(number: int, others: list[str], keep: str) -> None:
    """Show several people by one name, with that one's role."""

    def merged(draft: Draft) -> Draft:
        role = _names(draft)[keep].role
        for person in draft.people:
            if person.name in others and person.role != NOBODY:
                draft = changed(draft, person.label, name=keep, role=role)
        return draft

    drafts.change(number, merged)


def _merge(t: Translator, number: int, draft: Draft) -> None:
    """Let any two or more be merged."""
    names = list(_names(draft))
    if len(names) < 2:
        return
    with st.expander(t("who.merge_title")):
        html.note(t("who.merge_note"))
        keys = f"upload_merge_others_{number}", f"upload_merge_keep_{number}"
        state.set_widget(keys[0], [], since=tuple(names))
        state.set_widget(keys[1], None, since=tuple(names))
        others = st.multiselect(t("who.merge_others"), names, key=keys[0], placeholder=t("who.choose"))
        keep = st.selectbox(t("who.merge_keep"), names, key=keys[1], placeholder=t("who.choose"))
        st.button(
            t("who.merge"),
            key=f"upload_merge_do_{number}",
            disabled=not others or keep is None or others == [keep],
            on_click=_merge_names,
            args=(number, others, keep),
        )
