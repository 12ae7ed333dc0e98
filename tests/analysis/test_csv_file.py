"""Tables as CSV: what Excel opens, and what it must not compute."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from analysis.csv_file import csv_bytes


def read(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "\t=1", "\r=1", "\n=1", "  =1", '=HYPERLINK("x")'],
)
def test_a_formula_becomes_text_in_cells_and_headings(text: str) -> None:
    rows = read(csv_bytes(pd.DataFrame({"a": [text], text: ["b"]}), {"a": text}))
    assert rows == [[f"'{text}", f"'{text}"], [f"'{text}", "b"]]


def test_texts_and_numbers_stay_as_they_are() -> None:
    table = pd.DataFrame({"词": ['说"好",', "a\nb", ""], "n": [-1, 0, 2], "x": [-0.5, float("nan"), 1.25]})
    before = table.copy()
    assert read(csv_bytes(table)) == [
        ["词", "n", "x"],
        ['说"好",', "-1", "-0.5"],
        ["a\nb", "0", ""],
        ["", "2", "1.25"],
    ]
    pd.testing.assert_frame_equal(table, before)


def test_lists_and_equal_headings() -> None:
    table = pd.DataFrame({"a": [["=1", "二"]], "b": [1]})
    assert read(csv_bytes(table, {"a": "甲", "b": "甲"})) == [["甲", "甲"], ["'=1 二", "1"]]


def test_no_rows_give_the_headings() -> None:
    assert csv_bytes(pd.DataFrame({"a": []}), {"a": "甲"}).decode("utf-8-sig") == "甲\r\n"
