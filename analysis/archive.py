"""A workshop as one zip file: source, settings, tables and decisions, laid out as in a library.

A zip comes back from outside: nothing in it is unpacked but the names that `pack` writes, within limits, and nothing
is kept before every table has been checked.
"""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pyarrow as pa
import pyarrow.parquet as pq

from analysis.build import slug_of
from analysis.errors import AnalysisError
from analysis.readers.archive import MEGABYTE, RATIO_LIMIT, UNPACKED_LIMIT
from analysis.settings import read_settings
from analysis.tables import TABLES
from analysis.transcript import Remark, remark_text
from analysis.workshop import ABOUT, read_workshop, write_about

ENTRIES = 40  # a workshop has about twenty
TABLE_ROWS = 2_000_000
TABLE_BYTES = 400 * MEGABYTE
_FILES = {ABOUT, "edits.json", *(f"{name}.parquet" for name in TABLES)}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # no time stands in a file, so that the same workshop gives the same bytes
_BAD = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, EOFError, ValueError, KeyError
)  # fmt: skip


@dataclass(frozen=True)
class Label:
    """What a zip says that it holds."""

    slug: str
    title: str
    date: str


def pack(folder: Path, sources: list[Path]) -> bytes:
    """Put a workshop into a zip file.

    Parameters
    ----------
    folder : Path
        The workshop.
    sources : list of Path
        Its transcript and settings.

    Returns
    -------
    bytes
        `transcripts/…` and `workshops/<slug>/…`; other files of the folder are left out.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        entries = [(path, f"transcripts/{path.name}") for path in sources]
        here = sorted(path for path in folder.iterdir() if path.name in _FILES)
        entries += [(path, f"workshops/{folder.name}/{path.name}") for path in here]
        for path, name in entries:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def is_archive(data: bytes) -> bool:
    """Tell whether a file is a zip that holds a workshop, and no Word or other file that is a zip too.

    Parameters
    ----------
    data : bytes
        A whole file.

    Returns
    -------
    bool
        True where a `workshop.json` stands in it.
    """
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(PurePosixPath(name).name == ABOUT for name in archive.namelist()[: 10 * ENTRIES])
    except _BAD:
        return False


def label(data: bytes) -> Label:
    """Say which workshop a zip holds.

    Parameters
    ----------
    data : bytes
        The zip file.

    Returns
    -------
    Label
        As its `workshop.json` says.

    Raises
    ------
    AnalysisError
        `zip_invalid` or `zip_too_big`.
    """
    with _opened(data) as archive:
        slug, entries = _checked(archive, len(data))
        about = _object(_read(archive, entries[f"workshops/{slug}/{ABOUT}"]))
    return Label(slug, _text(about.get("title")), _text(about.get("date")))


def unpack(data: bytes, home: Path, *, slug: str) -> None:
    """Unpack a workshop into an empty library, under a slug that may be another, and check all of it.

    Parameters
    ----------
    data : bytes
        The zip file.
    home : Path
        An empty folder.
    slug : str
        What the workshop is to be called here.

    Raises
    ------
    AnalysisError
        `zip_invalid` or `zip_too_big`.
    """
    (home / "transcripts").mkdir()
    folder = home / "workshops" / slug
    folder.mkdir(parents=True)
    with _opened(data) as archive:
        packed, entries = _checked(archive, len(data))
        for name, entry in entries.items():
            last = PurePosixPath(name)
            # the whole of a path: `slug` is a safe name and the rest one of ours, or a suffix
            target = folder / last.name if name.startswith("workshops/") else home / "transcripts" / slug
            target = target if name.startswith("workshops/") else target.with_name(slug + last.suffix)
            target.write_bytes(_read(archive, entry))
    _check_tables(folder)
    about = _check_about(folder, home)
    source = about.get("source")
    if packed != slug and isinstance(source, str):
        about["source"] = slug + PurePosixPath(source).suffix
    write_about(folder, about | {"slug": slug})


@contextmanager
def _opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    """Open a zip file; whatever its library raises becomes our one error."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except AnalysisError:
        raise
    except _BAD as problem:
        raise AnalysisError("zip_invalid", reason=_short(problem)) from problem


def _checked(archive: zipfile.ZipFile, size: int) -> tuple[str, dict[str, zipfile.ZipInfo]]:
    """Check names and sizes before anything is read; give the slug and the entries by name."""
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > min(UNPACKED_LIMIT, RATIO_LIMIT * size):
        raise AnalysisError("zip_too_big", size=unpacked // MEGABYTE)
    slugs = {PurePosixPath(entry.filename).parent.name for entry in entries if entry.filename.endswith(f"/{ABOUT}")}
    slug = next(iter(slugs), "")
    names = [entry.filename for entry in entries]
    odd = next((name for name in names if not _is_ours(name, slug)), None)
    if len(slugs) != 1 or len(names) > ENTRIES or len(set(names)) < len(names) or odd is not None:
        raise AnalysisError("zip_invalid", reason=repr(odd or names[:3])[:80])
    kinds = [PurePosixPath(name).suffix == ".toml" for name in names if name.startswith("transcripts/")]
    if kinds.count(True) > 1 or kinds.count(False) > 1:
        raise AnalysisError("zip_invalid", reason="transcripts/")
    return slug, dict(zip(names, entries, strict=True))


def _is_ours(name: str, slug: str) -> bool:
    """Tell whether a name is one that `pack` would write."""
    folder, _, last = name.rpartition("/")
    if slug_of(PurePosixPath(f"{slug}.txt")) != slug:
        return False
    if folder == f"workshops/{slug}":
        return last in _FILES
    suffix = PurePosixPath(last).suffix
    return folder == "transcripts" and last == slug + suffix and re.fullmatch(r"\.[A-Za-z0-9]{1,8}", suffix) is not None


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Read one entry; never more than it says to hold."""
    with archive.open(entry) as file:
        return file.read(entry.file_size)


def _check_tables(folder: Path) -> None:
    """Look at how large the tables would become before any is read."""
    try:
        for name in TABLES:
            facts = pq.read_metadata(folder / f"{name}.parquet")
            groups = [facts.row_group(number) for number in range(facts.num_row_groups)]
            size = sum(group.total_byte_size for group in groups)
            if facts.num_rows > TABLE_ROWS or size > TABLE_BYTES:
                raise AnalysisError("zip_too_big", size=size // MEGABYTE)
    except (pa.ArrowException, OSError) as problem:
        raise AnalysisError("zip_invalid", reason=_short(problem)) from problem


def _check_about(folder: Path, home: Path) -> dict:
    """Read everything once, as the pages will."""
    try:
        about = read_workshop(folder).about
        for remark in about["warnings"]:
            remark_text(Remark(**remark), "zh")
        if not all(isinstance(about.get(key), str | None) for key in ("date", "place", "source", "sha256")):
            raise AnalysisError("zip_invalid", reason=ABOUT)
        for source in sorted((home / "transcripts").iterdir()):
            read_settings(source)
        if (folder / "edits.json").exists():
            _object((folder / "edits.json").read_bytes())
    except AnalysisError as problem:
        raise AnalysisError("zip_invalid", reason=str(problem)) from problem
    except (TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError) as problem:
        raise AnalysisError("zip_invalid", reason=ABOUT) from problem
    return about


def _object(data: bytes) -> dict:
    try:
        found = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as problem:
        raise AnalysisError("zip_invalid", reason=_short(problem)) from problem
    if not isinstance(found, dict):
        raise AnalysisError("zip_invalid", reason="JSON")
    return found


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _short(problem: BaseException) -> str:
    return " ".join(str(problem).split())[:80]
