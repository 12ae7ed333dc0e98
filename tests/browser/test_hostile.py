"""A transcript full of markup, drawn: all of it stands there as text, none of it does anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.servers import Server
from tests.browser.visit import ANALYSED, drawn, visited
from tests.hostile import NAMES as SPEAKERS
from tests.hostile import TERMS, TITLE, TRICKS, build_hostile

# what would exist if a text had been taken for more; Streamlit draws none of these by itself in these pages
MADE = """() => [...document.querySelectorAll(
  '[data-testid=stMain] :is(img, script, iframe, object, form, .katex, strong, em, del, code, pre, marquee)' +
  ', a[href*="//evil"], a[href^="javascript" i], a[href^="mailto"], [onerror], [onmouseover], h1 ~ h1'
)].map(each => each.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="session")
def hostile_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("hostile")
    build_hostile(home)
    return home


@pytest.fixture
def hostile(serve: Callable[..., Server], hostile_home: Path) -> Server:
    return serve(hostile_home)


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Collect what the page asks in a dialog; any is a fault."""
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    return said


@pytest.mark.parametrize("name", ANALYSED)
def test_page_shows_it_and_does_nothing(page: Page, hostile: Server, asked: list[str], name: str) -> None:
    visited(page, f"{hostile.url}/{name}")
    about = page.locator("[data-testid=stMain] .wi").first.locator("p")
    assert about.text_content() == f"{TITLE} · {SPEAKERS[1]} · {SPEAKERS[2]}"
    for summary in page.locator("summary").filter(visible=True).all():
        summary.click()
    drawn(page)
    assert page.evaluate(MADE) == []
    assert page.locator("h1").count() == 1
    assert asked == []


def test_transcript_is_verbatim(page: Page, hostile: Server, asked: list[str]) -> None:
    visited(page, f"{hostile.url}/transcript")
    assert page.locator(".turn .words").all_text_contents() == [f"{trick}。" for trick in TRICKS]
    outline = page.locator(".st-key-transcript_outline [class*=st-key-chapter_] button")
    assert [text.strip().replace("\u2060", "") for text in outline.all_text_contents()] == [
        f"1 段起 {TRICKS[5]}",
        f"7 段起 {TRICKS[8]}",
        f"10 段起 {TRICKS[6]} www.evil.example",
    ]
    page.locator("summary").click()
    notes = page.locator("[data-testid=stExpanderDetails] p")
    expect(notes).to_have_count(len(TRICKS))
    assert [text.removeprefix("附注").removesuffix(" 原稿第 1 行") for text in notes.all_text_contents()] == list(
        TRICKS
    )
    assert asked == []


def test_charts_cloud_and_filters_are_verbatim(page: Page, hostile: Server, asked: list[str]) -> None:
    visited(page, f"{hostile.url}/topics?term=%3Cscript%3E")
    assert set(page.locator("svg[role=group] text").all_text_contents()) == set(TERMS)
    ticks = page.locator(".st-key-topics_terms .ytick text").all_text_contents()
    assert {next(term for term in TERMS if term.startswith(tick.rstrip("…"))) for tick in ticks} == set(TERMS)
    assert page.locator(".st-key-evidence_topics_term blockquote mark").all_text_contents() == ["<script>"]
    page.locator(".st-key-filter_speakers input").click()
    options = page.get_by_role("option")
    expect(options).to_have_count(1 + len(SPEAKERS))  # the first chooses all
    assert options.all_text_contents()[1:] == list(SPEAKERS)
    options.nth(2).click()
    page.keyboard.press("Escape")
    expect(page.get_by_text(f"只看：{SPEAKERS[1]}", exact=True)).to_be_visible()
    drawn(page)
    assert page.evaluate(MADE) == []
    assert asked == []
