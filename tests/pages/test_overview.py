"""The overview: chapters over the strip, where to look next, and the words to take along."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.tables import make_table
from analysis.workshop import Workshop
from tests import handmade
from tests.pages.apps import chart, component, inner, messages, opened, url


def onward(at: AppTest) -> list[tuple[str, str]]:
    """Read the links that lead on: label and what they ask for."""
    links = [(link.proto.label.replace("\\", ""), link.proto.query_string) for link in at.main.get("page_link")]
    return [(label, asked.partition("&")[2]) for label, asked in links if not label.startswith("第 ")]


@pytest.mark.usefixtures("built")
def test_overview_leads_on() -> None:
    assert onward(opened("dashboard")) == [
        ("1 条未找到回应的挑战", "status=open"),
        ("1 条待核的挑战", "doubtful=1"),
        ("发言是否均衡", ""),
        ("13 个关键词", ""),
        ("最长的一段：周敏，12 字", "turn=6"),
    ]
    assert onward(opened("dashboard", q="没有这句话")) == []


@pytest.mark.usefixtures("built")
def test_summary_on_the_page_is_the_one_that_is_copied() -> None:
    at = opened("dashboard", speaker="周敏")
    said = inner(at, "li")
    assert (
        said[0]
        == "工作坊《十二段 · 2026-03-01 · 青山》中，只看周敏：共有 1 位发言人（主持人 0 位），发言 3 段，20 字。"
    )
    assert len(said) == 5
    assert component(at, "copy_summary")["text"] == "\n".join(said)
    assert component(opened("dashboard", lang="en"), "copy_summary")["text"].count(".\n") == 4  # of five sentences


@pytest.mark.usefixtures("built")
def test_words_behind_a_figure_are_in_the_address() -> None:
    at = opened("dashboard")
    at.button_group(key="overview_behind").set_value("questions").run()
    assert url(at) == {"workshop": ["twelve"], "behind": ["questions"]}
    again = opened("dashboard", behind="questions")
    assert inner(again, "blockquote")[-4:] == [
        "林岚　谁先说说困难?",
        "林岚　还有哪位?",
        "林岚　有什么建议?",
        "吴强　AI工具能帮忙吗?",
    ]
    assert url(opened("dashboard", behind="<script>")) == {"workshop": ["twelve"]}


def test_chapters_stand_over_the_strip(twelve: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
    chapters = make_table("chapters", [(0, 0, 4, "困难"), (1, 5, 11, "办法")])
    handmade.put(tmp_path, "two", replace(twelve, tables=twelve.tables | {"chapters": chapters}))
    *_, row = chart(opened("dashboard"), "overview_strip")
    assert (row["base"], row["x"], row["customdata"]) == ([0, 40], [40, 58], [["chapter", 0], ["chapter", 1]])
    assert (row["text"], row["hovertext"][1]) == (["1 困难", "2 办法"], "第 2 章 · 第 6–12 段 · 办法")


@pytest.mark.usefixtures("built")
def test_one_chapter_alone_is_not_drawn() -> None:
    assert len(chart(opened("dashboard"), "overview_strip")) == 3


def test_terms_stand_where_no_topics_were_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
    handmade.put(tmp_path, "bare", handmade.bare())
    at = opened("dashboard")
    assert (chart(at, "overview_topics"), inner(at, "h2")[1]) == ([], "说到的关键词（次数）")
    (bar,) = chart(at, "overview_terms")
    assert (bar["customdata"][0], bar["x"][0]) == (["学校"], 3)


@pytest.mark.parametrize("name", ["dashboard", "speakers"])
def test_page_runs_on_forty_speakers_with_long_names(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
    handmade.put(tmp_path, "crowd", handmade.crowd(tmp_path))
    for language in ("zh", "en"):
        at = opened(name, lang=language)
        assert (list(at.exception), messages(at, "error")) == ([], [])
    strip, share = (chart(at, key) for key in ("overview_strip", "speakers_share"))
    assert (len(set(strip[0]["y"])) if strip else len(share[0]["y"])) == 40
