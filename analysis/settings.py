"""What people know about a workshop before it is analysed: the `<slug>.toml` beside its source."""

from __future__ import annotations

import datetime
import reprlib
import tomllib
from dataclasses import asdict, dataclass, field
from pathlib import Path

import tomlkit

from analysis.errors import AnalysisError


@dataclass(frozen=True)
class Settings:
    """All optional; `rename` maps a name in the source to the one to show (two to one merges them).

    `affiliation` and `region` (a province) are by the name shown. `not_speakers` are labels of the source that are
    nobody's name: their lines are read as speech of the turn before. `format` is a name of the readers' registry.
    `codes` maps a name that is spoken of to the code that replaces it where codes stand in the place of names.
    """

    title: str | None = None
    date: str | None = None
    place: str | None = None
    moderators: tuple[str, ...] | None = None  # () says that nobody moderated; None leaves it to inference
    rename: dict[str, str] = field(default_factory=dict)
    affiliation: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    region: dict[str, str] = field(default_factory=dict)
    not_speakers: tuple[str, ...] = ()
    format: str | None = None


def _text(value: object) -> bool:
    return isinstance(value, str)


def _texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())


def _codes(value: object) -> bool:
    return _texts(value) and all(part.strip() for pair in value.items() for part in pair)


def _list_of_text(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


_EXPECTED = {
    "title": _text,
    "place": _text,
    "date": lambda v: isinstance(v, datetime.date) or _text(v),
    "format": _text,
    "moderators": _list_of_text,
    "not_speakers": _list_of_text,
    "rename": _texts,
    "affiliation": _texts,
    "codes": _codes,
    "region": _texts,
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
    written = _written(path)
    try:
        given = tomllib.loads(written)
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
    for key in {"moderators", "not_speakers"} & set(given):
        given[key] = tuple(given[key])
    return Settings(**given)


def _written(path: Path) -> str:
    """Give a file's text; a file that is not there says nothing."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except OSError as problem:
        raise AnalysisError("file_unreadable", where=path.name) from problem
    except ValueError as problem:
        raise AnalysisError("settings_invalid", where=path.name, reason=str(problem).partition("\n")[0]) from problem


def write_settings(source: Path, settings: Settings) -> None:
    """Write the settings beside a transcript; comments that stand there already are kept.

    Parameters
    ----------
    source : Path
        The transcript; `talk.txt` gets its settings in `talk.toml`.
    settings : Settings
        What `read_settings` shall give; what is empty is left out.

    Raises
    ------
    AnalysisError
        `settings_invalid` when what stands there cannot be read.
    """
    read_settings(source)
    path = settings_path(source)
    document = tomlkit.parse(_written(path))
    for key, value in asdict(settings).items():
        if value is None or (value in ({}, ()) and key != "moderators"):
            document.pop(key, None)
        elif document.get(key) != (list(value) if isinstance(value, tuple) else value):
            document[key] = list(value) if isinstance(value, tuple) else value
    path.write_text(tomlkit.dumps(document), encoding="utf-8", newline="\n")
