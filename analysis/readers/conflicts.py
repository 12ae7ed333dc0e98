"""Introductions of one speaker that do not go together."""

from __future__ import annotations

from analysis.readers.asides import key
from analysis.transcript import Remark, Turn


def affiliation_conflicts(turns: tuple[Turn, ...]) -> list[Remark]:
    """Find the speakers who are introduced in ways that do not go together.

    Parameters
    ----------
    turns : tuple of Turn
        As read.

    Returns
    -------
    list of Remark
        `affiliation_conflict`, one a speaker: these may be two people of one name. A longer form of an affiliation
        (`青山中心`, `青山中心主任`) is no conflict.
    """
    given: dict[str, dict[str, str]] = {}  # key of the speaker -> key of the affiliation -> as written
    names: dict[str, str] = {}
    for turn in turns:
        if turn.affiliation and turn.speaker:
            names.setdefault(key(turn.speaker), turn.speaker)
            given.setdefault(key(turn.speaker), {}).setdefault(key(turn.affiliation), turn.affiliation)
    return [
        Remark("affiliation_conflict", {"speaker": names[who], "affiliations": list(forms.values())})
        for who, forms in given.items()
        if any(one not in other and other not in one for one in forms for other in forms)
    ]
