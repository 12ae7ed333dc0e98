"""The columns, types and meaning of every table, written once, checked whenever a table is written or read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.errors import AnalysisError

CATEGORIES = (
    "funding", "policy", "capability", "strategy", "outreach",
    "technology", "collaboration", "awareness", "operations", "other",
)  # fmt: skip
ROLES = ("moderator", "participant")
STATUSES = ("open", "answered")
KINDS = ("term", "person", "organisation", "place")  # of terms
BASES = ("words", "beside", "turn", "talk", "question", "speaker", "length", "place")  # what a row was judged by
UNOWNED = ("title", "meta", "caption", "note", "summary", "ui", "text")  # kinds of lines that belong to nobody


@dataclass(frozen=True)
class Column:
    """One column: `null` tells whether a value may be missing, `to` the table and column its values must stand in."""

    name: str
    type: pa.DataType
    null: bool = False
    to: str = ""
    values: tuple[str, ...] = ()


INT, FLOAT, STR, BOOL = pa.int32(), pa.float64(), pa.string(), pa.bool_()
_TEXT = pd.StringDtype(na_value=np.nan)  # what pandas itself takes for text
_DTYPES = {INT: np.int64, FLOAT: np.float64, BOOL: np.bool_}
INTS, STRS = pa.list_(INT), pa.list_(STR)

_ITEM = (
    Column("speaker_id", INT, to="speakers.speaker_id"),
    Column("turn_id", INT, to="turns.turn_id"),
    Column("sentence_ids", INTS, to="sentences.sentence_id"),
    Column("summary", STR),  # at most 40 characters, words of the speaker
    Column("category", STR, values=CATEGORIES),
    Column("confidence", FLOAT),  # 0-1, calibrated
    Column("shown", BOOL),  # sure enough to be shown before anyone reviewed it
    Column("cues", STRS),  # words of the sentences that weighed most
    Column("bases", STRS, values=BASES),  # what else of them and around them weighed, the most telling first
)

TABLES: dict[str, tuple[Column, ...]] = {
    "speakers": (
        Column("speaker_id", INT),
        Column("name", STR),
        Column("affiliation", STR, null=True),  # as written
        Column("organisation", STR, null=True),
        Column("region", STR, null=True),  # province
        Column("city", STR, null=True),
        Column("role", STR, values=ROLES),
        Column("role_reason", STR),  # `name=count` pairs joined by `;`
        Column("is_organisation", BOOL),
        Column("turns", INT),
        Column("chars", INT),  # Han characters, Latin words, numbers
        Column("words", INT),
        Column("questions", INT),  # sentences that ask
        Column("longest_turn_chars", INT),
        Column("char_share", FLOAT),  # 0-1 of all characters
        Column("duration_s", FLOAT, null=True),
        Column("duration_estimated", BOOL),
    ),
    "turns": (
        Column("turn_id", INT),
        Column("speaker_id", INT, to="speakers.speaker_id"),
        Column("text", STR),
        Column("start_s", FLOAT, null=True),
        Column("end_s", FLOAT, null=True),
        Column("line", INT),  # 1-based source line of the header
        Column("chars", INT),
    ),
    "sentences": (
        Column("sentence_id", INT),
        Column("turn_id", INT, to="turns.turn_id"),
        Column("speaker_id", INT, to="speakers.speaker_id"),
        Column("text", STR),
        Column("line", INT),
        Column("chars", INT),
        Column("is_question", BOOL),
        Column("is_challenge", BOOL),
        Column("is_advice", BOOL),
        Column("challenge_score", FLOAT),
        Column("advice_score", FLOAT),
    ),
    "terms": (
        Column("term", STR),
        Column("count", INT),
        Column("sentences", INT),
        Column("speakers", INT),
        Column("score", FLOAT),  # importance for this transcript, beside the terms before it
        Column("worth", FLOAT),  # importance taken alone
        Column("kind", STR, values=KINDS),  # what it names
    ),
    "term_sentences": (
        Column("term", STR, to="terms.term"),
        Column("sentence_id", INT, to="sentences.sentence_id"),
        Column("count", INT),
    ),
    "topics": (
        Column("topic_id", INT),
        Column("label", STR),
        Column("terms", STRS, to="terms.term"),
        Column("sentences", INT),
        Column("chars", INT),
    ),
    "sentence_topics": (
        Column("sentence_id", INT, to="sentences.sentence_id"),
        Column("topic_id", INT, to="topics.topic_id"),
        Column("weight", FLOAT),  # 0-1; the weights of one sentence sum to 1
    ),
    "chapters": (
        Column("chapter_id", INT),
        Column("first_turn_id", INT, to="turns.turn_id"),
        Column("last_turn_id", INT, to="turns.turn_id"),
        Column("title", STR),
    ),
    "challenges": (
        Column("challenge_id", STR),
        *_ITEM,
        Column("status", STR, values=STATUSES),
    ),
    "advice": (Column("advice_id", STR), *_ITEM),
    "links": (
        Column("challenge_id", STR, to="challenges.challenge_id"),
        Column("advice_id", STR, to="advice.advice_id"),
        Column("rank", INT),  # 1 = asserted; 2 and 3 = offered
        Column("confidence", FLOAT),
    ),
    "exchanges": (
        Column("from_speaker_id", INT, to="speakers.speaker_id"),
        Column("to_speaker_id", INT, to="speakers.speaker_id"),
        Column("kind", STR, values=("reply", "advice")),
        Column("count", INT),
    ),
    "unowned": (
        Column("line", INT),
        Column("kind", STR, values=UNOWNED),
        Column("text", STR),
    ),
}


def schema(name: str) -> pa.Schema:
    """Give the Arrow schema of one table.

    Parameters
    ----------
    name : str
        A key of `TABLES`.

    Returns
    -------
    Schema
        Its columns in order.
    """
    return pa.schema([pa.field(c.name, c.type, nullable=c.null) for c in TABLES[name]])


def make_table(name: str, rows: list[tuple]) -> pd.DataFrame:
    """Build one table from rows in the order of its columns.

    Parameters
    ----------
    name : str
        A key of `TABLES`.
    rows : list of tuple
        One value a column; may be empty.

    Returns
    -------
    DataFrame, shape (n_rows, n_columns)
        Columns named and ordered as in `TABLES`.
    """
    return make_columns(name, *(zip(*rows, strict=True) if rows else ((),) * len(TABLES[name])))


def make_columns(name: str, *columns: Sequence) -> pd.DataFrame:
    """Build one table from its columns.

    Parameters
    ----------
    name : str
        A key of `TABLES`.
    *columns : sequence
        The values of each column, in the order of `TABLES`; the last ones may be left for later.

    Returns
    -------
    DataFrame, shape (n_rows, len(columns))
        Columns named and ordered as in `TABLES`.
    """
    cells = zip(TABLES[name], columns, strict=False)
    return pd.DataFrame({column.name: _typed(column, values) for column, values in cells}, copy=False)


def _typed(column: Column, values: Sequence) -> object:
    """Say what a column holds, where pandas would have to look at every value to find out."""
    dtype = _TEXT if column.type == STR else _DTYPES.get(column.type)
    if dtype is None:
        return np.fromiter(values, dtype=object, count=len(values))
    try:
        return pd.array(values, dtype=dtype) if dtype is _TEXT else np.array(values, dtype=dtype)
    except (TypeError, ValueError):  # of another type: `to_arrow` says which column
        return list(values)


def to_arrow(name: str, table: pd.DataFrame) -> pa.Table:
    """Cast a table to its declared types.

    Parameters
    ----------
    name : str
        A key of `TABLES`.
    table : DataFrame
        Must hold every declared column; others are refused.

    Returns
    -------
    Table
        Without index and without pandas' own metadata, so that equal tables give equal bytes.

    Raises
    ------
    AnalysisError
        `table_invalid` when a column is missing, of another type, or has a missing value where none may be.
    """
    wanted = schema(name)
    if list(table.columns) != wanted.names:
        raise AnalysisError("table_invalid", table=name, reason=f"columns {list(table.columns)}")
    try:
        arrays = [pa.array(table[f.name], type=f.type, from_pandas=True) for f in wanted]
    except (pa.ArrowInvalid, pa.ArrowTypeError) as problem:
        raise AnalysisError("table_invalid", table=name, reason=str(problem)) from problem
    for field, array in zip(wanted, arrays, strict=True):
        if array.null_count and not field.nullable:
            raise AnalysisError("table_invalid", table=name, reason=f"null in {field.name}")
    return pa.Table.from_arrays(arrays, schema=wanted)


def check_references(tables: dict[str, pd.DataFrame]) -> None:
    """Make sure that every id and every enumerated value in the tables is a known one.

    Parameters
    ----------
    tables : dict of str to DataFrame
        All tables of one workshop.

    Raises
    ------
    AnalysisError
        `table_invalid` naming the table, the column and the first value without a home.
    """
    for name, columns in TABLES.items():
        for column in columns:
            if not (column.to or column.values):
                continue
            cells = tables[name][column.name].tolist()
            used = {v for cell in cells for v in cell} if pa.types.is_list(column.type) else set(cells)
            home, _, key = column.to.partition(".")
            lost = used - (set(tables[home][key].tolist()) if home else set(column.values))
            if lost:
                reason = f"{column.name} {sorted(lost)[0]!r}"
                raise AnalysisError("table_invalid", table=name, reason=reason)
