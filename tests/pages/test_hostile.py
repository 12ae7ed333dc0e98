"""Text from outside that tries to be more: no page fails, tables and charts hold it as it stands."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from analysis.text import LANGUAGES
from pages.shared import details, html
from tests.hostile import NAMES, TERMS, TRICKS, build_hostile
from tests.pages.apps import ANALYSED, chart, inner, markup, messages, opened, rows
from tests.pages.apps import NAMES as PAGES


@pytest.fixture(scope="module")
def hostile_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("hostile")
    build_hostile(home)
    return home


@pytest.fixture(autouse=True)
def _hostile(hostile_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(hostile_home))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_page_runs(name: str, language: str) -> None:
    at = opened(name, lang=language)
    assert (list(at.exception), messages(at, "error"), messages(at, "info")) == ([], [], [])
    assert [part for part in ("<script", "<img", "<a ", "javascript:alert(3)</") if part in markup(at)] == []


@pytest.mark.parametrize("name", ANALYSED)
def test_page_runs_with_everything_filtered_and_opened(name: str) -> None:
    filters = {"speaker": list(NAMES), "topic": ["0", "1"], "q": "尾", "term": TERMS[3], "turn": "3", "doubtful": "1"}
    at = opened(name, **filters)
    assert (list(at.exception), messages(at, "error")) == ([], [])
    shown = inner(at, "p")[1].removeprefix("只看：").removesuffix(" · 包含“尾”")
    assert shown == " · ".join([*NAMES, "·".join(TERMS[:2]), TERMS[2] + TERMS[3]])


@pytest.mark.parametrize("tab", details.TABS)
def test_tabs_of_the_topics_page_run(tab: str) -> None:
    at = opened("topics", tab=tab, find="<img", term=TERMS[0])
    assert (list(at.exception), messages(at, "error")) == ([], [])
    assert [part for part in ("<script", "<img", "<a ") if part in markup(at)] == []


def test_speakers_table_and_chart_hold_the_names() -> None:
    at = opened("speakers")
    assert {name for (name,) in rows(at, "name")} == set(NAMES)
    (bar,) = chart(at, "speakers_share")
    by_id = {key: hover for (key,), hover in zip(bar["customdata"], bar["hovertext"], strict=True)}
    assert [by_id[n].rsplit(" · ", 2)[0] for n in range(4)] == [escape(name, quote=False) for name in NAMES]


def test_topics_table_holds_the_terms() -> None:
    assert {term for (term,) in rows(opened("topics"), "term")} == set(TERMS)


def test_transcript_holds_the_sentences_escaped() -> None:
    at = opened("transcript")
    said = [part.split("行", 1)[1] for part in inner(at, "section")]
    assert said == [f"{trick}。" for trick in TRICKS]


def test_literal_escapes_all_that_markdown_reads() -> None:
    assert html.literal("a*b_[c](d) $x$ :e: <f> `g` ~h~ #i | j") == (
        r"a\*b\_\[c\]\(d\) \$x\$ \:e\: \<f\> \`g\` \~h\~ \#i \| j"
    )
    assert html.literal("-> a@b.c http://d www.e") == (
        "\\-\u2060\\> a\\@\u2060b\\.c http\\:\\/\\/\u2060d www\u2060\\.e"
    )


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("a<b", [], "a&lt;b"),
        ("a<b>c", ["<B>"], "a<mark>&lt;b&gt;</mark>c"),
        ("&lt;", ["lt", "amp"], "&amp;<mark>lt</mark>;"),
        ("学校的学", ["学", "学校"], "<mark>学校</mark>的<mark>学</mark>"),
        ("a.b", ["."], "a<mark>.</mark>b"),
        ("ab", ["", ""], "ab"),
        ("", ["x"], ""),
    ],
)
def test_marked_escapes_and_marks(text: str, words: list[str], marked: str) -> None:
    assert html.marked(text, words) == marked
