"""Codes in the place of names: nobody is named, nothing else changes, the same talk always has the same codes."""

from __future__ import annotations

import json
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from analysis import paths
from analysis.build import analyse
from analysis.coded_tables import shortened
from analysis.codes import piece
from analysis.pseudonyms import key_of, key_table, pseudonymised
from analysis.settings import Settings, read_settings
from analysis.tables import TABLES, check_references, make_table, to_arrow
from analysis.transcript import Transcript, Turn, Unowned
from analysis.workshop import Workshop, read_workshop
from tests import handmade

SHIPPED = paths.DATA / "workshops" / "transcript"
NAMED = (
    "毛刚强", "王静", "陆德泉", "刘阳顺", "陈菲", "杨聪惠", "陆老师", "高老师", "连心", "白水", "草根公益", "心悦",
    "乐益行", "妇源汇", "大兴", "世界银行", "贵州社区建设与乡村治理促进会", "贵州民族大学", "渭南新星", "扶风", "碑林",
)  # fmt: skip


@pytest.fixture(scope="module")
def shipped() -> Workshop:
    return read_workshop(SHIPPED)


def talk(*said: tuple[str, str] | tuple[str, str, str], unowned: tuple[Unowned, ...] = (), **known: object) -> Workshop:
    """Analyse turns given as speaker, words and perhaps affiliation."""
    turns = tuple(
        Turn(row[0], row[1], 2 * n + 1, (2 * n + 1,), affiliation=row[2] if len(row) > 2 else None)
        for n, row in enumerate(said)
    )
    return analyse(Transcript("text", "utf-8", turns, unowned), Settings(**known))


def cells(workshop: Workshop) -> str:
    """Join every text of a workshop."""
    texts = [json.dumps(workshop.about, ensure_ascii=False)]
    for table in workshop.tables.values():
        for column in table:
            texts += [" ".join(map(str, v)) if isinstance(v, list) else str(v) for v in table[column].tolist()]
    return "\n".join(texts)


def check_contract(workshop: Workshop) -> None:
    """Make sure that a workshop may be written: types, references, sentences that give turns back, short summaries."""
    for name in TABLES:
        to_arrow(name, workshop.tables[name])
    check_references(workshop.tables)
    joined = workshop.tables["sentences"].groupby("turn_id")["text"].sum().to_dict()
    turns = dict(workshop.tables["turns"][["turn_id", "text"]].itertuples(index=False))
    assert {turn: joined.get(turn, "") for turn in turns} == turns
    assert workshop.tables["terms"]["term"].is_unique
    assert max((len(s) for name in ("challenges", "advice") for s in workshop.tables[name]["summary"]), default=0) <= 40


def coded_turns(workshop: Workshop) -> list[str]:
    return pseudonymised(workshop, key_of(workshop)).tables["turns"]["text"].tolist()


def codes(workshop: Workshop) -> list[tuple[str, str]]:
    return [(named.code, named.name) for named in key_of(workshop).names]


def test_key_of_the_shipped_workshop(shipped: Workshop) -> None:
    assert codes(shipped) == [
        ("主持人A", "毛刚强"),
        ("参与者A", "王静"),
        ("参与者B", "陆德泉"),
        ("参与者C", "刘阳顺"),
        ("参与者D", "陈菲"),
        ("机构1", "西安市碑林区心连心社区服务发展中心"),
        ("参与者E", "杨聪惠"),
        ("机构2", "贵州社区建设与乡村治理促进会"),
        ("机构3", "贵州民族大学"),
        ("机构4", "云南连心社区照顾中心专家指导委员会"),
        ("机构5", "云南草根公益支持中心"),
        ("机构6", "渭南白水助残协会"),
        ("机构7", "渭南新星困境儿童援助中心"),
        ("机构8", "陕西扶风心悦启智中心"),
        ("人物1", "高老师"),
        ("机构12", "世界银行"),
        ("机构11", "大兴社区"),
        ("机构9", "乐益行"),
        ("机构10", "妇源汇"),
    ]


def test_shipped_workshop_names_nobody(shipped: Workshop) -> None:
    coded = pseudonymised(shipped, key_of(shipped))
    whole = [*shipped.tables["speakers"]["name"], *shipped.tables["speakers"]["organisation"].dropna()]
    assert [name for name in (*NAMED, *whole) if name in cells(coded)] == []
    assert [name for name in (*NAMED, *whole) if name not in cells(shipped)] == []


