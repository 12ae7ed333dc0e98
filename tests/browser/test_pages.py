"""Every page as it is drawn: readable, whole, silent, and fit for a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import serious
from tests.browser.glyphs import boxes
from tests.browser.servers import Server
from tests.browser.visit import NAMES, visited

WIDTHS = (
    "() => [document.scrollingElement, document.querySelector('[data-testid=stMain]')].map(each => each.scrollWidth)"
)


@pytest.mark.parametrize("name", NAMES)
def test_page_on_a_laptop_in_light(page: Page, server: Server, name: str) -> None:
    visited(page, f"{server.url}/{name}")
    assert serious(page) == []
    assert boxes(page.locator("[data-testid=stMain]")) == []
    width, main = page.evaluate(WIDTHS)
    assert (width, main <= 1280) == (1280, True)


@pytest.mark.parametrize("name", NAMES)
def test_page_on_a_phone_in_dark(new_page: Callable[..., Page], server: Server, name: str) -> None:
    page = visited(new_page(viewport={"width": 390, "height": 844}, color_scheme="dark"), f"{server.url}/{name}")
    assert page.evaluate(WIDTHS) == [390, 390]
    assert serious(page) == []


def test_cloud_of_the_shipped_workshop_is_not_boxes(page: Page, server: Server) -> None:
    words = visited(page, f"{server.url}/topics").locator("svg[role=group] text")
    assert [boxes(word) for word in words.all()] == [[]] * 50
    ticks = page.locator(".st-key-topics_terms .ytick text")
    assert [boxes(tick) for tick in ticks.all()] == [[]] * 20


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["speakers", "topics", ""])
def test_text_behind_bars_is_not_cut_on_a_phone(
    new_page: Callable[..., Page], server: Server, name: str, lang: str
) -> None:
    page = visited(new_page(viewport={"width": 390, "height": 844}), f"{server.url}/{name}?lang={lang}")
    ends = page.evaluate("() => [...document.querySelectorAll('.bartext')].map(e => e.getBoundingClientRect().right)")
    frames = page.evaluate(
        "() => [...document.querySelectorAll('.main-svg')].map(e => e.getBoundingClientRect().right)"
    )
    assert ends
    assert max(ends) <= max(frames)
