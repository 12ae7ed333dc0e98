"""The domain pack: the shared word lists, and those that a workshop carries beside its source."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import paths, words
from analysis.build import build
from analysis.errors import AnalysisError
from analysis.labels import named
from analysis.ledger.categories import lists
from analysis.lexicon import OWN, lexicon, own_lexicon, using
from analysis.lines import MAX_LINES
from analysis.tables import CATEGORIES
from analysis.terms import find_terms
from analysis.workshop import read_workshop

TALK = "林岚：共创营很难。共创营要场地。共创营好。\n周敏：共創營和工作坊都要场地，谢谢场地。\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "talk.lexicon").mkdir()
    path = tmp_path / "talk.txt"
    path.write_text(TALK, encoding="utf-8")
    return path


def write(source: Path, name: str, text: str | bytes) -> None:
    raw = text if isinstance(text, bytes) else text.encode("utf-8")
    (source.with_suffix(".lexicon") / name).write_bytes(raw)


def counts(source: Path) -> dict[str, int]:
    workshop = read_workshop(build(source, source.parent / "out"))
    return workshop.tables["terms"].set_index("term")["count"].to_dict()


def test_a_workshop_without_one_has_the_shared_lexicon(source):
    assert own_lexicon(source.with_name("other.txt")) is lexicon()


def test_user_words_stop_words_and_synonyms_are_those_of_the_workshop(source):
    assert "共创营" not in counts(source)
    write(source, "user_words.txt", "\ufeff# 活动的名字\r\n共创营\r\n")
    write(source, "stop_words.txt", "场地\n")
    write(source, "synonyms.txt", "共创营 工作坊\n")
    assert counts(source)["共创营"] == 5
    assert "场地" not in counts(source)
    assert words.cut("共创营") == ["共创", "营"]  # elsewhere nothing has changed


def test_words_in_traditional_characters_or_full_width_are_those_of_the_talk(source):
    write(source, "user_words.txt", "共創營\n")
    write(source, "synonyms.txt", "共創營 工作坊\nＮＧＯ 机构\n")
    own = own_lexicon(source)
    assert own.user_words[-1] == "共创营"
    assert (own.synonyms["工作坊"], own.synonyms["非政府组织"]) == ("共创营", "ngo")


def test_a_topic_has_the_name_of_the_line_that_most_of_its_terms_stand_on(source):
    write(source, "topic_names.txt", "禁毒 = 社区戒毒康复 戒毒 同伴教员\n钱=资金\n")
    names = own_lexicon(source).topic_names
    groups = [["戒毒", "示范点"], ["戒毒", "同伴教员", "资金"], ["项目", "资金"], ["学校"]]
    assert named(groups, ["a", "b", "c", "d"], names) == ["a", "禁毒", "钱", "d"]


def test_names_of_topics_stand_in_the_table(source):
    write(source, "topic_names.txt", "买服务 = 政府购买服务 政府 合作\n")
    source.write_bytes((paths.DATA / "transcripts" / "transcript.txt").read_bytes())
    topics = read_workshop(build(source, source.parent / "out")).tables["topics"]
    assert topics["label"].tolist().count("买服务") == 1
    assert "政府购买服务" in topics["terms"][topics["label"].tolist().index("买服务")]


def test_words_of_categories_are_added(source):
    write(source, "categories.toml", 'capability = ["共創營"]\n')
    own = own_lexicon(source)
    assert own.categories == {"共创营": (CATEGORIES.index("capability"),)}
    assert "共创营" not in lists().categories


def test_workshop_json_states_both_hashes(source):
    def hashes() -> tuple[str, str | None]:
        about = json.loads((build(source, source.parent / "out") / "workshop.json").read_text(encoding="utf-8"))
        return about["lexicon_sha256"], about["own_lexicon_sha256"]

    shared, empty = hashes()
    write(source, "stop_words.txt", "谢谢\n")
    again, changed = hashes()
    assert shared == again == lexicon().sha256
    assert len({empty, changed, shared}) == 3


@pytest.mark.parametrize(
    ("name", "text", "line", "code", "expected"),
    [
        ("user_words.txt", "共创营\n共创营 工作坊\n", 2, "words_invalid", "一个词"),
        ("stop_words.txt", "谢\x00谢\n", 1, "words_invalid", "一个词"),
        ("stop_words.txt", f"{'谢' * 31}\n", 1, "words_invalid", "一个词"),
        ("synonyms.txt", "# 说明\n义工\n", 2, "synonyms_invalid", "空格隔开"),
        ("synonyms.txt", "NGO ＮＧＯ\n", 1, "synonyms_invalid", "空格隔开"),
        ("synonyms.txt", "义工 帮手\n\n义工 志愿者\n", 3, "synonyms_invalid", "空格隔开"),
        ("topic_names.txt", "禁毒 戒毒\n", 1, "topic_names_invalid", "名称 = 词 词"),
        ("topic_names.txt", "禁毒 = \n", 1, "topic_names_invalid", "名称 = 词 词"),
        ("topic_names.txt", "禁毒 = 戒毒\n禁毒 = 吸毒\n", 2, "topic_names_invalid", "名称 = 词 词"),
        ("categories.toml", 'funding = ["钱"]\nmoney = ["钱"]\n', 2, "categories_invalid", "funding"),
        ("categories.toml", "# 说明\n\nfunding = [钱]\n", 3, "categories_invalid", "funding"),
        ("categories.toml", 'policy = ["法"]\nfunding = "钱"\n', 2, "categories_invalid", "funding"),
        ("categories.toml", f"funding = {'[' * 5000}\n", 1, "categories_invalid", "funding"),
        ("user_words.txt", "共创营\n".encode() + b"\xff\xfe\n", 2, "lexicon_encoding", "UTF-8"),
        ("user_words.txt", "词\n" * (MAX_LINES + 1), None, "lexicon_long", "50,000"),
        ("stopwords.txt", "谢谢\n", None, "lexicon_unknown", "stop_words.txt"),
    ],
)
def test_a_wrong_line_gives_the_file_the_line_and_what_is_expected(source, name, text, line, code, expected):
    write(source, name, text)
    with pytest.raises(AnalysisError) as problem:
        build(source, source.parent / "out")
    where = f"talk.lexicon/{name}" + (f":{line}" if line else "")
    assert (problem.value.code, problem.value.where) == (code, where)
    assert expected in problem.value.message("zh")
    assert "\x00" not in problem.value.message("en")
    assert not (source.parent / "out").exists()


def test_a_folder_in_the_place_of_a_file_is_named(source):
    (source.with_suffix(".lexicon") / OWN[0]).mkdir()
    with pytest.raises(AnalysisError) as problem:
        own_lexicon(source)
    assert (problem.value.code, problem.value.where) == ("lexicon_unknown", f"talk.lexicon/{OWN[0]}")


def test_hostile_words_change_nothing_but_themselves(source):
    write(source, "user_words.txt", "。\n<script>\n=1+1\n../../x\n)(*[\n场地\n")
    assert counts(source)["场地"] == 3
    assert "".join(read_workshop(source.parent / "out" / "talk").tables["sentences"]["text"]) == "".join(
        line.partition("：")[2] for line in TALK.splitlines()
    )


def test_using_a_lexicon_ends_with_the_block(source):
    write(source, "stop_words.txt", "学校\n")
    with using(own_lexicon(source)):
        assert len(find_terms(words.numbered([["学校"]])).term) == 0
    assert len(find_terms(words.numbered([["学校"]])).term) == 1


def test_builds_with_one_do_not_depend_on_the_hash_seed(source):
    write(source, "user_words.txt", "共创营\n")
    write(source, "synonyms.txt", "共创营 工作坊\n")
    made = set()
    for seed in ("1", "2"):
        out = source.parent / seed
        command = [sys.executable, "-m", "analysis", "build", str(source), "--out", str(out)]
        subprocess.run(command, cwd=paths.ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
        made.add(b"".join(path.read_bytes() for path in sorted((out / "talk").iterdir())))
    assert len(made) == 1
