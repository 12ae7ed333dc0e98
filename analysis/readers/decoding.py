"""Bytes to text: which encoding a file is in, decided once, with nothing changed but the line ends."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from analysis.errors import AnalysisError
from analysis.readers.lists import lists
from analysis.readers.magic import is_binary

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE = ("utf-16-le", "utf-16-be")
LEGACY = ("gb18030", "big5", *WIDE)
SAMPLE = 20_000
LEAST_COMMON = 0.2
NOT_HAN = re.compile(r"[^\u3400-\u9fff]+")
NOT_PLAUSIBLE = re.compile(r"[^\t\n\r\f\v\x20-\x7e\xa0-\u024f\u2000-\u206f\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+")
LATIN_LOOK = re.compile(r"[\x80-\xff]{4,}")


@dataclass(frozen=True)
class Decoded:
    """A text with LF line ends, its encoding, and where bytes were replaced: (line, number of places) or None.

    `edges` counts lines of the file that are not in the text, being repeated at the edge of its pages.
    """

    text: str
    encoding: str
    replaced: tuple[int, int] | None = None
    edges: int = 0


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _common_share(text: str) -> float:
    """Share of a text's Han characters that are frequent ones; a half where there are none to judge by."""
    han = NOT_HAN.sub("", text[:SAMPLE])
    return sum(map(lists().common.__contains__, han)) / len(han) if han else 0.5


def _plausibility(text: str) -> float:
    """Share of characters that a transcript would hold, times how common its Han characters are."""
    sample = text[:SAMPLE]
    odd = len(sample) - len(NOT_PLAUSIBLE.sub("", sample))
    return (1 - odd / len(sample)) * _common_share(sample) if sample else 0.0


def _best(data: bytes, encodings: tuple[str, ...]) -> tuple[float, str, str]:
    """Decode strictly in each encoding; the most plausible (score, text, encoding), the earlier one among equals."""
    texts = ((_strictly(data, encoding), encoding) for encoding in encodings)
    scored = [(_plausibility(text), text, encoding) for text, encoding in texts if text is not None]
    return max(scored, key=lambda each: each[0], default=(0.0, "", ""))


def _first_bad_line(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return data.count(b"\n", 0, problem.start) + 1
    return 1


def _mostly_utf8(data: bytes, encoding: str) -> Decoded | None:
    """Decode UTF-8 that a few stray bytes (at most one in a thousand) have crept into."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    good = sum(byte >= 0xC2 for byte in data) if bad * 1000 <= len(data) else 0
    if not bad or good < 11 * bad:
        return None
    return Decoded(text, encoding, (_first_bad_line(data), bad))


def _with_bom(data: bytes) -> Decoded | None:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            body = data[len(bom) :]
            text = _strictly(body, encoding.removesuffix("-sig"))
            if text is not None:
                return Decoded(text, encoding)
            found = _mostly_utf8(body, encoding) if encoding == "utf-8-sig" else None
            if found is None:
                raise AnalysisError("encoding", line=_first_bad_line(body))
            return found
    return None


def _legacy(data: bytes) -> Decoded:
    score, text, encoding = _best(data, LEGACY)
    few = len(NOT_HAN.sub("", text[:SAMPLE])) < 20
    if score <= (0 if few else LEAST_COMMON):
        raise AnalysisError("encoding", line=_first_bad_line(data))
    return Decoded(text, encoding)


def _decode(data: bytes) -> Decoded:
    found = _with_bom(data)
    if found is not None:
        return found
    if b"\x00" in data:
        score, text, encoding = _best(data, WIDE)
        if score < LEAST_COMMON:
            raise AnalysisError("binary")
        return Decoded(text, encoding)
    if is_binary(data):
        raise AnalysisError("binary")
    text = _strictly(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    return _mostly_utf8(data, "utf-8") or _legacy(data)


def _check_garbled(text: str, size: int) -> None:
    """Refuse a text that was decoded wrongly before it was saved."""
    lost = text.count("\ufffd") + 3 * text.count("锟斤拷")
    match = re.search("\ufffd|锟斤拷", text) if lost * 1000 > size else LATIN_LOOK.search(text)
    if match and match.group()[0] not in "\ufffd锟":
        meant = _strictly(text[:SAMPLE].encode("latin-1", "ignore"), "gb18030") or ""
        match = match if len(NOT_HAN.sub("", meant)) > 4 and _common_share(meant) > 0.4 else None
    if match:
        raise AnalysisError("encoding", line=text.count("\n", 0, match.start()) + 1)


def decode(data: bytes) -> Decoded:
    """Decode a text file.

    Parameters
    ----------
    data : bytes
        A whole file: with a byte order mark, UTF-16, UTF-8 (one bad byte in a thousand is let pass), Big5 or GB18030.

    Returns
    -------
    Decoded
        The text with LF line ends and otherwise untouched, and the encoding by its Python name.

    Raises
    ------
    AnalysisError
        `empty`, `binary` or `encoding`.
    """
    found = _decode(data)
    text = found.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise AnalysisError("empty")
    if "\x00" in text:
        raise AnalysisError("binary")
    _check_garbled(text, len(data))
    return Decoded(text, found.encoding, found.replaced)
