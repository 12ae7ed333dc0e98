"""The import page: what was read, what is decided, what becomes of it."""

from __future__ import annotations

import io
import shutil
import threading
import time
import zipfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis import archive, build, shelf
from analysis.settings import read_settings
from analysis.text import LANGUAGES, translator
from analysis.workshop import read_about, read_workshop
from pages.shared import place
from tests.handmade import TWELVE
from tests.pages.apps import inner, key_figures, messages, moved, opened, title

WAIT_S = 120
DATA = TWELVE.read_bytes()


@pytest.fixture
def local(own: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run as on the user's own machine, where the twelve turns are there already."""
    monkeypatch.setattr(place, "is_private", lambda *_: True)
    return own


@pytest.fixture
def public(own: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run as on a server that others reach."""
    monkeypatch.setattr(place, "is_private", lambda *_: False)
    return own


def given(at: AppTest, data: bytes = DATA, name: str = "talk.txt") -> AppTest:
    """Drop a file in."""
    return at.file_uploader[0].set_value([(name, data, "text/plain")]).run()


def finished(at: AppTest) -> AppTest:
    """Wait until nothing is under way."""
    jobs = [one.job for one in at.session_state["held:started"]]
    until = time.monotonic() + WAIT_S
    while not all(job.ended for job in jobs):
        assert time.monotonic() < until, [(job.state, job.stage) for job in jobs]
        time.sleep(0.05)
    return at.run()


def press(at: AppTest, key: str) -> AppTest:
    return at.button(key=key).click().run()


def labels(at: AppTest) -> set[str]:
    return {button.label for button in at.button}


def slugs(home: Path) -> list[str]:
    return [folder.name for folder in shelf.workshops(home)]


def test_dropped_file_is_read_at_once(local: Path) -> None:
    at = given(opened("upload"), "春季圆桌\n2026年3月14日\n".encode() + DATA)
    assert (list(at.exception), messages(at, "error"), messages(at, "warning")) == ([], [], [])
    assert key_figures(at) == {"发言段": "12", "发言人": "4", "字": "98", "未算作发言": "3"}
    said = "".join(inner(at, "p"))
    assert "talk.txt：12 段发言，4 位发言人" in said
    assert "读作“会议实录（姓名：发言）”，编码 utf-8。" in said
    assert "原稿第 1 行 标题春季圆桌" in said
    assert inner(at, "section")[0] == "林岚　原稿第 3 行大家好。谁先说说困难?"
    assert "周敏　3 段 · 20 字　开头是“我们没有场地。”" in said
    assert [at.text_input(key=f"upload_{field}_0").value for field in ("title", "date", "place")] == [
        "春季圆桌",
        "2026-03-14",
        "",
    ]
    assert [at.selectbox(key=f"upload_role_0_{n}").value for n in range(4)] == ["moderator", *["participant"] * 3]
    assert slugs(local) == ["twelve"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("local")
def test_lines_left_out_agree_with_their_count(language: str) -> None:
    at = given(opened("upload", lang=language), "春季圆桌\n\n\n".encode() + DATA)
    t = translator(language)
    left = int(key_figures(at)[t("upload.left")])
    assert t("upload.left_title", unowned=left, dropped=2) in [each.label for each in at.expander]


def test_everything_decided_stands_in_the_workshop(local: Path) -> None:
    at = given(opened("upload"))
    at.text_input(key="upload_title_0").set_value(" 春季  圆桌 ").run()
    at.text_input(key="upload_date_0").set_value("2026年3月1日").run()
    at.text_input(key="upload_name_0_1").set_value("周小敏").run()
    at.text_input(key="upload_affiliation_0_1").set_value("青山小学").run()
    at.selectbox(key="upload_region_0_1").set_value("云南").run()
    at.selectbox(key="upload_role_0_0").set_value("participant").run()
    at.selectbox(key="upload_role_0_1").set_value("moderator").run()
    at.selectbox(key="upload_role_0_3").set_value("nobody").run()
    at = finished(press(at, "upload_analyse_0"))
    assert (list(at.exception), messages(at, "error")) == ([], [])
    assert messages(at, "success") == ["春季 圆桌 已经可以看了，也在左侧的工作坊列表里。"]
    assert at.selectbox(key="workshop").options == ["春季 圆桌", "十二段"]
    settings = read_settings(local / "transcripts" / "talk.txt")
    assert (settings.title, settings.date, settings.moderators) == ("春季 圆桌", "2026-03-01", ("周小敏",))
    assert (settings.rename, settings.not_speakers) == ({"周敏": "周小敏"}, ("东湖读书会",))
    speakers = read_workshop(local / "workshops" / "talk").tables["speakers"].set_index("name")
    assert speakers.loc["周小敏", ["affiliation", "region", "role"]].tolist() == ["青山小学", "云南", "moderator"]
    assert speakers.index.tolist() == ["林岚", "周小敏", "吴强"]
    assert [button for button in labels(at) if "分析" in button] == []
    at = press(at, "upload_open_0")
    assert (title(at), inner(at, "p")[0]) == (["总览"], "春季 圆桌 · 2026-03-01")


@pytest.mark.usefixtures("local")
def test_what_was_typed_is_there_after_another_page() -> None:
    at = given(opened("upload"))
    at.text_input(key="upload_name_0_1").set_value("周小敏").run()
    at.text_input(key="upload_place_0").set_value("青山").run()
    at.text_area(key="upload_pasted").set_value("还没有写完").run()
    at = moved(moved(at, "speakers"), "upload")
    assert at.text_input(key="upload_name_0_1").value == "周小敏"
    assert at.text_input(key="upload_place_0").value == "青山"
    assert at.text_area(key="upload_pasted").value == "还没有写完"


ALIKE = "毛刚强：好。\n李明：行。\n毛钢强：是。\n李明老师：嗯。\n主持人：完。\n".encode()


@pytest.mark.usefixtures("local")
def test_names_that_look_alike_are_proposed_and_never_merged_by_themselves() -> None:
    at = given(opened("upload"), ALIKE)
    said = inner(at, "p")
    assert "“毛刚强”和“毛钢强”是同一个人吗？" in said
    assert "“李明”和“李明老师”是同一个人吗？" in said
    assert [at.text_input(key=f"upload_name_0_{n}").value for n in range(5)] == [
        "毛刚强",
        "李明",
        "毛钢强",
        "李明老师",
        "主持人",
    ]
    at = press(at, "upload_keep_0_0_0")
    at = press(at, "upload_apart_0_0")
    assert [line for line in inner(at, "p") if "同一个人吗" in line] == []
    assert [at.text_input(key=f"upload_name_0_{n}").value for n in range(4)] == ["毛刚强", "李明", "毛刚强", "李明老师"]


def test_any_two_names_can_be_merged(local: Path) -> None:
    at = given(opened("upload"), ALIKE)
    assert at.button(key="upload_merge_do_0").disabled
    at.multiselect(key="upload_merge_others_0").set_value(["主持人"]).run()
    at.selectbox(key="upload_merge_keep_0").set_value("李明").run()
    at = press(at, "upload_merge_do_0")
    assert at.text_input(key="upload_name_0_4").value == "李明"
    at = finished(press(at, "upload_analyse_0"))
    assert read_settings(local / "transcripts" / "talk.txt").rename == {"主持人": "李明"}


@pytest.mark.usefixtures("local")
def test_bracket_in_a_name_becomes_the_affiliation() -> None:
    at = given(opened("upload"))
    at.text_input(key="upload_name_0_3").set_value("沈一苇(苗圃部)").run()
    at = press(at, "upload_split_0_3")
    assert [at.text_input(key=f"upload_{field}_0_3").value for field in ("name", "affiliation")] == ["沈一苇", "苗圃部"]


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.txt", "a.txt: 文件是空的，没有读到任何文字。请换一个文件。"),
        (b"\x89PNG\r\n", "图.png", "图.png: 这不是文字稿"),
        (b"no one speaks here", "<b>$x$.txt", "<b>$x$.txt: 没有找到发言人标记。"),
        (b"PK\x03\x04", "workshop.zip", "workshop.zip: 文件已损坏"),
    ],
)
def test_file_that_cannot_be_read(local: Path, data: bytes, name: str, said: str) -> None:
    at = given(opened("upload"), data, name)
    assert (list(at.exception), [message.startswith(said) for message in messages(at, "error")]) == ([], [True])
    assert {button.label for button in at.button} == {"读这段文字", "不要这份文件", "移除"}
    at = press(at, "upload_drop_0")
    assert (messages(at, "error"), slugs(local)) == ([], ["twelve"])


def test_another_format_that_does_not_fit_keeps_what_was_read(local: Path) -> None:
    at = given(opened("upload"))
    at.text_input(key="upload_name_0_1").set_value("周小敏").run()
    at.selectbox(key="upload_format_0").set_value("json").run()
    assert len(messages(at, "error")) == 1
    assert at.text_input(key="upload_name_0_1").value == "周小敏"
    at.selectbox(key="upload_format_0").set_value("proceedings").run()
    assert (messages(at, "error"), at.text_input(key="upload_name_0_1").value) == ([], "周小敏")
    finished(press(at, "upload_analyse_0"))
    assert read_settings(local / "transcripts" / "talk.txt").format == "proceedings"


def test_text_can_be_pasted(local: Path) -> None:
    at = opened("upload")
    at.text_area(key="upload_pasted").set_value(DATA.decode()).run()
    at = press(at, "upload_paste_read")
    assert key_figures(at)["发言段"] == "12"
    assert at.text_area(key="upload_pasted").value == ""
    finished(press(at, "upload_analyse_0"))
    assert (local / "transcripts" / "粘贴的文字.txt").read_bytes() == DATA


@pytest.mark.usefixtures("local")
def test_pasted_text_that_cannot_be_read_is_not_lost() -> None:
    at = opened("upload")
    at.text_area(key="upload_pasted").set_value("没有人说话").run()
    at = press(at, "upload_paste_read")
    assert len(messages(at, "error")) == 1
    assert at.text_area(key="upload_pasted").value == "没有人说话"


@pytest.mark.usefixtures("local")
def test_little_speech_asks_first() -> None:
    at = given(opened("upload"), "王静：好。\n李明：行。\n".encode())
    assert at.button(key="upload_analyse_0").disabled
    at.checkbox(key="upload_anyway_0").check().run()
    assert not at.button(key="upload_analyse_0").disabled


@pytest.mark.usefixtures("local")
def test_no_speaker_left_is_said() -> None:
    at = given(opened("upload"))
    for place_ in range(4):
        at.selectbox(key=f"upload_role_0_{place_}").set_value("nobody").run()
    assert (list(at.exception), messages(at, "error")) == ([], ["至少要有一位发言人。"])
    assert at.button(key="upload_analyse_0").disabled


def test_several_files(local: Path) -> None:
    files = [("a.txt", DATA, "text/plain"), ("b.txt", b"", "text/plain"), ("c.txt", ALIKE, "text/plain")]
    at = opened("upload")
    at.file_uploader[0].set_value(files).run()
    assert at.selectbox(key="upload_shown").options == [
        "a.txt：12 段发言，4 位发言人",
        "b.txt：没有读成",
        "c.txt：5 段发言，5 位发言人",
    ]
    assert key_figures(at)["发言段"] == "5"
    at.selectbox(key="upload_shown").set_value(0).run()
    assert key_figures(at)["发言段"] == "12"
    at = press(at, "upload_analyse_0")
    at.selectbox(key="upload_shown").set_value(2).run()
    finished(press(at, "upload_analyse_2"))
    assert slugs(local) == ["a", "c", "twelve"]


@pytest.mark.parametrize(("way", "found"), [("both", ["twelve", "twelve-2"]), ("replace", ["twelve"])])
def test_name_that_is_taken_is_asked_about(local: Path, way: str, found: list[str]) -> None:
    at = given(opened("upload"), DATA, "TWELVE.txt" if way == "replace" else "twelve.txt")
    assert at.button(key="upload_analyse_0").disabled
    assert at.radio(key="upload_way_0").value is None
    at.radio(key="upload_way_0").set_value(way).run()
    at = finished(press(at, "upload_analyse_0"))
    assert (messages(at, "error"), [slug.lower() for slug in slugs(local)]) == ([], found)
    assert read_about(local / "workshops" / found[-1])["title"] == ("TWELVE" if way == "replace" else "twelve")


def test_failure_says_where_and_leaves_everything(local: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = given(opened("upload"))
    monkeypatch.setattr("analysis.build.topic_tables", lambda *_: 1 / 0)
    before = {path: path.read_bytes() for path in local.rglob("*") if path.is_file()}
    at = finished(press(at, "upload_analyse_0"))
    (said,) = messages(at, "error")
    assert said.startswith("talk 没有分析成，停在“归纳关键词和话题”。原有的内容都没有动。程序出错（ZeroDivisionError")
    assert {path: path.read_bytes() for path in local.rglob("*") if path.is_file()} == before
    assert at.text_input(key="upload_name_0_1").value == "周敏"
    monkeypatch.undo()


@pytest.mark.parametrize("stopped", [True, False])
def test_analysis_goes_on_while_other_pages_are_read_and_can_be_stopped(
    local: Path, monkeypatch: pytest.MonkeyPatch, stopped: bool
) -> None:
    go, topic_tables = threading.Event(), build.topic_tables
    monkeypatch.setattr(build, "topic_tables", lambda *args: go.wait(WAIT_S) and topic_tables(*args))
    at = press(given(opened("upload")), "upload_analyse_0")
    assert "upload_analyse_0" not in {button.key for button in at.button}
    at = moved(at, "speakers")
    assert (list(at.exception), title(at), slugs(local)) == ([], ["发言人"], ["twelve"])
    at = moved(at, "upload")
    at = press(at, "upload_stop_0") if stopped else at
    go.set()
    at = finished(at)
    assert slugs(local) == (["twelve"] if stopped else ["talk", "twelve"])
    said = messages(at, "info")[1:] if stopped else messages(at, "success")
    assert said == [
        "talk 的分析已取消，原有的内容都没有动。" if stopped else "talk 已经可以看了，也在左侧的工作坊列表里。"
    ]
    assert ("upload_analyse_0" in {button.key for button in at.button}) is stopped


def test_workshop_is_renamed(local: Path) -> None:
    at = opened("upload")
    at.text_input(key="upload_rename_twelve").set_value("新 <b>名</b>").run()
    assert (list(at.exception), messages(at, "error")) == ([], [])
    assert read_about(local / "workshops" / "twelve")["title"] == "新 <b>名</b>"
    at.text_input(key="upload_rename_twelve").set_value("  ").run()
    assert read_about(local / "workshops" / "twelve")["title"] == "新 <b>名</b>"
    assert "新 <b>名</b> · 2026-03-01 · 青山" in inner(moved(at, "speakers"), "p")[0]


def test_removing_asks_first_and_can_be_undone_until_the_page_is_left(local: Path) -> None:
    at = press(opened("upload"), "upload_remove_twelve")
    at = press(at, "upload_no_twelve")
    assert slugs(local) == ["twelve"]
    at = press(press(at, "upload_remove_twelve"), "upload_yes_twelve")
    assert (slugs(local), "已移除“十二段”。离开本页之前可以撤销。" in inner(at, "p")) == ([], True)
    at = press(at, "upload_undo_0")
    assert (messages(at, "error"), slugs(local)) == ([], ["twelve"])
    at = press(press(at, "upload_remove_twelve"), "upload_yes_twelve")
    at = moved(at, "about")
    assert [path for path in local.rglob("*") if path.is_file()] == []
    assert "upload_undo_0" not in {button.key for button in moved(at, "upload").button}


def test_zip_brings_a_workshop_back(local: Path) -> None:
    at = opened("upload")
    packed = archive.pack(local / "workshops" / "twelve", [])
    shutil.rmtree(local / "workshops" / "twelve")
    at = given(at.run(), packed, "twelve.zip")
    assert "这是一个下载过的工作坊：十二段（2026-03-01）。" in "".join(inner(at, "p"))
    at = press(at, "upload_restore_0")
    assert (messages(at, "error"), slugs(local)) == ([], ["twelve"])
    assert archive.pack(local / "workshops" / "twelve", []) == packed


def test_zip_that_was_changed_is_refused(local: Path) -> None:
    packed = io.BytesIO(archive.pack(local / "workshops" / "twelve", []))
    with zipfile.ZipFile(packed, "a") as opened_zip:
        opened_zip.writestr("../../evil.txt", "x")
    at = given(opened("upload"), packed.getvalue(), "twelve.zip")
    assert [message.partition("（")[0] for message in messages(at, "error")] == [
        "twelve.zip: 这个 zip 不是从这里下载的工作坊，或已被改动"
    ]


def test_visitors_do_not_see_each_other(public: Path) -> None:
    before = set(public.rglob("*"))
    one, other = given(opened("upload")), opened("upload")
    one = finished(press(one, "upload_analyse_0"))
    assert one.selectbox(key="workshop").options == ["十二段", "talk"]
    one = moved(one, "speakers")
    assert (list(one.exception), one.selectbox(key="workshop").options) == ([], ["十二段", "talk"])
    assert "关闭或刷新页面前" in "".join(inner(one, "p"))
    other = moved(other.run(), "dashboard")
    assert [box.key for box in other.sidebar.selectbox] == ["filter_role"]
    assert "关闭或刷新页面前" not in "".join(inner(other, "p"))
    assert inner(opened("dashboard", workshop="talk"), "p")[0] == "十二段 · 2026-03-01 · 青山"
    assert set(public.rglob("*")) == before


def test_visitor_cannot_change_what_is_there_for_all(public: Path) -> None:
    at = given(opened("upload"), DATA, "twelve.txt")
    assert {key for key in (button.key or "" for button in at.button) if "remove" in key} == set()
    assert [radio.key for radio in at.radio] == ["lang"]
    at = finished(press(at, "upload_analyse_0"))
    assert at.selectbox(key="workshop").options == ["十二段", "twelve"]
    assert (slugs(public), {key for key in (b.key or "" for b in at.button) if "remove" in key}) == (
        ["twelve"],
        {"upload_remove_twelve-2"},
    )


@pytest.mark.usefixtures("public")
def test_page_says_before_the_upload_where_files_go() -> None:
    at = opened("upload")
    assert [message[:15] for message in messages(at, "warning")] == ["这个网站别人也能打开。你导入的"]


def test_page_opens_without_any_workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(tmp_path))
    monkeypatch.setattr(place, "is_private", lambda *_: True)
    at = given(opened("upload"))
    at = finished(press(at, "upload_analyse_0"))
    assert (list(at.exception), slugs(tmp_path)) == ([], ["talk"])


@pytest.mark.parametrize(
    ("address", "headers", "private"),
    [
        ("127.0.0.1", {"Host": "127.0.0.1:8501"}, True),
        ("localhost", {"host": "localhost:8501"}, True),
        ("::1", {"Host": "[::1]:8501"}, True),
        (None, {"Host": "127.0.0.1:8501"}, False),
        ("", {"Host": "localhost"}, False),
        ("0.0.0.0", {"Host": "localhost"}, False),  # noqa: S104
        ("192.168.1.5", {"Host": "localhost"}, False),
        ("127.0.0.1", {"Host": "workshops.example"}, False),
        ("127.0.0.1", {"Host": "127.0.0.1.example"}, False),
        ("127.0.0.1", {"Host": "[bad"}, False),
        ("127.0.0.1", {}, False),
        ("127.0.0.1", {"Host": "localhost", "X-Forwarded-For": "203.0.113.9"}, False),
        ("127.0.0.1", {"Host": "localhost", "x-real-ip": "127.0.0.1"}, False),
    ],
)
def test_private_is_what_the_configuration_says_and_no_header_can(address, headers, private) -> None:
    assert place.is_private(address, headers) is private
