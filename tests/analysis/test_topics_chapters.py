"""Topics and chapters: deterministic, labelled from their own terms, honest about short talks."""

import numpy as np
import pandas as pd
import pytest

from analysis.chapters import chapter_table, chapter_titles, divide, turn_signs
from analysis.tables import make_table
from analysis.terms import Found, find_terms
from analysis.terms.phrases import chain_of
from analysis.topics import topic_tables
from analysis.words import numbered


def term_row(term, count, sentences, worth, kind="term"):
    return (term, count, sentences, 1, worth, worth, kind)


def two_subjects(sentences_each=20):
    """A talk whose first half is about one group of terms and whose second half is about another."""
    halves = [("学校", "场地", "老师", "教室"), ("资金", "基金", "捐款", "预算")]
    said = [half for half in halves for _ in range(sentences_each)]
    found = [(half[i % 4], half[(i + 1) % 4]) for i, half in enumerate(said)]
    rows = [(i, i // 5, (i // 5) % 2, "。", i + 1, 40, False, False, False, 0.0, 0.0) for i in range(len(said))]
    sentences = make_table("sentences", rows)
    names = [term for half in halves for term in half]
    places = [(t, s, 1) for t in names for s, terms in enumerate(found) if t in terms]
    counts = pd.Series([t for t, _, _ in places]).value_counts()
    terms = make_table("terms", [term_row(t, int(counts[t]), int(counts[t]), 100.0 - i) for i, t in enumerate(names)])
    turns = make_table("turns", [(i, i % 2, "。", None, None, i + 1, 400) for i in range(len(said) // 5)])
    numbers = np.array([names.index(term) for said in found for term in said])
    kinds, chain = ["term"] * len(names), chain_of(numbered([]))
    said = Found(names, names, kinds, numbers, np.repeat(np.arange(len(found)), 2), [], chain)
    return terms, make_table("term_sentences", places), sentences, turns, said


def test_topic_tables_do_not_mix_subjects_that_share_no_sentence():
    terms, places, sentences, _, _ = two_subjects()
    topics, _ = topic_tables(terms, places, sentences)
    first = {"学校", "场地", "老师", "教室"}
    assert all(set(group) <= first or set(group).isdisjoint(first) for group in topics["terms"])
    assert all(
        set(label.split("·")) <= set(group) for label, group in zip(topics["label"], topics["terms"], strict=True)
    )


def test_topic_tables_count_sentences_and_characters():
    terms, places, sentences, _, _ = two_subjects()
    topics, shares = topic_tables(terms, places, sentences)
    for row in topics.itertuples():
        inside = set(places["sentence_id"][places["term"].isin(row.terms)])
        assert (row.sentences, row.chars) == (len(inside), 40 * len(inside))
    assert shares.groupby("sentence_id")["weight"].sum().round(9).eq(1).all()


def test_topic_tables_give_none_for_a_short_talk():
    terms, places, sentences, _, _ = two_subjects(sentences_each=10)
    topics, shares = topic_tables(terms, places, sentences)
    assert (len(topics), len(shares)) == (0, 0)


@pytest.mark.parametrize("number", [6, 7, 8, 9])
def test_topic_tables_of_a_talk_with_few_terms(number):
    """The first terms stand two and two in the same sentences, the others alone: five topics, none too weak."""
    names = [f"词{i}" for i in range(number)]
    paired = 2 * (number - 5)
    homes = [i // 2 if i < paired else i - paired // 2 for i in range(number)]
    terms = make_table("terms", [term_row(name, 2, 2, 10.0 - i) for i, name in enumerate(names)])
    found = [(name, 8 * home + 4 * j, 1) for name, home in zip(names, homes, strict=True) for j in (0, 1)]
    rows = [(i, i, 0, "。", i + 1, 10, False, False, False, 0.0, 0.0) for i in range(44)]
    topics, _ = topic_tables(terms, make_table("term_sentences", found), make_table("sentences", rows))
    expected = [[name for name, home in zip(names, homes, strict=True) if home == each] for each in range(5)]
    assert sorted(topics["terms"].tolist()) == expected


def test_topic_tables_make_few_topics_of_a_talk_that_is_hardly_long_enough():
    terms, places, sentences, _, _ = two_subjects(sentences_each=15)
    assert len(topic_tables(terms, places, sentences)[0]) == 4  # ¾√30


def test_topic_tables_order_terms_by_what_they_tell_and_how_well_they_belong(real):
    scores = real.tables["terms"].set_index("term")["worth"]
    for row in real.tables["topics"].itertuples():
        assert set(row.label.split("·")) <= set(row.terms)
        assert scores[row.terms[0]] >= scores[list(row.terms)].median()


def test_the_real_workshop_has_five_to_twelve_topics(real):
    assert len(real.tables["topics"]) == 7


def test_chapter_table_cuts_where_the_subject_turns():
    terms, places, sentences, turns, found = two_subjects()
    chapters = chapter_table(turns, sentences, found, moderators=set(), terms=terms, term_sentences=places)
    assert chapters["first_turn_id"].tolist() == [0, 4]
    assert chapters["last_turn_id"].tolist() == [3, 7]
    assert set(chapters["title"][0].split("·")) <= {"学校", "场地", "老师", "教室"}


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        ([0.0, -9.0, 3.0, -9.0], [0, 2]),
        ([0.0, 3.0, 3.0, 3.0], [0, 1, 2, 3]),
        ([0.0, -9.0, -9.0, -9.0], [0]),
        ([9.0], [0]),
    ],
)
def test_divide_begins_chapters_where_the_score_outweighs_an_unusual_length(score, expected):
    """In a talk of 4,000 characters a chapter has about 17 × √4,000 = 1,075."""
    assert divide(np.array(score), np.full(len(score), 1000)) == expected


def test_divide_leaves_no_chapter_of_a_word():
    score, chars = np.array([0.0, 2.0, 2.0, 2.0]), np.array([1500, 20, 20, 1500])
    assert len(divide(score, chars)) == 2


def test_divide_takes_turns_without_characters():
    assert divide(np.zeros(3), np.zeros(3, dtype=int)) == [0]


def test_turn_signs_of_each_turn():
    """Two turns of the moderator (speaker 0); the words before and after the third turn have nothing in common."""
    _, _, sentences, turns, found = two_subjects(sentences_each=10)
    turns = turns.assign(text=["请问如何", "请问", "好", "请"])
    signs = turn_signs(turns, sentences, found, {0})
    assert signs[2, 0] == 1
    assert np.exp(signs[:, 1]).round().tolist() == [1, 401, 801, 801]
    assert np.exp(signs[:, 2]).round().tolist() == [4, 1, 1, 1]


def test_chapter_titles_have_no_term_of_the_title_before():
    terms = make_table("terms", [term_row("学校", 9, 3, 9.0), term_row("老师", 2, 1, 2.0), term_row("资金", 3, 1, 1.0)])
    places = make_table(
        "term_sentences", [("学校", 0, 3), ("学校", 1, 3), ("学校", 2, 3), ("老师", 0, 2), ("资金", 1, 3)]
    )
    titles = chapter_titles(terms, places, np.array([0, 1, 2, 3]))
    assert titles == ["学校·老师", "资金", "学校", "…"]


def test_chapter_table_covers_all_turns_in_order(real):
    chapters = real.tables["chapters"]
    assert chapters["first_turn_id"].tolist() == [0, *(chapters["last_turn_id"] + 1).tolist()[:-1]]
    assert chapters["last_turn_id"].iloc[-1] == len(real.tables["turns"]) - 1


def test_chapter_table_of_nothing_is_empty():
    turns, sentences = make_table("turns", []), make_table("sentences", [])
    terms, places = make_table("terms", []), make_table("term_sentences", [])
    found = find_terms(numbered([]))
    chapters = chapter_table(turns, sentences, found, moderators=set(), terms=terms, term_sentences=places)
    assert len(chapters) == 0
