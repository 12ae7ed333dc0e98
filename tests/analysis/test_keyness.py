"""What one side says more than the other, counted by hand."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from analysis.keyness import GROUPINGS, compare_terms, group_keys, log_likelihood, log_ratio
from analysis.workshop import Workshop


def test_log_likelihood_by_hand() -> None:
    # 8 times in 400: 2 expected in 100, 6 in 300
    by_hand = 2 * (6 * math.log(6 / 2) + 2 * math.log(2 / 6))
    assert log_likelihood(np.array([6]), np.array([2]), 100, 300).tolist() == pytest.approx([by_hand])
    # 0 of 4 says 0, and 4 are where 2 are expected
    assert log_likelihood(np.array([0]), np.array([4]), 50, 50).tolist() == pytest.approx([2 * 4 * math.log(2)])


def test_log_ratio_by_hand() -> None:
    assert log_ratio(np.array([8, 2]), np.array([1, 8]), 100, 100).tolist() == [3, -2]
    assert log_ratio(np.array([4]), np.array([0]), 100, 200).tolist() == [4]  # 4 ÷ 100 to 0.5 ÷ 200
    # never said where 0.2 would be its share: 0.1 ÷ 20 to 1 ÷ 80
    assert log_ratio(np.array([0]), np.array([1]), 20, 80).tolist() == pytest.approx([math.log2(0.4)])


def test_compare_terms_of_one_speaker(twelve: Workshop) -> None:
    sentences = twelve.tables["sentences"]
    before = sentences.copy()
    table = compare_terms(twelve, sentences, sentences["speaker_id"] == 1)  # 20 of 98 characters
    first = table.iloc[0]
    assert (first["term"], first["count"], first["rest_count"]) == ("场地", 2, 0)
    assert (first["per_1k_chars"], first["rest_per_1k_chars"]) == (100, 0)
    assert first["g2"] == pytest.approx(2 * 2 * math.log(98 / 20))
    assert (first["is_more"], first["is_small"]) == (True, True)
    school = table.set_index("term").loc["学校"]
    by_hand = 2 * (2 * math.log(2 * 98 / 60) + math.log(98 / (3 * 78)))
    assert (school["count"], school["rest_count"], school["g2"]) == (2, 1, pytest.approx(by_hand))
    assert school["log_ratio"] == pytest.approx(math.log2((2 / 20) / (1 / 78)))
    assert table["term"].tolist()[:3] == ["场地", "合作", "学校"]
    assert table["term"].tolist()[-1] == "志愿者"  # twice by the others
    assert (np.sign(table["log_ratio"]) == np.where(table["is_more"], 1, -1)).all()
    pd.testing.assert_frame_equal(sentences, before)


def test_compare_terms_counts_the_filtered_sentences_only(twelve: Workshop) -> None:
    sentences = twelve.tables["sentences"].iloc[[2, 4, 8, 10]]
    table = compare_terms(twelve, sentences, sentences["speaker_id"] == 1).set_index("term")
    assert table.loc["志愿者", ["count", "rest_count"]].tolist() == [0, 2]
    assert table.loc["场地", "per_1k_chars"] == pytest.approx(1000 * 2 / 18)
    assert "AI" not in table.index


@pytest.mark.parametrize("value", [True, False])
def test_compare_terms_without_a_rest_is_empty(twelve: Workshop, value: bool) -> None:
    sentences = twelve.tables["sentences"]
    assert compare_terms(twelve, sentences, pd.Series(value, index=sentences.index)).empty
    assert compare_terms(twelve, sentences.iloc[:0], pd.Series(value, index=sentences.index[:0])).empty


def test_group_keys_of_every_kind(twelve: Workshop) -> None:
    chapters = pd.DataFrame({"chapter_id": [0, 1], "first_turn_id": [0, 5], "last_turn_id": [4, 11], "title": ["", ""]})
    workshop = Workshop(twelve.tables | {"chapters": chapters}, twelve.about)
    some = twelve.tables["sentences"].iloc[[0, 2, 7, 8]]
    keys = {by: group_keys(workshop, some, by) for by in GROUPINGS}
    assert {by: series.tolist() for by, series in keys.items()} == {
        "speaker": ["0", "1", "0", "1"],
        "role": ["moderator", "participant", "moderator", "participant"],
        "region": ["", "四川", "", "四川"],
        "chapter": ["0", "0", "0", "1"],
    }
    assert [series.index.tolist() for series in keys.values()] == [[0, 2, 7, 8]] * 4
