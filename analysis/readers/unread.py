"""What is recognised but holds no transcript that could be read: each gives one clear error, not a wrong reading."""

from __future__ import annotations

import re

from analysis.errors import AnalysisError
from analysis.readers.formats import CERTAIN, Format, Parsed

_MARKUP = re.compile(r"\s{0,99}<(?:!DOCTYPE|html|\?xml|tt[ >])", re.IGNORECASE)
_RTTM = re.compile(r"^SPEAKER \S{1,60} \d{1,3} [\d.]{1,12} [\d.]{1,12} ", re.MULTILINE)


def _score_markup(heads: str) -> int:
    return CERTAIN if _MARKUP.match(heads) else 0


def _read_markup(text: str) -> Parsed:  # noqa: ARG001
    raise AnalysisError("format_unsupported", format="HTML / XML")


def _score_rttm(heads: str) -> int:
    return CERTAIN if _RTTM.search(heads) else 0


def _read_rttm(text: str) -> Parsed:  # noqa: ARG001
    raise AnalysisError("no_text")


FORMATS = (Format("markup", _score_markup, _read_markup), Format("rttm", _score_rttm, _read_rttm))
