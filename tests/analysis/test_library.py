"""Workshops that are added, renamed, removed and brought back."""

import shutil

import pytest

from analysis import archive, library, shelf
from analysis.build import build
from analysis.errors import AnalysisError
from analysis.settings import Settings, read_settings
from analysis.workshop import read_about, read_workshop
from tests.analysis.conftest import TWELVE

DATA = TWELVE.read_bytes()
CHOSEN = Settings(
    title="十二段",
    date="2026-03-01",
    place="青山",
    moderators=("周敏",),
    rename={"东湖读书会": "林岚"},
    affiliation={"林岚": "青山社区"},
    region={"林岚": "四川"},
    not_speakers=("吴强",),
    format="proceedings",
)


def files(home):
    return {str(path.relative_to(home)): path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file()}


def code_of(do, *args, **options):
    with pytest.raises(AnalysisError) as problem:
        do(*args, **options)
    return problem.value.code


@pytest.fixture
def home(tmp_path):
    library.add(tmp_path, "twelve", DATA, CHOSEN)
    return tmp_path


def test_added_workshop_lies_where_build_looks_for_it(home):
    names = {name for name in files(home) if not name.endswith(".parquet")}
    assert names == {"transcripts/twelve.txt", "transcripts/twelve.toml", "workshops/twelve/workshop.json"}
    assert [path.name for path in shelf.workshops(home)] == ["twelve"]
    assert read_settings(home / "transcripts" / "twelve.txt") == CHOSEN


def test_build_repeats_every_choice(home, tmp_path_factory):
    again = build(home / "transcripts" / "twelve.txt", tmp_path_factory.mktemp("again"))
    assert files(again) == files(home / "workshops" / "twelve")
    speakers = read_workshop(again).tables["speakers"].set_index("name")
    assert speakers.index.tolist() == ["林岚", "周敏"]
    assert speakers["role"].tolist() == ["participant", "moderator"]
    assert speakers.loc["林岚", ["affiliation", "region"]].tolist() == ["青山社区", "四川"]


def test_what_it_tells_while_it_works(tmp_path):
    told = []
    library.add(tmp_path, "twelve", DATA, Settings(), report=lambda stage, share: told.append((stage, share)))
    assert list(dict.fromkeys(stage for stage, _ in told)) == ["read", "sentences", "ledger", "topics", "write"]
    assert ("ledger", 1.0) in told


class StopError(Exception):
    pass


@pytest.mark.parametrize("at", ["read", "sentences", "ledger", "topics", "write"])
def test_work_that_is_stopped_leaves_the_library_as_it_was(home, at):
    def stop(stage, _share):
        if stage == at:
            raise StopError

    before = files(home)
    with pytest.raises(StopError):
        library.add(home, "twelve", DATA + b"\n", Settings(), report=stop, replacing=True)
    with pytest.raises(StopError):
        library.add(home, "other", DATA, Settings(), report=stop)
    assert files(home) == before


@pytest.mark.parametrize("data", [b"", b"\x89PNG", "没有人说话。".encode()])
def test_transcript_that_cannot_be_read_leaves_the_library_as_it_was(home, data):
    before = files(home)
    assert code_of(library.add, home, "twelve", data, Settings(), replacing=True) in {"empty", "binary", "no_speakers"}
    assert files(home) == before


def test_move_that_fails_leaves_the_library_as_it_was(home, monkeypatch):
    before, rename = files(home), shelf.os.rename
    failed = []

    def refuse(old, new):
        if str(new).endswith("workshops/twelve") and ".adding-" in str(old) and not failed:
            failed.append(new)
            raise PermissionError(13, "denied")
        rename(old, new)

    monkeypatch.setattr(shelf.os, "rename", refuse)
    assert code_of(library.add, home, "twelve", DATA + b"\n", Settings(), replacing=True) == "write_failed"
    assert (files(home), len(failed)) == (before, 1)


def test_slug_that_is_taken(home):
    before = files(home)
    assert code_of(library.add, home, "twelve", DATA, Settings()) == "slug_taken"
    assert code_of(library.add, home, "TWELVE", DATA, Settings()) == "slug_taken"
    assert files(home) == before
    (home / "transcripts" / "waiting.txt").write_bytes(DATA)
    assert shelf.taken(home) == {"twelve", "waiting"}


