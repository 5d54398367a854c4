from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from pdfs import say, table, typeset
from reportparse.reading.layout import Sheet
from reportparse.reading.scan import (
    quality_of,
    ranges,
    recognised,
    scale_of,
    sheet_of,
    sureness_of,
)
from scans import REPORT, drawn, grained, leant

SCALE = 100 / 72
TEXTS = [
    "云岭县二〇二三年法治工作报告",
    "一、工作情况",
    "全年共调处各类纠纷198件，其中邻里纠纷76件、婚姻家",
    "庭纠纷54件、土地纠纷68件，调处成功188件，成功率94.9%，",
    "比上年提高2.1个百分点。",
]


def sheet(picture: Image.Image) -> Sheet:
    return sheet_of(np.array(picture.convert("RGB")), 1, SCALE)


def top_of(text: str = "") -> Image.Image:
    """Draw the upper part of a page."""
    (content,) = typeset(REPORT[:3], number=text)
    return drawn(content, until=260)


def texts(found: Sheet) -> list[str]:
    return [row.text for row in found.rows]


@pytest.mark.parametrize("lean", [-2.0, 0.0, 2.0])
def test_page_that_leans(lean: float) -> None:
    found = sheet(grained(leant(top_of(), lean)))
    assert texts(found) == TEXTS
    lefts = [row.left for row in found.rows]
    assert lefts == pytest.approx([112, 112, 112, 80, 80], abs=4)
    assert [row.size for row in found.rows] == pytest.approx([16] * 5, abs=1.5)
    # The first line begins where it stands on the page as it is.
    box = found.box(found.rows[0])
    middle = (found.width / 2, found.height / 2)
    down = np.tan(np.radians(lean)) * (box.left + box.right - 2 * middle[0]) / 2
    assert (box.top + box.bottom) / 2 == pytest.approx(105 + 8 + down, abs=3)


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_page_on_its_side(turns: int) -> None:
    shown = top_of().rotate(90 * turns, expand=True)
    found = sheet(shown)
    assert texts(found) == TEXTS
    assert found.turns == turns
    assert found.size == pytest.approx((shown.width / SCALE, shown.height / SCALE))


def test_table_with_rules() -> None:
    rows = [["事项", "件数", "占比"], ["信访", "36", "15.4%"], ["调解", "198", "84.6%"]]
    content = [say(100, 160, "表1 办件情况"), *table(100, 200, rows)]
    (grid,) = sheet(grained(drawn(content, until=300))).grids
    assert [[cell.text for cell in grid.cells if cell.row == row] for row in range(3)] == rows
    assert all(len(line.confidences) == len(line.text) for line in grid.lines)


@pytest.mark.parametrize(
    ("read", "quality"),
    [([], "digital"), ([False], "digital"), ([True, True], "ocr"), ([True, False], "mixed")],
    ids=["nothing", "typed", "recognised", "some"],
)
def test_quality(read: list[bool], quality: str) -> None:
    assert quality_of(read) == quality


@pytest.mark.parametrize(
    ("numbers", "short"), [([], ""), ([4], "4"), ([1, 2, 3, 7], "1-3, 7"), ([2, 4], "2, 4")]
)
def test_ranges(numbers: list[int], short: str) -> None:
    assert ranges(numbers) == short


def test_blank_page() -> None:
    found = sheet(Image.new("L", (826, 400), "white"))
    assert (found.rows, found.grids, found.turns) == ((), (), 0)
    assert sureness_of([found]) is None
    (remark,) = recognised([found])
    assert remark.message.endswith("nothing was found on them: 1")


@pytest.mark.parametrize(
    ("size", "scale"),
    [((595, 842), 150 / 72), ((8000, 14400), 3000 / 14400), ((0, 0), 150 / 72)],
    ids=["a4", "poster", "none"],
)
def test_scale(size: tuple[float, float], scale: float) -> None:
    assert scale_of(size) == pytest.approx(scale)
