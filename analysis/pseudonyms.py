"""A workshop with codes in the place of names: the key, and every table with the codes in it.

What a facilitator shows outside the group is to name nobody, and still to read and count as before. So people who
speak become 主持人A and 参与者A, organisations 机构1 (one that speaks has that one code), people only spoken of
人物1. A province stays, for regions are compared; a city and a post would tell too much beside it: the city is
left out, an affiliation is reduced to codes or to its province. Places that speech is about stay. Characters, shares
and all other figures stay those of the words as they were said; but a term is not counted where it is part of a name.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from analysis.coded_tables import coded_tables
from analysis.codes import GIVEN, MODERATOR, ORGANISATION, PARTICIPANT, PERSON, PREFIXES, Key, Named, series
from analysis.folding import is_traditional
from analysis.mentions import spoken_organisations, spoken_people
from analysis.name_forms import Form, is_common, name_lists, organisation_forms, person_forms, plain, titled
from analysis.people import silent_names
from analysis.places import find_organisation, place_names, split_affiliation
from analysis.readers.asides import key as same
from analysis.workshop import Workshop


def key_of(workshop: Workshop) -> Key:
    """Say which code stands for whom.

    Parameters
    ----------
    workshop : Workshop
        Tables `speakers`, `turns` and `unowned`, and of `about` the title, `renamed`, `codes` and `attendees` (from the
        settings beside the source) are read; nothing that a model has a part in.

    Returns
    -------
    Key
        The same for the same words and settings, whatever else is built anew. Codes are numbered in the order in which
        names appear; a code that the text says as a word is not given.

    Examples
    --------
    >>> from analysis.build import analyse
    >>> from analysis.transcript import Transcript, Turn
    >>> talk = Transcript("text", "utf-8", (Turn("王静", "陆老师好。", 1, (1,)), Turn("陆明", "王静好。", 3, (3,))))
    >>> key = key_of(analyse(talk))
    >>> [(named.code, named.name) for named in key.names], key.coded("请王静和陆老师讲。")
    ([('参与者A', '王静'), ('参与者B', '陆明')], '请参与者A和参与者B讲。')
    """
    texts = [*workshop.tables["turns"]["text"].tolist(), *workshop.tables["unowned"]["text"].tolist()]
    everything = "\n".join([str(workshop.about.get("title") or ""), *texts, *_cells(workshop)])
    traditional = any(map(is_traditional, texts))
    codes = {kind: series(kind, everything) for kind in PREFIXES}
    found = _speakers(workshop, codes, plain("\n".join(texts)))
    found += _organisations(workshop, codes, found)
    for kind, names in ((ORGANISATION, spoken_organisations(texts)), (PERSON, spoken_people(texts))):
        known = Key(tuple(found), traditional)
        new = [name for name in names if not _covered(known, name)]
        found += [Named(next(codes[kind]), kind, name, (Form(name, whole=False),)) for name in new]
    return Key(tuple(_by_hand(found, workshop.about.get("codes", {}))), traditional)


def pseudonymised(workshop: Workshop, key: Key) -> Workshop:
    """Put codes in the place of names, everywhere.

    Parameters
    ----------
    workshop : Workshop
        Is not changed.
    key : Key
        As `key_of` gives it.

    Returns
    -------
    Workshop
        Every table and what `about` tells of title, source and slug; sentences still give the turns back, summaries
        are at most 40 characters. A name that is a common word as well (方向) is replaced where it is a name by
        itself, and stays in speech.
    """
    about = {name: value for name, value in workshop.about.items() if name not in ("renamed", "codes")}
    told = {
        name: _deep(about[name], key)
        for name in ("title", "place", "slug", "source", "warnings", "attendees")
        if name in about
    }
    return Workshop(coded_tables(workshop.tables, key), about | told)


def key_table(key: Key) -> pd.DataFrame:
    """List the key for whoever may see names.

    Parameters
    ----------
    key : Key
        As `key_of` gives it.

    Returns
    -------
    DataFrame
        `code`, `kind` (one of `KINDS`), `name`, `forms` (list: what is replaced in speech; empty for a name that is a
        common word); names kept by hand are left out.
    """
    rows = [
        (named.code, named.kind, named.name, [form.text for form in named.forms])
        for named in key.names
        if named.code != named.name
    ]
    return pd.DataFrame(rows, columns=["code", "kind", "name", "forms"])


def _cells(workshop: Workshop) -> list[str]:
    """List the names and affiliations of speakers."""
    speakers = workshop.tables["speakers"]
    return [*speakers["name"], *speakers["affiliation"].dropna()]


def _speakers(workshop: Workshop, codes: dict, said: str) -> list[Named]:
    """Name those who speak; a short form that two of them share is a code of its own."""
    speakers = workshop.tables["speakers"]
    people = speakers["name"][~speakers["is_organisation"]].tolist()
    whole = {name: [*person_forms(name)[0], *_old_names(workshop, name)] for name in people}
    names = {same(form.text) for forms in whole.values() for form in forms}
    calls = titled(people, said)
    owners: dict[str, list[str]] = {}
    for name in people:
        forms = [*(form.text for form in person_forms(name)[1] if form.text in said), *calls.get(name, [])]
        for text in dict.fromkeys(forms):
            if same(text) not in names:
                owners.setdefault(text, []).append(name)
    found = []
    for name, is_organisation, role in speakers[["name", "is_organisation", "role"]].itertuples(index=False):
        kind = ORGANISATION if is_organisation else MODERATOR if role == "moderator" else PARTICIPANT
        own = [text for text, of in owners.items() if of == [name]]
        forms = organisation_forms(name) if is_organisation else [*whole[name], *_short(own)]
        found.append(Named(next(codes[kind]), kind, name, tuple(forms)))
    for name in silent_names(workshop.about.get("attendees", []), speakers["name"]):
        found.append(Named(next(codes[PARTICIPANT]), PARTICIPANT, name, tuple(person_forms(name)[0])))
    shared = [text for text, of in owners.items() if len(of) > 1]
    return found + [Named(next(codes[PERSON]), PERSON, text, tuple(_short([text]))) for text in shared]


def _old_names(workshop: Workshop, name: str) -> list[Form]:
    """List what the source calls a speaker whom the settings rename."""
    renamed = workshop.about.get("renamed", {})
    return [Form(old) for old in sorted(renamed) if renamed[old] == name and not is_common(old)]


def _short(texts: list[str]) -> list[Form]:
    return [Form(text, whole=False) for text in texts]


def _organisations(workshop: Workshop, codes: dict, found: list[Named]) -> list[Named]:
    """Name the organisations that speakers belong to, in the speakers' order."""
    speakers = workshop.tables["speakers"]
    known = {same(named.name) for named in found}
    out: list[Named] = []
    for affiliation, organisation in speakers[["affiliation", "organisation"]].itertuples(index=False):
        parts = split_affiliation(affiliation if isinstance(affiliation, str) else None)
        names = [find_organisation(part) or _unknown_organisation(part) for part in parts]
        for name in [*names, organisation if isinstance(organisation, str) else ""]:
            if name and same(name) not in known:
                known.add(same(name))
                out.append(Named(next(codes[ORGANISATION]), ORGANISATION, name, tuple(organisation_forms(name))))
    return _distinct(out, found)


