"""Each filter, set by hand: the tables and charts of every page follow it, and the address says so."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.apps import ANALYSED, chart, inner, key_figures, messages, moved, opened, rows, url

pytestmark = pytest.mark.usefixtures("built")


@dataclass(frozen=True)
class Case:
    """A filter's widget, what it is set to, and what is left: sentences 2-10 and so on, counted by hand."""

    kind: str
    key: str
    value: object
    url: dict[str, list[str]]
    left: object
    speakers: list[tuple[str, int, int, int]]  # name, turns, characters, questions
    figures: tuple[str, str, str, str, str, str]
    turns: list[int]
    terms: list[tuple[str, int]]
    matrix: list[list[int]]
    challenges: list[str]
    other: list[str]
    note: str


CASES = {
    "speaker": Case(
        kind="multiselect",
        key="filter_speakers",
        value=["吴强"],
        url={"speaker": ["吴强"]},
        left=["吴强"],
        speakers=[("吴强", 3, 24, 1)],
        figures=("1", "3", "24 字", "1", "1", "0"),
        turns=[4, 7, 11],
        terms=[("志愿者", 1), ("很着急", 1), ("学校", 1), ("联系", 1), ("工具", 1), ("帮忙", 1), ("AI", 1)],
        matrix=[[0, 2], [1, 2]],
        challenges=["志愿者太少"],
        other=[],
        note="16 句中有 4 句符合筛选；同段的其他句子以浅色显示。",
    ),
    "role": Case(
        kind="selectbox",
        key="filter_role",
        value="moderator",
        url={"role": ["moderator"]},
        left="moderator",
        speakers=[("林岚", 5, 42, 3)],
        figures=("1", "5", "42 字", "3", "0", "1"),
        turns=[1, 3, 5, 8, 12],
        terms=[("志愿者", 1), ("困难", 1), ("高校", 1), ("再谈", 1)],
        matrix=[[1, 0]],
        challenges=[],
        other=["高校志愿者也可以找"],
        note="16 句中有 8 句符合筛选；同段的其他句子以浅色显示。",
    ),
    "topic": Case(
        kind="multiselect",
        key="filter_topics",
        value=["0"],
        url={"topic": ["0"]},
        left=["0"],
        speakers=[("周敏", 2, 18, 0), ("吴强", 1, 7, 0)],
        figures=("2", "3", "25 字", "0", "1", "0"),
        turns=[2, 6, 7],
        terms=[("学校", 3), ("场地", 2), ("合作", 1), ("联系", 1)],
        matrix=[[0, 1], [0, 2]],
        challenges=["我们没有场地"],
        other=[],
        note="16 句中有 3 句符合筛选；同段的其他句子以浅色显示。",
    ),
    "text": Case(
        kind="text_input",
        key="filter_q",
        value=" 志愿者 ",
        url={"q": ["志愿者"]},
        left="志愿者",
        speakers=[("林岚", 1, 9, 0), ("吴强", 1, 5, 0)],
        figures=("2", "2", "14 字", "0", "1", "1"),
        turns=[4, 8],
        terms=[("志愿者", 2), ("高校", 1)],
        matrix=[[1, 0], [1, 2]],
        challenges=["志愿者太少"],
        other=["高校志愿者也可以找"],
        note="“志愿者”共 2 处。16 句中有 2 句符合筛选；同段的其他句子以浅色显示。",
    ),
}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[request.param]


def narrowed(name: str, case: Case) -> AppTest:
    """Open a page, then set the filter on it."""
    at = opened(name)
    getattr(at, case.kind)(key=case.key).set_value(case.value).run()
    assert (list(at.exception), messages(at, "error")) == ([], [])
    assert url(at) == {"workshop": ["twelve"], **case.url}
    return at


def test_filter_narrows_overview(case: Case) -> None:
    at = narrowed("dashboard", case)
    assert tuple(key_figures(at).values()) == case.figures
    assert [turn + 1 for _, turn in chart(at, "overview_strip")[0]["customdata"]] == case.turns
    assert {(term, count) for (term,), count in bars(at, "overview_terms")} == set(case.terms)


def bars(at: AppTest, key: str) -> list[tuple[list[str], int]]:
    (bar,) = chart(at, key)
    return list(zip(bar["customdata"], bar["x"], strict=True))


def test_filter_narrows_speakers(case: Case) -> None:
    at = narrowed("speakers", case)
    assert rows(at, "name", "turns", "chars", "questions") == case.speakers
    (bar,) = chart(at, "speakers_share")
    total = sum(chars for _, _, chars, _ in case.speakers)
    assert bar["x"] == pytest.approx([chars / total for _, _, chars, _ in case.speakers])


def test_filter_narrows_topics(case: Case) -> None:
    at = narrowed("topics", case)
    assert rows(at, "term", "count") == case.terms
    assert {(term, count) for (term,), count in bars(at, "topics_terms")} == set(case.terms)
    assert chart(at, "topics_matrix")[0]["customdata"] == case.matrix


def test_filter_narrows_challenges(case: Case) -> None:
    at = narrowed("challenges", case)
    assert [challenge for (challenge,) in rows(at, "challenge")] == case.challenges
    other = at.tabs[2].get("html")
    assert [each.proto.body.split(">")[2].split("<")[0] for each in other if "<h2" in each.proto.body] == case.other


