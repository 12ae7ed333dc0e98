"""What counts as an answer: in the default view only what is likely, between rows that are sure."""

from dataclasses import replace

import pytest

from analysis.pairs import LIKELY, answering, ledger, other_advice, shown_only
from analysis.tables import make_table
from tests import handmade


def linked(*links):
    twelve = handmade.twelve()
    return replace(twelve, tables=twelve.tables | {"links": make_table("links", list(links))})


@pytest.mark.parametrize(
    ("link", "counts"),
    [
        (("C1", "A2", 1, LIKELY), True),
        (("C1", "A2", 1, LIKELY - 0.01), False),
        (("C1", "A2", 2, 0.9), False),  # offered, not asserted
        (("C3", "A2", 1, 0.9), False),  # a doubtful challenge
    ],
)
def test_only_likely_links_of_sure_rows_answer(link, counts):
    workshop = linked(link)
    assert len(answering(workshop)) == counts
    pairs = {pair.challenge["challenge_id"]: pair for pair in ledger(workshop, workshop.tables["sentences"])}
    assert [a["advice_id"] for a in pairs["C1"].answers] == ["A2"] * counts
    assert ("A2" in {row["advice_id"] for row in other_advice(workshop, workshop.tables["sentences"])}) is not counts
    advised = shown_only(workshop).tables["exchanges"].query("kind == 'advice'")
    assert advised["count"].sum() == counts


def test_an_unlikely_answer_is_a_candidate():
    workshop = linked(("C1", "A2", 1, 0.1), ("C1", "A1", 2, 0.05))
    (first, _) = ledger(workshop, workshop.tables["sentences"])
    assert first.status == "open"
    assert [(a["advice_id"], a["link_confidence"]) for a in first.offered] == [("A2", 0.1), ("A1", 0.05)]


def test_with_the_doubtful_every_asserted_link_answers():
    workshop = linked(("C1", "A2", 1, 0.1), ("C3", "A1", 1, 0.05))
    assert len(answering(workshop, doubtful=True)) == 2
    pairs = ledger(workshop, workshop.tables["sentences"], doubtful=True)
    assert [pair.status for pair in pairs] == ["answered", "open", "answered"]
