"""Who spoke how much: counted by hand on the twelve turns."""

import pandas as pd
import pytest

from analysis.speakers import Balance, balance, exchanges, find_moderator
from analysis.tables import make_table


def test_speaker_table_counts_the_twelve_turns(twelve):
    columns = ["name", "role", "turns", "chars", "questions", "longest_turn_chars", "is_organisation"]
    assert twelve.tables["speakers"][columns].values.tolist() == [
        ["林岚", "moderator", 5, 42, 3, 11, False],
        ["周敏", "participant", 3, 20, 0, 12, False],
        ["吴强", "participant", 3, 24, 1, 10, False],
        ["东湖读书会", "participant", 1, 12, 0, 12, True],
    ]


def test_speaker_table_reads_affiliations(twelve):
    columns = ["affiliation", "organisation", "region", "city"]
    table = twelve.tables["speakers"][columns].astype(object)
    assert table.where(table.notna(), None).values.tolist() == [
        ["青山社区服务中心", "青山社区服务中心", None, None],
        ["四川成都", None, "四川", "成都"],
        ["清河街道居委会主任", "清河街道居委会", None, None],
        [None, "东湖读书会", None, None],
    ]


def test_speaker_table_shares_and_estimated_durations(twelve):
    speakers = twelve.tables["speakers"]
    assert speakers["char_share"].tolist() == [42 / 98, 20 / 98, 24 / 98, 12 / 98]
    assert speakers["duration_s"].tolist() == [n * 60 / 268 for n in (42, 20, 24, 12)]
    assert speakers["duration_estimated"].tolist() == [True] * 4


def test_find_moderator_tells_why(twelve):
    assert twelve.tables["speakers"]["role_reason"].tolist() == ["opens=1;turns=5;questions=3;calls=3", "", "", ""]


def test_find_moderator_lists_only_what_scored():
    """The one called 主持人 opens and asks most; the other one takes most turns and nobody hands the word on."""
    turns = pd.DataFrame({"speaker_id": [0, 1, 0, 1, 1], "text": ["开会。几点了?", "三点。", "好。", "嗯。", "是。"]})
    sentences = pd.DataFrame({"speaker_id": [0, 0, 1, 0, 1, 1], "is_question": [False, True, *[False] * 4]})
    assert find_moderator(["主持人", "乙"], turns, sentences) == (0, "opens=1;questions=1;label=1")


def test_find_moderator_finds_nobody_among_equals():
    turns = pd.DataFrame({"speaker_id": [0, 1, 0, 1], "text": ["我先说。", "好。", "嗯。", "是。"]})
    sentences = pd.DataFrame({"speaker_id": [0, 1, 0, 1], "is_question": [False] * 4})
    assert find_moderator(["甲", "乙"], turns, sentences) == (None, "")


def test_find_moderator_needs_two_people():
    turns = pd.DataFrame({"speaker_id": [0], "text": ["谁先说?"]})
    sentences = pd.DataFrame({"speaker_id": [0], "is_question": [True]})
    assert find_moderator(["主持人"], turns, sentences) == (None, "")


@pytest.mark.parametrize(
    ("chars", "measured"),
    [
        ([], None),
        ([5], None),
        ([5, 0], None),
        ([10, 10], Balance(2, 0.5, 1.0, 0.0, 1.0)),
    ],
)
def test_balance(chars, measured):
    assert balance(chars) == measured


def test_balance_of_one_who_says_nearly_all():
    measured = balance([97, 1, 1, 1])
    # |xi-xj| summed over ordered pairs: 2 * 3 * 96 = 576; 576 / (2 * 16 * 25) = 0.72
    assert measured.gini == pytest.approx(0.72)
    assert (measured.top1, measured.top3) == (0.97, 0.99)
    assert measured.entropy == pytest.approx(0.12097, abs=1e-4)


def test_exchanges_count_who_spoke_after_whom(twelve):
    table = exchanges(twelve.tables["turns"], *(make_table(name, []) for name in ("challenges", "advice", "links")))
    assert table.values.tolist() == [
        [0, 1, "reply", 1],
        [0, 2, "reply", 3],
        [1, 0, "reply", 2],
        [1, 3, "reply", 1],
        [2, 0, "reply", 1],
        [2, 1, "reply", 2],
        [3, 0, "reply", 1],
    ]
