"""csv and tsv: headers, delimiters, quotation marks, times, lines."""

import pytest

from analysis.errors import AnalysisError
from analysis.readers import read_bytes
from analysis.readers.rows import row_line, split
from analysis.transcript import Remark


def read(text: str, name: str = "talk.csv", codec: str = "utf-8"):
    return read_bytes(text.encode(codec), name)


def turns(text: str, name: str = "talk.csv", codec: str = "utf-8") -> list[tuple]:
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in read(text, name, codec).turns]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "，"])
def test_read_delimiter_and_encoding(codec, delimiter):
    rows = [["发言人", "开始时间", "发言内容"], ["王静", "00:05", "好。"], ["李明", "01:10", "行。"]]
    text = "\n".join(delimiter.join(row) for row in rows)
    assert turns(text, codec=codec) == [("王静", 5.0, None, "好。"), ("李明", 70.0, None, "行。")]


@pytest.mark.parametrize(
    "header",
    [
        "speaker,start,end,text",
        "Speaker,Start Time,End Time,Transcript",
        "姓名,开始,结束,内容",
        "角色,时间,结束时间,发言",
        "name,start_time,end_time,utterance",
        '"说话人","开始时间（秒）","结束时间（秒）","文本"',
        "\ufeff发言人：, 开始时间 ,结束时间,发言内容",
    ],
)
def test_read_header(header):
    assert turns(f"{header}\n王静,5,6.5,好。") == [("王静", 5.0, 6.5, "好。")]


def test_read_affiliation_and_other_columns():
    found = read("序号,姓名,单位,备注,内容\n1,王静,青禾社区,,好。\n2,李明,,迟到,行。")
    assert [(turn.speaker, turn.affiliation, turn.text) for turn in found.turns] == [
        ("王静", "青禾社区", "好。"),
        ("李明", None, "行。"),
    ]


def test_read_cells_over_lines():
    found = read('发言人,内容,备注\n王静,"先说 ""钥匙""，\n\n再说柜子。","a\nb"\n李明,行。,\n')
    assert [(t.text, t.line, t.lines, t.joined) for t in found.turns] == [
        ('先说 "钥匙"，\n再说柜子。', 2, (2, 4), (3, 5)),
        ("行。", 6, (6,), ()),
    ]


def test_read_quotation_mark_never_closed():
    text = '发言人,内容\n王静,"好。\n' + "李明,行。\n" * 300
    assert len(turns(text)) == 301


@pytest.mark.parametrize("said", ['"好的" 他说', '他说 "好的"', '"好的"', '"好'])
def test_read_whisper_quotes_nothing(said):
    assert turns(f"start\tend\ttext\n520\t4310\t{said}\n4900\t9070\t行。\n", "talk.tsv")[0] == (None, 0.52, 4.31, said)


def test_read_tsv_of_a_spreadsheet():
    assert turns('speaker\ttext\n王静\t"他说 ""好"""\n', "talk.tsv") == [("王静", None, None, '他说 "好"')]


def test_read_units():
    whole = "start\tend\ttext\n520\t4310\t大家好，我们开始。\n4900\t9070\t好。\n"
    assert [turn[1:3] for turn in turns(whole)] == [(0.52, 4.31), (4.9, 9.07)]
    decimal = "start\tend\ttext\n0.52\t4.31\t大家好，我们开始。\n4.9\t9\t好。\n"
    assert [turn[1:3] for turn in turns(decimal)] == [(0.52, 4.31), (4.9, 9.0)]
    seconds = "start\tend\ttext\n0\t4\t大家好，我们开始。\n5\t9\t好。\n"
    assert [turn[1:3] for turn in turns(seconds)] == [(0.0, 4.0), (5.0, 9.0)]
    named = "start_ms,speaker,text\n5,王静,大家好，我们开始。\n9,李明,好。\n"
    assert [turn[1] for turn in turns(named)] == [0.005, 0.009]


def test_read_range_in_one_cell():
    assert turns("时间,发言人,内容\n00:05-00:11,王静,好。\n00:12 --> 00:20,李明,行。") == [
        ("王静", 5.0, 11.0, "好。"),
        ("李明", 12.0, 20.0, "行。"),
    ]


def test_read_time_that_is_none():
    assert turns("时间,发言人,内容\n开场,王静,好。\n,李明,行。") == [
        ("王静", None, None, "好。"),
        ("李明", None, None, "行。"),
    ]


def test_read_name_once_for_several_rows():
    assert [turn[0] for turn in turns("发言人,内容\n王静,好。\n,还有。\n同上,再有。\n李明,行。")] == ["王静"] * 3 + [
        "李明"
    ]


def test_read_short_and_long_rows():
    found = read("发言人,内容\n王静\n李明,行。,多了\n\n,\n合计,\n")
    assert [(turn.speaker, turn.text) for turn in found.turns] == [("李明", "行。")]
    assert [(one.line, one.text) for one in found.unowned] == [(2, "王静"), (6, "合计")]
    assert [(one.line, one.reason) for one in found.dropped] == [(1, "header"), (4, "blank"), (5, "blank")]


def test_read_no_speaker_column():
    assert Remark("no_speaker_column", {}) in read("时间,内容\n00:05,好。").warnings


def test_read_prose_with_commas_is_no_table():
    assert read("王静：时间，内容，都说。\n李明：好，行。", "talk.txt").format == "proceedings"


@pytest.mark.parametrize(
    ("text", "columns"),
    [("发言人,时间\n王静,00:05", "发言人、时间"), ("a,b\n王静,好", "a、b"), ("a\tb\n王静\t好", "a、b")],
)
def test_read_no_text_column(text, columns):
    with pytest.raises(AnalysisError) as caught:
        read(text)
    assert caught.value.values == {"columns": columns}


def test_read_no_rows():
    with pytest.raises(AnalysisError) as caught:
        read("发言人,内容\n")
    assert caught.value.code == "empty"


def test_read_cell_without_end():
    with pytest.raises(AnalysisError) as caught:
        read("发言人,内容\n王静," + "好" * 200_000)
    assert str(caught.value) == "talk.csv: 表格里有一格太长，可能缺了一个引号。请检查引号再试。"


@pytest.mark.parametrize("cells", [["王静", "a\nb"], ['"', 'x "y" z'], ["", "好"], ["'", ",;|"]])
def test_row_line_and_back(cells):
    line = row_line(cells)
    assert "\n" not in line
    assert split(f'发言人\t内容\n{line}\nx\t""""\n', "\t")[1].cells == cells
