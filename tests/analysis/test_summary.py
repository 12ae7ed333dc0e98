"""Five sentences that anybody can count."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.pairs import ledger, shown_only
from analysis.summary import summarise
from analysis.text import translator
from analysis.views import Filters, select_sentences
from tests import handmade


def said(workshop, *, language="zh", only="", **narrowed):
    sentences = select_sentences(workshop, Filters(**narrowed))
    return summarise(workshop, sentences, ledger(workshop, sentences), translator(language), only=only)


@pytest.fixture(scope="module")
def shown():
    return shown_only(handmade.twelve())


def test_summary_of_twelve(shown):
    assert said(shown) == [
        "工作坊《十二段 · 2026-03-01 · 青山》共有 4 位发言人（主持人 1 位），发言 12 段，98 字。",
        "字数最多的是林岚，占 43%；4 位中的 2 位合计说了至少一半。",
        "谈到归纳出的 2 个话题，句子较多的有“学校·场地”（3 句）、“志愿者·高校”（2 句）。",
        "模型列出 2 条挑战，按类别：“运营与服务”（1 条）、“能力与人才”（1 条）；"
        "其中 1 条可能已有建议，1 条未找到回应。",
        "列出 2 条建议，来自 2 位发言人；第一条未找到回应的挑战是吴强在第 4 段说的：“志愿者太少”。",
    ]


def test_summary_in_english(shown):
    assert said(shown, language="en")[:2] == [
        "“十二段 · 2026-03-01 · 青山”: 4 speakers (moderators: 1), 12 turns, 98 characters.",
        "林岚 has most of the characters, 43%; 2 of 4 together said at least half.",
    ]


def test_summary_follows_the_filters(shown):
    assert said(shown, only="周敏", speakers=(1,)) == [
        "工作坊《十二段 · 2026-03-01 · 青山》中，只看周敏：共有 1 位发言人（主持人 0 位），发言 3 段，20 字。",
        "只有周敏一位发言。",
        "谈到归纳出的 1 个话题，句子较多的有“学校·场地”（2 句）。",
        "模型列出 1 条挑战，按类别：“运营与服务”（1 条）；其中 1 条可能已有建议，0 条未找到回应。",
        "列出 0 条建议，来自 0 位发言人；没有未找到回应的挑战。",
    ]


def test_summary_of_nothing_in_view(shown):
    assert said(shown, only="包含“没有这句话”", text="没有这句话") == [
        "工作坊《十二段 · 2026-03-01 · 青山》中，只看包含“没有这句话”：没有一个字的原话。"
    ]


def test_summary_names_nobody_where_several_say_equally_much(tmp_path):
    talk = handmade.of_text("甲：\n学校好。\n乙：\n学校大。\n", tmp_path)
    assert said(talk) == [
        "工作坊《text》共有 2 位发言人（主持人 0 位），发言 2 段，6 字。",
        "2 位字数同为最多，各占 50%；2 位中的 1 位合计说了至少一半。",
        "常说的关键词有“学校”（2 次）。",
        "模型没有列出挑战。",
        "列出 0 条建议，来自 0 位发言人。",
    ]


def test_summary_says_why_there_is_no_ledger(shown):
    other = replace(shown, about=shown.about | {"chinese": False})
    assert said(other)[3:] == ["这份文字稿大部分不是中文，没有找挑战和建议。"]


def test_summary_counts_the_categories_that_it_does_not_name(shown):
    challenges = shown.tables["challenges"]
    rows = [challenges.iloc[[1]].assign(challenge_id=f"X{n}", category=c) for n, c in enumerate(("policy", "funding"))]
    many = shown.tables | {"challenges": pd.concat([challenges, *rows], ignore_index=True)}
    assert (
        "“运营与服务”（1 条）、“能力与人才”（1 条）、“政策与政府关系”（1 条）等；"
        in said(replace(shown, tables=many))[3]
    )
