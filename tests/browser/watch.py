"""What must never happen in a page: an error on the console, an exception, a word to another host."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page

_LOCAL = {"127.0.0.1", "localhost"}

# Opened at /speakers, Streamlit's browser side first asks whether the server lives below that path, gets 404 twice, and
# asks at the root. Chromium writes both to the console. These two addresses and nothing else are let pass.
_PROBE = re.compile(r"https?://127\.0\.0\.1:\d+/[^/?#]+/_stcore/(health|host-config)")


def watched(page: Page, faults: list[str]) -> Page:
    """Write every fault of the page into a list."""
    page.on("console", lambda said: _check_console(said, faults))
    page.on("pageerror", lambda error: faults.append(f"exception: {error}"))
    page.on("request", lambda request: _check_host(request.url, faults))
    page.on("websocket", lambda socket: _check_host(socket.url, faults))
    return page


def _check_console(said: ConsoleMessage, faults: list[str]) -> None:
    address = said.location["url"]
    probing = _PROBE.fullmatch(address) and said.text.startswith("Failed to load resource") and "404" in said.text
    if said.type == "error" and not probing:
        faults.append(f"console: {said.text} ({address})" if address else f"console: {said.text}")


def _check_host(url: str, faults: list[str]) -> None:
    parts = urlsplit(url)
    if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in _LOCAL:
        faults.append(f"request to another host: {url}")
