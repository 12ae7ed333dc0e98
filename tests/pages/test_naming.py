"""Names edited in place: on every page at once, marked, undone, and only where editing is offered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.edits.anchors import TopicAnchor
from analysis.edits.log import MAX_NAME, Log, new_edit, to_json
from analysis.edits.store import change_name, read_log
from analysis.text import LANGUAGES
from analysis.workshop import Workshop, read_workshop
from pages.shared import naming
from tests import handmade
from tests.pages.apps import ANALYSED, chart, inner, markup, messages, moved, opened, plain, rows

OPEN = "name_topic_name_0"
READ_ONLY = "这里不能改名：只有在自己的电脑上打开、显示姓名（不是代号）、改动记录读得出时才能改。"


@pytest.fixture
def private(own: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of the twelve-turn workshop, on a server that nobody else can reach."""
    monkeypatch.setattr("pages.shared.state.is_public", lambda: False)
    return own / "workshops" / "twelve"


def opened_field(at: AppTest, key: str = OPEN) -> AppTest:
    """Click a name, as the browser tells the server."""
    at.session_state[key] = True
    return at.run()


def renamed(at: AppTest, name: str, key: str = OPEN) -> AppTest:
    return opened_field(at, key).text_input(key=f"{key}_field").set_value(name).run()


def openings(at: AppTest) -> list[str]:
    """Read the names that a click edits."""
    return [re.sub(r"\\(.)|\u2060", r"\1", each.proto.popover.label) for each in at.get("popover")]


def labels(folder: Path) -> list[str | None]:
    return [edit.after for edit in read_log(folder).edits]


def test_name_is_edited_in_place_and_stands_everywhere(private: Path) -> None:
    at = renamed(opened("topics", tab="terms"), "场地难找")
    assert list(at.exception) == []
    assert openings(at) == ["场地难找（人工）", "志愿者·高校"]
    assert chart(at, "topics_matrix")[0]["hovertext"][0].startswith("周敏 · 场地难找：")
    assert {topic for _, topic in rows(at, "term", "topic")} == {"场地难找", "志愿者·高校", ""}
    assert at.multiselect(key="filter_topics").options == ["场地难找", "志愿者·高校"]
    assert not at.session_state[OPEN]  # done
    for name in ANALYSED:  # and for whoever opens any page now
        assert opened(name).multiselect(key="filter_topics").options == ["场地难找", "志愿者·高校"]
    assert labels(private) == ["场地难找"]


def test_field_shows_the_name_and_what_the_machine_said(private: Path) -> None:
    at = opened_field(opened("topics"))
    assert at.text_input(key=f"{OPEN}_field").value == "学校·场地"
    assert (at.text_input(key=f"{OPEN}_field").max_chars, at.text_input(key=f"{OPEN}_field").label) == (
        MAX_NAME,
        "话题名称",
    )
    assert "机器的名称：" not in plain(markup(at))
    at = opened_field(renamed(at, "场地难找"))
    assert at.text_input(key=f"{OPEN}_field").value == "场地难找"
    assert "机器的名称：学校·场地" in inner(at, "p")
    at.button(key=f"{OPEN}_undo").click().run()
    assert openings(at) == ["学校·场地", "志愿者·高校"]
    assert len(read_log(private).entries) == 2


def test_history_undoes_and_does_again(private: Path) -> None:
    at = renamed(renamed(opened("topics"), "一"), "二")
    edit = read_log(private).edits[-1]
    assert [line[16:] for line in inner(at, "p") if "→" in line] == [
        " · 话题名称：“一” → “二”",
        " · 话题名称：“学校·场地” → “一”",
    ]
    at.button(key=f"turn_{edit.id}").click().run()
    assert openings(at)[0] == "一（人工）"
    assert at.button(key=f"turn_{edit.id}").label == "恢复"
    assert [line.split("已撤销")[1][16:] for line in inner(at, "p") if "已撤销" in line] == [" · 话题名称：“一” → “二”"]
    at.button(key=f"turn_{edit.id}").click().run()
    assert openings(at)[0] == "二（人工）"


def test_history_is_the_same_on_the_transcript_and_shows_more(private: Path, twelve: Workshop) -> None:
    for n in range(naming.SHOWN + 2):
        change_name(private, twelve, "topic_name", 0, f"第{n}个")
    at = opened("topics")
    assert [expander.label for expander in at.expander] == ["改动记录（8 条）"]
    assert len([line for line in inner(at, "p") if "→" in line]) == naming.SHOWN
    at.button(key="more_edits").click().run()
    assert len([line for line in inner(at, "p") if "→" in line]) == naming.SHOWN + 2


def test_filter_by_topic_stays_when_the_topic_is_renamed(private: Path) -> None:
    at = renamed(opened("topics", topic="0"), "场地难找")
    assert at.multiselect(key="filter_topics").value == ["0"]
    assert inner(at, "p")[1] == "只看：场地难找"
    assert labels(private) == ["场地难找"]


@pytest.mark.usefixtures("private")
def test_empty_field_takes_the_machines_name() -> None:
    at = renamed(renamed(opened("topics"), "场地难找"), "")
    assert openings(at)[0] == "学校·场地"
    assert next(line[16:] for line in inner(at, "p") if "→" in line) == " · 话题名称：“场地难找” → “机器的名称”"