def test_replacing_takes_the_older_source_away(home):
    library.add(home, "twelve", DATA, Settings(), suffix=".md", replacing=True)
    assert {path.name for path in (home / "transcripts").iterdir()} == {"twelve.md", "twelve.toml"}
    assert read_about(home / "workshops" / "twelve")["title"] == "twelve"


@pytest.mark.parametrize(("data", "kept"), [(DATA, True), (DATA + "\n周敏：好。".encode(), False)])
def test_replacing_keeps_what_was_decided_about_the_same_words(home, data, kept):
    edits = home / "workshops" / "twelve" / "edits.json"
    edits.write_text("{}", encoding="utf-8")
    library.add(home, "twelve", data, Settings(), replacing=True)
    assert edits.exists() is kept


@pytest.mark.parametrize("slug", ["../x", "a/b", ".hidden", "", "a b", "x" * 200])
def test_slug_that_is_no_safe_name(home, slug):
    before = files(home)
    for do in (library.remove, lambda *args: library.rename(*args, "t"), shelf.folder):
        assert code_of(do, home, slug) == "workshop_unknown"
    assert code_of(library.add, home, slug, DATA, Settings()) == "workshop_unknown"
    assert files(home) == before


@pytest.mark.parametrize("suffix", ["/../../x", ".exe", "", ".TOML", ".txt/.."])
def test_suffix_that_is_none_of_ours_becomes_txt(tmp_path, suffix):
    library.add(tmp_path, "a", DATA, Settings(), suffix=suffix)
    assert {path.name for path in (tmp_path / "transcripts").iterdir()} == {"a.txt", "a.toml"}


def test_library_that_is_gone_is_not_made_again(tmp_path):
    assert code_of(library.add, tmp_path / "gone", "a", DATA, Settings()) == "write_failed"
    assert not (tmp_path / "gone").exists()


def test_rename_keeps_all_but_the_title(home):
    toml = home / "transcripts" / "twelve.toml"
    toml.write_text("# 手写的说明\n" + toml.read_text(encoding="utf-8"), encoding="utf-8")
    before = read_workshop(home / "workshops" / "twelve").about
    library.rename(home, "twelve", '新 "名"')
    assert read_about(home / "workshops" / "twelve") == before | {"title": '新 "名"'}
    assert toml.read_text(encoding="utf-8").startswith("# 手写的说明\n")
    assert read_settings(home / "transcripts" / "twelve.txt").title == '新 "名"'


def test_removed_workshop_comes_back_as_it_was(home):
    (home / "workshops" / "twelve" / "note.md").write_text("mine", encoding="utf-8")
    before = files(home)
    removed = library.remove(home, "twelve")
    assert (removed.title, shelf.workshops(home), shelf.taken(home)) == ("十二段", [], set())
    library.bring_back(removed)
    assert files(home) == before


def test_removed_workshop_that_is_damaged_comes_back_too(home):
    (home / "workshops" / "twelve" / "workshop.json").write_text("{", encoding="utf-8")
    before = files(home)
    library.bring_back(library.remove(home, "twelve"))
    assert files(home) == before


def test_removed_workshop_does_not_push_another_out(home):
    removed = library.remove(home, "twelve")
    library.add(home, "twelve", DATA, Settings())
    before = files(home)
    assert code_of(library.bring_back, removed) == "slug_taken"
    assert files(home) == before


def test_forgotten_workshop_is_gone(home):
    removed = library.remove(home, "twelve")
    library.forget(removed)
    assert (files(home), code_of(library.bring_back, removed)) == ({}, "workshop_unknown")


def test_archive_brings_everything_back(home, tmp_path_factory):
    (home / "workshops" / "twelve" / "edits.json").write_text('{"topics": {}}', encoding="utf-8")
    packed = archive.pack(home / "workshops" / "twelve", shelf.sources(home, "twelve"))
    other = tmp_path_factory.mktemp("other")
    library.add_archive(other, packed, slug="twelve")
    assert files(other) == files(home)


def test_archive_under_another_slug(home):
    packed = archive.pack(home / "workshops" / "twelve", shelf.sources(home, "twelve"))
    assert code_of(library.add_archive, home, packed, slug="twelve") == "slug_taken"
    folder = library.add_archive(home, packed, slug="twelve-2")
    assert {name: read_about(folder)[name] for name in ("slug", "source")} == {
        "slug": "twelve-2",
        "source": "twelve-2.txt",
    }
    before = files(folder)
    shutil.rmtree(folder)
    assert files(build(home / "transcripts" / "twelve-2.txt", home / "workshops")) == before
