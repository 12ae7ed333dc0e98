"""JSON: the families, their units, their lines, and what is no transcript."""

import json

import pytest

from analysis.errors import AnalysisError
from analysis.readers import read_bytes
from analysis.transcript import Remark


def read(value, **options):
    return read_bytes(json.dumps(value, **{"ensure_ascii": False, **options}).encode(), "talk.json")


def turns(value, **options) -> list[tuple]:
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in read(value, **options).turns]


def refused(data: bytes) -> AnalysisError:
    with pytest.raises(AnalysisError) as caught:
        read_bytes(data, "talk.json")
    return caught.value


TALK = [("0", 0.52, 4.31, "先看屋顶花园的防水方案。"), ("1", 4.9, 9.07, "防水层做了两遍。"), ("0", 9.4, 11.2, "好。")]


def parts(
    *, unit: float = 1, speaker: str = "speaker", text: str = "text", start: str = "start", end: str = "end", **more
):
    whole = (lambda time: round(time * unit)) if unit > 1 else (lambda time: time)
    return [
        {start: whole(begin), end: whole(stop), text: said, speaker: int(who), **more}
        for who, begin, stop, said in TALK
    ]


FAMILIES = {
    "whisperx": {"segments": parts(words=[{"word": "先", "start": 0.5}]), "word_segments": [], "language": "zh"},
    "funasr cli": {"segments": parts(unit=1000), "processing_s": 1.2},
    "cli without its mark": {"segments": parts(unit=1000)},
    "funasr": [{"key": "x", "text": "整段", "sentence_info": parts(unit=1000, speaker="spk")}],
    "funasr sentence": [{"sentence_info": parts(unit=1000, speaker="spk", text="sentence")}],
    "funasr one": {"sentence_info": parts(unit=1000, speaker="spk")},
    "dingtalk": {
        "result": {
            "paragraphList": parts(unit=1000, speaker="nickName", text="paragraph", start="startTime", end="endTime")
        }
    },
    "dingtalk pages": [
        {"result": {"paragraphList": [one]}, "hasNext": True}
        for one in parts(unit=1000, speaker="nickName", text="paragraph", start="startTime", end="endTime")
    ],
    "fireflies": {
        "data": {
            "transcript": {
                "title": "t",
                "sentences": parts(speaker="speaker_name", start="start_time", end="end_time", index=1),
            }
        }
    },
    "tingwu": {
        "Data": {
            "Transcription": {
                "Paragraphs": [
                    {
                        "SpeakerId": who,
                        "Words": [
                            {"Start": round(begin * 1000), "End": round(begin * 1000) + 1, "Text": said[:2]},
                            {"Start": round(stop * 1000) - 1, "End": round(stop * 1000), "Text": said[2:]},
                        ],
                    }
                    for who, begin, stop, said in TALK
                ]
            }
        }
    },
    "tencent": {
        "minutes": {
            "paragraphs": [
                {
                    "pid": who,
                    "start_time": round(begin * 1000),
                    "end_time": round(stop * 1000),
                    "sentences": [{"sid": "0", "words": [{"text": said[:2]}, {"text": said[2:]}]}],
                    "speaker_info": {"username": who},
                }
                for who, begin, stop, said in TALK
            ]
        }
    },
    "plain list": parts(),
    "chinese fields": [{"发言人": w, "开始时间": b, "结束时间": e, "内容": t} for w, b, e, t in TALK],
}


@pytest.mark.parametrize("options", [{}, {"indent": 1}, {"ensure_ascii": True}], ids=["raw", "indented", "escaped"])
@pytest.mark.parametrize("value", FAMILIES.values(), ids=FAMILIES)
def test_read_family(value, options):
    assert turns(value, **options) == TALK


@pytest.mark.parametrize("value", FAMILIES.values(), ids=FAMILIES)
@pytest.mark.parametrize("escaped", [True, False])
def test_read_lines(value, escaped):
    text = json.dumps(value, ensure_ascii=escaped, indent=1)
    found = read_bytes(text.encode(), "talk.json")
    lines = text.split("\n")
    for turn in found.turns:
        start = json.dumps(turn.text[:2], ensure_ascii=escaped).strip('"')
        assert start in lines[turn.line - 1]
    account = [line for turn in found.turns for line in {turn.line, *turn.joined}]
    assert sorted(account + [one.line for one in found.dropped]) == list(range(1, len(lines) + 1))


def test_read_missing_speaker():
    assert turns({"segments": [{"start": 0.5, "end": 1, "text": " 好。", "speaker": "S0"}, {"text": "嗯。"}]}) == [
        ("S0", 0.5, 1.0, "好。"),
        (None, None, None, "嗯。"),
    ]


