"""Which advice could answer which challenge: the pairs looked at, and what is noted of them."""

import numpy as np

from analysis.encoder.readings import unread
from analysis.ledger.links import LINK_COLUMNS, company, ends, link_table, link_tables
from analysis.ledger.talk import Talk
from analysis.words import numbered

SAID = (
    (0, 0, ("主持人", "问题")),
    (1, 1, ("资金", "不足")),
    (1, 1, ("申请", "资金")),
    (2, 2, ("天气", "很好")),
    (3, 1, ("人才", "培训")),
)
TALK = Talk(
    turn=np.array([turn for turn, _, _ in SAID]),
    speaker=np.array([speaker for _, speaker, _ in SAID]),
    moderator=np.array([speaker == 0 for _, speaker, _ in SAID]),
    question=np.zeros(len(SAID), dtype=bool),
    chars=np.full(len(SAID), 5.0),
    texts=["".join(words) for _, _, words in SAID],
    written=["".join(words) for _, _, words in SAID],
    words=numbered([list(words) for _, _, words in SAID]),
    readings=unread(len(SAID)),
)


def side(items):
    return ends(items, np.zeros(len(items)), np.arange(5.0), TALK)


def test_pairs_are_of_the_same_or_a_later_turn():
    pairs, table = link_table(side([[1], [3]]), side([[0], [2], [4]]), TALK)
    assert list(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)) == [(0, 1), (0, 2), (1, 2)]
    assert table.shape == (3, LINK_COLUMNS)
    assert table[:, 6].tolist() == [1, 0, 0]  # said in the same turn
    assert table[:, 11].tolist() == [1, 1, 0]  # by the same speaker
    assert table[:, 17].tolist() == [1, 0, 1]  # with no other challenge between
    assert table[:, 20].tolist() == [1, 0, 1]  # nor other advice


def test_words_in_common_count():
    _, table = link_table(side([[1]]), side([[2], [3], [4]]), TALK)
    alike = table[:, -7]
    assert alike[0] > alike[1] == alike[2] == 0
    assert table[0, -5] == 0 > table[1, -5]


def test_nothing_to_pair():
    for challenges, advice in (([], [[1]]), ([[1]], []), ([[4]], [[0]])):
        pairs, table = link_table(side(challenges), side(advice), TALK)
        assert len(pairs.left) == len(pairs.right) == 0
        assert table.shape == (0, LINK_COLUMNS)


def test_company_adds_confidence_up():
    of_challenges, of_advice = company(side([[1], [3]]), side([[2], [4]]), TALK)  # all half sure
    np.testing.assert_allclose(np.expm1(of_challenges), [[1, 1, 0.5, 1, 1], [0.5, 0.5, 0, 0, 0.5]])
    np.testing.assert_allclose(np.expm1(of_advice), [[0.5, 0.5, 0.5, 0.5, 0.5], [1, 1, 0, 0.5, 1]])


def test_link_tables_come_in_blocks(monkeypatch):
    sides = side([[1], [3]]), side([[0], [2], [4]])
    pairs, whole = link_table(*sides, TALK)
    monkeypatch.setattr("analysis.ledger.links.BLOCK", 2)
    parts = list(link_tables(pairs, *sides, TALK))
    assert max(map(len, parts)) == 2
    np.testing.assert_array_equal(np.vstack(parts), whole)
