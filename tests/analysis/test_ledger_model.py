"""Model files: small, checked by hash, one clear error when they are not whole."""

import json
import shutil

import numpy as np
import pytest

from analysis import paths
from analysis.errors import AnalysisError
from analysis.ledger.model import CARD, WEIGHTS, load_model, save_model
from analysis.weights import stated_sha256


@pytest.fixture
def copied(tmp_path):
    for name in (WEIGHTS, CARD):
        shutil.copy(paths.MODELS / name, tmp_path / name)
    return tmp_path


def test_model_files_are_small_and_hold_no_pickle():
    assert sum(path.stat().st_size for path in paths.MODELS.iterdir()) < 40_000_000
    with np.load(paths.MODELS / WEIGHTS, allow_pickle=False) as held:
        assert all(held[name].dtype != object for name in held.files)


def test_model_card_states_what_it_must():
    card = json.loads((paths.MODELS / CARD).read_text(encoding="utf-8"))
    assert {"sha256", "data", "recipe", "out of fold", "out of fold by fold", "reliability", "weak"} <= set(card)
    assert sum(band["rows"] for band in card["reliability"]["advice"]) > 0


def test_load_model_gives_the_same_object():
    assert load_model() is load_model()


def test_save_model_writes_the_same_bytes_twice(tmp_path):
    assert save_model(load_model(), tmp_path) == save_model(load_model(), tmp_path)


@pytest.mark.parametrize("name", [WEIGHTS, CARD])
def test_load_model_missing_file(copied, name):
    (copied / name).unlink()
    with pytest.raises(AnalysisError) as problem:
        load_model(copied)
    assert problem.value.code == "model_missing"
    assert problem.value.where == name


@pytest.mark.parametrize("spoil", [lambda b: b[:-1], lambda b: b * 2, lambda b: b[:500] + b"x" + b[501:]])
def test_load_model_damaged_weights(copied, spoil):
    path = copied / WEIGHTS
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(AnalysisError) as problem:
        load_model(copied)
    assert problem.value.code == "model_damaged"


@pytest.mark.parametrize("text", ["", "{}", '{"sha256": 1}', "[]"])
def test_stated_sha256_damaged_card(copied, text):
    (copied / CARD).write_text(text, encoding="utf-8")
    with pytest.raises(AnalysisError) as problem:
        stated_sha256(copied / CARD, WEIGHTS)
    assert problem.value.code == "model_damaged"


def test_load_model_refuses_a_stranger_with_the_right_hash(copied):
    import hashlib

    (copied / WEIGHTS).write_bytes(b"not a model")
    digest = hashlib.sha256(b"not a model").hexdigest()
    (copied / CARD).write_text(json.dumps({"sha256": {WEIGHTS: digest}}), encoding="utf-8")
    with pytest.raises(AnalysisError) as problem:
        load_model(copied)
    assert problem.value.code == "model_damaged"