def test_shipped_workshop_keeps_its_contract_and_its_figures(shipped: Workshop) -> None:
    coded = pseudonymised(shipped, key_of(shipped))
    check_contract(coded)
    texts = {
        "name",
        "affiliation",
        "organisation",
        "city",
        "text",
        "term",
        "label",
        "terms",
        "title",
        "summary",
        "cues",
    }
    for name in TABLES.keys() - {"terms", "term_sentences"}:
        table = shipped.tables[name]
        kept = [column for column in table.columns if column not in texts]
        pd.testing.assert_frame_equal(coded.tables[name][kept], table[kept], check_dtype=False)
    before, after = (dict(w.tables["terms"][["term", "count"]].itertuples(index=False)) for w in (shipped, coded))
    within_names = {"助残": (4, 3), "渭南市": (1, 0)}  # parts of 白水助残协会 and of another's name
    renamed = {term: key_of(shipped).coded(term) for term in before}
    assert {t: new for t, new in renamed.items() if new != t} == {
        "世界银行": "机构12",
        "乐益行": "机构9",
        "妇源汇": "机构10",
        "大兴": "机构11",
    }
    left = {term: after.get(renamed[term], 0) for term in before}
    assert {term: (count, left[term]) for term, count in before.items() if left[term] != count} == within_names
    assert list(after) == [renamed[term] for term in before if left[term]]
    assert coded.tables["speakers"]["region"].tolist() == ["贵州", "广西", "云南", "陕西", "陕西", "陕西", "陕西"]
    assert coded.tables["speakers"]["city"].isna().all()


def test_shipped_workshop_reads_on(shipped: Workshop) -> None:
    said = "\n".join(coded_turns(shipped))
    assert "我跟参与者B的机构4我们错一个字,一说到机构4,机构1出来就是机构4,我们社区原来叫机构11" in said
    assert "我是来自机构6,去年我们给民政局报项目" in said
    assert "我想请像人物1,这个问题能不能有个回应" in said


def test_same_words_have_the_same_key_whatever_the_models_say(shipped: Workshop, real: Workshop) -> None:
    read = read_settings(paths.DATA / "transcripts" / "transcript.txt")
    empty = {name: make_table(name, []) for name in ("challenges", "advice", "links", "terms", "topics", "chapters")}
    other = replace(real, tables=real.tables | empty, about=real.about | {"codes": dict(reversed(read.codes.items()))})
    assert key_of(other) == key_of(shipped)


