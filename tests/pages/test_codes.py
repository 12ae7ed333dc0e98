"""Codes in the place of names: no page names anybody, the filters and the address follow, the key is kept back."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis import paths
from analysis.build import analyse
from analysis.text import LANGUAGES, translator
from analysis.transcript import Transcript, Turn
from pages.shared import download, switch
from tests import handmade
from tests.pages.apps import ANALYSED, inner, messages, moved, opened, rows, url

PEOPLE = ("林岚", "周敏", "吴强", "东湖读书会", "青山社区服务中心", "清河街道居委会")
SHIPPED = (
    "毛刚强", "王静", "陆德泉", "刘阳顺", "陈菲", "杨聪惠", "陆老师", "高老师", "连心", "白水", "草根公益", "心悦",
    "乐益行", "妇源汇", "大兴社区", "世界银行", "社区建设与乡村治理促进会", "贵州民族大学", "渭南", "扶风", "碑林",
)  # fmt: skip


def everything(at: AppTest) -> str:
    """Join all that a page sends to the browser, and its address: text, options, tables, charts, links."""
    drawn = [str(each.proto) for block in (at.main, at.sidebar) for each in block]
    tables = [table.value.to_csv() for table in at.dataframe]
    return "\n".join([*drawn, *tables, json.dumps(url(at), ensure_ascii=False)]).encode().decode("utf-8")


def named(at: AppTest, names: tuple[str, ...]) -> list[str]:
    """List the names in what a page sends, as they are or as protobuf and JSON write them."""
    sent = everything(at)
    return [
        name
        for name in names
        for written in (name, "".join(f"\\{byte:03o}" for byte in name.encode()), json.dumps(name)[1:-1])
        if written in sent
    ]


@pytest.fixture(scope="module")
def shipped_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("shipped")
    shutil.copytree(paths.DATA / "workshops" / "transcript", home / "workshops" / "transcript")
    return home


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ANALYSED)
def test_no_page_names_anybody(name: str, language: str, shipped_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(shipped_home))
    opened_all = {"topics": {"term": "机构11", "tab": "context"}, "challenges": {"doubtful": "1"}}
    at = opened(name, lang=language, codes="1", speaker=["参与者B", "参与者C", "机构1"], **opened_all.get(name, {}))
    assert (list(at.exception), messages(at, "error")) == ([], [])
    assert named(at, SHIPPED) == []
    assert "参与者B" in everything(at)


@pytest.mark.usefixtures("built")
def test_names_would_be_noticed() -> None:
    assert set(named(opened("transcript"), PEOPLE)) == {"林岚", "周敏", "吴强", "东湖读书会"}
    assert {"青山社区服务中心", "清河街道居委会"} < set(named(opened("speakers"), PEOPLE))


@pytest.mark.usefixtures("built")
def test_switch_takes_the_filters_along_and_back() -> None:
    at = opened("speakers", speaker=["吴强", "周敏"], q="吴强", lang="en")
    at.radio(key="codes").set_value("1").run()
    both = {"workshop": ["twelve"], "lang": ["en"]}
    coded = {**both, "speaker": ["参与者B", "参与者A"], "q": ["参与者B"], "codes": ["1"]}
    assert url(at) == coded
    assert at.multiselect(key="filter_speakers").value == ["参与者B", "参与者A"]
    assert at.text_input(key="filter_q").value == "参与者B"
    assert [url(moved(at, name)) for name in ANALYSED] == [coded] * len(ANALYSED)
    at.radio(key="codes").set_value("").run()
    assert url(at) == {**both, "speaker": ["吴强", "周敏"], "q": ["吴强"]}


@pytest.mark.usefixtures("built")
def test_charts_and_tables_hold_codes_and_the_same_figures() -> None:
    plain, coded = opened("speakers"), opened("speakers", codes="1")
    assert rows(coded, "name", "organisation") == [
        ("主持人A", "机构2"),
        ("参与者B", "机构3"),
        ("参与者A", ""),
        ("机构1", "机构1"),
    ]
    figures = ("turns", "chars", "char_share", "questions", "region")
    assert rows(coded, *figures) == rows(plain, *figures)
    spec = next(json.loads(each.proto.spec) for each in coded.get("plotly_chart") if "speakers_share" in each.proto.id)
    assert set(spec["layout"]["yaxis"]["ticktext"]) == {"主持人A", "参与者B", "参与者A", "机构1"}


@pytest.mark.usefixtures("built")
def test_what_is_typed_or_linked_is_covered() -> None:
    at = opened("topics", codes="1", tab="context", find="吴强", term="吴强", speaker="周敏", group="林岚")
    assert (named(at, PEOPLE), url(at)["find"]) == ([], ["参与者B"])
    at.text_input(key="topics_find").set_value("谢谢吴强").run()
    assert (at.text_input(key="topics_find").value, url(at)["find"]) == ("谢谢参与者B", ["谢谢参与者B"])
    at.text_input(key="filter_q").set_value("吴强").run()
    assert (at.text_input(key="filter_q").value, url(at)["q"]) == ("参与者B", ["参与者B"])


def test_speaker_whose_name_is_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
    workshop = analyse(
        Transcript("text", "utf-8", (Turn("方向", "方向对。", 1, (1,)), Turn("林岚", "方向？", 2, (2,))))
    )
    handmade.put(tmp_path, "words", replace(workshop, about=workshop.about | {"title": "words"}))
    at = opened("transcript", codes="1", speaker="方向", q="方向")
    assert url(at) == {"workshop": ["words"], "codes": ["1"], "speaker": ["参与者A"], "q": ["方向"]}
    assert inner(at, "h4") == ["参与者A　第 1 段 · 原稿第 1 行"]


def test_name_of_the_workshop_is_covered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
    twelve = handmade.twelve()
    handmade.put(tmp_path, "林岚访谈", twelve)
    handmade.put(tmp_path, "plain", twelve)
    at = opened("about", workshop="林岚访谈", codes="1")
    assert named(at, PEOPLE) == []
    shown = at.selectbox(key="workshop")
    assert sorted(shown.options) == sorted(["plain", shown.value])
    assert shown.value.startswith("主持人A访谈-")
    again = opened("about", workshop=shown.value, codes="1")
    assert url(again)["workshop"] == [shown.value]
    again.radio(key="codes").set_value("").run()
    assert url(again) == {"workshop": ["林岚访谈"]}


def test_damaged_workshop_beside_is_not_named(own: Path) -> None:
    shutil.copytree(own / "workshops" / "twelve", own / "workshops" / "林岚")
    (own / "workshops" / "林岚" / "turns.parquet").write_bytes(b"")
    at = opened("dashboard", workshop="twelve", codes="1")
    assert (list(at.exception), messages(at, "error"), named(at, PEOPLE)) == ([], [], [])


def labels(at: AppTest) -> list[str]:
    return [button.proto.label for button in at.get("download_button")]


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("language", LANGUAGES)
def test_key_is_for_the_local_run_only(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    label = translator(language)("codes.download")
    offered = []
    for public in (True, False):
        monkeypatch.setattr(switch.state, "is_public", lambda public=public: public)
        offered += [label in labels(opened("about", lang=language, codes=codes)) for codes in ("", "1")]
    assert offered == [False, False, True, True]


@pytest.mark.usefixtures("built")
def test_key_as_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    made = {}
    monkeypatch.setattr(download, "_button", lambda *given, name, **_: made.update({name: given[-1]}))
    monkeypatch.setattr(switch.state, "is_public", lambda: False)
    opened("about", codes="1")
    said = made["_codes.csv"]().decode("utf-8-sig").splitlines()  # outside the session, as when clicked
    assert said == [
        "代号,种类,名字,原话中替换的写法",
        "主持人A,主持人,林岚,林岚",
        "参与者A,参与者,周敏,周敏",
        "参与者B,参与者,吴强,吴强",
        "机构1,机构,东湖读书会,东湖读书会",
        "机构2,机构,青山社区服务中心,青山社区服务中心",
        "机构3,机构,清河街道居委会,清河街道居委会",
    ]


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(("language", "said"), [("zh", "认不出的名字可能还在"), ("en", "not recognised may remain")])
def test_page_says_what_codes_do_not_cover(language: str, said: str) -> None:
    assert [said in note.value for note in opened("dashboard", lang=language, codes="1").sidebar.caption][-1:] == [True]
    assert any("[codes]" in paragraph for paragraph in inner(opened("about", lang=language), "p"))
