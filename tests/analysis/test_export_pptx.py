"""The slides, read back shape by shape."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from analysis.export import export
from analysis.export.content import FIGURES
from analysis.export.look import TYPEFACE
from analysis.text import translator
from tests import handmade
from tests.analysis.export_cases import NAMES, TEXTS, TITLE, counts, hostile, written

t = translator("zh")


def opened(data: bytes):
    return Presentation(BytesIO(data))


def texts(slide) -> list[str]:
    return [p.text for shape in slide.shapes if shape.has_text_frame for p in shape.text_frame.paragraphs]


def notes(deck) -> str:
    return "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide)


def charts(deck) -> list:
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


@pytest.fixture(scope="module")
def workshop():
    return handmade.twelve()


@pytest.fixture(scope="module")
def deck(workshop):
    return opened(export(workshop, "pptx"))


def test_figures_equal_the_tables(workshop, deck):
    said, expected = texts(deck.slides[1]), counts(workshop)
    found = {label: said[said.index(label) - 1] for label in (t(f"figure.{name}") for name in FIGURES)}
    assert found == {t(f"figure.{name}"): f"{expected[name]:,}" for name in FIGURES}


def test_charts_hold_the_numbers_and_can_be_edited(workshop, deck):
    shares, topics, categories = charts(deck)
    speakers = workshop.tables["speakers"].sort_values("chars", ascending=False, kind="stable")
    assert list(shares.plots[0].categories) == speakers["name"].tolist()
    assert list(shares.plots[0].series[0].values) == pytest.approx(speakers["char_share"].tolist())
    assert list(topics.plots[0].series[0].values) == workshop.tables["topics"]["sentences"].tolist()
    raised = {s.name: sum(v or 0 for v in s.values) for s in categories.plots[0].series}
    assert raised == {t("status.answered"): 1, t("status.open"): 1}
    assert all(chart.part.chart_workbook.xlsx_part is not None for chart in (shares, topics, categories))


def test_notes_hold_whole_quotes_and_their_places(deck):
    said = notes(deck)
    assert f"{t('kind.challenge')} · 周敏 · 第 2 段 · 原稿第 4 行\n“我们没有场地。”" in said
    assert "“我们有3个读书点,欢迎来用。”" in said
    assert any("志愿者太少" in line for slide in deck.slides for line in texts(slide))


def test_every_text_names_a_chinese_typeface_and_can_be_read_from_afar(deck):
    for slide in deck.slides:
        runs = list(slide.element.iter(qn("a:r")))
        assert {run.find(qn("a:rPr")).find(qn("a:ea")).get("typeface") for run in runs} == {TYPEFACE}
        assert min(int(run.find(qn("a:rPr")).get("sz")) for run in runs) * 127 >= Pt(14)
        assert slide.shapes.title.text_frame.text
    for chart in charts(deck):
        assert [ea.get("typeface") for ea in chart._chartSpace.iter(qn("a:ea"))][-1] == TYPEFACE


def test_shapes_stand_on_the_slide(deck):
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_hostile_text_is_text_and_no_chart_computes_it(workshop):
    data = export(hostile(workshop), "pptx")
    made, parts = opened(data), ZipFile(BytesIO(data))
    said = notes(made)
    for text in (*(TEXTS[n] for n in (2, 4, 5, 11)), *NAMES):
        assert " ".join(written(text).split()) in said
    for name in parts.namelist():
        assert b'TargetMode="External"' not in parts.read(name)
        if name.endswith(".xlsx"):
            sheet = openpyxl.load_workbook(BytesIO(parts.read(name))).active
            cells = [cell for row in sheet.iter_rows() for cell in row]
            assert {cell.data_type for cell in cells} <= {"s", "n"}
            assert [cell.hyperlink for cell in cells if cell.hyperlink] == []
    assert made.core_properties.title == TITLE


def test_nothing_tells_when_it_was_made_or_by_whom(workshop):
    data = export(workshop, "pptx")
    assert data == export(workshop, "pptx")
    facts = opened(data).core_properties
    assert (facts.author, facts.last_modified_by, facts.created.year) == (t("app.name"), t("app.name"), 2000)
    assert {info.date_time[0] for info in ZipFile(BytesIO(data)).infolist()} == {1980}


def test_long_ledger_keeps_the_surest_and_says_how_many_more(workshop):
    challenges = workshop.tables["challenges"]
    many = handmade.make_table(
        "challenges", [(f"D{n}", *tuple(challenges.iloc[1])[1:6], n / 100, True, [], [], "open") for n in range(50)]
    )
    tables = workshop.tables | {"challenges": many, "links": workshop.tables["links"].iloc[:0]}
    made = opened(export(handmade.Workshop(tables, workshop.about), "pptx"))
    assert sum(t("export.more_elsewhere", count=10) in texts(slide) for slide in made.slides) == 1
