"""Public meetings that we annotated: cut the same way every time, and only where the words are those that were read."""

import json

import pytest

from analysis.errors import AnalysisError
from analysis.ledger.training.gold import read_meetings
from analysis.ledger.training.public import ANNOTATIONS, digest, excerpt, main, speeches, write_pairs
from analysis.tables import CATEGORIES

LONG = "我們在山上找了三年的人" + "，還是沒有人願意來幫忙" * 11 + "，很難。"
MARKDOWN = f"""# 一場會議

> （錄音開始）

### 甲：
大家好，[資料](https://example.org)在**桌上**

### 甲：
{LONG}

![照片](a.png)
### 乙：
> （笑）

你可以去找鄰居。
"""
MARKS = {
    "challenges": [{"id": "C1", "sentences": ["1.2"], "summary": "没人帮忙", "category": "capability"}],
    "advice": [{"id": "A1", "sentences": ["2.1"], "summary": "找邻居", "category": "outreach", "responds_to": ["C1"]}],
}


@pytest.fixture
def annotated(tmp_path):
    """Give a folder of transcripts and a file of annotations."""
    (tmp_path / "a.md").write_text(MARKDOWN, encoding="utf-8")
    meeting = {"stem": "t0", "file": "a.md", "turns": [0, 2], "digest": digest(excerpt(MARKDOWN, 0, 2))}
    annotations = tmp_path / "annotations.json"
    annotations.write_text(json.dumps({"meetings": [meeting | MARKS]}), encoding="utf-8")
    return tmp_path, annotations


def test_speeches_leave_notes_and_pictures_out():
    assert speeches(MARKDOWN) == [("甲", ["大家好，資料在桌上", LONG]), ("乙", ["你可以去找鄰居。"])]


def test_excerpt_cuts_what_runs_on_and_loses_nothing():
    rows = excerpt(MARKDOWN, 0, 2)
    assert [row[:2] for row in rows] == [("1.1", "S1"), ("1.2", "S1"), ("1.3", "S1"), ("2.1", "S2")]
    assert rows[0][2] == "大家好，资料在桌上。"
    said = "".join(row[2] for row in rows[1:3]).replace("。", "，")
    assert said == LONG.replace("。", "，").replace("們", "们").replace("還", "还").replace("沒", "没").replace(
        "願", "愿").replace("來", "来").replace("幫", "帮").replace("難", "难")  # fmt: skip
    assert rows[1][2].endswith("。")
    assert excerpt(MARKDOWN, 1, 2)[0] == ("1.1", "S1", "你可以去找邻居。")


def test_pairs_are_annotated_meetings(annotated, tmp_path):
    transcripts, annotations = annotated
    assert write_pairs(transcripts, tmp_path / "pairs", annotations) == 1
    (meeting,) = read_meetings(tmp_path / "pairs" / "a")
    assert meeting.pairs == {("C1", "A1")}
    assert len(meeting.talk.texts) == 4


def test_another_text_is_refused(annotated, tmp_path):
    transcripts, annotations = annotated
    (transcripts / "a.md").write_text(MARKDOWN.replace("三年", "四年"), encoding="utf-8")
    with pytest.raises(AnalysisError) as problem:
        write_pairs(transcripts, tmp_path / "pairs", annotations)
    assert (problem.value.code, problem.value.where) == ("gold_invalid", "a.md")


def test_a_missing_transcript_is_one_line(tmp_path, capsys):
    assert main([str(tmp_path), str(tmp_path / "pairs")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_annotations_are_whole():
    held = json.loads(ANNOTATIONS.read_text(encoding="utf-8"))
    assert {"source", "commit", "licence"} <= held.keys()
    assert len({meeting["stem"] for meeting in held["meetings"]}) == len(held["meetings"]) > 200
    for meeting in held["meetings"]:
        known = {item["id"] for item in meeting["challenges"]}
        for item in (*meeting["challenges"], *meeting["advice"]):
            assert item["sentences"]
            assert item["category"] in CATEGORIES
            assert 0 < len(item["summary"]) <= 40
            assert set(item.get("responds_to", ())) <= known
