"""Lines that begin a turn: one shape for all timed formats, and the guards that tell them from speech."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from analysis.readers.asides import BLANKS, LONGEST, key
from analysis.readers.names import GENERIC as NUMBERED
from analysis.readers.names import NEVER, is_word, name_points

BLANK = r"[ \t\u3000\xa0]"
BOLD = r"(?:\*\*|__)?"
RESTART = 3  # so many headers in a row that go back are a clock set anew, not lines of speech
_MARK = re.compile(r"^(?:#{1,6}[ \t]|>)[ \t]*")
_CITE = re.compile(r"<cite\b[^<>]{0,200}\buser-name=\"([^\"<>]{1,60})\"[^<>]{0,200}>(?:</cite>)?")
_ENDED = tuple('。！？!?；;…”’"』」）).')


@dataclass(frozen=True)
class Header:
    """One beginning of a turn. `index` counts lines from 0; `text` is speech in the header's own line.

    `written` is the start as the file has it, `more` are the indices of further lines of the header.
    """

    index: int
    speaker: str | None
    start: float | None = None
    text: str = ""
    affiliation: str | None = None
    end: float | None = None
    written: str = ""
    more: tuple[int, ...] = ()


def bare(line: str) -> str:
    """Take off what Markdown puts around a header.

    Parameters
    ----------
    line : str
        A stripped line.

    Returns
    -------
    str
        Without `#` or `>` before it, without `**` or `__` around the whole of it; `<cite user-name="…">` is the name.

    Examples
    --------
    >>> bare("### **王静 00:05**"), bare("**王静**：好 **的**")
    ('王静 00:05', '**王静**：好 **的**')
    """
    if line[:1] in "#>":
        line = _MARK.sub("", line, count=1)
    mark = line[:2]
    if mark in ("**", "__") and len(line) > 4 and line.find(mark, 2) == len(line) - 2:
        line = line[2:-2].strip(BLANKS)
    return _CITE.sub(r"\1", line[:LONGEST]) + line[LONGEST:] if "<cite" in line[:LONGEST] else line


def behind(line: str, end: int) -> str:
    """Give what stands behind the label of a line.

    Parameters
    ----------
    line : str
        Made by `bare`.
    end : int
        Where its label ends.

    Returns
    -------
    str
        Without outer blanks, and without the mark that closes bold print begun in the label.

    Examples
    --------
    >>> behind("**王静：** 好。", 5), behind("王静：**好**。", 3)
    ('好。', '**好**。')
    """
    text = line[end:].strip(BLANKS)
    for mark in ("**", "__"):
        if text.startswith(mark) and line.count(mark, 0, end) % 2:
            text = text[2:].lstrip(BLANKS)
    return text


def is_numbered(name: str | None) -> bool:
    """Tell whether a speaker is only numbered.

    Parameters
    ----------
    name : str or None
        As written.

    Returns
    -------
    bool
        True for 说话人 1, Speaker 2, SPEAKER_00 and the like.
    """
    return bool(name) and bool(NUMBERED.fullmatch(key(name)))


def is_free(lines: list[str], index: int) -> bool:
    """Tell whether nothing stands directly above a line.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.
    index : int
        Of a line, from 0.

    Returns
    -------
    bool
        True after a blank line and for the first line.
    """
    return index == 0 or not lines[index - 1]


def stands_out(lines: list[str], header: Header) -> bool:
    """Tell whether a name that occurs once may be a speaker's.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.
    header : Header
        With a speaker.

    Returns
    -------
    bool
        True when it follows a blank line or a finished sentence and looks more like a name than like speech.
    """
    evidence, penalty = name_points(header.speaker)
    if evidence == NEVER or (penalty and penalty >= evidence):
        return False
    if is_free(lines, header.index):
        return True
    return lines[header.index - 1].endswith(_ENDED) and (evidence > 0 or not is_word(key(header.speaker)))


def are_apart(lines: list[str], headers: list[Header]) -> bool:
    """Tell whether a file sets its headers apart by blank lines.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.
    headers : list of Header
        Of the file.

    Returns
    -------
    bool
        True when four in five follow a blank line.
    """
    return sum(is_free(lines, header.index) for header in headers) * 5 >= 4 * len(headers)


def one_layout(lines: list[str], headers: list[Header]) -> list[Header]:
    """Leave out headers with speech in their line where headers stand alone.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.
    headers : list of Header
        Of the file.

    Returns
    -------
    list of Header
        All of them; or, where those that stand alone are at least three and twice as many as the others, those and
        the ones that follow a blank line.
    """
    alone = sum(not header.text for header in headers)
    if alone >= 3 and alone >= 2 * (len(headers) - alone):
        return [header for header in headers if not header.text or is_free(lines, header.index)]
    return headers


def recurring(headers: Iterable[Header]) -> set[str]:
    """Name the speakers who are numbered or have more than one header.

    Parameters
    ----------
    headers : iterable of Header
        All that a file may have.

    Returns
    -------
    set of str
        Names as written.
    """
    times = Counter(header.speaker for header in headers if header.speaker)
    return {name for name, count in times.items() if count > 1 or is_numbered(name)}


def steady(headers: list[Header]) -> set[int]:
    """Find the headers whose times never go back.

    Parameters
    ----------
    headers : list of Header
        In the order of the file.

    Returns
    -------
    set of int
        Places in `headers` of a longest chain of times that never fall, and of all headers without a time.

    Examples
    --------
    >>> sorted(steady([Header(i, "王静", start) for i, start in enumerate([0.0, 5.0, 690.0, 9.0, None, 9.0])]))
    [0, 1, 3, 4, 5]
    """
    lasts: list[float] = []  # the lowest time in which a chain of this length can end, and the place of its last header
    ends: list[int] = []
    before: dict[int, int | None] = {}
    kept = {place for place, header in enumerate(headers) if header.start is None}
    for place, header in enumerate(headers):
        if header.start is not None:
            length = bisect_right(lasts, header.start)
            before[place] = ends[length - 1] if length else None
            lasts[length : length + 1] = [header.start]
            ends[length : length + 1] = [place]
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def in_order(headers: list[Header], sure: Callable[[Header], bool]) -> list[Header]:
    """Leave out headers whose time goes back, unless they are sure to be headers.

    Parameters
    ----------
    headers : list of Header
        In the order of the file.
    sure : callable
        Tells whether a header is one whatever its time.

    Returns
    -------
    list of Header
        Those on the longest chain of times that never fall, the sure ones, and runs of at least `RESTART`.
    """
    chain = steady(headers)
    out: list[Header] = []
    run: list[Header] = []
    for place, header in enumerate(headers):
        if place not in chain:
            run.append(header)
            continue
        out += run if len(run) >= RESTART else filter(sure, run)
        out.append(header)
        run = []
    return out + (run if len(run) >= RESTART else list(filter(sure, run)))


def with_untimed(lines: list[str], headers: list[Header]) -> list[Header]:
    """Add headers that lack their time.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.
    headers : list of Header
        Those with a time, in the order of the file.

    Returns
    -------
    list of Header
        With them, lines below the first header that are a known name alone, under a blank line and above speech.
    """
    known, taken = recurring(headers), {header.index for header in headers}
    if not known or not are_apart(lines, headers):
        return headers
    added = []
    for index in range(headers[0].index, len(lines) - 1):
        if index not in taken and is_free(lines, index) and len(lines[index]) <= LONGEST:
            name = bare(lines[index]).strip(":： ")
            if name in known and lines[index + 1] and index + 1 not in taken:
                added.append(Header(index, name))
    return sorted([*headers, *added], key=lambda header: header.index)
