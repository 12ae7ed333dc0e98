"""What the first bytes say: office file, PDF, picture, sound, archive; or perhaps text."""

from __future__ import annotations

from analysis.errors import AnalysisError
from analysis.readers import archive
from analysis.readers.archive import MEGABYTE

TEXT_LIMIT = 20 * MEGABYTE
FILE_LIMIT = 50 * MEGABYTE
BINARY = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"ID3",
    b"OggS",
    b"fLaC",
    b"\x1f\x8b",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a",
    b"BZh9",
    b"\xfd7zXZ",
    b"\x1aE\xdf\xa3",
    b"\x7fELF",
    b"PAR1",
    b"SQLite format 3\x00",
)
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # a docx or xlsx behind a password
CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"


def check_size(size: int, limit: int) -> None:
    """Refuse what is too big to be read.

    Parameters
    ----------
    size, limit : int
        Bytes.

    Raises
    ------
    AnalysisError
        `too_big` when the size is over the limit.
    """
    if size > limit:
        raise AnalysisError("too_big", size=f"{size / MEGABYTE:.1f}", limit=limit // MEGABYTE)


def _office(data: bytes) -> str:
    found = archive.kind(data)
    if found is None:
        raise AnalysisError("binary")
    if found == "pptx":
        raise AnalysisError("format_unsupported", format="PowerPoint pptx")
    return found


def kind(data: bytes) -> str:
    """Tell what a file is by its content, and refuse what cannot be read.

    Parameters
    ----------
    data : bytes
        A whole file.

    Returns
    -------
    str
        `docx`, `xlsx`, `pdf` or `text`; the last also where only decoding can tell.

    Raises
    ------
    AnalysisError
        `empty`, `too_big`, `unpacked_too_big`, `format_unsupported` (pptx, rtf), `old_office`, `locked`, `broken` or
        `binary`.
    """
    check_size(len(data), FILE_LIMIT)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _office(data)
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"{\\rtf"):
        raise AnalysisError("format_unsupported", format="RTF")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if ENCRYPTED in data:
            raise AnalysisError("locked")
        raise AnalysisError("old_office")
    if data.startswith(BINARY) or data[4:8] == b"ftyp":
        raise AnalysisError("binary")
    check_size(len(data), TEXT_LIMIT)
    if not data.strip():
        raise AnalysisError("empty")
    return "text"


def is_binary(data: bytes) -> bool:
    """Tell whether bytes of no wide encoding hold more control characters than a text would.

    Parameters
    ----------
    data : bytes
        Not UTF-16.

    Returns
    -------
    bool
        True with any NUL, or with more than one control character in a hundred bytes.
    """
    controls = len(data) - len(data.translate(None, CONTROL))
    return b"\x00" in data or controls * 100 > len(data)
