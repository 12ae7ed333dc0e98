"""Labels of charts: as long as there is room, the same for Han and Latin letters."""

from __future__ import annotations

import pytest

from pages.shared import charts


@pytest.mark.parametrize(
    ("text", "chars", "label"),
    [
        ("政府购买服务", 9, "政府购买服务"),
        ("西安市碑林区心连心社区服务发展中心", 9, "西安市碑林区心连…"),
        ("Policy and government", 12, "Policy and government"),
        ("Policy and government", 9, "Policy and gover…"),
        ("<b>粗</b>", 9, "&lt;b&gt;粗&lt;/b&gt;"),
        ("", 9, ""),
    ],
)
def test_label_is_cut_by_width(text: str, chars: int, label: str) -> None:
    assert charts.clipped(text, chars) == label


def test_bars_leave_room_for_their_text() -> None:
    plain, written = (
        charts.bars(["甲"], [3], [0], x_title="", hover=[""], texts=texts).layout.margin.r for texts in (None, ["3 次"])
    )
    assert written - plain == 4 * charts.HALF_PX
