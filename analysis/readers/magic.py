"""What the first bytes say: office file, PDF, picture, sound, archive; or perhaps text."""

from __future__ import annotations

import io
import struct
import zipfile

from analysis.errors import AnalysisError

MEGABYTE = 1_000_000
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
OFFICE = {"word/document.xml": "Word docx", "xl/workbook.xml": "Excel xlsx", "ppt/presentation.xml": "PowerPoint pptx"}
CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")) + b"\x7f"


def _zip_kind(data: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as problem:
        raise AnalysisError("broken") from problem
    return next((kind for name, kind in OFFICE.items() if name in names), None)


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


def check_text(data: bytes) -> None:
    """Refuse everything that is certainly not text.

    Parameters
    ----------
    data : bytes
        A whole file.

    Raises
    ------
    AnalysisError
        `empty`, `too_big`, `format_unsupported` (docx, xlsx, pptx, pdf), `old_office`, `broken` or `binary`.
    """
    check_size(len(data), FILE_LIMIT)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        kind = _zip_kind(data)
        if kind:
            raise AnalysisError("format_unsupported", format=kind)
        raise AnalysisError("binary")
    if data.startswith(b"%PDF-"):
        raise AnalysisError("format_unsupported", format="PDF")
    if data.startswith(b"{\\rtf"):
        raise AnalysisError("format_unsupported", format="RTF")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise AnalysisError("old_office")
    if data.startswith(BINARY) or data[4:8] == b"ftyp":
        raise AnalysisError("binary")
    check_size(len(data), TEXT_LIMIT)
    if not data.strip():
        raise AnalysisError("empty")


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
