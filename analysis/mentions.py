"""People and organisations that are spoken of, as far as words and titles tell."""

from __future__ import annotations

import re
from itertools import pairwise

from analysis import words
from analysis.name_forms import is_common, known_organisations, name_lists, plain, surname_of
from analysis.readers.lists import lists

_HAN = re.compile("[\u3400-\u9fff]+")
_LONGEST_BETWEEN = 4  # words between an organisation's own word and its ending


def spoken_people(texts: list[str]) -> list[str]:
    """Find people who are called by a title.

    Parameters
    ----------
    texts : list of str
        Turns and other lines, in order.

    Returns
    -------
    list of str
        `高老师`, `李明华` (of 李明华老师 and of 院长李明华), in the order in which they are first named; surnames that
        are common words of speech (向老师请教) count for nothing.

    Examples
    --------
    >>> spoken_people(["我想请高老师回应，再向老师请教。", "李明华院长也来了，高校长期支持。"])
    ['高老师', '李明华']
    """
    found: dict[str, None] = {}
    titles = frozenset(name_lists().titles)
    for text in texts:
        cut = [*words.cut(plain(text)), ""]
        for left, right in pairwise(cut):
            if _is_surname(_surname_before_title(left, titles)):  # 陈老师 is one word of the dictionary
                found[left] = None
            elif right in titles and _is_surname(left):
                found[left + right] = None
            elif right in titles and _is_name(left):
                found[left] = None
            elif left in titles and _is_name(right):
                found[right] = None
    return list(found)


def _surname_before_title(word: str, titles: frozenset[str]) -> str:
    """Give what stands before the title that a word ends with; empty where it ends with none."""
    return next((word[:size] for size in (1, 2) if word[size:] in titles), "")


def _is_surname(word: str) -> bool:
    return word in lists().surnames and word not in name_lists().spoken_surnames


def _is_name(word: str) -> bool:
    """Tell whether a word is a surname with a given name, and not a word of the language."""
    surname = surname_of(word)
    return 2 <= len(word) <= 3 and _is_surname(surname) and not is_common(word)


def spoken_organisations(texts: list[str]) -> list[str]:
    """Find organisations that are spoken of by name.

    Parameters
    ----------
    texts : list of str
        Turns and other lines, in order.

    Returns
    -------
    list of str
        A rare word with an organisation's ending behind it, only words such as 公益 between them, and the well-known
        ones of jieba's dictionary; in the order in which they are first named.

    Examples
    --------
    >>> spoken_organisations(["新雨社会服务中心和北京师范大学都来了。", "我们的基金会也在。"])
    ['新雨社会服务中心', '北京师范大学']
    """
    found: dict[str, None] = {}
    for text in texts:
        cut = words.cut(plain(text))
        for place, word in enumerate(cut):
            if word in known_organisations():
                found[word] = None
            elif len(word) > 1 and _HAN.fullmatch(word) and not is_common(word):
                behind = _up_to_ending(cut[place + 1 : place + 2 + _LONGEST_BETWEEN])
                if behind:
                    found[word + behind] = None
    return list(found)


def _up_to_ending(cut: list[str]) -> str:
    """Join words up to an organisation's ending; empty where another word comes first, or none does."""
    known = name_lists()
    for size in range(len(cut), 0, -1):
        joined = "".join(cut[:size])
        ending = next((end for end in known.organisation_endings if joined.endswith(end)), "")
        if ending and _only(joined.removesuffix(ending), known.organisation_words):
            return joined
    return ""


def _only(text: str, allowed: frozenset[str]) -> bool:
    """Tell whether a text consists of allowed words."""
    ends = {0}
    for start in range(len(text)):
        if start in ends:
            ends |= {start + len(word) for word in allowed if text.startswith(word, start)}
    return len(text) in ends
