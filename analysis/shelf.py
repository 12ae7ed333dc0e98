"""The files of a library: which belong to a workshop, and how they are moved, all of them or none.

A library is a folder `home` with `transcripts/<slug>.*` (a source, and its settings in a `.toml`) and
`workshops/<slug>/` (what `build` made of it). What is unfinished or removed stands in hidden folders of `workshops/`.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.build import slug_of
from analysis.errors import AnalysisError
from analysis.workshop import list_workshops


def workshops(home: Path) -> list[Path]:
    """List the workshops of a library.

    Parameters
    ----------
    home : Path
        The library; may be missing.

    Returns
    -------
    list of Path
        Their folders, by name.
    """
    return list_workshops(home / "workshops")


def sources(home: Path, slug: str) -> list[Path]:
    """List the files that a workshop was built from.

    Parameters
    ----------
    home : Path
        The library.
    slug : str
        The workshop.

    Returns
    -------
    list of Path
        The transcript and its settings; none where it was built from a file elsewhere.
    """
    folder = home / "transcripts"
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if path.is_file() and not path.name.startswith(".") and slug_of(path) == slug]


def taken(home: Path) -> set[str]:
    """Collect the slugs that a library uses, for workshops or for transcripts that are not built yet.

    Parameters
    ----------
    home : Path
        The library.

    Returns
    -------
    set of str
        In lower case: some systems take names that differ in case alone for one.
    """
    folder = home / "transcripts"
    files = [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
    known = {slug_of(path) for path in files if not path.name.startswith(".")}
    return {slug.lower() for slug in known | {path.name for path in workshops(home)}}


def free_slug(slug: str, used: set[str]) -> str:
    """Find a slug that is not used yet.

    Parameters
    ----------
    slug : str
        The one wanted.
    used : set of str
        In lower case.

    Returns
    -------
    str
        The same, or with the first number from 2 that is free.

    Examples
    --------
    >>> free_slug("talk", {"talk", "talk-2"}), free_slug("Talk", set())
    ('talk-3', 'Talk')
    """
    number, found = 1, slug
    while found.lower() in used:
        number += 1
        found = f"{slug[:70]}-{number}"
    return found


def folder(home: Path, slug: str) -> Path:
    """Give a workshop's folder; text from outside never becomes a path.

    Parameters
    ----------
    home : Path
        The library.
    slug : str
        Such as an address may hold.

    Returns
    -------
    Path
        The one of the library's folders that has this name.

    Raises
    ------
    AnalysisError
        `workshop_unknown` when there is none.
    """
    for folder in workshops(home):
        if folder.name == slug:
            return folder
    raise AnalysisError("workshop_unknown", slug=slug)


def check_slug(slug: str) -> None:
    """Make sure that a slug is a safe name.

    Parameters
    ----------
    slug : str
        Of a new workshop.

    Raises
    ------
    AnalysisError
        `workshop_unknown` when `slug_of` would not give it.
    """
    if slug != slug_of(Path(f"{slug}.txt")):
        raise AnalysisError("workshop_unknown", slug=slug)


def move(start: Path, end: Path, slug: str) -> None:
    """Move a workshop from one library to another on the same disk, all of its files or none.

    Parameters
    ----------
    start, end : Path
        The two libraries.
    slug : str
        The workshop.

    Raises
    ------
    OSError
        When a file cannot be moved; those that were are back.
    """
    moves = [(path, made(end / "transcripts") / path.name) for path in sources(start, slug)]
    folder = start / "workshops" / slug
    moves += [(folder, made(end / "workshops") / slug)] if folder.exists() else []
    done: list[tuple[Path, Path]] = []
    try:
        for old, new in moves:
            os.rename(old, new)
            done.append((old, new))
    except OSError:
        for old, new in done:
            os.rename(new, old)
        raise


def made(folder: Path) -> Path:
    """Make a folder of a library; the library itself must exist, for a visitor's is gone when the visitor is.

    Parameters
    ----------
    folder : Path
        Such as `home / "workshops"`.

    Returns
    -------
    Path
        The same.
    """
    folder.mkdir(exist_ok=True)
    return folder


@contextmanager
def aside(home: Path) -> Iterator[Path]:
    """Make a hidden folder in a library, and delete it at the end.

    Parameters
    ----------
    home : Path
        The library.

    Yields
    ------
    Path
        An empty folder on the same disk.
    """
    with tempfile.TemporaryDirectory(prefix=".adding-", dir=made(home / "workshops"), ignore_cleanup_errors=True) as at:
        yield Path(at)


@contextmanager
def writing(home: Path) -> Iterator[None]:
    """Say where writing failed and why.

    Parameters
    ----------
    home : Path
        The library.

    Raises
    ------
    AnalysisError
        `write_failed` for what the system raises inside.
    """
    try:
        yield
    except OSError as problem:
        raise AnalysisError("write_failed", where=home.name, reason=problem.strerror or str(problem)) from problem
