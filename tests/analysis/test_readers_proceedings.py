"""Edited proceedings: which lines begin a turn, and where every other line goes."""

from pathlib import Path

import pytest

from analysis.errors import AnalysisError
from analysis.readers import as_json, read, read_bytes
from analysis.readers.labels import is_name_list, label_of
from analysis.readers.names import NEVER, name_points
from analysis.transcript import Dropped, Remark, Turn, Unowned, remark_text

FIXTURES = Path(__file__).parent.parent / "fixtures" / "readers"


def turns(text: str) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in read_bytes(text.encode(), "talk.txt").turns]


def test_read_headings():
    found = read(FIXTURES / "headings.txt")
    assert found.turns == (
        Turn(
            speaker="沈亦舟",
            affiliation="青禾乡农技站、水塘管护小组",
            text="今天说水塘。先请各位讲讲难处：水、人、钱。\n第一：水从哪里来？",
            line=10,
            lines=(11, 12),
        ),
        Turn(
            speaker="阿依古丽·买买提",
            affiliation="石桥合作社",
            text="水塘三年没清淤，比例是一半淤泥一半水。时间定在12：30不合适",
            line=14,
            lines=(15,),
        ),
        Turn(
            speaker="王老师",
            text="孩子们能来帮忙，网址：https://example.invalid/a:b\n王静：这一句是她说的，不是新的发言。",
            line=16,
            lines=(17, 18),
        ),
        Turn(speaker="石桥村水利管护协会", text="我们出两台泵。", line=20, lines=(21,)),
        Turn(speaker="沈亦舟", text="那就定下来。", line=28, lines=(29,)),
        Turn(speaker="主持人", affiliation="沈亦舟", text="散会。", line=30, lines=(31,)),
    )
    assert found.unowned == (
        Unowned(1, "title", "“水塘与稻田”圆桌讨论"),
        Unowned(2, "meta", "时间：2025年3月2日 9：30—11：00"),
        Unowned(3, "meta", "主持人：沈亦舟（青禾乡农技站）"),
        Unowned(4, "meta", "参会人员："),
        Unowned(5, "meta", "沈亦舟：农技站"),
        Unowned(6, "meta", "阿依古丽·买买提：合作社理事长"),
        Unowned(8, "meta", "以下为文字实录："),
        Unowned(22, "note", "（掌声）"),
        Unowned(24, "title", "## 下半场"),
        Unowned(26, "meta", "第 2 页"),
        Unowned(32, "meta", "整理：韩小满"),
        Unowned(33, "note", "（本文根据现场录音整理，未经发言人审阅）"),
    )
    assert found.dropped == tuple(Dropped(line, "blank") for line in (7, 9, 13, 19, 23, 25, 27))
    assert (found.format, found.encoding, found.title) == ("proceedings", "utf-8", "“水塘与稻田”圆桌讨论")


def test_read_inline_markdown():
    found = read(FIXTURES / "inline.md")
    assert found.turns == (
        Turn(speaker="主持人", text="大家好，先说场地：二楼还是院子？", line=3, lines=(3,)),
        Turn(
            speaker="苗禾 Miao HE",
            text="院子好。我有两点看法：\n1. 院子：能摆三十个摊。\n2. 二楼：只能摆十二个。",
            line=4,
            lines=(4, 5, 6),
        ),
        Turn(speaker="记者", text="那下雨呢？", line=7, lines=(7,)),
        Turn(speaker="王　静", text="雨棚可以借，他说：“随时来拿。”", line=8, lines=(8,)),
        Turn(speaker="欧阳一帆", affiliation="图书角", text="我补充一句。\n问题：谁去拿？", line=9, lines=(9, 10)),
        Turn(speaker="说话人 3", text="Let us ask 10:30.", line=14, lines=(14,)),
        Turn(speaker="主持人", text="", line=15, lines=()),
    )
    assert found.unowned == (Unowned(1, "title", "# 旧书市集筹备会"),)
    assert found.dropped == (Dropped(2, "blank"), Dropped(11, "blank"), Dropped(12, "rule"), Dropped(13, "blank"))
    assert found.title == "旧书市集筹备会"
    assert found.warnings == (Remark("empty_turns", {"lines": ["15"]}),)


