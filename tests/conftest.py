"""The twelve-turn workshop on disk, where the dashboard looks for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from analysis.workshop import Workshop
from tests import handmade


@pytest.fixture(scope="session")
def twelve() -> Workshop:
    """Give the twelve-turn workshop; nobody edits its tables."""
    return handmade.twelve()


@pytest.fixture(scope="session")
def twelve_home(twelve: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the twelve-turn workshop into a home folder of its own, and leave it as it is."""
    home = tmp_path_factory.mktemp("twelve")
    handmade.put(home, "twelve", twelve)
    return home


@pytest.fixture
def built(twelve_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let this process find the twelve-turn workshop and no other; read only."""
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(twelve_home))
    return twelve_home


@pytest.fixture
def own(twelve_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the home folder that a test may break."""
    home = tmp_path / "home"
    shutil.copytree(twelve_home, home)
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(home))
    return home
