"""Subtitles: SRT and VTT, as Zoom, Teams, 飞书妙记, WhisperX and people write them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.errors import AnalysisError
from analysis.readers.asides import stripped
from analysis.readers.cues import Cue, split, timing
from analysis.readers.formats import CERTAIN, Format, Parsed
from analysis.readers.paragraphs import join
from analysis.readers.voices import ALONE, LEAD, VOICE, accepted, label_of, names_alone, voices
from analysis.transcript import Dropped, Remark, Turn, Unowned

INHERIT_BELOW = 0.9  # of cues: where fewer have a label, it stands only where the speaker changes
_TAG = re.compile(
    r"</?(?:[cibuvs]|lang|ruby|rt|font|em|strong)(?:[.\s][^<>]{0,200})?/?>|<\d[\d:.]{3,14}>|\{\\[^{}]{1,80}\}"
)


@dataclass(frozen=True, slots=True)
class _Voice:
    """What one speaker says in a cue: (line, words) pairs; `label_line` is that of the name."""

    speaker: str | None
    said: list[tuple[int, str]]
    label_line: int


def _plain(text: str, *, vtt: bool) -> str:
    bare = _TAG.sub("", text) if "<" in text or "{" in text else text
    return html.unescape(bare) if vtt and "&" in bare else bare


def _is_tagged(cue: Cue) -> bool:
    return any(VOICE.search(text) for _, text in cue.said if "<v" in text)


def _tagged(cue: Cue, *, vtt: bool) -> list[_Voice]:
    """Split a cue at its voice tags, keeping track of the lines."""
    parts = voices("\n".join(text for _, text in cue.said))
    numbers = [line for line, _ in cue.said]
    place, found = 0, []
    for name, said in parts:
        pieces = said.split("\n")
        lines = [numbers[min(place + step, len(numbers) - 1)] for step in range(len(pieces))]
        place += len(pieces) - 1
        words = [(line, _plain(piece, vtt=vtt).strip()) for line, piece in zip(lines, pieces, strict=True)]
        kept = [(line, piece) for line, piece in words if piece]
        if name or kept:
            found.append(_Voice(_plain(name, vtt=vtt) if name else None, kept, lines[0]))
    return found


def _labelled(said: list[tuple[int, str]], names: set[str], alone: set[str]) -> list[_Voice]:
    """Split a cue at its lines that begin with a known name."""
    found: list[_Voice] = []
    for place, (line, text) in enumerate(said):
        label = label_of(text)
        if place == 0 and text in alone and len(said) > 1:
            match = ALONE.fullmatch(text)
            found.append(_Voice(match["n"].strip() if match else text, [], line))
        elif label and label.name in names:
            found.append(_Voice(label.name, [(line, label.text)] if label.text else [], line))
        elif found:
            found[-1].said.append((line, text))
        else:
            found.append(_Voice(None, [(line, text)], line))
    return found


def _said(cue: Cue, *, vtt: bool) -> list[tuple[int, str]]:
    """Give the words of a cue by lines, without tags."""
    plain = ((line, _plain(text, vtt=vtt).strip()) for line, text in cue.said)
    return [(line, text) for line, text in plain if text]


def _turn(cue: Cue, voice: _Voice) -> Turn:
    text = join([words for _, words in voice.said])
    lines = (voice.said[0][0],) if voice.said else ()
    own = {voice.label_line, *(line for line, _ in voice.said)} - {cue.line, *lines}
    return Turn(voice.speaker, text, cue.line, lines, start=cue.start, end=cue.end, joined=tuple(sorted(own)))


def _names(cues: list[Cue], *, vtt: bool) -> tuple[set[str], set[str]]:
    """Find the names before words, and those that stand alone above them."""
    plain = [[text for _, text in said] for cue in cues if not _is_tagged(cue) and (said := _said(cue, vtt=vtt))]
    openings = [line for lines in plain for line in (lines[0], *filter(LEAD.match, lines[1:]))]
    return accepted(openings), names_alone(plain)


def _inherited(turns: list[Turn]) -> Iterator[Turn]:
    before = None
    for turn in turns:
        before = turn.speaker or before
        yield turn if turn.speaker or not before else replace(turn, speaker=before)


def _turns(cues: list[Cue], *, vtt: bool) -> tuple[list[Turn], list[Dropped]]:
    """Make turns of cues, which are used up on the way: a long file holds a million small things."""
    names, alone = _names(cues, vtt=vtt)
    turns, dropped, spoken, named = [], [], 0, 0
    cues.reverse()
    while cues:
        cue = cues.pop()
        found = _tagged(cue, vtt=vtt) if _is_tagged(cue) else _labelled(_said(cue, vtt=vtt), names, alone)
        here = [_turn(cue, voice) for voice in found]
        owned = {line for turn in here for line in (turn.line, *turn.lines, *turn.joined)}
        dropped += [Dropped(line, "empty") for line in (cue.line, *(line for line, _ in cue.said)) if line not in owned]
        spoken += bool(found)
        named += any(voice.speaker for voice in found)
        turns += here
    inherit = not vtt and named <= INHERIT_BELOW * spoken
    return list(_inherited(turns)) if inherit else turns, dropped


def _read(text: str, *, vtt: bool) -> Parsed:
    cues = split(stripped(text), vtt=vtt)
    turns, empty = _turns(cues.cues, vtt=vtt)
    if not turns:
        raise AnalysisError("empty")
    unowned = [Unowned(line, "note", said) for line, said in cues.notes]
    unowned += [Unowned(line, "text", said) for line, said in cues.strays]
    dropped = [*(Dropped(line, reason) for line, reason in cues.dropped), *empty]
    warnings = () if any(turn.speaker for turn in turns) else (Remark("no_speakers_in_cues", {}),)
    by_line = {"key": lambda one: one.line}
    return Parsed(tuple(turns), tuple(sorted(unowned, **by_line)), tuple(sorted(dropped, **by_line)), warnings)


def read_srt(text: str) -> Parsed:
    """Read SubRip subtitles.

    Parameters
    ----------
    text : str
        A decoded file.

    Returns
    -------
    Parsed
        One turn a cue and voice; a name that stands only where the speaker changes goes on to the next cues.

    Raises
    ------
    AnalysisError
        `empty` when no cue has words.
    """
    return _read(text, vtt=False)


def read_vtt(text: str) -> Parsed:
    """Read WebVTT subtitles.

    Parameters
    ----------
    text : str
        A decoded file.

    Returns
    -------
    Parsed
        One turn a cue and voice; a cue without a name has no known speaker.

    Raises
    ------
    AnalysisError
        `empty` when no cue has words.
    """
    return _read(text, vtt=True)


def _score_vtt(heads: str) -> int:
    first = heads.lstrip("\n").split("\n", 1)[0]
    return CERTAIN * 2 if re.fullmatch(r"WEBVTT(?:\s.*)?", first) else 0


def _score_srt(heads: str) -> int:
    return CERTAIN * any(map(timing, heads.split("\n")))


FORMATS = (Format("vtt", _score_vtt, read_vtt), Format("srt", _score_srt, read_srt))
