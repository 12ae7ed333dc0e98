"""Which lines of an edited transcript begin a turn: every line with a label is scored, the whole file votes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from analysis.readers.asides import BLANKS, LONGEST, SENTENCE_END, aside_kind, key
from analysis.readers.names import GENERIC, NEVER, is_word, name_points

ACCEPT = 2
_BRACKET = r"[（(\[〔](?P<{0}>(?:[^（）()\[\]〔〕]|[（(][^（）()]{{0,40}}[）)]){{1,80}})[）)\]〕]"
HEAD = re.compile(
    r"(?:\#{1,6}[ \t]{1,4})?(?P<bold>\*\*|__)?"
    r"(?:【(?P<boxed>[^】:：\n]{1,80})[:：]?】"
    r"|(?P<name>[^\s:：，,。！？!?；;、（）()【】\[\]<>《》“”\"‘#*\d>_•·-][^:：，,。！？!?；;、（）()【】\[\]<>《》“”\"*]{0,39}?))"
    rf"(?:\*\*|__)?\s{{0,8}}(?:{_BRACKET.format('affiliation')})?\s{{0,4}}(?:\*\*|__)?\s{{0,4}}"
    r"(?P<colon>(?(boxed)[:：]?|[:：]))\s{0,4}(?:\*\*|__)?"
)
INSIDE = re.compile(rf"(?P<name>[^（(\[〔]{{1,30}}?)\s{{0,8}}{_BRACKET.format('affiliation')}")
CLOCK = re.compile(r"\d{1,3}[:：][0-5]\d")
NUMBER_FIRST = re.compile(r"[0-9约近共每占大小]|[一二三四五六七八九十]+[个成分]")


@dataclass(frozen=True)
class Label:
    """A line that may begin a turn. `index` counts from 0; `marked` means bold or boxed, `alone` nothing behind it."""

    index: int
    speaker: str
    affiliation: str | None
    text: str
    marked: bool
    colon: bool

    @cached_property
    def key(self) -> str:
        """The name as lists and counts compare it."""
        return key(self.speaker)

    @property
    def alone(self) -> bool:
        """The answer to whether the line holds nothing but the label."""
        return not self.text


def _parts(match: re.Match[str]) -> tuple[str, str | None]:
    """Split the label itself into name and affiliation."""
    name, affiliation = match["name"] or match["boxed"], match["affiliation"]
    inside = INSIDE.fullmatch(name.strip(BLANKS)) if match["boxed"] and not affiliation else None
    if inside:
        name, affiliation = inside["name"], inside["affiliation"]
    return name.strip(BLANKS), affiliation.strip(BLANKS) if affiliation else None


def label_of(line: str, index: int = 0) -> Label | None:
    """Split a line that has the shape of a label.

    Parameters
    ----------
    line : str
        A stripped line.
    index : int, default 0
        Its place in the file.

    Returns
    -------
    Label or None
        None when the line has no such shape, whoever may be named in it.

    Examples
    --------
    >>> label_of("王静（广西南宁）：两方面都有。")
    Label(index=0, speaker='王静', affiliation='广西南宁', text='两方面都有。', marked=False, colon=True)
    """
    match = HEAD.match(line[:LONGEST])
    if not match:
        return None
    speaker, affiliation = _parts(match)
    text = line[match.end() :].strip(BLANKS)
    colon = bool(match["colon"]) or ":" in match.group() or "：" in match.group()
    if match["bold"] and text.endswith(match["bold"]) and match["bold"] not in text[:-2]:
        text = text[:-2].rstrip(BLANKS)
    if not speaker or text.startswith("//") or (affiliation and CLOCK.match(affiliation)):
        return None
    if speaker[-1].isdigit() and re.match(r"\d\d(?!\d)", text) and not GENERIC.fullmatch(key(speaker)):
        return None
    if line.startswith("#") and text:
        return None
    return Label(index, speaker, affiliation, text, bool(match["boxed"] or match["bold"]), colon)


def _candidates(lines: list[str]) -> Iterator[Label]:
    for index, line in enumerate(lines):
        start = line[:LONGEST]
        if (":" in start or "：" in start or "【" in start[:3]) and not _is_aside(line):
            label = label_of(line, index)
            if label:
                yield label


def _is_aside(line: str) -> bool:
    kind = aside_kind(line)
    return kind is not None and not (kind == "title" and line[-1] in ":：")


def _hard_wrapped(lines: list[str], labelled: set[int]) -> bool:
    """Tell whether most lines of speech stop in the middle of a sentence."""
    body = [line for index, line in enumerate(lines) if line and index not in labelled]
    ended = sum(line[-1] in '。！？!?；;…”’"』」）).' for line in body)
    return len(body) >= 10 and ended * 2 < len(body)


def _evidence(label: Label) -> int:
    """Points of one occurrence beyond the name: affiliation, bold or box."""
    points = 0
    if label.affiliation:
        doubtful = NUMBER_FIRST.match(label.affiliation) or is_word(label.key)
        points += 1 if doubtful and name_points(label.speaker)[0] == 0 else 3
    if label.marked:
        points += 2 if label.colon else 1
    return points


def _scores(lines: list[str], labels: list[Label]) -> dict[int, int]:
    """Score every label by its line: name, what else its owner's labels show, how often it occurs, where it stands."""
    seen = Counter(label.key for label in labels)
    shown: Counter[str] = Counter()
    for label in labels:
        shown[label.key] = max(shown[label.key], _evidence(label))
    wrapped = _hard_wrapped(lines, {label.index for label in labels})
    scores = {}
    for label in labels:
        evidence, penalty = name_points(label.speaker)
        if evidence == NEVER:
            scores[label.index] = NEVER
            continue
        evidence += shown[label.key]
        score = evidence - penalty
        if evidence or not penalty:
            times = seen[label.key]
            score += (label.alone and label.colon) + (times >= 2) + (times >= 3) + (times >= 5)
            score -= evidence == 0 and not label.alone and is_word(label.key)
        before = lines[label.index - 1] if label.index else ""
        if wrapped and before and before[-1] not in '。！？!?；;…”’"』」）).:：':
            score -= 2
        scores[label.index] = score
    return scores


