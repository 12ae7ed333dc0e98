"""The view in the address: only what exists is taken from it; another workshop starts afresh."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.workshop import Workshop
from tests import handmade
from tests.pages.apps import ANALYSED, chart, inner, key_figures, markup, messages, moved, opened, rows, title, url

STRANGE = {
    "speaker": ["<script>alert(1)</script>", "吴", ""],
    "role": "admin",
    "topic": ["99", "-1", "abc", "0 "],
    "status": "closed",
    "category": ["money", "<b>"],
    "doubtful": "2",
    "moderator": "no",
    "term": "不存在",
    "turn": "13",
    "lang": "fr",
    "workshop": "../../etc",
    "session": "1",
}


@pytest.mark.parametrize("name", ANALYSED)
@pytest.mark.usefixtures("built")
def test_strange_parameters_change_nothing(name: str) -> None:
    at, plain = opened(name, **STRANGE), opened(name)
    assert (list(at.exception), messages(at, "error")) == ([], [])
    assert markup(at) == markup(plain)
    assert [table.value.to_dict() for table in at.dataframe] == [table.value.to_dict() for table in plain.dataframe]
    kept = url(at)
    assert {key: kept.get(key) for key in ("workshop", "speaker", "role", "topic", "q")} == {
        "workshop": ["twelve"],
        "speaker": None,
        "role": None,
        "topic": None,
        "q": None,
    }


@pytest.mark.parametrize("turn", ["0", "-1", "13", "1e3", "１２", "9" * 40, "²", "", "turn", "1;2"])
@pytest.mark.usefixtures("built")
def test_transcript_ignores_a_turn_that_is_not_there(turn: str) -> None:
    at = opened("transcript", turn=turn)
    assert (list(at.exception), len(inner(at, "section")), len(at.get("bidi_component"))) == ([], 12, 0)


@pytest.mark.usefixtures("built")
def test_transcript_leads_to_a_turn() -> None:
    at = opened("transcript", turn="10")
    (scroll,) = at.get("bidi_component")
    assert json.loads(scroll.proto.json)["id"] == "turn-10"
    assert 'id="turn-10"' in markup(at)


@pytest.mark.usefixtures("built")
def test_transcript_shows_the_turn_of_a_link_though_filtered_out() -> None:
    assert inner(opened("transcript", speaker="吴强", turn="2"), "h4") == [
        "周敏　第 2 段 · 原稿第 3 行",
        "吴强　第 4 段 · 原稿第 7 行",
        "吴强　第 7 段 · 原稿第 13 行",
        "吴强　第 11 段 · 原稿第 21 行",
    ]


@pytest.mark.usefixtures("built")
def test_topics_shows_the_term_of_a_link() -> None:
    at = opened("topics", term="学校")
    assert inner(at, "h2")[1] == "说到“学校”的原话"
    assert inner(at, "blockquote") == ["周敏　可以和学校合作,学校有场地。", "吴强　好,我去联系学校。"]
    assert [link.proto.label for link in at.main.get("page_link")] == [
        "在实录中查看：第 6 段（原稿第 12 行）",
        "在实录中查看：第 7 段（原稿第 14 行）",
    ]


@pytest.mark.parametrize("text", ["{t} {0} %s <b> $x$ \\ (", "a" * 500, "\u202e\x00\x07", "　"])
@pytest.mark.parametrize("name", ANALYSED)
@pytest.mark.usefixtures("built")
def test_any_text_may_be_looked_for(name: str, text: str) -> None:
    at = opened(name, q=text)
    assert (list(at.exception), messages(at, "error")) == ([], [])
    assert len(url(at).get("q", [""])[0]) <= 60


@pytest.fixture
def two(own: Path, twelve: Workshop) -> Path:
    """Put a newer workshop beside the twelve turns; its speakers have other names."""
    speakers = twelve.tables["speakers"].assign(name=["甲", "乙", "丙", "丁"])
    folder = handmade.put(own, "later", replace(twelve, tables=twelve.tables | {"speakers": speakers}))
    os.utime(own / "workshops" / "twelve", (1, 1))
    os.utime(folder, (9, 9))
    return own


@pytest.mark.usefixtures("built")
def test_one_workshop_leaves_nothing_to_choose() -> None:
    assert "workshop" not in [box.key for box in opened("speakers").selectbox]


@pytest.mark.usefixtures("two")
def test_newest_workshop_is_shown_first() -> None:
    at = opened("speakers")
    assert at.selectbox(key="workshop").options == ["十二段 · later", "十二段 · twelve"]  # two of one title
    assert at.selectbox(key="workshop").value == "later"
    assert [name for (name,) in rows(at, "name")] == ["甲", "丙", "乙", "丁"]


@pytest.mark.usefixtures("two")
def test_choosing_a_workshop_forgets_the_filters() -> None:
    at = opened("speakers", speaker="丙", role="participant", topic="0", q="学校", lang="en")
    assert rows(at, "name", "chars") == [("丙", 7)]
    at.selectbox(key="workshop").set_value("twelve").run()
    assert list(at.exception) == []
    assert [name for (name,) in rows(at, "name")] == ["林岚", "吴强", "周敏", "东湖读书会"]
    assert url(at) == {"workshop": ["twelve"], "lang": ["en"]}
    moved(at, "dashboard")
    assert (title(at), list(key_figures(at).values())[:3]) == (["Overview"], ["4", "12", "98"])
    assert url(at) == {"workshop": ["twelve"], "lang": ["en"]}
    at.selectbox(key="workshop").set_value("later").run()
    assert "Turn 1 · 甲 · 9 characters" in chart(at, "overview_strip")[0]["hovertext"]


@pytest.mark.usefixtures("two")
def test_workshop_comes_from_the_address() -> None:
    at = opened("speakers", workshop="twelve", speaker="吴强")
    assert (at.selectbox(key="workshop").value, rows(at, "name")) == ("twelve", [("吴强",)])
    assert rows(opened("speakers", workshop="none", speaker="丙"), "name") == [("丙",)]
