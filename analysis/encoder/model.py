"""The shipped encoder: read once, checked by hash, run by onnxruntime."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analysis.encoder.readings import WIDTHS, Readings, readings_of
from analysis.encoder.tokens import Tokens, cut, tokens_of, vectors
from analysis.encoder.windows import LONGEST, edge_weights, joined, overlapping
from analysis.errors import AnalysisError
from analysis.weights import read_checked

if TYPE_CHECKING:
    import onnxruntime

GRAPH = "encoder.onnx"
WORDS = "encoder.npz"
HELD_OUT = "encoder_held_out.npz"  # what encoders that never saw a meeting make of it; for training alone
CARD = "encoder_card.json"
OVERLAP = 0.5  # of a window's tokens, those that the next one reads again
THREADS = 2  # windows read at the same time


@dataclass(frozen=True)
class Reader:
    """The tokenizer, the vectors of places in a window, and the network."""

    tokens: Tokens
    place: np.ndarray
    network: onnxruntime.InferenceSession


def words_of(packed: bytes) -> tuple[Tokens, np.ndarray]:
    """Unpack the tokenizer.

    Parameters
    ----------
    packed : bytes
        The file `encoder.npz`.

    Returns
    -------
    tokens : Tokens
        Ready to cut sentences.
    place : ndarray of float32, shape (256, width)
        The vector of each place in a window.
    """
    with np.load(io.BytesIO(packed), allow_pickle=False) as held:
        arrays = {name: held[name] for name in held.files}
    pieces = arrays["pieces"].tobytes().decode().split("\n")
    folded = dict(zip(arrays["folded"].tolist(), arrays["folded_to"].tolist(), strict=True))
    tokens = tokens_of(pieces, arrays["scores"], folded, arrays["codes"], arrays["scales"])
    return tokens, arrays["place"].astype(np.float32)


def network_of(packed: bytes) -> onnxruntime.InferenceSession:
    """Make the network ready.

    Parameters
    ----------
    packed : bytes
        The file `encoder.onnx`.

    Returns
    -------
    InferenceSession
        On one thread; windows are independent, so several threads may run it at once.
    """
    import onnxruntime  # a page that shows a finished workshop need not wait for it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = 1, 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(packed, options, providers=["CPUExecutionProvider"])


@lru_cache(maxsize=2)
def load_reader(folder: Path) -> Reader:
    """Load the encoder.

    Parameters
    ----------
    folder : Path
        Holds `encoder.onnx`, `encoder.npz` and `encoder_card.json`.

    Returns
    -------
    Reader
        The same object at every call.

    Raises
    ------
    AnalysisError
        `model_missing` when a file is not there, `model_damaged` when it is not the one that the card describes.
    """
    words, graph = (read_checked(folder / CARD, name) for name in (WORDS, GRAPH))
    try:
        tokens, place = words_of(words)
    except (ValueError, KeyError, OSError, zipfile.BadZipFile) as problem:
        raise AnalysisError("model_damaged", where=WORDS) from problem
    try:
        return Reader(tokens, place, network_of(graph))
    except Exception as problem:  # onnxruntime's own errors share no other base
        raise AnalysisError("model_damaged", where=GRAPH) from problem


def _read(sentences: list[list[int]], marks: list[int], reader: Reader) -> np.ndarray:
    """Read the sentences of one window; give the network's columns."""
    rows, marked, ends = joined(sentences, marks)
    last = np.array(ends)
    first = np.concatenate([[1], last[:-1] + 1])
    place = np.arange(len(rows))
    fed = {
        "states": vectors(rows, reader.tokens) + reader.place[: len(rows)],
        "marks": np.array(marked) + 1,
        "member": ((place >= first[:, None]) & (place <= last[:, None])).astype(np.float32),
        "last": last,
    }
    return reader.network.run(None, fed)[0].astype(np.float64)


def read(
    sentences: list[str],
    marks: list[int],
    reader: Reader,
    *,
    share: float = OVERLAP,
    report: Callable[[float], None] | None = None,
) -> Readings:
    """Read the sentences of one meeting.

    Parameters
    ----------
    sentences : list of str
        In order; of one longer than a window the end is not read.
    marks : list of int
        The mark of each, see `analysis.encoder.marks_of`.
    reader : Reader
        What `load_reader` gives.
    share : float, default 0.5
        Overlap of neighbouring windows: less is faster and a little worse.
    report : callable, optional
        Told after each window how much is read, 0-1; what it raises ends the reading.

    Returns
    -------
    Readings
        Averages over the windows that a sentence stands in. No sentences give none.
    """
    rows = [cut(sentence, reader.tokens)[:LONGEST] for sentence in sentences]
    spans = overlapping([len(pieces) for pieces in rows], share)
    total, weight = np.zeros((len(rows), sum(WIDTHS.values()))), np.zeros((len(rows), 1))
    with ThreadPoolExecutor(THREADS) as pool:
        found = pool.map(lambda span: _read(rows[slice(*span)], marks[slice(*span)], reader), spans)
        try:
            for number, ((start, stop), columns) in enumerate(zip(spans, found, strict=True), 1):
                edge = edge_weights(stop - start)[:, None]
                total[start:stop] += columns * edge
                weight[start:stop] += edge
                if report:
                    report(number / len(spans))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return readings_of(total / weight)
