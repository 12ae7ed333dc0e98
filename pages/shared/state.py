"""The only session state and cache: which view is open, and the workshop behind it.

The view (workshop, language, filters, place) is the truth; the URL is written from it at the end of every run, and
read back when a link is opened or the browser steps back. Widgets are set from it when a page is entered.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import streamlit as st

from analysis import library, paths, shelf
from analysis.clouds import CloudWord, layout_cloud
from analysis.pairs import shown_only
from analysis.text import LANGUAGES
from analysis.workshop import Workshop, read_workshop, workshop_stamp
from pages.shared import place

_Held = TypeVar("_Held")
_WHOLE = "workshop"  # every URL this app writes holds it; one without it is a link that changes a part of the view
CLOUD_FONT = paths.FONTS / "NotoSansSC-Regular.otf"
_RACE_S = 1.0  # a slow line to a public server included
_PLACE = ("turn", "term", "part")  # where a page stands; forgotten when another page is entered


def _load(folder: str, stamp: int) -> Workshop:  # noqa: ARG001 - the stamp makes a rebuilt workshop another entry
    return shown_only(read_workshop(Path(folder)))


_load_for_all = st.cache_resource(_load, max_entries=4, show_spinner=False)
_load_for_one = st.cache_resource(_load, max_entries=4, show_spinner=False, scope="session")


def load_workshop(folder: Path) -> Workshop:
    """Give the workshop, read once for all sessions, or for the one it belongs to; nobody may edit its tables."""
    load = _load_for_all if folder.parent.parent == paths.home() else _load_for_one
    return load(str(folder), workshop_stamp(folder))


@st.cache_resource(max_entries=32, show_spinner=False)
def lay_out(weights: tuple[tuple[str, float], ...], width: int, height: int) -> list[CloudWord]:
    """Give the layout of a word cloud, computed once for all sessions."""
    return layout_cloud(dict(weights), font=CLOUD_FONT, width=width, height=height)


def workshops() -> list[Path]:
    """List the folders of all workshops that this session may see: everybody's, and its own."""
    return shelf.workshops(paths.home()) + ([] if keeps_uploads() else shelf.workshops(home()))


def keeps_uploads() -> bool:
    """Tell whether this is the user's own machine, where uploads are kept."""
    return place.is_private(st.get_option("server.address"), st.context.headers)


def home() -> Path:
    """Give the library that uploads go to: this machine's, or on a public server one that ends with the session."""
    if keeps_uploads():
        return paths.home()
    # deleted when the session's state is: the object does it
    return Path(held("own", lambda: TemporaryDirectory(prefix="visitor-", ignore_cleanup_errors=True)).name)


def held(name: str, make: Callable[[], _Held]) -> _Held:
    """Give an object that lives as long as the session, made when it is first asked for."""
    key = f"held:{name}"
    if key not in st.session_state:
        st.session_state[key] = make()
    return st.session_state[key]


def hold(name: str, value: object) -> None:
    """Put an object in the place of the one that is held."""
    st.session_state[f"held:{name}"] = value


def pressed(key: str) -> object:
    """Give what a widget holds, in its callback."""
    return st.session_state[key]


def removed() -> list[library.Removed]:
    """List the workshops that can be brought back until the page is left."""
    return held("removed", list)


def enter(page: str) -> None:
    """Take over what the URL says, on a cold link, a link inside the app or a step back."""
    state = st.session_state
    view = state.setdefault("view", {})
    given = _url()
    moved = state.get("page") != page
    while moved and removed():
        library.forget(removed().pop())
    if moved or (given != state.get("url") and not _overtaken(given)):
        late = moved and _overtaken(given)
        if _WHOLE in given and not late:
            view.clear()
        elif moved:
            for key in _PLACE:
                view.pop(key, None)
        view.update({key: values for key, values in given.items() if key in _PLACE} if late else given)
        state["visit"] = state.get("visit", 0) + 1
    state["page"] = page


def leave() -> None:
    """Write the view into the URL, so that copying it copies the view."""
    state, now = st.session_state, time.monotonic()
    url, given = {key: values for key, values in state["view"].items() if values}, _url()
    if url != given:
        recent = [(then, old) for then, old in state.get("replaced", []) if now - then < _RACE_S]
        state["replaced"] = [*recent, (now, given)]
        st.query_params.from_dict(url)
    state["url"] = url


