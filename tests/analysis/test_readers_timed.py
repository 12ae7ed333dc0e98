"""Times as files write them, and the shapes of names beside them."""

import re

import pytest

from analysis.readers.timed import GENERIC, NAME, TIME, seconds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0:00", 0.0),
        ("00:15", 15.0),
        ("60:00", 3600.0),
        ("125:07", 7507.0),
        ("1:01:01", 3661.0),
        ("14：05：03", 50703.0),
        ("00:00:01.700", 1.7),
        ("00:01:02,340", 62.34),
        ("00:03.5", 3.5),
        ("0:0:5.100", 5.1),
        ("１２：３０", 750.0),
    ],
)
def test_seconds(text, expected):
    assert seconds(text) == expected


@pytest.mark.parametrize("text", ["", "12", "1:2:3:4", "12:30 ", "a:10", "12:", "-1:00", "1:00.", "1.5:00"])
def test_seconds_refuses(text):
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        seconds(text)


@pytest.mark.parametrize("text", ["1:60", "1:2", "1:02:3", "1:02:03:04", "1234:00", "1:00.", "12:305"])
def test_time_is_no(text):
    assert not re.fullmatch(TIME, text)


@pytest.mark.parametrize("text", ["0:00", "100:59", "1:02:03", "00：15", "00:00:01.700", "00:00:01,7"])
def test_time(text):
    assert re.fullmatch(TIME, text)
    assert seconds(text) >= 0


def test_generic_and_name():
    assert [bool(re.fullmatch(GENERIC, text)) for text in ("说话人 1", "发言人12", "SPEAKER_00", "说话人")] == [
        True,
        True,
        True,
        False,
    ]
    assert [bool(re.fullmatch(NAME, text)) for text in ("苗禾 Miao HE", "O'Neil", "好，走", "a" * 41)] == [
        True,
        True,
        False,
        False,
    ]
