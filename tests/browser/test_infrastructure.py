"""What the other browser tests rely on: faults are noticed, a missing browser is said plainly, servers end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import chromium
from tests.browser.accessibility import serious
from tests.browser.servers import Server, serving, stage
from tests.browser.watch import watched

APP = Path(__file__).parent / "apps" / "elements.py"


def test_watched_notices_every_fault(browser: Browser) -> None:
    faults: list[str] = []
    with browser.new_context() as context:
        page = watched(context.new_page(), faults)
        page.set_content("<p>fine</p>")
        assert faults == []
        page.evaluate("() => { console.error('broken'); setTimeout(() => { throw new Error('worse') }) }")
        page.evaluate("() => { fetch('http://192.0.2.1/').catch(() => 0); new WebSocket('ws://192.0.2.2/') }")
        page.wait_for_timeout(300)
    said = " ".join(faults)
    assert "console: broken" in said
    assert "exception: worse" in said
    assert "request to another host: http://192.0.2.1/" in said
    assert "request to another host: ws://192.0.2.2/" in said


def test_watched_lets_only_the_search_for_the_server_pass(
    new_page: Callable[..., Page], serve: Callable[..., Server]
) -> None:
    url = serve(app="elements.py").url
    faults: list[str] = []
    page = new_page()
    page.goto(f"{url}/_stcore/health")
    watched(page, faults)
    for path in ("speakers/_stcore/health", "speakers/_stcore/host-config"):
        page.evaluate("path => fetch(path).then(() => 0)", f"{url}/{path}")
    page.wait_for_timeout(200)
    assert faults == []


def test_serious_leaves_out_only_streamlits_own(browser: Browser) -> None:
    wide = f'<pre style="width:100px;overflow:auto">{"wide " * 90}</pre>'
    body = f'<p style="color:#ccc;background:#fff">pale</p><div data-testid="stCode">{wide}</div>{wide}'
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(f'<html lang="en"><title>t</title><main>{body}</main></html>')
        found = serious(page)
    assert sorted(line.split(" ")[0] for line in found) == ["color-contrast", "scrollable-region-focusable"]


def test_missing_chromium_names_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "executable", lambda: None)
    monkeypatch.setattr(chromium.os, "geteuid", lambda: 1000)
    with pytest.raises(FileNotFoundError, match="apt-get install -y chromium"):
        chromium.ensured()


def test_serving_ends_its_server(tmp_path: Path) -> None:
    with serving(stage(APP, tmp_path / "app"), tmp_path / "log.txt") as server:
        assert server.process.poll() is None
    assert server.process.poll() is not None


def test_serving_says_why_a_server_did_not_start(tmp_path: Path) -> None:
    with (
        pytest.raises(RuntimeError, match="does not exist"),
        serving(tmp_path / "missing.py", tmp_path / "log.txt"),
    ):
        pass
