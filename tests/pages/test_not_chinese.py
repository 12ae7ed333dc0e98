"""A meeting in English: the pages say that the model was made for Chinese, and show no rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis import paths
from analysis.text import LANGUAGES, translator
from tests import handmade
from tests.pages.apps import NAMES, inner, key_figures, messages, opened


@pytest.fixture(scope="module")
def english_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("english")
    text = (paths.ROOT / "tests" / "fixtures" / "english.txt").read_text(encoding="utf-8")
    handmade.put(home, "english", handmade.of_text(text, home))
    return home


@pytest.fixture(autouse=True)
def english(english_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(english_home))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["dashboard", "challenges"])
def test_page_says_why_there_are_no_rows(name: str, language: str) -> None:
    at = opened(name, lang=language)
    assert (list(at.exception), messages(at, "error")) == ([], [])
    assert messages(at, "info") == [translator(language)("empty.not_chinese")]


@pytest.mark.parametrize("name", NAMES)
def test_page_runs(name: str) -> None:
    at = opened(name, lang="en")
    assert (list(at.exception), messages(at, "error")) == ([], [])


def test_overview_counts_no_rows() -> None:
    at = opened("dashboard", lang="en")
    assert list(key_figures(at)) == ["Speakers", "Turns", "Characters", "Questions"]
    assert "Telling quotes" not in inner(at, "h2")
    assert list(at.button_group(key="overview_behind").options) == ["Questions"]


def test_speakers_show_nothing_of_the_ledger() -> None:
    at = opened("speakers", lang="en")
    assert not {"challenges", "advice"} & set(at.dataframe[0].value.columns)
    assert list(at.radio(key="speakers_exchange").options) == ["Spoke right after"]
