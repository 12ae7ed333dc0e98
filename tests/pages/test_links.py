"""A link in a page holds the whole view: copied or opened in a new tab it shows the same, at its place."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.apps import inner, moved, opened, rows, url

pytestmark = pytest.mark.usefixtures("built")
VIEW = {"workshop": ["twelve"], "speaker": ["周敏", "吴强"], "q": ["学校"], "lang": ["en"]}


def links(at: AppTest, *, main: bool = True) -> list[dict[str, list[str]]]:
    """Read the parameters of the links of the page, or of the sidebar."""
    found = (at.main if main else at.sidebar).get("page_link")
    return [parse_qs(each.proto.query_string) for each in found]


def test_link_to_a_place_holds_the_view_and_no_other_place() -> None:
    at = opened("topics", **VIEW, term="学校")
    assert links(at) == [{**VIEW, "turn": ["6"]}, {**VIEW, "turn": ["7"]}]
    copy = opened("transcript", **links(at)[1])
    assert inner(copy, "h1") == ["Transcript"]
    assert inner(copy, "section") == [
        "周敏　turn 6 · source line 11可以和学校合作,学校有场地。",
        "吴强　turn 7 · source line 13好,我去联系学校。",
    ]
    assert url(copy) == {**VIEW, "turn": ["7"]}


def test_links_of_the_sidebar_hold_the_view_without_the_place() -> None:
    assert links(opened("transcript", **VIEW, turn="6", part="1"), main=False) == [VIEW] * 7
    at = opened("dashboard", speaker="周敏")
    labels = [each.proto.label for each in at.main.get("page_link")]
    assert links(at)[labels.index("看全部挑战与建议")] == {"workshop": ["twelve"], "speaker": ["周敏"]}


@pytest.mark.parametrize(
    ("name", "kind", "key", "value", "given"),
    [
        ("speakers", "text_input", "filter_q", "学校", {"q": ["学校"]}),
        ("speakers", "toggle", "speakers_moderator", False, {"moderator": ["0"]}),
        ("challenges", "selectbox", "challenges_status", "open", {"status": ["open"]}),
        ("challenges", "multiselect", "challenges_category", ["capability"], {"category": ["capability"]}),
        ("challenges", "toggle", "challenges_doubtful", True, {"doubtful": ["1"]}),
    ],
)
def test_links_know_what_was_just_chosen(name: str, kind: str, key: str, value: object, given: dict) -> None:
    at = opened(name)
    getattr(at, kind)(key=key).set_value(value).run()
    assert links(at, main=False) == [{"workshop": ["twelve"], **given}] * 7


def test_link_of_before_a_fast_choice_does_not_undo_it() -> None:
    at = opened("speakers")
    stale = dict(url(at))
    at.multiselect(key="filter_speakers").set_value(["周敏"]).run()
    at.query_params.clear()
    at.query_params.update({**stale, "turn": ["6"]})
    moved(at, "transcript")
    assert url(at) == {"workshop": ["twelve"], "speaker": ["周敏"], "turn": ["6"]}
    assert rows(moved(at, "speakers"), "name") == [("周敏",)]
