"""The command line, as another program would call it."""

import json
import re
import subprocess
import sys

import pytest

from analysis import paths
from analysis.__main__ import main
from analysis.build import build
from analysis.export import pictures
from tests import handmade
from tests.analysis.conftest import TWELVE


def run(*arguments, home=None, **environment):
    environment |= {"PYTHONPATH": str(paths.ROOT), "PATH": "/usr/bin:/bin"}
    if home:
        environment["WORKSHOP_INSIGHTS_HOME"] = str(home)
    return subprocess.run(
        [sys.executable, "-m", "analysis", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


def test_build_writes_every_source_of_the_home(tmp_path):
    (tmp_path / "transcripts").mkdir()
    (tmp_path / "transcripts" / "talk.txt").write_bytes(TWELVE.read_bytes())
    (tmp_path / "transcripts" / "talk.toml").write_text('title = "十二段"', encoding="utf-8")
    done = run("build", home=tmp_path)
    folder = tmp_path / "workshops" / "talk"
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{folder}\n", "")
    assert json.loads((folder / "workshop.json").read_text(encoding="utf-8"))["title"] == "十二段"


def test_build_goes_on_when_one_input_fails(tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_text("", encoding="utf-8")
    done = run("build", bad, TWELVE, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert done.stderr == "bad.txt: 文件是空的，没有读到任何文字。请换一个文件。\n"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["twelve"]


def test_build_goes_on_whatever_fails(tmp_path, monkeypatch, capsys):
    """Brackets without end, a name that nobody has, a fault of the program itself: the last input is still built."""
    for name, settings in (("deep", "a = " + "[" * 100_000), ("typo", 'moderators = ["林蓝"]'), ("fault", "")):
        (tmp_path / f"{name}.txt").write_bytes(TWELVE.read_bytes())
        (tmp_path / f"{name}.toml").write_text(settings, encoding="utf-8")

    def build_but_fault(source, out):
        if source.stem == "fault":
            raise KeyError("a\nb")
        return build(source, out)

    monkeypatch.setattr("analysis.build.build", build_but_fault)
    names = [str(tmp_path / f"{name}.txt") for name in ("deep", "typo", "fault")]
    status = main(["build", *names, str(TWELVE), "--out", str(tmp_path / "out"), "--lang", "en"])
    said = capsys.readouterr()
    assert (status, said.out) == (1, f"{tmp_path / 'out' / 'twelve'}\n")
    assert [line.partition(": ")[0] for line in said.err.splitlines()] == ["deep.toml", "typo.toml", "fault.txt"]
    assert "林蓝" in said.err
    assert "The program failed (KeyError: " in said.err


def test_build_says_what_to_look_at(tmp_path):
    source = tmp_path / "talk.txt"
    source.write_text("王静：好。\n李明：\n", encoding="utf-8")
    done = run("build", source, "--out", tmp_path / "out", "--lang", "en")
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'out' / 'talk'}\n")
    assert done.stderr == "talk.txt: Lines with a speaker label but no speech: 2.\n"


def test_build_refuses_two_files_of_one_slug(tmp_path):
    for name in ("a b.txt", "a-b.txt"):
        (tmp_path / name).write_bytes(TWELVE.read_bytes())
    done = run("build", tmp_path / "a b.txt", tmp_path / "a-b.txt", "--out", tmp_path / "out")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 2)
    assert not (tmp_path / "out").exists()


def test_build_says_when_there_is_nothing_to_do(tmp_path):
    done = run("build", home=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert str(tmp_path / "transcripts") in done.stderr


def test_read_prints_every_line_of_the_source_once():
    answer = json.loads(run("read", TWELVE, "--json").stdout)
    assert list(answer) == ["format", "encoding", "title", "turns", "unowned", "dropped", "warnings"]
    assert [turn["line"] for turn in answer["turns"]] == list(range(1, 25, 2))
    assert answer["turns"][0] == {
        "speaker": "林岚",
        "affiliation": "青山社区服务中心",
        "start": None,
        "end": None,
        "text": "大家好。谁先说说困难?",
        "line": 1,
    }
    assert answer["unowned"] == [{"line": 25, "kind": "note", "text": "(完)"}]


def test_read_says_in_english_what_is_wrong(tmp_path):
    (tmp_path / "bad.txt").write_text("", encoding="utf-8")
    done = run("--lang", "en", "read", tmp_path / "bad.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "bad.txt: The file is empty: no text was found in it. Choose another file.\n"


def test_read_says_warnings_in_the_language_asked_for(tmp_path):
    (tmp_path / "one.txt").write_text("王静：好。\n李明：\n", encoding="utf-8")
    done = run("read", tmp_path / "one.txt", "--json", "--lang", "en")
    assert json.loads(done.stdout)["warnings"] == ["Lines with a speaker label but no speech: 2."]
    done = run("read", tmp_path / "one.txt", "--json")
    assert json.loads(done.stdout)["warnings"] == ["有发言人标记但没有发言的行：2。"]


def test_read_takes_the_format_it_is_told(tmp_path):
    (tmp_path / "talk.txt").write_text("问：几年？\n答：四年。\n问：难吗？\n答：难。\n", encoding="utf-8")
    for arguments, format in (([], "questions"), (["--format", "proceedings"], "proceedings")):
        done = run("read", tmp_path / "talk.txt", "--json", *arguments)
        assert json.loads(done.stdout)["format"] == format
    done = run("read", tmp_path / "talk.txt", "--format", "nonsense", "--lang", "en")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("talk.txt: There is no format named nonsense. Choose one of: ")


@pytest.mark.parametrize("arguments", [["read", TWELVE], ["read", TWELVE, "--json"], ["read", "--help"]])
def test_a_pipe_of_another_encoding_is_written_in_utf_8(arguments):
    done = run(*arguments, PYTHONIOENCODING="cp1252")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search("[一-鿿]", done.stdout)


def test_errors_are_written_in_utf_8_too(tmp_path):
    done = run("read", tmp_path / "无.txt", PYTHONIOENCODING="cp1252")
    assert (done.returncode, done.stderr) == (1, "无.txt: 找不到这个文件。请检查路径。\n")


@pytest.fixture(scope="module")
def filled_home(tmp_path_factory):
    """Write the twelve-turn workshop with its ledger into a home folder."""
    home = tmp_path_factory.mktemp("filled")
    handmade.put(home, "twelve", handmade.twelve())
    return home


@pytest.fixture
def at_home(filled_home, monkeypatch):
    """Let this process find it."""
    monkeypatch.setenv("WORKSHOP_INSIGHTS_HOME", str(filled_home))


def test_export_writes_the_file_asked_for(tmp_path, filled_home):
    out = tmp_path / "带走.xlsx"
    done = run("--lang", "en", "export", "twelve", "--to", "xlsx", "--out", out, home=filled_home)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{out}\n", "")
    assert [path.name for path in tmp_path.iterdir()] == ["带走.xlsx"]
    again = run("export", "twelve", "--to", "xlsx", "--lang", "en", "--out", tmp_path / "b.xlsx", home=filled_home)
    assert (again.returncode, out.read_bytes() == (tmp_path / "b.xlsx").read_bytes()) == (0, True)


@pytest.mark.usefixtures("at_home")
def test_export_names_the_file_after_the_workshop(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["export", "twelve", "--to", "check-html"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["twelve-check.html"]


@pytest.mark.parametrize("slug", ["nowhere", "../twelve", "", "/etc"])
def test_export_of_no_workshop_says_which_there_are(tmp_path, filled_home, slug):
    done = run("export", slug, "--to", "docx", "--out", tmp_path / "a.docx", home=filled_home)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"没有名为 {slug} 的工作坊。现有：twelve。\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("at_home")
def test_export_that_cannot_be_written_leaves_what_was_there(tmp_path, monkeypatch, capsys):
    out = tmp_path / "a.xlsx"
    out.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analysis.export.os.replace", full)
    assert main(["export", "twelve", "--to", "xlsx", "--out", str(out), "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == (
        "",
        "a.xlsx: Could not write: No space left on device. Check the folder's permissions and the free disk space.\n",
    )
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.xlsx", b"old")]


def test_export_into_no_folder_is_one_line(tmp_path, filled_home):
    done = run("export", "twelve", "--to", "xlsx", "--out", tmp_path / "no" / "a.xlsx", home=filled_home)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("kind", ["docx", "html", "pptx", "check-html"])
def test_export_without_the_font_is_one_line(tmp_path, monkeypatch, capsys, kind):
    monkeypatch.setattr("analysis.export.pictures.FONT", tmp_path / "Lost.otf")
    pictures._laid_out.cache_clear()
    pictures._face.cache_clear()
    assert main(["export", "twelve", "--to", kind, "--out", str(tmp_path / "a"), "--lang", "en"]) == 1
    assert capsys.readouterr().err.startswith("Lost.otf: A font file is missing.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [[], ["build", "--nothing"], ["export", "x", "--to", "exe"], ["read"]])
def test_wrong_usage_ends_with_2(arguments):
    assert run(*arguments).returncode == 2
