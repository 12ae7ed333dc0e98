"""How much a label looks like somebody's name, and how much like the beginning of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from analysis import words
from analysis.readers.asides import is_meta_label, key
from analysis.readers.lists import lists

NEVER = -9
GENERIC = re.compile(
    r"(?:说话人|发言人|发言者|讲话人|参会人|参与者|受访者|嘉宾|用户|Speaker|SPEAKER|speaker)_?(?:[0-9]{1,3}|[A-Z甲乙丙丁])"
)
PHONE = re.compile(r"\+?[\d*][\d* -]{4,}")  # joined by telephone: the number is the display name
HAN = re.compile(r"[\u3400-\u9fff]+")
DOTTED = re.compile(r"[\u3400-\u9fff]{1,8}(?:[·•・‧][\u3400-\u9fff]{1,8}){1,3}")
LATIN = re.compile(r"[A-Z][\w'’.-]{0,19}(?:[ \u3000]{1,3}(?:[A-Z(][\w'’.)-]{0,19}|de|van|von|bin|al)){0,4}")
NUMBERED = re.compile(r"第?[一二三四五六七八九十0-9A-Z]{1,3}小?(?:组|队|桌)(?:代表|组长|同学)?")
NICKNAME = re.compile(r"[老小阿]([\u3400-\u9fff])[\u3400-\u9fff]?")
LONGEST_NAME = 4
LONGEST_ORGANISATION = 24


def _starts_with_word(name: str) -> bool:
    """Tell whether a name's first word is one of the language, not a surname with what follows it."""
    first, tag = words.tag(name)[0]
    return len(first) > 1 and not tag.startswith(("nr", "x")) and first in words.idf()[0]


def is_word(label: str) -> bool:
    """Tell whether a label is one common word.

    Parameters
    ----------
    label : str
        Made by `key`.

    Returns
    -------
    bool
        True when the segmenter's table has it and does not call it a name.
    """
    if label not in words.idf()[0]:
        return False
    tagged = words.tag(label)
    return len(tagged) == 1 and not tagged[0][1].startswith("nr")


@lru_cache(maxsize=4096)
def _surname_points(name: str) -> int:
    """Give 2 for surname and given name, 1 when the same characters may also be a common word."""
    known = lists().surnames
    if not 2 <= len(name) <= LONGEST_NAME or not (name[0] in known or name[:2] in known):
        return 0
    if len(name) > 2 and name[:2] in known:
        return 2
    if len(name) == LONGEST_NAME:
        return 1 if words.tag(name)[0] == (name, "nr") else 0
    return 1 if _starts_with_word(name) else 2


def _han_parts(label: str) -> list[str]:
    """Split a shown name into the Han runs that may be a name; a blank inside a short name (王　静) is no border."""
    joined = key(label)
    if len(joined) <= 3 and HAN.fullmatch(joined):
        return [joined]
    return HAN.findall(label)


def _person_points(label: str) -> int:
    shown = key(label)
    if DOTTED.fullmatch(shown):
        return 2
    points = [_surname_points(part) for part in _han_parts(label)]
    latin = " ".join(HAN.sub(" ", label).split())
    if LATIN.fullmatch(latin) and (not points or len(latin) > 3):
        points.append(1 if len(latin) == 1 or (latin.isupper() and latin.isalpha()) else 2)
    if _is_nickname(shown):
        points.append(1 if is_word(shown) else 2)
    return max(points, default=0) or _foreign_points(shown)


def _is_nickname(shown: str) -> bool:
    """Tell 老王, 小李 and 阿强 from words that begin with the same characters."""
    match = NICKNAME.fullmatch(shown)
    return bool(match) and (shown[0] == "阿" or match[1] in lists().surnames)


def _foreign_points(shown: str) -> int:
    """Give 1 for a name without a Chinese surname: a word that the segmenter calls one."""
    if not HAN.fullmatch(shown) or len(shown) > 2 * LONGEST_NAME:
        return 0
    tagged = words.tag(shown)
    one_name = len(tagged) == 1 and len(shown) > 1 and tagged[0][1].startswith(("nr", "nz"))
    return int(one_name or any(tag == "nrt" for _, tag in tagged))


def _ends_in_titled_name(shown: str) -> bool:
    """Tell whether a label is a post with its holder's name behind it (社区党委书记赵强)."""
    endings = lists().titles + lists().organisations
    splits = ((shown[:-size], shown[-size:]) for size in (2, 3) if len(shown) > size + 1)
    return any(_surname_points(name) == 2 and post.endswith(endings) for post, name in splits)


def _group_points(label: str) -> int:
    """Points for a title, an organisation or a post."""
    shown, known = key(label), lists()
    if len(shown) > LONGEST_ORGANISATION:
        return 0
    if NUMBERED.fullmatch(shown) or _ends_in_titled_name(shown):
        return 2
    if shown.endswith(known.titles) and shown not in known.titles:
        return 2
    if shown.endswith(known.organisations):
        return 1 if shown in known.organisations else 2
    if (
        len(shown) in (2, 3)
        and shown.endswith(known.short_titles)
        and shown[0] in known.surnames | {"老", "小", "阿", "大"}
    ):
        return 1 if is_word(shown) else 2
    short = shown.endswith(known.short_organisations) and (len(shown) > 2 or shown[0] in "一二三四五六七八九十AB")
    return 2 if short and not is_word(shown) else 0


def _is_role(label: str) -> bool:
    """Tell whether a label is a role, alone or with a name before or behind it (主持人李明)."""
    shown, known = key(label), lists()
    if known.role.fullmatch(shown):
        return True
    start = known.role.match(shown)
    rest = shown[start.end() :] if start and start.end() > 1 else ""
    return bool(rest) and (_surname_points(rest) == 2 or _is_nickname(rest) or bool(LATIN.fullmatch(rest)))


def _penalty(label: str, *, group: bool, role: bool) -> int:
    shown, known = key(label), lists()
    points = 0
    name_shaped = _surname_points(shown) == 2
    if shown.endswith(known.verbs) or (shown.endswith(known.short_verbs) and not name_shaped and not group):
        points += 4
    spoken = known.pronoun.search(shown)
    in_name = group and len(shown) >= 8 and spoken and spoken.start() > 0 and "的" not in shown
    if (spoken and not in_name) or shown[-1] in "的了":
        points += 3
    if len(known.phrase.findall(shown)) > group:
        points += 3
    if len(HAN.sub("", label).split()) + len("".join(HAN.findall(label))) > 12 and not group:
        points += 2
    return 0 if role else points


@lru_cache(maxsize=4096)
def name_points(label: str) -> tuple[int, int]:
    """Weigh a label by itself.

    Parameters
    ----------
    label : str
        What stands before the colon, without affiliation.

    Returns
    -------
    evidence : int
        0 or more; `NEVER` for what cannot be a speaker.
    penalty : int
        0 or more.

    Examples
    --------
    >>> name_points("王静"), name_points("说话人 1"), name_points("我的看法"), name_points("问题")
    ((2, 0), (4, 0), (0, 7), (-9, 0))
    """
    shown, known = key(label), lists()
    if not shown:
        return NEVER, 0
    if GENERIC.fullmatch(shown):
        return 4, 0
    role = _is_role(label)
    if shown in known.speech or shown in known.meta or shown[0].isdigit():
        return NEVER, 0
    if not role and (is_meta_label(shown) or known.speech_pattern.match(shown)):
        return NEVER, 0
    group = _group_points(label)
    penalty = _penalty(label, group=group > 0, role=role)
    return (3 if role else 0) + _person_points(label) + group, penalty
