"""Every line of every format is in exactly one of a turn, what nobody owns, and what is dropped."""

import json

import pytest

from analysis.readers import read_bytes
from tests.office import excel, word
from tests.pdf_writer import laid_out

CUES = (
    "1\n00:00:01,000 --> 00:00:02,500\n王静：先说\n钥匙。\n\n"
    "2\n00:00:03,000 --> 00:00:04,000\n- 李明：行\n- 王静：好\n\n\n3\n"
)
SEGMENTS = [{"start": 0.5, "end": 1.5, "text": "好。", "speaker": "A"}, {"start": 2.5, "end": 3.5, "text": "行\n吧。"}]
LINES = ["会议记录", "2026年5月6日", "王静(00:00:03):", "先说钥匙。", "再说柜子。", "", "李明（00:15）：", "行。"]
FILES = {
    "talk.txt": "\n".join(LINES).encode(),
    "talk.docx": word([*LINES, "王静(00:01:03): 好。\n还有。"]),
    "talk.pdf": laid_out(
        [*LINES[:5], "先说钥匙再说柜子。" * 12, *LINES[6:]], head="内部", foot="第 {page} 页", per_page=4
    ),
    "talk.srt": ("开头\n" + CUES).encode(),
    "talk.vtt": ("WEBVTT 会议\n\nNOTE 一\n二\n\nSTYLE\nx\n\n乱\n\n" + CUES.replace(",", ".")).encode(),
    "lines.json": json.dumps({"segments": SEGMENTS, "word_segments": []}, indent=2).encode() + b"\n",
    "one.json": json.dumps({"segments": SEGMENTS}).encode(),
    "talk.jsonl": b"\n\n".join(json.dumps({"id": "1", **one}).encode() for one in SEGMENTS) + b"\n",
    "talk.csv": '储物柜\n\n发言人,备注,内容\n王静,"a\nb","先说\n\n钥匙。"\n李明,,行。\n,"x\ny",\n,,\n'.encode(
        "gb18030"
    ),
    "blank.csv": "发言人,内容\n王静,好。\n李明,行。\n\n\n".encode(),
    "talk.tsv": "start\tend\ttext\n520\t4310\t好的开始。\n4900\t9070\t行。\n".encode(),
    "talk.xlsx": excel(
        [["储物柜"], [], ["发言人", "内容"], ["王静", "先说\n钥匙。"], [None, None], ["合计"], ["李明", "行。"]]
    ),
}
COUNTS = {"talk.docx": 10, "talk.pdf": 8 + 6, "talk.xlsx": 7}


@pytest.mark.parametrize("name", FILES)
def test_every_line_once(name):
    found = read_bytes(FILES[name], name)
    said = {line for turn in found.turns for line in (turn.line, *turn.lines, *turn.header_lines, *turn.joined)}
    others = [one.line for one in (*found.unowned, *found.dropped)]
    codec = "gb18030" if found.encoding == "gb18030" else "utf-8"
    count = COUNTS.get(name) or FILES[name].decode(codec).removesuffix("\n").count("\n") + 1
    assert len(found.turns) > 1
    assert sorted([*said, *others]) == list(range(1, count + 1))


@pytest.mark.parametrize("name", FILES)
def test_paragraphs_have_lines(name):
    for turn in read_bytes(FILES[name], name).turns:
        assert len(turn.lines) == len(turn.text.split("\n"))
        assert list(turn.lines) == sorted(turn.lines)
        assert turn.line <= turn.lines[0]
