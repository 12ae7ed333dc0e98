"""The word lists of the ledger: cues by what they say, words by category, what a summary leaves out."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis import paths
from analysis.errors import AnalysisError
from analysis.tables import CATEGORIES


@dataclass(frozen=True)
class Lists:
    """Word lists, ready for use.

    `cues` are patterns by name such as `advice.must`, `cue_words` gives the name of a word's list, `keywords` are the
    plainest cues of each kind in one pattern, `categories` gives the numbers of a word's categories. The
    others say where a summary may begin and end (see `[summary]` in `cues.toml`).
    """

    cues: tuple[tuple[str, re.Pattern[str]], ...]
    cue_words: dict[str, str]
    keywords: dict[str, re.Pattern[str]]
    categories: dict[str, tuple[int, ...]]
    openers: frozenset[str]
    closers: frozenset[str]
    joints: frozenset[str]
    leads: frozenset[str]
    heads: frozenset[str]


def _toml(path: Path) -> dict:
    if not path.is_file():
        raise AnalysisError("lexicon_missing", where=path.name)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise AnalysisError("lexicon_invalid", where=path.name, reason=str(problem)) from problem


def _pattern(words: list[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return re.compile("|".join(re.escape(w).replace("…", ".{1,6}?") for w in ordered) or "(?!)")


@lru_cache(maxsize=4)
def lists(folder: Path = paths.LEXICON) -> Lists:
    """Load `cues.toml` and `categories.toml`.

    Parameters
    ----------
    folder : Path
        Holds both files.

    Returns
    -------
    Lists
        The same object at every call.

    Raises
    ------
    AnalysisError
        `lexicon_missing` or `lexicon_invalid`, naming the file and what cannot be read.
    """
    cues, categories = _toml(folder / "cues.toml"), _toml(folder / "categories.toml")
    try:
        named = [(f"{part}.{name}", ws) for part in ("challenge", "advice", "voice") for name, ws in cues[part].items()]
        owners: dict[str, tuple[int, ...]] = {}
        for number, category in enumerate(CATEGORIES):
            for word in categories[category]:
                owners[word] = (*owners.get(word, ()), number)
        return Lists(
            cues=tuple((name, _pattern(ws)) for name, ws in named),
            cue_words={word: name for name, ws in named for word in ws if len(word) > 1 and "…" not in word},
            keywords={
                "challenges": _pattern(
                    [
                        w
                        for name in ("difficulty", "problem", "hard", "cannot", "unknown", "lack", "failure", "worry")
                        for w in cues["challenge"][name]
                    ]
                ),
                "advice": _pattern([w for name in ("must", "should", "suggest", "dont") for w in cues["advice"][name]]),
            },
            categories=owners,
            openers=frozenset(cues["summary"]["openers"]),
            closers=frozenset(cues["summary"]["closers"]),
            joints=frozenset(cues["summary"]["joints"]),
            leads=frozenset(cues["summary"]["leads"]),
            heads=frozenset(
                word
                for part, name in (full.split(".") for full in cues["summary"]["heads"])
                for word in cues[part][name]
            ),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as problem:
        raise AnalysisError("lexicon_invalid", where="cues.toml, categories.toml", reason=repr(problem)) from problem
