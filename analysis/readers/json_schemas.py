"""How the records of each JSON family are laid out: which list holds them, and what their fields are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from analysis.readers.columns import column_of

MILLISECONDS, UNKNOWN = 0.001, None
DEEPEST = 12  # levels of a file at which a list of records may begin


@dataclass(frozen=True, slots=True)
class Record:
    """One piece of speech as a file has it; `pieces` are the strings its text was made of, to find its lines by."""

    speaker: Any
    text: str
    start: Any = None
    end: Any = None
    pieces: tuple[str, ...] = ()
    affiliation: Any = None
    session: Any = None


@dataclass(frozen=True, slots=True)
class Schema:
    """One family: under which keys its lists stand, how one item becomes a record, the unit of its times.

    `unit` None leaves it to the numbers: whole ones that are too large for seconds are milliseconds.
    """

    name: str
    keys: tuple[str, ...]
    record: Callable[[dict], Record | None]
    unit: float | None = UNKNOWN


def _first(item: dict, *names: str) -> Any:
    return next((item[name] for name in names if item.get(name) not in (None, "", [])), None)


def _said(value: Any) -> tuple[str, tuple[str, ...]]:
    """Give a text and the strings it was made of: FunASR may write a list of words."""
    if isinstance(value, str):
        return value, (value,)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "".join(value), tuple(value)
    return "", ()


def _record(text: Any, speaker: Any, start: Any = None, end: Any = None) -> Record | None:
    said, pieces = _said(text)
    return Record(speaker, said, start, end, pieces) if isinstance(text, str | list) and (said or text == "") else None


def _segment(item: dict) -> Record | None:
    """Read a segment of WhisperX, of FunASR's command line, and of what looks like these."""
    text = _first(item, "text", "sentence", "transcript", "content")
    who = _first(item, "speaker", "speaker_name", "spk", "speaker_label", "speaker_id", "speakerName", "speakerId")
    start = _first(item, "start", "start_time", "startTime", "begin_time", "begin", "bg")
    return _record(text, who, start, _first(item, "end", "end_time", "endTime", "ed"))


def _words(item: dict, words: str, text: str) -> tuple[str, ...]:
    listed = item.get(words)
    if not isinstance(listed, list):
        return ()
    return tuple(word[text] for word in listed if isinstance(word, dict) and isinstance(word.get(text), str))


def _tingwu(item: dict) -> Record | None:
    """Read a paragraph of 通义听悟: its words joined with nothing, from the first one's start to the last one's end."""
    pieces = _words(item, "Words", "Text") or _said(item.get("Text"))[1]
    if not pieces:
        return None
    timed = [word for word in item.get("Words") or [] if isinstance(word, dict)]
    start = next((word.get("Start") for word in timed if word.get("Start") is not None), item.get("Start"))
    end = next((word.get("End") for word in reversed(timed) if word.get("End") is not None), item.get("End"))
    return Record(_first(item, "SpeakerName", "Speaker", "SpeakerId"), "".join(pieces), start, end, pieces)


def _dingtalk(item: dict) -> Record | None:
    r"""Read a paragraph of 钉钉: the name may be in `speakerDisplay`, a line break is written as the letters `\n`."""
    display = item.get("speakerDisplay")
    shown = display.get("nickName") if isinstance(display, dict) else None
    name = _first({**item, "shown": shown}, "nickName", "shown", "speakerName", "speaker")
    found = _record(item.get("paragraph"), name, item.get("startTime"), item.get("endTime"))
    return replace(found, text=found.text.replace("\\r", "").replace("\\n", "\n")) if found else None


def _tencent(item: dict) -> Record | None:
    """Read a paragraph of 腾讯会议's interface: sentences of words."""
    sentences = [each for each in item.get("sentences") or [] if isinstance(each, dict)]
    pieces = tuple(text for each in sentences for text in _words(each, "words", "text") or _said(each.get("text"))[1])
    who = item.get("speaker_info")
    name = _first(who, "username", "nick_name", "userid") if isinstance(who, dict) else _first(item, "speaker")
    if not pieces:
        return _segment(item)
    return Record(name, "".join(pieces), item.get("start_time"), item.get("end_time"), pieces)


def utterance(item: dict) -> Record | None:
    """Read an utterance of ConvoKit, or any record whose fields are called like columns of a table.

    Parameters
    ----------
    item : dict
        One object of a file.

    Returns
    -------
    Record or None
        None when it has no text.
    """
    found: dict[str, Any] = {}
    for name, value in item.items():
        column = column_of(name)
        if column and (column not in found or found[column] in (None, "")):
            found[column] = value
    speaker = found.get("speaker")
    if isinstance(speaker, dict):
        speaker = _first(speaker, "name", "id", "nickName", "username")
    record = _record(found.get("text"), speaker, found.get("start"), found.get("end"))
    session = _first(item, "conversation_id", "root")
    return replace(record, session=session, affiliation=found.get("affiliation")) if record else None


SCHEMAS = (
    Schema("funasr", ("sentence_info",), _segment, MILLISECONDS),
    Schema("tingwu", ("Paragraphs",), _tingwu, MILLISECONDS),
    Schema("dingtalk", ("paragraphList",), _dingtalk, MILLISECONDS),
    Schema("tencent", ("paragraphs",), _tencent),
    Schema("segments", ("segments",), _segment),
    Schema("fireflies", ("sentences",), _segment),
    Schema("utterances", ("utterances", "results", "transcript", "transcripts", "items", "data", "turns"), utterance),
)


def lists_under(value: Any, keys: tuple[str, ...], depth: int = 0) -> Iterator[list]:
    """Find the lists that stand under one of some keys, wherever in a file.

    Parameters
    ----------
    value : object
        Parsed JSON.
    keys : tuple of str
        Names of fields.
    depth : int, default 0
        Levels above.

    Yields
    ------
    list
        In the order of the file; nothing inside a list that was found.
    """
    if depth > DEEPEST:
        return
    if isinstance(value, dict):
        for name, inside in value.items():
            if name in keys and isinstance(inside, list) and any(isinstance(each, dict) for each in inside):
                yield inside
            elif isinstance(inside, dict | list):
                yield from lists_under(inside, keys, depth + 1)
    elif isinstance(value, list):
        for inside in value:
            if isinstance(inside, dict | list):
                yield from lists_under(inside, keys, depth + 1)


def records_of(value: Any) -> tuple[Schema, list[Record]] | None:
    """Find the speech in a file.

    Parameters
    ----------
    value : object
        Parsed JSON; of JSON lines the list of their objects.

    Returns
    -------
    tuple of Schema and list of Record, or None
        By the first schema that finds any text; None when none does.
    """
    for schema in SCHEMAS:
        items = [item for found in lists_under(value, schema.keys) for item in found if isinstance(item, dict)]
        records = [record for record in map(schema.record, items) if record]
        if any(record.text.strip() for record in records):
            return schema, records
    if isinstance(value, list):
        records = [record for item in value if isinstance(item, dict) if (record := utterance(item))]
        if any(record.text.strip() for record in records) and (len(records) > 1 or records[0].speaker is not None):
            return Schema("list", (), utterance), records
    return None
