"""Every word the product says: in both languages, with the same values, and none that nobody says."""

from __future__ import annotations

import ast
import re
from itertools import product
from string import Formatter

import pytest

from analysis import codes, export
from analysis.concordance import SORTS
from analysis.drafts import NOBODY
from analysis.edits.anchors import ANCHORS
from analysis.export.content import FIGURES
from analysis.groups import LENSES
from analysis.keyness import GROUPINGS
from analysis.model_card import read_card
from analysis.paths import ROOT
from analysis.progress import STAGES
from analysis.readers.registry import FORMATS
from analysis.tables import BASES, CATEGORIES, ROLES, STATUSES, TABLES, UNOWNED
from analysis.tables import KINDS as KINDS_OF_TERMS
from analysis.text import LANGUAGES, TEXT, translator
from analysis.text.method import FACTS, HOW, LIMITS
from pages.shared import details, finish, method, participation, reading, shell, switch

SOURCES = [
    ROOT / "dashboard.py",
    *sorted((ROOT / "pages").rglob("*.py")),
    *(path for path in sorted((ROOT / "analysis").rglob("*.py")) if path.parent.name != "text"),
]
CODED = {"AnalysisError": "error", "Remark": "warning"}
TRANSLATORS = {"t", "translator"}
KINDS = ("challenge", "advice")
EXCHANGES = ("reply", "advice")
BALANCE = ("top1", "top3", "gini", "entropy")
LEDGER_COLUMNS = ("challenge", "by", "category", "status", "advice", "adviser", "link", "confidence")
TOPIC_COLUMNS = (
    "term", "sentences", "speakers", "topic", "turn", "line", "expected", "ratio", "pair", "left", "match", "right",
)  # fmt: skip
PERSON = ("name", "affiliation", "region", "role")
COMPARED = ("count", "rest_count", "per_1k_chars", "rest_per_1k_chars", "g2", "log_ratio", "is_small")
ABOUT = [
    *product(["how"], HOW),
    *product(["limit"], LIMITS),
    *product(["privacy"], method.PRIVACY),
    *product(["codes"], method.CODES),
]
HAN = re.compile("[\u4e00-\u9fff]")

# every f-string a text is looked up by, and what its values may be
FAMILIES: dict[str, list] = {
    "page.{}": list(shell.PAGES),
    "language.{}": list(LANGUAGES),
    "figure.{}": list(FIGURES),
    "take.{}": list(export.KINDS),
    "figure.{}_counted": list(FIGURES),
    "term_kind.{}": list(KINDS_OF_TERMS),
    "sheet.{}": [*TABLES, "figures", "ledger", "method"],
    "column.{}": sorted({column.name for columns in TABLES.values() for column in columns}),
    "role.{}": list(ROLES),
    "status.{}": [*STATUSES, "any"],
    "category.{}": list(CATEGORIES),
    "kind.{}": list(KINDS),
    "unowned.{}": list(UNOWNED),
    "col.{}": [*participation.COLUMNS, *TOPIC_COLUMNS],
    "col.compare_{}": COMPARED,
    "compare.by_{}": list(GROUPINGS),
    "context.sort_{}": list(SORTS),
    "topics.tab_{}": list(details.TABS),
    "col.ledger_{}": list(LEDGER_COLUMNS),
    "col.lens_{}": ["group", "speakers", "chars", "char_share", "expected_share", "ratio"],
    "lens.{}": list(LENSES),
    "card.{}_{}": list(product(EXCHANGES, ("to", "from"))),
    "col.band_{}": ["kind", "band", "rows", "precision"],
    "codes.kind_{}": list(codes.KINDS),
    "col.key_{}": list(switch.COLUMNS),
    "col.fact_{}": ["fact", "value"],
    "balance.{}": list(BALANCE),
    "balance.{}_why": list(BALANCE),
    "edits.{}": list(ANCHORS),
    "exchange.{}": list(EXCHANGES),
    "exchange.{}_hover": list(EXCHANGES),
    "exchange.{}_title": list(EXCHANGES),
    "exchange.{}_note": list(EXCHANGES),
    "basis.{}": list(BASES),
    "reason.{}": ["opens", "turns", "questions", "calls", "label", "given"],
    "ledger.title_{}": list(STATUSES),
    "format.{}": [each.name for each in FORMATS],
    "dropped.{}": list(reading.REASONS),
    "who.{}": [*ROLES, NOBODY, *PERSON],
    "finish.{}": [*finish.FIELDS, *finish.WAYS],
    "stage.{}": [*STAGES, "waiting"],
    "about.{}": list(read_card().figures),
    "about.{}_what": list(read_card().figures),
    "about.{}_{}": ABOUT,
    "about.{}_{}_text": ABOUT,
    "about.fact_{}": list(FACTS),
}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def asked() -> tuple[set[str], set[str], set[str]]:
    """Collect the keys the code asks for: written out, put together, and by the codes of errors and remarks."""
    written, put_together, codes = set(), set(), set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            called = node.func.func if isinstance(node.func, ast.Call) else node.func
            name = getattr(called, "attr", getattr(called, "id", ""))
            if name in CODED and isinstance(node.args[0], ast.Constant):
                codes.add(f"{CODED[name]}.{node.args[0].value}")
            if name in TRANSLATORS:
                for key in _keys(node.args[0]):
                    (written if "{" not in key else put_together).add(key)
    return {key for key in written if "." in key}, put_together, codes


def _keys(node: ast.AST) -> list[str]:
    if isinstance(node, ast.IfExp):
        return [*_keys(node.body), *_keys(node.orelse)]
    if isinstance(node, ast.JoinedStr):
        return ["".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def test_families_are_all_known() -> None:
    _, put_together, _ = asked()
    assert put_together == {*FAMILIES, "error.{}", "warning.{}"}


def test_every_text_is_used_and_every_used_text_exists() -> None:
    written, _, codes = asked()
    families = {
        family.format(*(value if isinstance(value, tuple) else (value,)))
        for family, values in FAMILIES.items()
        for value in values
    }
    assert written | families | codes == set(TEXT)


@pytest.mark.parametrize("key", TEXT)
def test_text_has_both_languages_with_the_same_values(key: str) -> None:
    chinese, english = TEXT[key]
    assert (chinese.strip() != "", english.strip() != "") == (True, True)
    assert placeholders(chinese) == placeholders(english)


def test_english_holds_chinese_only_as_an_example() -> None:
    assert {key for key, (_, english) in TEXT.items() if HAN.search(english)} == {
        "language.zh",
        "shell.language",
        "about.how_questions_text",
        "about.limit_people_text",
    }


def test_chinese_is_chinese() -> None:
    without = {key for key, (chinese, _) in TEXT.items() if not HAN.search(chinese)}
    joints = {
        f"{key}joint"
        for key in ("card.", "codes.", "ledger.", "ledger.bases_", "speakers.reason_", "summary.", "warning.")
    }
    assert without == {"language.en", "together.pair", "col.compare_g2", "edits.entry", "export.quote", *joints}


def test_translator_refuses_an_unknown_key() -> None:
    with pytest.raises(KeyError, match=r"page\.nowhere"):
        translator("zh")("page.nowhere")


def test_translator_fills_in_values_verbatim() -> None:
    name = "{total} <b>$x$</b> %s"
    said = translator("en")("speakers.share_title", name=name, share=0.5, total=2)
    assert said == "Of 2 speakers, {total} <b>$x$</b> %s said the most: 50%"