@pytest.mark.parametrize(
    "name",
    [
        "=cmd|' /C calc'!A0",
        "<b>粗</b><script>alert(1)</script>",
        "**粗** $x$ :red[红] ![图](http://evil.example/y.png)",
    ],
)
def test_hostile_name_is_a_name(private: Path, name: str) -> None:
    at = renamed(opened("topics"), name)
    assert list(at.exception) == []
    assert openings(at)[0] == f"{name}（人工）"
    assert labels(private) == [name]
    assert "<script>" not in markup(at)
    assert (list(opened("transcript").exception), list(opened("dashboard").exception)) == ([], [])


def test_chapter_title_is_edited_in_the_outline(private: Path, tmp_path: Path) -> None:
    text = "甲：\n" + "学校有场地。场地很大。" * 120 + "\n乙：\n" + "志愿者缺资金。资金不多。" * 120 + "\n"
    folder = handmade.put(private.parent.parent, "two", handmade.of_text(text, tmp_path))
    chapters = read_workshop(folder).tables["chapters"]
    assert len(chapters) > 1
    at = renamed(opened("transcript", workshop="two"), "说资金", "name_chapter_title_1")
    assert list(at.exception) == []
    assert at.button(key="chapter_1").label == f"{chapters['first_turn_id'][1] + 1} 段起 说资金（人工）"
    assert labels(folder) == ["说资金"]
    at = opened("topics", workshop="two", tab="compare", group="chapter:1")
    assert at.selectbox(key="topics_compare_group").options[1].endswith("段 说资金")
    assert inner(at, "h2")[-1].startswith("第 2–2 段 说资金")
    assert [expander.label for expander in at.expander] == ["改动记录（1 条）"]
    at = moved(at, "transcript")
    assert [expander.label for expander in at.expander] == ["改动记录（1 条）"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_public_server_offers_no_editing_and_says_why(built: Path, language: str) -> None:
    at = opened("topics", lang=language)
    assert (list(at.exception), openings(at)) == ([], [])
    assert (READ_ONLY in inner(at, "p")) == (language == "zh")
    assert len([each for each in at.text_input if each.key.startswith("name_")]) == 0
    assert not (built / "workshops" / "twelve" / "edits.json").exists()


def test_public_server_shows_what_was_decided(own: Path, twelve: Workshop) -> None:
    folder = own / "workshops" / "twelve"
    change_name(folder, twelve, "topic_name", 0, "场地难找")
    at = opened("topics")
    assert inner(at, "li") == ["场地难找（人工）", "志愿者·高校", "不属于任何话题"]
    assert [line[16:] for line in inner(at, "p") if "→" in line] == [" · 话题名称：“学校·场地” → “场地难找”"]
    assert [button.key for button in at.button if button.key.startswith("turn_")] == []


@pytest.mark.parametrize("name", ANALYSED)
@pytest.mark.parametrize(
    ("held", "said"),
    [("{", "edits.json: 改动记录读不懂（第 0 条"), ('{"version": 7}', "edits.json: 改动记录来自更新的版本（7")],
)
def test_record_that_cannot_be_read_leaves_the_page_read_only(private: Path, name: str, held: str, said: str) -> None:
    (private / "edits.json").write_text(held, encoding="utf-8")
    at = opened(name)
    assert (list(at.exception), openings(at)) == ([], [])
    assert [message.startswith(said) for message in messages(at, "warning") if "edits.json" in message] == [True]
    assert (private / "edits.json").read_text("utf-8") == held
    (private / "edits.json").unlink()
    assert messages(opened(name), "warning") == []


def test_edit_that_cannot_be_kept_is_said_and_the_text_stays(private: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    at = opened_field(opened("topics"))
    monkeypatch.setattr("analysis.edits.store._write", full)
    at.text_input(key=f"{OPEN}_field").set_value("场地难找").run()
    assert messages(at, "error") == ["edits.json: 写不进去：No space left on device。请检查文件夹权限和磁盘空间。"]
    assert (at.text_input(key=f"{OPEN}_field").value, at.session_state[OPEN]) == ("场地难找", True)
    monkeypatch.undo()
    assert not (private / "edits.json").exists()


def test_name_that_lost_its_topic_is_listed(private: Path) -> None:
    lost = new_edit("topic_name", TopicAnchor(("学校", "a", "b", "c")), chain=None, before="学校·a", after="<b>甲</b>")
    alone = new_edit("topic_name", TopicAnchor(("下雨",)), chain=None, before="雨", after="天气")
    (private / "edits.json").write_text(to_json(Log((lost, alone))), encoding="utf-8")
    at = opened("topics")
    assert messages(at, "warning") == [
        "话题名称“<b>甲</b>”（原来的名称是“学校·a”）没有找到对应的内容，最接近的是“学校·场地”。改动还在，没有丢。",
        "话题名称“天气”（原来的名称是“雨”）没有找到对应的内容，也没有接近的。改动还在，没有丢。",
    ]
    at.button(key=f"turn_{alone.id}").click().run()
    assert len(messages(at, "warning")) == 1
