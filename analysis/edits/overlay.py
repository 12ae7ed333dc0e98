"""A workshop's tables with the names that people decided."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.edits.anchors import FINDERS, Place
from analysis.edits.log import Edit, Log
from analysis.workshop import Workshop

NAMED = {  # the table, the id and the name that an edit of each kind is about
    "topic_name": ("topics", "topic_id", "label"),
    "chapter_title": ("chapters", "chapter_id", "title"),
}


@dataclass(frozen=True)
class Mark:
    """A name that a person gave: by which edit, and what the machine says."""

    edit: Edit
    machine: str


@dataclass(frozen=True)
class Orphan:
    """A decided name whose topic or chapter is not there any more, and the nearest one's name now, if there is any."""

    edit: Edit
    nearest: str | None


@dataclass(frozen=True)
class Decided:
    """A workshop under what was decided, and as the machine made it.

    `log` is what was decided, `marks` are the decided names, `chains` the chain of each row that was ever edited;
    both are by kind and row id.
    """

    workshop: Workshop
    machine: Workshop
    log: Log = Log()  # noqa: RUF009 - it cannot be changed
    marks: dict[tuple[str, int], Mark] = field(default_factory=dict)
    chains: dict[tuple[str, int], str] = field(default_factory=dict)
    orphans: tuple[Orphan, ...] = ()


@dataclass(frozen=True)
class _Claim:
    """The last edit of a chain that counts, or of one that is all undone the last; and the row it is about."""

    edit: Edit
    is_live: bool
    place: Place


def decide(workshop: Workshop, log: Log) -> Decided:
    """Lay what was decided over a workshop.

    Each chain of edits goes to the one row that its last edit finds for sure. Of two that find the same, as when two
    topics have become one, it goes to the one that is more like, and the other is an orphan.

    Parameters
    ----------
    workshop : Workshop
        What the machine found; it is not changed.
    log : Log
        What people decided.

    Returns
    -------
    Decided
        Names of topics stay different from each other: the later of two equal ones has a number behind.
    """
    tables, marks, chains, orphans = dict(workshop.tables), {}, {}, []
    for kind, (table, key, column) in NAMED.items():
        edits = [edit for edit in log.edits if edit.kind == kind]
        if not edits:
            continue
        machine = dict(zip(tables[table][key].tolist(), tables[table][column].tolist(), strict=True))
        homeless = []
        for claim in _claims(workshop, kind, edits, log.undone):
            place = (kind, claim.place.row)
            is_named = claim.is_live and claim.edit.after is not None
            if claim.place.is_sure and place not in chains:
                chains[place] = claim.edit.chain
                if is_named:
                    marks[place] = Mark(claim.edit, machine[claim.place.row])
            elif is_named:
                homeless.append(claim)
        names = {row: marks[kind, row].edit.after if (kind, row) in marks else name for row, name in machine.items()}
        tables[table] = tables[table].assign(
            **{column: _distinct(names) if kind == "topic_name" else [*names.values()]}
        )
        orphans += [Orphan(claim.edit, names.get(claim.place.row)) for claim in homeless]
    return Decided(Workshop(tables, workshop.about), workshop, log, marks, chains, tuple(orphans))


def _claims(workshop: Workshop, kind: str, edits: list[Edit], undone: dict[str, str]) -> list[_Claim]:
    """Find the row of each chain, the surest first; of equally sure ones the one edited last."""
    finder = FINDERS[kind](workshop.tables)
    chains: dict[str, list[Edit]] = {}
    for edit in edits:
        chains.setdefault(edit.chain, []).append(edit)
    claims = []
    for chain in chains.values():
        live = [edit for edit in chain if edit.id not in undone]
        last = (live or chain)[-1]
        claims.append(_Claim(last, bool(live), finder.find(last.anchor)))
    order = {edit.id: number for number, edit in enumerate(edits)}
    return sorted(claims, key=lambda claim: (-claim.place.likeness, -order[claim.edit.id]))


def _distinct(names: dict[int, str]) -> list[str]:
    """Put a number behind a name that stands before: a filter tells topics apart by their names alone."""
    taken: dict[str, None] = {}
    for name in names.values():
        number, free = 1, name
        while free in taken:
            number += 1
            free = f"{name} ({number})"
        taken[free] = None
    return [*taken]
