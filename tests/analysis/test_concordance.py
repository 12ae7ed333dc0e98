"""A word in its context, found by hand in the twelve turns."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.concordance import concordance, sort_lines
from analysis.workshop import Workshop

PARTS = ["left", "match", "right"]


def said(*texts: str) -> pd.DataFrame:
    """Make sentences of texts, each its own turn."""
    places = range(len(texts))
    return pd.DataFrame(
        {"sentence_id": places, "turn_id": places, "speaker_id": 0, "line": places, "text": texts}
    ).astype({"text": str})


def parts(table: pd.DataFrame) -> list[list[str]]:
    return table[PARTS].to_numpy().tolist()


def test_every_place_of_a_word(twelve: Workshop) -> None:
    found = concordance(twelve.tables["sentences"], "学校")
    assert parts(found) == [
        ["可以和", "学校", "合作,学校有场地。"],
        ["可以和学校合作,", "学校", "有场地。"],
        ["好,我去联系", "学校", "。"],
    ]
    assert found[["sentence_id", "turn_id", "speaker_id", "line"]].to_numpy().tolist() == [
        [8, 5, 1, 12],
        [8, 5, 1, 12],
        [9, 6, 2, 14],
    ]


def test_either_case_and_width_as_written() -> None:
    assert parts(concordance(said("我们是ＮＧＯ，ngo。\n"), "Ngo")) == [
        ["我们是", "ＮＧＯ", "，ngo。"],
        ["我们是ＮＧＯ，", "ngo", "。"],
    ]


def test_context_is_cut_by_room_and_says_so() -> None:
    assert parts(concordance(said("一二三四五学校六七八九十"), "学校", context=2)) == [["…四五", "学校", "六七…"]]
    assert parts(concordance(said("abcdefgh学校ij kl mn"), "学校", context=2)) == [["…efgh", "学校", "ij k…"]]
    assert parts(concordance(said("一 学校\n二"), "学校", context=2)) == [["一 ", "学校", " 二"]]


@pytest.mark.parametrize("text", ["", "  ", "不存在", ".*", "(", "\\"])
def test_what_is_not_said_is_not_found(twelve: Workshop, text: str) -> None:
    found = concordance(twelve.tables["sentences"], text)
    assert (len(found), list(found.columns)[-3:]) == (0, PARTS)
    assert [len(sort_lines(found, by=by)) for by in ("place", "left", "right")] == [0, 0, 0]


def test_lines_sort_by_the_words_beside_the_match() -> None:
    found = concordance(said("和政府合作", "政府购买", "靠政府，购买", "给政府购物", "和政府"), "政府")
    assert sort_lines(found, by="place")["sentence_id"].tolist() == [0, 1, 2, 3, 4]
    # three are followed by 购, one by 合, one by nothing; 买 comes before 物
    assert sort_lines(found, by="right")["sentence_id"].tolist() == [1, 2, 3, 0, 4]
    # two follow 和, and 给 and 靠 one each; one follows nothing
    assert sort_lines(found, by="left")["sentence_id"].tolist() == [0, 4, 3, 2, 1]


def test_left_is_compared_from_the_match_outwards() -> None:
    found = concordance(said("甲乙政府", "丙丁政府", "乙丁政府"), "政府")
    assert sort_lines(found, by="left")["left"].tolist() == ["丙丁", "乙丁", "甲乙"]


def test_sentences_are_left_alone(twelve: Workshop) -> None:
    sentences = twelve.tables["sentences"]
    before = sentences.copy()
    sort_lines(concordance(sentences, "学校"), by="right")
    pd.testing.assert_frame_equal(sentences, before)
