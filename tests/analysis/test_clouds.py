"""Layout of word clouds: the same every time, in the picture, nothing on top of anything."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from PIL import ImageFont

from analysis.clouds import CloudWord, layout_cloud
from analysis.paths import FONTS

FONT = FONTS / "NotoSansSC-Regular.otf"
WEIGHTS = {"政府购买服务": 9, "社区": 6, "资金": 6, "NGO": 4, "志愿者": 2, "<b>x</b>": 1}


def ink(word: CloudWord, font: Path = FONT) -> tuple[int, int, int, int]:
    """Give the box the word's ink fills: left, top, right, bottom."""
    face = ImageFont.truetype(str(font), word.size)
    left, top, right, bottom = face.getbbox(word.word, anchor="ls")
    return word.x + left, word.y + top, word.x + right, word.y + bottom


def apart(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_layout_cloud_places_every_word_inside_and_apart() -> None:
    words = layout_cloud(WEIGHTS, font=FONT)
    assert [word.word for word in words] == ["政府购买服务", "社区", "资金", "NGO", "志愿者", "<b>x</b>"]
    boxes = [ink(word) for word in words]
    assert all(left >= 0 and top >= 0 and right <= 960 and bottom <= 540 for left, top, right, bottom in boxes)
    assert all(apart(one, other) for one, other in combinations(boxes, 2))


def test_layout_cloud_sizes_follow_weights() -> None:
    sizes = {word.word: word.size for word in layout_cloud(WEIGHTS, font=FONT)}
    assert sizes["社区"] == sizes["资金"]
    assert list(sizes.values()) == sorted(sizes.values(), reverse=True)
    assert sizes["政府购买服务"] > sizes["社区"] > sizes["NGO"] > sizes["志愿者"] > sizes["<b>x</b>"]


def test_layout_cloud_repeats_exactly_and_leaves_its_input() -> None:
    given = dict(WEIGHTS)
    once = layout_cloud(given, font=FONT)
    assert layout_cloud(dict(reversed(WEIGHTS.items())), font=FONT) == once
    assert given == WEIGHTS


def test_layout_cloud_gives_plain_values() -> None:
    word = layout_cloud({"社区": 1}, font=FONT)[0]
    assert [type(value) for value in (word.word, word.size, word.x, word.y)] == [str, int, int, int]


def test_layout_cloud_of_nothing_is_empty() -> None:
    assert layout_cloud({}, font=FONT) == []
    assert layout_cloud({"社区": 0, " ": 3, "一\n行": 2}, font=FONT) == []


def test_layout_cloud_of_one_word() -> None:
    assert [word.word for word in layout_cloud({"社区": 1}, font=FONT)] == ["社区"]


def test_layout_cloud_gives_equal_weights_one_size() -> None:
    words = layout_cloud({f"词语{number:03}": 1 for number in range(200)}, font=FONT)
    assert [word.word for word in words] == [f"词语{number:03}" for number in range(60)]
    assert len({word.size for word in words}) == 1


@pytest.mark.parametrize("word", ["特别长的词" * 20, "a" * 300])
def test_layout_cloud_shrinks_a_long_word(word: str) -> None:
    placed = layout_cloud({word: 3, "短": 1}, font=FONT)
    assert [each.word for each in placed] == [word, "短"]
    assert ink(placed[0])[2] <= 960


def test_layout_cloud_without_room_is_empty() -> None:
    assert layout_cloud({"社区": 1}, font=FONT, width=2, height=2) == []
