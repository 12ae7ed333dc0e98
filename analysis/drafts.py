"""A transcript between being read and being analysed: what was found in it, and what a person makes of that."""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.guesses import guess_date, guess_title
from analysis.people import merge_turns, without_labels
from analysis.prepared import prepare
from analysis.readers import read_bytes
from analysis.readers.asides import key
from analysis.settings import Settings
from analysis.transcript import Transcript, Turn
from analysis.words import count_chars

NOBODY = "nobody"  # beside the roles of a speaker: a label that is no speaker's name
WORDS = 40  # of what somebody says first
LEAST_SPEAKERS, LEAST_TURNS = 2, 4


@dataclass(frozen=True)
class Person:
    """One label of the transcript, how much stands under it, and who that is.

    `words` are the first ones said. `role` is `moderator`, `participant` or `nobody`.
    """

    label: str
    turns: int
    chars: int
    words: str
    name: str
    affiliation: str
    region: str
    role: str


@dataclass(frozen=True)
class Draft:
    """A file as it was given and read, and what has been decided about it so far.

    `found` are the people as read, `people` as they stand now, in the same order. `apart` holds pairs of labels that
    are not one person, though they look it.
    """

    file: str
    data: bytes
    transcript: Transcript
    title: str
    date: str
    found: tuple[Person, ...]
    people: tuple[Person, ...]
    place: str = ""
    format: str | None = None
    apart: frozenset[tuple[str, str]] = frozenset()


def draft_of(data: bytes, file: str, *, format: str | None = None) -> Draft:
    """Read a file for the first time, or once more as another format.

    Parameters
    ----------
    data : bytes
        The whole file.
    file : str
        Its name.
    format : str or None, default None
        Name of a format of the readers' registry; None finds it out.

    Returns
    -------
    Draft
        With title, date, provinces and moderator as guessed.

    Raises
    ------
    AnalysisError
        What `read_bytes` raises.
    """
    transcript = read_bytes(data, file, format=format)
    people = _people(transcript)
    return Draft(
        file=file,
        data=data,
        transcript=transcript,
        title=guess_title(file, transcript),
        date=guess_date(file, transcript),
        found=people,
        people=people,
        format=format,
    )


def _people(transcript: Transcript) -> tuple[Person, ...]:
    """List the labels of a transcript in order of appearance; spellings that differ in blanks are one."""
    turns: dict[str, list[Turn]] = {}
    for turn in transcript.turns:
        turns.setdefault(key(turn.speaker), []).append(turn)
    speakers = prepare(transcript).speakers
    known = {key(row.name): row for row in speakers.fillna("").itertuples()}
    return tuple(
        Person(
            label=said[0].speaker,
            turns=len(said),
            chars=sum(count_chars(turn.text) for turn in said),
            words=next((_beginning(turn.text) for turn in said if turn.text), ""),
            name=said[0].speaker,
            affiliation=known[label].affiliation,
            region=known[label].region,
            role=known[label].role,
        )
        for label, said in turns.items()
    )


def _beginning(text: str) -> str:
    return text if len(text) <= WORDS else text[:WORDS] + "…"


def settings_of(draft: Draft) -> Settings:
    """Say in the form of a settings file what has been decided.

    Parameters
    ----------
    draft : Draft
        As it stands.

    Returns
    -------
    Settings
        What differs from the transcript. Where nothing was changed about the people, who moderates is left to be
        inferred; else it is said.
    """
    real = [(now, then) for now, then in zip(draft.people, draft.found, strict=True) if now.role != NOBODY]
    moderators = dict.fromkeys(now.name for now, _ in real if now.role == "moderator")
    return Settings(
        title=draft.title or None,
        date=draft.date or None,
        place=draft.place or None,
        moderators=None if draft.people == draft.found else tuple(moderators),
        rename={now.label: now.name for now, _ in real if now.name != now.label},
        # of several labels of one person the first that was changed counts
        affiliation={now.name: now.affiliation for now, then in real[::-1] if now.affiliation != then.affiliation},
        region={now.name: now.region for now, then in real[::-1] if now.region != then.region},
        not_speakers=tuple(now.label for now in draft.people if now.role == NOBODY),
        format=draft.format,
    )


def changed(draft: Draft, label: str, **values: str) -> Draft:
    """Decide something about one label.

    Parameters
    ----------
    draft : Draft
        As it stands.
    label : str
        A `Person.label` of it.
    **values : str
        Fields of `Person`; a name that is blank is the label again.

    Returns
    -------
    Draft
        The draft after that.
    """
    values = {field: " ".join(value.split()) for field, value in values.items()}
    if "name" in values:
        values["name"] = values["name"] or label
    return replace(draft, people=tuple(replace(p, **values) if p.label == label else p for p in draft.people))


def read_again(draft: Draft, format: str | None) -> Draft:
    """Read a draft's file as another format, and keep what was decided about labels that are still there.

    Parameters
    ----------
    draft : Draft
        As it stands.
    format : str or None
        Name of a format of the readers' registry; None finds it out.

    Returns
    -------
    Draft
        The draft after that.

    Raises
    ------
    AnalysisError
        What `read_bytes` raises.
    """
    fresh = draft_of(draft.data, draft.file, format=format)
    decided = {
        now.label: {field: getattr(now, field) for field in ("name", "affiliation", "region", "role")}
        for now, then in zip(draft.people, draft.found, strict=True)
        if now != then
    }
    people = tuple(replace(person, **decided.get(person.label, {})) for person in fresh.people)
    return replace(fresh, people=people, title=draft.title, date=draft.date, place=draft.place, apart=draft.apart)


def preview(draft: Draft, *, turns: int) -> list[Turn]:
    """Give the first turns as they will stand in the workshop.

    Parameters
    ----------
    draft : Draft
        As it stands; at least one label is a speaker.
    turns : int
        How many.

    Returns
    -------
    list of Turn
        Renamed, neighbours of one speaker merged, false labels folded back.
    """
    settings = settings_of(draft)
    return merge_turns(without_labels(draft.transcript, settings.not_speakers).turns, settings.rename)[:turns]


def is_doubtful(draft: Draft) -> bool:
    """Tell whether so little was found that this may be no conversation at all.

    Parameters
    ----------
    draft : Draft
        As it stands.

    Returns
    -------
    bool
        True for fewer than two speakers or four turns.
    """
    real = [person for person in draft.people if person.role != NOBODY]
    return len({key(p.name) for p in real}) < LEAST_SPEAKERS or sum(p.turns for p in real) < LEAST_TURNS
