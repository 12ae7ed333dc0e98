"""The sentence encoder: multilingual-e5-small fine-tuned on annotated meetings, in whole numbers of eight bits.

Run time needs numpy and onnxruntime alone; `training/` needs torch and onnx and is no part of the product.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from analysis import paths
from analysis.encoder.model import load_reader, read
from analysis.encoder.readings import Readings


def marks_of(turn: Sequence[int], moderator: Sequence[bool]) -> list[int]:
    """Say what the encoder is told of each sentence beyond its words.

    Parameters
    ----------
    turn : sequence of int
        The turn of each sentence.
    moderator : sequence of bool
        Whether the moderator says it.

    Returns
    -------
    list of int
        1 where a turn begins, 2 more where the moderator speaks.

    Examples
    --------
    >>> marks_of([0, 0, 1], [True, True, False])
    [3, 2, 1]
    """
    begins = [not at or turn[at - 1] != here for at, here in enumerate(turn)]
    return [int(first) + 2 * bool(lead) for first, lead in zip(begins, moderator, strict=True)]


def read_sentences(
    sentences: list[str],
    turn: Sequence[int],
    moderator: Sequence[bool],
    *,
    folder: Path = paths.MODELS,
    report: Callable[[float], None] | None = None,
) -> Readings:
    """Read the sentences of one meeting, each among its neighbours.

    Parameters
    ----------
    sentences : list of str
        In order, as `analysis.sentences.split_sentences` cuts the merged turns.
    turn : sequence of int
        The turn of each.
    moderator : sequence of bool
        Whether the moderator says it.
    folder : Path, optional
        Holds `encoder.onnx`, `encoder.npz` and `encoder_card.json`.
    report : callable, optional
        Told now and then how much is read, 0-1; what it raises ends the reading.

    Returns
    -------
    Readings
        One row a sentence. No sentences give none.

    Raises
    ------
    AnalysisError
        `model_missing` or `model_damaged`.
    """
    reader = load_reader(folder)
    return read(sentences, marks_of(list(turn), list(moderator)), reader, report=report)
