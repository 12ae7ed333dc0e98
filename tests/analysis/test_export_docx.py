"""The report in Word: read back part by part."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from analysis.export import export
from analysis.export.content import FIGURES, SHORT
from analysis.export.look import TYPEFACE
from analysis.text import translator
from tests import handmade
from tests.analysis.export_cases import NAMES, TEXTS, TITLE, counts, hostile, written

t = translator("zh")


def opened(data: bytes):
    return Document(BytesIO(data))


def texts(document) -> list[str]:
    """Collect the text of every paragraph, those in tables too."""
    return ["".join(part.text or "" for part in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p"))]


@pytest.fixture(scope="module")
def workshop():
    return handmade.twelve()


@pytest.fixture(scope="module")
def report(workshop):
    return opened(export(workshop, "docx"))


def test_figures_equal_the_tables_in_the_short_and_the_long_version(workshop, report):
    expected = counts(workshop)
    strip = [[cell.text for cell in row.cells] for row in report.tables[0].rows]
    assert dict(zip(strip[1], strip[0], strict=True)) == {t(f"figure.{n}"): f"{expected[n]:,}" for n in FIGURES}
    long = next(table for table in report.tables if table.rows[0].cells[0].text == t("export.item"))
    assert {row.cells[0].text: row.cells[1].text for row in long.rows[1:]} == {
        t(f"figure.{name}"): f"{expected[name]:,}" for name in FIGURES
    }


def test_speakers_are_those_of_the_tables(workshop, report):
    header = [t(f"col.{name}") for name in ("name", "role")]
    table = next(each for each in report.tables if [c.text for c in each.rows[0].cells][:2] == header)
    speakers = workshop.tables["speakers"].sort_values("chars", ascending=False, kind="stable")
    assert [[row.cells[n].text for n in (0, 3, 4)] for row in table.rows[1:]] == [
        [row.name_, f"{row.turns:,}", f"{row.chars:,}"]
        for row in speakers.rename(columns={"name": "name_"}).itertuples()
    ]


def test_every_shown_challenge_stands_with_both_quotes_and_places(report):
    said = texts(report)
    assert "“我们没有场地。”" in said
    assert said.count("第 2 段 · 原稿第 4 行") == 1
    assert "“我们有3个读书点,欢迎来用。”" in said
    tags = [line for line in said if line.startswith(t("kind.challenge")) and line.endswith(t("export.unreviewed"))]
    assert len(tags) == 2
    assert not any("AI工具" in line for line in said), "a doubtful row is not shown"


def test_headings_lead_from_the_contents(report):
    headings = [p.text for p in report.paragraphs if p.style.name == "Heading 1"]
    links = list(report.element.body.iter(qn("w:hyperlink")))
    marks = {mark.get(qn("w:name")) for mark in report.element.body.iter(qn("w:bookmarkStart"))}
    assert [re.sub(r"1$", "", "".join(x.text for x in link.iter(qn("w:t")))) for link in links] == headings
    assert {link.get(qn("w:anchor")) for link in links} <= marks
    codes = [code.text.split()[0] for code in report.sections[0].footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_short_version_is_short(workshop):
    made = opened(export(workshop, "docx"))
    cells = [cell.text for row in made.tables[1].rows[1:] for cell in (row.cells[0], row.cells[2])]
    assert max(map(len, cells)) <= SHORT


def test_every_style_names_a_chinese_typeface(report):
    fonts = list(report.styles.element.iter(qn("w:rFonts")))
    assert {font.get(qn("w:eastAsia")) for font in fonts} == {TYPEFACE}
    assert [name for font in fonts for name in font.attrib if name.endswith("Theme")] == []


def test_hostile_text_is_text(workshop):
    data = export(hostile(workshop), "docx")
    made, parts = opened(data), ZipFile(BytesIO(data))
    everything = "\n".join(texts(made))
    for said in (*NAMES, *TEXTS.values()):
        assert written(said).replace("\t", "") in everything.replace("\t", "")
    assert made.core_properties.title == TITLE
    assert not any(b'TargetMode="External"' in parts.read(name) for name in parts.namelist())


def test_nothing_tells_when_it_was_made_or_by_whom(workshop):
    data = export(workshop, "docx")
    facts = opened(data).core_properties
    assert (facts.author, facts.last_modified_by, facts.comments) == (t("app.name"), t("app.name"), "")
    assert (facts.created.year, {info.date_time[0] for info in ZipFile(BytesIO(data)).infolist()}) == (2000, {1980})


def test_check_sheets_hold_own_rows_only(workshop):
    made = opened(export(workshop, "check-docx"))
    names = ["林岚", "周敏", "吴强", "东湖读书会"]
    own = {
        "周敏": "我们没有场地。",
        "吴强": "志愿者太少。",
        "东湖读书会": "我们有3个读书点",
        "林岚": "高校志愿者也可以找",
    }
    headings = [p.text.split(" · ")[1] for p in made.paragraphs if p.style.name == "Heading 1"]
    assert headings == names
    pages = "\n".join(texts(made)).split(f"{t('check.subject')} · ")[1:]
    for name, page in zip(names, pages, strict=True):
        assert {who for who, words in own.items() if words in page} == {name}
        assert {who for who in names if who in page} == {name}
        assert page.count("□") == 3


@pytest.mark.parametrize("kind", ["docx", "check-docx"])
def test_same_input_gives_the_same_bytes(workshop, kind):
    assert export(workshop, kind) == export(workshop, kind)
