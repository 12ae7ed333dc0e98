"""The twelve-turn workshop, counted by hand, as the pipeline sees it."""

import pytest

from analysis import paths
from analysis.build import analyse
from analysis.readers import read
from analysis.workshop import Workshop

TWELVE = paths.ROOT / "tests" / "fixtures" / "twelve.txt"


@pytest.fixture(scope="session")
def twelve() -> Workshop:
    return analyse(read(TWELVE))


@pytest.fixture(scope="session")
def real() -> Workshop:
    """The shipped workshop, analysed anew."""
    return analyse(read(paths.DATA / "transcripts" / "transcript.txt"))
