"""Annotations laid over our sentences, counted by hand."""

import json

import pytest

from analysis.errors import AnalysisError
from analysis.ledger.training.gold import gold_items, labels, match, read_meeting, read_meetings
from analysis.ledger.training.quality import reliability

ROWS = (
    ("1.1", "S1", "谁先 说？"),
    ("1.2", "S1", "请讲。"),
    ("2.1", "S2", "我们很难。"),
    ("2.2", "S2", "没有钱。"),
    ("3.1", "S2", "要存钱。"),
)
MARKS = {
    "challenges": [{"id": "C1", "sentences": ["2.1", "2.2"], "summary": "难", "category": "funding"}],
    "advice": [{"id": "A1", "sentences": ["3.1"], "summary": "存", "category": "funding", "responds_to": ["C1"]}],
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "m.tsv").write_text("".join("\t".join(row) + "\n" for row in ROWS), encoding="utf-8")
    (tmp_path / "m.json").write_text(json.dumps(MARKS), encoding="utf-8")
    return tmp_path


def test_read_meeting_lays_marks_over_sentences(folder):
    meeting = read_meeting(folder / "m.json")
    assert [text.strip() for text in meeting.talk.texts] == ["谁先说？", "请讲。", "我们很难。", "没有钱。", "要存钱。"]
    assert meeting.talk.turn.tolist() == [0, 0, 1, 1, 1]
    assert labels(meeting, "challenges").tolist() == [False, False, True, True, False]
    assert labels(meeting, "advice").tolist() == [False, False, False, False, True]
    assert gold_items(meeting, "challenges") == (["C1"], [[2, 3]])
    assert meeting.pairs == {("C1", "A1")}


def test_read_meetings_of_nothing(tmp_path):
    with pytest.raises(AnalysisError) as problem:
        read_meetings(tmp_path)
    assert problem.value.code == "gold_missing"


def test_read_meeting_unknown_sentence(folder):
    (folder / "m.json").write_text(json.dumps(MARKS).replace("3.1", "9.9"), encoding="utf-8")
    with pytest.raises(AnalysisError) as problem:
        read_meeting(folder / "m.json")
    assert (problem.value.code, problem.value.where) == ("gold_invalid", "m.json")


def test_match_takes_the_closest_first():
    gold = {"C1": frozenset(range(10)), "C2": frozenset(range(20, 30))}
    assert match(gold, [frozenset(range(3, 10)), frozenset(range(10)), frozenset(range(28, 60))]) == {"C1": 1}


def test_reliability_counts_bands():
    assert reliability([(0.15, True), (0.12, False), (1.0, True)]) == [
        {"from": 0.1, "to": 0.2, "rows": 2, "confidence": 0.135, "precision": 0.5},
        {"from": 0.9, "to": 1.0, "rows": 1, "confidence": 1.0, "precision": 1.0},
    ]
