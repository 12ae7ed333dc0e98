"""The domain pack: the word lists of `data/lexicon/`, and those that a workshop has of its own beside its source."""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from analysis import paths
from analysis.errors import AnalysisError
from analysis.folding import fold
from analysis.lines import numbered_lines, quoted, read_lines
from analysis.tables import CATEGORIES

OWN = ("user_words.txt", "stop_words.txt", "synonyms.txt", "topic_names.txt", "categories.toml")
MAX_WORD = 30  # characters
_KEY = re.compile(r"""^\s*["']?([^"'=\s]+)["']?\s*=""")
_AT_LINE = re.compile(r"\bline (\d+)")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What the word lists say.

    `user_words` are kept whole, `stop_words` are filler; `synonyms` leads from each word to the first of its group;
    `topic_names` are names of topics with the words that tell them; `categories` are the numbers of the categories
    of words that a workshop's own lexicon adds. `sha256` is the hash of the shared lists, `own_sha256` of its own.
    """

    user_words: tuple[str, ...]
    stop_words: frozenset[str]
    synonyms: dict[str, str]
    topic_names: tuple[tuple[str, frozenset[str]], ...]
    categories: dict[str, tuple[int, ...]]
    char_pattern: re.Pattern[str]
    sha256: str
    own_sha256: str | None = None


_in_use: ContextVar[Lexicon | None] = ContextVar("lexicon", default=None)


def lexicon() -> Lexicon:
    """Give the lexicon in use.

    Returns
    -------
    Lexicon
        The shared one, but within `using` the one named there.
    """
    return _in_use.get() or read_lexicon()


@contextmanager
def using(chosen: Lexicon) -> Iterator[None]:
    """Use a lexicon for all that is analysed within.

    Parameters
    ----------
    chosen : Lexicon
        As `own_lexicon` gives it.

    Yields
    ------
    None
        Other threads keep theirs.
    """
    before = _in_use.set(chosen)
    try:
        yield
    finally:
        _in_use.reset(before)


@lru_cache(maxsize=4)
def read_lexicon(folder: Path = paths.LEXICON) -> Lexicon:
    """Load the shared lexicon.

    Parameters
    ----------
    folder : Path
        Holds the files of `OWN` but the last, and `char_pattern.txt` (a regular expression).

    Returns
    -------
    Lexicon
        The same object at every call.

    Raises
    ------
    AnalysisError
        `lexicon_missing`, `lexicon_encoding`, `lexicon_invalid`, `words_invalid`, `synonyms_invalid` or
        `topic_names_invalid`, naming the file and the line.
    """
    pattern = "|".join(read_lines(folder / "char_pattern.txt"))
    try:
        compiled = re.compile(pattern)
    except re.error as problem:
        raise AnalysisError("lexicon_invalid", where="char_pattern.txt", reason=str(problem)) from problem
    if compiled.findall("字数，") != ["字", "数"]:  # `analysis.words.count_chars` takes that for granted
        raise AnalysisError("lexicon_invalid", where="char_pattern.txt", reason="字数， ≠ 2")
    return Lexicon(
        user_words=tuple(_words(folder / "user_words.txt")),
        stop_words=frozenset(_words(folder / "stop_words.txt")),
        synonyms=_synonyms(folder / "synonyms.txt"),
        topic_names=_topic_names(folder / "topic_names.txt"),
        categories={},
        char_pattern=compiled,
        sha256=_hash(path for path in folder.iterdir() if path.suffix != ".md"),
    )


def own_folder(source: Path) -> Path:
    """Name the folder of a workshop's own lexicon.

    Parameters
    ----------
    source : Path
        The transcript.

    Returns
    -------
    Path
        `talk.lexicon` beside `talk.txt`; it may be missing.
    """
    return source.with_suffix(".lexicon")


def own_lexicon(source: Path) -> Lexicon:
    """Load the lexicon of a workshop: the shared one and what stands beside the workshop's source.

    Parameters
    ----------
    source : Path
        The transcript; `talk.txt` has its lexicon in the folder `talk.lexicon`, with any of the files `OWN`.

    Returns
    -------
    Lexicon
        The shared one itself where there is no such folder.

    Raises
    ------
    AnalysisError
        As `read_lexicon` does, `categories_invalid`, or `lexicon_unknown` for a file of another name.
    """
    folder, shared = own_folder(source), read_lexicon()
    if not folder.is_dir():
        return shared
    files = sorted(path for path in folder.iterdir() if path.name[0] != "." and path.suffix != ".md")
    try:
        return _joined(shared, {path.name: path for path in files})
    except AnalysisError as problem:
        raise AnalysisError(problem.code, where=f"{folder.name}/{problem.where}", **problem.values) from problem


def _joined(shared: Lexicon, files: dict[str, Path]) -> Lexicon:
    """Add a workshop's own lists to the shared ones; where the two differ, its own have it."""
    for name, path in files.items():
        if name not in OWN or not path.is_file():
            raise AnalysisError("lexicon_unknown", where=name, known=" ".join(OWN))
    given = {name: _READERS[name](path) for name, path in files.items()}
    same = given.get("synonyms.txt", {})
    return replace(
        shared,
        user_words=(*shared.user_words, *given.get("user_words.txt", ())),
        stop_words=shared.stop_words.union(given.get("stop_words.txt", ())),
        synonyms={word: same.get(first, first) for word, first in shared.synonyms.items()} | same,
        topic_names=(*given.get("topic_names.txt", ()), *shared.topic_names),
        categories=given.get("categories.toml", {}),
        own_sha256=_hash(files.values()),
    )


