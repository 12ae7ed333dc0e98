"""Files of learned numbers: each has a card beside it that states its hash, and is read only when that is right."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from analysis.errors import AnalysisError


def stated_sha256(card: Path, name: str) -> str:
    """Give the hash that a card states for a file.

    Parameters
    ----------
    card : Path
        A JSON file with the hashes by name under `sha256`.
    name : str
        The file's name.

    Returns
    -------
    str
        64 hexadecimal digits.

    Raises
    ------
    AnalysisError
        `model_missing` or `model_damaged`, naming the card.
    """
    if not card.is_file():
        raise AnalysisError("model_missing", where=card.name)
    try:
        return str(json.loads(card.read_text(encoding="utf-8"))["sha256"][name])
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise AnalysisError("model_damaged", where=card.name) from problem


def read_checked(card: Path, name: str) -> bytes:
    """Read a file that must be the one its card describes.

    Parameters
    ----------
    card : Path
        The card, in the folder of the file.
    name : str
        The file's name.

    Returns
    -------
    bytes
        The file.

    Raises
    ------
    AnalysisError
        `model_missing` when a file is not there, `model_damaged` when it is not the one that the card describes.
    """
    stated, path = stated_sha256(card, name), card.with_name(name)
    if not path.is_file():
        raise AnalysisError("model_missing", where=name)
    packed = path.read_bytes()
    if hashlib.sha256(packed).hexdigest() != stated:
        raise AnalysisError("model_damaged", where=name)
    return packed
