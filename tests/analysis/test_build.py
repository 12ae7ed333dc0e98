"""The pipeline as a whole, and the workshop that is shipped."""

import json
import os

import pytest

from analysis import paths
from analysis.build import analyse, build, merge_turns, prepare, slug_of
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


def test_build_keeps_what_people_decided(tmp_path):
    (build(TWELVE, tmp_path) / "edits.json").write_text("{}", encoding="utf-8")
    assert (build(TWELVE, tmp_path) / "edits.json").read_text(encoding="utf-8") == "{}"


def test_merge_turns_joins_neighbours_of_one_speaker():
    turns = (
        Turn("甲", "一", 1, (2,), None, 0.0, 1.0),
        Turn("小甲", "二", 3, (4,), "某中心", 2.0, 3.0),
        Turn("乙", "三", 5, (6,)),
    )
    assert merge_turns(turns, {"小甲": "甲"}) == [
        Turn("甲", "一\n二", 1, (2, 4), "某中心", 0.0, 3.0),
        Turn("乙", "三", 5, (6,)),
    ]


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
