"""What stands beside a transcript."""

import pytest

from analysis.errors import AnalysisError
from analysis.settings import Settings, read_settings, write_settings


def write(folder, text):
    (folder / "talk.toml").write_text(text, encoding="utf-8")
    return folder / "talk.txt"


def test_read_settings_of_nothing(tmp_path):
    assert read_settings(tmp_path / "talk.txt") == Settings()


def test_read_settings_takes_every_key(tmp_path):
    source = write(
        tmp_path,
        'title = "春"\ndate = 2026-03-14\nplace = "成都"\nmoderators = ["甲"]\n'
        '[rename]\n"小甲" = "甲"\n[affiliation]\n"甲" = "乙中心"\n[codes]\n"丙" = "人物1"\n',
    )
    known = ("春", "2026-03-14", "成都", ("甲",), {"小甲": "甲"}, {"甲": "乙中心"}, {"丙": "人物1"})
    assert read_settings(source) == Settings(*known)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "9" * 10_000,
        "title = 3",
        "moderators = '甲'",
        "color = 'red'",
        "title = ",
        "rename = {a = 1}",
        "codes = {a = 1}",
        "codes = {a = ' '}",
        "codes = {'' = 'a'}",
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


def test_written_settings_are_read_again(tmp_path):
    told = Settings(
        '"春"\n\x00\x7f\\',
        "2026-03-14",
        "成都",
        (),
        {"小甲 (乙)": "甲.乙"},
        {"甲.乙": "中心"},
        {"甲.乙": "四川"},
        ("原因",),
        "zoom",
    )
    write_settings(tmp_path / "talk.txt", told)
    assert read_settings(tmp_path / "talk.txt") == told


def test_nothing_to_write_is_an_empty_file(tmp_path):
    write_settings(tmp_path / "talk.txt", Settings())
    assert (tmp_path / "talk.toml").read_text(encoding="utf-8") == ""


def test_writing_keeps_comments_and_takes_out_what_is_gone(tmp_path):
    source = write(tmp_path, '# 说明\ntitle = "春"  # 题目\nplace = "成都"\n[rename]\n# 同一人\n"小甲" = "甲"\n')
    write_settings(source, Settings("夏", rename={"小甲": "甲"}))
    written = (tmp_path / "talk.toml").read_text(encoding="utf-8")
    assert written == '# 说明\ntitle = "夏"  # 题目\n[rename]\n# 同一人\n"小甲" = "甲"\n'


def test_settings_that_cannot_be_read_are_not_written_over(tmp_path):
    source = write(tmp_path, "title = ")
    with pytest.raises(AnalysisError):
        write_settings(source, Settings("夏"))
    assert (tmp_path / "talk.toml").read_text(encoding="utf-8") == "title = "
