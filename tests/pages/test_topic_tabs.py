"""The tabs of the topics page: what each counts, and that only the open one does."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from analysis.text import LANGUAGES
from pages.shared import context, details
from tests import handmade
from tests.pages.apps import chart, component, inner, messages, moved, opened, rows, url

CHARTS = ("topics_compare", "topics_together")


def lines(at: AppTest) -> list[dict]:
    """Read the concordance; a page that draws none has no lines."""
    held = [json.loads(each.proto.json) for each in at.get("bidi_component")]
    return [line for each in held for line in each.get("lines", [])]


def buttons(at: AppTest) -> list[str]:
    return [button.proto.label for button in at.get("download_button")]


@pytest.fixture
def of_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give the function that puts a text where the dashboard looks."""

    def put(text: str) -> None:
        monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
        handmade.put(tmp_path, "text", handmade.of_text(text, tmp_path))

    return put


@pytest.mark.usefixtures("built")
def test_only_the_open_tab_is_counted() -> None:
    at = opened("topics")
    assert [tab.label for tab in at.tabs] == ["全部关键词", "用词对比", "一起出现", "上下文"]
    assert (len(at.dataframe), [chart(at, key) for key in CHARTS], lines(at)) == (1, [[], []], [])
    at = opened("topics", tab="context")
    assert (len(at.dataframe), len(lines(at))) == (0, 2)


