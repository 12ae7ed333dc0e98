"""The speakers page: the session in parts, groups, silent names, and one speaker's card."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from analysis.workshop import Workshop
from tests import handmade
from tests.pages.apps import chart, component, inner, key_figures, messages, opened, plain, url


@pytest.mark.usefixtures("built")
def test_moderator_is_hatched() -> None:
    (bar,) = chart(opened("speakers"), "speakers_share")
    assert bar["marker"]["pattern"]["shape"] == ["/", "", "", ""]


@pytest.mark.usefixtures("built")
def test_parts_follow_filter_and_moderator() -> None:
    at = opened("speakers")
    drawn = chart(at, "speakers_along")
    assert [trace["customdata"] for trace in drawn] == [
        [[0, 0], [1, 0], [2, 0], [3, 0]],
        [[0, 1], [1, 1], [3, 1]],
        [[0, 2], [2, 2], [3, 2]],
        [[2, 3]],
    ]
    assert drawn[1]["x"] == pytest.approx([6 / 29, 12 / 23, 2 / 18])
    assert inner(at, "h2")[2] == "全场按字数分成 4 等份：一个人最多占一份的 52%（如第 2 份的周敏）"
    without = chart(opened("speakers", moderator="0"), "speakers_along")
    assert [trace["name"] for trace in without] == ["1", "2", "3"]
    alone = opened("speakers", speaker="吴强")
    assert [trace["x"] for trace in chart(alone, "speakers_along")] == [[1, 1, 1]]
    assert inner(alone, "h2")[2] == "吴强的话在全场的哪一段"


@pytest.mark.usefixtures("built")
def test_lens_is_in_the_address_and_says_what_is_missing() -> None:
    (bar,) = chart(opened("speakers"), "speakers_lens_organisation")  # only one province is stated
    assert bar["customdata"] == [["青山社区服务中心"], ["清河街道居委会"], ["东湖读书会"], [""]]
    assert bar["text"][0] == "43% · 人数 25% · 1.7 倍"
    at = opened("speakers", speaker="周敏")
    assert chart(at, "speakers_lens_organisation") == []
    assert any("没有可比的地区或机构" in note for note in inner(at, "p"))


@pytest.mark.usefixtures("built")
def test_exchange_is_in_the_address() -> None:
    at = opened("speakers")
    at.radio(key="speakers_exchange").set_value("advice").run()
    assert url(at) == {"workshop": ["twelve"], "exchange": ["advice"]}
    assert len(chart(opened("speakers", exchange="advice"), "speakers_exchange_advice")) == 1
    assert len(chart(opened("speakers", exchange="<b>"), "speakers_exchange_reply")) == 1


@pytest.mark.parametrize(
    ("attendees", "said"),
    [
        ([], "没有与会名单，所以不知道谁在场而没有发言。"),
        (["林 岚", "赵一", "钱二"], "与会名单上的 3 位里，2 位在文字稿里没有发言（按全场）：赵一、钱二。"),
        (["林岚", "周敏"], "与会名单上的 2 位都在文字稿里发了言（按全场）。"),
    ],
)
def test_silent_names(
    twelve: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attendees: list[str], said: str
) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
    handmade.put(tmp_path, "twelve", replace(twelve, about=twelve.about | {"attendees": attendees}))
    assert sum(note.startswith(said) for note in inner(opened("speakers"), "p")) == 1


@pytest.mark.usefixtures("built")
def test_longest_turn_is_a_link() -> None:
    links = [(plain(link.proto.label), link.proto.query_string) for link in opened("speakers").main.get("page_link")]
    assert ("最长的一段：周敏，第 6 段，12 字", "workshop=twelve&turn=6") in links  # the first of two as long


@pytest.mark.usefixtures("built")
def test_card_of_one_speaker() -> None:
    at = opened("speakers")
    assert chart(at, "speakers_words") == []
    at.selectbox(key="speakers_who").set_value("吴强").run()
    assert url(at) == {"workshop": ["twelve"], "who": ["吴强"]}
    small = inner(at, "small")[-4:]
    assert small == ["同一人连续算一段", "占当前全部发言的 24%", "第 4 段", "带问号或问法的句子"]
    (words,) = chart(at, "speakers_words")
    assert {term: text for (term,), text in zip(words["customdata"], words["text"], strict=True)} == {
        **dict.fromkeys(("AI", "工具", "帮忙", "很着急", "联系"), "1 次；其余 0 次"),
        "志愿者": "1 次；其余 1 次",
        "学校": "1 次；其余 2 次",
    }
    assert words["x"] == pytest.approx([1000 / 24] * 7)
    drawn = {word["word"]: word["count"] for word in component(at, "speakers_cloud")["words"]}
    assert drawn == dict.fromkeys(("AI", "工具", "帮忙", "很着急", "联系", "志愿者", "学校"), 1)
    assert (inner(at, "h2")[-1], inner(at, "blockquote")) == ("吴强的挑战（1）与建议（0）", ["志愿者太少"])
    assert inner(at, "p")[-2:] == [
        "接在谁之后说话（全场）：林岚 1 次、周敏 2 次。",
        "谁接在其后说话（全场）：林岚 3 次。",
    ]


@pytest.mark.usefixtures("built")
def test_card_of_an_adviser() -> None:
    at = opened("speakers", who="东湖读书会")
    assert inner(at, "p")[-1] == "建议可能回应了谁的挑战（全场，模型判断）：周敏 1 次。"
    assert (
        inner(opened("speakers", who="周敏"), "p")[-1]
        == "谁的建议可能回应了其挑战（全场，模型判断）：东湖读书会 1 次。"
    )


@pytest.mark.usefixtures("built")
def test_card_of_somebody_filtered_out_or_unknown() -> None:
    at = opened("speakers", who="周敏", speaker="吴强")
    assert messages(at, "info") == ["当前筛选里没有周敏的话。请在左侧放宽筛选，或另选一位。"]
    at = opened("speakers", who="<script>")
    assert (list(at.exception), url(at), key_figures(at)["基尼系数"]) == ([], {"workshop": ["twelve"]}, "0.24")
