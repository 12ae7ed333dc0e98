"""The pipeline as a whole, and the workshop that is shipped."""

import json
import os

import pytest

from analysis import paths
from analysis.build import analyse, build, prepare, slug_of
from analysis.errors import AnalysisError
from analysis.readers import read
from analysis.settings import Settings
from analysis.tables import TABLES
from analysis.transcript import Transcript, Turn
from analysis.workshop import list_workshops, read_workshop
from tests.analysis.conftest import TWELVE

SHIPPED = paths.DATA / "workshops" / "transcript"
SOURCE = paths.DATA / "transcripts" / "transcript.txt"


def test_a_fresh_build_equals_the_shipped_workshop(tmp_path):
    fresh, shipped = read_workshop(build(SOURCE, tmp_path)), read_workshop(SHIPPED)
    assert fresh.about == shipped.about
    for name, columns in TABLES.items():
        ours, theirs = fresh.tables[name], shipped.tables[name]
        for column in columns:
            mine, kept = ours[column.name].tolist(), theirs[column.name].tolist()
            if str(column.type) == "double":
                assert mine == pytest.approx(kept, abs=1e-3, nan_ok=True), f"{name}.{column.name}"
            else:
                filled = ours[column.name].isna().tolist() if column.null else [False] * len(mine)
                assert filled == (theirs[column.name].isna().tolist() if column.null else filled)
                pairs = zip(mine, kept, filled, strict=True)
                assert all(a == b for a, b, missing in pairs if not missing), f"{name}.{column.name}"


def test_two_builds_are_byte_equal(tmp_path):
    first, second = build(TWELVE, tmp_path / "a"), build(TWELVE, tmp_path / "b")
    names = sorted(path.name for path in first.iterdir())
    assert names == sorted([*(f"{name}.parquet" for name in TABLES), "workshop.json"])
    assert all((first / name).read_bytes() == (second / name).read_bytes() for name in names)


def test_workshop_json_says_where_it_comes_from(tmp_path):
    about = json.loads((build(TWELVE, tmp_path) / "workshop.json").read_text(encoding="utf-8"))
    assert {k: about[k] for k in ("slug", "source", "title", "date", "place", "format", "encoding")} == {
        "slug": "twelve",
        "source": "twelve.txt",
        "title": "twelve",
        "date": None,
        "place": None,
        "format": "proceedings",
        "encoding": "utf-8",
    }
    assert about["counts"] | {"terms": 0, "term_sentences": 0} == {
        "speakers": 4,
        "turns": 12,
        "sentences": 16,
        "terms": 0,
        "term_sentences": 0,
        "topics": 0,
        "sentence_topics": 0,
        "chapters": 1,
        "challenges": about["counts"]["challenges"],
        "advice": about["counts"]["advice"],
        "links": about["counts"]["links"],
        "exchanges": about["counts"]["exchanges"],
        "unowned": 1,
        "chars": 98,
    }


def test_no_file_holds_the_time_of_the_build(tmp_path):
    source = tmp_path / "twelve.txt"
    source.write_bytes(TWELVE.read_bytes())
    os.utime(source, (1, 1))
    first = (build(source, tmp_path / "a") / "workshop.json").read_bytes()
    os.utime(source, (2_000_000_000, 2_000_000_000))
    assert (build(source, tmp_path / "a") / "workshop.json").read_bytes() == first


def test_build_leaves_nothing_behind_when_it_fails(tmp_path, monkeypatch):
    kept = (build(TWELVE, tmp_path) / "workshop.json").read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analysis.build.write_workshop", full)
    with pytest.raises(AnalysisError) as problem:
        build(TWELVE, tmp_path)
    assert problem.value.code == "write_failed"
    assert [path.name for path in tmp_path.iterdir()] == ["twelve"]
    assert (tmp_path / "twelve" / "workshop.json").read_bytes() == kept


def test_build_says_which_file_names_somebody_who_is_not_there(tmp_path):
    source = tmp_path / "talk.txt"
    source.write_bytes(TWELVE.read_bytes())
    source.with_suffix(".toml").write_text('moderators = ["林蓝"]', encoding="utf-8")
    with pytest.raises(AnalysisError) as problem:
        build(source, tmp_path / "out")
    assert (problem.value.code, problem.value.where) == ("settings_invalid", "talk.toml")
    assert "林蓝" in str(problem.value)
    assert not (tmp_path / "out").exists()