def test_key_does_not_depend_on_the_engine(shipped: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = []
    for engine in ("rjieba", "jieba"):
        monkeypatch.setenv("WORKSHOP_INSIGHTS_ENGINE", engine)
        keys.append((key_of(shipped), coded_turns(shipped)))
    assert keys[0] == keys[1]


def test_pseudonymised_leaves_the_workshop_alone(shipped: Workshop) -> None:
    before = {name: table.copy() for name, table in shipped.tables.items()}
    pseudonymised(shipped, key_of(shipped))
    assert all(shipped.tables[name].equals(table) for name, table in before.items())


def test_twelve_turns(twelve: Workshop) -> None:
    assert codes(twelve) == [
        ("主持人A", "林岚"),
        ("参与者A", "周敏"),
        ("参与者B", "吴强"),
        ("机构1", "东湖读书会"),
        ("机构2", "青山社区服务中心"),
        ("机构3", "清河街道居委会"),
    ]
    assert coded_turns(twelve)[4] == "谢谢参与者B分享。有什么建议?"


def test_ledger_and_topics_of_the_twelve_turns() -> None:
    workshop = handmade.twelve()
    items = workshop.tables["advice"].assign(
        summary=["谢谢吴强分享", "谢谢" * 19 + "吴强"], cues=[["吴强", "谢谢"], ["吴"]]
    )
    topics = workshop.tables["topics"].assign(label=["吴强·场地", "志愿者·高校"])
    workshop = replace(workshop, tables=workshop.tables | {"advice": items, "topics": topics})
    coded = pseudonymised(workshop, key_of(workshop))
    check_contract(coded)
    assert coded.tables["advice"]["summary"].tolist() == ["谢谢参与者B分享", "谢谢" * 19]
    assert coded.tables["advice"]["cues"].tolist() == [["参与者B", "谢谢"], ["吴"]]
    assert coded.tables["topics"]["label"].tolist() == ["参与者B·场地", "志愿者·高校"]


def test_names_within_names() -> None:
    workshop = talk(("王静", "王静怡说得好，王静也同意。"), ("王静怡", "是王静说的。"))
    assert coded_turns(workshop) == ["参与者B说得好，参与者A也同意。", "是参与者A说的。"]


def test_latin_names() -> None:
    workshop = talk(
        ("Alice Wang", "Bob will join, and bobsled is fun. Will said so."),
        ("Bob", "谢谢Alice，alice wang 讲得好，ALICE也是。"),
        ("Will", "I will. Ask Bob3."),
    )
    assert coded_turns(workshop) == [
        "参与者B will join, and bobsled is fun. Will said so.",
        "谢谢参与者A，参与者A 讲得好，参与者A也是。",
        "I will. Ask Bob3.",
    ]
    assert pseudonymised(workshop, key_of(workshop)).tables["speakers"]["name"].tolist() == [
        "参与者A",
        "参与者B",
        "参与者C",
    ]


def test_names_with_brackets_and_signs() -> None:
    workshop = talk(("林岚（小岚）", "大家好。"), ("A.B*", "小岚好，林岚（小岚）好，A.B*好。"))
    assert coded_turns(workshop)[1] == "参与者A好，参与者A好，参与者B好。"


def test_common_words_and_single_characters_stay_in_speech() -> None:
    workshop = talk(
        ("方向", "我们的方向对。"), ("甲", "甲方同意，方向老师说得好。"), ("安静", "请安静。"), ("主持人", "主持人说。")
    )
    assert coded_turns(workshop) == ["我们的方向对。", "甲方同意，参与者A说得好。", "请安静。", "主持人说。"]
    coded = pseudonymised(workshop, key_of(workshop))
    assert coded.tables["speakers"]["name"].tolist() == ["参与者A", "参与者B", "参与者C", "参与者D"]
    assert (key_of(workshop).code("方向"), key_of(workshop).coded("方向")) == ("参与者A", "方向")


def test_a_common_word_stays_a_term() -> None:
    workshop = talk(("方向", "我们的方向对。"))
    made = {"terms": [("方向", 1, 1, 1, 2.0, 2.0, "term")], "term_sentences": [("方向", 0, 1)]}
    tables = workshop.tables | {name: make_table(name, rows) for name, rows in made.items()}
    coded = pseudonymised(replace(workshop, tables=tables), key_of(workshop))
    pd.testing.assert_frame_equal(coded.tables["terms"], tables["terms"])


def test_a_name_within_a_common_word_stays() -> None:
    workshop = talk(("金会", "基金会支持我们，金会也支持。"), ("陆德泉", "道德泉源，德泉说过。"))
    assert coded_turns(workshop) == ["基金会支持我们，参与者A也支持。", "道德泉源，参与者B说过。"]


def test_traditional_and_wide_characters() -> None:
    workshop = talk(("劉陽順", "我們來了。"), ("王　静", "刘阳顺和劉陽順，王静与王 静，這樣對嗎？"))
    assert coded_turns(workshop)[1] == "参与者A和参与者A，参与者B与参与者B，這樣對嗎？"


def test_a_short_form_of_two_is_somebody_else() -> None:
    workshop = talk(("王静", "王老师请讲。"), ("王强", "王静老师先讲，我听王老师的。"))
    assert coded_turns(workshop) == ["人物1请讲。", "参与者A先讲，我听人物1的。"]


def test_titles_behind_words_are_no_names() -> None:
    workshop = talk(("高明华", "提高老师的能力，高校长期支持，向老师学习。"), ("李文秀", "高老师说得对，高总也是。"))
    assert coded_turns(workshop) == ["提高老师的能力，高校长期支持，向老师学习。", "参与者A说得对，参与者A也是。"]


def test_codes_are_set_off_from_letters_and_digits() -> None:
    workshop = talk(("林岚", "新雨基金会3个项目，新雨基金会NGO。"), ("周敏", "林岚2号来。"))
    assert coded_turns(workshop) == ["机构1 3个项目，机构1 NGO。", "参与者A 2号来。"]


def test_codes_are_no_words_of_the_text() -> None:
    workshop = talk(("参与者B", "我们机构3个人。"), ("林岚", "主持人 A和参与者A都来，陈老师也来。", "青山协会"))
    assert codes(workshop) == [
        ("代号参与者A", "参与者B"),
        ("代号参与者B", "林岚"),
        ("代号机构1", "青山协会"),
        ("人物1", "陈老师"),
    ]


def test_letters_go_on_after_z() -> None:
    workshop = talk(*((f"说话人{n}", "好。") for n in range(1, 29)))
    assert [code for code, _ in codes(workshop)][24:] == ["参与者Y", "参与者Z", "参与者AA", "参与者AB"]
    assert coded_turns(talk(("说话人1", "说话人12说的。"), ("说话人12", "好。")))[0] == "参与者B说的。"


def test_settings_give_codes_and_keep_names() -> None:
    workshop = talk(
        ("林岚", "高老师说新雨好，老高同意，花田书院也好。"),
        ("周敏", "方向好。"),
        codes={"新雨": "机构3", "老高": "人物1", "方向": "某人", "花田书院": "花田书院"},
    )
    assert coded_turns(workshop) == ["人物1说机构3好，人物1同意，花田书院也好。", "某人好。"]
    assert key_table(key_of(workshop)).values.tolist() == [
        ["参与者A", "participant", "林岚", ["林岚"]],
        ["参与者B", "participant", "周敏", ["周敏"]],
        ["人物1", "person", "高老师", ["高老师", "老高"]],
        ["机构3", "organisation", "新雨", ["新雨"]],
        ["某人", "given", "方向", ["方向"]],
    ]


def test_a_code_given_by_hand_moves_no_other() -> None:
    said = (("林岚", "高老师和陈老师来，新雨基金会也来。"),)
    assert codes(talk(*said)) == [
        ("参与者A", "林岚"),
        ("机构1", "新雨基金会"),
        ("人物1", "高老师"),
        ("人物2", "陈老师"),
    ]
    by_hand = talk(*said, codes={"高老师": "参与者A"})
    assert codes(by_hand) == [("参与者A", "林岚"), ("机构1", "新雨基金会"), ("人物2", "陈老师")]
    assert coded_turns(by_hand) == ["参与者A和人物2来，机构1也来。"]


def test_names_before_a_rename_are_replaced() -> None:
    workshop = talk(("岚岚", "好。"), ("周敏", "岚岚说的，林岚也是。"), rename={"岚岚": "林岚"})
    assert coded_turns(workshop)[1] == "参与者A说的，参与者A也是。"


def test_about_and_lines_of_nobody() -> None:
    warnings = [{"code": "affiliation_conflict", "values": {"speaker": "林岚", "kept": "青山协会"}}]
    facts = {"title": "林岚访谈", "slug": "林岚访谈", "source": "林岚.txt", "warnings": warnings, "place": "成都"}
    workshop = talk(("林岚", "好。", "青山协会"), unowned=(Unowned(9, "note", "记录：林岚"),), codes={"新雨": "机构1"})
    coded = pseudonymised(replace(workshop, about=workshop.about | facts), key_of(workshop))
    assert [coded.about[name] for name in ("title", "slug", "source", "place")] == [
        "参与者A访谈",
        "参与者A访谈",
        "参与者A.txt",
        "成都",
    ]
    assert coded.about["warnings"][0]["values"] == {"speaker": "参与者A", "kept": "机构1"}
    assert coded.tables["unowned"]["text"].tolist() == ["记录：参与者A"]
    assert "林岚" not in cells(coded)
    assert {"codes", "renamed"} & set(coded.about) == set()


def test_terms_of_one_code_become_one() -> None:
    workshop = talk(
        ("林岚", "新雨来了。新雨中心好，碑林好。"), codes={"新雨": "机构1", "新雨中心": "机构1", "碑林": "机构2"}
    )
    made = {
        "terms": [
            ("新雨", 1, 1, 1, 2.0, 1.5, "organisation"),
            ("新雨中心", 1, 1, 1, 3.0, 3.0, "organisation"),
            ("林", 1, 1, 1, 1.0, 1.0, "person"),
            ("来", 1, 1, 1, 1.0, 1.0, "term"),
        ],
        "term_sentences": [("新雨", 0, 1), ("新雨中心", 1, 1), ("林", 1, 1), ("来", 0, 1)],
        "topics": [(0, "新雨·新雨中心", ["新雨", "新雨中心", "林"], 2, 9), (1, "林", ["林"], 1, 3)],
    }
    tables = workshop.tables | {name: make_table(name, rows) for name, rows in made.items()}
    coded = pseudonymised(replace(workshop, tables=tables), key_of(workshop))
    check_contract(coded)
    assert coded.tables["terms"].values.tolist() == [
        ["机构1", 2, 2, 1, 5.0, 4.5, "organisation"],
        ["来", 1, 1, 1, 1.0, 1.0, "term"],
    ]
    assert coded.tables["term_sentences"].values.tolist() == [["机构1", 0, 1], ["机构1", 1, 1], ["来", 0, 1]]
    assert coded.tables["topics"][["label", "terms"]].values.tolist() == [["机构1", ["机构1"]], ["–", []]]


def test_named_gives_names_back(shipped: Workshop) -> None:
    key = key_of(shipped)
    assert [key.named(key.coded(text)) for text in ("王静", "陆老师", "连心", "残联")] == [
        "王静",
        "陆德泉",
        "云南连心社区照顾中心专家指导委员会",
        "残联",
    ]


def test_piece_gives_a_name_to_the_part_where_it_begins() -> None:
    text, spans = "见 J. Li 了", [(2, 7, "参与者A")]
    assert [piece(text, spans, 0, 4), piece(text, spans, 4, 9)] == ["见 参与者A", " 了"]


def test_shortened_cuts_no_code() -> None:
    assert shortened("好" * 38 + "王静来", [(38, 40, "参与者A")]) == "好" * 38
    assert shortened("好" * 36 + "王静", [(36, 38, "参与者A")]) == "好" * 36 + "参与者A"


def test_workshop_of_nobody() -> None:
    workshop = analyse(Transcript("text", "utf-8", ()))
    assert codes(workshop) == []
    check_contract(pseudonymised(workshop, key_of(workshop)))


# names that are replaced in speech, and names that are common words or too short and stay
PROPER = st.sampled_from([
    "王静", "王静怡", "静怡王", "欧阳喆", "Alice Wang", "Li", "O'Neil", "a.b", "张三（小三子）", "[李四]",
    "\\1", "$x^2$", "新雨(北京)", "喆喆", "說話人1", "青禾社区服务中心",
])  # fmt: skip
COMMON = st.sampled_from(["方向", "希望", "甲", "安静", "Will", "主持人", "大家"])
PHRASES = st.sampled_from(
    ["我们希望合作", "方向很重要", "大家安静", "甲方同意", "I will help", "有3个项目", "基金会支持", "主持人提问"]
)


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.lists(PROPER, unique=True, min_size=1, max_size=5), st.lists(COMMON, unique=True, max_size=3), st.data())
def test_made_up_names(proper: list[str], common: list[str], data: st.DataObject) -> None:
    said = [
        data.draw(st.lists(st.one_of(PHRASES, st.sampled_from(proper)), min_size=1, max_size=6))
        for _ in (*proper, *common)
    ]
    workshop = talk(*zip([*proper, *common], ["，".join(parts) + "。" for parts in said], strict=True))
    key = key_of(workshop)
    coded = pseudonymised(workshop, key)
    check_contract(coded)
    code = dict(zip(workshop.tables["speakers"]["name"], coded.tables["speakers"]["name"], strict=True))
    assert len(set(code.values())) == len(code)
    assert coded.tables["turns"]["text"].tolist() == ["，".join(code.get(p, p) for p in parts) + "。" for parts in said]
    assert key_of(workshop) == key


def test_who_was_there_and_silent_has_a_code_too() -> None:
    twelve = handmade.twelve()
    listed = replace(twelve, about=twelve.about | {"attendees": ["林岚", "赵一鸣", "周敏"]})
    coded = pseudonymised(listed, key_of(listed))
    assert coded.about["attendees"] == ["主持人A", "参与者C", "参与者A"]
