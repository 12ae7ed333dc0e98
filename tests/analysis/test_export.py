"""What all kinds of files have in common."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from analysis.export import KINDS, export, file_name
from analysis.export.content import EXCERPT, SHORT, gather
from analysis.export.look import PALETTE
from analysis.export.plain import clipped, excerpt, isolated
from analysis.paths import ROOT
from analysis.workshop import Workshop
from tests import handmade
from tests.analysis.export_cases import hostile


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return handmade.twelve()


def whole(data: bytes) -> str:
    """Give all the text that stands anywhere in a file, its properties and the workbooks of charts with it."""
    if not data.startswith(b"PK"):
        return data.decode()
    parts = ZipFile(BytesIO(data))
    inside = [parts.read(name) for name in parts.namelist()]
    return "".join(whole(part) if part.startswith(b"PK") else part.decode("utf-8", "ignore") for part in inside)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_is_written_in_both_languages(workshop, kind, lang):
    said = whole(export(workshop, kind, lang=lang))
    assert ("周敏" in said, "我们没有场地。" in said, "十二段" in said) == (True, True, True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_workshop_without_a_ledger_or_topics_is_written_too(kind):
    assert export(handmade.bare(), kind)
    assert export(replace(handmade.bare(), about=handmade.bare().about | {"chinese": False}), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_codes_take_the_place_of_names_everywhere(workshop, kind):
    told = workshop.about | {"title": "周敏的会", "slug": "周敏"}
    said = whole(export(replace(workshop, about=told), kind, codes=True))
    assert [name for name in ("周敏", "林岚", "吴强", "青山社区服务中心") if name in said] == []
    assert ("参与者A的会" in said, file_name(replace(workshop, about=told), kind, codes=True)[:4]) == (True, "参与者A")


def test_tables_are_left_as_they_were(workshop):
    given = hostile(workshop)
    before = {name: table.copy(deep=True) for name, table in given.tables.items()}
    export(given, "xlsx")
    assert all(table.equals(given.tables[name]) for name, table in before.items())


def test_every_row_is_marked_as_not_reviewed(workshop):
    report = gather(workshop, "en")
    rows = [said for entry in report.entries for said in (entry.challenge, *entry.answers)] + list(report.others)
    assert [(said.id, said.review) for said in rows] == [(i, "not reviewed") for i in ("C1", "A2", "C2", "A1")]
    assert all(len(said.short) <= SHORT and len(said.excerpt) <= EXCERPT for said in rows)


def test_isolated_text_stays_closed_when_it_is_cut():
    name = isolated("甲\u202e" + "反" * 20)
    assert clipped(name, 10) == "\u2068甲\u202e反反反反反…\u2069"
    assert isolated("甲") == "甲"


@pytest.mark.parametrize("core", ["不在里面", "很重要", "开头"])
def test_excerpt_is_never_longer_than_its_room(core):
    quote = "开头的话，" + "中间说了很多，" * 30 + "信任很重要，" + "后面还有，" * 30
    found = excerpt(quote, core, 60)
    assert len(found) <= 60
    assert (core in found) == (core in quote)


def test_colors_are_those_of_the_light_theme():
    config = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    light = config.split("[theme.light]")[1].split("[theme.dark]")[0]
    assert f"chartCategoricalColors = {list(PALETTE)}".replace("'", '"') in light
