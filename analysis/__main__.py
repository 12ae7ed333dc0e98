"""The command line: `python -m analysis build | read | export`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from analysis import export as files
from analysis import paths
from analysis.errors import AnalysisError
from analysis.text import LANGUAGES, translator
from analysis.transcript import Remark, remark_text


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


def _parser(t) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m analysis", description=t("cli.about"))
    parser.add_argument("--lang", choices=LANGUAGES, default="zh", help=t("cli.lang"))
    lang = argparse.ArgumentParser(
        add_help=False
    )  # the same behind the command; where it is not given the first stands
    lang.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=t("cli.lang"))
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", parents=[lang], help=t("cli.build"))
    build.add_argument("files", nargs="*", type=Path, metavar="FILE", help=t("cli.build_files"))
    build.add_argument("--out", type=Path, metavar="DIR", help=t("cli.build_out"))
    read = commands.add_parser("read", parents=[lang], help=t("cli.read"))
    read.add_argument("file", type=Path, metavar="FILE")
    read.add_argument("--json", action="store_true", help=t("cli.read_json"))
    read.add_argument("--format", metavar="NAME", help=t("cli.read_format"))
    export = commands.add_parser("export", parents=[lang], help=t("cli.export"))
    export.add_argument("slug")
    export.add_argument("--to", choices=files.KINDS, required=True, help=t("cli.export_to"))
    export.add_argument("--codes", action="store_true", help=t("cli.export_codes"))
    export.add_argument("--out", type=Path, metavar="FILE", help=t("cli.export_out"))
    return parser


def _sources() -> list[Path]:
    folder = paths.home() / "transcripts"
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if path.is_file() and path.suffix != ".toml" and not path.name.startswith(".")]


def _build(files: list[Path], out: Path | None, *, lang: str) -> int:
    from analysis.build import slug_of

    t = translator(lang)
    files = files or _sources()
    if not files:
        _say(t("cli.no_sources", folder=str(paths.home() / "transcripts")))
        return 1
    slugs = [slug_of(path) for path in files]
    failed = 0
    for number, (path, slug) in enumerate(zip(files, slugs, strict=True), 1):
        if sys.stderr.isatty():
            _say(t("cli.building", number=number, total=len(files), name=path.name))
        try:
            if slugs.count(slug) > 1:
                raise AnalysisError("slug_twice", where=path.name, slug=slug)
            _build_one(path, out or paths.home() / "workshops", lang=lang)
        except AnalysisError as problem:
            failed += 1
            _say(problem.message(lang))
    return 1 if failed else 0


def _build_one(path: Path, out: Path, *, lang: str) -> None:
    """Build one workshop; a fault of the program becomes an error too, for it must not stop the other inputs."""
    from analysis.build import build
    from analysis.workshop import read_about

    try:
        folder = build(path, out)
        warnings = [Remark(**stored) for stored in read_about(folder)["warnings"]]
    except AnalysisError:
        raise
    except Exception as problem:
        reason = " ".join(f"{type(problem).__name__}: {problem}".split())
        raise AnalysisError("unexpected", where=path.name, reason=reason) from problem
    sys.stdout.write(f"{folder}\n")
    for remark in warnings:
        _say(f"{path.name}: {remark_text(remark, lang)}")


def _read(path: Path, *, format: str | None, as_json: bool, lang: str) -> int:
    from analysis.people import NAMELESS
    from analysis.readers import as_json as as_object
    from analysis.readers import read

    try:
        transcript = read(path, format=format)
    except AnalysisError as problem:
        _say(problem.message(lang))
        return 1
    if as_json:
        sys.stdout.write(json.dumps(as_object(transcript, language=lang), ensure_ascii=False, indent=1) + "\n")
        return 0
    t = translator(lang)
    for turn in transcript.turns:
        sys.stdout.write(f"{turn.line:>5}  {turn.speaker or NAMELESS}  {turn.text[:60]!r}\n")
    for line in transcript.unowned:
        sys.stdout.write(f"{line.line:>5}  [{line.kind}]  {line.text[:60]!r}\n")
    speakers = len({turn.speaker for turn in transcript.turns} - {None})
    facts = {"format": transcript.format, "encoding": transcript.encoding}
    sys.stdout.write(t("cli.read_summary", turns=len(transcript.turns), speakers=speakers, **facts) + "\n")
    for warning in transcript.warnings:
        _say(remark_text(warning, lang))
    return 0


def _export(slug: str, kind: str, out: Path | None, *, codes: bool, lang: str) -> int:
    from analysis.edits.overlay import decide
    from analysis.edits.store import read_log
    from analysis.workshop import list_workshops, read_workshop

    folders = {folder.name: folder for folder in list_workshops(paths.home() / "workshops")}
    t = translator(lang)
    try:
        if slug not in folders:
            known = t("warning.joint").join(folders) or "–"
            raise AnalysisError("slug_unknown", slug=slug, known=known)
        workshop = decide(read_workshop(folders[slug]), read_log(folders[slug])).workshop
        path = out or Path(files.file_name(workshop, kind, codes=codes))
        if sys.stderr.isatty():
            _say(t("cli.exporting", name=path.name))
        files.save(files.export(workshop, kind, lang=lang, codes=codes), path)
    except AnalysisError as problem:
        _say(problem.message(lang))
        return 1
    sys.stdout.write(f"{path}\n")
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    arguments : list of str, optional
        Words after the program's name; `sys.argv` where not given.

    Returns
    -------
    int
        0 done, 1 some input failed, 2 wrong usage.
    """
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")  # whatever a pipe on this system is taken for
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = _parser(translator("zh")).parse_args(arguments)
    if given.command == "build":
        return _build(given.files, given.out, lang=given.lang)
    if given.command == "read":
        return _read(given.file, format=given.format, as_json=given.json, lang=given.lang)
    return _export(given.slug, given.to, given.out, codes=given.codes, lang=given.lang)


if __name__ == "__main__":
    sys.exit(main())
