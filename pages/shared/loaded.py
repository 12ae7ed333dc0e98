"""The only cache: workshops as pages show them, made once for all sessions; nobody may edit their tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import streamlit as st

from analysis import paths
from analysis.clouds import CloudWord, layout_cloud
from analysis.codes import Key
from analysis.edits.log import FILE
from analysis.edits.overlay import Decided, decide
from analysis.edits.store import edits_stamp, read_log
from analysis.errors import AnalysisError
from analysis.pairs import shown_only
from analysis.pseudonyms import key_of, pseudonymised
from analysis.workshop import Workshop, read_workshop, workshop_stamp

_Made = TypeVar("_Made")
CLOUD_FONT = paths.FONTS / "NotoSansSC-Regular.otf"


def _cached(make: Callable[..., _Made]) -> Callable[..., _Made]:
    """Keep what is made of a workshop for all sessions; of one that is a session's own, until that session ends."""
    for_all = st.cache_resource(make, max_entries=4, show_spinner=False)
    for_one = st.cache_resource(make, max_entries=4, show_spinner=False, scope="session")

    def kept(folder: str, *stamps: object) -> _Made:
        return (for_one if is_of_session(Path(folder)) else for_all)(folder, *stamps)

    return kept


def is_of_session(folder: Path) -> bool:
    """Tell whether a workshop is a visitor's own: it lies outside the library that everybody sees."""
    return folder.parent.parent != paths.home()


@_cached
def _load(folder: str, stamp: int) -> Workshop:  # noqa: ARG001 - the stamp makes a rebuilt workshop another entry
    return shown_only(read_workshop(Path(folder)))


@_cached
def _decide(folder: str, stamp: int, edits: tuple[int, ...]) -> Decided:  # noqa: ARG001 - as above, for the edits
    return decide(_load(folder, stamp), read_log(Path(folder)))


@_cached
def _key(folder: str, stamp: int) -> Key:
    return key_of(_load(folder, stamp))


@_cached
def _coded(folder: str, stamp: int, edits: tuple[int, ...]) -> Decided:
    """Put codes into the tables; the record of edits and what it says of the machine's names stay behind."""
    coded = pseudonymised(_decide(folder, stamp, edits).workshop, _key(folder, stamp))
    return Decided(coded, coded)


@st.cache_resource(max_entries=256, show_spinner=False)
def _coded_slug(folder: str, stamp: int) -> str:  # noqa: ARG001 - as in `_load`
    """Name a workshop without naming anybody; a changed name gets a number, for two may have become the same."""
    name, number = Path(folder).name, f"{crc32(Path(folder).name.encode()):08x}"
    try:
        coded = key_of(read_workshop(Path(folder))).code(name)
    except AnalysisError:  # a damaged workshop beside the one that is shown
        return number
    return name if coded == name else f"{coded}-{number}"


def load(folder: Path, *, codes: bool) -> tuple[Decided, AnalysisError | None]:
    """Give a workshop under what was decided, with codes in the place of names if asked for.

    Where the record of edits cannot be read, give what the machine made, and why.
    """
    stamp, make = workshop_stamp(folder), _coded if codes else _decide
    try:
        return make(str(folder), stamp, edits_stamp(folder)), None
    except AnalysisError as problem:
        if problem.where != FILE:
            raise
        machine = _load(str(folder), stamp)
        plain = pseudonymised(machine, key(folder)) if codes else machine
        return Decided(plain, plain), problem


def whole(folder: Path, key: Key | None) -> Workshop:
    """Give a workshop with its doubtful rows, as files hold it, with the codes of a key; read anew each time."""
    workshop = decide(read_workshop(folder), read_log(folder)).workshop
    return pseudonymised(workshop, key) if key else workshop


def key(folder: Path) -> Key:
    """Give the key of a workshop's codes."""
    return _key(str(folder), workshop_stamp(folder))


def slug(folder: Path, *, codes: bool) -> str:
    """Give the name of a workshop that the view and the switcher hold."""
    return _coded_slug(str(folder), workshop_stamp(folder)) if codes else folder.name


@st.cache_resource(max_entries=32, show_spinner=False)
def lay_out(weights: tuple[tuple[str, float], ...], width: int, height: int) -> list[CloudWord]:
    """Give the layout of a word cloud, computed once for all sessions."""
    return layout_cloud(dict(weights), font=CLOUD_FONT, width=width, height=height)
