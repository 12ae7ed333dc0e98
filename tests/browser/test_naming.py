"""A name edited in Chromium: kept by the server, by a reload and by a rebuild, and undone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from analysis import paths
from analysis.workshop import read_workshop
from tests.browser.accessibility import serious
from tests.browser.glyphs import boxes
from tests.browser.servers import Server
from tests.browser.test_pages import WIDTHS
from tests.browser.visit import drawn, visited

SHIPPED = read_workshop(paths.DATA / "workshops" / "transcript").tables
MACHINE = SHIPPED["topics"]["label"].iloc[2]
CHAPTER, TURN = SHIPPED["chapters"]["title"].iloc[1], SHIPPED["chapters"]["first_turn_id"].iloc[1] + 1
TOPIC = ".st-key-name_topic_name_2 button"


@pytest.fixture
def home(shipped_home: Path, tmp_path: Path) -> Path:
    """Copy the shipped workshop into a data folder that a test may change."""
    return Path(shutil.copytree(shipped_home, tmp_path / "home"))


@pytest.fixture
def editor(serve: Callable[..., Server], home: Path) -> Server:
    """Run the dashboard on that copy."""
    return serve(home)


def rename(page: Page, button: str, name: str) -> None:
    page.locator(button).first.click()
    field = page.locator("[data-testid=stPopoverBody] input")
    expect(field).to_be_visible()
    field.fill(name)
    field.press("Enter")
    expect(page.locator("[data-testid=stPopoverBody]")).to_have_count(0)
    drawn(page)


def test_topic_is_renamed_stays_and_is_undone(
    page: Page, new_page: Callable[..., Page], editor: Server, home: Path
) -> None:
    visited(page, f"{editor.url}/topics")
    expect(page.locator(TOPIC).first).to_contain_text(MACHINE)
    rename(page, TOPIC, "残联怎么买服务")
    expect(page.locator(TOPIC).first).to_contain_text("残联怎么买服务（人工）")
    expect(
        page.locator(".st-key-topics_matrix .ytick, .st-key-topics_matrix .xtick").filter(has_text="残联怎么")
    ).not_to_have_count(0)
    page.reload()
    expect(page.locator(TOPIC).first).to_contain_text("残联怎么买服务（人工）")
    expect(visited(new_page(), f"{editor.url}/topics?topic=2").locator("[data-testid=stMain]")).to_contain_text(
        "只看：残联怎么买服务"
    )
    built = subprocess.run(
        [sys.executable, "-m", "analysis", "build"],
        cwd=paths.ROOT,
        env={**os.environ, "WORKSHOP_INSIGHTS_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (built.returncode, built.stderr) == (0, "")
    drawn(page).reload()
    expect(page.locator(TOPIC).first).to_contain_text("残联怎么买服务（人工）")
    drawn(page).get_by_text("改动记录（1 条）").click()
    page.get_by_role("button", name="撤销", exact=True).click()
    expect(page.locator(f"{TOPIC} p").first).to_have_text(MACHINE)
    drawn(page)
    page.get_by_role("button", name="恢复", exact=True).click()  # the history is still open
    expect(page.locator(TOPIC).first).to_contain_text("残联怎么买服务（人工）")


def test_two_browsers_see_each_others_names(new_page: Callable[..., Page], editor: Server) -> None:
    one, other = (visited(new_page(), f"{editor.url}/topics") for _ in range(2))
    rename(one, TOPIC, "第一个浏览器")
    rename(other, ".st-key-name_topic_name_3 button", "第二个浏览器")
    expect(other.locator(TOPIC).first).to_contain_text("第一个浏览器（人工）")
    one.reload()
    expect(one.locator(".st-key-name_topic_name_3 button").first).to_contain_text("第二个浏览器（人工）")


def test_chapter_is_renamed_by_keyboard(page: Page, editor: Server) -> None:
    visited(page, f"{editor.url}/transcript?lang=en")
    pencil = page.get_by_role("button", name=f"Rename “{CHAPTER}”")
    pencil.focus()
    page.keyboard.press("Enter")
    field = page.locator("[data-testid=stPopoverBody] input")
    expect(field).to_have_value(CHAPTER)
    assert serious(page) == []
    field.fill("<b>怎样</b> 和领导打交道")
    field.press("Enter")
    expect(page.locator(".st-key-chapter_1")).to_have_text(f"from {TURN}: <b>怎样</b> 和领导打交道 (by hand)")
    drawn(page)
    page.locator(".st-key-chapter_1 button").click()
    expect(page.locator(f"#turn-{TURN}")).to_be_focused()


@pytest.mark.parametrize("name", ["topics", "transcript"])
def test_edited_page_fits_a_phone_in_dark(new_page: Callable[..., Page], editor: Server, name: str) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, color_scheme="dark")
    button = ".st-key-name_topic_name_0 button" if name == "topics" else ".st-key-name_chapter_title_0 button"
    visited(page, f"{editor.url}/{name}?lang=en")
    rename(page, button, "=很长的名称" * 10)
    page.get_by_text("History of edits (1)").click()
    expect(page.get_by_role("button", name="Undo", exact=True)).to_be_visible()
    assert page.evaluate(WIDTHS) == [390, 390]
    assert serious(page) == []
    assert boxes(page.locator("[data-testid=stMain]")) == []
