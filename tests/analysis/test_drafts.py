"""What a person makes of a transcript before it is analysed."""

from dataclasses import replace

import pytest

from analysis import library
from analysis.drafts import NOBODY, changed, draft_of, is_doubtful, preview, read_again, settings_of
from analysis.errors import AnalysisError
from analysis.settings import Settings
from analysis.workshop import read_workshop
from tests.analysis.conftest import TWELVE

DATA = TWELVE.read_bytes()


def twelve():
    return draft_of(DATA, "twelve.txt")


def test_people_as_read():
    found = [(p.label, p.turns, p.chars, p.role) for p in twelve().people]
    workshop = read_speakers(Settings())
    assert found == [(row.name, row.turns, row.chars, row.role) for row in workshop.itertuples()]
    assert found[0][0] == "林岚"


def read_speakers(settings):
    from analysis.build import analyse
    from analysis.readers import read

    return analyse(read(TWELVE), settings).tables["speakers"]


def test_nothing_decided_leaves_everything_to_inference():
    draft = twelve()
    assert settings_of(draft) == Settings(title=draft.title)


def test_everything_decided():
    draft = twelve()
    draft = changed(draft, "周敏", name=" 林  岚 ", role="participant")
    draft = changed(draft, "林岚", affiliation="青山社区", region="四川")
    draft = changed(draft, "吴强", role=NOBODY)
    draft = replace(draft, title="题", date="2026-03-01", place="青山")
    assert settings_of(draft) == Settings(
        "题", "2026-03-01", "青山", ("林岚",), {"周敏": "林 岚"}, {"林岚": "青山社区"}, {"林岚": "四川"}, ("吴强",)
    )


def test_blank_name_is_the_label_again():
    draft = changed(changed(twelve(), "周敏", name="甲"), "周敏", name="  ")
    assert draft == twelve()


def test_of_two_labels_of_one_person_the_first_that_was_changed_counts():
    draft = changed(changed(twelve(), "周敏", name="林岚", affiliation="乙"), "林岚", affiliation="甲")
    assert settings_of(draft).affiliation == {"林岚": "甲"}


def test_what_is_cleared_is_gone_in_the_workshop(tmp_path):
    data = "林岚（成都青山社区）：\n大家好。\n周敏：\n好。\n".encode()
    draft = draft_of(data, "a.txt")
    assert (draft.people[0].affiliation, draft.people[0].region) == ("成都青山社区", "四川")
    draft = changed(draft, "林岚", affiliation="", region="")
    folder = library.add(tmp_path, "a", data, settings_of(draft))
    row = read_workshop(folder).tables["speakers"].iloc[0]
    assert (row["affiliation"] is None or row.isna()["affiliation"], row.isna()["region"]) == (True, True)


def test_preview_shows_names_merges_and_folds():
    draft = changed(changed(twelve(), "周敏", name="甲"), "吴强", role=NOBODY)
    shown = preview(draft, turns=3)
    assert [turn.speaker for turn in shown] == ["林岚", "甲", "林岚"]
    assert "吴强" in "".join(turn.text for turn in preview(draft, turns=99))
    assert "吴强" not in {turn.speaker for turn in preview(draft, turns=99)}


def test_read_again_keeps_what_was_decided():
    draft = replace(changed(twelve(), "周敏", name="甲"), title="题", place="青山")
    again = read_again(draft, "proceedings")
    assert (again.format, again.people, again.title, again.place) == ("proceedings", draft.people, "题", "青山")
    assert settings_of(again).format == "proceedings"


def test_read_again_as_what_it_is_not():
    with pytest.raises(AnalysisError) as problem:
        read_again(twelve(), "nowhere")
    assert problem.value.code == "format_unknown"


def test_doubtful_is_less_than_two_speakers_or_four_turns():
    draft = twelve()
    assert not is_doubtful(draft)
    assert is_doubtful(draft_of("林岚：好。\n周敏：好。\n林岚：行。".encode(), "a.txt"))
    for person in draft.people:
        draft = changed(draft, person.label, name="林岚")
    assert is_doubtful(draft)
