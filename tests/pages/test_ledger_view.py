"""The ledger is a model's guess: every answer says how sure it is, every count speaks of the same rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.model_card import read_card
from analysis.workshop import Workshop
from tests import handmade
from tests.pages.apps import chart, inner, key_figures, markup, messages, opened, rows


@pytest.fixture
def changed(twelve: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Give the function that puts the twelve turns, some tables or facts exchanged, where the dashboard looks."""

    def put(about: dict | None = None, **tables: object) -> None:
        monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
        made = replace(twelve, tables=twelve.tables | tables, about=twelve.about | (about or {}))
        handmade.put(tmp_path, "twelve", made)

    return put


@pytest.mark.usefixtures("built")
def test_challenges_are_those_behind_the_figure() -> None:
    at = opened("dashboard", speaker="东湖读书会")
    assert key_figures(at)["挑战"] == "1"  # brought in by the answer
    at.button_group(key="overview_behind").set_value("challenges").run()
    assert inner(at, "blockquote")[-1] == "周敏　我们没有场地。"


@pytest.mark.usefixtures("built")
def test_every_answer_says_how_sure_the_link_is() -> None:
    at = opened("challenges", doubtful="1")
    assert [share for share in inner(at, "span") if share.startswith("回应把握")] == ["回应把握 62%", "回应把握 20%"]
    assert [share for (share,) in rows(at, "link")] == ["62%", "", ""]


@pytest.mark.usefixtures("built")
def test_about_says_how_often_an_asserted_answer_is_right() -> None:
    at = opened("about")
    assert key_figures(at)["认定的回应"] == f"{read_card().figures['link_precision']:.2f}"
    assert read_card().figures["link_precision"] > 0


@pytest.mark.usefixtures("built")
def test_other_advice_may_answer_a_doubtful_challenge() -> None:
    notes = inner(opened("challenges"), "p")
    assert "没有认定为对当前列出的挑战的回应（可能回应了“待核”的挑战）。" in notes


@pytest.mark.parametrize(
    ("status", "title", "tabs"),
    [
        ("answered", "1 条挑战可能已有建议（模型判断）", ["可能已有建议（1）", "表格"]),
        ("open", "1 条挑战未找到回应（模型判断，请对照原话）", ["未找到回应（1）", "表格"]),
    ],
)
@pytest.mark.usefixtures("built")
def test_status_shuts_parts_out_and_claims_nothing_of_them(status: str, title: str, tabs: list[str]) -> None:
    at = opened("challenges", status=status)
    assert (inner(at, "h2")[0], [tab.label for tab in at.tabs]) == (title, tabs)


def test_hidden_rows_count_nowhere(changed: Callable[..., None], twelve: Workshop) -> None:
    advice = twelve.tables["advice"]
    changed(advice=advice.assign(shown=advice["advice_id"] == "A1"))  # A2, which answers C1, is doubtful
    overview, speakers, ledger = opened("dashboard"), opened("speakers"), opened("challenges")
    assert [key_figures(overview)[name] for name in ("挑战", "建议")] == ["2", "1"]
    assert inner(overview, "h2")[2] == "2 条挑战未找到回应"
    assert rows(speakers, "name", "challenges", "advice") == [
        ("林岚", 0, 1),
        ("吴强", 2, 0),
        ("周敏", 1, 0),
        ("东湖读书会", 0, 0),
    ]
    speakers.radio(key="speakers_exchange").set_value("advice").run()
    assert chart(speakers, "speakers_exchange_advice") == []
    assert messages(speakers, "info") == [
        "在当前筛选下没有可画的往来：可能只有一位发言人，没有认定的回应，或有关的人都被筛掉了。"
    ]
    assert rows(ledger, "challenge", "status") == [("我们没有场地", "未找到回应"), ("志愿者太少", "未找到回应")]
    assert [each.label for each in ledger.expander] == ["可能的回应（1 条，未认定）"] * 2
    said = markup(opened("transcript"))
    assert [
        f'title="{kind}">{text}' in said for kind, text in (("建议", "我们有3个读书点"), ("建议", "高校志愿者"))
    ] == [
        False,
        True,
    ]


def test_doubtful_ones_answer_when_they_are_asked_for(changed: Callable[..., None], twelve: Workshop) -> None:
    advice = twelve.tables["advice"]
    changed(advice=advice.assign(shown=False))
    assert rows(opened("challenges", doubtful="1"), "advice")[0] == ("我们有3个读书点",)


@pytest.mark.usefixtures("built")
def test_hidden_challenge_is_not_underlined() -> None:
    assert 'title="挑战">AI工具能帮忙吗' not in markup(opened("transcript"))


def test_remarks_of_the_reader_reach_the_overview(changed: Callable[..., None]) -> None:
    known = {"code": "empty_turns", "values": {"lines": ["3", "*9*"]}}
    changed(about={"warnings": [known, "以前的提醒 <b>"]})
    assert messages(opened("dashboard"), "warning") == ["有发言人标记但没有发言的行：3、*9*。", "以前的提醒 <b>"]
    assert messages(opened("dashboard", lang="en"), "warning")[0] == "Lines with a speaker label but no speech: 3, *9*."
