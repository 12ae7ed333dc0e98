"""Names that may be one person's, and names that hold more than a name: proposed, never decided."""

from __future__ import annotations

import re
from itertools import combinations

from analysis.readers.asides import key
from analysis.readers.lists import lists
from analysis.readers.names import GENERIC

_BRACKET = re.compile(r"\s*(.+?)\s*[（(\[【]\s*([^（()）\[\]【】]{1,80}?)\s*[）)\]】]\s*")
_NUMERALS = re.compile(r"[0-9一二三四五六七八九十甲乙丙丁A-Z]")
_MANY = 200  # pairs grow with the square


def split_bracket(name: str) -> tuple[str, str] | None:
    """Split a name that ends in a bracket.

    Parameters
    ----------
    name : str
        As shown.

    Returns
    -------
    tuple of str, or None
        The name and what stands in the bracket; None without one.

    Examples
    --------
    >>> split_bracket("沈一苇(苗圃部)"), split_bracket("沈一苇")
    (('沈一苇', '苗圃部'), None)
    """
    match = _BRACKET.fullmatch(name)
    return (match[1], match[2]) if match else None


def near_duplicates(names: list[str]) -> list[tuple[str, str]]:
    """Find pairs of names that may be one person's.

    Parameters
    ----------
    names : list of str
        All different, in order of appearance.

    Returns
    -------
    list of tuple of str
        In that order: one name with a title, a role or a bracket around the other (`王静`, `王静老师`), one in
        another case, or three characters and more of which one differs (`毛刚强`, `毛钢强`). Never names that differ in
        a number (`说话人1`, `说话人2`).

    Examples
    --------
    >>> near_duplicates(["毛刚强", "王静", "毛钢强", "王静老师", "说话人1", "说话人2"])
    [('毛刚强', '毛钢强'), ('王静', '王静老师')]
    """
    return [pair for pair in combinations(names[:_MANY], 2) if _alike(*pair)]


def _alike(first: str, second: str) -> bool:
    short, long = sorted((key(first).casefold(), key(second).casefold()), key=len)
    if short == long:
        return True
    if GENERIC.fullmatch(key(first)) or GENERIC.fullmatch(key(second)):
        return False
    bracket = split_bracket(long)
    if bracket and bracket[0] == short:
        return True
    if len(short) >= 2 and (long.startswith(short) or long.endswith(short)):
        return _is_addition(long.replace(short, "", 1))
    differing = [(a, b) for a, b in zip(short, long, strict=False) if a != b]
    return (
        len(short) == len(long) >= 3
        and len(differing) == 1
        and not all(_NUMERALS.fullmatch(c.upper()) for c in differing[0])
    )


def _is_addition(rest: str) -> bool:
    """Tell whether what one name has more than the other is a title, a role or a post."""
    known = lists()
    return rest in {*known.titles, *known.short_titles} or known.role.fullmatch(rest) is not None
