"""The lines of a word list: what every file of the lexicon is read by."""

from __future__ import annotations

from pathlib import Path

from analysis.errors import AnalysisError

MAX_LINES = 50_000


def numbered_lines(path: Path) -> list[tuple[int, str]]:
    """Read the lines of a word list that count, with their numbers.

    Parameters
    ----------
    path : Path
        UTF-8; blank lines and lines that start with `#` do not count.

    Returns
    -------
    list of (int, str)
        Numbers from 1, and the lines without blanks around them.

    Raises
    ------
    AnalysisError
        `lexicon_missing`; `lexicon_encoding` naming the line that is not UTF-8; `lexicon_long`.
    """
    if not path.is_file():
        raise AnalysisError("lexicon_missing", where=path.name)
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw[: problem.start].count(b"\n") + 1
        raise AnalysisError("lexicon_encoding", where=f"{path.name}:{line}") from problem
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1)]
    if len(lines) > MAX_LINES:
        raise AnalysisError("lexicon_long", where=path.name, most=MAX_LINES)
    return [(number, line) for number, line in lines if line and not line.startswith("#")]


def read_lines(path: Path) -> list[str]:
    """Read a word list of the lexicon.

    Parameters
    ----------
    path : Path
        As for `numbered_lines`.

    Returns
    -------
    list of str
        The lines in order.

    Raises
    ------
    AnalysisError
        As `numbered_lines` does.
    """
    return [line for _, line in numbered_lines(path)]


def quoted(line: str) -> str:
    """Make a line fit to be shown in a message.

    Parameters
    ----------
    line : str
        From a file of unknown content.

    Returns
    -------
    str
        At most 60 characters, all of them printable.
    """
    return "".join(c if c.isprintable() else "�" for c in line[:60])