def _unknown_organisation(part: str) -> str:
    """Give what is left of an affiliation without a known ending once places and posts are taken off."""
    title = next((each for each in sorted(name_lists().titles, key=len, reverse=True) if part.endswith(each)), "")
    rest = part.removesuffix(title).strip()
    places = "".join(place_names(rest))
    return rest if rest[len(places) :] and not is_common(rest[len(places) :]) else ""


def _distinct(organisations: list[Named], found: list[Named]) -> list[Named]:
    """Leave each form to the first that has it, for two organisations may share a word of their own."""
    taken = {same(form.text) for named in found for form in named.forms}
    out = []
    for named in organisations:
        forms = tuple(form for form in named.forms if same(form.text) not in taken or form.text == named.name)
        taken |= {same(form.text) for form in forms}
        out.append(Named(named.code, named.kind, named.name, forms))
    return out


def _covered(key: Key, name: str) -> bool:
    """Tell whether a name is one that the key knows, or within one."""
    spans = key.spans(name)
    return bool(spans) and (spans[0][0], spans[-1][1]) == (0, len(name))


def _by_hand(found: list[Named], given: dict[str, str]) -> list[Named]:
    """Lay what the settings say over what was found: a name's code, or the name itself, which is then kept.

    Numbers of what was found stay as they are.
    """
    taken = {same(name) for name in given}
    out = []
    for named in found:
        forms = tuple(form for form in named.forms if same(form.text) not in taken)
        if forms or named.kind in (MODERATOR, PARTICIPANT) or same(named.name) not in taken:
            out.append(replace(named, forms=forms))
    for name in sorted(given, key=lambda each: (-len(each), each)):  # the longest is what the code stands for
        code, form = given[name].strip(), Form(name, always=True)
        place = next((n for n, named in enumerate(out) if named.code == code), None)
        if place is None:
            kind = next((kind for kind, prefix in PREFIXES.items() if code.startswith(prefix)), GIVEN)
            out.append(Named(code, kind, name, (form,)))
        else:
            out[place] = replace(out[place], forms=(*out[place].forms, form))
    return out


def _deep(value: object, key: Key) -> object:
    """Put codes into every text of a value of `about`."""
    if isinstance(value, str):
        return key.code(value)
    if isinstance(value, list):
        return [_deep(each, key) for each in value]
    return {name: _deep(each, key) for name, each in value.items()} if isinstance(value, dict) else value
