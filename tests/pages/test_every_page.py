"""Every page runs, in both languages, and says what it is."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.pairs import shown_only
from analysis.text import LANGUAGES
from analysis.workshop import read_workshop
from pages.shared import loaded
from tests import handmade
from tests.pages.apps import NAMES, messages, moved, opened, title, url

TITLES = {
    "dashboard": ("总览", "Overview"),
    "about": ("方法", "Method"),
    "challenges": ("挑战与建议", "Challenges and advice"),
    "speakers": ("发言人", "Speakers"),
    "topics": ("话题", "Topics"),
    "transcript": ("实录", "Transcript"),
    "upload": ("导入", "Import"),
}


def test_titles_cover_every_page() -> None:
    assert sorted(TITLES) == sorted(NAMES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("built")
def test_page_runs(name: str, language: str) -> None:
    at = opened(name, lang=language)
    assert (list(at.exception), messages(at, "error"), messages(at, "info")) == ([], [], [])
    assert title(at) == [TITLES[name][LANGUAGES.index(language)]]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("built")
def test_page_links_speak_the_language(name: str) -> None:
    links = [link.proto.label for link in opened(name, lang="en").sidebar.get("page_link")]
    assert links == ["Overview", "Speakers", "Topics", "Challenges and advice", "Transcript", "Import", "Method"]


@pytest.mark.usefixtures("built")
def test_language_is_chinese_unless_chosen() -> None:
    assert [title(opened("speakers")), title(opened("speakers", lang="fr"))] == [["发言人"], ["发言人"]]


@pytest.mark.usefixtures("built")
def test_language_is_kept_across_pages() -> None:
    at = opened("dashboard")
    at.radio(key="lang").set_value("en").run()
    assert url(at) == {"workshop": ["twelve"], "lang": ["en"]}
    assert [title(moved(at, name)) for name in TITLES] == [[english] for _, english in TITLES.values()]
    at.radio(key="lang").set_value("zh").run()
    assert title(moved(at, "topics")) == ["话题"]


@pytest.mark.parametrize("name", NAMES)
def test_page_runs_on_a_workshop_without_ledger_and_topics(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
    handmade.put(tmp_path, "bare", handmade.bare())
    at = opened(name)
    assert (list(at.exception), messages(at, "error")) == ([], [])
    assert messages(at, "info") == {
        "topics": ["文字稿不足 30 句，或反复说到的关键词不足 6 个，或筛选后没有句子，不归纳话题。请看上面的关键词。"],
        "challenges": ["没有符合条件的挑战或建议。请放宽筛选，或打开“包括待核”。"],
    }.get(name, [])


@pytest.mark.parametrize("name", NAMES)
def test_page_runs_on_one_turn(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
    handmade.put(tmp_path, "one", handmade.of_text("林岚：\n大家好。\n", tmp_path))
    at = opened(name)
    assert (list(at.exception), messages(at, "error"), title(at)) == ([], [], [TITLES[name][0]])


def test_pages_leave_the_shared_tables_alone(built: Path) -> None:
    folder = built / "workshops" / "twelve"
    narrow = {"speaker": ["周敏"], "topic": ["0"], "q": "学校", "doubtful": "1", "moderator": "0", "turn": "6"}
    ran = [list(opened(name, **params).exception) for name in NAMES for params in ({}, narrow)]
    assert ran == [[]] * 2 * len(NAMES)
    shared, fresh = loaded.load(folder, codes=False)[0].workshop, shown_only(read_workshop(folder))
    for name, table in fresh.tables.items():
        pd.testing.assert_frame_equal(shared.tables[name], table)
