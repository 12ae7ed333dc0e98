"""A workshop on disk that is missing, damaged or swapped while it is read gives one kind of error."""

import shutil

import pytest

from analysis import storage, workshop
from analysis.errors import AnalysisError
from analysis.tables import TABLES, make_table
from analysis.workshop import Workshop, read_workshop, workshop_stamp, write_workshop


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "talk"
    path.mkdir()
    write_workshop(path, Workshop({name: make_table(name, []) for name in TABLES}, {"title": "谈"}))
    return path


def refuse(fault):
    def read(*_, **__):
        raise fault

    return read


def test_read_workshop_gives_back_what_was_written(folder):
    read = read_workshop(folder)
    assert (read.about, list(read.tables)) == ({"title": "谈"}, list(TABLES))


def test_workshop_stamp_is_the_time_of_the_build(folder):
    assert workshop_stamp(folder) == (folder / "workshop.json").stat().st_mtime_ns


@pytest.mark.parametrize("reading", [workshop_stamp, read_workshop])
def test_a_workshop_that_is_gone(folder, reading):
    shutil.rmtree(folder)
    with pytest.raises(AnalysisError) as problem:
        reading(folder)
    assert (problem.value.code, problem.value.where) == ("table_missing", "talk")


@pytest.mark.parametrize("call", range(len(TABLES)))
def test_a_workshop_that_goes_away_while_it_is_read(folder, monkeypatch, call):
    read_table, seen = storage.read_table, []

    def read_and_lose(path, name):
        if len(seen) == call:
            shutil.rmtree(path)
        seen.append(name)
        return read_table(path, name)

    monkeypatch.setattr(workshop, "read_table", read_and_lose)
    with pytest.raises(AnalysisError) as problem:
        read_workshop(folder)
    assert problem.value.code == "table_missing"


@pytest.mark.parametrize(
    ("fault", "code"),
    [(FileNotFoundError(), "table_missing"), (PermissionError(), "table_damaged"), (OSError(), "table_damaged")],
)
def test_a_workshop_json_that_cannot_be_read(folder, monkeypatch, fault, code):
    monkeypatch.setattr(type(folder), "read_text", refuse(fault))
    with pytest.raises(AnalysisError) as problem:
        read_workshop(folder)
    assert problem.value.code == code


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"title": 3}', "[" * 100_000])
def test_a_workshop_json_that_says_something_else(folder, text):
    (folder / "workshop.json").write_text(text, encoding="utf-8")
    with pytest.raises(AnalysisError) as problem:
        read_workshop(folder)
    assert problem.value.code == "table_damaged"
