"""SRT and VTT: cues, voices, labels, lines."""

import datetime

import pytest
import srt
import webvtt

from analysis.errors import AnalysisError
from analysis.readers import read_bytes
from analysis.transcript import Remark


def cue(number: int, text: str, *, point: str = ",", numbered: bool = True) -> str:
    times = f"00:00:{number:02}{point}000 --> 00:00:{number:02}{point}500"
    return (f"{number}\n" if numbered else "") + f"{times}\n{text}\n\n"


def as_srt(*texts: str, **options) -> bytes:
    return "".join(cue(number, text, **options) for number, text in enumerate(texts, 1)).encode()


def as_vtt(*texts: str, **options) -> bytes:
    return b"WEBVTT\n\n" + as_srt(*texts, point=".", **options)


def said(data: bytes, name: str = "talk.srt") -> list[tuple]:
    return [(turn.speaker, turn.text) for turn in read_bytes(data, name).turns]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("王静：先说。", "王静"),
        ("王静: 先说。", "王静"),
        ("[王静]: 先说。", "王静"),
        ("[SPEAKER_00]: 先说。", "SPEAKER_00"),
        ("【王静】先说。", "王静"),
        ("- 王静：先说。", "王静"),
        (">> 王静: 先说。", "王静"),
        ("O'Neil, 小杰 (Guest): 先说。", "O'Neil, 小杰 (Guest)"),
        ("卫一心 | 后勤: 先说。", "卫一心 | 后勤"),
        ("2002_游 小鱼: 先说。", "2002_游 小鱼"),
        ("(王静)\n先说。", "王静"),
        ("王静\n先说。", "王静"),
        ("王静：\n先说。", "王静"),
        ("<i>王静：先说。</i>", "王静"),
        ("{\\an8}王静：先说。", "王静"),
    ],
)
@pytest.mark.parametrize("write", [as_srt, as_vtt])
def test_read_label(line, speaker, write):
    assert said(write(line, line.replace("先", "再"))) == [(speaker, "先说。"), (speaker, "再说。")]


def test_read_colon_in_speech_is_no_label():
    data = as_srt(
        "王静：原因有两个：一是潮。", "李明：比例是：三比一。", "王静：12:30 开会。", "李明：见 http://x.cn：好。"
    )
    assert said(data) == [
        ("王静", "原因有两个：一是潮。"),
        ("李明", "比例是：三比一。"),
        ("王静", "12:30 开会。"),
        ("李明", "见 http://x.cn：好。"),
    ]
    assert said(as_srt("甲：先说。", "原因有两个：一是潮。", "8:15 开门：对。", "乙：好。", "见 https://x.cn")) == [
        ("甲", "先说。"),
        ("甲", "原因有两个：一是潮。"),
        ("甲", "8:15 开门：对。"),
        ("乙", "好。"),
        ("乙", "见 https://x.cn"),
    ]


def test_read_label_on_change_only():
    texts = ("先看。", "甲：先说场地，", "场地定在 2 号厅。", "乙：好。", "行。")
    assert [who for who, _ in said(as_srt(*texts))] == [None, "甲", "甲", "乙", "乙"]
    assert [who for who, _ in said(as_vtt(*texts))] == [None, "甲", None, "乙", None]


def test_read_labels_nearly_everywhere_are_not_inherited():
    texts = [f"{'甲乙'[n % 2]}：第 {n} 句。" for n in range(20)]
    assert said(as_srt(*texts, "嗯。"))[-1] == (None, "嗯。")


def test_read_two_speakers_in_one_cue():
    data = as_srt("- 甲：先说。\n- 乙：好。", "甲：再说\n柜子。")
    found = read_bytes(data, "talk.srt").turns
    assert [(t.speaker, t.text, t.line, t.lines, t.joined) for t in found] == [
        ("甲", "先说。", 2, (3,), ()),
        ("乙", "好。", 2, (4,), ()),
        ("甲", "再说柜子。", 7, (8,), (9,)),
    ]


def test_read_voices():
    data = as_vtt(
        "<v 王静>先说&amp;再说。</v><v.loud 李明 (访客)>好\n的。",
        "嗯。<v 王静>走。</v> 对。",
        "<v Li &amp; Co>OK\nthen</v>",
    )
    found = read_bytes(data, "talk.vtt").turns
    assert [(turn.speaker, turn.text) for turn in found] == [
        ("王静", "先说&再说。"),
        ("李明 (访客)", "好的。"),
        (None, "嗯。"),
        ("王静", "走。"),
        (None, "对。"),
        ("Li & Co", "OK then"),
    ]
    assert [(turn.line, turn.lines, turn.joined) for turn in found[:2]] == [(4, (5,), ()), (4, (5,), (6,))]
    assert [(turn.start, turn.end) for turn in found[:2]] == [(1.0, 1.5)] * 2


