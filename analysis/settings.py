"""What people know about a workshop before it is analysed: the `<slug>.toml` beside its source."""

from __future__ import annotations

import datetime
import reprlib
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from analysis.errors import AnalysisError


@dataclass(frozen=True)
class Settings:
    """All optional; `rename` maps a name in the source to the one to show (two to one merges them)."""

    title: str | None = None
    date: str | None = None
    place: str | None = None
    moderators: tuple[str, ...] | None = None  # () says that nobody moderated; None leaves it to inference
    rename: dict[str, str] = field(default_factory=dict)
    affiliation: dict[str, str] = field(default_factory=dict)
    attendees: tuple[str, ...] = ()  # who was there, by the name shown, speaking or not


def _text(value: object) -> bool:
    return isinstance(value, str)


def _texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())


def _names(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


_EXPECTED = {
    "title": _text,
    "place": _text,
    "date": lambda v: isinstance(v, datetime.date) or _text(v),
    "attendees": _names,
    "moderators": _names,
    "rename": _texts,
    "affiliation": _texts,
}


def settings_path(source: Path) -> Path:
    """Name the settings file of a transcript.

    Parameters
    ----------
    source : Path
        The transcript.

    Returns
    -------
    Path
        `talk.toml` beside `talk.txt`; it may be missing.
    """
    return source.with_suffix(".toml")


def read_settings(source: Path) -> Settings:
    """Read the settings that stand beside a transcript.

    Parameters
    ----------
    source : Path
        The transcript; `talk.txt` has its settings in `talk.toml`.

    Returns
    -------
    Settings
        Empty where there is no such file.

    Raises
    ------
    AnalysisError
        `settings_invalid` for bad TOML, an unknown key or a value of the wrong kind; `file_unreadable`.
    """
    path = settings_path(source)
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except OSError as problem:
        raise AnalysisError("file_unreadable", where=path.name) from problem
    except (ValueError, RecursionError) as problem:  # bad TOML or UTF-8, a number without end, brackets without end
        reason = str(problem).partition("\n")[0]
        raise AnalysisError("settings_invalid", where=path.name, reason=reason) from problem
    for key, value in given.items():
        if key not in _EXPECTED:
            raise AnalysisError("settings_invalid", where=path.name, reason=f"{key} ∉ {sorted(_EXPECTED)}")
        if not _EXPECTED[key](value):
            raise AnalysisError("settings_invalid", where=path.name, reason=f"{key} = {reprlib.repr(value)}")
    if "date" in given:
        given["date"] = str(given["date"])
    for key in {"attendees", "moderators"} & set(given):
        given[key] = tuple(given[key])
    return Settings(**given)
