"""What the pages show of twelve turns that anybody can count."""

from __future__ import annotations

import json

import pytest

from tests.pages.apps import chart, inner, key_figures, markup, opened, plain, rows

pytestmark = pytest.mark.usefixtures("built")


def test_overview_counts() -> None:
    at = opened("dashboard")
    assert key_figures(at) == {
        "发言人": "4",
        "发言段数": "12",
        "总字数": "98 字",
        "提问": "4",
        "挑战": "2",
        "建议": "2",
    }
    assert inner(at, "small")[:6] == [
        "其中主持人 1 位",
        "同一人连续说的话算一段",
        "汉字、外文词、数字；不计标点",
        "带问号或问法的句子",
        "其中 1 条未找到回应（模型判断）",
        "模型较有把握的条目",
    ]
    assert inner(at, "h2") == [
        "4 位发言人中，说得最多的 2 位说了至少一半的话",
        "最突出的关键词（点击看原话）",
        "1 条挑战未找到回应（模型判断，请对照原话）",
        "代表性原话",
    ]
    assert inner(at, "blockquote") == ["志愿者太少", "我们没有场地", "我们有3个读书点", "志愿者太少"]


def test_overview_strip() -> None:
    turns, challenges, advice = chart(opened("dashboard"), "overview_strip")
    assert turns["x"] == [9, 6, 4, 10, 11, 12, 7, 9, 12, 2, 7, 9]
    assert turns["base"] == [0, 9, 15, 19, 29, 40, 52, 59, 68, 80, 82, 89]
    assert turns["y"] == [0, 1, 0, 2, 0, 1, 2, 0, 3, 1, 2, 0]
    assert turns["customdata"] == [["turn", turn] for turn in range(12)]
    assert turns["hovertext"][3] == "第 4 段 · 吴强 · 10 字"
    assert (challenges["x"], challenges["customdata"]) == ([9, 19], [["challenge", 2], ["challenge", 4]])
    assert (advice["x"], advice["customdata"]) == ([59, 68], [["advice", 10], ["advice", 11]])


def test_speakers_table() -> None:
    columns = ("name", "role", "organisation", "region", "city", "turns", "chars", "questions", "challenges", "advice")
    at = opened("speakers")
    assert rows(at, *columns) == [
        ("林岚", "主持人", "青山社区服务中心", "", "", 5, 42, 3, 0, 1),
        ("吴强", "参与者", "清河街道居委会", "", "", 3, 24, 1, 2, 0),
        ("周敏", "参与者", "", "四川", "成都", 3, 20, 0, 1, 0),
        ("东湖读书会", "参与者", "东湖读书会", "", "", 1, 12, 0, 0, 1),
    ]
    assert [round(98 * share, 9) for (share,) in rows(at, "char_share")] == [42, 24, 20, 12]


def test_speakers_charts() -> None:
    at = opened("speakers")
    (bar,) = chart(at, "speakers_share")
    assert bar["text"] == ["42 字 · 43%", "24 字 · 24%", "20 字 · 20%", "12 字 · 12%"]
    assert bar["customdata"] == [[0], [2], [1], [3]]
    (replies,) = chart(at, "speakers_exchange_reply")
    pairs = [[0, 1], [0, 2], [1, 0], [1, 3], [2, 0], [2, 1], [3, 0]]
    assert (replies["customdata"], replies["text"]) == (pairs, ["1", "3", "2", "1", "1", "2", "1"])
    at.radio(key="speakers_exchange").set_value("advice").run()
    (answers,) = chart(at, "speakers_exchange_advice")
    assert (answers["customdata"], answers["text"]) == ([[3, 1]], ["1"])


def test_speakers_balance_and_reason() -> None:
    at = opened("speakers")
    # 42 24 20 12: Σ|xi−xj| = 2 (18 + 22 + 30 + 4 + 12 + 8) = 188; 188 ÷ (2 · 4² · 24.5) = 0.24
    assert key_figures(at) == {
        "说得最多的一位": "43%",
        "说得最多的三位": "88%",
        "基尼系数": "0.24",
        "归一化熵": "0.93",
    }
    assert inner(at, "p")[-1] == "为什么把林岚当作主持人：第一个发言，发言 5 段，提问 3 句，3 段里邀请或致谢他人。"


