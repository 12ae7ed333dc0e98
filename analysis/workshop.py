"""One workshop on disk: its tables and what `workshop.json` says about it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis.errors import AnalysisError
from analysis.storage import read_table, write_tables
from analysis.tables import TABLES, check_references

ABOUT = "workshop.json"


@dataclass(frozen=True)
class Workshop:
    """All tables by name, and the facts about where they come from."""

    tables: dict[str, pd.DataFrame]
    about: dict


def write_workshop(folder: Path, workshop: Workshop) -> None:
    """Write a workshop into an empty folder.

    Parameters
    ----------
    folder : Path
        An existing folder.
    workshop : Workshop
        Its tables are checked before anything is written.

    Raises
    ------
    AnalysisError
        `table_invalid` when a table breaks its contract.
    """
    write_tables(folder, workshop.tables)
    write_about(folder, workshop.about)


def write_about(folder: Path, about: dict) -> None:
    """Write what `workshop.json` says, whole or not at all.

    Parameters
    ----------
    folder : Path
        An existing folder.
    about : dict
        What JSON can hold; `title` is a text.
    """
    text = json.dumps(about, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    aside = folder / f".{ABOUT}"
    aside.write_text(text, encoding="utf-8")
    os.replace(aside, folder / ABOUT)


def workshop_stamp(folder: Path) -> int:
    """Give a number that changes when a workshop is built anew.

    Parameters
    ----------
    folder : Path
        What `build` wrote.

    Returns
    -------
    int
        Nanoseconds: when its `workshop.json` was written.

    Raises
    ------
    AnalysisError
        `table_missing`, or `table_damaged` when the file cannot be reached.
    """
    try:
        return (folder / ABOUT).stat().st_mtime_ns
    except FileNotFoundError as problem:
        raise AnalysisError("table_missing", where=folder.name, table=ABOUT) from problem
    except OSError as problem:
        raise AnalysisError("table_damaged", where=folder.name, table=ABOUT) from problem


def read_about(folder: Path) -> dict:
    """Read what `workshop.json` says.

    Parameters
    ----------
    folder : Path
        What `build` wrote.

    Returns
    -------
    dict
        As `build` wrote it; `title` is a text.

    Raises
    ------
    AnalysisError
        `table_missing` or `table_damaged`.
    """
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        title = about["title"]
    except FileNotFoundError as problem:
        raise AnalysisError("table_missing", where=folder.name, table=ABOUT) from problem
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as problem:
        raise AnalysisError("table_damaged", where=folder.name, table=ABOUT) from problem
    if not isinstance(title, str):
        raise AnalysisError("table_damaged", where=folder.name, table=ABOUT)
    return about


def read_workshop(folder: Path) -> Workshop:
    """Read a workshop.

    Parameters
    ----------
    folder : Path
        What `build` wrote.

    Returns
    -------
    Workshop
        Every table of `TABLES`.

    Raises
    ------
    AnalysisError
        `table_missing` or `table_damaged`, naming the file.
    """
    about = read_about(folder)
    tables = {name: read_table(folder, name) for name in TABLES}
    try:
        check_references(tables)
    except AnalysisError as problem:  # a table of another workshop, or of another build of this one
        table = problem.values["table"]
        raise AnalysisError("table_damaged", where=f"{table}.parquet", table=table) from problem
    return Workshop(tables, about)


def list_workshops(folder: Path) -> list[Path]:
    """Find the workshops in a folder.

    Parameters
    ----------
    folder : Path
        Such as `data/workshops`; may be missing.

    Returns
    -------
    list of Path
        Folders that hold a `workshop.json`, by name.
    """
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(p for p in found if not p.name.startswith(".") and (p / ABOUT).is_file())
