"""Every command of the README does what it says. `.ci/run` runs the two that set everything up, word for word."""

import re
import shlex
import shutil
import subprocess
import sys

import pytest

from analysis import paths

README = (paths.ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"<!-- ([\w ]+) -->\n```\w+\n(.+?)\n```", README))


def run(command, home):
    words = [sys.executable if word == ".venv/bin/python" else word for word in shlex.split(command)]
    return subprocess.run(
        words,
        cwd=paths.ROOT,
        env={"WORKSHOP_INSIGHTS_HOME": str(home), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_readme_has_exactly_these_commands():
    assert list(BLOCKS) == ["run", "run on Windows", "test", "analyse", "read", "export"]
    assert README.count("```bash") + README.count("```bat") == len(BLOCKS)


def test_the_windows_twin_is_the_same_command():
    there = BLOCKS["run"].replace("python3 ", "py ").replace(".venv/bin/", ".venv\\Scripts\\")
    assert BLOCKS["run on Windows"] == there


def test_the_run_command_is_local_and_installs_what_the_dashboard_needs():
    steps = BLOCKS["run"].split(" && ")
    assert steps == [
        "python3 -m venv .venv",
        ".venv/bin/pip install -r requirements.txt",
        ".venv/bin/streamlit run dashboard.py --server.address 127.0.0.1",
    ]


@pytest.mark.parametrize("name", ["analyse", "read"])
def test_the_command_runs(name, tmp_path):
    done = run(BLOCKS[name], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    if name == "analyse":
        assert (tmp_path / "workshops" / "transcript" / "workshop.json").is_file()
    else:
        assert "17 段发言、7 位发言人" in done.stdout


def test_the_export_command_writes_its_file(tmp_path):
    shutil.copytree(paths.DATA / "workshops" / "transcript", tmp_path / "workshops" / "transcript")
    out = tmp_path / "report.docx"
    done = run(f"{BLOCKS['export']} --out {out}", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{out}\n", "")
    assert out.read_bytes()[:2] == b"PK"


def test_the_settings_example_can_be_read(tmp_path):
    from analysis.settings import read_settings

    (tmp_path / "talk.toml").write_text(re.search(r"```toml\n(.+?)```", README, re.DOTALL).group(1), encoding="utf-8")
    settings = read_settings(tmp_path / "talk.txt")
    assert (settings.title, settings.date, settings.place) == ("春季圆桌", "2026-03-14", "成都")
    assert (settings.moderators, settings.rename) == (("林岚",), {"小林": "林岚"})
    assert (settings.not_speakers, settings.format) == (("附图",), "proceedings")
    assert (settings.affiliation, settings.region) == ({"林岚": "青山社区服务中心"}, {"林岚": "四川"})


def test_every_file_the_readme_names_exists():
    named = re.findall(r"`((?:data|tests|analysis)/[\w./-]+)`|\((\.github/[\w.]+)\)", README)
    missing = [name for pair in named for name in pair if name and not (paths.ROOT / name).exists()]
    assert missing == []


def test_git_ignores_every_other_workshop():
    git = shutil.which("git")
    if git is None or not (paths.ROOT / ".git").exists():
        pytest.fail("this test needs git and a checkout: apt-get install -y git")
    asked = ["data/transcripts/mine.txt", "data/transcripts/mine.toml", "data/workshops/mine/speakers.parquet"]
    done = subprocess.run([git, "check-ignore", *asked], cwd=paths.ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == asked
    shipped = ["data/transcripts/transcript.txt", "data/workshops/transcript/speakers.parquet"]
    done = subprocess.run([git, "check-ignore", *shipped], cwd=paths.ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == ""
