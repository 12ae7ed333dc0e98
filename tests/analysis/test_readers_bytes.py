"""Bytes in, text out: encodings, limits, magic, formats that are not read yet."""

import io
import zipfile

import pytest

from analysis.errors import AnalysisError
from analysis.readers import magic, read, read_bytes
from analysis.transcript import Remark, remark_text

TEXT = "王静(广西南宁):\n两方面都有，这个项目已经做了四年多。\n李明：\n一直是我们在做的事情。\n"
TURNS = [("王静", "广西南宁", "两方面都有，这个项目已经做了四年多。"), ("李明", None, "一直是我们在做的事情。")]
TRADITIONAL = "王靜：\n這個項目是我們的，還沒有做完。\n李明：\n好，說說時間的問題。\n"


def problem(data: bytes, name: str = "x.txt") -> AnalysisError:
    with pytest.raises(AnalysisError) as caught:
        read_bytes(data, name)
    assert caught.value.where == name
    return caught.value


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_read_bytes_encoding(codec, line_end):
    found = read_bytes(TEXT.replace("\n", line_end).encode(codec), "talk.txt")
    assert [(turn.speaker, turn.affiliation, turn.text) for turn in found.turns] == TURNS
    assert [turn.line for turn in found.turns] == [1, 3]
    assert found.encoding == codec


@pytest.mark.parametrize(
    ("bom", "codec"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe\0\0", "utf-32-le")]
)
def test_read_bytes_wide_with_bom(bom, codec):
    found = read_bytes(bom + TEXT.encode(codec), "talk.txt")
    assert ([(turn.speaker, turn.affiliation, turn.text) for turn in found.turns], found.encoding) == (TURNS, codec)


@pytest.mark.parametrize("codec", ["gb18030", "utf-16-le", "utf-16-be", "utf-8"])
def test_read_bytes_short_line(codec):
    assert read_bytes("王静：好的".encode(codec), "talk.txt").turns[0].text == "好的"


@pytest.mark.parametrize("codec", ["big5", "gb18030", "utf-8"])
def test_read_bytes_traditional(codec):
    found = read_bytes(TRADITIONAL.encode(codec), "talk.txt")
    assert [turn.text for turn in found.turns] == ["這個項目是我們的，還沒有做完。", "好，說說時間的問題。"]
    assert found.encoding == codec


def test_read_bytes_stray_byte():
    lines = "王静：\n" + "我们的项目做了四年。\n" * 60
    data = lines.encode().replace("做了".encode(), b"\xff", 1)
    found = read_bytes(data, "talk.txt")
    assert found.turns[0].text.split("\n")[:2] == ["我们的项目\ufffd四年。", "我们的项目做了四年。"]
    assert found.warnings[0] == Remark("bad_bytes", {"line": 2, "bytes": 1})
    assert remark_text(found.warnings[0], "zh") == "第 2 行附近有 1 处字节无法识别，已用“�”代替。"


def test_read_bytes_width_and_quotes_untouched():
    text = "“好”,（对）ＡＢＣ…①　㈱"
    assert read_bytes(f"王静：{text}".encode(), "talk.txt").turns[0].text == text


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", "\u3000\n\u3000".encode()])
def test_read_bytes_empty(data):
    assert problem(data).code == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n123",
        b"\xff\xd8\xff\xe0",
        b"ID3\x03",
        b"\0\0\0\x20ftypisom",
        b"abc\0def\0",
        bytes(range(256)) * 9,
    ],
)
def test_read_bytes_binary(data):
    assert problem(data).code == "binary"


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def test_read_bytes_office():
    assert problem(zipped("[Content_Types].xml", "ppt/presentation.xml")).values == {"format": "PowerPoint pptx"}
    assert problem(zipped("a.txt")).code == "binary"
    assert problem(zipped("word/document.xml")[:40], "talk.docx").code == "broken"
    assert problem(zipped("word/document.xml"), "talk.docx").code == "broken"
    assert problem(zipped("[Content_Types].xml", "xl/workbook.xml"), "talk.xlsx").code == "broken"
    assert problem(b"%PDF-1.7\n", "talk.pdf").code == "broken"
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert str(problem(old, "talk.doc")) == "talk.doc: 这是旧版 Office 文件，请另存为 .docx / .xlsx 再上传。"
    assert str(problem(old + "EncryptedPackage".encode("utf-16-le"), "talk.docx")) == (
        "talk.docx: 文件有密码，无法读取。请去掉密码再试。"
    )


