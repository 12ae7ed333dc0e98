"""Feishu 飞书妙记 (Lark Minutes): `姓名 00:00:01.700` above the speech; an export may leave out the times."""

from __future__ import annotations

import re

from analysis.readers import name_time
from analysis.readers.bodies import headed, lines_of
from analysis.readers.formats import WEIGHT
from analysis.readers.headers import Header, bare, is_free, recurring
from analysis.readers.surroundings import section_kind
from analysis.readers.timed import NAME

_STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [A-Z]{2,5}(?:[+-]\d{1,2})?\s?\|.{1,40}")
_SIGN = re.compile(
    rf"^(?:{_STAMP.pattern}$|文字记录[：:]|.{{1,60}}[ \t]\d\d:\d\d:\d\d\.\d\d\d$|.{{0,20}}<cite )",
    re.MULTILINE,
)
_NAME = re.compile(NAME)


def _untimed(lines: list[str]) -> list[Header]:
    """Find names without times: each paragraph group of this export begins with one."""
    stamp = next((index for index, line in enumerate(lines) if line), None)
    if stamp is None or not _STAMP.fullmatch(lines[stamp]):
        return []
    firsts = [
        index
        for index in range(stamp + 1, len(lines) - 1)
        if lines[index] and is_free(lines, index) and lines[index + 1] and not section_kind(lines[index])
    ]
    found = [Header(index, bare(lines[index])) for index in firsts if _NAME.fullmatch(bare(lines[index]))]
    known = recurring(found)
    return [header for header in found if header.speaker in known or len(header.speaker) <= 10] if known else []


def score(heads: str) -> int:
    """Count the headers of a text that shows a sign of this program.

    Parameters
    ----------
    heads : str
        The `heads` of a file.

    Returns
    -------
    int
        `WEIGHT` for each, and one for the sign.
    """
    return name_time.score(heads, _SIGN) or WEIGHT * len(_untimed(lines_of(heads)))


def find(lines: list[str]) -> list[Header]:
    """Find the headers of a file.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.

    Returns
    -------
    list of Header
        With times, or where the file has none, names alone on their lines.
    """
    return name_time.find(lines) or _untimed(lines)


FORMAT = headed("feishu", find, score)