def by_layout(good: list[Label]) -> list[Label]:
    """Keep only the headings where headings are clearly this file's way; a colon inside a line is then speech.

    Parameters
    ----------
    good : list of Label
        The labels of a file, without those of its head.

    Returns
    -------
    list of Label
        All of them, or those that stand alone or are marked.
    """
    alone = [label for label in good if label.alone]
    if len(alone) >= 3 and len(alone) >= 2 * (len(good) - len(alone)):
        return [label for label in good if label.alone or label.marked]
    return good


def find_labels(lines: list[str]) -> tuple[list[Label], list[Label]]:
    """Find the lines that look like the beginning of a turn.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.

    Returns
    -------
    accepted : list of Label
        In the order of the file.
    possible : list of Label
        What almost was one: score 0 or 1, standing alone or without penalty.
    """
    labels = list(_candidates(lines))
    scores = _scores(lines, labels)
    accepted = [label for label in labels if scores[label.index] >= ACCEPT]
    possible = [
        label
        for label in labels
        if scores[label.index] in (0, 1) and len(label.speaker) <= 12 and name_points(label.speaker)[1] == 0
    ]
    return accepted, possible


def is_name_list(text: str) -> bool:
    """Tell whether the text behind a label is only names, as in the head of a file (主持人：罗敏).

    Parameters
    ----------
    text : str
        Verbatim.

    Returns
    -------
    bool
        True for names with or without affiliation, separated by blanks, commas or 、.
    """
    if len(text) > LONGEST or SENTENCE_END.search(text):
        return False
    bare = re.sub(r"[（(\[][^（）()\[\]]{0,80}[）)\]]", " ", text)
    names = [name for name in re.split(r"[、，,\s/|]+", bare) if name]
    return bool(names) and all(name_points(name)[0] >= 2 and name_points(name)[1] == 0 for name in names)
