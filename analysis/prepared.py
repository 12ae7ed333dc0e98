"""A transcript made ready: turns, sentences and words, and who is who."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from analysis import words
from analysis.folding import fold, is_chinese, is_traditional
from analysis.people import check_names, merge_turns
from analysis.readers.asides import key
from analysis.sentences import is_question, sentence_lines, split_sentences
from analysis.settings import Settings
from analysis.speakers import find_moderator, speaker_table
from analysis.tables import make_columns, make_table
from analysis.transcript import Transcript, Turn


@dataclass(frozen=True)
class Prepared:
    """A transcript cut into turns and sentences, its speakers known.

    `sentences` lacks what the ledger adds (`is_challenge`, `is_advice` and the two scores); its texts, and those of
    `turns`, are as written. `words` are the words of each sentence, of the folded text: joined, they are as long as the
    sentence. `folded` are the sentences of which the two differ. `chinese` tells whether the models were made for
    this talk.
    """

    turns: pd.DataFrame
    sentences: pd.DataFrame
    speakers: pd.DataFrame
    words: words.Words
    folded: list[int]
    chinese: bool


def prepare(transcript: Transcript, settings: Settings | None = None) -> Prepared:
    """Cut a transcript into turns, sentences and words, and find out who is who.

    Parameters
    ----------
    transcript : Transcript
        As a reader gives it.
    settings : Settings, optional
        Names, affiliations and moderators that are known.

    Returns
    -------
    Prepared
        Ids count from 0 in order of appearance.

    Raises
    ------
    AnalysisError
        `settings_invalid` when the settings name somebody who is not there.
    """
    settings = settings or Settings()
    check_names(transcript.turns, settings)
    merged = merge_turns(transcript.turns, settings.rename)
    affiliations: dict[str, str | None] = {}
    for turn in merged:
        affiliations[turn.speaker] = affiliations.get(turn.speaker) or turn.affiliation
    known = {key(name): text for name, text in settings.affiliation.items()}
    affiliations = {name: known.get(key(name), text) or None for name, text in affiliations.items()}
    ids = {name: number for number, name in enumerate(affiliations)}
    traditional = any(is_traditional(turn.text) for turn in merged)  # short turns do not tell by themselves
    plain = [fold(turn.text, traditional=traditional) for turn in merged]
    turns, sentences, tokens, folded = _cut(merged, plain, ids)
    names = list(ids)
    heard = turns.assign(text=plain) if folded else turns
    moderators = _moderators(names, heard, sentences, settings.moderators)
    said = words.numbered(tokens)
    speakers = speaker_table(names, list(affiliations.values()), turns, sentences, said, moderators=moderators)
    speakers = _placed(speakers, {key(name): region for name, region in settings.region.items()})
    chinese = is_chinese([turn.text for turn in merged])
    return Prepared(turns, sentences, speakers, said, folded, chinese)


def _placed(speakers: pd.DataFrame, known: dict[str, str]) -> pd.DataFrame:
    """Set the provinces that are known; of another province than the one found, the city is not known."""
    rows = list(zip(speakers["name"], speakers["region"], speakers["city"], strict=True))
    regions = [known.get(key(name), region) or None for name, region, _ in rows]
    cities = [city if now == region else None for now, (_, region, city) in zip(regions, rows, strict=True)]
    placed = speakers.assign(region=regions, city=cities)
    return make_columns("speakers", *(placed[column].array for column in placed)) if known else speakers


def _cut(
    merged: list[Turn], plain: list[str], ids: dict[str, int]
) -> tuple[pd.DataFrame, pd.DataFrame, list[list[str]], list[int]]:
    """Cut turns into sentences and words: places are found in the folded (`plain`) text, the text stays as written."""
    turn_rows, sentence_rows, tokens, folded = [], [], [], []
    cut = words.engine(words.engine_name()).cut
    for number, (turn, text) in enumerate(zip(merged, plain, strict=True)):
        pieces = split_sentences(text)
        counts = [words.count_chars(piece) for piece in pieces]
        turn_rows.append((number, ids[turn.speaker], turn.text, turn.start, turn.end, turn.line, sum(counts)))
        said = pieces if text == turn.text else _as_written(pieces, turn.text)
        for written, piece, chars, line in zip(said, pieces, counts, sentence_lines(turn, pieces), strict=True):
            if written != piece:
                folded.append(len(sentence_rows))
            row = (len(sentence_rows), number, ids[turn.speaker], written, line, chars, is_question(piece))
            sentence_rows.append(row)
            tokens.append(cut(piece))
    columns = zip(*sentence_rows, strict=True) if sentence_rows else [()] * 7
    return make_table("turns", turn_rows), make_columns("sentences", *columns), tokens, folded


def _as_written(pieces: list[str], text: str) -> list[str]:
    """Cut a text where its folded form was cut."""
    out, start = [], 0
    for piece in pieces:
        out.append(text[start : start + len(piece)])
        start += len(piece)
    return out


def _moderators(
    names: list[str], turns: pd.DataFrame, sentences: pd.DataFrame, known: tuple[str, ...] | None
) -> dict[int, str]:
    if known is not None:
        given = {key(name) for name in known}
        return {number: "given=1" for number, name in enumerate(names) if key(name) in given}
    found, reason = find_moderator(names, turns, sentences)
    return {} if found is None else {found: reason}
