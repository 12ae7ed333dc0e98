"""Office files are zip archives: what one holds, and whether it is safe to unpack."""

from __future__ import annotations

import io
import re
import struct
import zipfile

from analysis.errors import AnalysisError

MEGABYTE = 1_000_000
UNPACKED_LIMIT = 200 * MEGABYTE
RATIO_LIMIT = 150
HARMLESS = 10 * MEGABYTE  # unpacked: a short file of one word a thousand times over is no bomb
DIRECTORY_LIMIT = MEGABYTE  # some 10,000 names
HEAD = 65_536
OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_CONTENT = {b"wordprocessingml.document.main": "docx", b"spreadsheetml.sheet.main": "xlsx"}
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def _check_directory(data: bytes) -> None:
    """Refuse a list of names so long that reading it would take seconds."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or end + 22 > len(data):
        raise AnalysisError("broken")
    (size,) = struct.unpack_from("<I", data, end + 12)
    if size > DIRECTORY_LIMIT:
        raise AnalysisError("broken")


def _check_sizes(archive: zipfile.ZipFile, packed: int) -> None:
    unpacked = sum(entry.file_size for entry in archive.infolist())
    bomb = unpacked > HARMLESS and unpacked > RATIO_LIMIT * packed
    if unpacked > UNPACKED_LIMIT or bomb:
        raise AnalysisError("unpacked_too_big", size=unpacked // MEGABYTE)


def _check_xml(archive: zipfile.ZipFile) -> None:
    """Refuse parts that define entities of their own: no office program writes such, and they may grow without end."""
    for entry in archive.infolist():
        if entry.filename.endswith((".xml", ".rels")):
            with archive.open(entry) as part:
                start = part.read(HEAD)
            if _DOCTYPE.search(start.replace(b"\x00", b"")):  # UTF-16 has a NUL in each of these letters
                raise AnalysisError("broken")


def _kind(archive: zipfile.ZipFile) -> str | None:
    names = set(archive.namelist())
    found = next((kind for name, kind in OFFICE.items() if name in names), None)
    if found or "[Content_Types].xml" not in names:
        return found
    types = archive.read("[Content_Types].xml")
    return next((kind for sign, kind in _CONTENT.items() if sign in types), None)


def kind(data: bytes) -> str | None:
    """Tell which office program an archive is of, once it is known to be safe to unpack.

    Parameters
    ----------
    data : bytes
        A whole file that begins like a zip archive.

    Returns
    -------
    str or None
        `docx`, `xlsx` or `pptx`; None for any other archive.

    Raises
    ------
    AnalysisError
        `broken`, or `unpacked_too_big` from the sizes in its directory, before anything is unpacked.
    """
    _check_directory(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive, len(data))
            found = _kind(archive)
            if found:
                _check_xml(archive)
            return found
    except AnalysisError:
        raise
    except Exception as problem:  # zipfile and zlib have no common error for what is damaged
        raise AnalysisError("broken") from problem
