"""With codes on, nobody is named: in the words and charts of a page as drawn, its address, a file saved from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.servers import Server
from tests.browser.visit import NAMES, drawn, visited
from tests.pages.test_codes import SHIPPED

# all that can be read in a page, shadow roots included: text, and what is told to a screen reader or in a tip
_READ = """() => {
  const told = ["aria-label", "title", "alt", "placeholder", "value", "href"]
  const read = root => [...root.querySelectorAll("*")].flatMap(each => [
    ...(each.matches("style, script") ? [] : [...each.childNodes].filter(n => n.nodeType === 3).map(n => n.data)),
    ...told.map(name => each.getAttribute(name) ?? ""), each.value ?? "",
    ...(each.shadowRoot ? read(each.shadowRoot) : [])])
  return [document.title, location.href, ...read(document)].join("\\n")
}"""


def named(text: str) -> list[str]:
    return [name for name in SHIPPED if name in unquote(text)]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_page_names_nobody(page: Page, server: Server, name: str, lang: str) -> None:
    visited(page, f"{server.url}/{name}?codes=1&lang={lang}&doubtful=1&term=机构11")
    for summary in page.locator("summary").filter(visible=True).all():
        summary.click()
    text = drawn(page).evaluate(_READ)
    assert named(text) == []
    assert "codes=1" in page.url


def test_switch_covers_the_view_and_takes_it_back(page: Page, server: Server) -> None:
    visited(page, f"{server.url}/speakers?speaker=陆德泉&speaker=王静")
    assert named(page.evaluate(_READ))
    page.locator(".st-key-codes").get_by_text("代号", exact=True).click()
    heading = page.locator("[data-testid=stMain] h2").first
    expect(heading).to_contain_text("参与者A")
    assert named(drawn(page).evaluate(_READ)) == []
    assert parse_qs(urlsplit(page.url).query) == {
        "workshop": ["transcript"],
        "speaker": ["参与者B", "参与者A"],
        "codes": ["1"],
    }
    svg = page.locator(".st-key-speakers_share .main-svg").first.evaluate("each => each.textContent")
    assert ("参与者A" in svg, named(svg)) == (True, [])
    page.get_by_test_id("stSidebar").get_by_role("link", name="实录", exact=True).click()
    expect(page.locator("h1")).to_have_text("实录")
    assert named(drawn(page).evaluate(_READ)) == []
    page.locator(".st-key-codes").get_by_text("姓名", exact=True).click()
    expect(page.locator(".st-key-filter_speakers [data-tag]").first).to_have_text("陆德泉")
    drawn(page)
    assert parse_qs(urlsplit(page.url).query) == {"workshop": ["transcript"], "speaker": ["陆德泉", "王静"]}


def saved(page: Page, key: str, folder: Path) -> str:
    """Save a file by its button and read it."""
    with page.expect_download() as waiting:
        page.locator(f".st-key-{key} button").click()
    assert named(waiting.value.suggested_filename) == []
    waiting.value.save_as(folder / "saved")
    return (folder / "saved").read_text("utf-8-sig")


def test_saved_files_name_nobody_but_the_key(new_page: Callable[..., Page], server: Server, tmp_path: Path) -> None:
    page = visited(new_page(), f"{server.url}/speakers?codes=1")
    table = saved(page, "download_speakers_table-csv", tmp_path)
    assert ("参与者B" in table, named(table)) == (True, [])
    visited(page, f"{server.url}/topics?codes=1")
    assert named(saved(page, "download_topics_cloud-svg", tmp_path)) == []
    visited(page, f"{server.url}/about?codes=1")
    key = saved(page, "download_codes-csv", tmp_path)  # the test's server listens on the loopback address alone
    assert "参与者B,参与者,陆德泉,陆德泉、陆老师" in key
