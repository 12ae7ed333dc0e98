"""What items are about: their words, the words around them, and what the encoder says."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.encoder.readings import WIDTHS, readings_of, unread
from analysis.ledger.categories import NEAR, category_table, heard_categories, item_categories, word_bags
from analysis.ledger.items import surroundings
from analysis.ledger.layers import WordTable
from analysis.ledger.model import load_model
from analysis.ledger.talk import Talk
from analysis.tables import CATEGORIES
from analysis.words import cut, numbered

POLICY, TECHNOLOGY = CATEGORIES.index("policy"), CATEGORIES.index("technology")


def talk_of(*words, turn=None, heard=None):
    n = len(words)
    none, flags = np.zeros(n, dtype=np.int64), np.zeros(n, dtype=bool)
    texts = ["".join(w) for w in words]
    turns = none if turn is None else np.array(turn)
    columns = np.zeros((n, sum(WIDTHS.values())))
    if heard is not None:
        columns[:, 2 : 2 + len(CATEGORIES)] = heard
    return Talk(turns, none, flags, flags, np.ones(n), texts, texts, numbered(list(words)), readings_of(columns))


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("政府的政策不明确，监管部门的法规也不完善。", "policy"),
        ("人工智能的算法和数据技术还不成熟。", "technology"),
        ("学校要培养学生的能力，加强教师培训。", "capability"),
    ],
)
def test_category_of_plain_items(said, category):
    assert item_categories([[0]], talk_of(cut(said)), load_model().category) == [CATEGORIES.index(category)]


def test_category_of_no_items():
    assert item_categories([], talk_of(["好", "。"]), load_model().category) == []
    assert item_categories([], talk_of(), load_model().category) == []


def test_category_without_a_known_word_is_what_the_encoder_says():
    heard = np.full((1, len(CATEGORIES)), -9.0)
    heard[0, TECHNOLOGY] = 9.0
    assert item_categories([[0]], talk_of(["嘟嘟", "。"], heard=heard), load_model().category) == [TECHNOLOGY]


def test_the_encoder_counts_for_something():
    assert load_model().category.heard > 0


def test_surroundings_end_with_the_turn():
    turn = np.array([0, 0, 0, 1, 1, 1, 1, 1, 2])
    assert surroundings([[2], [3], [7]], turn) == [range(3), range(3, 6), range(5, 8)]


def test_surroundings_of_an_item_that_goes_on_in_the_next_turn():
    assert surroundings([[1, 3]], np.array([0, 0, 1, 2, 3])) == [range(4)]


def test_category_table_counts_the_item_and_what_is_around_it():
    talk = talk_of(["政策"], ["AI", "政策"], ["算法"], turn=[0, 0, 1])
    row = category_table([[1]], [range(2)], talk)[0]
    own, around = row[: len(CATEGORIES)], row[len(CATEGORIES) :]
    assert own[POLICY] == own[TECHNOLOGY] == np.log(2)
    assert (around[POLICY], around[TECHNOLOGY]) == (2 / 4, 1 / 4)
    assert own.sum() == 2 * np.log(2)


def test_category_table_shares_a_word_of_two_categories():
    numbers = [CATEGORIES.index(name) for name in ("collaboration", "awareness")]
    row = category_table([[0]], [range(1)], talk_of(["信任"]))[0]
    assert row[numbers].tolist() == [np.log1p(0.5)] * 2


def test_word_bags_weigh_own_words_rare_words_and_nothing_else():
    words = WordTable({"甲": 0, "乙": 1}, np.array([[3.0], [4.0], [0.0]]))
    talk = talk_of(["甲", "甲", "丙"], ["乙"], ["丁"])
    bags = word_bags([[0], [2]], [range(2), range(2, 3)], talk, words).toarray()
    expected = np.array([3.0, 4.0 * NEAR, 0.0])
    assert bags[0] == pytest.approx(expected / np.linalg.norm(expected))
    assert bags[1].tolist() == [0.0, 0.0, 0.0]


def test_heard_categories_are_averages():
    heard = np.arange(3 * len(CATEGORIES), dtype=float).reshape(3, -1)
    found = heard_categories([[0, 2], [1]], talk_of(["甲"], ["乙"], ["丙"], heard=heard))
    assert found == pytest.approx(heard[[1, 1]])


def test_unread_says_nothing():
    nothing = unread(2)
    assert {name: getattr(nothing, name).shape for name in WIDTHS} == {name: (2, w) for name, w in WIDTHS.items()}
    assert not any(getattr(nothing, name).any() for name in WIDTHS)


def test_item_categories_leave_the_talk_alone():
    talk = talk_of(cut("政府的政策不明确。"), heard=np.zeros((1, len(CATEGORIES))))
    before = replace(talk, readings=replace(talk.readings, categories=talk.readings.categories.copy()))
    item_categories([[0]], talk, load_model().category)
    assert np.array_equal(before.readings.categories, talk.readings.categories)
