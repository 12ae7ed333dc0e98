r"""WhisperX: `[SPEAKER_00]: speech` in each line (txt), or `0.52\t4.31\t[[SPEAKER_00]]speech` (aud)."""

from __future__ import annotations

import re

from analysis.readers.asides import aside_kind, is_rule
from analysis.readers.bodies import headed, lines_of
from analysis.readers.formats import WEIGHT
from analysis.readers.headers import BOLD, Header, bare, behind, recurring

_LABEL = re.compile(rf"{BOLD}\\?\[(?P<n>[^\[\]\n]{{1,60}}?)\\?\]{BOLD}[:：]")
_AUDACITY = re.compile(
    r"(?P<s>\d{1,7}(?:\.\d{1,12})?)\t(?P<e>\d{1,7}(?:\.\d{1,12})?)\t(?:\[\[(?P<n>[^\[\]\n]{1,60})\]\])? {0,2}"
)
_NUMBERED = re.compile(r"SPEAKER[_ ]\d{1,3}")
_CLOCK = re.compile(r"\d{1,3}:\d\d")


def _label(line: str, index: int) -> Header | None:
    shown = bare(line)
    found = _LABEL.match(shown) if shown[:1] in "[\\*_" else None
    if not found or _CLOCK.match(found["n"]) or found["n"].isdigit():
        return None
    return Header(index, found["n"].replace("\\_", "_").strip(), text=behind(shown, found.end()))


def _segment(line: str, index: int) -> Header | None:
    found = _AUDACITY.match(line)
    if not found:
        return None
    times = (round(float(found[part]), 3) for part in "se")
    return Header(index, found["n"], next(times), text=line[found.end() :], end=next(times))


def _with_nobodys(lines: list[str], labels: list[Header]) -> list[Header]:
    """Add the lines without a label: here each line is a segment, and one without a label is of an unknown speaker."""
    inline = sum(bool(label.text) for label in labels)
    if inline * 2 < len(labels) or not any(_NUMBERED.fullmatch(label.speaker) for label in labels):
        return labels
    first, taken = labels[0].index, {label.index for label in labels}
    while first and lines[first - 1] and not aside_kind(lines[first - 1]):
        first -= 1
    rest = (index for index in range(first, len(lines)) if index not in taken)
    added = [Header(index, None, text=lines[index]) for index in rest if lines[index] and not is_rule(lines[index])]
    return sorted([*labels, *added], key=lambda header: header.index)


def find(lines: list[str]) -> list[Header]:
    """Find the headers of a file.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.

    Returns
    -------
    list of Header
        In the order of the file.
    """
    segments = [each for index, line in enumerate(lines) if line and (each := _segment(line, index))]
    if segments and any(segment.speaker for segment in segments):
        return segments
    labels = [each for index, line in enumerate(lines) if line and (each := _label(line, index))]
    return _with_nobodys(lines, labels) if recurring(labels) else []


def score(heads: str) -> int:
    """Count the lines with a label.

    Parameters
    ----------
    heads : str
        The `heads` of a file.

    Returns
    -------
    int
        `WEIGHT` for each.
    """
    named = sum(bool(header.speaker) for header in find(lines_of(heads)))
    return WEIGHT * named if named >= 2 else 0


FORMAT = headed("whisperx", find, score)
