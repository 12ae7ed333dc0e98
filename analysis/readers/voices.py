"""Who speaks in a cue: voice tags, and the labels people and programs write before the words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from analysis.readers.asides import BLANKS, key
from analysis.readers.lists import lists
from analysis.readers.names import GENERIC, NEVER, name_points

LONGEST = 200
ALWAYS = 0.8  # of cues: where so many begin like `Name: words`, it is the program that writes the names
BRACKETED = re.compile(r"\[(?P<n>[^\[\]\n]{1,60})\][:：][ \t]{0,4}(?P<t>.*)", re.DOTALL)
BOXED = re.compile(r"【(?P<n>[^【】\n]{1,60})】[:：]?[ \t]{0,4}(?P<t>.*)", re.DOTALL)
INLINE = re.compile(r"(?P<n>[^:：\n。！？；!?;]{1,60}?)[ \t]{0,4}[:：](?!//)[ \t\u3000]{0,4}(?P<t>.*)", re.DOTALL)
ALONE = re.compile(r"[（(](?P<n>[^（）()\n]{1,40})[）)][:：]?")
LEAD = re.compile(r"(?:[-–—]\s{0,2}|(?:>|&gt;){2,3}\s{0,2})(?=\S)")
VOICE = re.compile(r"<v(?:\.[^\s<>]{0,80})?[ \t]+(?P<n>[^<>]{1,200})>")


@dataclass(frozen=True, slots=True)
class Label:
    """A label before words. `sure` is one in brackets of its own."""

    name: str
    text: str
    sure: bool


def label_of(text: str) -> Label | None:
    """Split words that begin like a label.

    Parameters
    ----------
    text : str
        One line of a cue, stripped.

    Returns
    -------
    Label or None
        None where there is no such beginning.

    Examples
    --------
    >>> label_of("[SPEAKER_00]: 好"), label_of("甲：先说"), label_of("8:15 开门")
    (Label(name='SPEAKER_00', text='好', sure=True), Label(name='甲', text='先说', sure=False), None)
    """
    lead = LEAD.match(text)
    bare = text[lead.end() :] if lead else text
    match = BRACKETED.match(bare) or BOXED.match(bare)
    sure = match is not None
    match = match or INLINE.match(bare)
    if not match:
        return None
    name, said = match["n"].strip(BLANKS), match["t"].strip(BLANKS)
    if not name or (name[-1].isdigit() and said[:1].isdigit() and not GENERIC.fullmatch(key(name))):
        return None
    return Label(name, said, sure)


def _points(name: str, times: int) -> int:
    evidence, penalty = name_points(name)
    return evidence - penalty + (times >= 2) + (times >= 3) if evidence or not penalty else -penalty


def _never(name: str) -> bool:
    """Tell whether a label is a word that begins a sentence, whoever writes it."""
    shown = key(name)
    return shown in lists().speech or shown in lists().meta or bool(re.fullmatch(r"\d{1,4}", shown))


def accepted(openings: list[str]) -> set[str]:
    """Choose the labels that are names, by what the whole file does.

    Parameters
    ----------
    openings : list of str
        The first line of each cue, and others with a dash for a change of speaker.

    Returns
    -------
    set of str
        Names as written.
    """
    labels = [label for label in map(label_of, openings) if label]
    counts = Counter(label.name for label in labels)
    sure = {label.name for label in labels if label.sure and not _never(label.name)}
    shaped = [label for label in labels if not _never(label.name)]
    if len(shaped) >= ALWAYS * len(openings) and len(shaped) > 1:
        return sure | {label.name for label in shaped if name_points(label.name)[1] == 0 or counts[label.name] > 1}
    good = {name for name, times in counts.items() if name_points(name)[0] != NEVER and _points(name, times) >= 2}
    return sure | good


def names_alone(cues: list[list[str]]) -> set[str]:
    """Find the names that stand alone on the first line of cues, in brackets or without.

    Parameters
    ----------
    cues : list of list of str
        The lines of each cue.

    Returns
    -------
    set of str
        First lines, as written, that are a name and nothing else.
    """
    firsts = Counter(lines[0] for lines in cues if len(lines) > 1 and len(lines[0]) <= 40)
    bracketed = {line for line in firsts if (match := ALONE.fullmatch(line)) and _is_person(match["n"], firsts[line])}
    bare = {line for line, times in firsts.items() if _is_person(line, times)}
    return bracketed | (bare if sum(firsts[line] for line in bare) >= 2 else set())


def _is_person(name: str, times: int) -> bool:
    if re.search(r"[，。！？；：、,!?;:.…]$|[。！？；]", name) or name_points(name)[0] == NEVER:
        return False
    evidence, penalty = name_points(name)
    return evidence >= 2 and penalty == 0 and (times >= 2 or evidence >= 3 or bool(ALONE.fullmatch(f"({name})")))


def voices(text: str) -> list[tuple[str | None, str]]:
    """Split a cue at its voice tags.

    Parameters
    ----------
    text : str
        Of one cue, its lines joined by line breaks.

    Returns
    -------
    list of tuple
        (name, words) of each voice, (None, words) before the first and behind a closed one.

    Examples
    --------
    >>> voices("<v 甲>好。</v><v.loud 乙 (访客)>行。")
    [('甲', '好。'), ('乙 (访客)', '行。')]
    """
    tags = list(VOICE.finditer(text))
    starts = [*(tag.start() for tag in tags), len(text)]
    parts: list[tuple[str | None, str]] = [(None, text[: starts[0]])]
    for tag, stop in zip(tags, starts[1:], strict=True):
        said, _, behind = text[tag.end() : stop].partition("</v>")
        parts += [(tag["n"].strip(BLANKS), said), (None, behind)]
    return [(name, said) for name, said in parts if name or said.strip(BLANKS)]
