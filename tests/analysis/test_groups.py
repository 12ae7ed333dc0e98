"""Observed share against the share of the people."""

import pytest

from analysis.groups import group_shares
from analysis.people import silent_names
from analysis.views import speaking


def test_group_shares_of_twelve(twelve):
    said = speaking(twelve.tables["sentences"], twelve.tables["speakers"])
    table = group_shares(said, "organisation")
    assert table["group"].tolist() == ["青山社区服务中心", "清河街道居委会", "东湖读书会", ""]
    assert table[["speakers", "chars"]].values.tolist() == [[1, 42], [1, 24], [1, 12], [1, 20]]
    assert table["expected_share"].tolist() == [0.25] * 4
    assert table["ratio"].tolist() == pytest.approx([4 * n / 98 for n in (42, 24, 12, 20)])


def test_group_shares_put_people_together(twelve):
    said = speaking(twelve.tables["sentences"], twelve.tables["speakers"])
    table = group_shares(said, "region")  # 四川 by 周敏 alone, the other three say nothing of it
    assert table[["group", "speakers", "chars"]].values.tolist() == [["四川", 1, 20], ["", 3, 78]]
    assert table["ratio"].tolist() == pytest.approx([20 / 98 / 0.25, 78 / 98 / 0.75])
    assert len(group_shares(said.iloc[:0], "region")) == 0


def test_silent_names_know_a_name_in_another_spelling():
    assert silent_names(["王 静", "李明", "赵一", "李明"], ["王静"]) == ["李明", "赵一"]
    assert silent_names([], ["王静"]) == []
