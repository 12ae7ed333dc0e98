"""What a reader takes along from the overview and the speakers page, and where a click in their charts leads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.servers import Server
from tests.browser.visit import click_middle, drawn, evidence, quotes, visited

CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


@pytest.fixture
def small(serve: Callable[..., Server], twelve_home: Path) -> Server:
    """Run the dashboard on the twelve-turn workshop."""
    return serve(twelve_home)


def copied(page: Page) -> str:
    return page.evaluate("() => navigator.clipboard.readText()")


def test_copied_link_reopens_the_view(new_page: Callable[..., Page], small: Server) -> None:
    page = visited(
        new_page(**CLIPBOARD), f"{small.url}/speakers?speaker=周敏&speaker=吴强&moderator=0&lens=organisation"
    )
    page.locator(".st-key-speakers_who input").click()
    page.keyboard.type("吴强")
    expect(page.get_by_role("option", name="吴强")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("h2", has_text="吴强比其余的人更常说的词")).to_be_visible()
    drawn(page)
    page.locator(".st-key-copy_link button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-copy_link [role=status]")).to_have_text("已复制")
    link = copied(page)
    assert link == page.url
    again = visited(new_page(), link)
    assert again.locator("h2").all_text_contents() == page.locator("h2").all_text_contents()
    expect(again.locator(".st-key-chips")).to_contain_text("只看：周敏 · 吴强")


def test_summary_is_copied_as_it_stands(new_page: Callable[..., Page], small: Server) -> None:
    page = visited(new_page(**CLIPBOARD), small.url)
    page.get_by_role("button", name="复制小结").click()
    expect(page.locator(".st-key-copy_summary [role=status]")).to_have_text("已复制")
    said = page.locator("ol.summary li").all_text_contents()
    assert (len(said), copied(page).splitlines()) == (5, said)


def test_copying_works_without_a_clipboard_of_its_own(new_page: Callable[..., Page], small: Server) -> None:
    page = new_page(**CLIPBOARD)
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")  # as away from https
    visited(page, small.url)
    page.get_by_role("button", name="复制链接").click()
    expect(page.locator(".st-key-copy_link [role=status]")).to_have_text("已复制")
    assert copied(page) == page.url


@pytest.mark.parametrize(
    ("path", "chart", "box", "bar", "said"),
    [
        ("", "overview_topics", "overview_topic", 1, ["吴强　志愿者太少。", "林岚　高校志愿者也可以找。"]),
        ("speakers", "speakers_along", "speakers_along", 4, ["周敏　我们没有场地。"]),
        ("speakers", "speakers_lens_organisation", "speakers_lens", 2, ["东湖读书会　我们有3个读书点,欢迎来用。"]),
        ("speakers?who=吴强", "speakers_words", "speakers_words", 5, ["吴强　志愿者太少。"]),
    ],
)
def test_bar_leads_to_the_words(
    page: Page, small: Server, path: str, chart: str, box: str, bar: int, said: list[str]
) -> None:
    visited(page, f"{small.url}/{path}")
    click_middle(page, page.locator(f".st-key-{chart} .barlayer .point path").nth(bar))
    assert quotes(evidence(page, box)) == said


def test_chapter_leads_to_its_words(page: Page, server: Server) -> None:
    visited(page, server.url)
    chapters = page.locator(".st-key-overview_strip .barlayer .trace").nth(1).locator(".point path")
    expect(chapters).to_have_count(3)
    click_middle(page, chapters.nth(1))
    expect(evidence(page, "overview_picked").locator("h2")).to_contain_text("第 2 章的原话")


def test_overview_fits_a_laptops_screen(new_page: Callable[..., Page], server: Server) -> None:
    page = visited(new_page(viewport={"width": 1280, "height": 720}), server.url)
    for part in (".figures", ".st-key-overview_strip", ".st-key-overview_topics", ".st-key-onward"):
        box = page.locator(part).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 720


def test_a_picture_is_offered_in_the_language_of_the_page(page: Page, small: Server) -> None:
    for language, words in (("zh", "下载图片（PNG）"), ("en", "Download the picture (PNG)")):
        visited(page, f"{small.url}/speakers?lang={language}")
        buttons = page.locator(".modebar-btn")
        titles = {buttons.nth(n).get_attribute("data-title") for n in range(buttons.count())}
        assert titles == {words}


def test_print_leaves_out_what_is_pressed(page: Page, server: Server) -> None:
    visited(page, server.url)
    page.emulate_media(media="print")
    for gone in ("[data-testid=stSidebar]", ".st-key-copy_link button", "[data-testid=stHeader]"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.locator("ol.summary")).to_be_visible()
