"""PDF: paragraphs out of lines, page edges, and files that cannot be read."""

import pytest

from analysis.errors import AnalysisError
from analysis.readers import pdf_file, read_bytes
from tests.pdf_writer import laid_out, pdf

TALK = [
    "灯光样品讨论会",
    "2026年9月21日",
    "苗禾 Miao HE(00:00:03):",
    "大家能听到吗？先过一下灯光样品的事。" * 6,
    "欧阳一帆(00:00:15):",
    "能听到。样品周三到，我去仓库取 the samples of the lamp，顺便把色温表也带上。" * 7,
    "说话人3(00:01:02):",
    "走廊用暖光，比例是：三比一，三盏暖的配一盏冷的，明天 9:30 之前发出来。" * 5,
    "苗禾 Miao HE(01:02:05):",
    "好。",
]
TURNS = [("苗禾 Miao HE", 3.0, 3), ("欧阳一帆", 15.0, 5), ("说话人3", 62.0, 7), ("苗禾 Miao HE", 3725.0, 9)]


@pytest.mark.parametrize("per_page", [40, 9, 8, 7, 6, 5])
@pytest.mark.parametrize("foot", ["", "第 {page} 页", "{page}", "- {page} -", "会议记录 {page} / 9"])
def test_extract_paragraphs(per_page, foot):
    text, edges = pdf_file.extract(laid_out(TALK, head="内部资料 2026-09-21 10:00", foot=foot, per_page=per_page))
    pages = -(-24 // per_page)
    if pages > 1:
        assert (text.split("\n"), edges) == (TALK, pages * (2 if foot else 1))


def test_extract_indented_paragraphs():
    paragraphs = ["我们先看走廊的灯，一共四十盏。" * 5, "再看大厅，二十盏就够了，多了也没用。" * 4, "散会。"]
    assert pdf_file.extract(laid_out(paragraphs, indent=21, per_page=3))[0].split("\n") == paragraphs


def test_extract_latin_lines_keep_their_blanks():
    paragraph = "the lamps of the long corridor " * 9 + "end."
    assert pdf_file.extract(laid_out([paragraph, "王静：好。"]))[0].replace(" ", "") == (
        paragraph.replace(" ", "") + "\n王静：好。"
    )


def test_extract_labels_at_the_page_top_stay():
    paragraphs = ["王静：", "好。", "李明：", "行。"] * 6
    text, edges = pdf_file.extract(laid_out(paragraphs, per_page=4, foot="第 {page} 页"))
    assert (text.split("\n"), edges) == (paragraphs, 6)


def test_read_turns_over_pages():
    found = read_bytes(laid_out(TALK, head="会议记录", foot="第 {page} 页", per_page=6), "talk.pdf")
    assert [(turn.speaker, turn.start, turn.line) for turn in found.turns] == TURNS
    assert [turn.text for turn in found.turns] == TALK[3::2]
    assert (found.encoding, found.title) == ("pdf", TALK[0])
    assert [(one.line, one.reason) for one in found.dropped] == [(n, "page_edge") for n in range(11, 19)]


def refused(data: bytes) -> AnalysisError:
    with pytest.raises(AnalysisError) as caught:
        read_bytes(data, "talk.pdf")
    return caught.value


def test_read_scan():
    assert str(refused(pdf(["0 0 595 842 re f"] * 2))) == (
        "talk.pdf: PDF 里没有文字层（扫描件），无法读取。请用原来的 docx 或 txt，或先做文字识别。"
    )


def test_read_locked():
    encrypted = laid_out(["王静：好。"]).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
        b" /O <" + b"00" * 32 + b"> /U <" + b"11" * 32 + b"> >>",
    )
    assert str(refused(encrypted)) == "talk.pdf: 文件有密码，无法读取。请去掉密码再试。"


def test_read_too_many_pages():
    found = refused(pdf(["BT ET"] * 501))
    assert str(found) == "talk.pdf: 文件 501 页，超过上限 500 页。可按场次拆开再试。"


def test_read_pages_that_are_not_counted(monkeypatch):
    monkeypatch.setattr(pdf_file, "PAGE_LIMIT", 3)
    with pytest.raises(AnalysisError) as caught:
        pdf_file.extract(pdf(["BT ET"] * 5).replace(b"/Count 5", b"/Count 1"))
    assert caught.value.code == "too_many_pages"


def test_read_too_slow(monkeypatch):
    monkeypatch.setattr(pdf_file, "TIME_LIMIT", 0.01)
    assert refused(laid_out(["王静：好。"])).code == "too_slow"


@pytest.mark.parametrize("cut", [9, 200, -300])
def test_read_damaged(cut):
    assert refused(laid_out(["王静：好。"])[:cut]).code in ("broken", "pdf_scanned")