@pytest.mark.usefixtures("built")
def test_importance_is_written_finely_enough_to_tell_terms_apart() -> None:
    table = opened("topics").dataframe[0]
    form = json.loads(table.proto.columns)["score"]["type_config"]["format"]
    assert len({form % score for score in table.value["score"].head(5)}) > 1
    assert all(float(form % score) > 0 for score in table.value["score"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tab", details.TABS)
@pytest.mark.usefixtures("built")
def test_tab_opens_from_the_address_in_both_languages(tab: str, language: str) -> None:
    at = opened("topics", tab=tab, lang=language)
    assert (list(at.exception), messages(at, "error")) == ([], [])
    assert url(at).get("tab", ["terms"]) == [tab]


@pytest.mark.usefixtures("built")
def test_tab_stays_open_in_another_language() -> None:
    at = opened("topics", tab="context", find="场地")
    at.radio(key="lang").set_value("en").run()
    assert inner(at, "h2")[-1] == "“场地” stands in 2 places, said by 1 speakers"


@pytest.mark.parametrize(
    "params",
    [
        {"tab": "money"},
        {"tab": "compare", "group": "speaker:99"},
        {"tab": "compare", "group": ["money:1", "<b>"]},
        {"tab": "compare", "group": "chapter:0"},  # there is one chapter only
        {"tab": "context", "sort": "up", "find": ""},
        {"tab": "context", "find": "x" * 300},
    ],
)
@pytest.mark.usefixtures("built")
def test_strange_parameters_do_no_harm(params: dict) -> None:
    at = opened("topics", **params)
    assert (list(at.exception), messages(at, "error")) == ([], [])


@pytest.mark.usefixtures("built")
def test_compare_a_speaker_with_the_rest() -> None:
    at = opened("topics", tab="compare", group="speaker:1")
    assert at.selectbox(key="topics_compare_by").options == ["发言人", "角色", "省份"]
    assert at.selectbox(key="topics_compare_group").options == ["林岚", "周敏", "吴强", "东湖读书会"]
    assert inner(at, "h2")[-1] == "周敏没有次数够多又明显偏多的词"
    mine, rest = chart(at, "topics_compare")
    assert (mine["customdata"][0], mine["x"][0]) == ([0, "场地"], 100)
    assert mine["text"] == ["2 次（少）", "1 次（少）", "2 次（少）"]
    assert (rest["customdata"][2], rest["text"]) == ([1, "学校"], ["0 次", "0 次", "1 次"])
    assert mine["hovertext"][0] == "周敏 · 场地：2 次，每千字 100.0 次；G² 6.4"
    assert rows(at, "term", "count", "rest_count", "is_small")[:3] == [
        ("场地", 2, 0, "少"),
        ("合作", 1, 0, "少"),
        ("学校", 2, 1, "少"),
    ]


@pytest.mark.usefixtures("built")
def test_compare_takes_another_group_and_keeps_it_in_the_address() -> None:
    at = opened("topics", tab="compare")
    assert at.selectbox(key="topics_compare_group").value == "0"  # who says most
    at.selectbox(key="topics_compare_by").set_value("role").run()
    assert at.selectbox(key="topics_compare_group").value == "participant"
    at.selectbox(key="topics_compare_group").set_value("moderator").run()
    assert url(at)["group"] == ["role:moderator"]
    assert moved(moved(at, "speakers"), "topics").selectbox(key="topics_compare_group").value == "moderator"


def test_compare_states_a_finding_that_is_sure(of_text: Callable[[str], None]) -> None:
    of_text("甲：\n" + "学校大。" * 6 + "\n乙：\n场地很好。资金很少。活动很多。人员太少。\n")
    at = opened("topics", tab="compare")
    # 6 times in 18 characters, never in 16
    assert inner(at, "h2")[-1] == "甲更常说“学校”：6 次，其余 0 次（每千字 333.3 比 0.0）"


@pytest.mark.usefixtures("built")
def test_compare_without_a_rest_says_what_to_do() -> None:
    at = opened("topics", tab="compare", speaker="周敏")
    assert messages(at, "info")[-1].startswith("符合筛选的原话都属于同一组")


@pytest.mark.usefixtures("built")
def test_together_of_terms_that_are_not_says_what_to_do() -> None:
    at = opened("topics", tab="together")
    assert messages(at, "info") == ["没有两个关键词一起出现在 2 句以上并且多于偶然。请在左侧放宽筛选。"]


def test_together_draws_pairs_and_obeys_the_slider(of_text: Callable[[str], None]) -> None:
    of_text("甲：\n学校有场地。学校和场地。学校找场地。\n乙：\n志愿者缺资金。志愿者要资金。大家好。\n")
    at = opened("topics", tab="together")
    assert inner(at, "h2")[-1] == "最常一起说的是“学校”和“场地”：3 句"
    nodes = chart(at, "topics_together")[-1]
    assert sorted(nodes["text"]) == sorted(["学校", "场地", "志愿者", "资金"])
    assert sorted(rows(at, "pair", "sentences", "expected")) == sorted(
        [("学校 + 场地", 3, 1.5), ("志愿者 + 资金", 2, 0.7)]
    )
    at.slider(key="topics_together_least").set_value(3).run()
    edges, nodes = chart(at, "topics_together")[-2:]
    assert (sorted(nodes["text"]), edges["hovertext"]) == (sorted(["学校", "场地"]), ["学校 + 场地：3 句"])


@pytest.mark.usefixtures("built")
def test_context_of_a_word() -> None:
    at = opened("topics", tab="context", find="学校", sort="right")
    assert inner(at, "h2")[-1] == "“学校”在原话里出现 3 处，2 人说过"
    assert [(line["name"], line["left"], line["match"], line["right"], line["place"]) for line in lines(at)] == [
        ("周敏", "可以和", "学校", "合作,学校有场地。", "第 6 段"),
        ("周敏", "可以和学校合作,", "学校", "有场地。", "第 6 段"),
        ("吴强", "好,我去联系", "学校", "。", "第 7 段"),
    ]
    page, _, view = lines(at)[2]["href"].partition("?")
    assert (page, parse_qs(view)["workshop"], parse_qs(view)["turn"]) == ("transcript", ["twelve"], ["7"])
    assert buttons(at)[-1] == "下载表格（CSV，3 行）"


@pytest.mark.usefixtures("built")
def test_context_follows_the_term_in_view_until_another_is_typed() -> None:
    at = opened("topics", tab="context", term="场地")
    assert at.text_input(key="topics_find").value == "场地"
    at.text_input(key="topics_find").set_value("志愿").run()
    assert (len(lines(at)), url(at)["find"]) == (2, ["志愿"])
    at.radio(key="topics_sort").set_value("left").run()
    assert ([line["left"] for line in lines(at)], url(at)["sort"]) == (["高校", ""], ["left"])


@pytest.mark.usefixtures("built")
def test_context_obeys_the_filters_and_says_when_nothing_is_found() -> None:
    assert [line["name"] for line in lines(opened("topics", tab="context", find="学校", speaker="吴强"))] == ["吴强"]
    at = opened("topics", tab="context", find="不存在")
    assert messages(at, "info") == ["符合筛选的原话里没有这几个字。请换一个词，或在左侧放宽筛选。"]
    at.text_input(key="topics_find").set_value("").run()
    assert messages(at, "info") == ["请输入要查找的词，然后按回车。"]


def test_context_shows_more_when_asked(of_text: Callable[[str], None]) -> None:
    of_text("甲：\n" + "学校很好。" * (context.SHOWN + 5) + "\n乙：\n好。\n")
    at = opened("topics", tab="context", find="学校")
    assert (len(lines(at)), at.button(key="more_topics_context").label) == (context.SHOWN, "再看一些（还有 5 处）")
    at.button(key="more_topics_context").click().run()
    assert len(lines(at)) == context.SHOWN + 5


@pytest.mark.usefixtures("built")
def test_matrix_of_one_speaker_compares_nobody() -> None:
    at = opened("topics", speaker="周敏")
    (matrix,) = chart(at, "topics_matrix")
    assert (matrix["text"], matrix["hovertext"]) == (["2"], ["周敏 · 学校·场地：2 句，18 字"])
    assert "数字是句数；当前筛选下只剩一位发言人或一个话题，无从比较。" in "".join(inner(at, "p"))


@pytest.mark.usefixtures("built")
def test_colours_of_terms_are_those_of_their_topics() -> None:
    at = opened("topics")
    (bar,) = chart(at, "topics_terms")
    color = dict(zip([key for (key,) in bar["customdata"]], bar["marker"]["color"], strict=True))
    assert (color["学校"], color["场地"], color["志愿者"], color["高校"], color["AI"]) == (
        *["#000001"] * 2,
        *["#000002"] * 2,
        "#8A8F94",
    )
    (matrix,) = chart(at, "topics_matrix")
    assert matrix["marker"]["color"] == ["#000001", "#000001", "#000002", "#000002"]
    (along,) = chart(at, "topics_along")
    assert along["marker"]["color"] == ["#000001"] * 3 + ["#000002"] * 2
    cloud = component(at, "topics_cloud")
    hue = {word["word"]: word["hue"] for word in cloud["words"]}
    assert (hue["学校"], hue["志愿者"], hue["AI"]) == (0, 1, -1)
    assert inner(at, "li") == ["学校·场地", "志愿者·高校", "不属于任何话题"]


@pytest.mark.usefixtures("built")
def test_every_table_and_the_cloud_can_be_kept() -> None:
    assert buttons(opened("topics")) == [
        "下载词云（SVG）",
        "下载表格（CSV，4 行）",
        "下载表格（CSV，5 行）",
        "下载表格（CSV，13 行）",
    ]
    assert [buttons(opened(name)) for name in ("speakers", "challenges")] == [
        ["下载表格（CSV，4 行）", "下载表格（CSV，4 行）"],  # speakers; three organisations and those without one
        ["下载表格（CSV，2 行）"],
    ]
