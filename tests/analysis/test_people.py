"""One person stays one person, and nobody is named who was not there."""

import pytest

from analysis.build import prepare
from analysis.errors import AnalysisError
from analysis.people import check_names, merge_turns, shown_names, without_labels
from analysis.readers import read, read_bytes
from analysis.settings import Settings
from analysis.transcript import Turn
from tests.analysis.conftest import TWELVE


def said(*names):
    return tuple(Turn(name, "好。", line, (line,)) for line, name in enumerate(names, 1))


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


@pytest.mark.parametrize(("other"), ["王静", "王 静", "王　静"])
def test_one_person_however_the_blanks(other):
    text = f"王静：早。\n{other}：好。\n李明：行。\n{other}：走。"
    prepared = prepare(read_bytes(text.encode(), "talk.txt"))
    assert prepared.speakers[["name", "turns"]].values.tolist() == [["王静", 2], ["李明", 1]]
    assert prepared.turns["text"].tolist() == ["早。\n好。", "行。", "走。"]


def test_the_first_spelling_is_shown_but_a_given_one_wins():
    assert shown_names(said("王 静", "王静"), {}) == ["王 静", "王 静"]
    assert shown_names(said("王 静", "小王"), {"小王": "王静"}) == ["王静", "王静"]
    assert shown_names(said("王　静", "李明"), {"王静": "王老师"}) == ["王老师", "李明"]


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        (Settings(moderators=("林岚", "林蓝")), "moderators: 林蓝 ∉ 林岚、周敏、吴强、东湖读书会"),
        (Settings(rename={"吴工": "吴强"}), "rename: 吴工 ∉ 林岚、周敏、吴强、东湖读书会"),
        (Settings(affiliation={"周明": "成都"}), "affiliation: 周明 ∉ 林岚、周敏、吴强、东湖读书会"),
        (
            Settings(rename={"吴强": "吴工"}, affiliation={"吴强": "成都"}),
            "affiliation: 吴强 ∉ 林岚、周敏、吴工、东湖读书会",
        ),
    ],
)
def test_settings_name_nobody_who_is_not_there(settings, reason):
    with pytest.raises(AnalysisError) as problem:
        prepare(read(TWELVE), settings)
    assert (problem.value.code, problem.value.values) == ("settings_invalid", {"reason": reason})


def test_check_names_lets_pass_who_is_there():
    settings = Settings(moderators=("王静",), rename={"小 李": "李明"}, affiliation={"李 明": "成都"})
    assert check_names(said("王 静", "小李"), settings) is None
    assert check_names(said("甲"), Settings(moderators=())) is None


LABELS = "春日会\n陈列柜:两只猫\n王静：好。\n\n陈列柜：太贵。\n还有人手。\n李明：行。\n陈列柜:\n远。\n"


def test_without_labels_gives_lines_back_to_the_turn_before():
    told = read_bytes(LABELS.encode(), "talk.txt")
    assert [turn.speaker for turn in told.turns] == ["陈列柜", "王静", "陈列柜", "李明", "陈列柜"]
    found = without_labels(told, ("陈列 柜",))
    assert [(turn.speaker, turn.text, turn.lines) for turn in found.turns] == [
        ("王静", "好。\n陈列柜：太贵。\n还有人手。", (3, 5, 6)),
        ("李明", "行。\n陈列柜:\n远。", (7, 8, 9)),
    ]
    assert [(one.line, one.text) for one in found.unowned] == [(1, "春日会"), (2, "陈列柜:两只猫")]
    assert without_labels(told, ()) is told


@pytest.mark.parametrize("labels", [("谁",), ("王静", "李明", "陈列柜")])
def test_without_labels_that_are_not_there_or_are_all(labels):
    with pytest.raises(AnalysisError) as problem:
        without_labels(read_bytes(LABELS.encode(), "talk.txt"), labels)
    assert problem.value.code == "settings_invalid"
