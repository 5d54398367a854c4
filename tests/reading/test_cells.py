from __future__ import annotations

import pytest
from lxml import etree

from reportparse.document import Table
from reportparse.reading.cells import (
    Filled,
    Slot,
    cells_of,
    heading_of,
    is_frame,
    rows_of,
)
from reportparse.reading.opening import child, words
from words import part, tbl, tc, tr

SPAN = '<w:gridSpan w:val="{}"/>'
FIRST = '<w:vMerge w:val="restart"/>'
MORE = "<w:vMerge/>"


def slots(*rows: str) -> list[list[Slot]]:
    table = child(etree.fromstring(part("x", tbl(*rows)).encode()), "tbl")
    assert table is not None
    return list(rows_of(table))


def texts(*rows: str) -> tuple[tuple[str, ...], ...]:
    """Read a table and return its grid of texts."""
    grid = [
        [Filled(slot, "" if slot.continues else words(slot.element)) for slot in row]
        for row in slots(*rows)
    ]
    return Table(cells_of(grid, [0] * len(grid))).rows()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([tr("甲", "1"), tr("乙", "2")], (("甲", "1"), ("乙", "2"))),
        ([tr(tc("合计", SPAN.format(2)), "3")], (("合计", "合计", "3"),)),
        ([tr(tc("村", FIRST), "1"), tr(tc("", MORE), "2")], (("村", "1"), ("村", "2"))),
        (
            [tr(tc("村", FIRST), "1"), tr(tc("", MORE), "2"), tr(tc("镇", FIRST), "3")],
            (("村", "1"), ("村", "2"), ("镇", "3")),
        ),
        ([tr("甲", "1"), tr(tc("", MORE), "2")], (("甲", "1"), ("", "2"))),
        (
            [
                tr("甲", "1"),
                "<w:tr><w:trPr><w:del/></w:trPr>" + tc("旧") + "</w:tr>",
                f"<w:ins>{tr('新', '2')}</w:ins>",
            ],
            (("甲", "1"), ("新", "2")),
        ),
        (
            [
                f"<w:sdt><w:sdtContent>{tr('甲', '1')}</w:sdtContent></w:sdt>",
                f"<w:tr><w:sdt><w:sdtContent>{tc('乙')}</w:sdtContent></w:sdt>{tc('2')}</w:tr>",
            ],
            (("甲", "1"), ("乙", "2")),
        ),
        (
            [
                tr("甲", "1"),
                '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("2") + "</w:tr>",
            ],
            (("甲", "1"), ("", "2")),
        ),
        ([tr("甲", tc("旧", "<w:cellDel/>"), "1")], (("甲", "1"),)),
    ],
    ids=[
        "plain", "across", "down", "down-again", "nothing-above", "tracked", "controls",
        "indented", "deleted-cell",
    ],
)  # fmt: skip
def test_rows(rows: list[str], expected: tuple[tuple[str, ...], ...]) -> None:
    assert texts(*rows) == expected


def test_no_cell_is_wider_than_word_allows() -> None:
    assert slots(tr(tc("甲", SPAN.format(999_999_999))))[0][0].columns <= 64


def test_no_table_is_wider_than_word_allows() -> None:
    assert len(texts(tr(*["1"] * 500))[0]) <= 64


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([tr("全年走访群众，解决问题。\n一、下步打算")], True),
        ([tr("走访" * 100)], True),
        ([tr("甲"), tr("乙")], False),
        ([tr("走访" * 100, "2")], False),
        ([], False),
    ],
    ids=["paragraphs", "long", "list", "two-columns", "empty"],
)
def test_frames(rows: list[str], expected: bool) -> None:
    assert is_frame(slots(*rows)) is expected


@pytest.mark.parametrize(
    ("above", "caption", "unit", "lines"),
    [
        (["全年走访。", "表1 办件情况", "单位：件"], "表1 办件情况", "件", 2),
        (["表2 走访情况 单位：户"], "表2 走访情况", "户", 1),
        (["（单位：万元）"], "", "万元", 1),
        (["全年走访群众12户。"], "", "", 0),
        (["（一）办件情况"], "", "", 0),
        (["2023年办件情况统计表"], "2023年办件情况统计表", "", 1),
        ([], "", "", 0),
    ],
)
def test_headings(above: list[str], caption: str, unit: str, lines: int) -> None:
    found = heading_of(above)
    assert (found.caption, found.unit, found.lines) == (caption, unit, lines)
