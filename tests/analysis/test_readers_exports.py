"""Formats of meeting tools: what is a header, what is speech, what is nobody's."""

import pytest

from analysis.readers import read_bytes
from tests.analysis.exports import EXPORTS


@pytest.mark.parametrize("name", EXPORTS)
def test_read_bytes_export(name):
    format, text, expected = EXPORTS[name]
    found = read_bytes(text.encode(), "talk.txt")
    assert [(turn.speaker, turn.start, turn.text) for turn in found.turns] == expected
    assert found.format == format


@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("change", [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text], ids="rb")
def test_read_bytes_export_changed(name, change):
    _, text, expected = EXPORTS[name]
    found = read_bytes(change(text).encode(), "talk.txt")
    assert [(turn.speaker, turn.start, turn.text) for turn in found.turns] == expected
