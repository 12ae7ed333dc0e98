"""Organisations, provinces and cities out of how a speaker is introduced."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache

from analysis import paths
from analysis.folding import simplify
from analysis.lines import read_lines

_SPLIT = re.compile(r"[、，,；;/|／]")
_MIN_ORGANISATION_CHARS = 4


@dataclass(frozen=True)
class Place:
    """A province and, where it is known, a city, both without their 省 and 市."""

    region: str | None = None
    city: str | None = None


@lru_cache(maxsize=1)
def _gazetteer() -> tuple[dict[str, set[Place]], dict[str, set[Place]]]:
    """Map names to the places they may mean: those that stand alone, and all that may follow one.

    The short name of a county (`南湖`) is a common word; it counts only behind its province or city.
    """
    alone: dict[str, set[Place]] = {}
    following: dict[str, set[Place]] = {}
    with (paths.LEXICON / "places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            place = Place(row["province"], row["city"] or None)
            for name in {row["name"], row["short"]}:
                following.setdefault(name, set()).add(place)
                if name == row["name"] or name in (row["province"], row["city"]):
                    alone.setdefault(name, set()).add(place)
    return alone, following


@lru_cache(maxsize=1)
def provinces() -> tuple[str, ...]:
    """List the provinces.

    Returns
    -------
    tuple of str
        Without 省 and 市, in the order of the gazetteer.

    Examples
    --------
    >>> provinces()[:3]
    ('北京', '天津', '河北')
    """
    with (paths.LEXICON / "places.csv").open(encoding="utf-8", newline="") as file:
        return tuple(dict.fromkeys(row["province"] for row in csv.DictReader(file)))


def _longest_name(text: str, start: int, names: dict[str, set[Place]]) -> str | None:
    longest = min(len(text) - start, 12)
    return next((text[start : start + n] for n in range(longest, 1, -1) if text[start : start + n] in names), None)


def is_place(name: str) -> bool:
    """Tell whether a word is a province or a city.

    Parameters
    ----------
    name : str
        Without 省 and 市, as people say it.

    Returns
    -------
    bool
        False for counties, many of which are called by common words.

    Examples
    --------
    >>> is_place("宝鸡"), is_place("南湖")
    (True, False)
    """
    return any(name in (place.region, place.city) for place in _gazetteer()[0].get(name, ()))


def find_place(text: str | None) -> Place:
    """Read the province and city off the front of a name.

    Parameters
    ----------
    text : str or None
        Such as `广西南宁` or `陕西扶风心悦启智中心`.

    Returns
    -------
    Place
        Empty where the text begins with no place name, or with one that several provinces share and nothing
        behind it settles which.

    Examples
    --------
    >>> find_place("陕西扶风心悦启智中心")
    Place(region='陕西', city='宝鸡')
    >>> find_place("居民")
    Place(region=None, city=None)
    """
    possible, _ = _read_places(text or "")
    regions, cities = {p.region for p in possible}, {p.city for p in possible}
    if len(regions) != 1:
        return Place()
    return Place(regions.pop(), cities.pop() if len(cities) == 1 else None)


def place_names(text: str) -> list[str]:
    """List the place names that a name begins with.

    Parameters
    ----------
    text : str
        Such as `渭南白水助残协会`.

    Returns
    -------
    list of str
        Each within the one before; joined, they are the beginning of `text` in simplified characters.

    Examples
    --------
    >>> place_names("渭南白水助残协会"), place_names("居民")
    (['渭南', '白水'], [])
    """
    return _read_places(text)[1]


def _read_places(text: str) -> tuple[set[Place], list[str]]:
    """Read place names off the front of a text: what they may mean together, and the names."""
    possible: set[Place] = set()
    read: list[str] = []
    at, text = 0, simplify(text)
    alone, following = _gazetteer()
    while name := _longest_name(text, at, names := following if at else alone):
        named = names[name]
        narrowed = {p for p in named if any(p.region == q.region and q.city in (None, p.city) for q in possible)}
        if possible and not narrowed:
            break
        possible = narrowed or named
        read.append(name)
        at += len(name)
    return possible, read


@lru_cache(maxsize=1)
def _organisation() -> re.Pattern[str]:
    endings = sorted(read_lines(paths.LEXICON / "organisation_endings.txt"), key=len, reverse=True)
    return re.compile("|".join(re.escape(e) + ("$" if len(e) == 1 else "") for e in endings))


def organisation_ends(name: str) -> list[int]:
    """Find where an organisation's name, or one that it begins with, may end.

    Parameters
    ----------
    name : str
        Any text.

    Returns
    -------
    list of int
        Ends of the organisation endings in it, ascending.

    Examples
    --------
    >>> organisation_ends("连心社区照顾中心")
    [4, 8]
    """
    return [found.end() for found in _organisation().finditer(simplify(name))]


def split_affiliation(affiliation: str | None) -> list[str]:
    """Split an affiliation into what it lists.

    Parameters
    ----------
    affiliation : str or None
        As written in the brackets behind a name.

    Returns
    -------
    list of str
        Its parts without blanks around them; none of None.
    """
    return [part.strip() for part in _SPLIT.split(affiliation or "") if part.strip()]


def find_organisation(affiliation: str | None) -> str | None:
    """Take the organisation out of an affiliation.

    Parameters
    ----------
    affiliation : str or None
        As written in the brackets behind a name.

    Returns
    -------
    str or None
        The first part up to its last organisation ending; None where no part has one.

    Examples
    --------
    >>> find_organisation("云南连心社区照顾中心专家指导委员会主席、云南草根公益支持中心理事")
    '云南连心社区照顾中心专家指导委员会'
    >>> find_organisation("广西南宁") is None
    True
    """
    for part in _SPLIT.split(affiliation or ""):
        ends = [end for end in organisation_ends(part) if end >= _MIN_ORGANISATION_CHARS]
        if ends:
            return part[: ends[-1]].strip()
    return None


def is_organisation(name: str) -> bool:
    """Tell whether a speaker's name is that of an organisation.

    Parameters
    ----------
    name : str
        The name as shown.

    Returns
    -------
    bool
        True where it has an organisation ending at its end and is longer than a person's name.

    Examples
    --------
    >>> is_organisation("西安市碑林区心连心社区服务发展中心"), is_organisation("王静")
    (True, False)
    """
    return len(name) >= _MIN_ORGANISATION_CHARS and any(
        m.end() == len(name) for m in _organisation().finditer(simplify(name))
    )
