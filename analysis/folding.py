"""The one form of a text that is matched: simplified characters, full-width punctuation, half-width letters.

Every function keeps the length, so that what is found in the folded text can be cut out of the text as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis import paths
from analysis.errors import AnalysisError
from analysis.lines import read_lines

# The word engines take a full-width letter or digit for punctuation.
_LETTERS = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_FORMS = _LETTERS | str.maketrans("﹐﹑﹒﹔﹕﹖﹗｡､", "，、。；：？！。、")
_FULL = str.maketrans(",;:?!.", "，；：？！。")
_MAY_CHANGE = re.compile(f"[{re.escape(''.join(map(chr, _FORMS | _FULL)))}]")
_CHINESE = "\u2e80"  # the first Han radical; beyond it stand Han, kana and full-width forms
_CLOSING = "”’…"
# Half-width marks; the number that counts a list (`1.我们`) is taken first, for its point ends nothing.
_HALF = re.compile(r"(?<!\w)\d{1,2}\.(?!\d)|(?P<marks>[,;:?!.]+)")
_HAN = re.compile("[\u3400-\u9fff]+")
_FOREIGN = re.compile("[\u0370-\u1fff\u3040-\u318f\ua000-\ud7ff]+")  # neither Han nor what is counted as a word
_WORD = re.compile(r"[^\W_]+")
LEAST_HAN = 0.3  # of the characters counted
SAMPLE = 6_000  # characters looked at to tell the language, spread over the talk
LEAST_SAMPLE = 30  # of a turn, at its beginning, its middle and its end


@dataclass(frozen=True)
class _Forms:
    """Traditional characters, and the words that are not folded one by one."""

    characters: dict[int, str]
    words: dict[str, str]
    pattern: re.Pattern[str]


def _pairs(path: Path) -> dict[str, str]:
    """Read a file of two forms a line; both are equally long, for places must stay."""
    pairs = [line.split(" ") for line in read_lines(path)]
    for pair in pairs:
        if len(pair) != 2 or len(pair[0]) != len(pair[1]):
            raise AnalysisError("lexicon_invalid", where=path.name, reason=" ".join(pair))
    return dict(pairs)


@lru_cache(maxsize=2)
def _forms(folder: Path = paths.LEXICON) -> _Forms:
    """Load `traditional_characters.txt` and `traditional_phrases.txt`."""
    characters, words = (_pairs(folder / f"traditional_{name}.txt") for name in ("characters", "phrases"))
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return _Forms(str.maketrans(characters), words, re.compile("|".join(map(re.escape, ordered)) or "(?!)"))


def _is_simple(text: str) -> bool:
    """Tell at little cost that there is nothing to simplify: GB 2312 has next to no traditional character."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def is_traditional(text: str) -> bool:
    """Tell whether a text holds characters that simplified text has not.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    bool
        False for the few traditional characters that GB 2312 has as well.

    Examples
    --------
    >>> is_traditional("我們來了"), is_traditional("我们来了，喆堃")
    (True, False)
    """
    return not _is_simple(text) and not _forms().characters.keys().isdisjoint(map(ord, text))


def simplify(text: str, *, traditional: bool | None = None) -> str:
    """Write traditional characters as simplified ones.

    Parameters
    ----------
    text : str
        Any text.
    traditional : bool, optional
        Whether the text is a part of one in traditional characters; without it, the text itself tells.

    Returns
    -------
    str
        As long as `text`. Words that are not converted one by one (瞭解, 計畫) and characters that simplified text
        has as well (著, 乾) are looked at only in traditional text.

    Examples
    --------
    >>> simplify("看著計畫，瞭解後續"), simplify("著名的乾坤")
    ('看着计划，了解后续', '著名的乾坤')
    """
    if not (is_traditional(text) if traditional is None else traditional):
        return text
    forms = _forms()
    return forms.pattern.sub(lambda found: forms.words[found.group()], text).translate(forms.characters)


def _widen(found: re.Match[str]) -> str:
    """Give half-width marks their full width where a Chinese character stands beside them."""
    marks = found["marks"]
    if not marks:
        return found.group()
    text = found.string
    start, end = found.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 2].lstrip()[:1]
    if "." in marks and before.isascii() and before.isalpha():  # initials and names of files
        return marks
    chinese = before >= _CHINESE or after >= _CHINESE or (before and before in _CLOSING)
    return marks.translate(_FULL) if chinese else marks


def fold(text: str, *, traditional: bool | None = None) -> str:
    """Give a text the form that is matched; never for text that is shown.

    Parameters
    ----------
    text : str
        Any text.
    traditional : bool, optional
        Whether the text is a part of one in traditional characters; without it, the text itself tells.

    Returns
    -------
    str
        As long as `text`: simplified characters, half-width letters and digits, full-width punctuation beside
        Chinese. Punctuation of numbers, times, addresses and English stays.

    Examples
    --------
    >>> fold("我們10:30到,花了3.5萬.然後呢?")
    '我们10:30到，花了3.5万。然后呢？'
    """
    simple = simplify(text, traditional=traditional)
    if _MAY_CHANGE.search(simple):
        simple = _HALF.sub(_widen, simple.translate(_FORMS))
    return simple


def is_chinese(texts: list[str]) -> bool:
    """Tell whether a talk is in Chinese, English words in it allowed.

    Parameters
    ----------
    texts : list of str
        What was said, turn by turn; the beginning, the middle and the end of each are looked at.

    Returns
    -------
    bool
        True where at least 3 in 10 of the characters counted are Han (a foreign word or a number is one character),
        and no fewer than the letters of scripts such as kana or Cyrillic. Nothing said is no reason to say no.

    Examples
    --------
    >>> is_chinese(["我们用AI做。"]), is_chinese(["We met in 上海 last year."])
    (True, False)
    """
    part = max(LEAST_SAMPLE, SAMPLE // (3 * max(1, len(texts))))
    sample = "\n".join(
        text if len(text) <= 3 * part else f"{text[:part]}\n{text[len(text) // 2 :][:part]}\n{text[-part:]}"
        for text in texts
    )
    rest, runs = _HAN.subn(" ", sample)
    han = len(sample) - len(rest) + runs
    foreign = sum(map(len, _FOREIGN.findall(rest)))
    return han >= LEAST_HAN * (han + len(_WORD.findall(rest))) and han >= foreign
