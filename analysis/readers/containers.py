"""From bytes to a text of lines, whatever holds them: a text file, Word, Excel or PDF."""

from __future__ import annotations

from analysis.readers import magic
from analysis.readers.decoding import Decoded, decode


def _docx(data: bytes) -> Decoded:
    from analysis.readers.word_file import text_of

    return Decoded(text_of(data), "docx")


def _xlsx(data: bytes) -> Decoded:
    from analysis.readers.excel_file import text_of

    return Decoded(text_of(data), "xlsx")


def _pdf(data: bytes) -> Decoded:
    from analysis.readers.pdf_file import text_of

    text, edges = text_of(data)
    return Decoded(text, "pdf", edges=edges)


# The libraries behind these are loaded when the first file of a kind is read.
CONTAINERS = {"text": decode, "docx": _docx, "xlsx": _xlsx, "pdf": _pdf}


def lines_of(data: bytes) -> Decoded:
    """Give the text of a file, one paragraph, row or line of it a line.

    Parameters
    ----------
    data : bytes
        A whole file.

    Returns
    -------
    Decoded
        `encoding` is the kind of file where it is no text file.

    Raises
    ------
    AnalysisError
        What `magic.kind` and the reader of that kind of file raise.
    """
    return CONTAINERS[magic.kind(data)](data)
