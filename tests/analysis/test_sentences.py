"""Sentences: joined they are the text, and each knows its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    ],
)
def test_is_question(sentence, asks):
    assert is_question(sentence) is asks


def test_sentence_lines_follow_the_paragraphs():
    turn = Turn("甲", "一。二。\n三。", line=4, lines=(5, 7))
    assert sentence_lines(turn, split_sentences(turn.text)) == [5, 5, 7]


def test_sentence_lines_fall_back_to_the_header():
    turn = Turn("甲", "一。", line=4, lines=())
    assert sentence_lines(turn, ["一。"]) == [4]
