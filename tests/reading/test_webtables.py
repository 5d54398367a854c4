"""Tables of data told from layout, and cells that span."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from reportparse.reading.webtables import grid_of

ROW = "<tr><td>a</td><td>b</td></tr>"


def text_of(cell: Any) -> str:
    return str(cell.text_content())


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>",
        f"<table>{ROW}</table>",
        f"<table role=presentation>{ROW}{ROW}</table>",
        f"<table>{ROW}{ROW}<tr><td><table>{ROW}</table></td></tr></table>",
        f"<table>{ROW}{ROW}<tr><td>{'完成。' * 9}</td></tr></table>",
    ],
    ids=["one-column", "one-row", "declared", "nested", "prose"],
)
def test_layout(table: str) -> None:
    assert grid_of(html.fragment_fromstring(table), text_of) is None


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        (ROW + ROW, [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]),
        (
            "<tr><td rowspan=2>a</td><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr>",
            [(0, 0, 2, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 1, 1, 1), (1, 2, 1, 1)],
        ),
        (
            "<tr><th colspan=2>a</th><td>b</td></tr><tr><td rowspan=99>c</td><td>d</td></tr>",
            [(0, 0, 1, 2), (0, 2, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)],
        ),
        (
            "<tr><td colspan=x>a</td><td>b</td></tr><tr><td colspan=0>c</td><td>d</td></tr>",
            [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)],
        ),
    ],
    ids=["plain", "down", "across", "nonsense"],
)
def test_places_of_cells(rows: str, places: list[tuple[int, int, int, int]]) -> None:
    grid = grid_of(html.fragment_fromstring(f"<table><tbody>{rows}</tbody></table>"), text_of)
    assert grid
    cells = [cell for row in grid.rows for cell in row.cells]
    assert [(cell.row, cell.column, cell.rows, cell.columns) for cell in cells] == places
    assert grid.rows[0].path == "/tbody[1]/tr[1]"
