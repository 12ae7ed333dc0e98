"""Who is one person: spellings, renames, and whether the settings speak of people who were there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from analysis.errors import AnalysisError
from analysis.readers.asides import key
from analysis.settings import Settings
from analysis.transcript import Transcript, Turn, Unowned

NAMELESS = "（未标明）"  # whose turn the file does not say


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
        One a turn, `NAMELESS` where the file has none; names that differ in their blanks (`王静`, `王 静`) or their
        width are one, as spelt first.

    Examples
    --------
    >>> turns = [Turn("王静", "好。", 1, (1,)), Turn("王　静", "行。", 2, (2,)), Turn("小李", "嗯。", 3, (3,))]
    >>> shown_names(turns, {"小李": "李明"})
    ['王静', '王静', '李明']
    """
    renamed = {key(old): new for old, new in rename.items()}
    spelling = {key(new): new for new in rename.values()}
    written = (turn.speaker or NAMELESS for turn in turns)
    names = (renamed.get(key(name), name) for name in written)
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
            out.append(replace(turn, speaker=name))
        else:
            out[-1] = _joined(last, turn)
    return out


def without_labels(transcript: Transcript, labels: tuple[str, ...]) -> Transcript:
    r"""Give what stands under labels that are nobody's name back to the turn before.

    Parameters
    ----------
    transcript : Transcript
        As read.
    labels : tuple of str
        Speakers' names as they stand in the source; blanks do not matter.

    Returns
    -------
    Transcript
        The label's line and what follows it are paragraphs of the turn before; before the first turn they belong to
        nobody, kind `text`.

    Raises
    ------
    AnalysisError
        `settings_invalid` when a label is not in the transcript, or no turn is left.

    Examples
    --------
    >>> turns = (Turn("王静", "好。", 1, (1,)), Turn("原因", "太贵。", 2, (2,), header="原因：太贵。"))
    >>> [turn.text for turn in without_labels(Transcript("proceedings", "utf-8", turns), ("原因",)).turns]
    ['好。\n原因：太贵。']
    """
    if not labels:
        return transcript
    _check_known("not_speakers", labels, dict.fromkeys(turn.speaker or NAMELESS for turn in transcript.turns))
    wrong = {key(label) for label in labels}
    turns: list[Turn] = []
    unowned: list[Unowned] = []
    for turn in transcript.turns:
        if key(turn.speaker or NAMELESS) not in wrong:
            turns.append(turn)
        elif turns:
            turns[-1] = _joined(turns[-1], _as_speech(turn))
        else:
            speech = _as_speech(turn)
            unowned += [
                Unowned(line, "text", text) for line, text in zip(speech.lines, speech.text.split("\n"), strict=True)
            ]
    if not turns:
        raise AnalysisError("settings_invalid", reason=f"not_speakers = {'、'.join(labels)}")
    everything = sorted([*transcript.unowned, *unowned], key=lambda one: one.line)
    return replace(transcript, turns=tuple(turns), unowned=tuple(everything))


def _as_speech(turn: Turn) -> Turn:
    """Put a label's own line in front of what stands below it."""
    said = list(zip(turn.lines, turn.text.split("\n"), strict=True)) if turn.lines else []
    inline = said.pop(0)[1] if said and said[0][0] == turn.line else ""
    said.insert(0, (turn.line, turn.header or f"{turn.speaker}：{inline}"))
    return replace(turn, text="\n".join(text for _, text in said), lines=tuple(line for line, _ in said))


def _joined(turn: Turn, more: Turn) -> Turn:
    """Append what the same speaker goes on to say."""
    return replace(
        turn,
        text="\n".join(part for part in (turn.text, more.text) if part),
        lines=turn.lines + more.lines,
        joined=turn.joined + more.header_lines + more.joined,
        affiliation=turn.affiliation or more.affiliation,
        end=more.end,
    )


def check_names(turns: tuple[Turn, ...], settings: Settings) -> None:
    """Make sure that the settings name nobody who is not in the transcript.

    Parameters
    ----------
    turns : tuple of Turn
        As read.
    settings : Settings
        Keys of `rename` are names in the source; `moderators` and keys of `affiliation` and `region` are names shown.

    Raises
    ------
    AnalysisError
        `settings_invalid`, naming those who are not there and those who are.
    """
    source = list(dict.fromkeys(turn.speaker or NAMELESS for turn in turns))
    shown = list(dict.fromkeys(shown_names(turns, settings.rename)))
    checked = (
        ("rename", settings.rename, source),
        ("moderators", settings.moderators or (), shown),
        ("affiliation", settings.affiliation, shown),
        ("region", settings.region, shown),
    )
    for setting, names, there in checked:
        _check_known(setting, names, there)


def _check_known(setting: str, names: Iterable[str], there: Iterable[str]) -> None:
    known = {key(name) for name in there}
    lost = [name for name in names if key(name) not in known]
    if lost:
        raise AnalysisError("settings_invalid", reason=f"{setting}: {'、'.join(lost)} ∉ {'、'.join(there)}")
