"""JSON and JSON lines: what speech recognisers, meeting services and corpora write."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from analysis.errors import AnalysisError
from analysis.readers.asides import BLANKS
from analysis.readers.formats import CERTAIN, Format, Parsed
from analysis.readers.json_schemas import Record, Schema, records_of
from analysis.readers.paragraphs import paragraphs
from analysis.readers.units import are_milliseconds, in_seconds, parse
from analysis.transcript import Dropped, Remark, Turn

_BEGINS = re.compile(r"\s{0,99}(?:\{\s{0,99}[\"}]|\[\s{0,99}[\[{\]])")
_SURROGATE = re.compile("[\ud800-\udfff]")
KEYS_SHOWN = 8
LOOKED_THROUGH = 100_000  # characters of a file between two pieces of speech


def score(heads: str) -> int:
    """Tell whether a text begins like JSON.

    Parameters
    ----------
    heads : str
        The `heads` of a file.

    Returns
    -------
    int
        More than `CERTAIN`, for JSON may hold any other format, or 0.
    """
    return CERTAIN * 3 if _BEGINS.match(heads) else 0


def _parsed(text: str) -> Any:
    """Parse JSON; where more follows the first object, JSON lines."""
    try:
        return json.loads(text)
    except RecursionError as problem:
        raise AnalysisError("json_deep") from problem
    except json.JSONDecodeError as problem:
        if problem.msg != "Extra data" or not text.lstrip().startswith("{"):
            raise AnalysisError("json_invalid", line=problem.lineno) from problem
    except ValueError as problem:  # a number of thousands of digits
        raise AnalysisError("json_invalid", line=1) from problem
    return list(_parsed_lines(text))


def _parsed_lines(text: str) -> Iterator[Any]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip(BLANKS):
            try:
                yield json.loads(line)
            except RecursionError as problem:
                raise AnalysisError("json_deep") from problem
            except ValueError as problem:
                raise AnalysisError("json_invalid", line=number) from problem


def _has_times(value: Any, depth: int = 0) -> bool:
    """Tell whether a file has pieces with times and speakers, as diarisation without transcription writes them."""
    if depth > 6:
        return False
    if isinstance(value, dict):
        return {"start", "end"} <= value.keys() or any(_has_times(inside, depth + 1) for inside in value.values())
    return isinstance(value, list) and any(_has_times(inside, depth + 1) for inside in value[:100])


def _unknown(value: Any) -> AnalysisError:
    if _has_times(value):
        return AnalysisError("no_text")
    while isinstance(value, list) and value:
        value = value[0]
    keys = [str(name)[:30] for name in value][:KEYS_SHOWN] if isinstance(value, dict) else []
    return AnalysisError("json_unknown", keys=_SURROGATE.sub("\ufffd", "、".join(keys)) or type(value).__name__)


class _Places:
    """Where strings stand in the text of a file; asked in the order of the file."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._escaped = "\\u" in text
        self._starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))

    def _find(self, piece: str) -> int:
        forms = [json.dumps(piece, ensure_ascii=False), *([json.dumps(piece)] if self._escaped else [])]
        stop = self._at + LOOKED_THROUGH
        found = [place for form in forms if (place := self._text.find(form, self._at, stop)) >= 0]
        return min(found, default=-1)

    def lines(self, pieces: tuple[str, ...]) -> tuple[int, ...]:
        """Give the line (from 1) of each string; where one is written in another way, that of the one before it."""
        out = []
        for piece in pieces:
            place = self._find(piece)
            self._at = place if place >= 0 else self._at
            out.append(max(1, bisect_right(self._starts, self._at)))
        return tuple(out)


def _name(value: Any) -> str | None:
    if value is None or isinstance(value, bool | list | dict):
        return None
    return " ".join(paragraphs(_SURROGATE.sub("\ufffd", str(value)))) or None


def _factor(value: Any, schema: Schema, records: list[Record]) -> float:
    """Decide the unit of the times: WhisperX writes seconds, FunASR's command line the same shape in milliseconds."""
    if schema.unit is not None:
        return schema.unit
    times = [parse(time) for record in records for time in (record.start, record.end)]
    whole = all(isinstance(time, int) for time in times if time is not None)
    told = isinstance(value, dict) and "processing_s" in value
    characters = sum(len(record.text) for record in records)
    return 0.001 if whole and (told or are_milliseconds(times, characters)) else 1.0


def _turns(records: list[Record], text: str, factor: float) -> Iterator[Turn]:
    places = _Places(text)
    for record in records:
        on = places.lines(record.pieces) or (1,)
        said = paragraphs(_SURROGATE.sub("\ufffd", record.text))
        if not said:
            continue
        start, end = (in_seconds(parse(time), factor=factor) for time in (record.start, record.end))
        yield Turn(
            speaker=_name(record.speaker),
            text="\n".join(said),
            line=on[0],
            lines=(on[0],) * len(said),
            affiliation=_name(record.affiliation),
            start=start,
            end=end,
            joined=tuple(sorted(set(on) - {on[0]})),
        )


def read(text: str) -> Parsed:
    """Read JSON or JSON lines.

    Parameters
    ----------
    text : str
        A decoded file.

    Returns
    -------
    Parsed
        One turn a segment, sentence, paragraph or utterance that has words.

    Raises
    ------
    AnalysisError
        `json_invalid`, `json_deep`, `json_unknown`, or `no_text` for times and speakers without words.
    """
    value = _parsed(text)
    found = records_of(value)
    if not found:
        raise _unknown(value)
    schema, records = found
    turns = tuple(_turns(records, text, _factor(value, schema, records)))
    owned = {line for turn in turns for line in (turn.line, *turn.joined)}
    lines = text.removesuffix("\n").split("\n")
    dropped = tuple(
        Dropped(number, "structure" if line.strip(BLANKS) else "blank")
        for number, line in enumerate(lines, 1)
        if number not in owned
    )
    warnings = []
    if not any(turn.speaker for turn in turns):
        warnings.append(Remark("no_speakers_in_json", {}))
    sessions = {record.session for record in records if isinstance(record.session, str)}
    if len(sessions) > 1:
        warnings.append(Remark("several_sessions", {"sessions": len(sessions)}))
    return Parsed(turns, dropped=dropped, warnings=tuple(warnings))


FORMAT = Format(name="json", score=score, read=read)
