"""The one pipeline: read, segment, count, find the ledger, write aside, rename."""

from __future__ import annotations

import gc
import hashlib
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pandas as pd

from analysis import __version__, paths, words
from analysis.chapters import chapter_table
from analysis.edits.log import FILE
from analysis.edits.store import edits_locked
from analysis.encoder import model as encoder
from analysis.errors import AnalysisError
from analysis.labels import named
from analysis.ledger import Ledger, build_ledger, empty_ledger, flagged
from analysis.ledger import model as layers
from analysis.lexicon import lexicon, own_lexicon, using
from analysis.people import without_labels
from analysis.prepared import Prepared, prepare
from analysis.progress import Report, silent
from analysis.readers import read
from analysis.readers.asides import key
from analysis.settings import Settings, read_settings, settings_path
from analysis.speakers import exchanges
from analysis.tables import TABLES, make_table
from analysis.terms import find_terms, importance, term_tables, things
from analysis.topics import topic_tables
from analysis.transcript import Remark, Transcript
from analysis.weights import stated_sha256
from analysis.workshop import Workshop, write_workshop


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep Python's collector from walking, again and again, the many small tuples made here: none is in a cycle."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@_collector_paused()
def analyse(transcript: Transcript, settings: Settings | None = None, *, report: Report = silent) -> Workshop:
    """Analyse one transcript.

    Parameters
    ----------
    transcript : Transcript
        As a reader gives it.
    settings : Settings, optional
        What is known beyond the words.
    report : callable, optional
        Told what is under way, see `analysis.progress`; what it raises ends the work.

    Returns
    -------
    Workshop
        Every table of `analysis.tables.TABLES`.
    """
    settings = settings or Settings()
    report("sentences", 0)
    transcript = without_labels(transcript, settings.not_speakers)
    prepared = prepare(transcript, settings)
    report("ledger", 0)
    ledger = _ledger(prepared, partial(report, "ledger"))
    report("topics", 0)
    tables = _tables(prepared, ledger) | {
        "challenges": ledger.challenges,
        "advice": ledger.advice,
        "links": ledger.links,
        "exchanges": exchanges(prepared.turns, ledger.challenges, ledger.advice, ledger.links),
        "unowned": make_table("unowned", [(u.line, u.kind, u.text) for u in transcript.unowned]),
    }
    return Workshop(tables, _about(transcript, settings, tables) | {"chinese": prepared.chinese})


def _ledger(prepared: Prepared, report: Callable[[float], None]) -> Ledger:
    """Find the ledger; its models read Chinese alone, and in another language there are no rows."""
    if not prepared.chinese:
        return empty_ledger(len(prepared.sentences))
    return build_ledger(prepared.sentences, prepared.speakers, prepared.words, report=report)


def _tables(prepared: Prepared, ledger: Ledger) -> dict[str, pd.DataFrame]:
    """Make the tables of who said what, and about what."""
    sentences, speakers = prepared.sentences, prepared.speakers
    written = {i: sentences["text"].iat[i] for i in prepared.folded}
    found = find_terms(prepared.words, written, speakers["name"].tolist())
    terms, term_sentences = term_tables(found, sentences["speaker_id"].tolist())
    topics, sentence_topics = topic_tables(terms, term_sentences, sentences)
    if names := lexicon().topic_names:
        topics = topics.assign(label=named(topics["terms"].tolist(), topics["label"].tolist(), names))
    moderators = set(speakers["speaker_id"][speakers["role"] == "moderator"].tolist())
    return {
        "speakers": speakers,
        "turns": prepared.turns,
        "sentences": flagged(sentences, ledger),
        "terms": terms,
        "term_sentences": term_sentences,
        "topics": topics,
        "sentence_topics": sentence_topics,
        "chapters": chapter_table(
            prepared.turns,
            sentences,
            things(found),
            moderators=moderators,
            terms=terms,
            term_sentences=term_sentences,
        ),
    }


