"""Formats that are recognised but not read yet: each gives one clear error instead of a wrong reading."""

from __future__ import annotations

import re
from collections.abc import Callable

from analysis.errors import AnalysisError
from analysis.readers.formats import CERTAIN, Format, Parsed
from analysis.readers.timed import TIME

COLUMNS = {
    "speaker",
    "发言人",
    "说话人",
    "姓名",
    "角色",
    "text",
    "内容",
    "发言内容",
    "发言",
    "文本",
    "transcript",
    "utterance",
}

# name, what the message calls it, pattern of a line of `heads`
LINES = (
    ("subtitles", "字幕 SRT / VTT", rf"{TIME}[ \t]{{0,4}}-->[ \t]{{0,4}}{TIME}"),
    ("rttm", "RTTM", r"SPEAKER \S{1,60} \d{1,3} [\d.]{1,12} [\d.]{1,12} "),
)


def _line(pattern: re.Pattern[str]) -> Callable[[str], int]:
    def score(text: str) -> int:
        return CERTAIN if pattern.search(text) else 0

    return score


def _json(text: str) -> int:
    return CERTAIN if re.match(r"\s{0,99}(?:\{\s{0,99}\"|\[\s{0,99}[\[{])", text) else 0


def _markup(text: str) -> int:
    return CERTAIN if re.match(r"\s{0,99}<(?:!DOCTYPE|html|\?xml|tt[ >])", text, re.IGNORECASE) else 0


def _vtt(text: str) -> int:
    return CERTAIN if re.match(r"WEBVTT(?:\s|$)", text) else 0


def _table(text: str) -> int:
    """Tell whether the first line is the header of a table with a speaker or a text column."""
    first = text.lstrip().split("\n", 1)[0][:1000].lower()
    for delimiter in "\t,;|":
        cells = [cell.strip(' "') for cell in first.split(delimiter)]
        if len(cells) > 1 and sum(cell in COLUMNS for cell in cells) * 3 >= len(cells):
            return CERTAIN
    return 0


def _unread(name: str, shown: str, score: Callable[[str], int]) -> Format:
    def read(text: str) -> Parsed:  # noqa: ARG001
        raise AnalysisError("format_unsupported", format=shown)

    return Format(name=name, score=score, read=read)


FORMATS: tuple[Format, ...] = (
    _unread("json", "JSON", _json),
    _unread("markup", "HTML / XML", _markup),
    _unread("vtt", "字幕 VTT", _vtt),
    _unread("table", "表格 CSV / TSV", _table),
    *(_unread(name, shown, _line(re.compile("^" + line, re.MULTILINE))) for name, shown, line in LINES),
)
