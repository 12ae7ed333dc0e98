"""edits.json on disk: nothing decided is lost to other processes, a kill, a rebuild, or a file that is not ours."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from analysis import paths
from analysis.build import build
from analysis.edits import store
from analysis.edits.log import Log
from analysis.edits.overlay import decide
from analysis.edits.store import change_name, edits_locked, edits_stamp, read_log, redo, undo
from analysis.errors import AnalysisError
from analysis.workshop import Workshop, read_workshop
from tests import handmade

KIND = "topic_name"
fork = multiprocessing.get_context("fork")


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    """Give the twelve-turn workshop with its two topics."""
    return handmade.twelve()


@pytest.fixture
def folder(workshop: Workshop, tmp_path: Path) -> Path:
    return handmade.put(tmp_path, "twelve", workshop)


def names(folder: Path, workshop: Workshop) -> list[str]:
    return decide(workshop, read_log(folder)).workshop.tables["topics"]["label"].tolist()


def started(work: Callable[..., None], *given: object) -> multiprocessing.process.BaseProcess:
    process = fork.Process(target=work, args=given)
    process.start()
    return process


def test_name_is_kept_undone_and_done_again(folder: Path, workshop: Workshop) -> None:
    assert (read_log(folder), edits_stamp(folder)) == (Log(), ())
    change_name(folder, workshop, KIND, 0, " 场地难找 ")
    first = edits_stamp(folder)
    assert names(folder, workshop) == ["场地难找", "志愿者·高校"]
    change_name(folder, workshop, KIND, 0, "没有场地")
    one, two = read_log(folder).edits
    assert [(edit.before, edit.after, edit.chain) for edit in (one, two)] == [
        ("学校·场地", "场地难找", one.id),
        ("场地难找", "没有场地", one.id),
    ]
    undo(folder, two.id)
    undo(folder, two.id)  # by another session that has not seen it yet
    assert names(folder, workshop)[0] == "场地难找"
    redo(folder, two.id)
    redo(folder, two.id)
    assert names(folder, workshop)[0] == "没有场地"
    assert len(read_log(folder).entries) == 4
    assert edits_stamp(folder) != first


@pytest.mark.parametrize("typed", ["", " \n", "学校·场地", "\u202e学校·场地"])
def test_machines_name_or_none_takes_the_machines(folder: Path, workshop: Workshop, typed: str) -> None:
    change_name(folder, workshop, KIND, 0, typed)  # it has that name already
    assert not (folder / "edits.json").exists()
    change_name(folder, workshop, KIND, 0, "场地")
    change_name(folder, workshop, KIND, 0, typed)
    assert [(edit.before, edit.after) for edit in read_log(folder).edits] == [("学校·场地", "场地"), ("场地", None)]
    assert names(folder, workshop)[0] == "学校·场地"


def test_name_it_has_already_is_no_edit(folder: Path, workshop: Workshop) -> None:
    for _ in range(2):
        change_name(folder, workshop, KIND, 1, "志愿者")
    assert len(read_log(folder).entries) == 1


def test_chapter_gets_its_title(folder: Path, workshop: Workshop) -> None:
    change_name(folder, workshop, "chapter_title", 0, "全场")
    assert decide(workshop, read_log(folder)).workshop.tables["chapters"]["title"].tolist() == ["全场"]


@pytest.mark.parametrize(
    ("held", "code"),
    [
        (b"", "edits_damaged"),
        (b'{"version": 1, "entries": [\n{"id": "4', "edits_damaged"),
        (b"\xff\xfe\x00", "edits_damaged"),
        (b'{"version": 9, "entries": []}', "edits_newer"),
    ],
)
def test_file_that_is_not_ours_is_refused_and_left_untouched(
    folder: Path, workshop: Workshop, held: bytes, code: str
) -> None:
    (folder / "edits.json").write_bytes(held)
    for change in (
        lambda: read_log(folder),
        lambda: change_name(folder, workshop, KIND, 0, "场地"),
        lambda: undo(folder, "4f"),
    ):
        with pytest.raises(AnalysisError) as problem:
            change()
        assert (problem.value.code, problem.value.where) == (code, "edits.json")
    assert (folder / "edits.json").read_bytes() == held
    assert sorted(path.name for path in folder.iterdir() if path.suffix == ".new") == []


def test_disk_that_is_full_changes_nothing(folder: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    change_name(folder, workshop, KIND, 0, "场地")
    kept = (folder / "edits.json").read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(AnalysisError) as problem:
        change_name(folder, workshop, KIND, 0, "另一个")
    assert (problem.value.code, problem.value.values["reason"]) == ("write_failed", "No space left on device")
    monkeypatch.undo()
    assert (folder / "edits.json").read_bytes() == kept
    change_name(folder, workshop, KIND, 0, "另一个")
    assert names(folder, workshop)[0] == "另一个"


def test_folder_that_is_gone_is_said(folder: Path, workshop: Workshop) -> None:
    shutil.rmtree(folder)
    with pytest.raises(AnalysisError) as problem:
        change_name(folder, workshop, KIND, 0, "场地")
    assert problem.value.code == "write_failed"


def test_lock_that_is_not_free_is_said(folder: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "WAIT_S", 0.05)
    with edits_locked(folder), pytest.raises(AnalysisError) as problem:
        change_name(folder, workshop, KIND, 0, "场地")
    assert problem.value.code == "edits_busy"


def _rename_often(folder: Path, workshop: Workshop, who: int, times: int) -> None:
    for n in range(times):
        change_name(folder, workshop, KIND, who % 2, f"{who}号第{n}次")


def test_many_processes_lose_nothing(folder: Path, workshop: Workshop) -> None:
    workers = [started(_rename_often, folder, workshop, who, 10) for who in range(6)]
    for worker in workers:
        worker.join(120)
    assert [worker.exitcode for worker in workers] == [0] * 6
    edits = read_log(folder).edits
    assert sorted(edit.after for edit in edits) == sorted(f"{who}号第{n}次" for who in range(6) for n in range(10))
    assert len({edit.chain for edit in edits}) == 2  # one a topic
    for row in (0, 1):  # each says what it really came after
        told = [(edit.before, edit.after) for edit in edits if edit.after and int(edit.after[0]) % 2 == row]
        assert [before for before, _ in told[1:]] == [after for _, after in told[:-1]]


def _killed_at(folder: Path, workshop: Workshop, name: str) -> None:
    """Rename, and be killed by the first call of a function of `os`."""
    setattr(os, name, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    change_name(folder, workshop, KIND, 0, "丢了的")


@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_kill_in_the_middle_of_a_write_leaves_the_older_file(folder: Path, workshop: Workshop, name: str) -> None:
    change_name(folder, workshop, KIND, 0, "场地")
    worker = started(_killed_at, folder, workshop, name)
    worker.join(60)
    assert worker.exitcode == -signal.SIGKILL
    assert names(folder, workshop)[0] == "场地"
    change_name(folder, workshop, KIND, 0, "另一个")  # neither the lock nor what was written aside is in the way
    assert names(folder, workshop)[0] == "另一个"


def _rename_until_killed(folder: Path, workshop: Workshop, told: Path) -> None:
    with told.open("a", encoding="utf-8") as file:
        for n in range(100_000):
            name = f"{os.getpid()}-{n}"
            change_name(folder, workshop, KIND, 0, name)
            file.write(f"{name}\n")  # acknowledged
            file.flush()


def test_kills_at_any_moment_lose_nothing_acknowledged(folder: Path, workshop: Workshop, tmp_path: Path) -> None:
    told, rng = tmp_path / "told.txt", random.Random(5)  # noqa: S311
    told.touch()
    for _ in range(12):
        before = told.stat().st_size
        worker = started(_rename_until_killed, folder, workshop, told)
        until = time.monotonic() + 60
        while told.stat().st_size == before and time.monotonic() < until:
            time.sleep(0.005)
        time.sleep(rng.random() / 20)
        worker.kill()
        worker.join(60)
    kept = [edit.after for edit in read_log(folder).edits]
    acknowledged = told.read_text(encoding="utf-8").splitlines()
    assert len(acknowledged) >= 12
    assert set(acknowledged) <= set(kept)
    assert len(kept) - len(acknowledged) <= 12  # written, but killed before it was said


def test_name_is_kept_by_a_build_with_other_words(tmp_path: Path) -> None:
    source = tmp_path / "talk.txt"
    shutil.copy(paths.DATA / "transcripts" / "transcript.txt", source)
    folder = build(source, tmp_path)
    before = read_workshop(folder)
    topics = before.tables["topics"]
    (place,) = [row for row, terms in zip(topics["topic_id"], topics["terms"], strict=True) if "示范点" in terms]
    change_name(folder, before, KIND, place, "戒毒康复怎么推广")
    change_name(folder, before, "chapter_title", 1, "怎样和领导打交道")
    corrected = source.read_text("utf-8").replace("社区戒毒康复", "社区康复").replace("领导", "领 导", 3)
    source.write_text("".join(corrected.splitlines(keepends=True)[3:]), encoding="utf-8")  # the first turn is gone
    after = read_workshop(build(source, tmp_path))
    assert len(after.tables["turns"]) == len(before.tables["turns"]) - 1
    decided = decide(after, read_log(folder))
    assert decided.orphans == ()
    (topic,) = [row for kind, row in decided.marks if kind == KIND]
    terms = after.tables["topics"].set_index("topic_id")["terms"][topic]
    assert {"模式", "示范点", "推广"} <= set(terms)
    (chapter,) = [row for kind, row in decided.marks if kind == "chapter_title"]
    starts = [tables.tables["chapters"].set_index("chapter_id")["first_turn_id"] for tables in (before, after)]
    assert starts[1][chapter] == starts[0][1] - 1


def _build_when_told(source: Path, out: Path, go: object) -> None:
    go.wait(60)
    build(source, out)


def test_build_loses_no_edit_that_comes_meanwhile(workshop: Workshop, tmp_path: Path) -> None:
    source = tmp_path / "twelve.txt"
    shutil.copy(handmade.TWELVE, source)
    out = tmp_path / "out"
    folder = build(source, out)
    decided = Workshop(workshop.tables, workshop.about)
    go = fork.Event()
    workers = [started(_build_when_told, source, out, go), started(_rename_often, folder, decided, 0, 60)]
    go.set()
    for worker in workers:
        worker.join(120)
    assert [worker.exitcode for worker in workers] == [0, 0]
    assert [edit.after for edit in read_log(folder).edits] == [f"0号第{n}次" for n in range(60)]