def test_build_of_a_source_that_vanishes(tmp_path, monkeypatch):
    source = tmp_path / "talk.txt"
    source.write_bytes(TWELVE.read_bytes())

    def analyse_and_lose(*given, **options):
        source.unlink()
        return analyse(*given, **options)

    monkeypatch.setattr("analysis.build.analyse", analyse_and_lose)
    with pytest.raises(AnalysisError) as problem:
        build(source, tmp_path / "out")
    assert (problem.value.code, problem.value.where) == ("file_unreadable", "talk.txt")


def test_workshop_json_keeps_warnings_as_codes_until_settings_settle_them(tmp_path):
    source = tmp_path / "talk.txt"
    source.write_text("王静（北京）：好。\n李明：\n王 静（上海）：走。", encoding="utf-8")

    def warnings():
        return json.loads((build(source, tmp_path / "out") / "workshop.json").read_text("utf-8"))["warnings"]

    empty = {"code": "empty_turns", "values": {"lines": ["2"]}}
    conflict = {"code": "affiliation_conflict", "values": {"speaker": "王静", "affiliations": ["北京", "上海"]}}
    assert warnings() == [empty, conflict]
    for settings, left in (
        ('rename = { "王静" = "王老师" }', [empty, conflict]),
        ('affiliation = { "王静" = "上海" }', [empty]),
        ('rename = { "王静" = "王老师" }\naffiliation = { "王老师" = "上海" }', [empty]),
    ):
        source.with_suffix(".toml").write_text(settings, encoding="utf-8")
        assert warnings() == left


def test_build_keeps_what_people_decided(tmp_path):
    (build(TWELVE, tmp_path) / "edits.json").write_text("{}", encoding="utf-8")
    assert (build(TWELVE, tmp_path) / "edits.json").read_text(encoding="utf-8") == "{}"


def test_settings_rename_and_name_the_moderator():
    settings = Settings(moderators=("周敏",), rename={"吴强": "吴工"}, affiliation={"周敏": "湖南长沙"})
    speakers = prepare(read(TWELVE), settings).speakers
    assert speakers["name"].tolist() == ["林岚", "周敏", "吴工", "东湖读书会"]
    assert speakers["role"].tolist() == ["participant", "moderator", "participant", "participant"]
    assert speakers["region"].tolist()[1] == "湖南"


def test_durations_are_measured_where_every_turn_has_times():
    turns = (Turn("甲", "一二三", 1, (1,), None, 0.0, 4.0), Turn("乙", "四", 2, (2,), None, 4.0, None))
    speakers = prepare(Transcript("x", "utf-8", turns)).speakers
    assert speakers["duration_s"].tolist() == [4.0, 60 / 268]
    assert speakers["duration_estimated"].tolist() == [False, True]


@pytest.mark.parametrize("texts", [[""], ["", ""], ["。"], ["好"], ["？" * 50]])
def test_analyse_takes_turns_with_hardly_a_word(texts):
    turns = tuple(Turn("甲乙"[i % 2], text, i + 1, (i + 1,)) for i, text in enumerate(texts))
    tables = analyse(Transcript("x", "utf-8", turns)).tables
    assert tables["turns"]["text"].tolist() == texts
    assert "".join(tables["sentences"]["text"]) == "".join(texts)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("a.txt", "a"),
        ("../../x y.txt", "x-y"),
        ("春季.圆桌.docx", "春季.圆桌"),
        (".hidden", "hidden"),
        ("<b>.txt", "b"),
    ],
)
def test_slug_of(tmp_path, name, slug):
    assert slug_of(tmp_path / name) == slug


def test_list_workshops_leaves_out_what_is_half_written(tmp_path):
    build(TWELVE, tmp_path)
    (tmp_path / ".twelve-abc").mkdir()
    (tmp_path / "empty").mkdir()
    assert [folder.name for folder in list_workshops(tmp_path)] == ["twelve"]
    assert list_workshops(tmp_path / "nowhere") == []
