"""Intervals that hold what was measured, parts that can be counted by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.evenness import MEASURES, balance_intervals, measures, part_of, shares_along, turn_lengths
from analysis.speakers import balance


def turns(*pairs):
    return pd.DataFrame(pairs, columns=["speaker_id", "chars"]).assign(turn_id=range(len(pairs)))


@pytest.mark.parametrize("chars", [[10, 10, 10, 10], [42, 24, 20, 12], [1, 99]])
def test_measures_are_those_of_balance(chars):
    found = measures(np.array([chars]))
    one = balance(chars)
    assert [found[name][0] for name in MEASURES] == pytest.approx([getattr(one, name) for name in MEASURES])


def test_interval_of_two_equal_turns():
    # half of the draws take both turns, half take one twice: the share of the most talkative is 0.5 or 1, its
    # standard deviation 0.25; that of Gini (0 or 0.5) is 0.25, that of the entropy (1 or 0) 0.5
    found = balance_intervals(turns((0, 5), (1, 5)))
    assert found["top1"] == pytest.approx((0.5, 0.99), abs=0.002)
    assert found["top3"] == (1.0, 1.0)
    assert found["gini"] == pytest.approx((0.0, 0.49), abs=0.002)
    assert found["entropy"] == pytest.approx((0.02, 1.0), abs=0.002)


def test_interval_holds_what_was_measured_though_draws_leave_speakers_out():
    talk = turns(*[(speaker, 8 + 10 * (speaker % 4)) for speaker in range(40)] * 2)
    one = balance(talk.groupby("speaker_id")["chars"].sum().tolist())
    for name, (low, high) in balance_intervals(talk).items():
        assert low < getattr(one, name) < high


def test_interval_holds_what_was_measured():
    dice = np.random.default_rng(3)
    for _ in range(20):
        talk = turns(*zip(dice.integers(0, 6, 40).tolist(), dice.integers(1, 300, 40).tolist(), strict=True))
        one = balance(talk.groupby("speaker_id")["chars"].sum().tolist())
        for name, (low, high) in balance_intervals(talk).items():
            assert low <= getattr(one, name) <= high


def test_interval_narrows_with_more_turns():
    few, many = (balance_intervals(turns(*[(n % 3, 50 + 9 * (n % 7)) for n in range(size)])) for size in (12, 400))
    assert many["gini"][1] - many["gini"][0] < (few["gini"][1] - few["gini"][0]) / 2


def test_interval_repeats_and_needs_two_speakers():
    talk = turns((0, 5), (1, 9), (0, 2))
    assert balance_intervals(talk) == balance_intervals(talk)
    assert (balance_intervals(turns((0, 5), (0, 7))), balance_intervals(turns())) == ({}, {})


def test_turn_lengths_of_twelve(twelve):
    found = turn_lengths(twelve.tables["sentences"])
    assert found["chars"].tolist() == [9, 6, 4, 10, 11, 12, 7, 9, 12, 2, 7, 9]
    assert found["speaker_id"].tolist() == [0, 1, 0, 2, 0, 1, 2, 0, 3, 1, 2, 0]


def test_shares_along_twelve(twelve):
    sentences = twelve.tables["sentences"]
    # 98 characters: the parts begin at 0, 24.5, 49 and 73.5
    table = shares_along(twelve, sentences)
    counted = list(table[["part", "speaker_id", "chars"]].itertuples(index=False, name=None))
    assert counted == [
        *[(0, 0, 13), (0, 1, 6), (0, 2, 10)],
        *[(1, 0, 11), (1, 1, 12)],
        *[(2, 0, 9), (2, 2, 7), (2, 3, 12)],
        *[(3, 0, 9), (3, 1, 2), (3, 2, 7)],
    ]
    assert table["char_share"].tolist()[:2] == pytest.approx([13 / 29, 6 / 29])
    assert part_of(twelve).tolist() == [0] * 6 + [1] * 3 + [2] * 3 + [3] * 4
    one = shares_along(twelve, sentences[sentences["speaker_id"] == 1])
    assert (one["part"].tolist(), one["char_share"].tolist()) == ([0, 1, 3], [1.0, 1.0, 1.0])
    assert len(shares_along(twelve, sentences.iloc[:0])) == 0
