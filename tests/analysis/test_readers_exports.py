"""Formats of meeting tools: what is a header, what is speech, what is nobody's."""

import pytest

from analysis.errors import AnalysisError
from analysis.readers import read_bytes
from analysis.readers.registry import FORMATS
from analysis.transcript import Remark
from tests.analysis.exports import EXPORTS


@pytest.mark.parametrize("name", EXPORTS)
def test_read_bytes_export(name):
    format, text, expected = EXPORTS[name]
    found = read_bytes(text.encode(), "talk.txt")
    assert [(turn.speaker, turn.start, turn.text) for turn in found.turns] == expected
    assert found.format == format


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("change", [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text], ids="rb")
def test_read_bytes_export_changed(name, change):
    _, text, expected = EXPORTS[name]
    found = read_bytes(change(text).encode(), "talk.txt")
    assert [(turn.speaker, turn.start, turn.text) for turn in found.turns] == expected


@pytest.mark.parametrize(
    "text",
    [
        "活动日程\n签到 08:30\n开幕 09:00\n茶歇 10:00\n午餐 12:00\n",
        "09:00 - 签到\n09:30 - 开幕\n10:00 - 茶歇\n",
        "09:00 签到：大厅\n09:30 开幕：礼堂\n10:00 茶歇：走廊\n",
        "王静 2026/3/1 10:05:31\n好的\n李明 2026/3/1 10:06:02\n行\n王静 2026/3/1 10:07:00\n走\n",
        "我们约在 11:30\n后来改到 12:00\n大家都来了。\n\n然后（09:00）出发。集合点(09:00)：南门。\n",
    ],
    ids=["schedule", "timeline", "agenda", "chat", "prose"],
)
def test_read_bytes_times_without_speakers(text):
    with pytest.raises(AnalysisError) as caught:
        read_bytes(text.encode(), "talk.txt")
    assert caught.value.code == "no_speakers"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("王静（居民）：我们约在 12:30\n时间定在 12：30\n李明：好。\n时间定在 12：30\n", ["王静", "李明"]),
        ("主持人：请看[1]: 图。\n[2]: 表。\n[2]: 表。\n王静：好。\n主持人：走。", ["主持人", "王静", "主持人"]),
        (
            "问：几年了？\n王静：四年。\n问：难吗？\n答：难。\n李明：我说。\n张蕾：好。\n问：谁？\n王静：我。",
            list("问王问答李张问王"),
        ),
    ],
    ids=["times", "brackets", "questions"],
)
def test_read_bytes_proceedings_with_signs_of_another_format(text, speakers):
    found = read_bytes(text.encode(), "talk.txt")
    assert found.format == "proceedings"
    assert [turn.speaker[: len(name)] for turn, name in zip(found.turns, speakers, strict=True)] == speakers


def test_read_bytes_kinds_of_what_nobody_says():
    for name, kinds in (
        ("feishu", {1: "meta", 3: "meta", 4: "meta"}),
        ("iflyrec", {1: "title", 2: "meta", 19: "note"}),
        ("dingtalk", {1: "meta", 2: "meta", 3: "meta", 5: "summary", 6: "summary", 15: "summary", 16: "summary"}),
        ("fathom", {1: "title", 2: "meta", 10: "ui"}),
    ):
        found = read_bytes(EXPORTS[name][1].encode(), "talk.txt")
        assert {one.line: one.kind for one in found.unowned} == kinds


def test_read_bytes_says_what_to_look_at():
    text = (
        "王静 00:00\n好。\n\n李明明 00:05\n行。\n\n王静 00:09\n嗯。\n\n李明名 00:12\n\n李明明 00:20\n好。\n\n"
        "说话人 1 00:01\n好。\n\n说话人 1 00:30\n好。"
    )
    assert read_bytes(text.encode(), "talk.txt").warnings == (
        Remark("single_turns", {"speakers": ["李明名"]}),
        Remark("similar_names", {"pairs": ["李明明 / 李明名"]}),
        Remark("time_back", {"lines": ["15"]}),
        Remark("empty_turns", {"lines": ["10"]}),
    )
    zoom = read_bytes(EXPORTS["zoom caption"][1].encode(), "talk.txt")
    assert Remark("clock_times", {"start": "23:59:58"}) in zoom.warnings


def test_read_bytes_fathom_affiliation():
    found = read_bytes(EXPORTS["fathom"][1].encode(), "talk.txt")
    assert [turn.affiliation for turn in found.turns] == ["水塘 (北)", None, "水塘 (北)"]


def test_read_bytes_ends_of_ranges():
    found = read_bytes(EXPORTS["teams ranges"][1].encode(), "talk.txt")
    assert [(turn.line, turn.header_lines, turn.end) for turn in found.turns] == [
        (1, (2,), 5.1),
        (4, (5,), 18.25),
        (8, (9,), 618.25),
    ]


def test_formats_have_one_name_each():
    names = [each.name for each in FORMATS]
    assert len(names) == len(set(names))


def test_read_telephone_number_that_occurs_once():
    text = "说话人1 00:00\n你好。\n\n13900001111 00:15\n在。\n\n说话人1 00:20\n好。\n12345678 00:30\n嗯。\n"
    said = [(turn.speaker, turn.start, turn.text) for turn in read_bytes(text.encode(), "talk.txt").turns]
    assert said == [
        ("说话人1", 0, "你好。"),
        ("13900001111", 15, "在。"),
        ("说话人1", 20, "好。\n12345678 00:30\n嗯。"),
    ]


def test_read_display_name_that_begins_with_a_digit():
    text = "苗禾(00:03):\n在吗？\n\n2号机位(00:05):\n在。\n\n苗禾(00:09):\n好。\n\n第二步(00:11):\n行。\n"
    said = [(turn.speaker, turn.start, turn.text) for turn in read_bytes(text.encode(), "talk.txt").turns]
    assert said == [("苗禾", 3, "在吗？"), ("2号机位", 5, "在。"), ("苗禾", 9, "好。\n第二步(00:11):\n行。")]


def test_read_telephone_number_in_fathom():
    text = "0:00 - 纪小雨 (星桥小学)\n早。\n\n0:05 - +86 138 0000 1234\n行。\n7:40 - 8:10\n\n0:09 - 纪小雨\n好。\n"
    said = [(turn.speaker, turn.start, turn.text) for turn in read_bytes(text.encode(), "talk.txt").turns]
    assert said == [("纪小雨", 0, "早。"), ("+86 138 0000 1234", 5, "行。\n7:40 - 8:10"), ("纪小雨", 9, "好。")]
