"""Open a page of the dashboard and wait until all of it is drawn."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.settle import settled

ANALYSED = ("", "speakers", "topics", "challenges", "transcript", "about")  # pages that show a workshop
NAMES = (*ANALYSED, "upload")
SLOW_MS = 60_000  # two cores may be shared with other work

_DRAWN = """() => {
  const shown = selector => [...document.querySelectorAll(selector)].filter(each => each.offsetParent)
  return shown('[data-testid="stPlotlyChart"]').every(each => each.querySelector(".main-svg"))
    && shown('[data-testid="stDataFrame"]').every(each => each.querySelector("canvas"))
    && document.querySelector("h1")
}"""


def visited(page: Page, url: str) -> Page:
    """Open a link cold and wait for the whole page."""
    page.goto(url)
    return drawn(page)


def drawn(page: Page) -> Page:
    """Wait until the script rests, with every chart and table of the page in place."""
    page.wait_for_function("() => document.querySelector('h1')", timeout=SLOW_MS)
    settled(page, timeout_ms=SLOW_MS)
    page.wait_for_function(_DRAWN, timeout=SLOW_MS)
    return page


def click_middle(page: Page, place: Locator) -> Page:
    """Click what a chart has drawn, which lies under the chart's own layer of events."""
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    return page


def click_row(page: Page, table: Locator, row: int) -> Page:
    """Choose a row of a table by its marker at the left; rows are drawn on a canvas."""
    table.scroll_into_view_if_needed()
    table.click(position={"x": 14, "y": 35 * (row + 1) + 17})
    return page


def evidence(page: Page, key: str) -> Locator:
    """Find the box of sentences behind a figure, and wait for it."""
    box = page.locator(f".st-key-evidence_{key}")
    expect(box).to_be_visible()
    return box


def quotes(box: Locator) -> list[str]:
    """Read the quotes in a box, once all of them are there."""
    drawn(box.page)
    return box.locator("blockquote").all_text_contents()
