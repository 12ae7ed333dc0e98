"""Codes in the place of names: which code stands for whom, and one pass over a text that puts them there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, count, pairwise

from analysis import words
from analysis.concordance import narrow
from analysis.folding import simplify
from analysis.name_forms import Form, common_words

MODERATOR, PARTICIPANT, ORGANISATION, PERSON, GIVEN = "moderator", "participant", "organisation", "person", "given"
KINDS = (MODERATOR, PARTICIPANT, ORGANISATION, PERSON, GIVEN)  # GIVEN: by hand, in the workshop's settings
PREFIXES = {MODERATOR: "主持人", PARTICIPANT: "参与者", ORGANISATION: "机构", PERSON: "人物"}
_LETTERED = (MODERATOR, PARTICIPANT)
_SPLITTABLE = 4  # a Chinese name up to so long may be written with blanks in it
_NARROW_END = re.compile(r"[0-9A-Za-z\u00c0-\u024f]")
_HAN = re.compile("[\u3400-\u9fff]+")


@dataclass(frozen=True)
class Named:
    """Somebody or an organisation: the code, who it stands for, and every way of naming it that is replaced."""

    code: str
    kind: str
    name: str
    forms: tuple[Form, ...]


@dataclass(frozen=True)
class Key:
    """Which code stands for whom in one workshop; `traditional` tells how its text is matched."""

    names: tuple[Named, ...]
    traditional: bool = False

    @cached_property
    def _forms(self) -> list[tuple[Form, str]]:
        forms = [(form, named.code) for named in self.names for form in named.forms]
        return sorted(forms, key=lambda pair: (-len(pair[0].text), pair[0].text))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        first = {self._plain(start)[:1] for form, _ in self._forms for start in (form.text, *form.places)}
        either = {variant for each in first for variant in (each.lower(), each.upper())}
        wanted = "|".join(f"({_expression(form, self._plain)})" for form, _ in self._forms)
        return re.compile(f"(?=[{re.escape(''.join(sorted(either)))}])(?:{wanted})" if wanted else "(?!)")

    @cached_property
    def _whole(self) -> dict[str, str]:
        return {named.name: named.code for named in reversed(self.names)}

    @cached_property
    def _decoded(self) -> tuple[re.Pattern[str], dict[str, str]]:
        names = {named.code: named.name for named in reversed(self.names)}
        codes = sorted(names, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, codes)) or "(?!)"), names

    def _plain(self, text: str) -> str:
        return simplify(narrow(text), traditional=self.traditional)

    def spans(self, text: str) -> list[tuple[int, int, str]]:
        """Find the names in a text.

        Parameters
        ----------
        text : str
            Any text of the workshop.

        Returns
        -------
        list of (int, int, str)
            Start, end and code of each, in order, none within another; at one place the longest name wins.
        """
        plain, found, at = self._plain(text), [], 0
        borders: list[int] = []
        while match := self._pattern.search(plain, at):
            form, code = self._forms[match.lastindex - 1]
            if not form.always and not borders:
                borders = [0, *accumulate(map(len, words.cut(plain)))]
            stands = form.always or _stands(plain, match.span(), borders, whole=form.whole)
            if stands:
                found.append((*match.span(), code))
            at = match.end() if stands else match.start() + 1
        return found

    def coded(self, text: str) -> str:
        """Put codes in the place of the names of a text.

        Parameters
        ----------
        text : str
            Any text of the workshop.

        Returns
        -------
        str
            Names that are common words as well are left.
        """
        return piece(text, self.spans(text), 0, len(text))

    def code(self, name: str) -> str:
        """Put codes in the place of what is known to be a name.

        Parameters
        ----------
        name : str
            A speaker or an organisation; one that nobody knows is treated as any text.

        Returns
        -------
        str
            A code, also for a name that is a common word (方向).
        """
        return self._whole.get(name.strip()) or self.coded(name)

    def named(self, text: str) -> str:
        """Put names in the place of codes, as far as a code tells which.

        Parameters
        ----------
        text : str
            A text with codes.

        Returns
        -------
        str
            Each code replaced by the first name that it stands for.
        """
        pattern, names = self._decoded
        return pattern.sub(lambda found: names[found.group()], text)


def piece(text: str, spans: Iterable[tuple[int, int, str]], start: int, stop: int) -> str:
    """Cut a part out of a text, with codes in the place of names.

    Parameters
    ----------
    text : str
        The whole.
    spans : iterable of (int, int, str)
        As `Key.spans` gives them for the whole.
    start, stop : int
        The part. A name over its border belongs to the part in which it begins.

    Returns
    -------
    str
        A code that would run into a letter or digit behind it is set off by a blank.
    """
    out, at = [], start
    for first, last, code in spans:
        if last <= start or first >= stop:
            continue
        if first >= start:
            out += [text[at:first], code]
            if _NARROW_END.match(code[-1]) and _NARROW_END.match(narrow(text[last : last + 1])):
                out.append(" ")
        at = last
    return "".join(out) + text[at:stop]


def series(kind: str, texts: str) -> Iterator[str]:
    """Yield the codes of one kind.

    Parameters
    ----------
    kind : str
        A key of `PREFIXES`.
    texts : str
        Everything the workshop says: where codes of this kind stand in it as words, they get another beginning.

    Yields
    ------
    str
        `参与者A`, `参与者B` … of people who speak, `机构1`, `机构2` … of organisations and of people spoken of.

    Examples
    --------
    >>> codes = series("participant", "我同意。")
    >>> next(codes), next(codes), next(series("organisation", "我们机构3个人"))
    ('参与者A', '参与者B', '代号机构1')
    """
    beginnings = (f"{'代号' * times}{PREFIXES[kind]}" for times in count())
    plain = narrow(texts)
    prefix = next(each for each in beginnings if not re.search(rf"{each} ?[0-9A-Za-z]", plain))
    for number in count(1):
        yield prefix + (_letters(number) if kind in _LETTERED else str(number))


def _letters(number: int) -> str:
    """Count in letters: A to Z, then AA."""
    out = ""
    while number:
        number, place = divmod(number - 1, 26)
        out = chr(ord("A") + place) + out
    return out


def _expression(form: Form, plain) -> str:
    """Write what finds a form: blanks in a Chinese name, letters in either case, places in front."""
    text = plain(form.text)
    if _HAN.fullmatch(text) and len(text) <= _SPLITTABLE and form.whole:
        body = " ?".join(map(re.escape, text))
    else:
        body = r"\s+".join(map(re.escape, text.split()))
    before = rf"(?<!{_NARROW_END.pattern})" if _NARROW_END.match(text[0]) else ""
    behind = rf"(?!{_NARROW_END.pattern})" if _NARROW_END.match(text[-1]) else ""
    places = "|".join(re.escape(plain(place)) for place in sorted(form.places, key=len, reverse=True))
    front = f"(?:(?:{places})[省市县区州]?){'+' if form.needs_place else '*'}" if places else ""
    return f"{front}{before}(?i:{body}){behind}"


def _stands(plain: str, span: tuple[int, int], borders: list[int], *, whole: bool) -> bool:
    """Tell whether a name stands in a text as a name, not as a part of a common word (金会 in 基金会).

    A short form (德泉) must not share a character with a common word beside it either (道德泉源).
    """
    start, stop = span
    for left, right in pairwise(borders[bisect_right(borders, start) - 1 : bisect_left(borders, stop) + 1]):
        if start <= left and right <= stop:
            continue  # a word of the name
        within = left <= start and stop <= right
        if (within or not whole) and plain[left:right] in common_words():
            return False
    return True