def _about(transcript: Transcript, settings: Settings, tables: dict[str, pd.DataFrame]) -> dict:
    """Say where a workshop's tables come from."""
    return {
        "title": settings.title or transcript.title,
        "date": settings.date,
        "place": settings.place,
        "renamed": settings.rename,  # with `codes`, what `analysis.pseudonyms` cannot read off the tables
        "codes": settings.codes,
        "format": transcript.format,
        "encoding": transcript.encoding,
        "warnings": [{"code": remark.code, "values": remark.values} for remark in _open(transcript, settings)],
        "analysis_version": __version__,
        "engine": words.engine_name(),
        "lexicon_sha256": lexicon().sha256,
        "own_lexicon_sha256": lexicon().own_sha256,
        "models_sha256": stated_sha256(paths.MODELS / layers.CARD, layers.WEIGHTS),
        "encoder_sha256": stated_sha256(paths.MODELS / encoder.CARD, encoder.GRAPH),
        "terms_sha256": stated_sha256(paths.MODELS / importance.CARD, importance.WEIGHTS),
        "counts": {name: len(tables[name]) for name in TABLES} | {"chars": int(tables["speakers"]["chars"].sum())},
    }


def _open(transcript: Transcript, settings: Settings) -> list[Remark]:
    """Leave out the remarks that the settings have settled."""
    stated = {key(name) for name in settings.affiliation}
    settled = stated | {key(old) for old, new in settings.rename.items() if key(new) in stated}
    return [
        remark
        for remark in transcript.warnings
        if remark.code != "affiliation_conflict" or key(remark.values["speaker"]) not in settled
    ]


def slug_of(source: Path) -> str:
    """Make a folder name of a file's stem.

    Parameters
    ----------
    source : Path
        The transcript.

    Returns
    -------
    str
        Letters of any script, digits, `.`, `_` and `-`; never empty, never hidden, at most 80 characters.

    Examples
    --------
    >>> slug_of(Path("2026 春季/圆桌 (终稿).txt")), slug_of(Path("...txt"))
    ('圆桌-终稿', 'workshop')
    """
    stem = unicodedata.normalize("NFKC", source.stem)
    return re.sub(r"[^\w.-]+", "-", stem).strip("-._")[:80] or "workshop"


def build(source: Path, out: Path, *, report: Report = silent) -> Path:
    """Analyse one file and write its workshop.

    Parameters
    ----------
    source : Path
        The transcript; its settings are read from the `.toml` beside it, its own words from the folder `.lexicon`.
    out : Path
        Where the workshop's folder `slug_of(source)` goes; an older one of that name is replaced whole.
    report : callable, optional
        Told what is under way, see `analysis.progress`; what it raises ends the work.

    Returns
    -------
    Path
        The folder written. Nothing is left there when an error is raised.

    Raises
    ------
    AnalysisError
        When the file, its settings or the lexicon cannot be read; `where` begins with a file's name.
    """
    workshop = _analyse_file(source, report)
    report("write", 0)
    slug = slug_of(source)
    digest = _digest(source)
    about = {"slug": slug, "source": source.name, "sha256": digest} | workshop.about
    about["title"] = about["title"] or source.stem
    try:
        out.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{slug}-", dir=out))
    except OSError as problem:
        raise AnalysisError("write_failed", where=str(out), reason=problem.strerror or str(problem)) from problem
    try:
        write_workshop(aside, Workshop(workshop.tables, about))
        aside.chmod(0o755)
        return _replace(aside, out / slug)
    except OSError as problem:
        raise AnalysisError("write_failed", where=str(out), reason=problem.strerror or str(problem)) from problem
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _analyse_file(source: Path, report: Report) -> Workshop:
    """Analyse a file with the settings and the lexicon beside it, and say which of them is wrong."""
    report("read", 0)
    settings, own = read_settings(source), own_lexicon(source)
    transcript = read(source, format=settings.format)
    try:
        with using(own):
            return analyse(transcript, settings, report=report)
    except AnalysisError as problem:
        if problem.where:
            raise
        where = settings_path(source) if problem.code == "settings_invalid" else source
        raise AnalysisError(problem.code, where=where.name, **problem.values) from problem


def _digest(source: Path) -> str:
    try:
        return hashlib.sha256(source.read_bytes()).hexdigest()
    except OSError as problem:
        raise AnalysisError("file_unreadable", where=source.name) from problem


def _replace(aside: Path, target: Path) -> Path:
    """Put a finished folder in the place of an older one, keeping what people decided about it."""
    if not target.exists():
        os.replace(aside, target)
        return target
    old = aside.with_name(aside.name + ".old")
    with edits_locked(target):  # what is decided between the copy and the exchange would be lost
        decided = target / FILE
        if decided.is_file():
            shutil.copy2(decided, aside / FILE)
        os.replace(target, old)
        os.replace(aside, target)
    shutil.rmtree(old, ignore_errors=True)
    return target
