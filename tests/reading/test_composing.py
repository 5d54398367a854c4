from __future__ import annotations

from collections.abc import Sequence

import pytest

from printed import body, row, sheet, strip
from reportparse.document import Box, Document, Source
from reportparse.reading.composing import compose, placed
from reportparse.reading.lattice import Rule
from reportparse.reading.layout import Grid, Row, Sheet
from reportparse.reading.ruled import tables_of
from reportparse.span import Span

SOURCE = Source("a.pdf", "pdf", "", 0)
HEAD = ["村名", "办件量"]


def grid(rows: Sequence[Sequence[str]], top: float = 300, left: float = 100) -> Grid:
    width, height = 90.0, 20.0
    right, bottom = left + width * len(rows[0]), top + height * len(rows)
    rules = [
        Rule(left, top + height * at, right, top + height * at) for at in range(len(rows) + 1)
    ]
    rules += [
        Rule(left + width * at, top, left + width * at, bottom) for at in range(len(rows[0]) + 1)
    ]
    strips = [
        strip(text, left + width * column + 4, top + height * line + 4, 10)
        for line, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if text
    ]
    return tables_of(rules, strips)[0][0]


def page(number: int, lines: Sequence[tuple[str, float, float]], *grids: Grid) -> Sheet:
    plain = sheet(number, lines)
    return Sheet(number, plain.width, plain.height, placed(plain.rows, grids), grids)


def composed(*pages: Sheet) -> Document:
    return compose(pages, SOURCE)


def test_every_line_stands_in_the_text_and_knows_its_place() -> None:
    document = composed(
        page(1, [*body("全年办结32件，", "其中调处28件。"), ("- 1 -", 280, 790)]),
        page(2, [*body("二、下一步"), ("- 2 -", 280, 790)]),
    )
    assert document.text.split("\n") == [
        "全年办结32件，",
        "其中调处28件。",
        "- 1 -",
        "二、下一步",
        "- 2 -",
    ]
    for line in document.lines:
        assert len(line.edges) == len(line.span) + 1
    assert [(line.place.page, line.place.label) for line in document.lines] == [
        *[(1, "1")] * 3,
        *[(2, "2")] * 2,
    ]
    assert document.lines[0].place.size == (595, 842)
    assert [line.kind for line in document.lines][2] == "furniture"


def test_figure_has_a_box() -> None:
    document = composed(page(1, body("全年办结32件")))
    at = document.text.index("32")
    (place,) = document.locate(Span(at, at + 2))
    assert place.box == Box(144, 110, 160, 126)


def test_claim_over_a_page_break_has_two_places() -> None:
    full = "各村建立台账逐户登记问题并按月回访群众形成闭环管理机制"
    document = composed(
        page(1, [*body(*[full] * 9), ("- 1 -", 280, 790)]), page(2, body("共办结32件。"))
    )
    (paragraph,) = document.paragraphs
    places = document.locate(Span(paragraph.pieces[-2].start + 20, paragraph.pieces[-1].end))
    assert [place.page for place in places if place.box and place.box.top < 700] == [1, 2]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("　　全年办结", "全年办结"),
        ("全年办结  ", "全年办结"),
        ("共有32 ", "共有32 "),
        ("建成5G ", "建成5G "),
    ],
    ids=["indent", "blank-behind", "after-a-figure", "after-a-latin-word"],
)
def test_blanks_around_a_piece(text: str, piece: str) -> None:
    document = compose([Sheet(1, 595, 842, (row(text),))], SOURCE)
    assert document.paragraphs[0].text(document) == piece


def test_table_stands_where_it_is_printed() -> None:
    table = grid([HEAD, ["东村", "30"]])
    document = composed(page(1, body("办件如下。", "二、下一步", pitch=300), table))
    assert document.text == "办件如下。\n村名\t办件量\n东村\t30\n二、下一步"
    assert [p.text(document) for p in document.paragraphs] == ["办件如下。", "二、下一步"]
    (found,) = document.tables
    cell = found.cells[-1]
    assert cell.span is not None
    assert cell.span.of(document.text) == cell.text == "30"
    assert found.page == 1


