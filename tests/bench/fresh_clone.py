"""Time the README's run command from a fresh clone to a rendered overview.

    python -m tests.bench.fresh_clone

Clones the committed state of this checkout into a temporary folder, runs the command word for word there, opens the
page in Chromium and waits for its key figures. The package cache decides most of the time: run it twice.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from analysis.paths import ROOT
from tests.browser.chromium import launched
from tests.browser.servers import free_port
from tests.browser.settle import settled

LIMIT_S = 600


def answers(url: str) -> bool:
    """Tell whether the dashboard is up."""
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:  # noqa: S310
            return answer.read() == b"ok"
    except (urllib.error.URLError, OSError):
        return False


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder, "clone")
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        readme = (clone / "README.md").read_text(encoding="utf-8")
        command = re.search(r"<!-- run -->\n```bash\n(.+)\n```", readme)[1]
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        settings = {"STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_HEADLESS": "true"}
        start = time.monotonic()
        process = subprocess.Popen(
            ["bash", "-euo", "pipefail", "-c", command], cwd=clone, env=os.environ | settings, start_new_session=True
        )
        try:
            while not answers(url):
                if process.poll() is not None or time.monotonic() - start > LIMIT_S:
                    raise SystemExit("the command ended without a dashboard")
                time.sleep(0.2)
            up = time.monotonic() - start
            with launched() as browser:
                page = browser.new_page()
                page.goto(url)
                page.wait_for_selector("dl.figures", timeout=60_000)
                settled(page)
                print(f"clone to server {up:.1f} s, to rendered overview {time.monotonic() - start:.1f} s")
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(10)


if __name__ == "__main__":
    main()
