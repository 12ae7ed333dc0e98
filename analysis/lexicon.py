"""The word lists of `data/lexicon/`: words kept whole, filler, and the pattern that counts characters."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis import paths
from analysis.errors import AnalysisError


@dataclass(frozen=True)
class Lexicon:
    """What `data/lexicon/` says: words kept whole, filler, the pattern that counts, and a hash of all of it."""

    user_words: tuple[str, ...]
    stop_words: frozenset[str]
    char_pattern: re.Pattern[str]
    sha256: str


def read_lines(path: Path) -> list[str]:
    """Read a word list of the lexicon.

    Parameters
    ----------
    path : Path
        UTF-8, a word a line; blank lines and lines that start with `#` do not count.

    Returns
    -------
    list of str
        The words in order.

    Raises
    ------
    AnalysisError
        `lexicon_missing`.
    """
    if not path.is_file():
        raise AnalysisError("lexicon_missing", where=path.name)
    lines = (line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=4)
def lexicon(folder: Path = paths.LEXICON) -> Lexicon:
    """Load the lexicon.

    Parameters
    ----------
    folder : Path
        Holds `user_words.txt`, `stop_words.txt` (a word a line) and `char_pattern.txt` (a regular expression).

    Returns
    -------
    Lexicon
        The same object at every call.

    Raises
    ------
    AnalysisError
        `lexicon_missing` or `lexicon_invalid`.
    """
    pattern = read_lines(folder / "char_pattern.txt")
    try:
        compiled = re.compile("|".join(pattern))
    except re.error as problem:
        raise AnalysisError("lexicon_invalid", where="char_pattern.txt", reason=str(problem)) from problem
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.iterdir() if path.suffix != ".md"):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return Lexicon(
        user_words=tuple(read_lines(folder / "user_words.txt")),
        stop_words=frozenset(read_lines(folder / "stop_words.txt")),
        char_pattern=compiled,
        sha256=digest.hexdigest(),
    )
