"""What the formats with times share: how a time, a numbered speaker and a name look, and times in seconds."""

from __future__ import annotations

import re

# Two parts are minutes and seconds, and the minutes may pass 59; three are hours, minutes, seconds.
TIME = r"\d{1,3}[:：][0-5]\d(?:[:：][0-5]\d)?(?:[.,]\d{1,3})?(?![:：]?\d)"
GENERIC = r"(?:说话人|发言人|发言者|讲话人|Speaker|SPEAKER|speaker)[ _\u3000\xa0]?\d{1,3}"
NAME = r"[^，。！？；：、,!?;:\n]{1,40}?"
_PARTS = re.compile(r"\d+(?:[:：]\d+){1,2}(?:[.,]\d+)?")


def seconds(text: str) -> float:
    """Give the seconds that a written time stands for.

    Parameters
    ----------
    text : str
        `mm:ss` or `h:mm:ss`, with `:` or `：`, the seconds with or without a decimal part behind `.` or `,`.

    Returns
    -------
    float
        Seconds, to the millisecond.

    Raises
    ------
    ValueError
        If the text is not such a time.

    Examples
    --------
    >>> seconds("75:04"), seconds("1：02：03"), seconds("00:00:01,700"), seconds("0:0:5.1")
    (4504.0, 3723.0, 1.7, 5.1)
    """
    if not _PARTS.fullmatch(text):
        raise ValueError(text)
    total = 0.0
    for part in text.replace("：", ":").replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return round(total, 3)
