"""A transcript's whole way in a browser: dropped, confirmed, analysed, seen, removed; and visitors apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import serious
from tests.browser.servers import Server
from tests.browser.visit import drawn, visited
from tests.handmade import TWELVE

ANALYSED_MS = 240_000  # the encoder is loaded first, and two cores may be shared with other work
SAFE = {"name": "茶会.txt", "mimeType": "text/plain", "buffer": TWELVE.read_bytes()}


@pytest.fixture
def local(serve: Callable[..., Server], twelve_home: Path, tmp_path: Path) -> Server:
    """Run the dashboard as on the user's own machine, on a data folder of its own."""
    (tmp_path / "workshops").mkdir()
    (tmp_path / "workshops" / "twelve").symlink_to(twelve_home / "workshops" / "twelve")
    return serve(tmp_path)


def dropped(page: Page) -> Page:
    page.set_input_files("input[type=file]", SAFE)
    expect(page.get_by_role("heading", name="核对发言人")).to_be_visible()
    return drawn(page)


def analysed(page: Page) -> Page:
    page.get_by_role("button", name="分析这份文字稿").click()
    expect(page.get_by_role("button", name="打开总览")).to_be_visible(timeout=ANALYSED_MS)
    return drawn(page)


def renamed(page: Page, place: int, name: str) -> Page:
    field = page.get_by_label("显示的名字").nth(place)
    field.fill(name)
    field.press("Enter")
    expect(page.locator("section.turn h4").filter(has_text=name).first).to_be_visible()
    return drawn(page)


def test_from_the_file_to_the_speakers_and_back(page: Page, local: Server) -> None:
    dropped(visited(page, f"{local.url}/upload"))
    assert serious(page) == []
    renamed(page, 1, "周小敏")
    page.get_by_text("合并几个名字").click()
    page.get_by_role("button", name="合并", exact=True).scroll_into_view_if_needed()
    page.wait_for_timeout(1000)  # what moves while the box unfolds closes a list that is opened meanwhile
    page.get_by_test_id("stMultiSelect").get_by_role("combobox").click()
    page.get_by_role("option", name="东湖读书会").click()
    page.keyboard.press("Escape")
    drawn(page).wait_for_timeout(1000)  # so does the list that closes here
    page.get_by_role("combobox", name=re.compile("都是这个人")).click()
    page.get_by_role("option", name="吴强").click()
    page.get_by_role("button", name="合并", exact=True).click()
    expect(page.get_by_label("显示的名字").nth(3)).to_have_value("吴强")
    page.get_by_label("标题", exact=True).first.fill("春季茶会")
    page.get_by_label("标题", exact=True).first.press("Enter")
    analysed(drawn(page))
    assert page.get_by_test_id("stSidebar").get_by_label("工作坊").count() == 1
    page.get_by_role("button", name="打开总览").click()
    expect(page.locator("h1")).to_have_text("总览")
    expect(page.get_by_text("春季茶会").first).to_be_visible()
    page.get_by_test_id("stSidebar").get_by_role("link", name="发言人").click()
    expect(page.locator("h1")).to_have_text("发言人")
    drawn(page)
    names = page.locator(".st-key-speakers_share .ytick text").all_text_contents()
    assert sorted(names) == ["吴强", "周小敏", "林岚"]

    page.get_by_test_id("stSidebar").get_by_role("link", name="导入").click()
    kept = page.get_by_test_id("stExpander").filter(has_text="春季茶会")
    kept.click()
    page.get_by_role("button", name="移除").locator("visible=true").click()
    page.get_by_text("移除文字稿和分析结果？").wait_for()
    page.locator("[class*=st-key-upload_yes]").get_by_role("button").click()
    expect(page.get_by_role("button", name="撤销移除")).to_be_visible()
    expect(kept).to_have_count(0)
    page.get_by_role("button", name="撤销移除").click()
    expect(kept).to_have_count(1)


def test_uploader_speaks_the_language(page: Page, local: Server) -> None:
    visited(page, f"{local.url}/upload")
    box = page.get_by_test_id("stFileUploader")
    assert re.findall("[A-Za-z]+", box.inner_text().replace("zip", "").replace("MB", "").replace("upload", "")) == []
    expect(box.get_by_role("button", name="选择文件")).to_be_visible()
    assert box.locator("input").get_attribute("aria-label") == "文字稿（一份或几份），或从这里下载的工作坊 zip"
    page.get_by_text("English", exact=True).click()
    expect(box.get_by_role("button", name="Choose files")).to_be_visible()
    expect(box.get_by_text("or drag them here; up to 50 MB each")).to_be_visible()


def test_visitors_of_a_public_server_do_not_see_each_other(
    new_page: Callable[..., Page], serve: Callable[..., Server], twelve_home: Path
) -> None:
    before = sorted(twelve_home.rglob("*"))
    public = serve(twelve_home, address="0.0.0.0")  # noqa: S104 - what makes it public is what is tested
    one, other = new_page(), new_page()
    visited(one, f"{public.url}/upload")
    expect(one.get_by_text("这个网站别人也能打开")).to_be_visible()
    analysed(dropped(one))
    other_names = visited(other, f"{public.url}/upload?workshop=%E8%8C%B6%E4%BC%9A")
    assert other_names.get_by_text("茶会").count() == 0
    assert visited(other, f"{public.url}/?workshop=%E8%8C%B6%E4%BC%9A").get_by_text("茶会").count() == 0
    assert sorted(twelve_home.rglob("*")) == before

    asked: list[str] = []
    one.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    one.get_by_text("茶会").first.click()  # browsers ask only where something was clicked
    one.close(run_before_unload=True)
    one.wait_for_timeout(1000)
    assert asked == ["beforeunload"]
