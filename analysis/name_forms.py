"""The ways one person or organisation is named: in full, by a short form, by surname and title."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

import jieba

from analysis import paths, words
from analysis.concordance import narrow
from analysis.errors import AnalysisError
from analysis.folding import simplify
from analysis.places import organisation_ends, place_names
from analysis.readers.asides import key
from analysis.readers.lists import lists

LONGEST_NAME = 4  # characters of a Chinese name
_COMMON = 50  # so often in jieba's dictionary's corpus: 刚强 and 文静 are words, 王静 and 连心 are not
_HAN = re.compile("[\u3400-\u9fff]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f.'’-]*")
_BRACKETS = re.compile(r"[()（）\[\]【】〔〕<>《》「」]")
_SPECIFIC = 7  # characters of an organisation's name that say enough without its place


@dataclass(frozen=True)
class Form:
    """One way of naming somebody, and where it is taken for the name.

    `whole` names are replaced wherever they stand but within one common word, others only where no common word
    shares a character with them; `always` ones everywhere. `places` may stand in front and are replaced with the
    name, or must (`needs_place`): 渭南市 before 白水助残协会.
    """

    text: str
    whole: bool = True
    always: bool = False
    places: tuple[str, ...] = ()
    needs_place: bool = False


@dataclass(frozen=True)
class NameLists:
    """What `data/lexicon/names.toml` says."""

    titles: tuple[str, ...]
    short_titles: tuple[str, ...]
    spoken_surnames: frozenset[str]
    english_words: frozenset[str]
    organisation_endings: tuple[str, ...]
    organisation_words: frozenset[str]


@lru_cache(maxsize=2)
def name_lists(folder: Path = paths.LEXICON) -> NameLists:
    """Load the lists of titles, surnames and words that names are told by.

    Parameters
    ----------
    folder : Path
        Holds `names.toml`.

    Returns
    -------
    NameLists
        The same object at every call.

    Raises
    ------
    AnalysisError
        `lexicon_missing` or `lexicon_invalid`.
    """
    try:
        data = tomllib.loads((folder / "names.toml").read_text(encoding="utf-8"))
        tuples = {name: tuple(data[name].split()) for name in ("titles", "short_titles", "organisation_endings")}
        sets = ("spoken_surnames", "english_words", "organisation_words")
        return NameLists(**tuples, **{name: frozenset(data[name].split()) for name in sets})
    except FileNotFoundError as problem:
        raise AnalysisError("lexicon_missing", where="names.toml") from problem
    except (tomllib.TOMLDecodeError, KeyError, AttributeError) as problem:
        raise AnalysisError("lexicon_invalid", where="names.toml", reason=str(problem)) from problem


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Load the common words of jieba's dictionary, its names of people among them: to it 康复 is one.

    Returns
    -------
    frozenset of str
        The same whichever engine cuts.
    """
    path = Path(jieba.__file__).parent / "dict.txt"
    return frozenset(re.findall(r"^(\S+) (?:[5-9]\d|\d{3,}) ", path.read_text(encoding="utf-8"), re.MULTILINE))


@lru_cache(maxsize=1)
def known_organisations() -> frozenset[str]:
    """Load the organisations of jieba's dictionary that have a name of their own (北京师范大学, not 外语学院).

    Returns
    -------
    frozenset of str
        Of four characters or more, with an organisation's ending behind something that is no common word.
    """
    path = Path(jieba.__file__).parent / "dict.txt"
    found = re.findall(r"^(\S{4,}) \d+ nt$", path.read_text(encoding="utf-8"), re.MULTILINE)
    ending = re.compile("(?:大学|银行|公司|集团|基金会|协会|学会|出版社|研究院|研究所|医院|联合会|电视台)$")
    bare = ((name, ending.sub("", name)) for name in found)
    return frozenset(name for name, rest in bare if rest and rest != name and rest not in common_words())


def plain(text: str) -> str:
    """Give the form of a name that lists hold.

    Parameters
    ----------
    text : str
        As written.

    Returns
    -------
    str
        As long as `text`: simplified characters, half-width letters.
    """
    return simplify(narrow(text))


def is_common(name: str) -> bool:
    """Tell whether a name is a word that speech uses for something else, or too short to tell.

    Parameters
    ----------
    name : str
        A name or a part of one.

    Returns
    -------
    bool
        True for 方向, 主持人, `Will` and single characters.
    """
    shown = key(name)
    if len(shown) < 2 or shown.isdigit():
        return True
    if shown[0] == "老" and shown[1:] in lists().surnames - name_lists().spoken_surnames:
        return False  # 老王 is in the dictionary because novels are full of such names
    if shown.isascii():
        return name.strip().lower() in name_lists().english_words
    return shown in common_words() or shown in lists().roles


