"""The ledger on small workshops: what it finds, and that every row is made of the speakers' own words."""

import numpy as np
import pandas as pd
import pytest

from analysis.build import prepare
from analysis.ledger import build_ledger
from analysis.tables import TABLES, to_arrow
from analysis.transcript import Transcript, Turn

SAID = (
    ("主持人", "欢迎各位。谁先来谈一谈？"),
    (
        "甲",
        "我们机构做社区服务。但是现在最大的问题是资金不足，很难留住专业人才，不知道怎么办。我们在南宁，是2012年登记的。",
    ),
    ("乙", "我建议大家平时一定要和基金会建立好关系，不要有了项目才去找人家。谢谢。"),
    ("甲", "我们还面临一个瓶颈，政府的政策不明确，没有办法推广。"),
    ("丙", "我觉得应该加强和政府的沟通，必须先把自己的专业做好。今天天气很好。"),
)


def made(said):
    turns = [Turn(who, text, 2 * at + 1, (2 * at + 2,)) for at, (who, text) in enumerate(said)]
    return prepare(Transcript("made", "utf-8", tuple(turns)))


def ledger_of(prepared):
    return build_ledger(prepared.sentences, prepared.speakers, prepared.words)


@pytest.fixture(scope="module")
def prepared():
    return made(SAID)


@pytest.fixture(scope="module")
def ledger(prepared):
    return ledger_of(prepared)


def test_build_ledger_finds_the_plain_ones(ledger):
    assert [ids[0] for ids in ledger.challenges["sentence_ids"]] == [3, 7]
    assert [ids[0] for ids in ledger.advice["sentence_ids"]] == [5, 8]


@pytest.mark.parametrize("said", [(), (("甲", "好。"),), (("甲", "今天天气很好。"), ("乙", "谢谢大家。"))])
def test_build_ledger_without_anything_to_find(said):
    prepared = made(said)
    found = ledger_of(prepared)
    assert found.challenge_score.shape == found.advice_score.shape == (len(prepared.sentences),)
    assert [len(table) for table in (found.challenges, found.advice, found.links)] == [0, 0, 0]
    for name in ("challenges", "advice", "links"):
        assert list(getattr(found, name).columns) == [column.name for column in TABLES[name]]


def test_build_ledger_keeps_its_contract(ledger, prepared):
    for name in ("challenges", "advice", "links"):
        to_arrow(name, getattr(ledger, name))
    assert ledger.challenges["challenge_id"].tolist() == [f"C{n + 1}" for n in range(len(ledger.challenges))]
    assert ledger.advice["advice_id"].tolist() == [f"A{n + 1}" for n in range(len(ledger.advice))]
    turn, speaker = prepared.sentences["turn_id"].tolist(), prepared.sentences["speaker_id"].tolist()
    for table in (ledger.challenges, ledger.advice):
        for row in table.itertuples():
            assert {turn[i] for i in row.sentence_ids} == {row.turn_id}
            assert {speaker[i] for i in row.sentence_ids} == {row.speaker_id}
            assert 0 < row.confidence < 1
    for scores in (ledger.challenge_score, ledger.advice_score):
        assert np.all((scores > 0) & (scores < 1))


def test_summaries_and_cues_are_words_of_the_speaker(ledger, prepared):
    texts, words = prepared.sentences["text"].tolist(), prepared.words.sentences
    for table in (ledger.challenges, ledger.advice):
        for row in table.itertuples():
            assert 1 <= len(row.summary) <= 40
            assert any(row.summary in texts[i] for i in row.sentence_ids)
            edges = {sum(map(len, words[i][:at])) for i in row.sentence_ids for at in range(len(words[i]) + 1)}
            starts = {texts[i].find(row.summary) for i in row.sentence_ids if row.summary in texts[i]}
            assert any(start in edges and start + len(row.summary) in edges for start in starts)
            assert 1 <= len(row.cues) <= 5
            assert all(any(cue in texts[i] for i in row.sentence_ids) for cue in row.cues)


def test_status_is_answered_exactly_with_a_first_rank(ledger):
    answered = set(ledger.links["challenge_id"][ledger.links["rank"] == 1])
    for row in ledger.challenges.itertuples():
        assert (row.status == "answered") == (row.challenge_id in answered)
    offered = ledger.links[ledger.links["rank"] > 1]
    assert set(offered["rank"]) <= {2, 3}
    assert not offered.duplicated(["challenge_id", "rank"]).any()
    assert not ledger.links.duplicated(["challenge_id", "advice_id"]).any()


def test_build_ledger_twice_gives_the_same(ledger, prepared):
    again = ledger_of(prepared)
    for name in ("challenges", "advice", "links"):
        pd.testing.assert_frame_equal(getattr(ledger, name), getattr(again, name))
    assert ledger.challenge_score.tobytes() == again.challenge_score.tobytes()


def test_build_ledger_leaves_its_input_alone(prepared):
    before = prepared.sentences.copy(deep=True)
    ledger_of(prepared)
    pd.testing.assert_frame_equal(prepared.sentences, before)