def test_read_bytes_too_big(monkeypatch):
    monkeypatch.setattr(magic, "TEXT_LIMIT", 1_000_000)
    found = problem(b"a" * 1_200_000)
    assert (found.code, found.values) == ("too_big", {"size": "1.2", "limit": 1})
    assert str(found) == "x.txt: 文件 1.2 MB，超过上限 1 MB。可按场次拆开再试。"


def test_read_too_big(monkeypatch, tmp_path):
    monkeypatch.setattr(magic, "FILE_LIMIT", 10)
    (tmp_path / "big.txt").write_text("王静：一二三四五")
    with pytest.raises(AnalysisError) as caught:
        read(tmp_path / "big.txt")
    assert (caught.value.code, caught.value.where) == ("too_big", "big.txt")


@pytest.mark.parametrize(
    "data",
    [
        ("王静：好\n" + "我们的项目" * 9).encode().replace("我们".encode(), b"\xe6\x88"),
        "王静：好\n锟斤拷锟斤拷".encode(),
        "王静：好\n\ufffd\ufffd".encode(),
        ("Talk:\n" + "主持人：大家好，我们今天说水塘的事情。".encode("gb18030").decode("latin-1")).encode(),
        b"\xff\xfe" + "王静".encode("utf-16-le") + b"\x00\xd8",
    ],
    ids=["cut", "kunjinkao", "replaced", "latin look", "half surrogate"],
)
def test_read_bytes_garbled(data):
    assert problem(data).code == "encoding"


@pytest.mark.parametrize(
    ("text", "shown"), [("<!DOCTYPE html><p>王静：好", "HTML / XML"), ("{\\rtf1\\ansi 王静：好}", "RTF")]
)
def test_read_bytes_unread_format(text, shown):
    found = problem(text.encode())
    assert (found.code, found.values) == ("format_unsupported", {"format": shown})
    assert str(found) == f"x.txt: 这种格式（{shown}）不能读。请先另存为 docx 或 txt。"


def test_read_bytes_rttm():
    found = problem(b"SPEAKER talk 1 0.52 3.79 <NA> <NA> S0 <NA> <NA>\n", "talk.rttm")
    assert str(found) == "talk.rttm: 这个文件只有时间没有文字，请同时给出转写文本。"


def test_read_bytes_extension_explains():
    assert problem("who,what\n王静,好".encode(), "talk.csv").values == {"columns": "who、what"}
    assert problem("who,what\n王静,好".encode(), "talk.txt").code == "no_speakers"


def test_read_bytes_format_override():
    text = "问：几年了？\n答：四年。\n问：难吗？\n答：难。"
    found = read_bytes(text.encode(), "talk.txt", format="proceedings")
    assert [turn.speaker for turn in found.turns] == ["问", "答", "问", "答"]
    with pytest.raises(AnalysisError) as caught:
        read_bytes(text.encode(), "talk.txt", format="nonsense")
    assert caught.value.code == "format_unknown"
    assert "proceedings" in str(caught.value)


def test_read_bytes_runner_up():
    text = "问：几年了？\n答：四年。\n问：难吗？\n答：难。"
    found = read_bytes(text.encode(), "talk.txt")
    assert (found.format, found.runner_up) == ("questions", "proceedings")
    text = "王静(00:03)：好。\n李明(00:05)：行。\n主持人：散会。\n王静：好。"
    found = read_bytes(text.encode(), "talk.txt")
    assert (found.format, found.runner_up) == ("tencent", "proceedings")
    assert read_bytes(TEXT.encode(), "talk.txt").runner_up is None


def test_read_no_file(tmp_path):
    for path, code in ((tmp_path / "none.txt", "file_missing"), (tmp_path, "file_unreadable")):
        with pytest.raises(AnalysisError) as caught:
            read(path)
        assert (caught.value.code, caught.value.where) == (code, path.name)
