"""The workbook, read by another library than the one that wrote it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from analysis.export import export
from analysis.export.content import FIGURES
from analysis.tables import BOOL, FLOAT, INT, STR, TABLES
from analysis.text import translator
from tests import handmade
from tests.analysis.export_cases import NAMES, TEXTS, TITLE, counts, hostile, written

FORMULA = ("=", "+", "-", "@", "\t", "＝")
TYPES = {INT: (int,), FLOAT: (float, int), BOOL: (bool,), STR: (str,)}
t = translator("zh")


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data))


@pytest.fixture(scope="module")
def workshop():
    return handmade.twelve()


@pytest.fixture(scope="module")
def book(workshop) -> openpyxl.Workbook:
    return opened(export(workshop, "xlsx"))


def values(sheet) -> list[tuple]:
    return list(sheet.iter_rows(values_only=True))


def test_figures_equal_the_tables(workshop, book):
    sheet = book[t("sheet.figures")]
    written_down = {row[0]: row[1] for row in values(sheet) if isinstance(row[1], int)}
    expected = counts(workshop)
    assert written_down == {t(f"figure.{name}"): expected[name] for name in FIGURES}


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_there_typed_frozen_and_filtered(workshop, book, name):
    sheet, table = book[t(f"sheet.{name}")], workshop.tables[name]
    assert (sheet.max_row, sheet.freeze_panes) == (len(table) + 1, "A2")
    assert sheet.auto_filter.ref == sheet.dimensions.split(":")[0] + ":" + sheet.dimensions.split(":")[1]
    header = [cell.value for cell in sheet[1]]
    for column in TABLES[name]:
        cells = [row[header.index(t(f"column.{column.name}"))] for row in values(sheet)[1:]]
        known = [cell for cell in cells if cell is not None]
        assert len(known) == int(table[column.name].notna().sum())
        assert {type(cell) for cell in known} <= set(TYPES.get(column.type, (str,)))


def test_numbers_of_a_table_are_those_of_the_workshop(workshop, book):
    rows = values(book[t("sheet.speakers")])
    place = rows[0].index(t("column.char_share"))
    assert [row[place] for row in rows[1:]] == pytest.approx(workshop.tables["speakers"]["char_share"].tolist())
    rows = values(book[t("sheet.turns")])
    assert [row[0] for row in rows[1:]] == list(range(1, 13))


def test_a_link_leads_to_the_row_of_the_words(workshop, book):
    sheet = book[t("sheet.challenges")]
    place = [cell.value for cell in sheet[1]].index(t("column.sentence_ids"))
    texts = dict(zip(*(workshop.tables["sentences"][c] for c in ("sentence_id", "text")), strict=True))
    for row, ids in zip(sheet.iter_rows(min_row=2), workshop.tables["challenges"]["sentence_ids"], strict=True):
        home, cell = row[place].hyperlink.location.replace("'", "").split("!")
        assert home == t("sheet.sentences")
        words = [each.value for each in book[home][int(cell.removeprefix("A"))]]
        assert (words[0], texts[ids[0]] in words) == (ids[0] + 1, True)


def test_ledger_quotes_both_ends(book):
    rows = values(book[t("sheet.ledger")])
    header = rows[0]
    first = dict(zip(header, rows[1], strict=True))
    assert (first[t("export.by")], first[t("col.ledger_adviser")]) == ("周敏", "东湖读书会")
    assert (first[t("export.quote_place")], first[t("export.review")]) == ("第 2 段 · 原稿第 4 行", "未核")
    assert first[t("col.ledger_link")] == pytest.approx(0.62)
    assert [row[header.index(t("export.status"))] for row in rows[1:]] == [t("status.answered"), t("status.open")]


def test_no_cell_is_a_formula_and_every_text_stands_as_it_was(workshop):
    data = export(hostile(workshop), "xlsx")
    cells = [cell for sheet in opened(data) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b"}
    texts = {cell.value for cell in cells if cell.data_type == "s"}
    assert [text for text in texts if text.startswith(FORMULA)] == []
    for said in (*NAMES, *TEXTS.values()):
        assert written(said) in {text.removeprefix("'").strip() for text in texts}
    parts = ZipFile(BytesIO(data))
    everything = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith((".xml", ".rels")))
    assert ("<f>" in everything, 'TargetMode="External"' in everything) == (False, False)
    assert opened(data).properties.title == TITLE


def test_a_text_longer_than_a_cell_ends_with_an_ellipsis(workshop):
    turns = workshop.tables["turns"]
    long = turns.assign(text=["很" * 40_000, *turns["text"][1:]])
    made = opened(export(handmade.Workshop(workshop.tables | {"turns": long}, workshop.about), "xlsx"))
    longest = max((str(row[3]) for row in values(made[t("sheet.turns")])), key=len)
    assert (len(longest), longest[-1]) == (32_767, "…")