def surname_of(name: str) -> str:
    """Give the surname of a Chinese name.

    Parameters
    ----------
    name : str
        The name as shown.

    Returns
    -------
    str
        One or two characters; empty for other names.

    Examples
    --------
    >>> surname_of("毛刚强"), surname_of("欧阳静"), surname_of("Bob"), surname_of("老高")
    ('毛', '欧阳', '', '')
    """
    shown = key(name)
    if not _HAN.fullmatch(shown) or not 2 <= len(shown) <= LONGEST_NAME:
        return ""
    known = lists().surnames
    sizes = [size for size in (2, 1) if len(shown) > size and shown[:size] in known]
    return shown[: sizes[0]] if sizes else ""


def person_forms(name: str) -> tuple[list[Form], list[Form]]:
    """List the ways a person is named, but for titles.

    Parameters
    ----------
    name : str
        As shown; may hold brackets.

    Returns
    -------
    whole : list of Form
        The name, and the parts beside and in its brackets; those that are common words are left out.
    short : list of Form
        A given name of two characters or more, first and last names of Latin letters, 小 or 老 with a surname.

    Examples
    --------
    >>> [[form.text for form in forms] for forms in person_forms("陆德泉（老陆）")]
    [['陆德泉（老陆）', '陆德泉', '老陆'], ['德泉', '小陆', '阿陆']]
    """
    parts = [name, *(part.strip() for part in _BRACKETS.split(name))]
    parts = [key(part) if _HAN.fullmatch(key(part)) else part for part in parts]  # 王　静 is 王静
    whole = [part for part in dict.fromkeys(parts) if part and not is_common(part)]
    short: list[str] = []
    for part in dict.fromkeys(map(key, parts)):
        surname = surname_of(part)
        given = part[len(surname) :] if surname else ""
        short += [given, *(f"{call}{surname}" for call in "小老阿" if surname)]
        short += [f"{call}{given}" for call in "小阿" if len(given) == 1]
    latin = [each for part in parts for each in _LATIN.findall(plain(part))]
    if len(latin) > 1:
        short += [each for each in latin if len(each.strip(".")) > 1]
    taken = {key(part) for part in whole}
    short = [each for each in dict.fromkeys(short) if each and key(each) not in taken and not is_common(each)]
    return [Form(part) for part in whole], [Form(each, whole=False) for each in short]


def titled(names: Iterable[str], said: str) -> dict[str, list[str]]:
    """Find the names of people with a title behind them.

    Parameters
    ----------
    names : iterable of str
        Names of speakers.
    said : str
        Everything said, in the form of `plain`.

    Returns
    -------
    dict of str to list of str
        By speaker: 高老师, 德泉兄 and the like that are said.
    """
    lists_ = name_lists()
    calls: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        surname, shown = surname_of(name), key(name)
        given = shown[len(surname) :] if surname else ""
        for call in dict.fromkeys(each for each in (surname, given, shown if _HAN.fullmatch(shown) else "") if each):
            calls.setdefault(call, []).append(name)
    if not calls:
        return {}
    ordered, titles = (sorted(each, key=len, reverse=True) for each in (calls, lists_.titles + lists_.short_titles))
    pattern = re.compile(f"({'|'.join(map(re.escape, ordered))})(?:{'|'.join(titles)})")
    found: dict[str, list[str]] = {}
    for match in pattern.finditer(said):
        for name in calls[match[1]]:
            if match.group() not in found.setdefault(name, []):
                found[name].append(match.group())
    return found


def organisation_forms(name: str) -> list[Form]:
    """List the ways an organisation is named.

    Parameters
    ----------
    name : str
        In full.

    Returns
    -------
    list of Form
        The name; without its places; up to each of its endings (连心社区照顾中心 of a committee there); the word
        that is its own (连心). What is a common word is left out.

    Examples
    --------
    >>> [form.text for form in organisation_forms("云南连心社区照顾中心")]
    ['云南连心社区照顾中心', '连心社区照顾中心', '连心社区', '连心']
    """
    shown = plain(name).strip()
    places = tuple(place_names(shown))
    rest = shown[sum(map(len, places)) :]
    forms = {shown: Form(name)} if not is_common(shown) else {}
    own = _own_word(rest)
    for end in [len(rest), *reversed(organisation_ends(rest))]:
        core = rest[:end]
        if len(core) < 4 and not (own and len(core) > len(own)):
            continue
        needs_place = not own and len(core) < _SPECIFIC
        if not (needs_place and not places) and not is_common(core) and core not in forms:
            forms[core] = Form(core, places=places, needs_place=needs_place)
    for word in (own, words.cut(rest)[0] if own else ""):
        if len(word) > 1 and word not in forms and not is_common(word):
            forms[word] = Form(word, whole=False)
    return list(forms.values())


def _own_word(rest: str) -> str:
    """Give what an organisation's name begins with before its first common word (连心 before 社区); may be empty."""
    common = common_words() | name_lists().organisation_words
    cut = takewhile(lambda word: len(word) == 1 or word not in common, words.cut(rest))
    own = "".join(cut)
    return own if 2 <= len(own) < len(rest) and _HAN.fullmatch(own) and not is_common(own) else ""
