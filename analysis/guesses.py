"""What a transcript's head and its file's name tell of title and date; always to be confirmed."""

from __future__ import annotations

import datetime
import re
from pathlib import PurePath

from analysis.transcript import Transcript

_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s?[年./_-]\s?(\d{1,2})\s?[月./_-]\s?(\d{1,2})|(\d\d)(\d\d))(?!\d)\s?日?")
# what export tools put around a title
_EXTRA = re.compile(r"(?:文字记录|会议实录|原文|转写结果|逐字稿|文字稿|终稿|定稿|transcript)", re.IGNORECASE)
_JOINTS = re.compile(r"[\s_\-—–·|:：,，()（）\[\]【】]+")
LONGEST = 80


def guess_date(file: str, transcript: Transcript) -> str:
    """Guess when the workshop was.

    Parameters
    ----------
    file : str
        The file's name.
    transcript : Transcript
        As read.

    Returns
    -------
    str
        `2026-03-14`, from a line above the first turn, else from the file's name; empty where neither has one.

    Examples
    --------
    >>> guess_date("圆桌20260314.txt", Transcript("proceedings", "utf-8", ()))
    '2026-03-14'
    """
    first = min((turn.line for turn in transcript.turns), default=0)
    head = [one.text for one in transcript.unowned if one.line < first]
    return next((date for date in map(normal_date, [*head, PurePath(file).stem]) if date), "")


def normal_date(text: str) -> str:
    """Read the first date of a text.

    Parameters
    ----------
    text : str
        Such as `2026年3月14日 下午`.

    Returns
    -------
    str
        `2026-03-14`, or an empty text where there is no date.

    Examples
    --------
    >>> normal_date("2026/3/14"), normal_date("2026-13-45")
    ('2026-03-14', '')
    """
    for match in _DATE.finditer(text):
        year, *rest = (int(part) for part in match.groups() if part)
        try:
            return datetime.date(year, *rest).isoformat()
        except ValueError:
            continue
    return ""


def guess_title(file: str, transcript: Transcript) -> str:
    """Guess what the workshop is called.

    Parameters
    ----------
    file : str
        The file's name.
    transcript : Transcript
        As read.

    Returns
    -------
    str
        The title that stands above the first turn, else the file's name without date and what export tools add.

    Examples
    --------
    >>> guess_title("春季圆桌_原文_2026-03-14.txt", Transcript("proceedings", "utf-8", ()))
    '春季圆桌'
    """
    if transcript.title:
        return transcript.title[:LONGEST]
    stem = PurePath(file).stem
    bare = _JOINTS.sub(" ", _EXTRA.sub(" ", _DATE.sub(" ", stem))).strip()
    return (bare or stem)[:LONGEST]
