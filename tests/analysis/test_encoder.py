"""The encoder's tokenizer, windows and files; the network itself is measured by the training command."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.encoder import marks_of, read_sentences
from analysis.encoder.model import CARD, GRAPH, WORDS, load_reader
from analysis.encoder.readings import WIDTHS, readings_of
from analysis.encoder.tokens import END, START, UNKNOWN, Tokens, cut, fold, tokens_of, vectors
from analysis.encoder.windows import BUDGET, LONGEST, edge_weights, joined, overlapping, runs
from analysis.errors import AnalysisError

SIZES = st.lists(st.integers(0, LONGEST), max_size=60)


def tiny() -> Tokens:
    pieces = ["", "", "", "▁", "我", "们", "我们", "▁我", "。"]
    scores = np.array([0, 0, 0, -4, -5, -5, -6, -6, -3], dtype=np.float32)
    codes = np.arange(len(pieces) * 16, dtype=np.uint8).reshape(-1, 16)
    return tokens_of(pieces, scores, {ord("｡"): "。", ord("\n"): " "}, codes, np.ones((len(pieces), 1), np.float16))


def test_fold_squeezes_blanks_and_maps_characters() -> None:
    assert fold("  我 \n 们｡\n", tiny()) == "▁我▁们。"
    assert fold(" \n", tiny()) == ""


def test_cut_takes_the_likeliest_pieces() -> None:
    assert cut("我们。", tiny()) == [3, 6, 8]
    assert cut("我。", tiny()) == [7, 8]


def test_cut_joins_unknown_neighbours() -> None:
    assert cut("我甲乙我", tiny()) == [7, UNKNOWN, 4]
    assert cut("", tiny()) == []


def test_vectors_unpack_low_halves_first() -> None:
    row = vectors([0], tiny())[0]
    assert row.tolist() == [j - 8 for j in range(16)] + [-8] * 16


@given(SIZES, st.integers(BUDGET // 8, BUDGET))
def test_runs_cover_everything_once(sizes: list[int], first: int) -> None:
    assert [i for a, b in runs(sizes, first) for i in range(a, b)] == list(range(len(sizes)))


@given(SIZES, st.sampled_from([0.0, 0.25, 0.5, 0.9]))
def test_overlapping_covers_everything_and_fits(sizes: list[int], share: float) -> None:
    spans = overlapping(sizes, share)
    assert {i for a, b in spans for i in range(a, b)} == set(range(len(sizes)))
    assert [(a, b) for a, b in spans if 1 + sum(s + 1 for s in sizes[a:b]) > BUDGET] == []
    assert spans == sorted(set(spans))


def test_joined_marks_the_first_token_of_each_sentence() -> None:
    assert joined([[5, 6], []], [1, 0]) == ([START, 5, 6, END, END], [-1, 1, -1, -1, 0], [3, 4])


def test_edge_weights() -> None:
    assert edge_weights(5).tolist() == [1, 2, 3, 2, 1]
    assert edge_weights(9).tolist() == [1, 2, 3, 4, 4, 4, 3, 2, 1]


def test_marks_of() -> None:
    assert marks_of([], []) == []
    assert marks_of([4, 4, 5], [False, False, True]) == [1, 0, 3]


def test_readings_of_takes_columns_apart() -> None:
    found = readings_of(np.arange(2 * 76, dtype=np.float32).reshape(2, 76))
    assert {name: getattr(found, name).shape for name in WIDTHS} == {name: (2, width) for name, width in WIDTHS.items()}
    assert (found.kinds[1].tolist(), found.categories[0, [0, 9]].tolist()) == ([76.0, 77.0], [2.0, 11.0])
    assert (found.asks[0, [0, 31]].tolist(), found.answers[0, [0, 31]].tolist()) == ([12.0, 43.0], [44.0, 75.0])


def test_readings_of_nothing() -> None:
    assert readings_of(np.zeros((0, 76))).answers.shape == (0, 32)


def test_shipped_encoder_reads_each_sentence_once() -> None:
    found = read_sentences(["我们缺少资金。", "建议设立专项基金。"], [0, 1], [False, False])
    assert {name: getattr(found, name).shape for name in WIDTHS} == {name: (2, width) for name, width in WIDTHS.items()}
    assert read_sentences([], [], []).kinds.shape == (0, 2)


def test_a_missing_file_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(AnalysisError) as found:
        read_sentences(["好。"], [0], [False], folder=tmp_path)
    assert (found.value.code, found.value.where) == ("model_missing", CARD)


def test_a_damaged_file_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / CARD).write_text(json.dumps({"sha256": {GRAPH: "0", WORDS: "0"}}), encoding="utf-8")
    (tmp_path / GRAPH).write_bytes(b"x")
    (tmp_path / WORDS).write_bytes(b"x")
    with pytest.raises(AnalysisError) as found:
        load_reader(tmp_path)
    assert (found.value.code, found.value.where) == ("model_damaged", WORDS)
