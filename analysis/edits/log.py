"""The entries of `edits.json` and what follows from their order."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from analysis.edits.anchors import ANCHORS, Anchor
from analysis.errors import AnalysisError

FILE = "edits.json"
VERSION = 1
MAX_NAME = 60
_BLANK = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe00-\ufe0f\uffa0]"
)  # letters and marks that show nothing


@dataclass(frozen=True)
class Edit:
    """One name decided: see `analysis.edits` for the fields; `before` and `after` are its `from` and `to`."""

    id: str
    when: str
    kind: str
    chain: str
    anchor: Anchor
    before: str
    after: str | None


@dataclass(frozen=True)
class Reversal:
    """An edit undone or done again."""

    id: str
    when: str
    kind: str
    of: str


@dataclass(frozen=True)
class Log:
    """All entries, the oldest first."""

    entries: tuple[Edit | Reversal, ...] = ()

    @property
    def edits(self) -> list[Edit]:
        """The edits, in effect or not, the oldest first."""
        return [entry for entry in self.entries if isinstance(entry, Edit)]

    @property
    def undone(self) -> dict[str, str]:
        """The edits not in effect: by id, when they were undone."""
        last = {entry.of: entry for entry in self.entries if isinstance(entry, Reversal)}
        return {edit: entry.when for edit, entry in last.items() if entry.kind == "undo"}


def clean(name: str) -> str:
    r"""Make a name of what somebody typed.

    Parameters
    ----------
    name : str
        Any text.

    Returns
    -------
    str
        One line of at most `MAX_NAME` characters without any that do not show or turn the direction of writing;
        may be empty.

    Examples
    --------
    >>> clean("  场地\n\u202e难找\x07 ")
    '场地 难找'
    """
    spaced = " ".join(name[: 100 * MAX_NAME].split())
    shown = "".join(character for character in spaced if not unicodedata.category(character).startswith("C"))
    return " ".join(_BLANK.sub("", shown).split())[:MAX_NAME].strip()


def new_edit(kind: str, anchor: Anchor, *, chain: str | None, before: str, after: str | None) -> Edit:
    """Make an edit of now.

    Parameters
    ----------
    kind : str
        A key of `ANCHORS`.
    anchor : Anchor
        What it holds on to.
    chain : str or None
        The chain it goes on; None begins one.
    before, after : str
        The names; `after` None takes the machine's again.

    Returns
    -------
    Edit
        With an id of its own.
    """
    made = uuid4().hex
    return Edit(made, _now(), kind, chain or made, anchor, before, after)


def new_reversal(kind: str, of: str) -> Reversal:
    """Make an undo or a redo of now.

    Parameters
    ----------
    kind : str
        `undo` or `redo`.
    of : str
        The id of an edit.

    Returns
    -------
    Reversal
        With an id of its own.
    """
    return Reversal(uuid4().hex, _now(), kind, of)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def to_json(log: Log) -> str:
    """Write a log as the text of `edits.json`.

    Parameters
    ----------
    log : Log
        Its entries.

    Returns
    -------
    str
        One entry a line, so that a change shows in review.
    """
    lines = ",\n".join(json.dumps(_fields(entry), ensure_ascii=False) for entry in log.entries)
    return f'{{"version": {VERSION}, "entries": [\n{lines}\n]}}\n'


def _fields(entry: Edit | Reversal) -> dict:
    fields = dict(vars(entry))
    if isinstance(entry, Edit):
        fields["anchor"] = vars(entry.anchor)
        fields["from"], fields["to"] = fields.pop("before"), fields.pop("after")
    return fields


def from_json(text: str) -> Log:
    """Read the text of `edits.json`.

    Parameters
    ----------
    text : str
        As `to_json` writes it.

    Returns
    -------
    Log
        Names are clean, whoever wrote the file.

    Raises
    ------
    AnalysisError
        `edits_newer` or `edits_damaged`, with the number of the entry that cannot be read, 0 for the whole.
    """
    number = 0
    try:
        given = json.loads(text)
        version = given["version"]
        if isinstance(version, int) and version > VERSION:
            raise AnalysisError("edits_newer", where=FILE, version=version, known=VERSION)
        if version != VERSION:
            raise ValueError(version)
        entries = []
        for number, fields in enumerate(given["entries"], 1):  # noqa: B007 - told in the message
            entries.append(_entry(fields))
    except AnalysisError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise AnalysisError("edits_damaged", where=FILE, number=number) from problem
    return Log(tuple(entries))


def _entry(fields: dict) -> Edit | Reversal:
    """Read one entry; what is missing, too much or of another type raises."""
    fields = dict(fields)
    datetime.fromisoformat(fields["when"])
    if fields["kind"] in ("undo", "redo"):
        return Reversal(**_texts(fields, "id", "when", "kind", "of"))
    anchor, after = ANCHORS[fields["kind"]].from_fields(fields.pop("anchor")), fields.pop("to")
    before = clean(fields.pop("from"))
    told = _texts(fields, "id", "when", "kind", "chain")
    return Edit(**told, anchor=anchor, before=before, after=None if after is None else clean(after) or None)


def _texts(fields: dict, *names: str) -> dict[str, str]:
    if set(fields) != set(names) or not all(isinstance(fields[name], str) for name in names):
        raise ValueError(sorted(fields))
    return fields
