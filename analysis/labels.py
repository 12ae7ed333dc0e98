"""Names for groups of terms."""

from __future__ import annotations

from collections.abc import Iterable

LABEL_TERMS = 2
_BETWEEN = "·"


def label(names: Iterable[str], *, beside: str = "") -> str:
    """Name a group by its leading terms, none of them a part of another.

    Parameters
    ----------
    names : iterable of str
        Terms, the leading ones first.
    beside : str, optional
        The name of a neighbour, of which nothing is to be a part.

    Returns
    -------
    str
        At most `LABEL_TERMS` of them; empty for none.

    Examples
    --------
    >>> label(["政府购买服务", "购买服务", "合作", "信任"])
    '政府购买服务·合作'
    >>> label(["政府", "领导", "关系"], beside="政府购买服务·合作")
    '领导·关系'
    """
    chosen: list[str] = []
    taken = [name for name in beside.split(_BETWEEN) if name]
    for name in names:
        if not any(name in other or other in name for other in [*taken, *chosen]):
            chosen.append(name)
        if len(chosen) == LABEL_TERMS:
            break
    return _BETWEEN.join(chosen)
