"""Files made to do harm end in a message, quickly."""

import io
import struct
import time
import zipfile

import pytest

from analysis.errors import AnalysisError
from analysis.readers import archive, magic, read, read_bytes
from tests.office import excel, replaced, word


def refused(data: bytes, name: str) -> AnalysisError:
    started = time.process_time()
    with pytest.raises(AnalysisError) as caught:
        read_bytes(data, name)
    assert time.process_time() - started < 2
    return caught.value


def bomb(part: str, size: int, base: bytes) -> bytes:
    stream = io.BytesIO(base)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as after, after.open(part, "w") as out:
        for _ in range(size // 1_000_000):
            out.write(b" " * 1_000_000)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "base"), [("talk.docx", word(["王静：好。"])), ("talk.xlsx", excel([["发言人", "内容"]]))]
)
def test_zip_bomb(name, base):
    found = refused(bomb("word/more.xml", 20_000_000, base), name)
    assert found.code == "unpacked_too_big"
    assert str(found) == f"{name}: 文件解压后过大（{found.values['size']} MB），已停止读取。请只保留文字再试。"


def test_unpacked_limit(monkeypatch):
    monkeypatch.setattr(archive, "UNPACKED_LIMIT", 10_000)
    assert refused(word(["王静：好。"]), "talk.docx").code == "unpacked_too_big"


def test_sizes_that_are_not_true():
    data = bytearray(bomb("word/more.xml", 20_000_000, word(["王静：好。"])))
    place = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 24, 10)
    assert refused(bytes(data), "talk.docx").code == "broken"


def test_document_whose_size_is_not_true():
    data = bytearray(word(["王静：好。"] * 500))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        names = [entry.filename for entry in opened.infolist()]
    place = -1
    for _ in range(names.index("word/document.xml") + 1):
        place = data.find(b"PK\x01\x02", place + 1)
    struct.pack_into("<I", data, place + 24, 500)
    assert refused(bytes(data), "talk.docx").code == "broken"


def test_directory_too_long():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as out:
        for number in range(16_000):
            out.writestr(f"{number:020}", b"")
    assert refused(stream.getvalue(), "talk.docx").code == "broken"


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + ']><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&i;'
    "</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml"])
def test_billion_laughs(codec, part):
    assert refused(replaced(word(["王静：好。"]), part, LAUGHS.encode(codec)), "talk.docx").code == "broken"


def test_billion_laughs_in_a_sheet():
    data = replaced(excel([["发言人", "内容"]]), "xl/worksheets/sheet1.xml", LAUGHS.encode())
    assert refused(data, "talk.xlsx").code == "broken"


def test_deep_document():
    deep = "<w:ins>" * 100_000
    content = f'<w:document xmlns:w="urn:x"><w:body>{deep}</w:body></w:document>'.encode()
    assert refused(replaced(word(["王静：好。"]), "word/document.xml", content), "talk.docx").code == "broken"


def test_two_gigabytes(tmp_path):
    path = tmp_path / "talk.txt"
    with path.open("wb") as out:
        out.truncate(2_000_000_000)
    started = time.process_time()
    with pytest.raises(AnalysisError) as caught:
        read(path)
    assert time.process_time() - started < 0.5
    assert str(caught.value) == "talk.txt: 文件 2000.0 MB，超过上限 50 MB。可按场次拆开再试。"


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-1.7", b"{"])
def test_limits_by_kind(start, monkeypatch):
    monkeypatch.setattr(magic, "FILE_LIMIT", 2_000_000)
    monkeypatch.setattr(magic, "TEXT_LIMIT", 1_000_000)
    assert refused(start + b"1" * 2_000_000, "talk").code == "too_big"
