"""Edits find what they are about by words: in the same tables, in changed ones, and not where it is gone."""

from __future__ import annotations

import random

import pandas as pd
import pytest

from analysis.edits.anchors import ChapterAnchor, Chapters, Place, TopicAnchor, Topics
from analysis.tables import make_table

TURNS = [
    "大家好,今天我们谈社区服务,谁先说一说自己的情况?",
    "我们在社区做戒毒康复,现在最缺的是场地和志愿者。",
    "好的,谢谢。",
    "我补充一点,学校愿意把教室借给我们,周末都可以。",
    "好的,谢谢。",
    "接下来请谈一谈资金,去年政府购买服务的钱到得很晚。",
    "基金会给了一半,另外一半是我们自己垫的。",
]
SPEAKERS = ("林岚", "周敏")


def topics(*terms: list[str]) -> dict[str, pd.DataFrame]:
    rows = [(n, "·".join(each[:2]), each, 1, 1) for n, each in enumerate(terms)]
    return {"topics": make_table("topics", rows)}


def talk(texts: list[str], starts: list[int]) -> dict[str, pd.DataFrame]:
    """Make turns of two speakers in alternation, and chapters that begin with some of them."""
    ends = [*starts[1:], len(texts)][: len(starts)]
    speakers = make_table("speakers", [(n, name, *[None] * 15) for n, name in enumerate(SPEAKERS)])
    turns = [(n, n % 2, text, None, None, n + 1, len(text)) for n, text in enumerate(texts)]
    rows = [(n, a, b - 1, f"第{n}章") for n, (a, b) in enumerate(zip(starts, ends, strict=True))]
    return {"speakers": speakers, "turns": make_table("turns", turns), "chapters": make_table("chapters", rows)}


def changed(text: str, share: float, rng: random.Random) -> str:
    """Leave out, double or replace a share of the characters."""
    out = ""
    for character in text:
        if rng.random() >= share:
            out += character
        else:
            out += rng.choice(["", 2 * character, rng.choice("的一是了我不人在他有")])
    return out


def test_topic_is_found_by_its_terms_wherever_it_stands() -> None:
    before = topics(["学校", "场地"], ["资金", "基金会", "政府"])
    after = topics(["政府", "基金会", "资金", "到账"], ["场地", "学校"])
    found = [Topics(after).find(Topics(before).anchor(row)) for row in (0, 1)]
    assert found == [Place(1, 1.0, True), Place(0, pytest.approx(6 / 7), True)]


@pytest.mark.parametrize(
    ("terms", "place"),
    [
        (("学校", "a", "b"), Place(0, 0.4, True)),  # 2 × 1 of 2 + 3
        (("学校", "a", "b", "c"), Place(0, pytest.approx(1 / 3), False)),
        (("a", "b"), Place(None, 0.0, False)),
        ((), Place(None, 0.0, False)),
    ],
)
def test_topic_needs_enough_terms_in_common(terms: tuple[str, ...], place: Place) -> None:
    assert Topics(topics(["学校", "场地"])).find(TopicAnchor(terms)) == place


def test_no_topics_hold_nothing() -> None:
    assert Topics(topics()).find(TopicAnchor(("学校",))) == Place(None, 0.0, False)


def test_chapter_is_found_by_the_words_it_begins_with() -> None:
    before = Chapters(talk(TURNS, [0, 3, 5]))
    after = Chapters(talk(["会前说明。", *TURNS], [0, 1, 4, 6]))
    assert [after.find(before.anchor(row)).row for row in (0, 1, 2)] == [1, 2, 3]
    assert all(after.find(before.anchor(row)).is_sure for row in (0, 1, 2))


@pytest.mark.parametrize("share", [0.01, 0.05, 0.1])
@pytest.mark.parametrize("seed", range(20))
def test_chapter_is_found_in_a_corrected_transcript(share: float, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    before, after = Chapters(talk(TURNS, [0, 3, 5])), talk([changed(text, share, rng) for text in TURNS], [0, 3, 5])
    found = [Chapters(after).find(before.anchor(row)) for row in (0, 1, 2)]
    assert [(place.row, place.is_sure) for place in found] == [(0, True), (1, True), (2, True)]


def test_chapter_that_begins_elsewhere_is_another() -> None:
    anchor = Chapters(talk(TURNS, [0, 3, 5])).anchor(1)
    assert Chapters(talk(TURNS, [0, 4, 5])).find(anchor) == Place(0, 1.0, False)  # it is inside the first now
    assert Chapters(talk(TURNS, [0, 2])).find(anchor) == Place(1, 1.0, False)


def test_chapter_whose_words_are_gone_is_not_found() -> None:
    anchor = Chapters(talk(TURNS, [0, 5])).anchor(1)
    found = Chapters(talk(TURNS[:4], [0, 3])).find(anchor)
    assert (found.is_sure, found.likeness < 0.5) == (False, True)
    assert Chapters(talk([], [])).find(anchor) == Place(None, 0.0, False)
    assert Chapters(talk(["甲"], [0])).find(ChapterAnchor("乙", "", "", "丙", 0)) == Place(None, 0.0, False)


def test_turns_of_the_same_words_are_told_apart_by_those_beside_them() -> None:
    before = Chapters(talk(TURNS, [0, 2, 4]))
    assert before.anchor(1).text == before.anchor(2).text
    after = Chapters(talk([*TURNS[:2], "好的,谢谢您。", TURNS[3], "好的,谢谢您。", *TURNS[5:]], [0, 2, 4]))
    assert [after.find(before.anchor(row)).row for row in (1, 2)] == [1, 2]


def test_turns_that_look_the_same_are_told_apart_by_their_order() -> None:
    tables = Chapters(talk(["好。"] * 40, [0, 10, 20, 30]))
    found = [tables.find(tables.anchor(row)) for row in range(4)]
    assert found == [Place(row, 1.0, True) for row in range(4)]
    longer = Chapters(talk(["好。"] * 40 + ["完。"], [0, 10, 20, 30]))
    assert [longer.find(tables.anchor(row)).row for row in range(4)] == [0, 1, 2, 3]


def test_letters_alone_count_in_either_width_and_case() -> None:
    anchor = Chapters(talk(["ＮＧＯ：合作,一起！", "好。"], [0])).anchor(0)
    assert anchor == ChapterAnchor("ngo合作一起", "", "好", "林岚", 0)
