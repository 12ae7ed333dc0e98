"""Provinces, cities and organisations from how people are introduced."""

import pytest

from analysis.places import Place, find_organisation, find_place, is_organisation


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (None, Place()),
        ("", Place()),
        ("广西南宁", Place("广西", "南宁")),
        ("云南省昆明市五华区", Place("云南", "昆明")),
        ("北京大学", Place("北京", "北京")),
        ("陕西扶风心悦启智中心", Place("陕西", "宝鸡")),
        ("渭南白水助残协会", Place("陕西", "渭南")),
        ("贵州社区建设与乡村治理促进会常务副理事长", Place("贵州", None)),
        ("南湖路居民议事会", Place()),
        ("朝阳区社工站", Place()),
        ("居民", Place()),
    ],
)
def test_find_place(text, place):
    assert find_place(text) == place


@pytest.mark.parametrize(
    ("affiliation", "organisation"),
    [
        (None, None),
        ("广西南宁", None),
        ("居民", None),
        ("渭南白水助残协会", "渭南白水助残协会"),
        ("青禾社区图书角志愿队队长、青禾中学退休教师", "青禾社区图书角志愿队"),
        ("志愿者/贵州民族大学副教授", "贵州民族大学"),
    ],
)
def test_find_organisation(affiliation, organisation):
    assert find_organisation(affiliation) == organisation


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("王静", False), ("欧阳中心", True), ("南湖路居民议事会", True), ("东湖读书会", True), ("阿依古丽·买买提", False)],
)
def test_is_organisation(name, is_one):
    assert is_organisation(name) is is_one
