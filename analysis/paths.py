"""Where the product's own files stand."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
LEXICON = DATA / "lexicon"
MODELS = DATA / "models"
PRIOR = MODELS / "public"
FONTS = DATA / "fonts"
ANNOTATIONS = DATA / "annotations"


def home() -> Path:
    """Find the folder that holds `transcripts/` and `workshops/`.

    Returns
    -------
    Path
        `WORKSHOP_INSIGHTS_HOME` where it is set, else the repository's `data/`.
    """
    return Path(os.environ.get("WORKSHOP_INSIGHTS_HOME") or DATA)
