"""What each person is asked to check: the own words, and what they were taken for."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.export.content import Report, Said
from analysis.export.plain import isolated


@dataclass(frozen=True)
class Sheet:
    """One person's sheet: what was counted of them, and the rows of the ledger that are theirs alone."""

    name: str
    turns: int
    chars: int
    rows: tuple[Said, ...]


def sheets(report: Report) -> list[Sheet]:
    """List the sheets.

    Parameters
    ----------
    report : Report
        As `gather` gives it.

    Returns
    -------
    list of Sheet
        One a participant, in the order in which they first spoke, and one a moderator with rows; rows in the order of
        the transcript, advice that is the answer to several challenges once.
    """
    entries = [said for entry in report.entries for said in (entry.challenge, *entry.answers)]
    rows = {(said.kind, said.id): said for said in (*entries, *report.others)}
    ordered = sorted(rows.values(), key=lambda said: (said.sentence_id, said.kind != "challenge"))
    people = report.speakers.sort_values("speaker_id").to_dict("records")
    found = [(p, tuple(said for said in ordered if said.speaker_id == p["speaker_id"])) for p in people]
    return [
        Sheet(isolated(person["name"]), int(person["turns"]), int(person["chars"]), own)
        for person, own in found
        if own or person["role"] == "participant"
    ]
