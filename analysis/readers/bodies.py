"""From headers to turns: each line goes to a turn, to nobody, or is dropped; the same for all timed formats."""

from __future__ import annotations

from collections.abc import Callable

from analysis.errors import AnalysisError
from analysis.readers.asides import BLANKS, is_rule, stripped
from analysis.readers.formats import WEIGHT, Format, Parsed
from analysis.readers.headers import Header, bare
from analysis.readers.surroundings import foot, head, is_marked_summary, notice_kind
from analysis.transcript import Dropped, Remark, Turn, Unowned


def lines_of(text: str) -> list[str]:
    r"""Split a text into lines.

    Parameters
    ----------
    text : str
        A decoded file with LF line ends.

    Returns
    -------
    list of str
        Without outer blanks and without the `\` that breaks a line in Markdown.
    """
    return [line[:-1].rstrip(BLANKS) if line.endswith("\\") else line for line in stripped(text)]


def _turn(header: Header, line: str, paragraphs: list[tuple[int, str]]) -> Turn:
    said = [(header.index + 1, header.text)] if header.text else []
    said += paragraphs
    return Turn(
        speaker=header.speaker,
        text="\n".join(text for _, text in said),
        line=header.index + 1,
        lines=tuple(line for line, _ in said),
        affiliation=header.affiliation,
        start=header.start,
        end=header.end,
        header=line,
        header_lines=tuple(index + 1 for index in header.more),
    )


def _body(
    lines: list[str], header: Header, end: int, nobodys: dict[int, str]
) -> tuple[list[tuple[int, str]], list[Unowned]]:
    """Part the lines between two headers into paragraphs of speech and what nobody says."""
    paragraphs, unowned, section = [], [], None
    for index in range(header.index + 1, end):
        line = lines[index]
        if not line or is_rule(line) or index in header.more:
            continue
        section = "summary" if is_marked_summary(line) else section
        kind = section or nobodys.get(index) or notice_kind(line)
        if kind:
            unowned.append(Unowned(index + 1, kind, line))
        else:
            paragraphs.append((index + 1, line))
    return paragraphs, unowned


def parsed(
    lines: list[str],
    headers: list[Header],
    *,
    nobodys: dict[int, str] | None = None,
    warnings: tuple[Remark, ...] = (),
) -> Parsed:
    """Give each line to a turn, to nobody, or drop it.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.
    headers : list of Header
        At least one, in the order of the file.
    nobodys : dict of int to str, optional
        Kinds of the lines, by index, that the format itself knows to be nobody's.
    warnings : tuple of Remark
        What the format itself noticed.

    Returns
    -------
    Parsed
        One turn a header; what follows a header up to the next is its speech.

    Raises
    ------
    AnalysisError
        `no_speakers` without any header.
    """
    if not headers:
        raise no_speakers(lines)
    nobodys = foot(lines, headers[-1].index + 1 + len(headers[-1].more)) | (nobodys or {})
    above = head(lines, headers[0].index, nobodys)
    turns, unowned, taken = [], list(above), set()
    for header, end in zip(headers, [*(each.index for each in headers[1:]), len(lines)], strict=True):
        paragraphs, others = _body(lines, header, end, nobodys)
        turns.append(_turn(header, lines[header.index], paragraphs))
        unowned += others
        taken.update((header.index, *header.more))
    dropped = tuple(
        Dropped(index + 1, "rule" if line else "blank")
        for index, line in enumerate(lines)
        if index not in taken and (not line or is_rule(line))
    )
    titles = [bare(one.text) for one in above if one.kind == "title"]
    return Parsed(tuple(turns), tuple(unowned), dropped, warnings, titles[0] if titles else None)


def no_speakers(lines: list[str]) -> AnalysisError:
    """Say that no line begins a turn.

    Parameters
    ----------
    lines : list of str
        All lines of a file, stripped.

    Returns
    -------
    AnalysisError
        `no_speakers`, with the first lines of the file.
    """
    shown = [line[:30] for line in lines if line][:3]
    quoted = " / ".join("".join(c if c.isprintable() else " " for c in line) for line in shown)
    return AnalysisError("no_speakers", lines=quoted)


def headed(name: str, find: Callable[[list[str]], list[Header]], score: Callable[[str], int] | None = None) -> Format:
    """Make a format of what finds its headers.

    Parameters
    ----------
    name : str
        Of the format.
    find : callable
        Gives the headers of the lines of a file.
    score : callable, optional
        Counts the signs of the format in the `heads` of a text; by default `WEIGHT` for each header.

    Returns
    -------
    Format
        One turn a header; its `read` raises `no_speakers` where there is none.
    """

    def count(heads: str) -> int:
        return WEIGHT * len(find(lines_of(heads)))

    def read(text: str) -> Parsed:
        lines = lines_of(text)
        return parsed(lines, find(lines))

    return Format(name, score or count, read)
