"""Missing or damaged data: what is wrong and the command that mends it, never a stack trace."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis.tables import TABLES, make_table, to_arrow
from tests.pages.apps import ANALYSED, messages, opened, title, url

LANGUAGES = ("zh", "en")
MISSING = {
    "zh": "{where}: 缺少数据表 {table}。请运行：python -m analysis build",
    "en": "{where}: The table {table} is missing. Run: python -m analysis build",
}
DAMAGED = {
    "zh": "{where}: 数据表 {table} 已损坏或版本不符。请运行：python -m analysis build",
    "en": "{where}: The table {table} is damaged or of another version. Run: python -m analysis build",
}
NOTHING = {
    "zh": "还没有分析过的工作坊。请到“导入”页放进一份文字稿。",
    "en": "No workshop has been analysed yet. Drop a transcript in on the page Import.",
}


def said(name: str, language: str) -> list[str]:
    """Open a page; give its errors where nothing else went wrong."""
    at = opened(name, lang=language)
    assert (list(at.exception), len(at.get("plotly_chart")), len(at.dataframe)) == ([], 0, 0)
    return messages(at, "error")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ANALYSED)
def test_no_workshop(name: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
    assert said(name, language) == [NOTHING[language]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ANALYSED)
def test_table_is_missing(name: str, language: str, own: Path) -> None:
    (own / "workshops" / "twelve" / "turns.parquet").unlink()
    assert said(name, language) == [MISSING[language].format(where="turns.parquet", table="turns")]


@pytest.mark.parametrize("table", TABLES)
def test_any_table_is_missing(table: str, own: Path) -> None:
    (own / "workshops" / "twelve" / f"{table}.parquet").unlink()
    assert said("dashboard", "en") == [MISSING["en"].format(where=f"{table}.parquet", table=table)]


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def other_schema(path: Path) -> None:
    pq.write_table(pa.table({"turn_id": [0], "text": ["x"]}), path)


def no_rows(path: Path) -> None:
    pq.write_table(to_arrow("turns", make_table("turns", [])), path)


@pytest.mark.parametrize("harm", [cut, empty, other_schema], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ANALYSED)
def test_table_is_damaged(name: str, language: str, harm, own: Path) -> None:
    harm(own / "workshops" / "twelve" / "turns.parquet")
    assert said(name, language) == [DAMAGED[language].format(where="turns.parquet", table="turns")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_table_of_another_workshop(language: str, own: Path) -> None:
    no_rows(own / "workshops" / "twelve" / "turns.parquet")
    assert said("dashboard", language) == [DAMAGED[language].format(where="sentences.parquet", table="sentences")]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"title": null}', "null", '{"title": "\udcff"}'])
@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_are_damaged(language: str, text: str, own: Path) -> None:
    (own / "workshops" / "twelve" / "workshop.json").write_text(text, encoding="utf-8", errors="surrogateescape")
    assert said("speakers", language) == [DAMAGED[language].format(where="twelve", table="workshop.json")]


def test_language_can_be_chosen_though_nothing_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
    at = opened("speakers")
    assert messages(at, "error") == [NOTHING["zh"]]
    at.radio(key="lang").set_value("en").run()
    assert (messages(at, "error"), url(at)) == ([NOTHING["en"]], {"lang": ["en"]})
    at.radio(key="lang").set_value("zh").run()
    assert messages(at, "error") == [NOTHING["zh"]]


def test_workshop_is_shown_once_it_is_mended(own: Path) -> None:
    path = own / "workshops" / "twelve" / "turns.parquet"
    whole = path.read_bytes()
    path.unlink()
    at = opened("speakers")
    assert messages(at, "error") == [MISSING["zh"].format(where="turns.parquet", table="turns")]
    path.write_bytes(whole)
    at.run()
    assert (messages(at, "error"), title(at)) == ([], ["发言人"])
