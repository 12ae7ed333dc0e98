"""Times of tables and JSON: numbers in seconds or milliseconds, clocks, durations."""

from __future__ import annotations

import re
from collections.abc import Iterable

from analysis.readers.timed import seconds

LATEST = 360_000_000  # a hundred hours in milliseconds: what is larger is a date, not a time of a recording
CHARACTERS_OF_TEN = 3  # no one says less in a second: with more units a character than this, units are milliseconds
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,20})?(?:[eE]-?\d{1,2})?")
_CLOCK = re.compile(
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[T\s]{1,2})?(\d{1,3}[:：]\d{1,2}(?:[:：]\d{1,2})?(?:[.,]\d{1,6})?)(?:Z|[+-]\d\d:?\d\d)?"
)
_WORDS = re.compile(
    r"(?:(\d{1,3})\s?(?:小时|时|h))?\s?(?:(\d{1,3})\s?(?:分钟|分|min|m))?\s?(?:(\d{1,5}(?:\.\d{1,3})?)\s?(?:秒钟|秒|sec|s))?",
    re.IGNORECASE,
)
_FRAMES = re.compile(r"(\d\d:\d\d:\d\d)[:;]\d\d")


def parse(value: object) -> float | int | None:
    """Read a time, in the unit it is written in.

    Parameters
    ----------
    value : object
        A number, or text: a number, a clock (`00:05`, `1:02:03.5`, with or without a date), or `1分20秒`.

    Returns
    -------
    float, int or None
        An int only where the value is a whole number without unit; None for anything else.

    Examples
    --------
    >>> [parse(value) for value in (5, "5.0", "00:00:05", "1分20秒", "2026-05-06 00:01:00", "later", None)]
    [5, 5.0, 5.0, 80.0, 60.0, None, None]
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return value if 0 <= value <= LATEST else None
    if not isinstance(value, str) or len(value) > 60:
        return None
    text = value.strip().strip("[]()（）【】").strip()
    if _NUMBER.fullmatch(text):
        return parse(float(text) if set(text) & set(".eE") else int(text))
    frames, clock = _FRAMES.fullmatch(text), _CLOCK.fullmatch(text)
    if frames or clock:
        return seconds((frames or clock)[1])
    words = _WORDS.fullmatch(text) if text else None
    if words:
        hours, minutes, rest = (float(part or 0) for part in words.groups())
        return hours * 3600 + minutes * 60 + rest
    return None


def are_milliseconds(times: Iterable[float | int | None], characters: int) -> bool:
    """Tell whether times without a unit count milliseconds.

    Parameters
    ----------
    times : iterable of number or None
        All of a file, as `parse` gives them.
    characters : int
        Of all that was said.

    Returns
    -------
    bool
        True when all are whole numbers, and too large to be seconds for so few words.
    """
    known = [time for time in times if time is not None]
    return bool(known) and all(isinstance(time, int) for time in known) and max(known) > CHARACTERS_OF_TEN * characters


def in_seconds(value: float | int | None, *, factor: float = 1.0) -> float | None:
    """Give a time in seconds.

    Parameters
    ----------
    value : number or None
        As `parse` gives it.
    factor : float, default 1.0
        Seconds in a unit of a value that is not known to be seconds: 0.001 for milliseconds.

    Returns
    -------
    float or None
        To the millisecond; None for None.
    """
    return None if value is None else round(float(value) * factor, 3)
