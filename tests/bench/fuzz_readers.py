"""Read thousands of damaged transcripts: nothing but `AnalysisError` may come out, nothing may hang or be invented.

    python -m tests.bench.fuzz_readers FOLDER [--mutations 10000] [--seed 0]

FOLDER holds example files of every family (names ending in `.expected.json` or `.py` are left out); a PDF is laid out
from each txt of it. Every mutation is read whole. Printed are, by file, how many were read and how many refused with
which code, and the slowest; then each fault with the seed that gives it again. Exit status 1 where there is any.
"""

from __future__ import annotations

import argparse
import html
import io
import json
import logging
import random
import re
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from analysis.errors import AnalysisError
from analysis.readers import containers, pdf_file, read_bytes
from tests.pdf_writer import laid_out

SLOWEST = 5  # seconds of processor time
WORDS = re.compile(r"(?<=<t>)[^<>]+(?=<)|(?<=<w:t>)[^<>]+(?=<)")  # of an office file
STRINGS = re.compile(r'(?<=: ")[^"\\\n]*(?=")')  # of JSON
PARTS = {".docx": "word/document.xml", ".xlsx": "xl/worksheets/sheet1.xml"}
TOKENS = [
    *"：:（）()【】[]{}<>\"'“”,，\t\n\r\\/-#*|&;。!0129 \u3000\u2028\ufeff\0",
    "\n\n", "王静：", "[SPEAKER_00]: ", "00:00:01,000 --> 00:00:02,000", "WEBVTT\n\n", "<v 甲>", "</v>", "&lt;", "&#0;",
    "发言人,内容\n", '"speaker": ', "null", "1e999", "NaN", "\\ud800", "\\n", "(00:03):", "说话人1 00:00", "NOTE ",
    "99999999999999999999", "<w:br/>", "<w:p>", "</w:p>", "<w:t>", "<c><v>", '"', "”", "锟斤拷", "\ufffd", "𠮷", "é",
]  # fmt: skip


@dataclass
class Tally:
    """What became of the mutations of one file."""

    codes: Counter = field(default_factory=Counter)
    slowest: float = 0.0


