"""Zip files from outside: only what `pack` writes is unpacked, within limits, and nothing is kept of a bad one."""

import io
import json
import struct
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from analysis import archive, library, shelf
from analysis.errors import AnalysisError
from analysis.settings import Settings
from tests.analysis.conftest import TWELVE

ABOUT = "workshops/twelve/workshop.json"


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    home = tmp_path_factory.mktemp("packed")
    folder = library.add(home, "twelve", TWELVE.read_bytes(), Settings(title="十二段", date="2026-03-01"))
    return archive.pack(folder, shelf.sources(home, "twelve"))


def entries(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files.items() if isinstance(files, dict) else files:
            opened.writestr(name, data)
    return out.getvalue()


def refused(data, home, code="zip_invalid"):
    """Refuse a zip with this code, and leave nothing of it anywhere."""
    (home / "library").mkdir()
    with pytest.raises(AnalysisError) as problem:
        library.add_archive(home / "library", data, slug="twelve")
    left = [path for path in home.rglob("*") if path.is_file()]
    return (problem.value.code, left) == (code, []) and len(str(problem.value)) < 400


def test_packing_twice_gives_the_same_bytes(packed, tmp_path):
    library.add_archive(tmp_path, packed, slug="twelve")
    assert archive.pack(tmp_path / "workshops" / "twelve", shelf.sources(tmp_path, "twelve")) == packed


def test_label_says_what_it_holds(packed):
    assert archive.is_archive(packed)
    assert archive.label(packed) == archive.Label("twelve", "十二段", "2026-03-01")


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"PK\x03\x04" + b"x" * 99, "王静：好。".encode(), zipped({"word/a": b""})]
)
def test_other_files_are_no_archives(data):
    assert not archive.is_archive(data)


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.txt",
        "/etc/evil",
        "workshops/twelve/../../../evil.parquet",
        "workshops/twelve/evil.py",
        "workshops/twelve/sub/turns.parquet",
        "workshops/other/workshop.json",
        "transcripts/../evil.txt",
        "transcripts/evil.txt",
        "transcripts/twelve.t xt",
        "C:\\evil.txt",
        "workshops\\twelve\\evil.txt",
        "transcripts/twelve.md",
        "transcripts/twelve.txt/evil",
        ".hidden",
    ],
)
def test_name_that_pack_would_not_write(packed, tmp_path, name):
    assert refused(zipped([*entries(packed).items(), (name, b"x")]), tmp_path)


@pytest.mark.parametrize("slug", ["..", "a b", ".x", "-"])
def test_slug_that_is_no_safe_name(packed, tmp_path, slug):
    renamed = {name.replace("/twelve", f"/{slug}"): data for name, data in entries(packed).items()}
    assert refused(zipped(renamed), tmp_path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_name_that_stands_twice(packed, tmp_path):
    assert refused(zipped([*entries(packed).items(), (ABOUT, b"{}")]), tmp_path)


@pytest.mark.parametrize("lost", [ABOUT, "workshops/twelve/turns.parquet"])
def test_file_that_is_missing(packed, tmp_path, lost):
    assert refused(zipped({name: data for name, data in entries(packed).items() if name != lost}), tmp_path)


def test_bomb_is_not_unpacked(packed, tmp_path):
    bomb = zipped(entries(packed) | {"workshops/twelve/edits.json": b" " * 60_000_000})
    assert len(bomb) < 200_000
    assert refused(bomb, tmp_path, "zip_too_big")


def test_bomb_that_understates_its_size(packed, tmp_path):
    name = b"workshops/twelve/edits.json"
    bomb = bytearray(zipped(entries(packed) | {name.decode(): b" " * 60_000_000}))
    at = bomb.rindex(name) - 46  # the entry of the central directory
    assert bomb[at : at + 4] == b"PK\x01\x02"
    bomb[at + 24 : at + 28] = struct.pack("<I", 10)
    assert refused(bytes(bomb), tmp_path)


def test_table_that_would_become_too_large(packed, tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "TABLE_ROWS", 5)
    assert refused(packed, tmp_path, "zip_too_big")


def test_too_many_entries(packed, tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "ENTRIES", 5)
    assert refused(packed, tmp_path)


def test_damaged_bytes(packed, tmp_path):
    middle = len(packed) // 2
    assert refused(packed[:middle] + b"\x00" * 40 + packed[middle + 40 :], tmp_path)


def test_cut_off(packed, tmp_path):
    assert refused(packed[: len(packed) // 2], tmp_path)


def test_encrypted(packed, tmp_path):
    locked = bytearray(packed)
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(sign) + flags] |= 1
    assert refused(bytes(locked), tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 100_000, '{"title": 3}'])
def test_facts_that_cannot_be_read(packed, tmp_path, text):
    assert refused(zipped(entries(packed) | {ABOUT: text.encode()}), tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        {"date": 3},
        {"warnings": None},
        {"warnings": [{"code": "nowhere", "values": {}}]},
        {"warnings": [{"code": "empty_turns"}]},
        {"warnings": ["x"]},
    ],
)
def test_facts_that_no_build_writes(packed, tmp_path, change):
    files = entries(packed)
    files[ABOUT] = json.dumps(json.loads(files[ABOUT]) | change).encode()
    assert refused(zipped(files), tmp_path)


@pytest.mark.parametrize("data", [b"", b"PAR1", b"x" * 400])
def test_table_that_cannot_be_read(packed, tmp_path, data):
    assert refused(zipped(entries(packed) | {"workshops/twelve/turns.parquet": data}), tmp_path)


def test_table_of_another_kind(packed, tmp_path):
    out = pa.BufferOutputStream()
    pq.write_table(pa.table({"turn_id": [0], "text": ["<script>"]}), out)
    files = entries(packed) | {"workshops/twelve/turns.parquet": out.getvalue().to_pybytes()}
    assert refused(zipped(files), tmp_path)


@pytest.mark.parametrize("text", ["title = 3", "title = ", "evil = 1"])
def test_settings_that_cannot_be_read(packed, tmp_path, text):
    assert refused(zipped(entries(packed) | {"transcripts/twelve.toml": text.encode()}), tmp_path)


@pytest.mark.parametrize("text", ["[]", "{", "\udcff"])
def test_edits_that_cannot_be_read(packed, tmp_path, text):
    data = text.encode("utf-8", "surrogateescape")
    assert refused(zipped(entries(packed) | {"workshops/twelve/edits.json": data}), tmp_path)