def table_over_pages(
    second: Sequence[Sequence[str]], *between: tuple[str, float, float], left: float = 100
) -> Document:
    one = page(1, [("- 1 -", 280, 790)], grid([HEAD, ["东村", "30"]], 700))
    two = page(2, [*between, ("- 2 -", 280, 790)], grid(second, 150, left))
    return composed(one, two)


@pytest.mark.parametrize(
    ("second", "between"),
    [
        pytest.param([HEAD, ["西村", "12"]], (), id="head-repeated"),
        pytest.param([["西村", "12"], ["合计", "42"]], (), id="head-not-repeated"),
        pytest.param([HEAD, ["西村", "12"]], (("续表", 400.0, 120.0),), id="continued"),
    ],
)
def test_table_over_two_pages_is_one(
    second: list[list[str]], between: tuple[tuple[str, float, float], ...]
) -> None:
    document = table_over_pages(second, *between)
    (table,) = document.tables
    expected = [HEAD, ["东村", "30"], *(line for line in second if line != HEAD)]
    assert [list(line) for line in table.rows()] == expected
    for cell in table.cells:
        assert cell.span is not None
        assert cell.span.of(document.text) == cell.text
    assert document.paragraphs == ()


@pytest.mark.parametrize(
    ("between", "left"),
    [((("全部办结。", 80.0, 120.0),), 100.0), ((), 130.0)],
    ids=["words-between", "other-columns"],
)
def test_two_tables(between: tuple[tuple[str, float, float], ...], left: float) -> None:
    document = table_over_pages([HEAD, ["西村", "12"]], *between, left=left)
    assert len(document.tables) == 2


@pytest.mark.parametrize(
    ("above", "caption", "unit"),
    [
        (["表1 各村办件量"], "表1 各村办件量", ""),
        (["表1 各村办件量", "单位：件"], "表1 各村办件量", "件"),
        (["表1 各村办件量（单位：万元、%）"], "表1 各村办件量", "万元、%"),
        (["2023年各村办件情况统计表"], "2023年各村办件情况统计表", ""),
        (["附表2", "单位: 人次"], "附表2", "人次"),
        (["（计量单位：亩）"], "", "亩"),
        (["全年办件情况如下。"], "", ""),
        (["二、办件情况："], "", ""),
        (["表1 各村办件量", "全年共办理42件。"], "", ""),
    ],
    ids=[
        "numbered",
        "unit-line",
        "same-line",
        "named",
        "annex",
        "unit-only",
        "text",
        "heading",
        "far",
    ],
)
def test_caption_and_unit(above: list[str], caption: str, unit: str) -> None:
    lines = [(text, 200.0, 290 - 29.0 * at) for at, text in enumerate(reversed(above), 1)][::-1]
    document = composed(page(1, lines, grid([HEAD, ["东村", "30"]])))
    (table,) = document.tables
    assert (table.caption, table.unit) == (caption, unit)
    taken = (
        sum(bool(part) for part in (caption, unit)) if len(above) > 1 else bool(caption or unit)
    )
    assert len(document.paragraphs) == len(above) - taken


def test_caption_on_the_page_before() -> None:
    one = page(1, [("表1 各村办件量", 200, 700), ("- 1 -", 280, 790)])
    document = composed(one, page(2, [("- 2 -", 280, 790)], grid([HEAD, ["东村", "30"]])))
    assert document.tables[0].caption == "表1 各村办件量"
    assert document.paragraphs == ()


def test_sideways_page_has_boxes_as_shown() -> None:
    line: Row = row("全年办结", 100, 200)
    document = compose([Sheet(1, 842, 595, (line,), turns=1)], SOURCE)
    place = document.lines[0].place
    assert place.size == (595, 842)
    assert place.box == Box(200, 678, 216, 742)
    assert not document.lines[0].edges
