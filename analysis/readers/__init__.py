"""From the bytes of a file to its turns: limits, magic, decoding, sniffing, one reader of the registry."""

from __future__ import annotations

from pathlib import Path, PurePath

from analysis.errors import AnalysisError
from analysis.readers import magic, registry, sheet
from analysis.readers.conflicts import affiliation_conflicts
from analysis.readers.containers import lines_of
from analysis.readers.decoding import Decoded
from analysis.readers.diagnostics import diagnose
from analysis.readers.formats import Format, Parsed
from analysis.transcript import Dropped, Remark, Transcript, remark_text

__all__ = ["as_json", "read", "read_bytes"]

TABLES = (".csv", ".tsv", ".xlsx")


def read(path: Path, *, format: str | None = None) -> Transcript:
    """Read one transcript file.

    Parameters
    ----------
    path : Path
        Of any supported format and encoding; what it is, is found out from its content.
    format : str or None, default None
        Name of a format of the registry; None finds it out.

    Returns
    -------
    Transcript
        Turns as the file has them, unmerged, and what became of every other line.

    Raises
    ------
    AnalysisError
        `file_missing`, `file_unreadable`, or what `read_bytes` raises.
    """
    try:
        magic.check_size(path.stat().st_size, magic.FILE_LIMIT)
        data = path.read_bytes()
    except FileNotFoundError as problem:
        raise AnalysisError("file_missing", where=path.name) from problem
    except (OSError, ValueError) as problem:
        if isinstance(problem, AnalysisError):
            raise _at(problem, path.name) from problem
        raise AnalysisError("file_unreadable", where=path.name) from problem
    return read_bytes(data, path.name, format=format)


def read_bytes(data: bytes, name: str, *, format: str | None = None) -> Transcript:
    r"""Read a transcript that is already in memory.

    Parameters
    ----------
    data : bytes
        The whole file.
    name : str
        Named in messages; its extension is a hint. Never opened.
    format : str or None, default None
        Name of a format of the registry; None finds it out.

    Returns
    -------
    Transcript
        Turns as the file has them, unmerged, and what became of every other line.

    Raises
    ------
    AnalysisError
        By what the bytes are `empty`, `binary`, `old_office`, `broken`, `too_big`, `unpacked_too_big`,
        `too_many_pages`, `too_many_rows`, `too_slow`, `locked`, `pdf_scanned`, `encoding`, `format_unsupported`; by
        what they say `json_invalid`, `json_deep`, `json_unknown`, `no_text`, `no_text_column`, `table_cell`,
        `no_speakers`; `format_unknown`. `where` is the name.

    Examples
    --------
    >>> [(turn.speaker, turn.text) for turn in read_bytes("王静：好。\n李明：行。".encode(), "talk.txt").turns]
    [('王静', '好。'), ('李明', '行。')]
    """
    try:
        return _transcript(lines_of(data), name, format)
    except AnalysisError as problem:
        raise _at(problem, name) from problem


def _at(problem: AnalysisError, name: str) -> AnalysisError:
    return AnalysisError(problem.code, where=problem.where or name, **problem.values)


def _parsed(found: Format, decoded: Decoded, name: str) -> Parsed:
    """Read with one format; where a table shows no speaker, the names of its columns are not known."""
    try:
        return found.read(decoded.text)
    except AnalysisError as problem:
        if problem.code == "no_speakers" and PurePath(name).suffix.lower() in TABLES:
            raise sheet.no_columns(decoded.text) from problem
        raise


def _transcript(decoded: Decoded, name: str, format: str | None) -> Transcript:
    found = [registry.named(format)] if format else registry.ranked(decoded.text)
    parsed = _parsed(found[0], decoded, name)
    warnings = [*parsed.warnings, *diagnose(parsed.turns), *affiliation_conflicts(parsed.turns)]
    if decoded.replaced:
        line, places = decoded.replaced
        warnings.insert(0, Remark("bad_bytes", {"line": line, "bytes": places}))
    return Transcript(
        format=found[0].name,
        encoding=decoded.encoding,
        turns=parsed.turns,
        unowned=parsed.unowned,
        dropped=(*parsed.dropped, *_edges(decoded)),
        warnings=tuple(warnings),
        title=parsed.title,
        runner_up=found[1].name if len(found) > 1 else None,
    )


def _edges(decoded: Decoded) -> list[Dropped]:
    """Count the lines at the edges of pages behind those of the text."""
    last = decoded.text.removesuffix("\n").count("\n") + 1
    return [Dropped(last + number, "page_edge") for number in range(1, decoded.edges + 1)]


def as_json(transcript: Transcript, *, language: str = "zh") -> dict:
    """Give the object that `python -m analysis read FILE --json` prints.

    Parameters
    ----------
    transcript : Transcript
        As read.
    language : str, default "zh"
        `zh` or `en`: of the warnings.

    Returns
    -------
    dict
        Ready for `json.dumps`; times in seconds or None.
    """
    keys = ("speaker", "affiliation", "start", "end", "text", "line")
    return {
        "format": transcript.format,
        "encoding": transcript.encoding,
        "title": transcript.title,
        "turns": [{key: getattr(turn, key) for key in keys} for turn in transcript.turns],
        "unowned": [{"line": one.line, "kind": one.kind, "text": one.text} for one in transcript.unowned],
        "dropped": [{"line": one.line, "reason": one.reason} for one in transcript.dropped],
        "warnings": [remark_text(remark, language) for remark in transcript.warnings],
    }
