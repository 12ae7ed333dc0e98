"""Terms said together, counted by hand, and a picture that is the same every time."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from analysis.network import MAX_NODES, label_sides, lay_out, network, readable_threshold, term_pairs
from analysis.paths import ROOT
from analysis.tables import make_table
from analysis.workshop import Workshop


def talk(*sentences: str) -> tuple[Workshop, pd.DataFrame, pd.DataFrame]:
    """Make a workshop whose terms are the letters of its sentences; give it, its terms and its sentences."""
    found = [(term, i, 1) for i, said in enumerate(sentences) for term in sorted(set(said))]
    names = sorted({term for term, *_ in found})
    counts = [sum(term == name for term, *_ in found) for name in names]
    workshop = Workshop({"term_sentences": make_table("term_sentences", found)}, {})
    return (
        workshop,
        pd.DataFrame({"term": names, "count": counts}),
        pd.DataFrame({"sentence_id": range(len(sentences))}),
    )


def test_pairs_by_hand() -> None:
    pairs = term_pairs(*talk("ab", "ab", "abc", "c", "", ""))
    # of 6 sentences a and b are in 3 each, both in 3; c is in 2, and with a in 1 only
    assert pairs.to_dict("records") == [{"term": "a", "other": "b", "sentences": 3, "expected": 1.5}]


def test_pairs_no_more_than_chance_are_left_out() -> None:
    assert term_pairs(*talk("ab", "ab", "a", "a")).empty  # a is in every sentence


def test_pairs_of_the_filtered_sentences() -> None:
    workshop, terms, sentences = talk("ab", "ab", "ab", "cd", "cd")
    assert term_pairs(workshop, terms, sentences)["sentences"].tolist() == [3, 2]
    assert term_pairs(workshop, terms, sentences.iloc[[0, 2, 3]])["sentences"].tolist() == [2]
    assert term_pairs(workshop, terms.iloc[2:], sentences)["term"].tolist() == ["c"]
    assert term_pairs(workshop, terms.iloc[:0], sentences).empty
    assert term_pairs(workshop, terms, sentences.iloc[:0]).empty


def test_threshold_leaves_what_can_be_read() -> None:
    pairs = pd.DataFrame({"sentences": [5, 4, 4, 2, 2, 2]})
    assert [readable_threshold(pairs, most=most) for most in (6, 5, 3, 1, 0)] == [2, 4, 4, 5, 5]
    assert readable_threshold(pairs.iloc[:0], most=9) == 2


def test_network_keeps_the_pairs_of_the_threshold() -> None:
    workshop, terms, sentences = talk("ab", "ab", "ab", "cd", "cd", "", "")
    pairs = term_pairs(workshop, terms, sentences)
    assert network(terms, pairs, threshold=2).nodes["term"].tolist() == ["a", "b", "c", "d"]
    shown = network(terms, pairs, threshold=3)
    assert (shown.nodes["term"].tolist(), shown.edges.to_numpy().tolist()) == (["a", "b"], [["a", "b", 3]])
    assert network(terms, pairs, threshold=4).nodes.empty


def test_network_draws_no_more_than_can_be_read() -> None:
    names = [f"t{n:02d}" for n in range(MAX_NODES + 20)]
    terms = pd.DataFrame({"term": names, "count": 2})
    pairs = pd.DataFrame({"term": names[:-1], "other": names[1:], "sentences": 2, "expected": 0.1})
    shown = network(terms, pairs, threshold=2)
    assert (shown.nodes["term"].tolist(), len(shown.edges)) == (names[:MAX_NODES], MAX_NODES - 1)
    assert shown.nodes[["x", "y"]].min().tolist() == [0, 0]
    assert shown.nodes[["x", "y"]].max().tolist() == [1, 1]


def test_neighbours_stand_nearer_than_others() -> None:
    one, other = np.array([0, 1, 2, 3]), np.array([1, 2, 3, 4])  # a chain
    x, y = lay_out(5, one, other, ratio=1)
    away = np.hypot(x - x[0], y - y[0])
    assert away.argsort().tolist() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_points(count: int) -> None:
    ends = np.arange(max(0, count - 1))
    x, y = lay_out(count, ends, ends + 1, ratio=1.5)
    assert (len(x), np.isfinite([*x, *y]).all()) == (count, True)


def test_picture_is_the_same_in_every_process() -> None:
    script = (
        "import numpy as np; from analysis.network import lay_out;"
        "x, y = lay_out(12, np.array([0,0,1,2,5,6]), np.array([1,2,3,4,6,7]), ratio=1.5); print([*x, *y])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "7")
    }
    assert len(printed) == 1


def test_labels_step_aside() -> None:
    x, y, sizes, widths = np.array([0.0, 0.0]), np.array([0.0, 20.0]), np.full(2, 10.0), np.full(2, 40.0)
    assert label_sides(x, y, sizes, widths, height=12) == ["bottom", "top"]  # above the first is the second
