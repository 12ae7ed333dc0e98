"""From scores to items: which sentences are joined, and what is noted of them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.encoder.readings import unread
from analysis.ledger.items import Grouping, group, item_table
from analysis.ledger.talk import Talk
from analysis.words import numbered

FLAT = np.zeros(4, dtype=np.int64)


def talk_of(texts, turn):
    n = len(texts)
    none = np.zeros(n, dtype=bool)
    asks = np.array([text.endswith("？") for text in texts], dtype=bool)
    chars = np.array([float(len(text)) for text in texts])
    turns, speakers = np.array(turn, dtype=np.int64), np.zeros(n, dtype=np.int64)
    return Talk(turns, speakers, none, asks, chars, texts, texts, numbered([[]] * n), unread(n))


def test_group_keeps_turns_and_gaps_apart():
    chance = np.array([0.9, 0.1, 0.9, 0.9, 0.1, 0.1, 0.9])
    turn = np.array([0, 0, 0, 1, 1, 1, 1])
    assert group(chance, turn, Grouping(0.5, 5, 0)) == [[0], [2], [3], [6]]
    assert group(chance, turn, Grouping(0.5, 5, 1)) == [[0, 2], [3], [6]]


def test_group_cuts_what_is_long():
    assert group(np.full(4, 0.9), FLAT, Grouping(0.2, 3, 0)) == [[0, 1, 2], [3]]


@given(
    st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=40),
    st.integers(1, 5),
    st.integers(0, 2),
)
def test_group_takes_each_sentence_once(said, longest, gap):
    chance = np.array([p for p, _ in said])
    turn = np.cumsum([begins for _, begins in said], dtype=np.int64)
    items = group(chance, turn, Grouping(0.2, longest, gap))
    assert [i for ids in items for i in ids] == np.flatnonzero(chance >= 0.2).tolist()
    for ids in items:
        assert len({int(turn[i]) for i in ids}) == 1
        assert len(ids) <= longest
        assert max(np.diff(ids), default=1) <= gap + 1


def test_item_table_by_hand():
    talk = talk_of(["怎么办？", "很难。", "好。", "好。"], [0, 0, 1, 1])
    logits = {"challenges": np.array([0.0, 2.0, -1.0, 1.0]), "advice": np.array([-3.0, -2.0, -1.0, 0.0])}
    table = item_table([[0, 1], [3]], logits, talk, "challenges")
    assert table[:, :3].tolist() == [[2.0, 1.0, 0.0], [1.0, 1.0, 1.0]]
    np.testing.assert_allclose(table[:, 3], [np.log(2), 0.0])
    np.testing.assert_allclose(table[:, 5:7], [[0.0, 0.0], [1 / (1 + np.e), 0.0]])
    assert table[:, 8].tolist() == [-2.0, 0.0]
    assert table[:, 9].tolist() == [0.5, 0.0]
    assert table[:, 13].tolist() == [0.0, 0.75]


def test_item_table_of_nothing():
    empty = {"challenges": np.zeros(0), "advice": np.zeros(0)}
    assert item_table([], empty, talk_of([], []), "advice").shape == (0, 16)
