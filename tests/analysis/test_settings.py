"""What stands beside a transcript."""

import pytest

from analysis.errors import AnalysisError
from analysis.settings import Settings, read_settings


def write(folder, text):
    (folder / "talk.toml").write_text(text, encoding="utf-8")
    return folder / "talk.txt"


def test_read_settings_of_nothing(tmp_path):
    assert read_settings(tmp_path / "talk.txt") == Settings()


def test_read_settings_takes_every_key(tmp_path):
    source = write(
        tmp_path,
        'title = "春"\ndate = 2026-03-14\nplace = "成都"\nmoderators = ["甲"]\nattendees = ["甲", "丙"]\n'
        '[rename]\n"小甲" = "甲"\n[affiliation]\n"甲" = "乙中心"\n',
    )
    assert read_settings(source) == Settings(
        "春", "2026-03-14", "成都", ("甲",), {"小甲": "甲"}, {"甲": "乙中心"}, ("甲", "丙")
    )


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "9" * 10_000,
        "title = 3",
        "moderators = '甲'",
        "attendees = [1]",
        "color = 'red'",
        "title = ",
        "rename = {a = 1}",
        "date = 5",
    ],
)
def test_read_settings_refuses_what_it_does_not_know(tmp_path, text):
    with pytest.raises(AnalysisError) as problem:
        read_settings(write(tmp_path, text))
    assert (problem.value.code, problem.value.where) == ("settings_invalid", "talk.toml")
    assert len(str(problem.value)) < 300
    assert "\n" not in str(problem.value)


@pytest.mark.parametrize("fault", [PermissionError(13, "denied"), OSError(5, "bad disk")])
def test_read_settings_that_cannot_be_opened(tmp_path, monkeypatch, fault):
    source = write(tmp_path, "")

    def refuse(*_, **__):
        raise fault

    monkeypatch.setattr(type(source), "read_text", refuse)
    with pytest.raises(AnalysisError) as problem:
        read_settings(source)
    assert (problem.value.code, problem.value.where) == ("file_unreadable", "talk.toml")