def test_read_vtt_blocks():
    text = (
        "WEBVTT - 会议\nKind: captions\n\nSTYLE\n::cue {}\n\nNOTE 校对\n第二行\n\n"
        "a/1-0\n00:01.000 --> 00:02.000 align:start\n[甲]: <c.x>先<00:01.500>说</c>\n\n"
        "00:03.000 --> 00:04.000\n\n乱写的\n"
    )
    found = read_bytes(text.encode(), "talk.vtt")
    assert [(t.speaker, t.text, t.start, t.line, t.lines) for t in found.turns] == [("甲", "先说", 1.0, 11, (12,))]
    assert [(one.line, one.kind, one.text) for one in found.unowned] == [
        (7, "note", "NOTE 校对"),
        (8, "note", "第二行"),
        (16, "text", "乱写的"),
    ]
    assert {one.reason for one in found.dropped} == {"blank", "header", "style", "number", "empty"}


@pytest.mark.parametrize(
    "times",
    [
        "00:00:01,200 --> 00:00:02,500",
        "00:00:01.200 --> 00:00:02.500",
        "00:01,200 --> 00:02,500",
        "0:00:01,2-->0:00:02,5",
        "  00：00：01，200 --> 00：00：02，500  X1:0",
    ],
)
@pytest.mark.parametrize("head", ["", "WEBVTT\n\n"])
def test_read_times(times, head):
    turns = read_bytes(f"{head}{times}\n王静：好。\n\n{times}\n李明：行。".encode(), "talk.srt").turns
    assert [(turn.start, turn.end, turn.text) for turn in turns] == [(1.2, 2.5, "好。"), (1.2, 2.5, "行。")]


def test_read_damaged_srt():
    text = (
        "\n\n00:00:01,000 --> 00:00:02,000\n王静：好。\n2\n00:00:03,000 --> 00:00:04,000\n李明：行\n\n还有。\n\n"
        "7\n\n00:00:05,000 --> 00:00:06,000\n\n00:00:07,000 --> 00:00:08,000\n王静：2024\n"
    )
    found = read_bytes(text.encode(), "talk.srt")
    assert [(t.speaker, t.text, t.line, t.joined) for t in found.turns] == [
        ("王静", "好。", 3, ()),
        ("李明", "行还有。", 6, (9,)),
        ("王静", "2024", 15, ()),
    ]
    assert [(one.line, one.reason) for one in found.dropped if one.reason != "blank"] == [
        (5, "number"),
        (11, "number"),
        (13, "empty"),
    ]


@pytest.mark.parametrize("name", ["talk.srt", "talk.vtt"])
def test_read_no_speakers(name):
    write = as_srt if name.endswith("srt") else as_vtt
    found = read_bytes(write("先说钥匙。", "再说柜子。"), name)
    assert [(turn.speaker, turn.start) for turn in found.turns] == [(None, 1.0), (None, 2.0)]
    assert found.warnings[0] == Remark("no_speakers_in_cues", {})


def test_read_no_words():
    with pytest.raises(AnalysisError) as caught:
        read_bytes(as_srt("", " "), "talk.srt")
    assert caught.value.code == "empty"


TALK = ["甲：先说场地，", "场地定在 2 号厅。", "two lines\nof words", "乙：<i>好</i>", "12:30 见", "5"]


def test_cues_as_srt_finds_them():
    data = as_srt(*TALK)
    theirs = [(one.start / datetime.timedelta(seconds=1), one.content) for one in srt.parse(data.decode())]
    ours = read_bytes(data, "talk.srt").turns
    assert [turn.start for turn in ours] == [start for start, _ in theirs]
    lines = data.decode().split("\n")
    assert ["\n".join(lines[n - 1] for n in sorted({*t.lines, *t.joined})) for t in ours] == [
        text for _, text in theirs
    ]


def test_cues_as_webvtt_finds_them():
    data = as_vtt(*TALK, "<v 甲>好</v><v 乙>行")
    theirs = webvtt.from_string(data.decode())
    ours = read_bytes(data, "talk.vtt").turns
    assert [turn.start for turn in ours] == [*(one.start_in_seconds for one in theirs), theirs[-1].start_in_seconds]
    lines = data.decode().split("\n")
    shown = ["\n".join(lines[n - 1] for n in sorted({*t.lines, *t.joined})) for t in ours]
    assert shown[:-1] == [one.raw_text for one in theirs]
