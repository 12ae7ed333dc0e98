"""Excel workbooks: cell types, merged cells, sheets."""

import datetime

import pytest

from analysis.errors import AnalysisError
from analysis.readers import excel_file, read_bytes
from tests.office import excel, replaced

HEADER = ["发言人", "开始时间", "结束时间", "发言内容"]


def read(rows, **options):
    return read_bytes(excel(rows, **options), "talk.xlsx")


def turns(rows, **options) -> list[tuple]:
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in read(rows, **options).turns]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (datetime.time(0, 1, 5), datetime.time(0, 1, 9, 500_000)),
        (datetime.timedelta(seconds=65), datetime.timedelta(seconds=69.5)),
        ("00:01:05", "0:01:09.5"),
        ("01:05", "1:09.5"),
        (65, 69.5),
        (65 / 86_400, 69.5 / 86_400),
        ("1分5秒", "69.5秒"),
        (datetime.datetime(1899, 12, 30, 0, 1, 5), datetime.datetime(1899, 12, 30, 0, 1, 9, 500_000)),
    ],
    ids=["time", "duration", "text", "short text", "seconds", "days", "words", "first day"],
)
def test_read_times(start, end):
    assert turns([HEADER, ["王静", start, end, "好。"]]) == [("王静", 65.0, 69.5, "好。")]


def test_read_long_duration():
    assert turns([HEADER, ["王静", datetime.timedelta(hours=25), None, "好。"]]) == [("王静", 90_000.0, None, "好。")]


def test_read_clock_with_date():
    rows = [HEADER, ["王静", datetime.datetime(2026, 5, 6, 14, 5, 3), None, "好。"]]
    assert turns(rows) == [("王静", 50_703.0, None, "好。")]


def test_read_merged_speakers():
    rows = [
        HEADER,
        ["王静", 5, 6, "好。"],
        [None, 7, 8, "还有柜子。"],
        ["李明", 9, 10, "行。"],
        [None, 11, 12, "谁说的？"],
    ]
    rows += [["李明", 13 + n, 14 + n, "行。"] for n in range(16)]
    found = turns(rows, merged=["A2:A3"])
    assert [turn[0] for turn in found[:4]] == ["王静", "王静", "李明", None]


def test_read_title_rows_and_empty_rows():
    found = read([["储物柜讨论"], ["2026-05-06"], [], HEADER, ["王静", 5, 6, "好。"], [], ["李明", 7, 8, "行。\n走。"]])
    assert [(turn.line, turn.lines, turn.text) for turn in found.turns] == [
        (5, (5,), "好。"),
        (7, (7, 7), "行。\n走。"),
    ]
    assert [(one.line, one.kind) for one in found.unowned] == [(1, "title"), (2, "meta")]
    assert [(one.line, one.reason) for one in found.dropped] == [(3, "blank"), (4, "header"), (6, "blank")]
    assert found.title == "储物柜讨论"


def test_read_several_sheets_with_other_columns():
    def edit(workbook):
        second = workbook.create_sheet("下午")
        for row in (["Text", "Speaker"], ["行。", "李明"]):
            second.append(row)
        hidden = workbook.create_sheet("草稿")
        hidden.append(["谁", "不要"])
        hidden.sheet_state = "hidden"

    assert turns([HEADER, ["王静", 5, 6, "好。"]], edit=edit) == [
        ("王静", 5.0, 6.0, "好。"),
        ("李明", None, None, "行。"),
    ]


def test_read_cells_verbatim():
    text = '"先说" =柜子, 再说\t钥匙'
    assert turns([["name", "content"], ["王静", text]]) == [("王静", None, None, text.replace("\t", " "))]


def test_read_one_column_as_text():
    assert [turn[0] for turn in turns([["王静：好。"], ["李明：行。"]])] == ["王静", "李明"]


def test_read_no_text_column():
    with pytest.raises(AnalysisError) as caught:
        read([["编号", "备注"], [1, "好"]])
    assert str(caught.value) == (
        "talk.xlsx: 没找到“发言内容”列；现有列：编号、备注。请把这一列的名字改为“发言内容”，发言人一列改为“发言人”。"
    )


def test_read_too_many_rows(monkeypatch):
    monkeypatch.setattr(excel_file, "ROW_LIMIT", 5)
    with pytest.raises(AnalysisError) as caught:
        read([HEADER] * 6)
    assert str(caught.value) == "talk.xlsx: 表格太大（上限 5 行）。可按场次拆开再试。"


def test_read_too_many_cells(monkeypatch):
    monkeypatch.setattr(excel_file, "CELL_LIMIT", 20)
    with pytest.raises(AnalysisError) as caught:
        read([HEADER] * 6)
    assert caught.value.code == "too_many_rows"


def test_read_too_slow(monkeypatch):
    monkeypatch.setattr(excel_file, "TIME_LIMIT", -1)
    with pytest.raises(AnalysisError) as caught:
        read([HEADER])
    assert str(caught.value) == "talk.xlsx: 读了 -1 秒还没有读完，已停止。可按场次拆开，或另存为 txt 再试。"


@pytest.mark.parametrize("content", [b"", b"<sheet", b"<worksheet xmlns='urn:x'><row/></worksheet>"])
def test_read_damaged(content):
    with pytest.raises(AnalysisError) as caught:
        read_bytes(replaced(excel([HEADER]), "xl/worksheets/sheet1.xml", content), "talk.xlsx")
    assert caught.value.code in ("broken", "empty")


def test_read_no_cells():
    with pytest.raises(AnalysisError) as caught:
        read([])
    assert caught.value.code == "empty"
