"""The HTML files in a browser without a network: nothing is asked for, the ledger can be searched, axe is content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from analysis.export import export
from analysis.text import translator
from analysis.workshop import read_workshop
from tests import handmade
from tests.analysis.export_cases import hostile
from tests.browser.accessibility import serious

t = translator("zh")


@pytest.fixture
def opened(new_page: Callable[..., Page], tmp_path: Path) -> Callable[..., tuple[Page, list[str]]]:
    """Give the function that opens a file offline, and lists what it asks for beyond itself."""

    def start(workshop, kind: str) -> tuple[Page, list[str]]:
        path = tmp_path / f"{kind}.html"
        path.write_bytes(export(workshop, kind))
        page, asked = new_page(offline=True), []
        own = (path.as_uri(), "data:")
        page.on("request", lambda request: None if request.url.startswith(own) else asked.append(request.url))
        page.goto(path.as_uri())
        return page, asked

    return start


def test_ledger_is_searched_and_filtered(opened):
    page, asked = opened(handmade.twelve(), "html")
    rows, count = page.locator("article[data-status]:visible"), page.locator("output")
    expect(rows).to_have_count(2)
    page.get_by_label(t("export.search")).fill("３个读书点")  # of either width
    expect(rows).to_have_count(1)
    expect(count).to_have_text(t("export.count", shown=1, total=2))
    page.get_by_label(t("export.search")).fill("")
    page.get_by_label(t("export.status")).select_option(label=t("status.open"))
    expect(page.locator("article[data-status]:visible h3")).to_have_text(["志愿者太少"])
    page.locator("select[name=by]").select_option(label="周敏")
    expect(rows).to_have_count(0)
    assert asked == []


@pytest.mark.parametrize("kind", ["html", "check-html"])
def test_font_inside_is_used_and_axe_is_content(opened, shipped_home, kind):
    page, asked = opened(read_workshop(shipped_home / "workshops" / "transcript"), kind)
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].map(font => font.status)") == ["loaded"]
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert serious(page) == []
    assert asked == []


@pytest.mark.parametrize("kind", ["html", "check-html"])
def test_hostile_text_runs_nothing_and_widens_nothing(opened, kind):
    page, asked = opened(hostile(handmade.twelve()), kind)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert (page.locator("img, i, u").count(), asked) == (0, [])
    expect(page.get_by_text("<script>alert(1)</script>").first).to_be_visible()
