"""A long transcript comes in parts: a search opens the first with a hit, and the address keeps the part."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages.shared import script
from tests.pages.apps import inner, opened, url

pytestmark = pytest.mark.usefixtures("built")


@pytest.fixture(autouse=True)
def _short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script, "PART_CHARS", 40)  # turns 1-5, 6-8, 9-12


def turns(at: AppTest) -> list[int]:
    return [int(head.split("第 ")[1].split(" 段")[0]) for head in inner(at, "h4")]


def slider(at: AppTest):
    return at.select_slider(key="transcript_part")


def test_parts_hold_all_turns() -> None:
    at = opened("transcript")
    assert slider(at).options == ["第 1–5 段", "第 6–9 段", "第 10–12 段"]
    assert (turns(at), url(at)) == ([1, 2, 3, 4, 5], {"workshop": ["twelve"]})


def test_search_opens_the_first_part_with_a_hit_and_counts_them() -> None:
    at = opened("transcript", q="工具")
    assert slider(at).options == ["第 1–5 段（0 处）", "第 6–9 段（0 处）", "第 10–12 段（1 处）"]
    assert (turns(at), at.info.len) == ([11], 0)
    at.text_input(key="filter_q").set_value("学校").run()
    assert (turns(at), slider(at).value) == ([6, 7], 1)
    assert slider(at).options[1] == "第 6–9 段（3 处）"


def test_address_keeps_the_part() -> None:
    at = opened("transcript")
    slider(at).set_value(2).run()
    assert (turns(at), url(at)) == ([10, 11, 12], {"workshop": ["twelve"], "part": ["3"]})
    copy = opened("transcript", **url(at))
    assert (turns(copy), url(copy)) == (turns(at), url(at))


def test_turn_of_a_link_says_the_part_until_another_is_chosen() -> None:
    at = opened("transcript", turn="11", part="1")
    assert (turns(at), url(at)) == ([10, 11, 12], {"workshop": ["twelve"], "turn": ["11"]})
    slider(at).set_value(1).run()
    assert (turns(at), url(at)) == ([6, 7, 8, 9], {"workshop": ["twelve"], "part": ["2"]})


@pytest.mark.parametrize("part", ["0", "4", "x", "２", ""])
def test_part_that_is_not_there_is_ignored(part: str) -> None:
    assert turns(opened("transcript", part=part)) == [1, 2, 3, 4, 5]
