"""Formats that are recognised but not read yet: each gives one clear error instead of a wrong reading."""

from __future__ import annotations

import re
from collections.abc import Callable

from analysis.errors import AnalysisError
from analysis.readers.formats import Format, Parsed

CERTAIN = 1_000_000
TIME = r"\d{1,3}[:：][0-5]\d(?:[:：][0-5]\d)?(?:[.,]\d{1,3})?"
GENERIC = r"(?:说话人|发言人|发言者|讲话人|Speaker|SPEAKER)[ _]?\d{1,3}"
NAME = r"[^，。！？；：、,!?;:\n]{1,40}?"
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

# name, what the message calls it, pattern of a line of `heads`, whether one hit settles it
LINES = (
    ("subtitles", "字幕 SRT / VTT", rf"{TIME}[ \t]{{0,4}}-->[ \t]{{0,4}}{TIME}", True),
    ("davinci", "DaVinci Resolve", r"\[\d\d:\d\d:\d\d:\d\d - \d\d:\d\d:\d\d:\d\d\]$", True),
    ("rttm", "RTTM", r"SPEAKER \S{1,60} \d{1,3} [\d.]{1,12} [\d.]{1,12} ", True),
    ("zoom", "Zoom", rf"\[[^\n]{{1,80}}\] {TIME}$", False),
    ("name_bold_time", "钉钉 DingTalk", rf"\*\*[^\n*]{{1,40}}\*\* ?· ?{TIME}$", False),
    ("name_in_time", "腾讯会议 Tencent Meeting, Rev", rf"[^:：，。！？；\n]{{1,60}}?[（(]{TIME}[)）]", False),
    ("fathom", "Fathom", rf"{TIME} - \S", False),
    (
        "time_name",
        "钉钉 DingTalk: [时间] 姓名：",
        rf"[\[【(（]?{TIME}[\]】)）]?[ \t]{{0,4}}{NAME}[ \t]{{0,4}}[:：]",
        False,
    ),
    ("asr_label", "WhisperX [SPEAKER_00]:", r"\[(?:SPEAKER|Speaker)[ _]\d{1,3}\]", False),
    (
        "name_time",
        "飞书妙记、讯飞听见、通义听悟、Otter: 姓名 00:00",
        rf"(?:{NAME}[ \t]{{1,8}}{TIME}$|{GENERIC}[ \t]{{1,8}}{TIME})",
        False,
    ),
)


def _hits(pattern: re.Pattern[str], *, settles: bool) -> Callable[[str], int]:
    def score(text: str) -> int:
        hits = len(pattern.findall(text))
        return hits * CERTAIN if settles else hits

    return score


def _questions(text: str) -> int:
    """Count 问：/答： lines; only where both sides occur and at least four times together."""
    sides = re.findall(r"^([问答QA])\d{0,2}[ \t]{0,4}[:：]", text, re.MULTILINE)
    both = {"问", "答"} <= set(sides) or {"Q", "A"} <= set(sides)
    return len(sides) if both and len(sides) >= 4 else 0


def _gmeet(text: str) -> int:
    """Look for blocks under a clock time that stands alone; their `Name: text` lines would pass for proceedings."""
    clocks = len(re.findall(r"^(?:#{1,6} )?\d\d:\d\d:\d\d$", text, re.MULTILINE))
    named = re.search(r"- Transcript$|^Transcription ended after ", text, re.MULTILINE)
    return CERTAIN if clocks > 1 or (clocks and named) else 0


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
    _unread("gmeet", "Google Meet", _gmeet),
    *(
        _unread(name, shown, _hits(re.compile("^" + line, re.MULTILINE), settles=settles))
        for name, shown, line, settles in LINES
    ),
    _unread("questions", "访谈 问：答：", _questions),
)
