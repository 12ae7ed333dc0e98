"""Servers, the browser and watched pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from analysis import paths
from tests.browser.chromium import launched
from tests.browser.servers import Server, serving, stage
from tests.browser.visit import SLOW_MS
from tests.browser.watch import watched

APPS = Path(__file__).parent / "apps"
collect_ignore = ["apps"]  # scripts for a server, not modules to look for examples in
expect.set_options(timeout=SLOW_MS)


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Give the function that starts the dashboard on a data folder, or a small app of `apps/`, once each."""
    running: dict[tuple[Path, Path | None, str], Server] = {}
    with ExitStack() as stack:

        def start(home: Path | None = None, *, app: str | None = None, address: str = "127.0.0.1") -> Server:
            script = APPS / app if app else paths.ROOT / "dashboard.py"
            asked = (script, home, address)
            if asked not in running:
                folder = tmp_path_factory.mktemp("server")
                staged = stage(script, folder / "app") if app else script
                running[asked] = stack.enter_context(serving(staged, folder / "log.txt", home=home, address=address))
            ended = running[asked].process.poll()
            assert ended is None, f"the server ended by itself or was killed: exit status {ended}"
            return running[asked]

        yield start
    said = "".join(server.log.read_text(encoding="utf-8", errors="replace") for server in running.values())
    assert "Traceback" not in said, said[-4000:]


@pytest.fixture(scope="session")
def shipped_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the shipped workshop, and no other that may lie beside it, into a data folder of its own."""
    home = tmp_path_factory.mktemp("shipped")
    shutil.copytree(paths.DATA / "workshops" / "transcript", home / "workshops" / "transcript")
    (home / "transcripts").mkdir()
    for source in sorted((paths.DATA / "transcripts").glob("transcript.*")):
        shutil.copy(source, home / "transcripts")
    return home


@pytest.fixture
def server(serve: Callable[..., Server], shipped_home: Path) -> Server:
    """Run the dashboard on the shipped workshop."""
    return serve(shipped_home)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Run Chromium; a machine without it is a failure, never a skip."""
    with ExitStack() as stack:
        try:
            started = stack.enter_context(launched())
        except FileNotFoundError as missing:
            pytest.fail(str(missing), pytrace=False)
        yield started


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Give the function that opens an empty page in a browser of its own; any fault in it fails the test."""
    faults: list[str] = []
    contexts = []

    def start(**options: object) -> Page:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options}))
        return watched(contexts[-1].new_page(), faults)

    yield start
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """Open an empty page on a laptop's screen, in the light theme."""
    return new_page()
