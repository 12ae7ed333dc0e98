"""The only session state: which view is open, and the workshop behind it.

The view (workshop, language, filters, place) is the truth; the URL is written from it at the end of every run, and
read back when a link is opened or the browser steps back. Widgets are set from it when a page is entered.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, timedelta, timezone, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import streamlit as st

from analysis import library, paths, shelf
from analysis.codes import Key
from analysis.edits.overlay import Decided
from analysis.errors import AnalysisError
from analysis.text import LANGUAGES
from pages.shared import loaded
from pages.shared.place import is_public

_Held = TypeVar("_Held")
_WHOLE = "workshop"  # every URL this app writes holds it; one without it is a link that changes a part of the view
_RACE_S = 1.0  # a slow line to a public server included
_PLACE = ("turn", "term", "part")  # where a page stands; forgotten when another page is entered


def load_workshop(folder: Path) -> tuple[Decided, AnalysisError | None]:
    """Give the workshop under what was decided, with codes where the view says so; and why edits cannot be read."""
    st.session_state["folder"] = folder
    if codes():
        st.session_state["view"].update(_in_view(key().code, key().coded))
    return loaded.load(folder, codes=codes())


def codes() -> bool:
    """Tell whether codes stand in the place of names."""
    return value("codes") == "1"


def key() -> Key:
    """Give the key of the workshop in view."""
    return loaded.key(st.session_state["folder"])


def slug(folder: Path) -> str:
    """Give the name of a workshop that the view and the switcher hold."""
    return loaded.slug(folder, codes=codes())


def covered(text: str) -> str:
    """Give a text from outside as it may stand in a page: with codes where the view says so."""
    return key().coded(text) if codes() else text


def cover_widget(key: str) -> None:
    """Cover what the reader has just typed; as `on_change` it comes before the script."""
    st.session_state[key] = covered(st.session_state[key])


def switch_codes(widget: str) -> None:
    """Take names for codes or codes for names, also in what is filtered and looked for; the widgets start again."""
    on, known = st.session_state[widget], key()
    st.session_state["view"].update(_in_view(known.code, known.coded) if on else _in_view(known.named, known.named))
    keep("codes", as_values(on))
    keep("workshop", [slug(st.session_state["folder"])])
    st.session_state["visit"] += 1


def _in_view(name: Callable[[str], str], text: Callable[[str], str]) -> dict[str, list[str]]:
    """Give the view with speakers' names and any other text written otherwise; the workshop has a name of its own."""
    view = {key: values for key, values in st.session_state["view"].items() if key != "workshop"}
    return {key: list(map(name if key == "speaker" else text, values)) for key, values in view.items()}


def workshops() -> list[Path]:
    """List the folders of all workshops that this session may see: everybody's, and its own."""
    return shelf.workshops(paths.home()) + ([] if keeps_uploads() else shelf.workshops(home()))


def keeps_uploads() -> bool:
    """Tell whether this is the user's own machine, where uploads are kept."""
    return not is_public()


def is_own(folder: Path) -> bool:
    """Tell whether a workshop is this session's alone, to be changed and to be named: any on one's own machine."""
    return keeps_uploads() or loaded.is_of_session(folder)


def own_in_view() -> bool:
    """Tell whether the workshop in view is this session's alone."""
    return is_own(st.session_state["folder"])


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


def typed(key: str) -> str:
    """Give what the reader has typed into a field."""
    return str(st.session_state.get(key, ""))


def close(key: str) -> None:
    """Close what opens, such as a popover, before it is drawn again."""
    st.session_state[key] = False


def say(problem: AnalysisError | None) -> None:
    """Keep what went wrong in a callback for the page that is drawn next; None when all went well."""
    st.session_state["problem"] = problem


def said() -> AnalysisError | None:
    """Give what went wrong in the callback that led to this run, once."""
    return st.session_state.pop("problem", None)


def clock() -> tzinfo:
    """Give the time zone of the reader's browser; UTC where it does not tell."""
    behind = st.context.timezone_offset
    return UTC if behind is None else timezone(timedelta(minutes=-behind))


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
