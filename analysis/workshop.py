"""One workshop on disk: its tables and what `workshop.json` says about it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis.errors import AnalysisError
from analysis.tables import TABLES, check_references, read_table, write_tables

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
    text = json.dumps(workshop.about, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    (folder / ABOUT).write_text(text, encoding="utf-8")


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
    path = folder / ABOUT
    if not path.is_file():
        raise AnalysisError("table_missing", where=folder.name, table=ABOUT)
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
        title = about["title"]
    except (ValueError, KeyError, TypeError) as problem:
        raise AnalysisError("table_damaged", where=folder.name, table=ABOUT) from problem
    if not isinstance(title, str):
        raise AnalysisError("table_damaged", where=folder.name, table=ABOUT)
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
