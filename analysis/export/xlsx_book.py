"""The workbook: a summary, the ledger with both quotes, and every table with its types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pandas as pd
import pyarrow as pa
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from analysis.csv_file import inert
from analysis.export.archive import MADE, steady
from analysis.export.content import Report, Said, figures, method
from analysis.export.look import ACCENT, SHADE, TYPEFACE
from analysis.tables import BOOL, FLOAT, INT, TABLES, Column

CELL = 32_767  # characters a cell can hold
LINKS = 65_000  # of the 65,530 that a sheet can hold
_SHARES = ("char_share", "confidence", "challenge_score", "advice_score", "weight")
_WIDE = {"text": 70, "summary": 44, "affiliation": 30, "organisation": 26, "terms": 40, "cues": 26, "title": 26}
_SENTENCES = "sentences"


_KINDS = {  # of cells
    "text": {"text_wrap": True},
    "int": {"num_format": "#,##0"},
    "float": {"num_format": "0.0"},
    "share": {"num_format": "0.0%"},
    "bool": {},
    "link": {"underline": 1, "font_color": ACCENT, "num_format": "0"},
    "head": {"bold": True, "bg_color": SHADE, "bottom": 1, "text_wrap": True},
    "title": {"bold": True, "font_size": 16, "font_color": ACCENT},
}


@dataclass(frozen=True)
class _Book:
    """A workbook under way: the formats of its cells by kind, and how many links each sheet has."""

    report: Report
    workbook: Workbook
    formats: dict[str, Format]
    links: Counter[str]

    @property
    def t(self) -> Callable[..., str]:
        return self.report.t

    def sheet(self, name: str) -> Worksheet:
        sheet = self.workbook.add_worksheet(self.t(f"sheet.{name}"))
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        return sheet

    def head(self, sheet: Worksheet, headers: list[str], widths: list[float], rows: int) -> None:
        """Write, freeze and filter the header."""
        for place, (header, width) in enumerate(zip(headers, widths, strict=True)):
            sheet.set_column(place, place, width)
            self.text(sheet, 0, place, header, "head")
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, max(rows, 1), len(headers) - 1)

    def text(self, sheet: Worksheet, row: int, place: int, value: str, kind: str = "text") -> None:
        """Write a text as a text, whatever it begins with; the formats hold no rich text and no link."""
        safe = inert(value)
        sheet.write_string(row, place, safe if len(safe) <= CELL else safe[: CELL - 1] + "…", self.formats[kind])

    def link(self, sheet: Worksheet, row: int, place: int, value: int | str, home: str, number: int) -> None:
        """Write a value that leads to the row of an id, where the sheet has room for one more link."""
        self.links[sheet.name] += 1
        if self.links[sheet.name] <= LINKS:
            target = f"internal:'{self.t(f'sheet.{home}')}'!A{number + 2}"
            sheet.write_url(row, place, target, self.formats["link"], "x")
        if isinstance(value, str):
            self.text(sheet, row, place, value, "link")
        else:
            sheet.write_number(row, place, value, self.formats["link"])


def xlsx(report: Report) -> bytes:
    """Write the workbook.

    Parameters
    ----------
    report : Report
        As `gather` gives it.

    Returns
    -------
    bytes
        An xlsx file. Ids count from 1, so that the row of an id is the id's own number under the header; texts that a
        spreadsheet would compute begin with an apostrophe.
    """
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        name = report.t("app.name")
        subject = report.t("export.subject")
        workbook.set_properties({"title": report.title, "subject": subject, "author": name, "created": MADE})
        base = {"font_name": TYPEFACE, "font_size": 10, "valign": "top"}
        formats = {kind: workbook.add_format(base | look) for kind, look in _KINDS.items()}
        book = _Book(report, workbook, formats, Counter())
        _summary(book)
        _ledger(book)
        for table in TABLES:
            _table(book, table)
        _method(book)
    return steady(out.getvalue())


def _summary(book: _Book) -> None:
    report, t = book.report, book.t
    sheet = book.sheet("figures")
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 14)
    sheet.set_column(2, 2, 70)
    sheet.hide_gridlines(2)
    book.text(sheet, 0, 0, report.title, "title")
    book.text(sheet, 1, 0, report.facts, "bool")
    for place, header in enumerate((t("export.item"), t("export.value"), t("export.counted"))):
        book.text(sheet, 3, place, header, "head")
    row = 4
    for label, value, counted in figures(report):
        book.text(sheet, row, 0, label)
        sheet.write_number(row, 1, value, book.formats["int"])
        book.text(sheet, row, 2, counted)
        row += 1
    notes = [t("export.ids_note"), t("export.unreviewed_note") if report.has_ledger else t("empty.not_chinese")]
    for place, note in enumerate(notes):
        sheet.merge_range(row + 1 + place, 0, row + 1 + place, 2, "", book.formats["text"])
        book.text(sheet, row + 1 + place, 0, note)
        sheet.set_row(row + 1 + place, 46)


def _ledger(book: _Book) -> None:
    """Write a row for each answer; a challenge without one has a row of its own."""
    t = book.t
    sheet = book.sheet("ledger")
    rows = [(entry, answer) for entry in book.report.entries for answer in entry.answers or (None,)]
    columns = {
        t("sheet.challenges"): 40,
        t("export.by"): 14,
        t("export.category"): 14,
        t("export.status"): 14,
        t("col.ledger_confidence"): 9,
        t("export.quote_column"): 60,
        t("export.quote_place"): 24,
        t("sheet.advice"): 40,
        t("col.ledger_adviser"): 14,
        t("col.ledger_link"): 9,
        t("export.answer_quote"): 60,
        t("export.answer_place"): 24,
        t("export.review"): 10,
    }
    book.head(sheet, list(columns), list(columns.values()), len(rows))
    for row, (entry, answer) in enumerate(rows, 1):
        said = entry.challenge
        texts = (said.summary, said.name, said.category_name, t(f"status.{entry.status}"))
        for place, text in enumerate(texts):
            book.text(sheet, row, place, text)
        sheet.write_number(row, 4, said.confidence, book.formats["share"])
        _quote(book, sheet, row, 5, said)
        if answer is not None:
            book.text(sheet, row, 7, answer.summary)
            book.text(sheet, row, 8, answer.name)
            sheet.write_number(row, 9, answer.link_confidence, book.formats["share"])
            _quote(book, sheet, row, 10, answer)
        book.text(sheet, row, 12, said.review)


def _quote(book: _Book, sheet: Worksheet, row: int, place: int, said: Said) -> None:
    book.text(sheet, row, place, said.quote)
    book.link(sheet, row, place + 1, said.place, _SENTENCES, said.sentence_id)


def _table(book: _Book, name: str) -> None:
    """Write one table as it is stored, the speaker's name beside the id."""
    table, t = book.report.workshop.tables[name], book.t
    sheet = book.sheet(name)
    names = dict(zip(*(book.report.workshop.tables["speakers"][c] for c in ("speaker_id", "name")), strict=True))
    place, headers, widths = 0, [], []
    for column in TABLES[name]:
        write = _writer(book, sheet, name, column)
        for row, value in enumerate(table[column.name].tolist(), 1):
            if isinstance(value, list) or not pd.isna(value):
                write(row, place, value)
        headers.append(t(f"column.{column.name}"))
        widths.append(_WIDE.get(column.name, 14 if column.type in (INT, FLOAT, BOOL) else 18))
        place += 1
        if column.to == "speakers.speaker_id":
            for row, value in enumerate(table[column.name].tolist(), 1):
                book.text(sheet, row, place, names[value])
            headers.append(t("column.name"))
            widths.append(18)
            place += 1
    book.head(sheet, headers, widths, len(table))


