"""Chromium: found, or installed where that is allowed, and never phoning home."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
INSTALL = "apt-get update && apt-get install -y chromium"
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync")


def executable() -> str | None:
    """Find Chromium on the PATH."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def ensured() -> str:
    """Find Chromium; install it where we are root on Debian and it is missing."""
    if not executable() and os.geteuid() == 0 and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["bash", "-c", INSTALL], env=environment, stdin=subprocess.DEVNULL, check=False)
    found = executable()
    if not found:
        raise FileNotFoundError(f"Chromium is missing. This line installs it: sudo sh -c '{INSTALL}'")
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """Run Chromium until the block ends."""
    path = ensured()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()