@pytest.mark.parametrize(
    "header",
    [
        "王静(广西南宁):",
        "王静（广西南宁）：",
        "王静 (广西南宁) :",
        "**王静（广西南宁）**：",
        "【王静（广西南宁）】：",
        "【王静】（广西南宁）",
        "　　王静（广西南宁）：",
        "### 王静（广西南宁）：",
    ],
)
def test_read_heading_forms(header):
    found = read_bytes(f"{header}\n　　两方面都有。\n".encode(), "talk.txt")
    assert found.turns == (Turn(speaker="王静", affiliation="广西南宁", text="两方面都有。", line=1, lines=(2,)),)


@pytest.mark.parametrize(
    "line",
    [
        "王静：两方面都有。",
        "王静: 两方面都有。",
        "**王静**：两方面都有。",
        "**王静：**两方面都有。",
        "【王静】两方面都有。",
        "【王静】：两方面都有。",
        "**【王静】**：两方面都有。",
        "　　王静：　两方面都有。　",
        "**王静：两方面都有。**",
    ],
)
def test_read_inline_forms(line):
    assert turns(line) == [("王静", "两方面都有。")]


@pytest.mark.parametrize(
    "speaker",
    [
        "王静",
        "阿依古丽·买买提",
        "王老师",
        "何家长",
        "校方后勤组",
        "主持人",
        "主持人李明",
        "志愿者小张",
        "记者",
        "观众甲",
        "说话人1",
        "发言人 2",
        "Speaker 3",
        "SPEAKER_01",
        "John Smith",
        "王静 Wang Jing",
        "欧阳一帆",
        "老王",
        "第二小组",
        "青禾社区服务中心",
        "一位听众",
        "村支书",
        "青禾社区党委书记赵强",
        "O'Neil",
    ],
)
def test_read_names(speaker):
    assert turns(f"{speaker}：好的，开始吧。") == [(speaker, "好的，开始吧。")]


@pytest.mark.parametrize(
    "line",
    [
        "第一：工具太大。",
        "第二点：没人教。",
        "问题：周末谁来管？",
        "他说：“我只管门。”",
        "比如：水管。",
        "原因有两个：潮、没换。",
        "我的看法是：先做。",
        "大家都知道：钱不够。",
        "12：30 开会",
        "时间定在每天12：30。",
        "https://example.invalid/x：y",
        "经费来源：购买服务。",
        "1. 场地：三楼",
        "一、经费：不够",
        "（一）人员：五个",
        "高度评价：很好。",
        "“新词”：解释。",
        "下一步计划：扩大。",
        "关键在于：谁来做",
        "专家建议：多试",
        "主要有以下几点：",
        "封面图：照片",
    ],
)
def test_read_speech_is_no_label(line):
    text = f"王静：先说一句。\n{line}\n李明：好。\n王静：行。"
    assert turns(text) == [("王静", f"先说一句。\n{line}"), ("李明", "好。"), ("王静", "行。")]


def test_read_nickname_by_repetition():
    text = "小太阳：早。\n王静：早。\n小太阳：走吧。\n小太阳：到了。"
    assert turns(text) == [("小太阳", "早。"), ("王静", "早。"), ("小太阳", "走吧。"), ("小太阳", "到了。")]


def test_read_markdown_line_breaks():
    said = turns("**田雨**：\\\n书太多了\\\n放不下。\n\n**主持人**：好。\n")
    assert said == [("田雨", "书太多了\n放不下。"), ("主持人", "好。")]


def test_read_boxed_headings():
    found = read_bytes("【开场】\n【主持人】\n开始。\n【自由讨论】\n【王静】\n好。".encode(), "talk.txt")
    assert [(turn.speaker, turn.text) for turn in found.turns] == [("主持人", "开始。"), ("王静", "好。")]
    assert found.unowned == (Unowned(1, "title", "【开场】"), Unowned(4, "title", "【自由讨论】"))


def test_read_hard_wrapped_line_is_no_label():
    body = "\n".join(["这一行没有说完就换行了所以下一行接着说", "直到这里才算是"] * 6)
    text = f"王静：\n{body}\n高远：这里仍是同一句话。\n李明：\n{body}"
    assert [speaker for speaker, _ in turns(text)] == ["王静", "李明"]


def test_read_questions_among_speakers():
    text = "主持人：开始。\n问：多少钱？\n答：八百。\n王静：太贵。\n李明：不贵。"
    assert [speaker for speaker, _ in turns(text)] == ["主持人", "问", "答", "王静", "李明"]


