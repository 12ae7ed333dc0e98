"""Summaries are good to read: whole words of one sentence, from where a thought begins to where a clause ends."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.ledger.lexicon import lists
from analysis.ledger.model import load_model
from analysis.ledger.quotes import summarise
from analysis.ledger.stretches import SHORT, said_in, stretches_of
from analysis.ledger.talk import KINDS
from analysis.words import cut, numbered

ENDS = "，。！？；"
WORDS = (
    "资金",
    "我们",
    "没有",
    "要",
    "建立",
    "就是",
    "的",
    "《",
    "》",
    "然后",
    "我觉得",
    "机制",
    "AI",
    "了",
    "，",
    "、",
    "：",
)
sentences = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(lambda w: [*w, "。"]), min_size=1, max_size=4
)


def talk_of(*words):
    n = len(words)
    return SimpleNamespace(words=numbered(list(words)), texts=["".join(w) for w in words], turn=np.zeros(n, dtype=int))


def summaries(kind, items, talk):
    said = said_in(items, talk, load_model().book.look_up(talk.words.names))
    return summarise(kind, said, np.zeros(len(talk.texts)), load_model())


def summary(*texts, kind="advice"):
    talk = talk_of(*(cut(text) for text in texts))
    (found,) = summaries(kind, [list(range(len(texts)))], talk)
    return found


@settings(max_examples=80, deadline=None)
@given(said=sentences, kind=st.sampled_from(KINDS))
def test_summary_is_whole_words_of_one_sentence(said, kind):
    talk = talk_of(*said)
    items = [[i] for i in range(len(said))]
    found = summaries(kind, items, talk)
    for words, text in zip(said, found, strict=True):
        assert 1 <= len(text) <= SHORT
        edges = [sum(map(len, words[:at])) for at in range(len(words) + 1)]
        whole = "".join(words)
        assert any(whole[a:].startswith(text) and a + len(text) in edges for a in edges)


@settings(max_examples=80, deadline=None)
@given(said=sentences)
def test_stretches_end_where_a_clause_does(said):
    talk, known = talk_of(*said), lists()
    spoken = said_in([[i] for i in range(len(said))], talk, load_model().book.look_up(talk.words.names))
    found = stretches_of(spoken)
    assert set(found.item.tolist()) <= set(range(len(said)))
    for a, b, follows in zip(found.start.tolist(), found.end.tolist(), found.follows.tolist(), strict=True):
        if follows:  # else the item has no clause that is short enough
            assert spoken.words[a] not in known.openers
            assert spoken.words[b - 1] not in known.closers
            rest = spoken.words[b : spoken.last[spoken.sentence[a]]]
            beyond = next((w for w in rest if w not in known.closers and w not in "《"), "。")
            assert beyond in ENDS or beyond in known.joints or any(w in ENDS or w in known.joints for w in rest[:20])


@pytest.mark.parametrize(
    "said",
    [
        "然后就是我觉得我们应该和基金会建立好关系，这个。",
        "所以说，大家一定要先把自己的专业做好的话，对吧。",
        "但是现在最大的问题是资金不足。",
    ],
)
def test_summary_neither_begins_nor_ends_with_filler(said):
    words = cut(summary(said))
    assert words[0] not in lists().openers
    assert words[-1] not in lists().closers


def test_summary_keeps_the_negation_of_its_clause():
    assert "没有" in summary("我们没有真正去建立一个长期合作的机制。", kind="challenges")


def test_summary_of_a_sentence_without_clauses_is_cut_between_words():
    words = ["资金"] * 60
    talk = talk_of(words)
    assert summaries("advice", [[0]], talk) == ["资金" * 20]


def test_summary_of_marks_alone_is_not_empty():
    assert summaries("advice", [[0]], talk_of(["……", "。"])) == ["……。"]


def test_no_items_give_no_summaries():
    assert summaries("advice", [], talk_of()) == []
