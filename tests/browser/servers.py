"""Streamlit servers for tests and benchmarks: started on a free loopback port, always stopped."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from analysis.paths import ROOT

START_S = 60  # a cold start on two busy cores takes about five


@dataclass(frozen=True)
class Server:
    """A running server: where it answers, its process, what it has said."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path


def free_port() -> int:
    """Find a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def stage(app: Path, folder: Path) -> Path:
    """Put an app that is not the dashboard beside the dashboard's own settings and fonts."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit", dirs_exist_ok=True)
    shutil.copytree(ROOT / "static", folder / "static", dirs_exist_ok=True)
    return Path(shutil.copy(app, folder / "app.py"))


@contextmanager
def serving(app: Path, log: Path, *, home: Path | None = None, address: str = "127.0.0.1") -> Iterator[Server]:
    """Run an app on the data folder `home` until the block ends; at another address it takes itself to be public."""
    port = free_port()
    options = {"port": port, "address": address, "headless": "true", "fileWatcherType": "none"}
    flags = [part for name, value in options.items() for part in (f"--server.{name}", str(value))]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **({"WORKSHOP_INSIGHTS_HOME": str(home)} if home else {})}
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(app), *flags],
            cwd=app.parent,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            preexec_fn=_end_with_parent if sys.platform == "linux" else None,
        )
        try:
            server = Server(f"http://127.0.0.1:{port}", process, log)
            _wait_until_up(server)
            yield server
        finally:
            _stop(process)


def memory_mb(server: Server) -> float:
    """Read how much memory a server holds now (Linux: resident set, in MB of 10⁶ bytes)."""
    pages = int(Path(f"/proc/{server.process.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _end_with_parent() -> None:
    """Ask the kernel to end the server should pytest be killed (1 = PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def _wait_until_up(server: Server) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until and server.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=2) as answer:  # noqa: S310
                if answer.read() == b"ok":
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{server.log.read_text(errors='replace')[-2000:]}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)
