"""The tabs of the topics page, clicked: to the words, to their place, and to a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import serious
from tests.browser.glyphs import boxes
from tests.browser.servers import Server
from tests.browser.test_pages import WIDTHS
from tests.browser.visit import click_middle, drawn, evidence, quotes, visited

TABS = ("compare", "together", "context")


@pytest.fixture
def small(serve: Callable[..., Server], twelve_home: Path) -> Server:
    """Run the dashboard on the twelve-turn workshop."""
    return serve(twelve_home)


def test_line_leads_to_its_place_and_back(page: Page, small: Server) -> None:
    visited(page, f"{small.url}/topics?term=学校")
    page.get_by_role("tab", name="上下文").click()
    lines = page.locator("ol[aria-label] a")
    expect(lines).to_have_count(3)
    assert [re.sub(r"\s+", "", text) for text in lines.all_text_contents()] == [
        "周敏第6段可以和学校合作,学校有场地。",
        "周敏第6段可以和学校合作,学校有场地。",
        "吴强第7段好,我去联系学校。",
    ]
    drawn(page)
    lines.nth(2).focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("实录")
    expect(page.locator("#turn-7")).to_be_focused()
    assert "turn=7" in drawn(page).url
    page.go_back()
    expect(page.locator("h1")).to_have_text("话题")
    expect(page.locator("ol[aria-label] a")).to_have_count(3)


def test_line_opens_in_another_tab_of_the_browser(page: Page, small: Server) -> None:
    visited(page, f"{small.url}/topics?tab=context&find=学校")
    address = page.locator("ol[aria-label] a").nth(2).evaluate("link => link.href")
    assert address.startswith(f"{small.url}/transcript?")
    expect(visited(page, address).locator("#turn-7")).to_be_focused()


def test_table_is_kept_as_our_csv_and_no_other(page: Page, small: Server) -> None:
    visited(page, f"{small.url}/topics")
    table = page.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    table.hover()
    expect(page.get_by_role("button", name="Search")).to_be_visible()
    expect(page.get_by_label("Download as CSV")).to_be_hidden()
    with page.expect_download() as kept:
        page.get_by_role("button", name="下载表格（CSV，13 行）").click()
    assert kept.value.suggested_filename == "twelve_topics_table.csv"
    lines = Path(kept.value.path()).read_bytes().decode("utf-8-sig").split("\r\n")
    assert (lines[0], lines[2][:9], len(lines)) == ("关键词,次数,句数,人数,重要性,话题", "学校,3,2,2,", 15)


def test_network_leads_to_the_words(page: Page, server: Server) -> None:
    visited(page, f"{server.url}/topics?tab=together")
    circles = page.locator(".st-key-topics_together .scatterlayer .trace").last.locator(".point")
    click_middle(page, circles.nth(0))
    box = evidence(page, "topics_together")
    expect(box.locator("h2")).to_have_text(re.compile("^说到“.+”的原话$"))
    assert quotes(box)


@pytest.mark.parametrize("tab", TABS)
def test_tab_on_a_laptop_in_light(page: Page, server: Server, tab: str) -> None:
    visited(page, f"{server.url}/topics?tab={tab}")
    assert serious(page) == []
    assert boxes(page.locator("[data-testid=stMain]")) == []
    width, main = page.evaluate(WIDTHS)
    assert (width, main <= 1280) == (1280, True)


@pytest.mark.parametrize("tab", TABS)
def test_tab_on_a_phone_in_dark(new_page: Callable[..., Page], server: Server, tab: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, color_scheme="dark")
    visited(page, f"{server.url}/topics?tab={tab}&lang=en")
    assert page.evaluate(WIDTHS) == [390, 390]
    assert serious(page) == []