def test_filter_narrows_transcript(case: Case) -> None:
    at = narrowed("transcript", case)
    assert [int(head.split("第 ")[1].split(" 段")[0]) for head in inner(at, "h4")] == case.turns
    assert case.note in inner(at, "p")


def test_filter_survives_a_page_change(case: Case) -> None:
    at = narrowed("dashboard", case)
    for name in ANALYSED:
        moved(at, name)
        chosen = getattr(at, case.kind)(key=case.key).value
        assert (chosen.strip() if isinstance(chosen, str) else chosen) == case.left
        assert url(at) == {"workshop": ["twelve"], **case.url}
    assert rows(moved(at, "speakers"), "name", "turns", "chars", "questions") == case.speakers


def test_filter_comes_from_the_address(case: Case) -> None:
    at = opened("speakers", workshop="twelve", **case.url)
    assert rows(at, "name", "turns", "chars", "questions") == case.speakers
    assert rows(opened("topics", **case.url), "term", "count") == case.terms


def test_filters_work_together() -> None:
    at = opened("speakers", speaker=["林岚", "吴强"], role="participant", topic=["1", "0"], q="学校")
    assert rows(at, "name", "turns", "chars") == [("吴强", 1, 7)]
    both = {"speaker": ["林岚", "吴强"], "role": ["participant"], "topic": ["1", "0"], "q": ["学校"]}
    assert url(at) == {"workshop": ["twelve"], **both}


def test_text_is_found_in_either_case() -> None:
    assert rows(opened("speakers", q="ai工具"), "name", "turns", "chars") == [("吴强", 1, 7)]


def test_filter_says_what_it_keeps_and_clears_it() -> None:
    at = opened("speakers", speaker=["周敏"], role="participant", topic=["1", "0"], q="场地", lang="zh")
    assert inner(at, "p")[1] == "只看：周敏 · 参与者 · 学校·场地 · 志愿者·高校 · 包含“场地”"
    at.button(key="filter_clear").click().run()
    assert url(at) == {"workshop": ["twelve"], "lang": ["zh"]}
    assert [name for (name,) in rows(at, "name")] == ["林岚", "吴强", "周敏", "东湖读书会"]
    assert (at.multiselect(key="filter_speakers").value, at.text_input(key="filter_q").value) == ([], "")
    assert rows(moved(moved(at, "topics"), "speakers"), "name", "turns")[0] == ("林岚", 5)


@pytest.mark.parametrize(
    ("key", "value", "url_part", "left"),
    [
        ("challenges_status", "open", {"status": ["open"]}, ["志愿者太少"]),
        ("challenges_status", "answered", {"status": ["answered"]}, ["我们没有场地"]),
        ("challenges_category", ["capability"], {"category": ["capability"]}, ["志愿者太少"]),
        ("challenges_doubtful", True, {"doubtful": ["1"]}, ["我们没有场地", "志愿者太少", "AI工具能帮忙吗"]),
    ],
)
def test_challenges_own_filter(key: str, value: object, url_part: dict, left: list[str]) -> None:
    at = opened("challenges")
    kind = {"challenges_status": "selectbox", "challenges_category": "multiselect", "challenges_doubtful": "toggle"}
    getattr(at, kind[key])(key=key).set_value(value).run()
    assert [challenge for (challenge,) in rows(at, "challenge")] == left
    assert url(at) == {"workshop": ["twelve"], **url_part}
    moved(moved(at, "topics"), "challenges")
    assert [challenge for (challenge,) in rows(at, "challenge")] == left
    assert [challenge for (challenge,) in rows(opened("challenges", **url_part), "challenge")] == left


def test_challenges_filters_leave_nothing() -> None:
    at = opened("challenges", status="open", category="operations")
    assert (list(at.exception), rows(at, "challenge")) == ([], [])
    assert messages(at, "info") == ["没有符合条件的挑战或建议。请放宽筛选，或打开“包括待核”。"]


def test_speakers_without_the_moderator() -> None:
    at = opened("speakers")
    at.toggle(key="speakers_moderator").set_value(False).run()
    assert rows(at, "name", "chars") == [("吴强", 24), ("周敏", 20), ("东湖读书会", 12)]
    assert [round(56 * share, 9) for (share,) in rows(at, "char_share")] == [24, 20, 12]
    assert inner(at, "h2")[0] == "3 位中，吴强说得最多，占 43%"
    assert url(at) == {"workshop": ["twelve"], "moderator": ["0"]}
    assert rows(moved(moved(at, "about"), "speakers"), "name")[0] == ("吴强",)
    assert rows(opened("speakers", moderator="0"), "name")[0] == ("吴强",)


@pytest.mark.parametrize("name", ANALYSED)
def test_filters_leave_nothing(name: str) -> None:
    at = opened(name, q="没有这句话")
    assert (list(at.exception), messages(at, "error")) == ([], [])
    filtered = "没有符合筛选的原话。请在左侧放宽筛选。"
    terms = "符合筛选的原话里没有关键词。请放宽筛选，或到“实录”查看全文。"
    wanted = {
        "dashboard": [filtered, terms],
        "speakers": [filtered],
        "topics": [terms],
        "challenges": ["没有符合条件的挑战或建议。请放宽筛选，或打开“包括待核”。"],
        "transcript": ["这一部分没有符合筛选的发言。请换一部分，或清除筛选。"],
        "about": [],
    }
    assert messages(at, "info") == wanted[name]
