"""Sentences: joined they are the text, and each knows its line."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import paths
from analysis.people import merge_turns
from analysis.readers import read
from analysis.sentences import MAX_CHARS, is_question, sentence_lines, split_sentences
from analysis.transcript import Turn


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("好", ["好"]),
        ("好。行！", ["好。", "行！"]),
        ("他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]),
        ("等等……再说?!好", ["等等……", "再说?!", "好"]),
        ("一行\n二行\n", ["一行\n", "二行\n"]),
        ("一。\n\n二。", ["一。\n\n", "二。"]),
        ("。。。", ["。。。"]),
    ],
)
def test_split_sentences(text, sentences):
    assert split_sentences(text) == sentences


def test_split_sentences_cuts_an_endless_sentence_at_commas():
    text = "我们要想一想," * 200
    pieces = split_sentences(text)
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= MAX_CHARS
    assert all(piece.endswith(",") for piece in pieces)


def test_split_sentences_cuts_unpunctuated_speech_where_sentences_begin():
    said = [
        "今天我们请大家来谈一谈社区里的困难",
        "所以我先说一下我们那边的情况",
        "我们那边没有场地志愿者也很少",
        "但是大家都很愿意做下去",
    ] * 2
    pieces = split_sentences("".join(said))
    assert len(pieces) > 2
    assert set(accumulate(map(len, pieces))) <= set(accumulate(map(len, said)))


@given(
    st.lists(st.sampled_from(["我们", "所以", "吗", " ", "志愿者", "a" * 70, "b" * 15, "好" * 30, "上海"]), max_size=60)
)
def test_split_sentences_cuts_unpunctuated_speech_short(parts):
    text = "".join(parts)
    pieces = split_sentences(text)
    assert "".join(pieces) == text
    assert len(text) <= 60 or max(map(len, pieces)) <= 80


@given(st.text(alphabet="好行。！？?,，\n 　“”…1a", max_size=200))
def test_split_sentences_loses_nothing(text):
    assert "".join(split_sentences(text)) == text


@given(st.text(alphabet="好。\n ", min_size=1, max_size=60).filter(str.strip))
def test_split_sentences_gives_no_empty_sentence(text):
    assert all(piece.strip() for piece in split_sentences(text))


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("谁先说?", True),
        ("你们同意吗。", True),
        ("我们怎么去解决。", True),
        ("有谁愿意先做一个分享。", True),
        ("想听听在座的各位,你们怎么去解决的。", True),
        ("怎么做我们已经知道了,今天就这样。", False),
        ("我们做了四年。", False),
        ("在座的朋友们谁愿意先来谈一谈。", True),
        ("哪位先说。", True),
        ("我们能不能换个办法。", True),
        ("你们有没有这样的经验。", True),
        ("不知道大家有没有这样的经验。", True),
        ("请问各位有没有经验。", True),
        ("大家怎么去解决的。", True),
        ("你怎么看。", True),
        ("您为什么不做。", True),
        ("你们一年要花多少钱。", True),
        ("那怎么办呢。", True),
        ("好么。", True),
        ("这个问题能不能有个回应,因为你们是前辈。", True),
        ("我没什么。", False),
        ("就是这么。", False),
        ("我们要研究如何做好服务。", False),
        ("其实也没有多少。", False),
        ("我们自身存在一些什么样的问题。", False),
        ("或者是也是之前怎么走过来的。", False),
        ("要看有没有资源。", False),
        ("我不知道有没有用。", False),
        ("怎么都行。", False),
        ("我不怎么去。", False),
        ("我知道大家怎么想的。", False),
        ("为什么说我们要来。", False),
        ("还早着呢。", False),
    ],
)
def test_is_question(sentence, asks):
    assert is_question(sentence) is asks


def test_is_question_in_the_real_workshop():
    """All eighty sentences read by hand; without a question mark ask 8, 67 (怎么平衡它) and 69 (能不能有个回应)."""
    turns = merge_turns(read(paths.DATA / "transcripts" / "transcript.txt").turns, {})
    sentences = [sentence for turn in turns for sentence in split_sentences(turn.text)]
    assert len(sentences) == 80
    assert [number for number, sentence in enumerate(sentences) if is_question(sentence)] == [5, 8, 15, 67, 69]


def test_sentence_lines_follow_the_paragraphs():
    turn = Turn("甲", "一。二。\n三。", line=4, lines=(5, 7))
    assert sentence_lines(turn, split_sentences(turn.text)) == [5, 5, 7]


def test_sentence_lines_fall_back_to_the_header():
    turn = Turn("甲", "一。", line=4, lines=())
    assert sentence_lines(turn, ["一。"]) == [4]
