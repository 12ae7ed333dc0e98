"""Workshops are added to a library, renamed, removed, and brought back; see `analysis.shelf` for where they lie."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from analysis import archive, shelf
from analysis.build import build
from analysis.errors import AnalysisError
from analysis.progress import Report, silent
from analysis.settings import Settings, read_settings, write_settings
from analysis.workshop import read_about, write_about

EDITS = "edits.json"
# what a file may be called by; whatever else is dropped in is kept as text
SUFFIXES = (".txt", ".md", ".docx", ".pdf", ".srt", ".vtt", ".json", ".jsonl", ".csv", ".tsv", ".xlsx")


@dataclass(frozen=True)
class Removed:
    """A workshop that was removed and can still be brought back; `folder` holds all of its files."""

    home: Path
    slug: str
    title: str
    folder: Path


def add(
    home: Path,
    slug: str,
    data: bytes,
    settings: Settings,
    *,
    suffix: str = ".txt",
    report: Report = silent,
    replacing: bool = False,
) -> Path:
    """Analyse a transcript and put it into the library with its settings, so that `build` repeats the same.

    Parameters
    ----------
    home : Path
        The library; must exist.
    slug : str
        Of the new workshop.
    data : bytes
        The file as it was given.
    settings : Settings
        What is known about it.
    suffix : str, default ".txt"
        How the file's name ended.
    report : callable, optional
        Told what is under way, see `analysis.progress`; what it raises ends the work.
    replacing : bool, default False
        Whether a workshop of that slug is to be replaced.

    Returns
    -------
    Path
        The workshop's folder. When anything is raised the library is as it was.

    Raises
    ------
    AnalysisError
        `slug_taken`, `write_failed`, or what `build` raises.
    """
    shelf.check_slug(slug)
    with shelf.writing(home), shelf.aside(home) as staged:
        (staged / "transcripts").mkdir()
        source = staged / "transcripts" / f"{slug}{suffix.lower() if suffix.lower() in SUFFIXES else SUFFIXES[0]}"
        source.write_bytes(data)
        write_settings(source, settings)
        build(source, staged / "workshops", report=report)
        report("write", 0.5)
        return _put(home, staged, slug, replacing=replacing)


def add_archive(home: Path, data: bytes, *, slug: str, replacing: bool = False) -> Path:
    """Put a workshop into the library as `archive.pack` gave it out.

    Parameters
    ----------
    home : Path
        The library; must exist.
    data : bytes
        The zip file.
    slug : str
        The slug it gets here.
    replacing : bool, default False
        Whether a workshop of that slug is to be replaced.

    Returns
    -------
    Path
        The workshop's folder. When anything is raised the library is as it was.

    Raises
    ------
    AnalysisError
        `zip_invalid`, `zip_too_big`, `slug_taken` or `write_failed`.
    """
    shelf.check_slug(slug)
    with shelf.writing(home), shelf.aside(home) as staged:
        archive.unpack(data, staged, slug=slug)
        return _put(home, staged, slug, replacing=replacing)


def rename(home: Path, slug: str, title: str) -> None:
    """Give a workshop another title, there and in its settings.

    Parameters
    ----------
    home : Path
        The library.
    slug : str
        The workshop; keeps its slug, and so its links.
    title : str
        The new title.

    Raises
    ------
    AnalysisError
        `settings_invalid`, `table_damaged` or `write_failed`.
    """
    folder = shelf.folder(home, slug)
    about = read_about(folder)
    with shelf.writing(home):
        for source in shelf.sources(home, slug):
            if source.suffix != ".toml":
                write_settings(source, replace(read_settings(source), title=title))
        write_about(folder, about | {"title": title})


def remove(home: Path, slug: str) -> Removed:
    """Take a workshop out of the library; `bring_back` undoes it until `forget` is called.

    Parameters
    ----------
    home : Path
        The library.
    slug : str
        The workshop.

    Returns
    -------
    Removed
        What is needed to bring it back.

    Raises
    ------
    AnalysisError
        `workshop_unknown` or `write_failed`.
    """
    folder = shelf.folder(home, slug)
    try:
        title = read_about(folder)["title"]
    except AnalysisError:
        title = slug
    return _take_out(home, slug, title)


def _take_out(home: Path, slug: str, title: str) -> Removed:
    with shelf.writing(home):
        put_away = Path(tempfile.mkdtemp(prefix=".removed-", dir=shelf.made(home / "workshops")))
        removed = Removed(home, slug, title, put_away)
        shelf.move(home, put_away, slug)
        return removed


def bring_back(removed: Removed) -> None:
    """Put a removed workshop back.

    Parameters
    ----------
    removed : Removed
        As `remove` gave it.

    Raises
    ------
    AnalysisError
        `slug_taken` when another has taken its place, `workshop_unknown` when it is gone for good, `write_failed`.
    """
    if not removed.folder.is_dir():
        raise AnalysisError("workshop_unknown", slug=removed.slug)
    if removed.slug.lower() in shelf.taken(removed.home):
        raise AnalysisError("slug_taken", slug=removed.slug)
    with shelf.writing(removed.home):
        shelf.move(removed.folder, removed.home, removed.slug)
    forget(removed)


def forget(removed: Removed) -> None:
    """Delete a removed workshop for good.

    Parameters
    ----------
    removed : Removed
        As `remove` gave it.
    """
    shutil.rmtree(removed.folder, ignore_errors=True)


def _put(home: Path, staged: Path, slug: str, *, replacing: bool) -> Path:
    """Move a finished workshop in; what it replaces is back where that fails."""
    old = None
    if slug.lower() in shelf.taken(home):
        if not replacing:
            raise AnalysisError("slug_taken", slug=slug)
        old = _take_out(home, slug, slug)
        _keep_edits(old.folder / "workshops" / slug, staged / "workshops" / slug)
    try:
        shelf.move(staged, home, slug)
    except OSError:
        if old:
            bring_back(old)
        raise
    if old:
        forget(old)
    return home / "workshops" / slug


def _keep_edits(old: Path, new: Path) -> None:
    """Keep what was decided about the same words; about other words it would say nothing true."""
    try:
        same = read_about(old)["sha256"] == read_about(new)["sha256"]
    except (AnalysisError, KeyError):
        return
    if same and (old / EDITS).is_file() and not (new / EDITS).exists():
        shutil.copy2(old / EDITS, new / EDITS)
