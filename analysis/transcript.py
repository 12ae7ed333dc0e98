"""What a reader hands on: turns as the file has them, and what became of every other line."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.text import translator

SHOWN = 10  # of a list in a remark


@dataclass(frozen=True, slots=True)
class Turn:
    r"""One header, cue or row of the source, unmerged.

    `text` is verbatim, outer blanks stripped, its paragraphs joined by `\n`; `lines[i]` is the 1-based source line of
    the i-th paragraph. `line` is the line of the header, `header_lines` are further ones of it (a name under a time);
    `joined` are lines whose words were joined onto a paragraph or stand in another cell of the row. `speaker` is None
    where the file does not say. `start` and `end` are seconds from the start, or None.
    `header` is the line of the header as it stands, for the case that it is none; empty where a reader keeps no lines.
    """

    speaker: str | None
    text: str
    line: int
    lines: tuple[int, ...]
    affiliation: str | None = None
    start: float | None = None
    end: float | None = None
    header_lines: tuple[int, ...] = ()
    joined: tuple[int, ...] = ()
    header: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Unowned:
    """A line that is kept but belongs to no speaker; `kind`: title, meta, caption, note, summary, ui or text."""

    line: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that carries nothing; `reason` is a word such as blank."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a reader noticed that a person should look at.

    `code` is the key of its words, `warning.<code>`; `values` are what their placeholders stand for: text, numbers and
    lists of text, so that JSON holds them.
    """

    code: str
    values: dict[str, object]


def remark_text(remark: Remark, language: str) -> str:
    """Say a remark in one language.

    Parameters
    ----------
    remark : Remark
        As a reader gives it or `workshop.json` stores it.
    language : str
        `zh` or `en`.

    Returns
    -------
    str
        One line; of a list the first `SHOWN` values.

    Examples
    --------
    >>> remark_text(Remark("empty_turns", {"lines": ["3", "9"]}), "en")
    'Lines with a speaker label but no speech: 3, 9.'
    """
    t = translator(language)

    def said(value: object) -> object:
        if not isinstance(value, list):
            return value
        return t("warning.joint").join(value[:SHOWN]) + ("…" if len(value) > SHOWN else "")

    return t(f"warning.{remark.code}", **{name: said(value) for name, value in remark.values.items()})


@dataclass(frozen=True, slots=True)
class Transcript:
    """One file as read: every input line is in exactly one turn, unowned or dropped."""

    format: str
    encoding: str
    turns: tuple[Turn, ...]
    unowned: tuple[Unowned, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    warnings: tuple[Remark, ...] = ()
    title: str | None = None
    runner_up: str | None = None
