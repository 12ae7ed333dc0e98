"""Time of page load and of a filter change, against an empty page; memory of the server after every page.

    python -m tests.bench.pages [--repeat 9] [--home DIR] [--app dashboard.py] [--pages "" speakers ...]

Every load is in a fresh browser profile, nothing cached. A page is done at the last change of its document before
300 ms of quiet with the script at rest, every chart and table drawn. The rounds go through all pages in turn, the empty
page among them, so that a slow moment of the machine meets all of them; the first round only warms the servers.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Page

from analysis.paths import ROOT
from tests.browser.chromium import launched
from tests.browser.servers import Server, memory_mb, serving, stage

PAGES = ("", "speakers", "topics", "challenges", "transcript", "about")
EMPTY = "(empty page)"
SIZE = {"width": 1280, "height": 900}
FILTER = '[data-testid="stSidebar"] [data-testid="stMultiSelect"] input'

_WATCH = """
window.changed = 0
new MutationObserver(() => { window.changed = performance.now() })
  .observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
"""

_DONE = """start => {
  const shown = selector => [...document.querySelectorAll(selector)].filter(each => each.offsetParent)
  const all = (selector, inner) => shown(selector).every(each => each.querySelector(inner))
  return window.changed > start && performance.now() - window.changed > 300
    && document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    && document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]')
    && !document.querySelector('[data-testid="stSkeleton"]')
    && all('[data-testid="stPlotlyChart"]', ".main-svg") && all('[data-testid="stDataFrame"]', "canvas")
}"""


def load_ms(page: Page, url: str) -> float:
    """Open a page; give the time from the start of the navigation."""
    page.goto(url, wait_until="commit")
    page.wait_for_function(_DONE, arg=0, timeout=60_000)
    return page.evaluate("() => window.changed")


def filter_ms(page: Page) -> float | None:
    """Choose the first value of the sidebar's first filter; None where the page has no filter."""
    if not page.locator(FILTER).count():
        return None
    page.locator(FILTER).first.click()
    option = page.get_by_role("option").filter(has_not_text="Select all").first  # Streamlit's own first entry
    option.wait_for()
    page.wait_for_timeout(400)  # the list has unrolled
    start = page.evaluate("() => performance.now()")
    option.click()
    page.wait_for_function(_DONE, arg=start, timeout=60_000)
    return page.evaluate("() => window.changed") - start


def measure(browser: Browser, url: str) -> tuple[float, float | None]:
    """Load one page in a fresh profile, then change its filter."""
    context = browser.new_context(viewport=SIZE)
    context.add_init_script(_WATCH)
    try:
        page = context.new_page()
        return load_ms(page, url), filter_ms(page)
    finally:
        context.close()


def rounds(browser: Browser, urls: dict[str, str], repeat: int) -> dict[str, list[tuple[float, float | None]]]:
    """Measure every page `repeat` times, in turn, after one round that is thrown away."""
    taken = defaultdict(list)
    for number in range(repeat + 1):
        for name, url in urls.items():
            times = measure(browser, url)
            if number:
                taken[name].append(times)
    return taken


def report(taken: dict[str, list[tuple[float, float | None]]]) -> list[str]:
    """Print medians in ms, their ratios to the empty page's, and the slowest of each."""
    base_load, base_filter = (statistics.median(column) for column in zip(*taken[EMPTY], strict=True))
    lines = [f"{'page':<14}{'load ms':>9}{'ratio':>7}{'worst':>8}   {'filter ms':>9}{'ratio':>7}{'worst':>8}"]
    for name, times in taken.items():
        loads, filters = zip(*times, strict=True)
        middle = statistics.median(loads)
        line = f"{name:<14}{middle:>9.0f}{middle / base_load:>7.2f}{max(loads):>8.0f}   "
        if None in filters:
            lines.append(line + f"{'no filter on this page':>24}")
            continue
        middle = statistics.median(filters)
        lines.append(line + f"{middle:>9.0f}{middle / base_filter:>7.2f}{max(filters):>8.0f}")
    return lines


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=9, help="rounds that count")
    parser.add_argument("--home", type=Path, help="data folder; the repository's own by default")
    parser.add_argument("--app", type=Path, default=ROOT / "dashboard.py")
    parser.add_argument("--pages", nargs="*", default=PAGES, help='URL paths and parameters; "" is the first page')
    return parser.parse_args()


def main() -> None:
    """Run the servers and the browser, print the table."""
    given = arguments()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        empty_app = stage(Path(__file__).with_name("empty_page.py"), folder / "empty")
        empty: Server = stack.enter_context(serving(empty_app, folder / "empty.txt"))
        ours: Server = stack.enter_context(serving(given.app.resolve(), folder / "ours.txt", home=given.home))
        browser = stack.enter_context(launched())
        urls = {EMPTY: empty.url, **{f"/{page}": f"{ours.url}/{page}" for page in given.pages}}
        print("\n".join(report(rounds(browser, urls, given.repeat))))
        print(f"server memory after every page: {memory_mb(ours):.0f} MB (empty page {memory_mb(empty):.0f} MB)")


if __name__ == "__main__":
    main()
