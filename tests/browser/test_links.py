"""The address holds the view: opened cold, copied, stepped back from, kept across pages and languages."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from analysis.workshop import Workshop
from tests import handmade
from tests.browser.servers import Server
from tests.browser.visit import drawn, visited


@pytest.fixture
def small(serve: Callable[..., Server], twelve_home: Path) -> Server:
    """Run the dashboard on the twelve-turn workshop."""
    return serve(twelve_home)


def params(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def speakers_said(page: Page) -> str:
    """Read who the filter keeps and the finding above the bars."""
    return page.locator("[data-testid=stMain] h2").first.text_content() or ""


def choose_speaker(page: Page, name: str) -> None:
    page.locator(".st-key-filter_speakers input").click()
    page.get_by_role("option", name=name, exact=True).click()
    page.keyboard.press("Escape")


def test_cold_link_opens_the_same_view(new_page: Callable[..., Page], small: Server) -> None:
    link = f"{small.url}/speakers?workshop=twelve&speaker=吴强&speaker=周敏&role=participant&lang=en&moderator=0"
    page = visited(new_page(), link)
    assert speakers_said(page) == "Of 2 speakers, 吴强 said the most: 55%"
    assert page.locator(".st-key-filter_speakers [data-tag]").all_text_contents() == ["吴强", "周敏"]
    assert params(page) == {
        "workshop": ["twelve"],
        "speaker": ["吴强", "周敏"],
        "role": ["participant"],
        "lang": ["en"],
        "moderator": ["0"],
    }
    assert page.title() == "Speakers · Workshop Insights"


def test_cold_link_to_a_turn_scrolls_there(page: Page, server: Server) -> None:
    visited(page, f"{server.url}/transcript?turn=10")
    expect(page.locator("#turn-10")).to_be_in_viewport()
    expect(page.locator("#turn-10")).to_be_focused()
    expect(page.locator("#turn-1")).not_to_be_in_viewport()


def test_choosing_a_filter_writes_a_link_that_can_be_copied(new_page: Callable[..., Page], small: Server) -> None:
    page = visited(new_page(), f"{small.url}/speakers")
    choose_speaker(page, "周敏")
    expect(page).to_have_url(re.compile("speaker="))
    drawn(page)
    assert params(page) == {"workshop": ["twelve"], "speaker": ["周敏"]}
    assert speakers_said(page) == "只有周敏一位，共 20 字"
    copy = visited(new_page(), page.url)
    assert (speakers_said(copy), params(copy)) == (speakers_said(page), params(page))


def test_back_undoes_a_filter(page: Page, small: Server) -> None:
    visited(page, f"{small.url}/speakers")
    expect(page).to_have_url(re.compile("workshop=twelve"))
    choose_speaker(page, "周敏")
    expect(page).to_have_url(re.compile("speaker="))
    drawn(page)
    page.wait_for_timeout(2_500)  # within two seconds the old address is taken for a late click's
    page.go_back()
    expect(page.locator("[data-testid=stMain] h2").first).to_have_text("4 位中，林岚说得最多，占 43%")
    assert params(drawn(page)) == {"workshop": ["twelve"]}
    page.go_forward()
    expect(page.locator("[data-testid=stMain] h2").first).to_have_text("只有周敏一位，共 20 字")


def test_filter_and_language_are_kept_across_pages_and_reload(page: Page, small: Server) -> None:
    visited(page, f"{small.url}/?speaker=吴强")
    page.locator(".st-key-lang").get_by_text("English", exact=True).click()
    expect(page.locator("h1")).to_have_text("Overview")
    for title in ("Speakers", "Topics", "Challenges and advice", "Transcript", "Method"):
        page.get_by_test_id("stSidebar").get_by_role("link", name=title, exact=True).click()
        expect(page.locator("h1")).to_have_text(title)
        drawn(page)
        assert params(page) == {"workshop": ["twelve"], "speaker": ["吴强"], "lang": ["en"]}
    page.reload()
    expect(page.locator("h1")).to_have_text("Method")
    drawn(page)  # the sidebar comes after the title
    assert page.locator(".st-key-filter_speakers [data-tag]").all_text_contents() == ["吴强"]


def test_link_of_a_place_opens_cold_in_its_workshop(
    new_page: Callable[..., Page], serve: Callable[..., Server], twelve: Workshop, tmp_path: Path
) -> None:
    handmade.put(tmp_path, "twelve", twelve)
    handmade.put(tmp_path, "later", replace(twelve, about=twelve.about | {"title": "后来"}))
    for slug, when in (("twelve", 1), ("later", 9)):  # without a word about it, the later is shown
        os.utime(tmp_path / "workshops" / slug, (when, when))
    server = serve(tmp_path)
    page = visited(new_page(), f"{server.url}/topics?workshop=twelve&lang=en&speaker=吴强&term=学校")
    place = page.get_by_role("link", name=re.compile("In the transcript: turn 7"))
    link = place.evaluate("link => link.href")  # what the browser copies or opens in a new tab
    copy = visited(new_page(), link)
    expect(copy.locator("h1")).to_have_text("Transcript")
    expect(copy.locator("#turn-7")).to_be_focused()
    assert copy.locator(".turn").count() == 3
    assert "十二段" in (copy.locator("[data-testid=stMain] .wi").first.text_content() or "")
    assert params(copy) == {"workshop": ["twelve"], "lang": ["en"], "speaker": ["吴强"], "turn": ["7"]}
