"""What axe-core finds in a page that is ours to mend."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

_AXE = Path(__file__).parent / "axe" / "axe.min.js"

# Streamlit's own, by rule and by the element it sits in; nothing else is left out.
STREAMLITS_OWN = {
    "scrollable-region-focusable": '[data-testid="stCode"]',
    "target-size": '[data-testid="stDateInput"]',
}

_RUN = """async own => {
  const found = await axe.run(document, { resultTypes: ["violations"] })
  const inside = (target, selector) => {
    const path = target.flat(), element = document.querySelector(path[0])
    return Boolean(selector && element && element.closest(selector))
  }
  return found.violations.filter(rule => ["serious", "critical"].includes(rule.impact)).flatMap(rule =>
    rule.nodes.filter(node => !inside(node.target, own[rule.id])).map(node =>
      `${rule.id} (${rule.impact}): ${node.target.flat().join(" > ")}: ${node.html.slice(0, 160)}`))
}"""


def serious(page: Page) -> list[str]:
    """List serious and critical findings of ours in the page as it stands, a line each."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE.read_text(encoding="utf-8"))
    return page.evaluate(_RUN, STREAMLITS_OWN)