def test_topics_counts() -> None:
    at = opened("topics")
    assert rows(at, "term", "count", "sentences", "speakers") == [
        ("志愿者", 2, 2, 2),
        ("学校", 3, 2, 2),
        ("场地", 2, 2, 1),
        ("很着急", 1, 1, 1),
        ("合作", 1, 1, 1),
        ("困难", 1, 1, 1),
        ("高校", 1, 1, 1),
        ("读书", 1, 1, 1),
        ("联系", 1, 1, 1),
        ("工具", 1, 1, 1),
        ("再谈", 1, 1, 1),
        ("帮忙", 1, 1, 1),
        ("AI", 1, 1, 1),
    ]
    assert inner(at, "h2")[-1] == "当前有 13 个关键词"
    (bar,) = chart(at, "topics_terms")
    assert (bar["customdata"][:4], bar["x"]) == ([["学校"], ["志愿者"], ["场地"], ["很着急"]], [3, 2, 2] + [1] * 10)
    (matrix,) = chart(at, "topics_matrix")
    assert matrix["customdata"] == [[0, 1], [0, 2], [1, 0], [1, 2]]
    # of 5 sentences, 3 and 2 are on the topics, 1, 2 and 2 by the speakers: 3·2/5, 3·2/5, 2·1/5, 2·2/5
    assert matrix["hovertext"] == [
        "周敏 · 学校·场地：2 句，18 字；若人人比例相同应为 1.2 句",
        "吴强 · 学校·场地：1 句，7 字；若人人比例相同应为 1.2 句",
        "林岚 · 志愿者·高校：1 句，9 字；若人人比例相同应为 0.4 句",
        "吴强 · 志愿者·高校：1 句，5 字；若人人比例相同应为 0.8 句",
    ]
    assert matrix["text"] == ["(1.7)", "(0.8)", "(2.5)", "(1.2)"]
    assert inner(at, "h2")[1:3] == ["归纳出 2 个话题：谁谈了哪一个", "谈到“学校·场地”的发言最多：12 段里有 3 段"]
    (along,) = chart(at, "topics_along")
    assert along["customdata"] == [[0, 1], [0, 5], [0, 6], [1, 3], [1, 7]]
    assert (along["base"], along["x"]) == ([9, 40, 52, 19, 59], [6, 12, 7, 10, 9])
    assert along["hovertext"][0] == "学校·场地 · 第 2 段 · 周敏：1 句中 1 句"


def test_topics_cloud_holds_the_terms() -> None:
    (cloud,) = opened("topics").get("bidi_component")
    drawn = {word["word"]: word["count"] for word in json.loads(cloud.proto.json)["words"]}
    assert drawn == {"学校": 3, "志愿者": 2, "场地": 2} | dict.fromkeys(
        ("AI", "高校", "很着急", "读书", "工具", "联系", "合作", "再谈", "帮忙", "困难"), 1
    )


def test_challenges_ledger() -> None:
    at = opened("challenges")
    columns = ("challenge", "by", "category", "status", "advice", "adviser", "link", "confidence")
    assert rows(at, *columns) == [
        ("我们没有场地", "周敏", "运营与服务", "可能已有建议", "我们有3个读书点", "东湖读书会", "62%", 0.9),
        ("志愿者太少", "吴强", "能力与人才", "未找到回应", "", "", "", 0.7),
    ]
    assert inner(at, "h2")[0] == "2 条挑战：1 条可能已有建议，1 条未找到回应（模型判断）"
    assert [tab.label for tab in at.tabs] == ["可能已有建议（1）", "未找到回应（1）", "其他建议（1）", "表格"]
    assert [plain(each.proto.body) for each in at.tabs[0].get("html")][1:] == [
        "我们没有场地",
        "周敏挑战运营与服务把握 90%我们没有场地。判断依据：句子本身、问句",
        "东湖读书会建议运营与服务把握 80%回应把握 62%我们有3个读书点,欢迎来用。判断依据：在段中的位置",
    ]
    answered, waiting = chart(at, "challenges_categories")
    assert (answered["customdata"], answered["x"]) == ([["operations", "answered"]], [1])
    assert (waiting["customdata"], waiting["x"]) == ([["capability", "open"]], [1])


def test_challenges_marks_cues_and_offers_candidates() -> None:
    at = opened("challenges")
    assert inner(at, "mark") == ["没有", "欢迎", "太少", "也可以", "也可以"]
    assert [each.label for each in at.expander] == ["可能的回应（1 条，未认定）"]
    assert [plain(each.proto.body) for each in at.expander[0].get("html")] == [
        "林岚建议能力与人才把握 60%回应把握 20%高校志愿者也可以找。判断依据：句子本身"
    ]


def test_transcript_is_verbatim() -> None:
    at = opened("transcript")
    said = [
        "林岚　第 1 段 · 原稿第 1 行大家好。谁先说说困难?",
        "周敏　第 2 段 · 原稿第 3 行我们没有场地。",
        "林岚　第 3 段 · 原稿第 5 行还有哪位?",
        "吴强　第 4 段 · 原稿第 7 行志愿者太少。我们很着急。",
        "林岚　第 5 段 · 原稿第 9 行谢谢吴强分享。有什么建议?",
        "周敏　第 6 段 · 原稿第 11 行可以和学校合作,学校有场地。",
        "吴强　第 7 段 · 原稿第 13 行好,我去联系学校。",
        "林岚　第 8 段 · 原稿第 15 行高校志愿者也可以找。",
        "东湖读书会　第 9 段 · 原稿第 17 行我们有3个读书点,欢迎来用。",
        "周敏　第 10 段 · 原稿第 19 行谢谢!",
        "吴强　第 11 段 · 原稿第 21 行AI工具能帮忙吗?",
        "林岚　第 12 段 · 原稿第 23 行下次再谈。今天到这里。",
    ]
    assert inner(at, "section") == said
    assert [each.label for each in at.expander] == ["不属于任何发言人的 1 行"]
    assert plain(at.expander[0].get("html")[0].proto.body) == "附注(完) 原稿第 25 行"
    assert '<span class="challenge" title="挑战">我们没有场地。</span>' in markup(at)


def test_about_names_the_source() -> None:
    at = opened("about", lang="en")
    facts = dict(rows(at, "fact", "value", place=1))
    assert {name: facts[name] for name in ("Source file", "Format", "Encoding")} == {
        "Source file": "twelve.txt",
        "Format": "proceedings",
        "Encoding": "utf-8",
    }
