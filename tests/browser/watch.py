"""What must never happen in a page: an error on the console, an exception, a word to another host."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page

_LOCAL = {"127.0.0.1", "localhost"}


def watched(page: Page, faults: list[str]) -> Page:
    """Write every fault of the page into a list."""
    page.on("console", lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"exception: {error}"))
    page.on("request", lambda request: _check_host(request.url, faults))
    page.on("websocket", lambda socket: _check_host(socket.url, faults))
    return page


def _check_host(url: str, faults: list[str]) -> None:
    parts = urlsplit(url)
    if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in _LOCAL:
        faults.append(f"request to another host: {url}")
