"""Which characters a page would draw as a box."""

from __future__ import annotations

from playwright.sync_api import Locator

# U+0378 belongs to no script: whatever is drawn for it is the box. A character drawn the same has no shape either.
_BOXES = """element => {
  const style = getComputedStyle(element), canvas = new OffscreenCanvas(48, 48)
  const pen = canvas.getContext("2d", { willReadFrequently: true })
  const drawn = character => {
    pen.clearRect(0, 0, 48, 48)
    pen.font = `32px ${style.fontFamily}`
    pen.fillText(character, 4, 36)
    return pen.getImageData(0, 0, 48, 48).data.join()
  }
  const box = drawn("\\u0378")
  return [...new Set(element.textContent)].filter(character => character.trim() && drawn(character) === box)
}"""


def boxes(element: Locator) -> list[str]:
    """List the characters of an element's text that its font shows as a box."""
    return element.evaluate(_BOXES)
