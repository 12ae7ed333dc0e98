"""The entries of edits.json: written and read again, and refused where they are not ours."""

from __future__ import annotations

import json

import pytest

from analysis.edits.anchors import ChapterAnchor, TopicAnchor
from analysis.edits.log import MAX_NAME, VERSION, Log, clean, from_json, new_edit, new_reversal, to_json
from analysis.errors import AnalysisError

TOPIC = new_edit("topic_name", TopicAnchor(("学校", "场地")), chain=None, before="学校·场地", after="场地难找")
AGAIN = new_edit("topic_name", TopicAnchor(("学校",)), chain=TOPIC.id, before="场地难找", after=None)
CHAPTER = new_edit("chapter_title", ChapterAnchor("大家好", "", "好", "林岚", 0), chain=None, before="…", after="开场")
LOG = Log((TOPIC, CHAPTER, AGAIN, new_reversal("undo", TOPIC.id), new_reversal("redo", TOPIC.id)))


def fields(**changed: object) -> str:
    """Write a log of one edit, some of its fields changed; a field of `...` is left out."""
    (entry,) = json.loads(to_json(Log((TOPIC,))))["entries"]
    entry |= changed
    kept = {name: value for name, value in entry.items() if value is not ...}
    return json.dumps({"version": VERSION, "entries": [kept]})


def test_log_is_read_as_it_was_written() -> None:
    assert from_json(to_json(LOG)) == LOG
    assert from_json(to_json(Log())) == Log()


def test_file_holds_one_entry_a_line_with_the_documented_fields() -> None:
    first, entry, *_ = to_json(LOG).splitlines()
    assert first == '{"version": 1, "entries": ['
    assert json.loads(entry.rstrip(",")) == {
        "id": TOPIC.id,
        "when": TOPIC.when,
        "kind": "topic_name",
        "chain": TOPIC.id,
        "anchor": {"terms": ["学校", "场地"]},
        "from": "学校·场地",
        "to": "场地难找",
    }


def test_undone_is_what_the_last_reversal_says() -> None:
    assert LOG.undone == {}
    last = new_reversal("undo", TOPIC.id)
    assert Log((*LOG.entries, last)).undone == {TOPIC.id: last.when}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "3",
        '{"entries": []}',
        '{"version": 0, "entries": []}',
        '{"version": "1", "entries": []}',
        '{"version": 1}',
        '{"version": 1, "entries": 3}',
        '{"version": 1, "entries": [3]}',
        '{"version": 1, "entries": [[]]}',
        "[" * 100_000,
        fields(kind="money"),
        fields(kind=["topic_name"]),
        fields(id=3),
        fields(id=...),
        fields(when="yesterday"),
        fields(when=3),
        fields(to=3),
        fields(to=...),
        fields(**{"from": ["x"]}),
        fields(more="x"),
        fields(anchor=...),
        fields(anchor=[]),
        fields(anchor={"terms": "学校"}),
        fields(anchor={"terms": [3]}),
        fields(anchor={"terms": [], "nth": 1}),
        fields(kind="chapter_title"),
        fields(kind="chapter_title", anchor={"text": "", "before": "", "after": "", "speaker": "", "nth": -1}),
        fields(kind="chapter_title", anchor={"text": "", "before": "", "after": "", "speaker": "", "nth": True}),
        fields(kind="undo"),
    ],
)
def test_what_is_not_a_log_is_refused(text: str) -> None:
    with pytest.raises(AnalysisError) as problem:
        from_json(text)
    assert (problem.value.code, problem.value.where) == ("edits_damaged", "edits.json")


def test_message_names_the_entry() -> None:
    good, *_ = json.loads(to_json(LOG))["entries"]
    with pytest.raises(AnalysisError, match="第 2 条"):
        from_json(json.dumps({"version": 1, "entries": [good, good | {"kind": "money"}]}))


def test_newer_file_is_refused_by_its_version_whatever_it_holds() -> None:
    with pytest.raises(AnalysisError) as problem:
        from_json('{"version": 2, "entries": {"of": "another kind"}}')
    assert problem.value.code == "edits_newer"
    assert "（2，这里只懂到 1）" in str(problem.value)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("场地", "场地"),
        ("  场\t地\r\n难找 ", "场 地 难找"),
        ("长" * 10_000, "长" * MAX_NAME),
        ("长" * (MAX_NAME - 1) + " 尾", "长" * (MAX_NAME - 1)),
        ("\u202e反转\u202c\u200b\u2066隔\u2069\ufeff", "反转隔"),
        ("控\x00\x07\x1b[31m红\x7f", "控[31m红"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("<script>", "<script>"),
        ("\ud800半\udfff", "半"),
        ("\u3164\u2800", ""),
        (" \n", ""),
        ("", ""),
    ],
)
def test_clean(typed: str, kept: str) -> None:
    assert clean(typed) == kept
    assert clean(kept) == kept


def test_names_in_a_file_are_clean_whoever_wrote_it() -> None:
    (entry,) = from_json(fields(to="\u202e" + "长" * 10_000, **{"from": "a\nb"})).edits
    assert (entry.after, entry.before) == ("长" * MAX_NAME, "a b")
    assert from_json(fields(to="\u202e")).edits[0].after is None
