"""Transcripts written otherwise, without punctuation, very long, or in another language."""

import re
import time

import pytest

from analysis import paths
from analysis.build import analyse
from analysis.folding import fold, simplify
from analysis.readers import read, read_bytes
from analysis.tables import check_references, make_table, to_arrow
from analysis.transcript import Transcript, Turn

SHIPPED = paths.DATA / "transcripts" / "transcript.txt"
FULL_WIDTH = str.maketrans(",?!;", "，？！；")
HALF_WIDTH = str.maketrans("。，？！；", ".,?!;")
MARKS = re.compile(r"[，。？！；：、…,.?!;:]")
ITEM = ["sentence_ids", "category", "confidence", "shown"]


def traditional(text):
    """Turn the lexicon's table round, the commonest form of each character first."""
    rows = (paths.LEXICON / "traditional_characters.txt").read_text(encoding="utf-8").splitlines()
    pairs = [row.split(" ") for row in rows if not row.startswith("#")]
    back = {simple: old for old, simple in sorted(pairs, reverse=True) if old.encode("big5", "ignore")}
    return text.translate(str.maketrans(back))


def lines_as(source, write):
    """Write the paragraphs of a transcript otherwise; its labels stay."""
    return Transcript(
        source.format,
        source.encoding,
        tuple(Turn(t.speaker, write(t.text), t.line, t.lines, t.affiliation, t.start, t.end) for t in source.turns),
    )


def check(workshop):
    """Make sure that tables are whole and that sentences give the turns back."""
    for name, table in workshop.tables.items():
        to_arrow(name, table)
    check_references(workshop.tables)
    said = workshop.tables["sentences"].groupby("turn_id")["text"].sum()
    for turn, text in zip(workshop.tables["turns"]["turn_id"], workshop.tables["turns"]["text"], strict=True):
        assert said.get(turn, "") == text


def words_of(*turns):
    return Transcript("made", "utf-8", tuple(Turn(f"说话人{1 + n % 5}", t, n, (n,)) for n, t in enumerate(turns, 1)))


@pytest.mark.parametrize("write", [traditional, lambda t: traditional(t).translate(HALF_WIDTH)], ids=["繁", "繁, half"])
def test_twins_have_the_same_rows_in_their_own_words(write):
    source = lines_as(read(SHIPPED), lambda text: text.translate(FULL_WIDTH))
    plain, twin = analyse(source), analyse(lines_as(source, write))
    check(twin)
    assert twin.about["chinese"]
    assert twin.tables["turns"]["text"].tolist() == [write(text) for text in plain.tables["turns"]["text"]]
    for kind in ("challenges", "advice"):
        ours, theirs = plain.tables[kind], twin.tables[kind]
        assert theirs[ITEM].equals(ours[ITEM])
        sentences = twin.tables["sentences"]["text"]
        for row in theirs.itertuples():
            said = "".join(sentences.iloc[row.sentence_ids])
            assert row.summary in said
            assert all(cue in said for cue in row.cues)
        assert [fold(summary) for summary in theirs["summary"]] == [fold(s) for s in ours["summary"]]
    assert twin.tables["links"].equals(plain.tables["links"])
    terms, written = plain.tables["terms"], twin.tables["terms"]
    assert [simplify(term, traditional=True) for term in written["term"]] == terms["term"].tolist()
    assert written["term"].tolist()[:50] != terms["term"].tolist()[:50]
    assert written["score"].tolist() == terms["score"].tolist()
    assert all(
        simplify(title) == old
        for title, old in zip(twin.tables["chapters"]["title"], plain.tables["chapters"]["title"], strict=True)
    )


def test_a_traditional_file_is_read_like_its_twin():
    text = SHIPPED.read_text(encoding="utf-8")
    plain, twin = (analyse(read_bytes(t.encode(), "t.txt")).tables["speakers"] for t in (text, traditional(text)))
    columns = ["role", "role_reason", "region", "city", "is_organisation", "turns", "chars", "words", "questions"]
    assert twin[columns].equals(plain[columns])
    assert twin["name"].tolist() == [traditional(name) for name in plain["name"]]


def test_speech_without_punctuation_is_cut_between_words_and_has_rows():
    bare = lines_as(read(SHIPPED), lambda text: MARKS.sub("", text))
    workshop = analyse(bare)
    check(workshop)
    assert workshop.tables["sentences"]["text"].str.len().max() <= 60
    assert len(workshop.tables["challenges"]) > 5
    assert len(workshop.tables["advice"]) > 5


def test_one_endless_turn():
    text = "".join(turn.text for turn in read(SHIPPED).turns) * 4
    for said in (text[:20000], MARKS.sub("", text)[:20000].replace("\n", ""), "好" * 20000):
        start = time.process_time()
        workshop = analyse(words_of(said))
        assert time.process_time() - start < 60
        check(workshop)
        assert workshop.tables["turns"]["text"].tolist() == [said]
        assert workshop.tables["sentences"]["text"].str.len().max() <= 400


def test_two_thousand_turns_and_empty_ones():
    pieces = ["我们没有场地。", "", "可以和学校合作，学校有场地。", " ", "嗯"]
    start = time.process_time()
    workshop = analyse(words_of(*(pieces[n * n % 5] for n in range(2000))))
    assert time.process_time() - start < 60
    check(workshop)
    assert len(workshop.tables["turns"]) > 1000


@pytest.mark.parametrize("turns", [(), ("",), ("", " ", "\n")])
def test_nothing_said(turns):
    workshop = analyse(words_of(*turns))
    check(workshop)
    assert workshop.tables["challenges"].empty


def test_an_english_meeting_has_sentences_and_no_rows():
    workshop = analyse(read(paths.ROOT / "tests" / "fixtures" / "english.txt"))
    check(workshop)
    assert workshop.about["chinese"] is False
    assert [len(workshop.tables[name]) for name in ("challenges", "advice", "links")] == [0, 0, 0]
    assert workshop.tables["challenges"].dtypes.equals(make_table("challenges", []).dtypes)
    assert workshop.tables["sentences"]["challenge_score"].tolist() == [0.0] * len(workshop.tables["sentences"])
    assert workshop.tables["sentences"]["text"].tolist()[:3] == [
        "Good morning everyone. ",
        "Who would like to begin? ",
        "Please tell us what is difficult in your neighbourhood.",
    ]
    assert "I will call Dr. Brown on Monday." in workshop.tables["sentences"]["text"].tolist()


def test_a_chinese_meeting_with_english_in_it_stays_chinese(twelve):
    assert twelve.about["chinese"] is True
    mixed = analyse(words_of("我们用ChatGPT做了dashboard，but it is not easy to use，志愿者都不会用。"))
    assert mixed.about["chinese"] is True
