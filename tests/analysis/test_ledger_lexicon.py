"""Word lists of the ledger: users edit them, so a slip must be named."""

import shutil

import pytest

from analysis import paths
from analysis.errors import AnalysisError
from analysis.ledger.lexicon import lists
from analysis.tables import CATEGORIES


@pytest.fixture
def copied(tmp_path):
    for name in ("cues.toml", "categories.toml"):
        shutil.copy(paths.LEXICON / name, tmp_path / name)
    return tmp_path


def test_lists_know_words():
    assert lists().categories["资金"] == (CATEGORIES.index("funding"),)
    assert lists().cue_words["瓶颈"] == "challenge.difficulty"
    assert lists().keywords["advice"].search("我建议大家")


def test_lists_dots_stand_for_a_few_characters():
    pattern = dict(lists().cues)["challenge.excess"]
    assert pattern.search("价格太离谱了")
    assert not pattern.search("价格合适")


@pytest.mark.parametrize("name", ["cues.toml", "categories.toml"])
def test_lists_broken_file(copied, name):
    (copied / name).write_text("[challenge\n", encoding="utf-8")
    with pytest.raises(AnalysisError) as problem:
        lists(copied)
    assert (problem.value.code, problem.value.where) == ("lexicon_invalid", name)


def test_lists_missing_file(copied):
    (copied / "categories.toml").unlink()
    with pytest.raises(AnalysisError) as problem:
        lists(copied)
    assert problem.value.code == "lexicon_missing"


def test_lists_missing_category(copied):
    (copied / "categories.toml").write_text('funding = ["钱"]\n', encoding="utf-8")
    with pytest.raises(AnalysisError) as problem:
        lists(copied)
    assert problem.value.code == "lexicon_invalid"


def test_lists_unknown_list_of_beginnings(copied):
    text = (copied / "cues.toml").read_text(encoding="utf-8")
    for name in ("advice.nothing", "nothing"):
        (copied / "cues.toml").write_text(text.replace('"advice.must"', f'"{name}"'), encoding="utf-8")
        lists.cache_clear()
        with pytest.raises(AnalysisError) as problem:
            lists(copied)
        assert problem.value.code == "lexicon_invalid"
