"""`姓名(00:00:03):` above the speech or before it: 腾讯会议, and Rev-like `Name (00:05):`."""

from __future__ import annotations

import re

from analysis.readers.asides import LONGEST
from analysis.readers.bodies import headed
from analysis.readers.headers import (
    BLANK,
    BOLD,
    Header,
    are_apart,
    bare,
    behind,
    in_order,
    is_free,
    one_layout,
    recurring,
    with_untimed,
)
from analysis.readers.names import NEVER, PHONE, name_points
from analysis.readers.timed import TIME, seconds

_HEADER = re.compile(
    rf"{BOLD}(?P<n>(?:[^:：，。！？；\n\s][^:：，。！？；\n]{{0,59}}?)??){BOLD}{BLANK}{{0,4}}{BOLD}[（(\[【]{BLANK}{{0,2}}(?P<s>{TIME}){BLANK}{{0,2}}"
    rf"[)）\]】]{BOLD}{BLANK}{{0,4}}(?P<c>[:：]?)"
)
_DATE = re.compile(r".*\d{4}\s?[-/.年]\s?\d{1,2}.*")


def _header(line: str, index: int) -> tuple[Header, bool] | None:
    """Split a line that has the shape of a header; also whether a colon or the end of the line closes it."""
    found = _HEADER.match(line)
    if not found or _DATE.fullmatch(found["n"]):
        return None
    text = behind(line, found.end())
    header = Header(index, found["n"].strip("*_ \t") or None, seconds(found["s"]), text=text, written=found["s"])
    return header, bool(found["c"]) or not text


def _is_name(header: Header, *, closed: bool, apart: bool) -> bool:
    """Tell whether what occurs once is a name, and not the beginning of a sentence."""
    if not header.speaker or PHONE.fullmatch(header.speaker):
        return closed
    evidence, penalty = name_points(header.speaker)
    if evidence == NEVER:
        return closed and apart and header.speaker[0].isdigit()  # 2号机位 is a display name, 第二步 is none
    return (closed and apart) or (penalty <= evidence and (closed or evidence >= 2))


def find(lines: list[str]) -> list[Header]:
    """Find the headers of a file.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.

    Returns
    -------
    list of Header
        At least two, in the order of the file, or none.
    """
    shaped = []
    for index, line in enumerate(lines):
        if ":" in line[:LONGEST] or "：" in line[:LONGEST]:
            found = _header(bare(line), index)
            if found:
                shaped.append(found)
    known = recurring(header for header, _ in shaped)
    apart = are_apart(lines, [header for header, _ in shaped if header.speaker in known])
    found = [
        header
        for header, closed in shaped
        if header.speaker in known or _is_name(header, closed=closed, apart=apart and is_free(lines, header.index))
    ]
    found = one_layout(lines, found)
    found = in_order(found, lambda header: header.speaker in known and (is_free(lines, header.index) or not apart))
    return with_untimed(lines, found) if sum(bool(header.speaker) for header in found) >= 2 else []


FORMAT = headed("tencent", find)
