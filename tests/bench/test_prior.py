"""What other meetings teach a layer; needs requirements-train.txt: pytest tests/bench/test_prior.py."""

import numpy as np
import pytest

from analysis.errors import AnalysisError
from analysis.ledger.layers import Linear
from analysis.ledger.training.fitting import logistic
from analysis.ledger.training.prior import CARD, LAYERS, WORTH, informed, lesson_of, read_priors, write_priors

TRUE = Linear(np.array([1.0, -2.0, 0.5]), np.asarray(-0.5))


def drawn(count, seed):
    """Rows of features, and what `TRUE` makes of them by chance."""
    random = np.random.default_rng(seed)
    x = random.normal(0, (1.0, 0.1, 5.0), (count, 3))
    return x, random.random(count) < 1 / (1 + np.exp(-TRUE(x)))


def taught(count, seed):
    x, y = drawn(count, seed)
    return lesson_of(logistic(x, y, 1e6), x)


def test_few_meetings_hardly_move_what_many_taught():
    prior = taught(20_000, 0)
    layer = informed(*drawn(10, 1), prior)
    np.testing.assert_allclose(layer.weights, prior.layer.weights, atol=0.2)


def test_many_meetings_overrule_what_few_taught():
    wrong = lesson_of(Linear(-TRUE.weights, np.asarray(3.0)), drawn(20, 2)[0])
    layer = informed(*drawn(20_000, 3), wrong)
    np.testing.assert_allclose(np.append(layer.weights, layer.bias), [1.0, -2.0, 0.5, -0.5], atol=0.25)


def test_it_is_about_the_layer_of_all_rows_together():
    (x, y), (more, marked) = drawn(4_000, 4), drawn(500, 5)
    repeated = round(WORTH)
    together = logistic(np.vstack([x, *[more] * repeated]), np.concatenate([y, *[marked] * repeated]), 1e6)
    apart = informed(more, marked, lesson_of(logistic(x, y, 1e6), x))
    np.testing.assert_allclose(apart.weights, together.weights, rtol=0.1)


def test_round_trip(tmp_path):
    prior = taught(100, 6)
    write_priors({"links": prior, "items.advice": prior}, tmp_path / "new")
    read = read_priors(tmp_path / "new")
    assert sorted(read) == ["items.advice", "links"]
    np.testing.assert_array_equal(read["links"].information, prior.information)
    np.testing.assert_array_equal(read["links"].layer(np.eye(3)), prior.layer(np.eye(3)))


def test_damage_is_told(tmp_path):
    with pytest.raises(AnalysisError) as problem:
        read_priors(tmp_path)
    assert (problem.value.code, problem.value.where) == ("model_missing", CARD)
    write_priors({"links": taught(100, 7)}, tmp_path)
    (tmp_path / LAYERS).write_bytes(b"PK")
    with pytest.raises(AnalysisError) as problem:
        read_priors(tmp_path)
    assert problem.value.code == "model_damaged"
