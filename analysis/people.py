"""Who is one person: spellings, renames, and whether the settings speak of people who were there."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.errors import AnalysisError
from analysis.readers.asides import key
from analysis.settings import Settings
from analysis.transcript import Turn


def shown_names(turns: Iterable[Turn], rename: dict[str, str]) -> list[str]:
    """Give each turn the name its speaker is shown by.

    Parameters
    ----------
    turns : iterable of Turn
        As read.
    rename : dict of str to str
        Name in the source to name shown; blanks do not matter.

    Returns
    -------
    list of str
        One a turn; names that differ in their blanks (`王静`, `王 静`) or their width are one, as spelt first.

    Examples
    --------
    >>> turns = [Turn("王静", "好。", 1, (1,)), Turn("王　静", "行。", 2, (2,)), Turn("小李", "嗯。", 3, (3,))]
    >>> shown_names(turns, {"小李": "李明"})
    ['王静', '王静', '李明']
    """
    renamed = {key(old): new for old, new in rename.items()}
    spelling = {key(new): new for new in rename.values()}
    names = (renamed.get(key(turn.speaker), turn.speaker) for turn in turns)
    return [spelling.setdefault(key(name), name) for name in names]


def merge_turns(turns: tuple[Turn, ...], rename: dict[str, str]) -> list[Turn]:
    r"""Rename speakers and join neighbouring turns of one speaker.

    Parameters
    ----------
    turns : tuple of Turn
        As read.
    rename : dict of str to str
        Name in the source to name shown.

    Returns
    -------
    list of Turn
        Names as in `shown_names`; texts joined by `\n`; the first line and start, the last end, the first affiliation
        that is given.
    """
    out: list[Turn] = []
    for turn, name in zip(turns, shown_names(turns, rename), strict=True):
        last = out[-1] if out else None
        if last is None or last.speaker != name:
            out.append(Turn(name, turn.text, turn.line, turn.lines, turn.affiliation, turn.start, turn.end))
            continue
        text = "\n".join(part for part in (last.text, turn.text) if part)
        affiliation = last.affiliation or turn.affiliation
        out[-1] = Turn(name, text, last.line, last.lines + turn.lines, affiliation, last.start, turn.end)
    return out


def check_names(turns: tuple[Turn, ...], settings: Settings) -> None:
    """Make sure that the settings name nobody who is not in the transcript.

    Parameters
    ----------
    turns : tuple of Turn
        As read.
    settings : Settings
        Keys of `rename` are names in the source; `moderators` and keys of `affiliation` are names shown.

    Raises
    ------
    AnalysisError
        `settings_invalid`, naming those who are not there and those who are.
    """
    source = list(dict.fromkeys(turn.speaker for turn in turns))
    shown = list(dict.fromkeys(shown_names(turns, settings.rename)))
    checked = (
        ("rename", settings.rename, source),
        ("moderators", settings.moderators or (), shown),
        ("affiliation", settings.affiliation, shown),
    )
    for setting, names, there in checked:
        known = {key(name) for name in there}
        lost = [name for name in names if key(name) not in known]
        if lost:
            reason = f"{setting}: {'、'.join(lost)} ∉ {'、'.join(there)}"
            raise AnalysisError("settings_invalid", reason=reason)


def silent_names(attendees: Iterable[str], speakers: Iterable[str]) -> list[str]:
    """Tell who was there and says nothing.

    Parameters
    ----------
    attendees : iterable of str
        Names on the list, as shown or in another spelling of blanks and width.
    speakers : iterable of str
        Names shown.

    Returns
    -------
    list of str
        In the order of the list, each once.

    Examples
    --------
    >>> silent_names(["王 静", "李明", "赵一", "李明"], ["王静"])
    ['李明', '赵一']
    """
    spoke = {key(name) for name in speakers}
    listed: dict[str, str] = {}
    for name in attendees:
        listed.setdefault(key(name), name)
    return [name for known, name in listed.items() if known not in spoke]
