"""Files to hand out: one content, written as slides, a report, a workbook, a page or check sheets."""

from __future__ import annotations

import os
import tempfile
from importlib import import_module
from pathlib import Path

from analysis.errors import AnalysisError
from analysis.export.content import gather
from analysis.pseudonyms import key_of, pseudonymised
from analysis.workshop import Workshop

# each kind: the module and the function that write it (loaded when asked for, for the libraries are large),
# and what a file's name ends with
_WRITERS = {
    "pptx": ("pptx_slides", "pptx", ".pptx"),
    "docx": ("docx_report", "docx", ".docx"),
    "xlsx": ("xlsx_book", "xlsx", ".xlsx"),
    "html": ("html_page", "html", ".html"),
    "check-docx": ("check_docx", "check_docx", "-check.docx"),
    "check-html": ("check_html", "check_html", "-check.html"),
}
KINDS = tuple(_WRITERS)


def export(workshop: Workshop, kind: str, *, lang: str = "zh", codes: bool = False) -> bytes:
    """Write a workshop as a file to hand out.

    Parameters
    ----------
    workshop : Workshop
        As it was read; is not changed.
    kind : str
        One of `KINDS`.
    lang : str, default "zh"
        `zh` or `en`: the language of headings and explanations.
    codes : bool, default False
        Write codes in the place of names, in the file's properties too.

    Returns
    -------
    bytes
        The file; the same bytes for the same workshop.

    Raises
    ------
    AnalysisError
        `font_missing` or `card_damaged`.
    """
    module, name, _ = _WRITERS[kind]
    report = gather(_coded(workshop) if codes else workshop, lang)
    return getattr(import_module(f"analysis.export.{module}"), name)(report)


def file_name(workshop: Workshop, kind: str, *, codes: bool = False) -> str:
    """Name a file to hand out.

    Parameters
    ----------
    workshop : Workshop
        As it was read.
    kind : str
        One of `KINDS`.
    codes : bool, default False
        Codes take the place of names here too.

    Returns
    -------
    str
        The slug and the ending of the kind.
    """
    about = (_coded(workshop) if codes else workshop).about
    return f"{about.get('slug') or 'workshop'}{_WRITERS[kind][2]}"


def _coded(workshop: Workshop) -> Workshop:
    return pseudonymised(workshop, key_of(workshop))


def save(data: bytes, path: Path) -> None:
    """Write a file whole or not at all.

    Parameters
    ----------
    data : bytes
        What it is to hold.
    path : Path
        Where; a file that is there is replaced once the new one is complete.

    Raises
    ------
    AnalysisError
        `write_failed` with the system's reason.
    """
    aside = None
    try:
        handle, aside = tempfile.mkstemp(prefix=f".{path.name[:40]}-", dir=path.parent)
        with open(handle, "wb") as file:
            file.write(data)
        os.chmod(aside, 0o644)
        os.replace(aside, path)
    except OSError as problem:
        if aside:
            Path(aside).unlink(missing_ok=True)
        raise AnalysisError("write_failed", where=path.name, reason=problem.strerror or str(problem)) from problem
