"""Whatever comes in: turns made of the input in its order, each line accounted for once; or one AnalysisError."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import AnalysisError
from analysis.readers import as_json, read_bytes
from analysis.readers.registry import FORMATS
from analysis.transcript import Transcript
from tests.analysis.exports import EXPORTS

PIECES = st.sampled_from(
    [
        "王静",
        "主持人",
        "：",
        ":",
        "（",
        "）",
        "(",
        ")",
        "【",
        "】",
        "**",
        "##",
        " ",
        "\u3000",
        "\t",
        "。",
        "第一",
        "问题",
        "\r\n",
        "\n",
        "\n\n",
        "12：30",
        "https://",
        "说话人1",
        "青禾社区",
        "图为",
        "掌声",
        "（完）",
        "---",
        "他说",
        "整理",
        "\\",
        "\ufeff",
        "、",
    ],
)
LINES = st.lists(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=12).map("".join), max_size=12)
TEXTS = st.one_of(st.text(max_size=200), LINES.map("\n".join), LINES.map(lambda lines: "王静：好\n" + "\n".join(lines)))


def result(data: bytes, format: str | None = None) -> Transcript | None:
    try:
        return read_bytes(data, "x.txt", format=format)
    except AnalysisError as problem:
        said = [problem.message(language) for language in ("zh", "en")]
    assert all(said)
    return None


def check(found: Transcript, text: str) -> None:
    """`text` is what was put in, with LF line ends."""
    lines = text.split("\n")
    lines = lines if lines[-1] else lines[:-1]
    owned = [sorted({turn.line, *turn.header_lines, *turn.lines, *turn.joined}) for turn in found.turns]
    account = sorted({line for each in owned for line in each})  # two voices may share the line of a cue
    account += [one.line for one in (*found.unowned, *found.dropped)]
    assert sorted(account) == list(range(1, len(lines) + 1))
    for turn in found.turns:
        paragraphs = turn.text.split("\n") if turn.text else []
        assert len(paragraphs) == len(turn.lines)
        head = "".join(lines[line - 1] for line in (turn.line, *turn.header_lines, *turn.lines, *turn.joined))
        inherited = found.format in ("srt", "table")  # the name of a cue or row above
        assert turn.speaker is None or (turn.speaker and (turn.speaker in head.replace("\\_", "_") or inherited))
        for number, paragraph in zip(turn.lines, paragraphs, strict=True):
            assert paragraph
            assert paragraph in lines[number - 1] or turn.joined
            assert paragraph.strip() == paragraph
    assert as_json(found)["turns"]


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_read_bytes_any_text(text):
    found = result(text.encode("utf-8", "ignore"))
    if found:
        kept = text.encode("utf-8", "ignore").decode().removeprefix("\ufeff")
        check(found, kept.replace("\r\n", "\n").replace("\r", "\n"))


@pytest.mark.parametrize("name", EXPORTS)
def test_read_bytes_accounts_for_every_line_of_an_export(name):
    for format in (None, *(each.name for each in FORMATS)):
        found = result(EXPORTS[name][1].encode(), format)
        if found:
            check(found, EXPORTS[name][1].replace("\r\n", "\n"))


MARKS = st.sampled_from(
    ["(", ")", "[", "]", "：", ": ", "  ", "\n", "\n\n", "**", "00:05", " 9:30", "说话人 1", "\\", " - "]
)


@given(st.sampled_from(list(EXPORTS)), st.data())
@settings(max_examples=300, deadline=None)
def test_read_bytes_mutated_export(name, data):
    lines = EXPORTS[name][1].split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        line, place = lines[at], data.draw(st.integers(0, len(lines[at])))
        mark = data.draw(st.one_of(MARKS, st.text(max_size=3)))
        other = lines[data.draw(st.integers(0, len(lines) - 1))]
        lines[at] = data.draw(st.sampled_from([line[:place] + mark + line[place:], line[:place], other, line + other]))
    text = "\n".join(lines).encode("utf-8", "ignore").decode().removeprefix("\ufeff")
    format = data.draw(st.sampled_from([None, EXPORTS[name][0], *(each.name for each in FORMATS)]))
    found = result(text.encode(), format)
    if found and found.encoding == "utf-8":
        check(found, text.replace("\r\n", "\n").replace("\r", "\n"))


@given(st.sampled_from(["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]), LINES)
@settings(max_examples=200, deadline=None)
def test_read_bytes_any_encoding(codec, lines):
    text = "王静：我们的项目是这样的。\n李明：\n好的，是不是在这里？\n" + "\n".join(lines)
    found = result(text.encode(codec, "ignore"))
    if found and found.encoding in codec + "-le-sig":
        kept = text.encode(codec, "ignore").decode(codec)
        check(found, kept.replace("\r\n", "\n").replace("\r", "\n"))


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_read_bytes_any_bytes(data):
    result(data)


@given(st.binary(max_size=60), st.integers(0, 200))
@settings(max_examples=200, deadline=None)
def test_read_bytes_spoiled_bytes(noise, place):
    data = ("王静：我们的项目是这样的。\n李明：\n好的，是不是在这里？\n" * 4).encode()
    result(data[:place] + noise + data[place:])


@pytest.mark.parametrize("unit", ["a", " ", "(", "（）", "*", "：", "第", "a[", "【", "_", "#", "1:", "\t", "·", "王 "])
def test_read_bytes_long_line_is_quick(unit):
    line = unit * (1_000_000 // len(unit))
    started = time.process_time()
    for text in (f"王静：好\n{line}\n李明：好", f"{line}：好\n王静：好"):
        assert result(text.encode()).turns[-1].text == "好"
    assert time.process_time() - started < 2


def test_read_bytes_speed():
    text = (
        "王静（居民）：我们有三点看法。\n第一：工具太大，孩子拿不动，比例是一半对一半。\n李明：好的，时间定在12：30。\n"
        * 9000
    )
    data = text.encode()
    started = time.process_time()
    assert len(read_bytes(data, "x.txt").turns) == 18_000
    assert len(data) / (time.process_time() - started) > 1_000_000


@pytest.mark.parametrize("name", EXPORTS)
def test_read_bytes_export_speed(name):
    format, text, _ = EXPORTS[name]
    text = text.replace("。", "，我们这个项目做了四年多，最难的还是人手不够，其他的都好说。") + "\n"
    data = text.encode() * (600_000 // len(text.encode()))
    started = time.process_time()
    read_bytes(data, "x.txt", format=format)
    assert len(data) / (time.process_time() - started) > 1_000_000
