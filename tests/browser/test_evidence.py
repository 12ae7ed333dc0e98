"""Every figure is one click from the words, and the words one click from their place in the transcript."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import handmade
from tests.browser.servers import Server
from tests.browser.visit import click_middle, click_row, drawn, evidence, quotes, visited


@pytest.fixture
def small(serve: Callable[..., Server], twelve_home: Path) -> Server:
    """Run the dashboard on the twelve-turn workshop."""
    return serve(twelve_home)


def bars(page: Page, key: str) -> Locator:
    return page.locator(f".st-key-{key} .barlayer .point path")


def follow(page: Page, box: Locator, *, place: int, turn: int) -> None:
    """Take the link under a quote and arrive at its turn."""
    box.get_by_role("link", name=re.compile("在实录中查看")).nth(place).click()
    expect(page.locator("h1")).to_have_text("实录")
    expect(page.locator(f"#turn-{turn}")).to_be_in_viewport()
    expect(page.locator(f"#turn-{turn}")).to_be_focused()
    assert f"turn={turn}" in drawn(page).url


def test_bar_leads_to_sentences_and_on_to_the_transcript(page: Page, small: Server) -> None:
    visited(page, f"{small.url}/speakers")
    click_middle(page, bars(page, "speakers_share").nth(1))
    box = evidence(page, "speakers_picked")
    assert quotes(box) == [
        "吴强　志愿者太少。",
        "吴强　我们很着急。",
        "吴强　好,我去联系学校。",
        "吴强　AI工具能帮忙吗?",
    ]
    follow(page, box, place=3, turn=11)


def test_strip_leads_to_the_words_of_a_turn_and_of_a_challenge(page: Page, small: Server) -> None:
    visited(page, small.url)
    click_middle(page, bars(page, "overview_strip").nth(5))
    box = evidence(page, "overview_picked")
    expect(box.locator("h2")).to_have_text("第 6 段的原话")
    assert quotes(box) == ["周敏　可以和学校合作,学校有场地。"]
    mark = page.locator(".st-key-overview_strip .scatterlayer .trace").nth(0).locator(".point").nth(1)
    for _ in range(4):  # on a busy machine plotly takes two clicks in a row for a double one, which chooses nothing
        click_middle(page, mark)
        drawn(page).wait_for_timeout(1000)
        if box.locator("h2").all_text_contents() == ["挑战 · 志愿者太少"]:
            break
    expect(box.locator("h2")).to_have_text("挑战 · 志愿者太少")
    assert quotes(box) == ["吴强　志愿者太少。", "吴强　我们很着急。"]


def test_term_bar_leads_to_its_sentences(page: Page, serve: Callable[..., Server], tmp_path: Path) -> None:
    handmade.put(tmp_path, "bare", handmade.bare())  # without topics the overview shows terms
    visited(page, serve(tmp_path).url)
    click_middle(page, bars(page, "overview_terms").nth(0))
    box = evidence(page, "overview_term")
    assert quotes(box) == ["周敏　可以和学校合作,学校有场地。", "吴强　好,我去联系学校。"]
    assert box.locator("mark").all_text_contents() == ["学校"] * 3


def test_cloud_word_leads_to_its_sentences_by_mouse_and_by_keyboard(page: Page, small: Server) -> None:
    visited(page, f"{small.url}/topics")
    words = page.locator("svg[role=group] text")
    words.get_by_text("场地", exact=True).click()
    box = evidence(page, "topics_term")
    expect(box.locator("h2")).to_have_text("说到“场地”的原话")
    assert quotes(box) == ["周敏　我们没有场地。", "周敏　可以和学校合作,学校有场地。"]
    assert "term=" in drawn(page).url
    words.get_by_text("志愿者", exact=True).focus()
    page.keyboard.press("Enter")
    expect(box.locator("h2")).to_have_text("说到“志愿者”的原话")
    drawn(page)
    assert quotes(box) == ["吴强　志愿者太少。", "林岚　高校志愿者也可以找。"]
    follow(page, box, place=1, turn=8)


def test_square_leads_to_the_sentences_of_a_topic(page: Page, small: Server) -> None:
    visited(page, f"{small.url}/topics")
    click_middle(page, page.locator(".st-key-topics_matrix .scatterlayer .point").nth(0))
    box = evidence(page, "topics_cell")
    expect(box.locator("h2")).to_have_text("周敏谈“学校·场地”的原话")
    assert quotes(box) == ["周敏　我们没有场地。", "周敏　可以和学校合作,学校有场地。"]


def test_ledger_bar_leads_to_its_challenges(page: Page, small: Server) -> None:
    visited(page, f"{small.url}/challenges")
    click_middle(page, bars(page, "challenges_categories").nth(1))
    box = evidence(page, "challenges_bar")
    expect(box.locator("h2")).to_have_text("能力与人才 · 未找到回应")
    assert quotes(box) == ["吴强　志愿者太少。", "吴强　我们很着急。"]


def test_row_leads_to_sentences_and_a_filter_forgets_the_row(page: Page, small: Server) -> None:
    visited(page, f"{small.url}/speakers")
    click_row(page, page.get_by_test_id("stDataFrame"), 3)
    box = evidence(page, "speakers_row")
    assert quotes(box) == ["东湖读书会　我们有3个读书点,欢迎来用。"]
    page.locator(".st-key-filter_speakers input").click()
    page.get_by_role("option", name="周敏", exact=True).click()
    expect(page.locator("[data-testid=stMain] h2").first).to_have_text("只有周敏一位，共 20 字")
    drawn(page)
    assert box.count() == 0


def test_ledger_row_shows_both_ends(page: Page, small: Server) -> None:
    visited(page, f"{small.url}/challenges")
    page.get_by_role("tab", name="表格").click()
    click_row(drawn(page), page.get_by_test_id("stDataFrame").filter(visible=True), 0)
    card = page.locator(".st-key-card_row_C1")
    expect(card).to_be_visible()
    assert quotes(card) == ["我们没有场地。", "我们有3个读书点,欢迎来用。"]
