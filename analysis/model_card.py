"""What the shipped model reached on meetings it never saw, as its card says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis import paths
from analysis.errors import AnalysisError

NAME, TERMS = "model_card.json", "terms_card.json"
_FIGURES = {  # what the page shows: its name there, and in the card
    "challenge_f1": "challenges sentence F1",
    "advice_f1": "advice sentence F1",
    "shown_challenges": "challenges shown items precision",
    "shown_advice": "advice shown items precision",
    "link_precision": "link precision",
    "link_f1": "link F1",
}


@dataclass(frozen=True)
class Band:
    """A band of confidence: how many rows of a kind fell into it out of fold, and which share was right (0-1)."""

    kind: str
    low: float
    high: float
    rows: int
    precision: float


@dataclass(frozen=True)
class ModelCard:
    """The measured accuracy: how much it was measured on, the figures by name, and the bands."""

    meetings: int
    sentences: int
    figures: dict[str, float]
    bands: tuple[Band, ...]


@lru_cache(maxsize=1)
def read_card(folder: Path = paths.MODELS) -> ModelCard:
    """Read the model card.

    Parameters
    ----------
    folder : Path
        Holds `model_card.json`, which `python -m analysis.train` writes, and `terms_card.json`, which
        `python -m analysis.terms.training.fit` writes.

    Returns
    -------
    ModelCard
        The same object at every call.

    Raises
    ------
    AnalysisError
        `card_damaged` when the file is missing or does not hold what it should.
    """
    try:
        card = json.loads((folder / NAME).read_text(encoding="utf-8"))
        bands = [
            Band(kind, band["from"], band["to"], band["rows"], band["precision"])
            for kind, name in (("challenge", "challenges"), ("advice", "advice"))
            for band in card["reliability"][name]
        ]
        figures = {name: float(card["out of fold"][key]) for name, key in _FIGURES.items()}
        terms = json.loads((folder / TERMS).read_text(encoding="utf-8"))
        figures["term_hits"] = float(terms["out of fold"]["headline words among the top ten terms"])
        return ModelCard(int(card["data"]["meetings"]), int(card["data"]["sentences"]), figures, tuple(bands))
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise AnalysisError("card_damaged", where=NAME) from problem
