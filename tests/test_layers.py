"""Imports point down, one module a duty, nothing in a page that belongs elsewhere."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.paths import ROOT

ANALYSIS = sorted((ROOT / "analysis").rglob("*.py"))
SCRIPTS = [ROOT / "dashboard.py", *sorted((ROOT / "pages").glob("*.py"))]
SHARED = sorted((ROOT / "pages" / "shared").rglob("*.py"))
CHARTS = [path for path in SHARED if "charts" in path.relative_to(ROOT / "pages" / "shared").parts[0]]
PAGE_LINES = 80
HAN = re.compile("[\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\uff00-\uffef]")  # not U+3000, a wide blank
HELD = {"state.py": {"session_state", "query_params"}, "loaded.py": {"cache_data", "cache_resource"}}
# what takes a text to show as its first value or by these names
SAYS = {
    "write", "markdown", "info", "error", "warning", "success", "caption", "title", "header", "subheader", "text",
    "button", "metric", "multiselect", "selectbox", "toggle", "radio", "text_input", "select_slider", "checkbox",
    "expander", "segmented_control", "note", "section",
}  # fmt: skip
NAMED = {"label", "help", "placeholder", "alt", "x_title", "page_title"}

# The command line ends the process; the other needs requirements-train.txt, as do the folders `training`.
UNREAD = (".__main__", "analysis.train")

_BLOCKED = """
import importlib, pkgutil, sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {blocked!r}:
            raise ImportError(f"{{name}} is blocked")
sys.meta_path.insert(0, Blocker())
for name in {roots!r}:
    module = importlib.import_module(name)
    for each in pkgutil.walk_packages(getattr(module, "__path__", ()), name + "."):
        if not each.name.endswith({unread!r}):
            importlib.import_module(each.name)
sys.stdout.write("imported")
"""


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    """Collect the modules a file imports, by their first names."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def places(paths: list[Path], wanted) -> list[str]:
    """List where a kind of node stands, as file:line."""
    return [
        f"{path.relative_to(ROOT)}:{node.lineno}" for path in paths for node in ast.walk(tree(path)) if wanted(node)
    ]


def literals(path: Path) -> Iterator[ast.Constant]:
    """Give the strings of a file that are not docstrings."""
    module = tree(path)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(module)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None
    }
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def imported_without(blocked: set[str], *roots: str) -> str:
    script = _BLOCKED.format(blocked=blocked, roots=roots, unread=UNREAD)
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    return ran.stdout or ran.stderr


def test_files_are_found() -> None:
    assert ROOT / "analysis" / "ledger" / "model.py" in ANALYSIS
    assert [path.stem for path in SCRIPTS] == [
        "dashboard",
        "about",
        "challenges",
        "speakers",
        "topics",
        "transcript",
        "upload",
    ]
    assert [path.stem for path in CHARTS] == ["charts", "topic_charts"]


def test_analysis_imports_no_page_and_no_streamlit() -> None:
    assert {path.name: imports(path) & {"streamlit", "plotly", "pages", "dashboard"} for path in ANALYSIS} == {
        path.name: set() for path in ANALYSIS
    }


def test_analysis_works_without_streamlit_and_plotly() -> None:
    assert imported_without({"streamlit", "plotly", "pages"}, "analysis") == "imported"


def test_charts_work_without_streamlit() -> None:
    assert imported_without({"streamlit"}, "pages.shared.charts", "pages.shared.topic_charts") == "imported"
    assert [imports(path) & {"streamlit", "analysis"} for path in CHARTS] == [set()] * len(CHARTS)


def test_blocked_imports_would_be_noticed() -> None:
    assert "streamlit is blocked" in imported_without({"streamlit"}, "pages.shared.state")


@pytest.mark.parametrize(("holder", "names"), HELD.items())
def test_one_module_holds_state_and_one_the_cache(holder: str, names: set[str]) -> None:
    others = [path for path in [*SCRIPTS, *SHARED] if path.name != holder]
    assert places(others, lambda node: isinstance(node, ast.Attribute) and node.attr in names) == []


def test_only_html_draws_raw_markup() -> None:
    others = [path for path in [*SCRIPTS, *SHARED] if path.name != "html.py"]
    raw = {"html", "markdown", "write", "iframe"}
    assert (
        places(
            others,
            lambda node: isinstance(node, ast.Attribute) and node.attr in raw and getattr(node.value, "id", "") == "st",
        )
        == []
    )


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_page_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= PAGE_LINES


def test_pages_hold_no_chinese() -> None:
    found = [
        (path.name, node.value) for path in [*SCRIPTS, *SHARED] for node in literals(path) if HAN.search(node.value)
    ]
    assert found == []


def test_pages_hold_no_text_to_show() -> None:
    def says(node: ast.AST) -> bool:
        if not isinstance(node, ast.Call):
            return False
        shown = node.args[:1] if name_of(node) in SAYS else []
        shown = [*shown, *(word.value for word in node.keywords if word.arg in NAMED)]
        return any(_written_here(each) for each in shown)

    assert places([*SCRIPTS, *SHARED], says) == []


def _written_here(node: ast.AST) -> bool:
    """Tell whether a value is a text with letters in it, or a text around values."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and any(character.isalpha() for character in node.value)
    return isinstance(node, ast.JoinedStr) and any(_written_here(part) for part in node.values)


def test_no_raw_html_in_markdown() -> None:
    sources = [path for path in [*SCRIPTS, *SHARED, *ANALYSIS] if "unsafe_allow_html" in path.read_text("utf-8")]
    assert sources == []


def test_no_pickle() -> None:
    everything = [*SCRIPTS, *SHARED, *ANALYSIS]
    loaders = {"pickle", "cPickle", "dill", "joblib", "cloudpickle", "shelve", "marshal"}
    assert {path.name for path in everything if imports(path) & loaders} == set()

    def allowed(node: ast.AST) -> bool:
        return isinstance(node, ast.keyword) and node.arg == "allow_pickle" and getattr(node.value, "value", True)

    assert [path.name for path in everything for node in ast.walk(tree(path)) if allowed(node)] == []


def test_no_assert_and_no_print() -> None:
    def either(node: ast.AST) -> bool:
        return isinstance(node, ast.Assert) or (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print")

    assert places([*SCRIPTS, *SHARED, *ANALYSIS], either) == []


def test_no_bare_except() -> None:
    everything = [*SCRIPTS, *SHARED, *ANALYSIS]
    assert places(everything, lambda node: isinstance(node, ast.ExceptHandler) and node.type is None) == []


def code_lines(function: ast.FunctionDef) -> int:
    """Count the lines of a function without its decorators and its docstring."""
    documented = ast.get_docstring(function) is not None
    docstring = function.body[0].end_lineno - function.body[0].lineno + 1 if documented else 0
    return function.end_lineno - function.lineno + 1 - docstring


def test_no_module_is_longer_than_300_lines() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in [*SCRIPTS, *SHARED, *ANALYSIS]}
    assert {str(path.relative_to(ROOT)): lines for path, lines in lengths.items() if lines > 300} == {}


def test_no_function_is_longer_than_40_lines_of_code() -> None:
    def long(node: ast.AST) -> bool:
        return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and code_lines(node) > 40

    assert places([*SCRIPTS, *SHARED, *ANALYSIS], long) == []
