"""PDF files with a text layer, read in a process of its own.

A few bytes of PDF can ask for any amount of memory and time, in ways that no look at the file beforehand finds; a
process can be limited and ended.
"""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
import time
from itertools import islice

from analysis.errors import AnalysisError
from analysis.paths import ROOT
from analysis.readers.page_layout import Line, page_edges, paragraphs

PAGE_LIMIT = 500
TIME_LIMIT = 60  # seconds of work; on a busy machine that may take twice as long
MEMORY_LIMIT = 1_500_000_000


def text_of(data: bytes) -> tuple[str, int]:
    """Give the paragraphs of a PDF.

    Parameters
    ----------
    data : bytes
        A file that begins with `%PDF-`.

    Returns
    -------
    text : str
        A line a paragraph; wrapped lines are joined.
    edges : int
        Lines left out: page numbers, and what pages repeat at their top and bottom.

    Raises
    ------
    AnalysisError
        `pdf_scanned`, `locked`, `too_many_pages`, `too_slow`, `unpacked_too_big` or `broken`.
    """
    command = [sys.executable, "-m", "analysis.readers.pdf_file"]
    try:
        ran = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, cwd=ROOT, timeout=2 * TIME_LIMIT, check=False
        )
    except subprocess.TimeoutExpired as problem:
        raise AnalysisError("too_slow", limit=TIME_LIMIT) from problem
    try:
        answer = json.loads(ran.stdout)
    except ValueError as problem:  # ended from outside, by the memory limit most likely
        raise AnalysisError("broken") from problem
    if "error" in answer:
        raise AnalysisError(answer["error"], **answer["values"])
    return answer["text"], answer["edges"]


def _check_pages(document) -> None:
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdftypes import resolve1

    told = resolve1(resolve1(document.catalog.get("Pages")).get("Count"))
    counted = told if isinstance(told, int) and told > PAGE_LIMIT else 0
    counted = counted or sum(1 for _ in islice(PDFPage.create_pages(document), PAGE_LIMIT + 1))
    if counted > PAGE_LIMIT:
        raise AnalysisError("too_many_pages", pages=counted, limit=PAGE_LIMIT)


def _lines(pdf) -> list[Line]:
    found = []
    started = time.process_time()
    for number, page in enumerate(pdf.pages):
        for line in page.extract_text_lines(return_chars=False, x_tolerance_ratio=0.35):
            text = line["text"].replace("\x00", "").strip()
            if text:
                found.append(Line(text, number, *(float(line[side]) for side in ("x0", "x1", "top", "bottom"))))
        page.close()
        if time.process_time() - started > TIME_LIMIT:
            raise AnalysisError("too_slow", limit=TIME_LIMIT)
    return found


def extract(data: bytes) -> tuple[str, int]:
    """Do the work of `text_of` in this process, without its limits.

    Parameters
    ----------
    data : bytes
        A PDF.

    Returns
    -------
    text : str
        A line a paragraph.
    edges : int
        Lines left out.

    Raises
    ------
    AnalysisError
        As `text_of`.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            _check_pages(pdf.doc)
            lines = _lines(pdf)
            width = max((float(page.width) for page in pdf.pages), default=0.0)
    except AnalysisError:
        raise
    except MemoryError as problem:
        raise AnalysisError("unpacked_too_big", size=MEMORY_LIMIT // 1_000_000) from problem
    except Exception as problem:  # a damaged file makes pdfminer fail in many ways
        causes = [problem, *problem.args, problem.__cause__, problem.__context__]
        if any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in causes):
            raise AnalysisError("locked") from problem
        raise AnalysisError("broken") from problem
    if not lines:
        raise AnalysisError("pdf_scanned")
    edges = page_edges(lines)
    kept = [line for place, line in enumerate(lines) if place not in edges]
    return "\n".join(paragraphs(kept or lines, width=width)), len(edges) if kept else 0


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit holds there too
        return
    with contextlib.suppress(ValueError, OSError):  # a system that will not have it, such as macOS
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def main() -> None:
    """Read a PDF from stdin, write what `text_of` gives as JSON to stdout."""
    _limit_memory()
    try:
        text, edges = extract(sys.stdin.buffer.read())
        answer = {"text": text, "edges": edges}
    except AnalysisError as problem:
        answer = {"error": problem.code, "values": problem.values}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


if __name__ == "__main__":
    main()
