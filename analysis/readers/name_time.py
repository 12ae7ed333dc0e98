"""`姓名 00:09` above the speech: 飞书妙记, 讯飞听见, 通义听悟 and others of the same layout (腾讯云, 得到)."""

from __future__ import annotations

import re
from functools import partial

from analysis.readers.asides import LONGEST
from analysis.readers.bodies import headed, lines_of
from analysis.readers.formats import WEIGHT
from analysis.readers.headers import (
    BLANK,
    BOLD,
    Header,
    are_apart,
    bare,
    in_order,
    is_free,
    is_numbered,
    one_layout,
    recurring,
    stands_out,
    with_untimed,
)
from analysis.readers.names import NEVER, PHONE, name_points
from analysis.readers.timed import GENERIC, NAME, TIME, seconds

_BRACKET = r"(?:[（(\[][^（()）\[\]\n]{1,40}[）)\]])?"
_LATIN_LAST = r"(?:[A-Z][\w'’-]{1,20}, (?=[A-Z\u3400-\u9fff]))?"  # Lin, Qiao
_ALONE = re.compile(
    rf"{BOLD}(?P<n>{_LATIN_LAST}{NAME}{_BRACKET}){BOLD}{BLANK}{{1,8}}{BOLD}(?P<s>{TIME}){BOLD}{BLANK}{{0,4}}[:：]?"
)
_GLUED = re.compile(
    rf"{BOLD}(?P<n>{GENERIC}){BOLD}{BLANK}{{1,8}}(?P<s>\d{{1,3}}[:：]\d\d(?:[:：]\d\d)?(?:\.\d{{1,3}})?)(?![\d.,:：])"
    rf"{BLANK}{{0,8}}(?P<t>\S.*)"
)
_EXACT = re.compile(r"\d{1,2}:\d\d(?::\d\d[.,]\d{1,3}|:\d\d|[.,]\d{1,3})")
_NO_NAME = re.compile(
    r"[\[【<\-–—•·*|/(（].*|.*[·\-–—|/~(（→>=]|.*\d{2,4}\s?[-/.年月]\s?\d{1,2}.*|[\d\s./%-]{1,6}"
    r"|.*(?:上午|下午|中午|晚上|早上|凌晨|今天|明天|昨天|后天|周[一二三四五六日天]|星期[一二三四五六日天]|\d日|\d号|时间|日期)"
)


def _header(line: str, index: int) -> Header | None:
    """Split a line that has the shape of a header."""
    if len(line) <= LONGEST:
        found = _ALONE.fullmatch(line)
        if found and not _NO_NAME.fullmatch(found["n"]):
            return Header(index, found["n"].strip(), seconds(found["s"]), written=found["s"])
    found = _GLUED.match(line)
    return Header(index, found["n"], seconds(found["s"]), text=found["t"], written=found["s"]) if found else None


def _one_style(headers: list[Header]) -> list[Header]:
    """Leave out times that are written in another way than the file writes them."""
    exact = [header for header in headers if "." in header.written or "," in header.written]
    if len(exact) >= 2:
        return exact
    long = [header for header in headers if len(re.findall("[:：]", header.written)) == 2]
    early = [header for header in long if header.start < 3600]  # 00:05:00: hours are always written
    if len(early) >= 2 and len(long) * 2 > len(headers):
        return long
    return [header for header in headers if header not in early] if len(long) * 2 < len(headers) else headers


def find(lines: list[str]) -> list[Header]:
    """Find the headers of a file.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.

    Returns
    -------
    list of Header
        In the order of the file; none where nothing but the shape speaks for them.
    """
    with_time = ((index, line) for index, line in enumerate(lines) if ":" in line[:LONGEST] or "：" in line[:LONGEST])
    shaped = [header for index, line in with_time if (header := _header(bare(line), index))]
    shaped = one_layout(lines, _one_style(shaped))
    known = recurring(shaped)
    named = [each for each in shaped if each.speaker in known or stands_out(lines, each) or _is_phone(lines, each)]
    sure = {header.speaker for header in named if _is_sure(header, known)}
    if sum(header.speaker in sure for header in named) < 2:
        return []
    apart = are_apart(lines, named)

    def is_header(header: Header) -> bool:
        placed = is_free(lines, header.index) or not apart
        return is_numbered(header.speaker) or (header.speaker in known and placed)

    shaped = [*named, *_nameless(lines, named)] if apart else named
    shaped = _one_style(sorted(shaped, key=lambda header: header.index))
    return with_untimed(lines, in_order(shaped, is_header))


def _is_phone(lines: list[str], header: Header) -> bool:
    return bool(PHONE.fullmatch(header.speaker)) and is_free(lines, header.index)


def _is_sure(header: Header, known: set[str]) -> bool:
    evidence, penalty = name_points(header.speaker)
    return evidence != NEVER and ((header.speaker in known and evidence >= penalty) or evidence - penalty >= 2)


def _nameless(lines: list[str], headers: list[Header]) -> list[Header]:
    """Find times without a name: hours or milliseconds, under a blank line and above speech (`02:40` may be said)."""
    taken = {header.index for header in headers}
    found = []
    for index in range(headers[0].index if headers else len(lines), len(lines) - 1):
        line = lines[index]
        if index not in taken and 7 <= len(line) < 20 and is_free(lines, index) and lines[index + 1]:
            written = bare(line)
            if _EXACT.fullmatch(written):
                found.append(Header(index, None, seconds(written), written=written))
    return found


def score(heads: str, sign: re.Pattern[str] | None = None) -> int:
    """Count the headers of a text.

    Parameters
    ----------
    heads : str
        The `heads` of a file.
    sign : pattern, optional
        What only one program writes.

    Returns
    -------
    int
        `WEIGHT` for each header; with `sign`, one more where it is found and nothing where it is not.
    """
    found = len(find(lines_of(heads))) if sign is None or sign.search(heads) else 0
    return WEIGHT * found + (sign is not None) if found else 0


_TINGWU = re.compile(r"^(?:发言人\s?\d|.{0,40}(?:_原文|_导读)$)", re.MULTILINE)
FORMATS = (
    headed("tingwu", find, partial(score, sign=_TINGWU)),
    headed("iflyrec", find, score),
)
