"""The word cloud and the scrolling element, in a browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import serious
from tests.browser.glyphs import boxes
from tests.browser.servers import Server
from tests.browser.settle import settled

WORDS = ["政府购买服务", "社区", "NGO", "<img src=x onerror=alert(1)>", "喆堃"]


@pytest.fixture
def url(serve: Callable[..., Server]) -> str:
    return serve(app="elements.py").url


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    return settled(page)


def words(page: Page) -> Locator:
    return page.locator("svg[role=group] text")


def focused(page: Page) -> str:
    return page.evaluate(
        "() => (document.activeElement.shadowRoot?.activeElement ?? document.activeElement).textContent"
    )


def test_cloud_shows_words_verbatim(page: Page, url: str) -> None:
    opened(page, url)
    assert words(page).all_text_contents() == WORDS
    assert page.locator("svg[role=group] img").count() == 0


def test_cloud_is_not_boxes(page: Page, url: str) -> None:
    opened(page, url)
    assert [boxes(word) for word in words(page).all()] == [[]] * len(WORDS)
    page.evaluate("() => { document.querySelector('h1, p').textContent = '\\u0379' }")
    assert boxes(page.locator("h1, p").first) == ["\u0379"]


@pytest.mark.parametrize("word", WORDS)
def test_cloud_click_chooses_word(page: Page, url: str, word: str) -> None:
    words(opened(page, url)).get_by_text(word, exact=True).click()
    expect(page.get_by_text(f"chosen: {word}", exact=True)).to_be_visible()


def test_cloud_keyboard_chooses_word_and_keeps_focus(page: Page, url: str) -> None:
    words(opened(page, url)).nth(0).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("chosen: 社区", exact=True)).to_be_visible()
    settled(page)
    assert focused(page) == "社区"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_text("chosen: NGO", exact=True)).to_be_visible()


def test_cloud_choice_holds_for_one_run(page: Page, url: str) -> None:
    words(opened(page, url)).nth(0).click()
    expect(page.get_by_text("chosen: 政府购买服务", exact=True)).to_be_visible()
    page.get_by_role("button", name="again").click()
    expect(page.get_by_text("chosen: None", exact=True)).to_be_visible()


def test_cloud_fits_a_phone(new_page: Callable[..., Page], url: str) -> None:
    page = opened(new_page(viewport={"width": 390, "height": 844}), url)
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    for word in words(page).all():
        box = word.bounding_box()
        assert box is not None
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_cloud_is_accessible(new_page: Callable[..., Page], url: str, scheme: str) -> None:
    assert serious(opened(new_page(color_scheme=scheme), url)) == []


def test_scroll_to_brings_place_into_view_once(page: Page, url: str) -> None:
    opened(page, f"{url}/?turn=35")
    place = page.locator("#turn-35")
    expect(place).to_be_in_viewport()
    expect(place).to_be_focused()
    page.locator("[data-testid=stMain]").evaluate("main => main.scrollTo(0, 0)")
    words(page).nth(0).click()
    expect(page.get_by_text("chosen: 政府购买服务", exact=True)).to_be_visible()
    page.wait_for_timeout(400)
    expect(place).not_to_be_in_viewport()
