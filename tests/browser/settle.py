"""Wait until a Streamlit page stands still."""

from __future__ import annotations

from playwright.sync_api import Page

_QUIET = '[data-testid="stApp"][data-test-script-state="notRunning"]'
_DRAWN = """() => document.fonts.status === "loaded"
  && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')"""


def settled(page: Page, *, timeout_ms: float = 30_000) -> Page:
    """Wait until the script has ended and all is drawn; twice, for a rerun may just be starting.

    Fails where the page shows an exception.
    """
    for _ in range(2):
        page.wait_for_selector(_QUIET, state="attached", timeout=timeout_ms)
        page.wait_for_timeout(150)
    page.wait_for_function(_DRAWN, timeout=timeout_ms)
    assert page.locator('[data-testid="stException"]').count() == 0, "the page shows an exception"
    return page
