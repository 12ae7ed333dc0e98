"""The lists of `data/lexicon/reader_*` that say what a label, a head, a foot or an aside looks like."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis import paths
from analysis.errors import AnalysisError

NEVER = "(?!)"


@dataclass(frozen=True)
class Lists:
    """Sets of words, and patterns joined into one regular expression each."""

    surnames: frozenset[str]
    common: frozenset[str]
    roles: frozenset[str]
    role: re.Pattern[str]
    titles: tuple[str, ...]
    short_titles: tuple[str, ...]
    organisations: tuple[str, ...]
    short_organisations: tuple[str, ...]
    meta: frozenset[str]
    meta_suffixes: tuple[str, ...]
    rosters: frozenset[str]
    speech: frozenset[str]
    speech_pattern: re.Pattern[str]
    verbs: tuple[str, ...]
    short_verbs: tuple[str, ...]
    pronoun: re.Pattern[str]
    phrase: re.Pattern[str]
    note: re.Pattern[str]
    caption: re.Pattern[str]
    tail: re.Pattern[str]
    residue: frozenset[str]


def _words(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or NEVER)


def _role(data: dict) -> re.Pattern[str]:
    roles, prefixes, suffixes = (
        "|".join(map(re.escape, sorted(data[key].split(), key=len, reverse=True)))
        for key in ("roles", "role_prefixes", "role_suffixes")
    )
    return re.compile(f"(?:{prefixes})?(?:{roles})(?:{suffixes}|[0-9]{{1,2}})?")


@lru_cache(maxsize=2)
def lists(folder: Path = paths.LEXICON) -> Lists:
    """Load the reader's lists.

    Parameters
    ----------
    folder : Path
        Holds `reader_labels.toml`, `reader_surnames.txt` and `reader_common_characters.txt`.

    Returns
    -------
    Lists
        The same object at every call.

    Raises
    ------
    AnalysisError
        `lexicon_missing` or `lexicon_invalid`.
    """
    try:
        data = tomllib.loads((folder / "reader_labels.toml").read_text(encoding="utf-8"))
        surnames, common = (_words(folder / f"reader_{name}.txt") for name in ("surnames", "common_characters"))
        tuples = (
            "titles",
            "short_titles",
            "organisations",
            "short_organisations",
            "meta_suffixes",
            "verbs",
            "short_verbs",
        )
        return Lists(
            surnames=frozenset(surnames),
            common=frozenset("".join(common)),
            role=_role(data),
            speech_pattern=_any(data["speech_patterns"]),
            pronoun=_any(data["pronouns"].split()),
            phrase=_any(data["phrase_patterns"]),
            note=_any(data["note_patterns"]),
            caption=_any(data["caption_patterns"]),
            tail=re.compile(data["tail_pattern"]),
            **{key: tuple(data[key].split()) for key in tuples},
            **{key: frozenset(data[key].split()) for key in ("roles", "meta", "rosters", "speech", "residue")},
        )
    except FileNotFoundError as problem:
        raise AnalysisError("lexicon_missing", where=Path(problem.filename).name) from problem
    except (tomllib.TOMLDecodeError, KeyError, re.error) as problem:
        raise AnalysisError("lexicon_invalid", where="reader_labels.toml", reason=str(problem)) from problem
