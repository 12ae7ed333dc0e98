"""Run the dashboard without a browser and read what it shows."""

from __future__ import annotations

import base64
import json
import re
from html import unescape

import numpy as np
from streamlit.testing.v1 import AppTest

from analysis import paths

ENTRY = "dashboard"
NAMES = [ENTRY, *sorted(path.stem for path in (paths.ROOT / "pages").glob("*.py"))]
ANALYSED = [name for name in NAMES if name != "upload"]  # pages that show a workshop
_TYPES = {"i1": "int8", "i2": "int16", "i4": "int32", "u1": "uint8", "f8": "float64", "f4": "float32"}


def opened(name: str, **params: str | list[str]) -> AppTest:
    """Open a page as a cold link does."""
    at = AppTest.from_file(str(paths.ROOT / f"{ENTRY}.py"), default_timeout=120)
    for key, given in params.items():
        at.query_params[key] = given
    return moved(at, name)


def moved(at: AppTest, name: str) -> AppTest:
    """Go to a page as a link inside the dashboard does."""
    return at.switch_page(f"{name}.py" if name == ENTRY else f"pages/{name}.py").run()


def url(at: AppTest) -> dict[str, list[str]]:
    """Read the parameters that the page has written into the address."""
    return {key: [value] if isinstance(value, str) else list(value) for key, value in at.query_params.items()}


def markup(at: AppTest) -> str:
    """Join the HTML a page draws."""
    return "".join(each.proto.body for each in at.get("html") if not each.proto.body.startswith("<style>"))


def plain(html: str) -> str:
    """Leave out the tags of HTML."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def inner(at: AppTest, tag: str) -> list[str]:
    """Read the texts of one kind of element, in order."""
    return [plain(found) for found in re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", markup(at), flags=re.DOTALL)]


def title(at: AppTest) -> list[str]:
    """Read the page's title."""
    return inner(at, "h1")


def key_figures(at: AppTest) -> dict[str, str]:
    """Read the first list of key figures: what and how much."""
    first = re.search(r'<dl class="figures">(.*?)</dl>', markup(at), flags=re.DOTALL)
    cells = re.findall(r"<dt>(.*?)</dt><dd>(.*?)<small>", first[1]) if first else []
    return {plain(what): plain(much) for what, much in cells}


def messages(at: AppTest, kind: str) -> list[str]:
    """Read the boxes of a kind (`error`, `info`), Markdown's backslashes taken out."""
    return [re.sub(r"\\(.)", r"\1", box.value) for box in getattr(at, kind)]


def chart(at: AppTest, key: str) -> list[dict]:
    """Read a chart's traces, numbers decoded; no chart of that key is no trace."""
    found = [each for each in at.get("plotly_chart") if each.proto.id.endswith(f"-{key}")]
    return [
        {name: _decoded(value) for name, value in trace.items()}
        for each in found
        for trace in json.loads(each.proto.spec)["data"]
    ]


def _decoded(value: object) -> object:
    if not isinstance(value, dict) or "bdata" not in value:
        return value
    return np.frombuffer(base64.b64decode(value["bdata"]), dtype=_TYPES[value["dtype"]]).tolist()


def rows(at: AppTest, *columns: str, place: int = 0) -> list[tuple]:
    """Read some columns of a table, row by row; no table has no rows."""
    if len(at.dataframe) <= place:
        return []
    return list(at.dataframe[place].value[list(columns)].itertuples(index=False, name=None))