def test_read_moderator_named_in_head_is_no_turn():
    found = read_bytes(
        "座谈会\n主持人：罗敏\n特邀嘉宾：\n王静 农技站\n\n主持人：大家好。\n王静：好。".encode(), "talk.txt"
    )
    assert [(turn.speaker, turn.line) for turn in found.turns] == [("主持人", 6), ("王静", 7)]
    assert [one.kind for one in found.unowned] == ["title", "meta", "meta", "text"]


def test_read_one_turn():
    found = read_bytes("说话人1：\n只有一段。".encode(), "talk.txt")
    assert found.turns == (Turn(speaker="说话人1", text="只有一段。", line=1, lines=(2,)),)
    assert found.warnings == (Remark("one_speaker", {"speaker": "说话人1", "turns": 1}),)


def test_read_possible_speaker_warns():
    found = read_bytes("王静：\n早。\n绿色江河：\n我们来。\n李明：\n好。".encode(), "talk.txt")
    assert [turn.speaker for turn in found.turns] == ["王静", "李明"]
    assert found.warnings == (Remark("possible_speakers", {"places": ["绿色江河（3）"]}),)


def test_read_without_labels():
    with pytest.raises(AnalysisError) as caught:
        read_bytes("今天天气不错。\n我们去走走。\n\n走到河边。\n回来。".encode(), "walk.txt")
    assert (caught.value.code, caught.value.where) == ("no_speakers", "walk.txt")
    assert caught.value.values == {"lines": "今天天气不错。 / 我们去走走。 / 走到河边。"}
    assert "“姓名：发言”" in str(caught.value)


def test_as_json():
    assert as_json(read_bytes("议事会\n\n王静(居民): 好。".encode(), "talk.txt")) == {
        "format": "proceedings",
        "encoding": "utf-8",
        "title": "议事会",
        "turns": [
            {"speaker": "王静", "affiliation": "居民", "start": None, "end": None, "text": "好。", "line": 3}
        ],
        "unowned": [{"line": 1, "kind": "title", "text": "议事会"}],
        "dropped": [{"line": 2, "reason": "blank"}],
        "warnings": ["只识别到 1 位发言人（王静，1 段）。可继续，但互动类图表没有意义。"],
    }  # fmt: skip


def test_as_json_says_warnings_in_english():
    found = read_bytes("王静: 好。".encode(), "talk.txt")
    assert as_json(found, language="en")["warnings"] == [
        "Only 1 speaker was found (王静, turns: 1). You may go on, but charts of interaction mean nothing."
    ]


def test_remark_text_shows_the_first_ten_of_a_list():
    remark = Remark("empty_turns", {"lines": [str(line) for line in range(1, 13)]})
    assert remark_text(remark, "zh") == "有发言人标记但没有发言的行：1、2、3、4、5、6、7、8、9、10…。"
    assert "1, 2, 3, 4, 5, 6, 7, 8, 9, 10…" in remark_text(remark, "en")


def test_read_tells_of_one_name_with_two_affiliations():
    text = "王静（北京）：好。\n李明（青山中心）：行。\n王 静（上海）：走。\n李明（青山中心主任）：来。"
    remark = Remark("affiliation_conflict", {"speaker": "王静", "affiliations": ["北京", "上海"]})
    found = read_bytes(text.encode(), "talk.txt").warnings
    assert found == (remark,)
    assert "王静 的单位前后不同：北京、上海" in remark_text(found[0], "zh")


def test_label_of_nested_brackets():
    found = label_of("沈一苇（苗圃部（二组）：浇水）：好")
    assert (found.speaker, found.affiliation, found.text) == ("沈一苇", "苗圃部（二组）：浇水", "好")


@pytest.mark.parametrize("line", ["苗禾(00:00:03):", "“王静：好。”", "", "：好", "没有冒号", "1：2", "今天12：30走"])
def test_label_of_no_label(line):
    assert label_of(line) is None


def test_name_points():
    labels = ["王静", "主持人", "何家长", "说话人1", "我们中心", "时间", "第一", "第一组", "举个例子"]
    assert [name_points(label) for label in labels] == [
        (2, 0), (3, 0), (4, 0), (4, 0), (2, 3), (NEVER, 0), (NEVER, 0), (2, 0), (0, 4)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("罗敏", True),
        ("王静、李明（村民）", True),
        ("谢谢大家", False),
        ("各位好", False),
        ("罗敏。", False),
        ("", False),
    ],
)
def test_is_name_list(text, expected):
    assert is_name_list(text) is expected