def test_read_whole_seconds_stay_seconds():
    value = {
        "segments": [{"start": 0, "end": 4, "text": "大家好。", "speaker": "A"}, {"start": 5, "end": 9, "text": "好。"}]
    }
    assert [turn[1:3] for turn in turns(value)] == [(0.0, 4.0), (5.0, 9.0)]


def test_read_funasr_list_of_words():
    assert turns({"sentence_info": [{"text": ["大", "家", "好"], "start": 0, "end": 900, "spk": 2}]}) == [
        ("2", 0.0, 0.9, "大家好")
    ]


def test_read_dingtalk_names_and_line_breaks():
    items = [
        {"nickName": "", "speakerDisplay": {"nickName": "许青禾"}, "paragraph": "先看。\\n再看。", "startTime": 0},
        {"nickName": None, "paragraph": "好。"},
    ]
    assert turns({"paragraphList": items}) == [("许青禾", 0.0, None, "先看。\n再看。"), (None, None, None, "好。")]


def jsonl(*items) -> bytes:
    return "\n".join(json.dumps(item, ensure_ascii=False) for item in items).encode() + b"\n"


def test_read_convokit():
    one = {
        "id": "a",
        "conversation_id": "a",
        "text": "暗一点好。",
        "speaker": "u_ke",
        "meta": {"start": 1},
        "timestamp": None,
    }
    other = {"id": "b", "root": "a", "text": "看不清。\n真的。", "user": "u_mo", "reply-to": "a", "timestamp": 12.5}
    found = read_bytes(jsonl(one, other), "utterances.jsonl")
    assert [(t.speaker, t.text, t.start, t.line, t.lines) for t in found.turns] == [
        ("u_ke", "暗一点好。", None, 1, (1,)),
        ("u_mo", "看不清。\n真的。", 12.5, 2, (2, 2)),
    ]
    assert found.warnings == ()


def test_read_convokit_dates_are_no_times():
    one = {"id": "a", "conversation_id": "a", "text": "暗。", "speaker": "甲", "timestamp": 1325376000}
    assert read_bytes(jsonl(one, {**one, "text": "好。", "speaker": "乙"}), "u.jsonl").turns[0].start is None


def test_read_several_sessions():
    one = {"id": "a", "conversation_id": "a", "text": "暗。", "speaker": "甲"}
    found = read_bytes(jsonl(one, {**one, "conversation_id": "b", "speaker": "乙"}), "u.jsonl")
    assert Remark("several_sessions", {"sessions": 2}) in found.warnings


def test_read_no_speakers():
    found = read({"segments": [{"start": 0.5, "end": 1.5, "text": "好。"}]})
    assert found.warnings[0] == Remark("no_speakers_in_json", {})


def test_read_lone_surrogate():
    assert read_bytes(b'{"segments": [{"text": "\\ud800 ok", "speaker": "A"}]}', "t.json").turns[0].text == "\ufffd ok"


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b'{"segments": [\n{"text": "a",}\n]}', "json_invalid", "JSON 第 2 行有语法错误。请重新导出。"),
        (b'{"text": "a", "speaker": "b"}\n{"text": "a"', "json_invalid", "JSON 第 2 行有语法错误。请重新导出。"),
        (b'{"n": ' + b"1" * 5000 + b"}", "json_invalid", "JSON 第 1 行有语法错误。请重新导出。"),
        (b"[" * 100_000, "json_deep", "JSON 嵌套太深，不像文字稿。请重新导出。"),
        (b'{"a": 1, "b": []}', "json_unknown", "认不出的 JSON 结构，顶层键：a、b。请改用 txt、srt 或 csv 导出。"),
        (b"[[1, 2]]", "json_unknown", "认不出的 JSON 结构，顶层键：int。请改用 txt、srt 或 csv 导出。"),
        (
            b'{"diarization": [{"start": 0.5, "end": 1.5, "speaker": "A"}]}',
            "no_text",
            "这个文件只有时间没有文字，请同时给出转写文本。",
        ),
        (
            b'{"segments": [{"start": 1, "end": 2, "text": " "}]}',
            "no_text",
            "这个文件只有时间没有文字，请同时给出转写文本。",
        ),
    ],
    ids=["comma", "jsonl cut", "huge number", "deep", "unknown", "numbers", "pyannote", "no words"],
)
def test_read_refused(data, code, said):
    found = refused(data)
    assert (found.code, str(found)) == (code, f"talk.json: {said}")
    assert found.message("en").startswith("talk.json: ")
