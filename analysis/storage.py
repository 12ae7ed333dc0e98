"""Tables on disk: one Parquet file each, checked on the way out and on the way in."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.errors import AnalysisError
from analysis.tables import TABLES, check_references, schema, to_arrow


def write_tables(folder: Path, tables: dict[str, pd.DataFrame]) -> None:
    """Write all tables of a workshop as Parquet, checked first.

    Parameters
    ----------
    folder : Path
        An existing folder; one file a table is written into it.
    tables : dict of str to DataFrame
        Exactly the tables of `TABLES`.

    Raises
    ------
    AnalysisError
        `table_invalid` when a table breaks its contract.
    """
    check_references(tables)
    for name in TABLES:
        pq.write_table(to_arrow(name, tables[name]), folder / f"{name}.parquet", compression="zstd")


def read_table(folder: Path, name: str) -> pd.DataFrame:
    """Read one table of a workshop.

    Parameters
    ----------
    folder : Path
        The workshop's folder.
    name : str
        A key of `TABLES`.

    Returns
    -------
    DataFrame
        Columns as in `TABLES`; list columns hold Python lists.

    Raises
    ------
    AnalysisError
        `table_missing` or `table_damaged`.
    """
    path = folder / f"{name}.parquet"
    try:
        table = pq.read_table(path)
        if not table.schema.equals(schema(name)):
            raise AnalysisError("table_damaged", where=path.name, table=name)
        lists = [c.name for c in TABLES[name] if pa.types.is_list(c.type)]
        return table.to_pandas().assign(**{column: table[column].to_pylist() for column in lists})
    except FileNotFoundError as problem:
        raise AnalysisError("table_missing", where=path.name, table=name) from problem
    except (pa.ArrowException, OSError, UnicodeDecodeError) as problem:
        raise AnalysisError("table_damaged", where=path.name, table=name) from problem
