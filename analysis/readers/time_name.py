"""The time first: `[00:00:02] 姓名：话` (钉钉, Zoom, many ASR programs); also `**姓名** · 00:00:02` of 钉钉."""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.readers.asides import LONGEST
from analysis.readers.bodies import headed
from analysis.readers.headers import BLANK, BOLD, Header, bare, behind, in_order, is_numbered, recurring
from analysis.readers.names import NEVER, is_word, name_points
from analysis.readers.timed import NAME, TIME, seconds

_TO = rf"{BLANK}{{0,2}}(?:-->|->|-|–|—|~|～|至|到){BLANK}{{0,2}}"
_BEGIN = re.compile(
    rf"{BOLD}(?P<open>\\?[\[【(（])?{BLANK}{{0,2}}(?P<s>{TIME})(?:{_TO}(?P<e>{TIME}))?{BLANK}{{0,2}}"
    rf"(?(open)\\?[\]】)）])"
)
_ORGANISED = rf"{NAME}{BLANK}{{0,2}}(?:[（(][^（()）\n]{{1,40}}[）)])?"  # the bracket may hold a 、
_LABEL = re.compile(
    rf"{BOLD}(?:\\?\[(?P<boxed>[^\[\]\n]{{1,60}}?)\\?\]{BOLD}[:：]?|【(?P<framed>[^【】\n]{{1,60}})】{BOLD}[:：]?"
    rf"|(?P<name>{_ORGANISED}){BOLD}{BLANK}{{0,4}}[:：])"
)
_ALONE = re.compile(rf"{BOLD}(?P<name>[^\s\-–—·|,].{{0,59}}?){BOLD}")
_DOTTED = re.compile(rf"{BOLD}(?P<n>[^*·\n]{{1,60}}?){BOLD}{BLANK}{{0,4}}[·•・]{BLANK}{{0,4}}{BOLD}(?P<s>{TIME}){BOLD}")


def _dotted(lines: list[str]) -> list[Header]:
    """Find `**姓名** · 00:00:02`."""
    matches = ((i, _DOTTED.fullmatch(bare(line))) for i, line in enumerate(lines) if len(line) <= LONGEST)
    return [Header(i, match["n"].strip(), seconds(match["s"]), written=match["s"]) for i, match in matches if match]


def _split(line: str, index: int) -> tuple[Header, bool] | None:
    """Split a line that begins with a time into a header without a name and whether the time stands in brackets."""
    found = _BEGIN.match(line)
    if not found:
        return None
    end = seconds(found["e"]) if found["e"] else None
    text = behind(line, found.end())
    return Header(index, None, seconds(found["s"]), text=text, end=end, written=found["s"]), bool(found["open"])


def _labelled(header: Header) -> Header:
    """Split the name off the text where there is one before a colon or in brackets."""
    label = _LABEL.match(header.text)
    if not label:
        return header
    name = label["boxed"] or label["framed"] or label["name"]
    return replace(header, speaker=name.replace("\\_", "_").strip("* "), text=behind(header.text, label.end()))


def _is_name(header: Header, known: set[str], *, bracketed: bool) -> bool:
    """Tell a name from the beginning of a sentence."""
    if header.speaker in known:
        return True
    evidence, penalty = name_points(header.speaker)
    if evidence == NEVER or penalty > evidence:
        return False
    return evidence > 0 or (bracketed and not is_word(header.speaker))


def _named(begun: list[tuple[Header, bool]]) -> list[Header]:
    """Find `[00:00:02] 姓名：话`; where times stand in brackets, one without a name begins a turn of nobody's."""
    split = [(_labelled(header), header, bracketed) for header, bracketed in begun]
    known = recurring(labelled for labelled, _, _ in split)
    framed = sum(bracketed for labelled, _, bracketed in split if labelled.speaker) >= 2
    found = []
    for labelled, header, bracketed in split:
        if bracketed < framed:
            continue
        if labelled.speaker and _is_name(labelled, known, bracketed=bracketed):
            found.append(labelled)
        elif bracketed:
            found.append(header)
    return found if sum(bool(header.speaker) for header in found) >= 2 else []


def _alone(begun: list[tuple[Header, bool]]) -> list[Header]:
    """Find `[00:00:02] 姓名` above the speech."""
    found = []
    for header, bracketed in begun:
        match = _ALONE.fullmatch(header.text) if len(header.text) <= LONGEST else None
        if match and (bracketed or is_numbered(match["name"])):
            found.append(replace(header, speaker=match["name"].rstrip(":： "), text=""))
    known = recurring(found)
    again = sum(header.speaker in known for header in found)
    return found if again >= 2 and again * 2 >= len(begun) else []


def _untimed(lines: list[str], headers: list[Header]) -> list[Header]:
    """Find lines of known speakers that lack their time."""
    known, taken = {header.speaker for header in headers} - {None}, {header.index for header in headers}
    found = []
    for index in range(headers[0].index, len(lines)):
        label = _LABEL.match(bare(lines[index])) if index not in taken else None
        if label and label["name"] and label["name"].strip("* ") in known:
            found.append(Header(index, label["name"].strip("* "), text=behind(bare(lines[index]), label.end())))
    return found


def find(lines: list[str]) -> list[Header]:
    """Find the headers of a file.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.

    Returns
    -------
    list of Header
        In the order of the file; without any name where each line has only a time in brackets; or none.
    """
    dotted = _dotted(lines)
    if len(dotted) >= 2:
        return dotted
    begun = [each for index, line in enumerate(lines) if line and (each := _split(bare(line), index))]
    bracketed = {header.index for header, in_brackets in begun if in_brackets}
    found = _named(begun)
    if found:
        known = recurring(found)
        found = in_order(found, lambda header: header.index in bracketed or header.speaker in known)
        return sorted([*found, *_untimed(lines, found)], key=lambda header: header.index)
    found = _alone(begun) or [header for header, in_brackets in begun if in_brackets and header.text]
    return found if len(found) * 3 >= sum(map(bool, lines)) and len(found) >= 2 else []


FORMAT = headed("dingtalk", find)
