"""A chart saved as PNG or SVG, as chosen beside the language."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.servers import Server
from tests.browser.visit import drawn, visited

CHARTS = [
    ("", "overview_strip"),
    ("speakers", "speakers_share"),
    ("topics", "topics_terms"),
    ("topics", "topics_matrix"),
    ("topics?tab=together", "topics_together"),
    ("challenges", "challenges_categories"),
]


def saved(page: Page, key: str) -> Download:
    chart = page.locator(f".st-key-{key} .js-plotly-plot").first
    chart.scroll_into_view_if_needed()
    chart.hover()
    with page.expect_download() as kept:
        chart.locator(".modebar-btn").first.click()
    return kept.value


def content(kept: Download) -> bytes:
    return Path(kept.path()).read_bytes()


def test_png_is_twice_as_large_as_on_the_screen(page: Page, server: Server) -> None:
    visited(page, f"{server.url}/topics")
    size = page.locator(".st-key-topics_terms .main-svg").first.bounding_box()
    assert size is not None
    kept = saved(page, "topics_terms")
    held = content(kept)
    assert (kept.suggested_filename, held[:8]) == ("transcript_topics_terms.png", b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", held[16:24])
    assert (width, height) == (pytest.approx(2 * size["width"], abs=2), pytest.approx(2 * size["height"], abs=2))
    assert len(held) > 10_000


def test_svg_once_chosen_is_kept_in_the_view(page: Page, server: Server) -> None:
    visited(page, f"{server.url}/topics")
    page.locator(".st-key-image").get_by_text("SVG", exact=True).click()
    expect(page).to_have_url(re.compile("image=svg"))
    drawn(page)
    kept = saved(page, "topics_terms")
    held = content(kept).decode("utf-8")
    assert (kept.suggested_filename, held[:4]) == ("transcript_topics_terms.svg", "<svg")
    assert held.count("政府购买服务") >= 1
    page.locator(".st-key-image").get_by_text("PNG", exact=True).click()
    expect(page).not_to_have_url(re.compile("image="))


@pytest.mark.parametrize(("place", "key"), CHARTS)
def test_every_kind_of_chart_is_saved_as_svg_with_its_content(page: Page, server: Server, place: str, key: str) -> None:
    joint = "&" if "?" in place else "?"
    visited(page, f"{server.url}/{place}{joint}image=svg")
    kept = saved(page, key)
    held = content(kept).decode("utf-8")
    assert kept.suggested_filename == f"transcript_{key}.svg"
    assert held.count("<path") > 3
    assert "#0000" not in held  # no placeholder of a colour is left
