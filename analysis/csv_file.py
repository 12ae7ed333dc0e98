"""Tables as CSV that spreadsheets open as text: UTF-8 with a byte order mark, and no cell a formula."""

from __future__ import annotations

import pandas as pd

# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), full-width forms among it.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def csv_bytes(table: pd.DataFrame, headers: dict[str, str] | None = None) -> bytes:
    r"""Write a table as CSV.

    Parameters
    ----------
    table : DataFrame
        Its index is left out; a list in a cell becomes its parts with a blank between.
    headers : dict of str to str, optional
        The heading of each column; a column without one keeps its name.

    Returns
    -------
    bytes
        UTF-8 with a byte order mark, lines ended by CRLF. Texts that a spreadsheet would compute begin with an
        apostrophe; numbers stay numbers.

    Examples
    --------
    >>> csv_bytes(pd.DataFrame({"term": ["=1+1"], "count": [-2]}), {"term": "词"}).decode("utf-8-sig")
    "词,count\r\n'=1+1,-2\r\n"
    """
    named = headers or {}
    safe = pd.DataFrame({place: table.iloc[:, place].map(_cell) for place in range(table.shape[1])})
    safe.columns = [_cell(named.get(column, column)) for column in table.columns]
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _cell(value: object) -> object:
    """Make a text harmless, a list the text of its parts; leave anything else."""
    text = " ".join(map(str, value)) if isinstance(value, (list, tuple)) else value
    return inert(text) if isinstance(text, str) else text


def inert(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula.

    Parameters
    ----------
    text : str
        What a cell is to hold.

    Returns
    -------
    str
        The text, behind an apostrophe where it begins as a formula does.

    Examples
    --------
    >>> inert("=1+1"), inert("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
