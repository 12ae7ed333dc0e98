"""Proposals about titles, dates and names."""

import pytest

from analysis.guesses import guess_date, guess_title, normal_date
from analysis.namesakes import near_duplicates, split_bracket
from analysis.readers import read_bytes


def told(text):
    return read_bytes(text.encode(), "a.txt")


PLAIN = "王静：好。\n李明：行。\n"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026年3月4日 下午", "2026-03-04"),
        ("2026 年 03 月 14 日", "2026-03-14"),
        ("会议20260314终稿", "2026-03-14"),
        ("2026.3.14", "2026-03-14"),
        ("2026_03_14", "2026-03-14"),
        ("2026-02-30", ""),
        ("电话 120260314", ""),
        ("99999999 与 20261231", "2026-12-31"),
        ("无", ""),
    ],
)
def test_normal_date(text, date):
    assert normal_date(text) == date


def test_date_of_the_head_goes_before_the_one_of_the_name():
    assert guess_date("2025-01-01.txt", told("春季圆桌\n2026年3月14日\n" + PLAIN)) == "2026-03-14"
    assert guess_date("圆桌2025-01-01.txt", told(PLAIN + "（2026年3月14日整理）\n")) == "2025-01-01"
    assert guess_date("圆桌.txt", told(PLAIN)) == ""


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("春季圆桌_原文_2026-03-14.txt", "春季圆桌"),
        ("文字记录：青山 圆桌.docx", "青山 圆桌"),
        ("20260314.txt", "20260314"),
    ],
)
def test_title_of_the_name(file, title):
    assert guess_title(file, told(PLAIN)) == title


def test_title_of_the_head_goes_first():
    assert guess_title("a.txt", told("# 春季圆桌\n" + PLAIN)) == "春季圆桌"


@pytest.mark.parametrize(
    "pair",
    [
        ("毛刚强", "毛钢强"),
        ("王静", "王静老师"),
        ("王静", "主持人王静"),
        ("王静", "王静（嘉宾）"),
        ("Wang Jing", "wang  jing"),
        ("Anna", "ANNA"),
    ],
)
def test_near_duplicates_are_proposed(pair):
    assert near_duplicates([*pair, "说话人3"]) == [pair]


@pytest.mark.parametrize(
    "pair",
    [
        ("说话人1", "说话人11"),
        ("说话人1", "说话人2"),
        ("第一组", "第二组"),
        ("王静", "王敏"),
        ("王静", "王静怡"),
        ("嘉宾甲", "嘉宾乙"),
        ("张三", "李四老师"),
    ],
)
def test_other_pairs_are_not_proposed(pair):
    assert near_duplicates(list(pair)) == []


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("沈一苇(苗圃部)", ("沈一苇", "苗圃部")),
        ("钱多多 【财务】", ("钱多多", "财务")),
        ("O'Neil, 小杰 (Guest)", ("O'Neil, 小杰", "Guest")),
        ("(甲)", None),
        ("甲()", None),
        ("甲", None),
    ],
)
def test_split_bracket(name, parts):
    assert split_bracket(name) == parts