def _url() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}


def _overtaken(given: dict[str, list[str]]) -> bool:
    """Tell whether a URL, but for the place, is one this session has just replaced.

    A second click may be on its way before the browser has heard of the URL that the first one led to. It comes with
    the URL of before, or is on a link to it, and must not undo the first click.
    """
    now, bare = time.monotonic(), _without_place(given)
    return any(
        _without_place(old) == bare and now - then < _RACE_S for then, old in st.session_state.get("replaced", [])
    )


def _without_place(url: dict[str, list[str]]) -> dict[str, list[str]]:
    return {key: values for key, values in url.items() if key not in _PLACE}


def link(**place: str) -> dict[str, list[str]]:
    """Give the parameters of a link that shows this view anywhere, at no place but the given one."""
    view = {key: values for key, values in st.session_state["view"].items() if values}
    return _without_place(view) | {key: [value] for key, value in place.items()}


def visit() -> int:
    """Count how often the view came from outside; a widget keyed by it starts from the view again."""
    return st.session_state["visit"]


def values(name: str) -> list[str]:
    """Give what the view holds under a name; text from outside, to be checked against what exists."""
    return list(st.session_state["view"].get(name, ()))


def value(name: str) -> str:
    """Give the first value under a name, or an empty string."""
    return next(iter(values(name)), "")


def keep(name: str, chosen: list[str]) -> None:
    """Put values into the view; none takes the name out."""
    st.session_state["view"][name] = list(chosen)


def as_values(chosen: object) -> list[str]:
    """Write what a widget holds as the view does: one text, several, or a yes; nothing chosen is no value."""
    if isinstance(chosen, bool):
        return ["1"] if chosen else []
    return [chosen] if isinstance(chosen, str) and chosen else list(chosen)


def keep_widget(key: str, name: str = "", form: Callable[[object], list[str]] = as_values) -> None:
    """Put what the reader has just chosen in a widget into the view, by its own key or under another name.

    As `on_change` it comes before the script, so that links drawn above the widget know of it.
    """
    keep(name or key, form(st.session_state[key]))


def language() -> str:
    """Give the language of this session."""
    return value("lang") if value("lang") in LANGUAGES else LANGUAGES[0]


def set_widget(key: str, chosen: object, *, since: object = None) -> None:
    """Set a widget before it is drawn, once a visit, or once for each `since`; then the reader's own choice stands."""
    state = st.session_state
    if state.get(f"set:{key}") != (visit(), since) or key not in state:
        state[key] = chosen
        state[f"set:{key}"] = (visit(), since)


def clear(*names: str) -> None:
    """Take names out of the view and start the widgets again from it."""
    for name in names:
        st.session_state["view"].pop(name, None)
    st.session_state["visit"] += 1


def steps(key: str) -> int:
    """Tell how many times as much a list shows; it begins with 1."""
    return st.session_state.get(f"steps:{key}", 1)


def step(key: str) -> None:
    """Let a list show twice as much."""
    st.session_state[f"steps:{key}"] = 2 * steps(key)


def newest(name: str, *now: object) -> object:
    """Give the one of several sources that has just changed: a chart repeats its selection at every run."""
    before = st.session_state.get(f"newest:{name}", (None,) * len(now))
    st.session_state[f"newest:{name}"] = now
    return next((new for new, old in zip(now, before, strict=True) if new is not None and new != old), None)


def _theme() -> str:
    return "dark" if st.context.theme.type == "dark" else "light"


def palette() -> list[str]:
    """Give the colours of the theme in use, for HTML; charts have placeholders of their own."""
    return list(st.get_option(f"theme.{_theme()}.chartCategoricalColors"))


def ink() -> str:
    """Give the text colour of the theme in use: Streamlit draws a chart's labels in a grey that is hard to read."""
    return st.get_option(f"theme.{_theme()}.textColor")


def paper() -> str:
    """Give the background of the theme in use."""
    return st.get_option(f"theme.{_theme()}.backgroundColor")


def font() -> str:
    """Give the font families that the pages are set in."""
    return st.get_option("theme.font")