def _writer(book: _Book, sheet: Worksheet, table: str, column: Column) -> Callable[[int, int, object], None]:
    """Choose how the cells of a column are written."""
    formats, home = book.formats, column.to.partition(".")[0]
    if column.type == BOOL:
        return lambda row, place, value: sheet.write_boolean(row, place, value, formats["bool"])
    if column.type == FLOAT:
        form = formats["share" if column.name in _SHARES else "float"]
        return lambda row, place, value: sheet.write_number(row, place, value, form)
    if column.type == INT and home:
        return lambda row, place, value: book.link(sheet, row, place, value + 1, home, value)
    if column.type == INT:
        first, form = int(column.name == TABLES[table][0].name and column.name.endswith("_id")), formats["int"]
        return lambda row, place, value: sheet.write_number(row, place, value + first, form)
    if home == _SENTENCES:
        return lambda row, place, value: book.link(sheet, row, place, _numbers(value), home, value[0])
    if home in ("challenges", "advice"):
        rows = {key: n for n, key in enumerate(book.report.workshop.tables[home][column.to.partition(".")[2]])}
        return lambda row, place, value: book.link(sheet, row, place, value, home, rows[value])
    return lambda row, place, value: book.text(sheet, row, place, _said(book, table, column, value))


def _numbers(ids: list[int]) -> str:
    return " ".join(str(number + 1) for number in ids)


def _said(book: _Book, table: str, column: Column, value: object) -> str:
    """Give a cell's text: values of a fixed set in the language of the file."""
    if pa.types.is_list(column.type):
        return " ".join(_named(book, table, column, each) for each in value)
    return _named(book, table, column, value)


def _named(book: _Book, table: str, column: Column, value: str) -> str:
    if not column.values:
        return value
    if table == "terms":
        return book.t(f"term_kind.{value}")
    if column.name == "kind":
        return book.t(f"unowned.{value}" if table == "unowned" else f"exchange.{value}")
    families = {
        "role": f"role.{value}",
        "status": f"status.{value}",
        "category": f"category.{value}",
        "bases": f"basis.{value}",
    }
    return book.t(families[column.name])


def _method(book: _Book) -> None:
    sheet = book.sheet("method")
    parts = [(heading, what, text) for heading, pairs in method(book.report).items() for what, text in pairs]
    headers = [book.t("export.method"), book.t("export.item"), book.t("export.counted")]
    book.head(sheet, headers, [24, 22, 100], len(parts))
    for row, cells in enumerate(parts, 1):
        for place, text in enumerate(cells):
            book.text(sheet, row, place, text)