def spoil(data: bytes, rng: random.Random) -> bytes:
    """Change some bytes of a file."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 3)):
        at = rng.randint(0, len(out))
        to = min(len(out), at + rng.choice((1, 3, 20)))
        out[at:to] = rng.choice((b"", rng.randbytes(to - at), bytes(out[at:to]) * 3))
    return bytes(out[: rng.randint(0, len(out))] if rng.random() < 0.1 else out)


def mutate(text: str, others: list[str], rng: random.Random) -> str:
    """Change the words of a file in one to five places."""
    for _ in range(rng.randint(1, 5)):
        at = rng.randint(0, len(text))
        to = min(len(text), at + rng.choice((1, 1, 3, 20, 200)))
        kind = rng.randrange(8)
        if kind == 0:
            text = text[:at] + text[to:]
        elif kind == 1:
            text = text[:at] + text[at:to] * rng.choice((2, 3, 50)) + text[to:]
        elif kind <= 4:
            text = text[:at] + rng.choice(TOKENS) + text[at:]
        elif kind == 5:
            lines = text.split("\n")
            one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
            lines[one], lines[other] = lines[other], lines[one]
            text = "\n".join(lines)
        elif kind == 6:
            text = text[:at] if rng.random() < 0.2 else text
        else:
            other = rng.choice(others)
            start = rng.randint(0, len(other))
            text = text[:at] + other[start : start + 300] + text[at:]
    return text


def as_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def some(match: re.Match[str], others: list[str], rng: random.Random, quote: Callable[[str], str]) -> str:
    """Change one piece of words in ten."""
    return quote(mutate(match[0], others, rng)) if rng.random() < 0.1 else match[0]


def mutate_office(data: bytes, part: str, others: list[str], rng: random.Random) -> bytes:
    """Change words of an office file, which it holds between tags, or its tags too."""
    whole = rng.random() < 0.3
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == part:
                text = content.decode()
                text = (
                    mutate(text, others, rng)
                    if whole
                    else WORDS.sub(lambda match: some(match, others, rng, escape), text)
                )
                content = text.encode("utf-8", "replace")
            after.writestr(entry.filename, content)
    return stream.getvalue()


def mutated(name: str, data: bytes, others: list[str], rng: random.Random) -> bytes:
    part = PARTS.get(Path(name).suffix)
    if rng.random() < 0.2 or (name.endswith(".pdf") and rng.random() < 0.5):
        return spoil(data, rng)
    if part:
        return mutate_office(data, part, others, rng)
    if name.endswith(".pdf"):
        return mutate(data.decode("latin-1"), others, rng).encode("latin-1", "replace")
    codec = containers.lines_of(data).encoding
    text = data.decode(codec)
    if ".json" in name and rng.random() < 0.7:
        return STRINGS.sub(lambda match: some(match, others, rng, as_json), text).encode(codec, "replace")
    return mutate(text, others, rng).encode(codec, "replace")


def strings(value) -> str:
    """Give all the strings of a parsed file in its order."""
    if isinstance(value, str):
        return value
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return "".join(map(strings, parts))


def source_text(found, decoded) -> str:
    """Give what a transcript was read from, with the escapes of its format undone."""
    text = decoded.text
    if found.format == "json":
        try:
            text = strings(json.loads(text))
        except ValueError:
            text = "".join(strings(json.loads(line)) for line in text.split("\n") if line.strip())
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return html.unescape(text) + text if found.format == "vtt" else text


def invented(found, source: str) -> bool:
    """Tell whether the characters of the turns, blanks aside, do not stand in the source in that order."""
    at = 0
    for turn in found.turns:
        for each in turn.text:
            if not each.isspace():
                at = source.find(each, at) + 1
                if at == 0:
                    return True
    return False


def unaccounted(found, decoded) -> bool:
    """Tell whether a line is in none, or in two, of turns, unowned and dropped."""
    said = {line for turn in found.turns for line in (turn.line, *turn.lines, *turn.header_lines, *turn.joined)}
    account = sorted([*said, *(one.line for one in (*found.unowned, *found.dropped))])
    return account != list(range(1, decoded.text.removesuffix("\n").count("\n") + 2 + decoded.edges))


def fault(data: bytes, name: str, tally: Tally) -> str:
    """Read one mutation; say what is wrong, or nothing."""
    started = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, SLOWEST)
    try:
        found = read_bytes(data, name)
    except AnalysisError as problem:
        tally.codes[problem.code] += 1
        return "" if problem.message("zh") and problem.message("en") else "a message is empty"
    except Exception:
        return traceback.format_exc().strip()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        tally.slowest = max(tally.slowest, time.process_time() - started)
    tally.codes["read"] += 1
    decoded = containers.lines_of(data)
    if unaccounted(found, decoded):
        return f"lines not accounted for once ({found.format})"
    return f"text invented ({found.format})" if invented(found, source_text(found, decoded)) else ""


def examples(folder: Path) -> dict[str, bytes]:
    named = [path for path in sorted(folder.iterdir()) if path.is_file()]
    files = {path.name: path.read_bytes() for path in named if not path.name.endswith((".expected.json", ".py"))}
    for name in [name for name in files if name.endswith(".txt")]:
        lines = [line for line in containers.lines_of(files[name]).text.split("\n") if line]
        files[f"{name}.pdf"] = laid_out(lines, foot="第 {page} 页", per_page=12)
    return files


def hang(*_) -> None:  # a signal handler
    raise TimeoutError(f"more than {SLOWEST} s")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mutations", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    signal.signal(signal.SIGPROF, hang)
    logging.disable()  # of pdfminer, about what is damaged
    pdf_file.text_of = pdf_file.extract  # in this process: a new one for each mutation would take most of the time
    files = examples(given.folder)
    others = [
        data.decode("utf-8", "ignore") for name, data in files.items() if Path(name).suffix not in (".pdf", *PARTS)
    ]
    tallies, faults = {name: Tally() for name in files}, []
    for number in range(given.mutations):
        name = list(files)[number % len(files)]
        rng = random.Random(f"{given.seed} {number}")  # noqa: S311
        found = fault(mutated(name, files[name], others, rng), name, tallies[name])
        if found:
            faults.append(f"--- mutation {number}, {name}: {found}")
    report(tallies)
    print(*faults, sep="\n")
    read = sum(tally.codes["read"] for tally in tallies.values())
    print(f"{given.mutations} mutations of {len(files)} files: {read} read, {len(faults)} faults")
    return 1 if faults else 0


def report(tallies: dict[str, Tally]) -> None:
    for name, tally in tallies.items():
        codes = ", ".join(f"{code} {count}" for code, count in tally.codes.most_common())
        print(f"{name:36} slowest {tally.slowest:6.3f} s  {codes}")


if __name__ == "__main__":
    sys.exit(main())
