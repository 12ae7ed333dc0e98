"""Word documents: nothing on the page is lost, and the readers of text formats serve them."""

import pytest

from analysis.errors import AnalysisError
from analysis.readers import read_bytes
from analysis.readers.word_file import text_of
from tests.office import replaced, word, xml


def turns(data: bytes) -> list[tuple]:
    return [(turn.speaker, turn.start, turn.text) for turn in read_bytes(data, "talk.docx").turns]


def test_text_of_line_breaks_are_lines():
    assert text_of(word(["王静   0:05\n先说钥匙。\n再说柜子。", "李明   0:09\n好。"])).split("\n") == [
        "王静   0:05",
        "先说钥匙。",
        "再说柜子。",
        "李明   0:09",
        "好。",
    ]


def test_text_of_insertions_stay_deletions_go():
    def edit(document):
        body = document.paragraphs[0]._p
        body.append(xml('<w:ins w:id="1" w:author="x"><w:r><w:t>补上的</w:t></w:r></w:ins>'))
        body.append(xml('<w:del w:id="2" w:author="x"><w:r><w:delText>删去的</w:delText></w:r></w:del>'))
        body.append(xml('<w:moveFrom w:id="3" w:author="x"><w:r><w:t>移走的</w:t></w:r></w:moveFrom>'))
        body.append(xml('<w:hyperlink><w:r><w:t xml:space="preserve"> 链接</w:t></w:r></w:hyperlink>'))
        body.append(xml("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>"))

    assert text_of(word(["王静：好，"], edit=edit)) == "王静：好，补上的 链接控件"


def test_text_of_block_content_control():
    def edit(document):
        document.element.body.insert(
            1,
            xml(
                "<w:sdt><w:sdtContent><w:p><w:r><w:t>李明：</w:t></w:r></w:p><w:p><w:r><w:t>行。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
            ),
        )

    assert text_of(word(["王静：好。", "王静：走。"], edit=edit)).split("\n") == [
        "王静：好。",
        "李明：",
        "行。",
        "王静：走。",
    ]


def test_text_of_text_box_once():
    box = (
        "<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        "<mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert (
        text_of(word(["王静：好。"], edit=lambda document: document.paragraphs[0]._p.append(xml(box))))
        == "王静：好。\n框里"
    )


def table(rows: list[list[str]], before: tuple[str, ...] = ()):
    def edit(document):
        made = document.add_table(len(rows), len(rows[0]))
        for row, cells in zip(made.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text

    return word(before, edit=edit)


def test_read_table_with_header():
    data = table(
        [
            ["时间", "发言人", "发言内容"],
            ["00:05", "王静", "先说“钥匙”。\n再说柜子。"],
            ["01:10", "李明", 'the "old" ones。'],
        ],
        before=("储物柜",),
    )
    assert turns(data) == [("王静", 5.0, "先说“钥匙”。\n再说柜子。"), ("李明", 70.0, 'the "old" ones。')]
    found = read_bytes(data, "talk.docx")
    assert (found.format, found.encoding, found.title) == ("table", "docx", "储物柜")
    assert [turn.line for turn in found.turns] == [3, 4]


def test_read_table_for_layout():
    data = table([["王静：", "先说钥匙。"], ["李明：", "好。\n再说柜子。"]])
    assert turns(data) == [("王静", None, "先说钥匙。"), ("李明", None, "好。\n再说柜子。")]


def test_read_nested_table():
    def edit(document):
        cell = document.add_table(1, 1).rows[0].cells[0]
        cell.text = "王静：好。"
        cell.add_table(1, 1).rows[0].cells[0].text = "李明：行。"

    assert turns(word(edit=edit)) == [("王静", None, "好。"), ("李明", None, "行。")]


def test_read_headers_and_footers_are_no_speech():
    def edit(document):
        document.sections[0].header.paragraphs[0].text = "李明：页眉"

    assert turns(word(["王静：好。"], edit=edit)) == [("王静", None, "好。")]


def test_read_timed_formats():
    assert turns(word(["会议", "王静(00:00:03): 好。", "李明（00:15）：", "行。"])) == [
        ("王静", 3.0, "好。"),
        ("李明", 15.0, "行。"),
    ]


def test_read_subtitles_pasted_into_word():
    data = word(
        ["1", "00:00:01,000 --> 00:00:02,500", "王静：好。", "2", "00:00:03,000 --> 00:00:04,000", "李明：行。"]
    )
    assert turns(data) == [("王静", 1.0, "好。"), ("李明", 3.0, "行。")]


@pytest.mark.parametrize(
    "content",
    [b"", b"<x", b"not xml", b'<?xml version="1.0"?><w:document xmlns:w="urn:x"/>', "乱".encode("gb18030") * 99],
)
def test_read_damaged(content):
    with pytest.raises(AnalysisError) as caught:
        read_bytes(replaced(word(["王静：好。"]), "word/document.xml", content), "talk.docx")
    assert str(caught.value) == "talk.docx: 文件已损坏，或扩展名与内容不符。请换一个文件，或重新导出。"


def test_read_no_words():
    with pytest.raises(AnalysisError) as caught:
        read_bytes(word([" ", ""]), "talk.docx")
    assert caught.value.code == "empty"
