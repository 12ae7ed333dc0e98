"""Edited proceedings 会议实录: `姓名(单位):` alone on a line, or `姓名：发言` in one line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from analysis.readers.asides import (
    BOXED,
    FIELD,
    LONGEST,
    SENTENCE_END,
    aside_kind,
    head_kind,
    is_rule,
    key,
    tail_kind,
)
from analysis.readers.bodies import lines_of, no_speakers
from analysis.readers.formats import Format, Parsed
from analysis.readers.labels import Label, by_layout, find_labels, is_name_list
from analysis.readers.lists import lists
from analysis.transcript import Dropped, Remark, Turn, Unowned


@dataclass(frozen=True)
class _Reading:
    lines: list[str]
    labels: list[Label]
    possible: list[Label]


def _is_roster(line: str) -> bool:
    field = FIELD.fullmatch(line) if len(line) <= LONGEST else None
    return bool(field) and not field[2] and key(field[1]) in lists().rosters


def _without_head(lines: list[str], labels: list[Label]) -> list[Label]:
    """Leave out labels of the head: a bare name after a role, people listed below 参会人员 and the like."""
    listed = -2
    for place, label in enumerate(labels):
        above = next((i for i in range(label.index - 1, -1, -1) if lines[i]), -1)
        in_roster = above >= 0 and (above == listed or _is_roster(lines[above]))
        short = len(label.text) <= 60 and not SENTENCE_END.search(label.text)
        if in_roster and short and label.text:
            listed = label.index
        elif not (lists().role.fullmatch(label.key) and label.text and is_name_list(label.text)):
            return labels[place:]
    return []


def _reading(text: str) -> _Reading:
    lines = lines_of(text)
    accepted, possible = find_labels(lines)
    return _Reading(lines, by_layout(_without_head(lines, accepted)), possible)


def _tail(lines: list[str], last: int) -> dict[int, str]:
    """Find the lines below the last paragraph of speech, with their kinds."""
    kinds: dict[int, str] = {}
    for index in range(len(lines) - 1, last, -1):
        line = lines[index]
        kind = tail_kind(line) if line and not is_rule(line) else ""
        if kind is None:
            break
        if kind:
            kinds[index] = kind
    return kinds


def _head(lines: list[str], end: int) -> list[Unowned]:
    """Name what each line above the first turn is."""
    unowned: list[Unowned] = []
    for index in range(end):
        if lines[index] and not is_rule(lines[index]):
            first = all(one.kind in ("note", "caption") for one in unowned)
            unowned.append(Unowned(index + 1, head_kind(lines[index], first=first), lines[index]))
    return unowned


def _turn(label: Label, line: str, paragraphs: list[tuple[int, str]]) -> Turn:
    said = [(label.index + 1, label.text)] if label.text else []
    said += paragraphs
    return Turn(
        speaker=label.speaker,
        text="\n".join(text for _, text in said),
        line=label.index + 1,
        lines=tuple(line for line, _ in said),
        affiliation=label.affiliation,
        header=line,
    )


def _body(reading: _Reading) -> tuple[list[Turn], list[Unowned]]:
    """Give each line below a label to that label's turn, but for those that nobody says."""
    lines, labels = reading.lines, reading.labels
    tail = _tail(lines, labels[-1].index)
    turns, unowned = [], []
    for label, end in zip(labels, [*(label.index for label in labels[1:]), len(lines)], strict=True):
        paragraphs = []
        for index in range(label.index + 1, end):
            line = lines[index]
            if not line or is_rule(line):
                continue
            kind = tail.get(index) or aside_kind(line) or ("title" if BOXED.fullmatch(line) else None)
            if kind:
                unowned.append(Unowned(index + 1, kind, line))
            else:
                paragraphs.append((index + 1, line))
        turns.append(_turn(label, lines[label.index], paragraphs))
    return turns, unowned


def _warnings(turns: list[Turn], possible: list[Label]) -> tuple[Remark, ...]:
    speakers = {key(turn.speaker) for turn in turns}
    unsure = [label for label in possible if label.index + 1 > turns[0].line and label.key not in speakers]
    places = [f"{label.speaker}（{label.index + 1}）" for label in unsure]
    return (Remark("possible_speakers", {"places": places}),) if places else ()


def score(text: str) -> int:
    """Count the labels of a text.

    Parameters
    ----------
    text : str
        The `heads` of a file.

    Returns
    -------
    int
        Lines that begin a turn.
    """
    return len(_reading(text).labels)


def read(text: str) -> Parsed:
    """Read edited proceedings.

    Parameters
    ----------
    text : str
        A decoded file with LF line ends.

    Returns
    -------
    Parsed
        One turn a label, in the order of the file.

    Raises
    ------
    AnalysisError
        `no_speakers` when no line begins a turn.
    """
    reading = _reading(text)
    if not reading.labels:
        raise no_speakers(reading.lines)
    head = _head(reading.lines, reading.labels[0].index)
    turns, unowned = _body(reading)
    titles = [one.text for one in head if one.kind == "title"]
    return Parsed(
        turns=tuple(turns),
        unowned=(*head, *unowned),
        dropped=tuple(
            Dropped(index + 1, "rule" if line else "blank")
            for index, line in enumerate(reading.lines)
            if not line or is_rule(line)
        ),
        warnings=_warnings(turns, reading.possible),
        title=re.sub(r"^[#*_\s]+|[*_\s]+$", "", titles[0]) if titles else None,
    )


FORMAT = Format(name="proceedings", score=score, read=read)
