"""Tables keep their contract, or say which part of it is broken."""

import pyarrow as pa
import pytest

from analysis.errors import AnalysisError
from analysis.storage import read_table, write_tables
from analysis.tables import TABLES, check_references, make_table, to_arrow


def empty():
    return {name: make_table(name, []) for name in TABLES}


def test_every_table_of_the_real_workshop_is_written_and_read_back(real, tmp_path):
    write_tables(tmp_path, real.tables)
    for name in TABLES:
        again = read_table(tmp_path, name)
        assert to_arrow(name, again).equals(to_arrow(name, real.tables[name]))


def test_write_tables_gives_equal_bytes_for_equal_tables(real, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        write_tables(tmp_path / folder, real.tables)
    for name in TABLES:
        assert (tmp_path / "a" / f"{name}.parquet").read_bytes() == (tmp_path / "b" / f"{name}.parquet").read_bytes()


def test_to_arrow_refuses_a_column_that_is_missing():
    with pytest.raises(AnalysisError) as problem:
        to_arrow("chapters", make_table("chapters", []).drop(columns="title"))
    assert problem.value.code == "table_invalid"


def test_to_arrow_refuses_a_missing_value_where_none_may_be():
    with pytest.raises(AnalysisError) as problem:
        to_arrow("chapters", make_table("chapters", [(0, 0, 0, None)]))
    assert "null in title" in str(problem.value)


def test_to_arrow_refuses_another_type():
    with pytest.raises(AnalysisError) as problem:
        to_arrow("chapters", make_table("chapters", [("one", 0, 0, "标题")]))
    assert problem.value.code == "table_invalid"


def test_check_references_names_the_first_value_without_a_home():
    tables = empty() | {"chapters": make_table("chapters", [(0, 7, 7, "标题")])}
    with pytest.raises(AnalysisError) as problem:
        check_references(tables)
    assert "chapters" in str(problem.value)
    assert "first_turn_id 7" in str(problem.value)


def test_check_references_refuses_an_unknown_value():
    row = (0, "甲", None, None, None, None, "boss", "", False, 0, 0, 0, 0, 0, 0.0, None, True)
    with pytest.raises(AnalysisError) as problem:
        check_references(empty() | {"speakers": make_table("speakers", [row])})
    assert "role 'boss'" in str(problem.value)


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda path: path.unlink(), "table_missing"),
        (lambda path: path.write_bytes(path.read_bytes()[:100]), "table_damaged"),
        (lambda path: path.write_bytes(b""), "table_damaged"),
        (lambda path: path.write_bytes((path.parent / "turns.parquet").read_bytes()), "table_damaged"),
    ],
)
def test_read_table_says_what_is_wrong(real, tmp_path, damage, code):
    write_tables(tmp_path, real.tables)
    damage(tmp_path / "speakers.parquet")
    with pytest.raises(AnalysisError) as problem:
        read_table(tmp_path, "speakers")
    assert (problem.value.code, problem.value.where) == (code, "speakers.parquet")


@pytest.mark.parametrize(
    "fault", [OSError(5, "bad disk"), pa.ArrowNotImplementedError("codec"), PermissionError(13, "no")]
)
def test_read_table_that_cannot_be_read(tmp_path, monkeypatch, fault):
    write_tables(tmp_path, empty())

    def refuse(_):
        raise fault

    monkeypatch.setattr("analysis.storage.pq.read_table", refuse)
    with pytest.raises(AnalysisError) as problem:
        read_table(tmp_path, "speakers")
    assert (problem.value.code, problem.value.where) == ("table_damaged", "speakers.parquet")


def test_every_row_leads_to_words_of_the_source(real):
    """A ledger row, a topic, a term and a chapter each end at sentences, a sentence at its line of the source."""
    from analysis import paths

    lines = (paths.DATA / "transcripts" / "transcript.txt").read_text(encoding="utf-8").split("\n")
    tables = real.tables
    for row in tables["sentences"].itertuples():
        assert row.text.strip().split("\n")[0][:20] in lines[row.line - 1]
    turns = tables["sentences"].groupby("turn_id")["text"].sum()
    assert turns.tolist() == tables["turns"]["text"].tolist()
    said = dict(zip(tables["sentences"]["sentence_id"], tables["sentences"]["text"], strict=True))
    for term, sentence, count in tables["term_sentences"].values.tolist():
        assert said[sentence].count(term) >= count
