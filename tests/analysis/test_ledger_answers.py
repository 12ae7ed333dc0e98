"""Which challenges were answered: what is noted of them, what is asserted, and where the cut comes from."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.encoder.readings import unread
from analysis.ledger.answers import answer_table, rank_links, worth
from analysis.ledger.features import sigmoid
from analysis.ledger.links import Pairs, ends, link_table
from analysis.ledger.talk import Talk
from analysis.ledger.training.tuning import Linked, link_cut
from analysis.words import numbered

logits = st.floats(-9, 9)
NONE = np.zeros(4, dtype=bool)
TEXTS = ["好。"] * 4
WORDS = numbered([["好", "。"]] * 4)
TALK = Talk(np.arange(4), np.zeros(4, dtype=np.int64), NONE, NONE, np.ones(4), TEXTS, TEXTS, WORDS, unread(4))


def side(items):
    return ends(items, np.zeros(len(items)), np.zeros(4), TALK)


def test_answer_table_takes_the_best_link():
    sides = side([[0], [3]]), side([[1], [2]])
    pairs, _ = link_table(*sides, TALK)
    table = answer_table(pairs, np.array([1.0, -1.0]), *sides, TALK)
    assert table[:, 0].tolist() == [1.0, -8.0]
    np.testing.assert_allclose(np.exp(table[:, 2]), [1.01, 0.01])  # the two chances add up to 1
    np.testing.assert_allclose(np.expm1(table[:, 7]), [1.0, 0.0])  # half sure advice, two after and none


def test_rank_links_asserts_the_sure_and_offers_two():
    pairs, link = Pairs(np.array([0, 0, 0, 0, 1]), np.array([0, 1, 2, 3, 3])), np.array([-2.0, 2.0, -1.0, -0.5, -1.5])
    p = sigmoid(link).tolist()
    open_ = [(0, 1, 1, p[1]), (0, 3, 2, p[3]), (0, 2, 3, p[2]), (1, 3, 2, p[4])]
    assert rank_links(pairs, link, np.array([0.0, 0.0]), 0.0) == open_
    assert rank_links(pairs, link, np.array([0.0, 8.0]), 0.0) == [*open_[:3], (1, 3, 1, p[4])]


@given(st.lists(logits, min_size=12, max_size=12), st.lists(logits, min_size=3, max_size=3), logits)
def test_rank_links_keeps_its_contract(link, answered, cut):
    pairs = Pairs(np.repeat(np.arange(3), 4), np.tile(np.arange(4), 3))
    found = rank_links(pairs, np.array(link), np.array(answered), cut)
    reached = worth(pairs, np.array(link), np.array(answered)) >= cut
    assert {(c, a) for c, a, rank, _ in found if rank == 1} == {
        divmod(at, 4) for at in np.flatnonzero(reached).tolist()
    }
    offered = [(c, rank) for c, _, rank, _ in found if rank > 1]
    assert len(offered) == len(set(offered))
    for c in range(3):
        ranked = [(rank, -p) for row, _, rank, p in found if row == c]
        assert ranked == sorted(ranked)


def linked_of(link, answered):
    return Linked(
        pairs=Pairs(np.array([0, 0, 1, 2]), np.array([0, 1, 1, 1])),
        link=np.array(link),
        right=np.array([True, False, True, False]),
        answered=np.array(answered),
        matched=np.array([0, 1, 2]),
        truth=np.array([True, True, False]),
    )


def test_link_cut_separates_what_can_be_separated():
    assert link_cut([linked_of([2.0, -1.0, 1.0, -2.0], [0.0, 0.0, 0.0])], 2) == 1.0


def test_link_cut_looks_at_what_is_answered_too():
    assert link_cut([linked_of([2.0, -1.0, 1.0, 1.0], [0.0, 1.0, -1.0])], 2) == 1.25


def test_link_cut_of_nothing():
    none = np.zeros(0, dtype=np.int64)
    assert link_cut([Linked(Pairs(none, none), np.zeros(0), none > 0, np.zeros(0), none, none > 0)], 2) == 0.0
