"""From a draft to a workshop: title and date, which name it takes, the analysis and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePath

import streamlit as st

from analysis import jobs, library, shelf
from analysis.build import slug_of
from analysis.drafts import NOBODY, Draft, is_doubtful, settings_of
from analysis.errors import AnalysisError
from analysis.guesses import normal_date
from pages.shared import drafts, html, shell, state

Translator = Callable[..., str]
FIELDS = ("title", "date", "place")
WAYS = ("both", "replace")
LONGEST = 120
_LOOK_S = 0.5


@dataclass(frozen=True)
class Started:
    """An analysis, the number of the file it is of, and the name that its workshop will have."""

    number: int
    slug: str
    job: jobs.Job


def _started() -> list[Started]:
    return state.held("started", list)


def is_under_way(given: drafts.Given) -> bool:
    """Tell whether a file is being analysed; until that has ended nothing about it can be decided."""
    return any(one.number == given.number and not one.job.ended for one in _started())


def facts(t: Translator, number: int, draft: Draft) -> None:
    """Ask for title, date and place, filled in with what was guessed."""
    html.section(t("finish.title_section"))
    for column, field in zip(st.columns([3, 1, 1]), FIELDS, strict=True):
        key = f"upload_{field}_{number}"
        state.set_widget(key, getattr(draft, field), since=getattr(draft, field))
        with column:
            st.text_input(t(f"finish.{field}"), key=key, max_chars=LONGEST, on_change=_put, args=(number, field, key))


def _put(number: int, field: str, key: str) -> None:
    value = " ".join(str(state.pressed(key)).split())
    value = (normal_date(value) or value) if field == "date" else value
    drafts.change(number, lambda draft: replace(draft, **{field: value}))


def _slug(given: drafts.Given) -> str:
    """Give the folder name a file asks for; pasted text has no name of its own."""
    if given.packed:
        return given.packed.slug
    return slug_of(PurePath(given.file))


def _used() -> set[str]:
    """Collect the names that are not free: this library's, everybody's, and those that are being made."""
    making = {one.slug.lower() for one in _started() if not one.job.ended}
    return shelf.taken(state.home()) | {folder.name.lower() for folder in state.workshops()} | making


def _choose_slug(t: Translator, given: drafts.Given) -> tuple[str, bool] | None:
    """Give the name to take and whether it replaces a workshop; None while it is not decided."""
    wanted, used = _slug(given), _used()
    if wanted.lower() not in used:
        return wanted, False
    other = shelf.free_slug(wanted, used)
    own = wanted.lower() in shelf.taken(state.home())
    if not own:
        return other, False
    st.warning(html.literal(t("finish.taken", slug=wanted)))
    way = st.radio(
        t("finish.way"),
        WAYS,
        index=None,
        key=f"upload_way_{given.number}",
        format_func=lambda way: t(f"finish.{way}", slug=other if way == "both" else wanted),
    )
    if way is None:
        return None
    return (other, False) if way == "both" else (_spelt(wanted), True)


def _spelt(slug: str) -> str:
    """Give a slug as the library spells it: names that differ in case alone are one."""
    return next((f.name for f in shelf.workshops(state.home()) if f.name.lower() == slug.lower()), slug)


def analyse(t: Translator, given: drafts.Given, draft: Draft) -> None:
    """Draw the button that starts the analysis, once everything it needs is decided."""
    chosen = _choose_slug(t, given)
    ready = chosen is not None and any(person.role != NOBODY for person in draft.people)
    if is_doubtful(draft):
        st.warning(t("finish.doubtful"))
        ready &= st.checkbox(t("finish.anyway"), key=f"upload_anyway_{given.number}")
    key = f"upload_analyse_{given.number}"
    st.button(t("finish.analyse"), key=key, type="primary", disabled=not ready, on_click=_start, args=(given, chosen))


def _start(given: drafts.Given, chosen: tuple[str, bool]) -> None:
    """Start the analysis of a draft as it stands now."""
    draft = drafts.every()[given.number].draft  # what was typed last may have come with the same click
    slug, replacing = chosen
    work = partial(
        _work,
        home=state.home(),
        slug=slug,
        data=draft.data,
        settings=settings_of(draft),
        suffix=PurePath(draft.file).suffix,
        replacing=replacing,
    )
    _started().append(Started(given.number, slug, jobs.start(work, title=draft.title or draft.file)))


def _work(report, *, home: Path, slug: str, data: bytes, **options: object) -> Path:
    return library.add(home, slug, data, report=report, **options)


def restore(t: Translator, given: drafts.Given) -> None:
    """Draw the button that brings a packed workshop back."""
    html.note(t("finish.packed", title=given.packed.title, date=given.packed.date or t("finish.no_date")))
    chosen = _choose_slug(t, given)
    key = f"upload_restore_{given.number}"
    st.button(
        t("finish.restore"), key=key, type="primary", disabled=chosen is None, on_click=_restore, args=(given, chosen)
    )


def _restore(given: drafts.Given, chosen: tuple[str, bool]) -> None:
    slug, replacing = chosen
    try:
        folder = library.add_archive(state.home(), given.data, slug=slug, replacing=replacing)
    except AnalysisError as problem:
        drafts.fail(given.number, problem)
        return
    drafts.drop(given.number)
    job = jobs.Job(given.packed.title, state="done", share=1.0, folder=folder)
    _started().append(Started(given.number, slug, job))


def progress(t: Translator) -> None:
    """Draw what is under way and what has come of it; look again while something is."""
    if any(one.job.state == "done" and one.number in drafts.every() for one in _started()):
        st.rerun()  # it has ended since the page began: its draft is still drawn
    ended = [one.job for one in _started() if one.job.ended]
    for place, job in enumerate(ended):
        with st.container(border=True, key=f"upload_ended_{place}"):
            _ended(t, place, job)
    if len(ended) < len(_started()):
        _under_way(t, len(ended))


@st.fragment(run_every=_LOOK_S)
def _under_way(t: Translator, ended: int) -> None:
    """Draw what is under way; when something ends the whole page is drawn anew, the switcher above included."""
    if sum(one.job.ended for one in _started()) != ended:
        st.rerun()
    for place, one in enumerate(_started()):
        if not one.job.ended:
            with st.container(border=True, key=f"upload_job_{place}"):
                _running(t, place, one.job)


def _running(t: Translator, place: int, job: jobs.Job) -> None:
    stage = t(f"stage.{job.stage}" if job.state == "running" else "stage.waiting")
    title = html.literal(job.title)
    st.progress(job.share, text=t("finish.under_way", title=title, stage=stage, share=job.share))
    told = job.told_to_stop.is_set()
    html.note(t("finish.stopping") if told else t("finish.may_leave"))
    st.button(t("finish.stop"), key=f"upload_stop_{place}", on_click=job.stop, disabled=told)


def _ended(t: Translator, place: int, job: jobs.Job) -> None:
    title = html.literal(job.title)
    if job.state == "done":
        st.success(t("finish.done", title=title))
        st.button(t("finish.open"), key=f"upload_open_{place}", type="primary", on_click=_open, args=(job,))
    elif job.state == "failed":
        stage = t(f"stage.{job.stage}")
        st.error(t("finish.failed", title=title, stage=stage) + html.literal(job.problem.message(state.language())))
    else:
        st.info(t("finish.stopped", title=title))
    st.button(t("finish.put_away"), key=f"upload_away_{place}", on_click=_put_away, args=(job,), type="tertiary")


def _open(job: jobs.Job) -> None:
    shell.show_workshop(job.folder.name)
    state.hold("leave_for", "overview")


def _put_away(job: jobs.Job) -> None:
    state.hold("started", [one for one in _started() if one.job is not job])


def settle() -> None:
    """Put away the drafts that are workshops now; leave for the workshop that was just opened."""
    for one in _started():
        if one.job.state == "done":
            drafts.drop(one.number)
    page = state.held("leave_for", str)
    if page:
        state.hold("leave_for", "")
        shell.go(page)
