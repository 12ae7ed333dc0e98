"""The page and the check sheets in HTML, parsed by another parser than a browser's; tests/browser opens them."""

from __future__ import annotations

import hashlib
import re
from base64 import b64decode, b64encode
from html.parser import HTMLParser
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from analysis.export import export
from analysis.export.content import FIGURES
from analysis.text import translator
from tests import handmade
from tests.analysis.export_cases import NAMES, TEXTS, TITLE, counts, hostile, written

t = translator("zh")
ASKING = {"src", "href", "srcset", "data", "action", "poster", "background", "style"}


class Parsed(HTMLParser):
    """Elements with their attributes, and the texts in them."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.elements, self.texts, self.inside = [], [], ""
        self.feed(data.decode())

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, _tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside not in ("style", "script") and data.strip():
            self.texts.append(data.strip())


@pytest.fixture(scope="module")
def workshop():
    return handmade.twelve()


@pytest.fixture(scope="module", params=["html", "check-html"])
def kind(request):
    return request.param


def test_figures_equal_the_tables(workshop):
    found = re.findall(r'<dt>(.*?)</dt><dd class="value">(.*?)</dd>', export(workshop, "html").decode())
    expected = counts(workshop)
    assert dict(found) == {t(f"figure.{name}"): f"{expected[name]:,}" for name in FIGURES}


def test_ledger_stands_with_both_quotes_and_places(workshop):
    page = Parsed(export(workshop, "html"))
    articles = [a for tag, a in page.elements if tag == "article" and "data-status" in a]
    assert [(a["data-status"], a["data-by"]) for a in articles] == [("answered", "1 3"), ("open", "2")]
    quotes = {"我们没有场地。", "我们有3个读书点,欢迎来用。", "第 2 段 · 原稿第 4 行", "未核"}
    assert quotes <= set(page.texts)


def test_nothing_is_asked_for_and_nothing_runs(workshop, kind):
    data = export(hostile(workshop), kind)
    page = Parsed(data)
    assert {tag for tag, _ in page.elements} & {"img", "link", "iframe", "object", "base", "a"} == set()
    assert [a for _, a in page.elements if ASKING & set(a) or any(name.startswith("on") for name in a)] == []
    policy = next(a["content"] for tag, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        for inside in re.findall(f"<{tag}>(.*?)</{tag}>", data.decode(), re.DOTALL):
            digest = b64encode(hashlib.sha256(inside.encode()).digest()).decode()
            assert f"{tag}-src 'sha256-{digest}'" in policy


def test_hostile_text_is_text(workshop):
    page = Parsed(export(hostile(workshop), "html"))
    everything = "\n".join(page.texts)
    for said in (*NAMES, TITLE, TEXTS[2], TEXTS[4], TEXTS[5], TEXTS[10], TEXTS[11]):
        assert written(said) in everything


def test_font_inside_holds_what_is_drawn(workshop, kind):
    data = export(workshop, kind)
    font = TTFont(BytesIO(b64decode(re.search(rb"base64,([^)]*)\)", data)[1])))
    drawn = {c for text in Parsed(data).texts for c in text if c.isprintable()}
    assert drawn <= set(map(chr, font.getBestCmap()))
    assert len(data) < 3_000_000


def test_check_sheets_hold_own_rows_only(workshop):
    sheets = export(workshop, "check-html").decode().split('<section class="sheet">')[1:]
    names = ["林岚", "周敏", "吴强", "东湖读书会"]
    own = {
        "周敏": "我们没有场地。",
        "吴强": "志愿者太少。",
        "东湖读书会": "我们有3个读书点",
        "林岚": "高校志愿者也可以找",
    }
    assert [re.search("<h2><bdi>(.*?)</bdi>", sheet)[1] for sheet in sheets] == names
    for name, sheet in zip(names, sheets, strict=True):
        assert {who for who, words in own.items() if words in sheet} == {name}
        assert {who for who in names if who in sheet} == {name}
        assert sheet.count('type="checkbox"') == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_same_input_gives_the_same_bytes(workshop, kind, lang):
    assert export(workshop, kind, lang=lang) == export(workshop, kind, lang=lang)
