"""A title claims what the figures under it show, in every case; a list says how much of it is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pages.shared import evidence
from tests import handmade
from tests.pages.apps import chart, inner, opened, rows


@pytest.fixture
def of_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give the function that puts a text where the dashboard looks."""

    def put(text: str) -> None:
        monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
        handmade.put(tmp_path, "text", handmade.of_text(text, tmp_path))

    return put


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("甲：\n大家好。\n乙：\n我也好。\n", "2 位发言人中，说得最多的 1 位说了至少一半的话"),  # half each
        ("甲：\n……\n乙：\n！！\n", "谁在什么时候说话"),  # nobody said a word
        ("甲：\n大家好。\n", "谁在什么时候说话"),
    ],
)
def test_speaking_title_is_true(of_text: Callable[[str], None], text: str, said: str) -> None:
    of_text(text)
    assert inner(opened("dashboard"), "h2")[0] == said


@pytest.mark.usefixtures("built")
def test_strip_draws_the_sentences_that_pass() -> None:
    at = opened("dashboard", q="着急")
    turns, *_ = chart(at, "overview_strip")
    assert (turns["customdata"], turns["base"], turns["x"]) == ([["turn", 3]], [24], [5])
    assert turns["hovertext"] == ["第 4 段 · 吴强 · 5 字"]


@pytest.mark.usefixtures("built")
def test_marks_wear_no_speaker_colour() -> None:
    turns, challenges, advice = chart(opened("dashboard"), "overview_strip")
    marks = (challenges["marker"], advice["marker"])
    assert {mark["color"] for mark in marks} & set(turns["marker"]["color"]) == set()
    assert [(mark["color"], mark["symbol"]) for mark in marks] == [("#111518", "triangle-up"), ("#111518", "circle")]


@pytest.mark.usefixtures("built")
def test_share_title_speaks_of_one_or_of_the_most() -> None:
    assert inner(opened("speakers", speaker="周敏"), "h2")[0] == "只有周敏一位，共 20 字"
    assert inner(opened("speakers", lang="en"), "h2")[0] == "Of 4 speakers, 林岚 said the most: 43%"
    assert inner(opened("speakers"), "small")[:2] == [
        "占当前所列发言的比例；区间 25%–66%",
        "合计占当前所列发言的比例；区间 75%–100%",
    ]


def test_more_says_what_is_left_and_ends_with_its_subject(of_text: Callable[[str], None]) -> None:
    said = "学校有场地。" * (evidence.SHOWN + 3)
    of_text(f"甲：\n{said}\n乙：\n好。\n")
    at = opened("topics", term="学校")
    assert at.button(key="more_topics_term").label == "再看一些（还有 3 句）"
    at.button(key="more_topics_term").click().run()
    assert len(inner(at, "blockquote")) == evidence.SHOWN + 3
    at.query_params["term"] = "场地"
    at.run()
    assert (inner(at, "h2")[1], len(inner(at, "blockquote"))) == ("说到“场地”的原话", evidence.SHOWN)


@pytest.mark.usefixtures("built")
def test_text_is_found_and_marked_in_either_width() -> None:
    at = opened("transcript", q="ａｉ工具")
    assert inner(at, "mark") == ["AI工具"]
    assert inner(at, "p")[2].startswith("“ａｉ工具”共 1 处。")
    assert rows(opened("speakers", q="ａｉ工具"), "name", "chars") == [("吴强", 7)]


def test_wide_letters_are_found_by_narrow_ones(of_text: Callable[[str], None]) -> None:
    of_text("甲：\n我们是ＮＧＯ，ngo。\n乙：\n好。\n")
    at = opened("transcript", q="NGO")
    assert inner(at, "mark") == ["ＮＧＯ", "ngo"]
    assert inner(at, "p")[2].startswith("“NGO”共 2 处。")