def _hash(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _plain(word: str) -> str:
    """Give a word the form that the words of a talk have."""
    return fold(unicodedata.normalize("NFKC", word))


def _words(path: Path) -> list[str]:
    """Read a file with a word a line."""
    lines = numbered_lines(path)
    for number, line in lines:
        if len(line) > MAX_WORD or not line.isprintable() or any(map(str.isspace, line)):
            raise AnalysisError("words_invalid", where=f"{path.name}:{number}", line=quoted(line), most=MAX_WORD)
    return [_plain(line) for _, line in lines]


def _synonyms(path: Path) -> dict[str, str]:
    """Read groups of words of one meaning, a group a line: each word, in lower case, to the first of its line."""
    first: dict[str, str] = {}
    for number, line in numbered_lines(path):
        group = [_plain(word).lower() for word in line.split()]
        if len(group) < 2 or len(set(group)) < len(group) or not first.keys().isdisjoint(group):
            raise AnalysisError("synonyms_invalid", where=f"{path.name}:{number}", line=quoted(line))
        first |= dict.fromkeys(group, group[0])
    return first


def _topic_names(path: Path) -> tuple[tuple[str, frozenset[str]], ...]:
    """Read names of topics and, behind `=`, the words that tell them."""
    named: dict[str, frozenset[str]] = {}
    for number, line in numbered_lines(path):
        name, _, words = line.partition("=")
        telling = frozenset(map(_plain, words.split()))
        if not name.strip() or len(name.strip()) > MAX_WORD or not telling or name.strip() in named:
            raise AnalysisError("topic_names_invalid", where=f"{path.name}:{number}", line=quoted(line), most=MAX_WORD)
        named[name.strip()] = telling
    return tuple(named.items())


def _categories(path: Path) -> dict[str, tuple[int, ...]]:
    """Read the words of categories that a workshop adds."""
    lines = dict(numbered_lines(path))

    def wrong(number: int) -> AnalysisError:
        where, line = f"{path.name}:{number}", quoted(lines.get(number, ""))
        return AnalysisError("categories_invalid", where=where, line=line, known=" ".join(CATEGORIES))

    try:
        given = tomllib.loads("\n".join(lines.get(n, "") for n in range(1, max(lines, default=0) + 1)))
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        at = _AT_LINE.search(str(problem))
        raise wrong(int(at[1]) if at else max(lines)) from problem
    at = {found[1]: number for number, line in lines.items() if (found := _KEY.match(line))}
    owners: dict[str, tuple[int, ...]] = {}
    for name, words in given.items():
        if name not in CATEGORIES or not isinstance(words, list) or not all(isinstance(w, str) and w for w in words):
            raise wrong(at.get(name, 1))
        for word in map(_plain, words):
            owners[word] = (*owners.get(word, ()), CATEGORIES.index(name))
    return owners


_READERS = dict(zip(OWN, (_words, _words, _synonyms, _topic_names, _categories), strict=True))
