"""Names for groups of terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

LABEL_TERMS = 2
LEAST_TELLING = 2  # terms of a group that tell its name, where the name has as many
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


def named(
    groups: Sequence[Sequence[str]], labels: Sequence[str], names: Sequence[tuple[str, frozenset[str]]]
) -> list[str]:
    """Call groups of terms by the names that people gave such groups.

    Parameters
    ----------
    groups : sequence of sequence of str
        The terms of each group.
    labels : sequence of str
        What each is called otherwise.
    names : sequence of (str, frozenset of str)
        Names, and the terms that tell them.

    Returns
    -------
    list of str
        One each. A name goes to the group that has most of its terms, two at least, or the only one; a group takes the
        name that it has most terms of.

    Examples
    --------
    >>> named([["戒毒", "社区"], ["资金"]], ["戒毒·社区", "资金"], [("禁毒", frozenset(("戒毒", "社区", "吸毒")))])
    ['禁毒', '资金']
    """
    out, free = list(labels), set(range(len(groups)))
    shared = [(len(telling.intersection(groups[g])), -n, -g) for n, (_, telling) in enumerate(names) for g in free]
    given: set[int] = set()
    for count, name, group in sorted(shared, reverse=True):
        least = min(LEAST_TELLING, len(names[-name][1]))
        if count >= least and -group in free and -name not in given:
            out[-group] = names[-name][0]
            free.remove(-group)
            given.add(-name)
    return out
