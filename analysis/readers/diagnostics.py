"""What a person should look at after a file was read: the same questions for every format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from analysis.readers.asides import key
from analysis.readers.names import GENERIC
from analysis.transcript import Remark, Turn

COMPARED = 200  # so many names are compared with each other; a file with more has other troubles
_APART = set("0123456789甲乙丙丁戊己一二三四五六七八九十")
_BRACKET = re.compile(r"[（(\[【][^（()）\[\]【】]{0,80}[）)\]】]")


def diagnose(turns: tuple[Turn, ...]) -> list[Remark]:
    """Find what may have been read wrongly.

    Parameters
    ----------
    turns : tuple of Turn
        As read.

    Returns
    -------
    list of Remark
        `no_names`, `one_speaker`, `single_turns`, `similar_names`, `time_back` and `empty_turns`, each at most once.
    """
    counts = Counter(turn.speaker for turn in turns if turn.speaker)
    found = []
    nameless = [str(turn.line) for turn in turns if not turn.speaker]
    if nameless:
        found.append(Remark("no_names", {"turns": len(nameless), "lines": nameless}))
    if len(counts) == 1:
        ((speaker, number),) = counts.items()
        found.append(Remark("one_speaker", {"speaker": speaker, "turns": number}))
    single = [name for name, number in counts.items() if number == 1]
    timed = any(turn.start is not None for turn in turns)
    if timed and single and len(single) * 2 <= len(counts):  # in edited proceedings that is common
        found.append(Remark("single_turns", {"speakers": single}))
    pairs = similar_names(counts)
    if pairs:
        found.append(Remark("similar_names", {"pairs": [" / ".join(pair) for pair in pairs]}))
    back, empty = _back(turns), [str(turn.line) for turn in turns if not turn.text]
    if back:
        found.append(Remark("time_back", {"lines": back}))
    if empty:
        found.append(Remark("empty_turns", {"lines": empty}))
    return found


def _back(turns: tuple[Turn, ...]) -> list[str]:
    """Find the lines whose time is before the one above."""
    timed = [turn for turn in turns if turn.start is not None]
    return [str(turn.line) for before, turn in pairwise(timed) if turn.start < before.start]


def _near(one: str, other: str) -> bool:
    """Tell whether two names differ by one character, by case or by what stands in brackets."""
    short, long = sorted((one, other), key=len)
    if one == other:
        return True
    if len(short) < 3 or len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if _APART & {*short[at : at + 1], long[at]}:  # 嘉宾甲 and 嘉宾乙 are two people
        return False
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def similar_names(names: Iterable[str]) -> list[tuple[str, str]]:
    """Find names that may be one person's.

    Parameters
    ----------
    names : iterable of str
        As written, each once; the first `COMPARED` are looked at.

    Returns
    -------
    list of tuple
        Pairs in the order of `names`; numbered speakers are never similar.

    Examples
    --------
    >>> similar_names(["毛刚强", "毛刚强(主持)", "林知夏", "林之夏", "说话人1", "说话人2", "嘉宾甲", "嘉宾乙"])
    [('毛刚强', '毛刚强(主持)'), ('林知夏', '林之夏')]
    """
    apart = {key(name): name for name in reversed(list(names)[:COMPARED])}  # blanks and width part nobody
    keys = [
        (name, key(_BRACKET.sub("", name)).casefold() or shown)
        for shown, name in reversed(apart.items())
        if not GENERIC.fullmatch(shown)
    ]
    return [
        (name, other)
        for place, (name, shown) in enumerate(keys)
        for other, other_shown in keys[place + 1 :]
        if _near(shown, other_shown)
    ]
