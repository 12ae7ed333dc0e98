"""Decided names over the machine's: which of several counts, what is undone, and what has lost its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.edits.anchors import TopicAnchor
from analysis.edits.log import Edit, Log, new_edit, new_reversal
from analysis.edits.overlay import decide
from analysis.tables import make_table
from analysis.workshop import Workshop
from tests import handmade

KIND = "topic_name"


@pytest.fixture(scope="module")
def twelve() -> Workshop:
    """Give the twelve-turn workshop with its two topics."""
    return handmade.twelve()


def with_topics(workshop: Workshop, *rows: tuple) -> Workshop:
    return replace(workshop, tables=workshop.tables | {"topics": make_table("topics", list(rows))})


def named(after: str | None, *terms: str, chain: str | None = None) -> Edit:
    return new_edit(KIND, TopicAnchor(terms), chain=chain, before="…", after=after)


def labels(workshop: Workshop, *entries) -> list[str]:
    return decide(workshop, Log(entries)).workshop.tables["topics"]["label"].tolist()


def test_decided_name_stands_over_the_machines_which_is_kept(twelve: Workshop) -> None:
    edit = named("场地难找", "学校", "场地")
    decided = decide(twelve, Log((edit,)))
    assert decided.workshop.tables["topics"]["label"].tolist() == ["场地难找", "志愿者·高校"]
    assert decided.machine.tables["topics"]["label"].tolist() == ["学校·场地", "志愿者·高校"]
    assert [(place, mark.edit, mark.machine) for place, mark in decided.marks.items()] == [
        ((KIND, 0), edit, "学校·场地")
    ]
    assert (decided.chains, decided.orphans) == ({(KIND, 0): edit.id}, ())


def test_nothing_decided_changes_nothing(twelve: Workshop) -> None:
    decided = decide(twelve, Log())
    assert all(decided.workshop.tables[name] is table for name, table in twelve.tables.items())
    assert (decided.marks, decided.chains, decided.orphans) == ({}, {}, ())


def test_last_edit_not_undone_counts(twelve: Workshop) -> None:
    first = named("一", "学校", "场地")
    second = named("二", "学校", "场地", chain=first.id)
    third = named(None, "学校", "场地", chain=first.id)
    undo, redo = (lambda edit: new_reversal("undo", edit.id)), (lambda edit: new_reversal("redo", edit.id))
    says = [
        ((first, second), "二"),
        ((first, second, undo(second)), "一"),
        ((first, second, undo(first)), "二"),
        ((first, second, undo(second), undo(first)), "学校·场地"),
        ((first, second, undo(second), redo(second)), "二"),
        ((first, second, third), "学校·场地"),
        ((first, second, third, undo(third)), "二"),
        ((first, undo(first), second), "二"),
    ]
    assert [labels(twelve, *entries)[0] for entries, _ in says] == [name for _, name in says]


def test_chain_goes_on_where_all_of_it_is_undone(twelve: Workshop) -> None:
    first = named("一", "学校", "场地")
    decided = decide(twelve, Log((first, new_reversal("undo", first.id))))
    assert (decided.marks, decided.chains) == ({}, {(KIND, 0): first.id})


def test_name_follows_its_terms_to_another_row(twelve: Workshop) -> None:
    rows = [(0, "志愿者·高校", ["志愿者", "高校"], 2, 14), (1, "学校·合作", ["学校", "场地", "合作"], 3, 25)]
    assert labels(with_topics(twelve, *rows), named("场地难找", "学校", "场地")) == ["志愿者·高校", "场地难找"]


def test_name_whose_topic_is_gone_is_an_orphan_with_the_nearest(twelve: Workshop) -> None:
    lost = named("钱", "资金", "基金会", "政府", "学校")
    alone = named("天气", "下雨")
    decided = decide(twelve, Log((lost, alone)))
    assert [(orphan.edit, orphan.nearest) for orphan in decided.orphans] == [(lost, "学校·场地"), (alone, None)]
    assert decided.workshop.tables["topics"]["label"].tolist() == ["学校·场地", "志愿者·高校"]
    gone = decide(with_topics(twelve), Log((lost,)))
    assert [orphan.nearest for orphan in gone.orphans] == [None]


def test_orphan_that_is_undone_is_no_orphan(twelve: Workshop) -> None:
    lost = named("天气", "下雨")
    assert decide(twelve, Log((lost, new_reversal("undo", lost.id)))).orphans == ()
    assert decide(twelve, Log((lost, named(None, "下雨", chain=lost.id)))).orphans == ()


def test_of_two_that_find_one_topic_the_more_like_gets_it(twelve: Workshop) -> None:
    one = named("一", "学校", "场地", "社区")
    other = named("二", "资金", "场地")
    joined = with_topics(twelve, (0, "学校·场地", ["学校", "场地", "社区", "资金"], 3, 25))
    decided = decide(joined, Log((one, other)))
    assert decided.workshop.tables["topics"]["label"].tolist() == ["一"]
    assert [(orphan.edit, orphan.nearest) for orphan in decided.orphans] == [(other, "一")]


def test_equal_names_of_topics_are_told_apart(twelve: Workshop) -> None:
    both = labels(twelve, named("场地", "学校", "场地"), named("场地", "志愿者", "高校"))
    assert both == ["场地", "场地 (2)"]
    assert labels(twelve, named("志愿者·高校", "学校", "场地")) == ["志愿者·高校", "志愿者·高校 (2)"]
