from __future__ import annotations

from collections.abc import Sequence

import pytest

from printed import strip
from reportparse.document import Cell, Table
from reportparse.reading.lattice import Rule
from reportparse.reading.layout import Grid, Strip
from reportparse.reading.ruled import tables_of

WIDTH, HEIGHT = 90.0, 20.0
LEFT, TOP = 100.0, 200.0


def levels(count: int, columns: int, top: float = TOP, pitch: float = HEIGHT) -> list[Rule]:
    right = LEFT + columns * WIDTH
    return [Rule(LEFT, top + at * pitch, right, top + at * pitch) for at in range(count)]


def uprights(places: Sequence[int], rows: int, top: float = TOP) -> list[Rule]:
    return [Rule(LEFT + at * WIDTH, top, LEFT + at * WIDTH, top + rows * HEIGHT) for at in places]


def printed(rows: Sequence[Sequence[str]], top: float = TOP) -> list[Strip]:
    return [
        strip(text, LEFT + 5 + WIDTH * column, top + 5 + HEIGHT * row, 10)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if text
    ]


def read(grid: Grid) -> list[list[str]]:
    cells = (Cell(c.text, None, c.row, c.column, c.rows, c.columns) for c in grid.cells)
    return [list(row) for row in Table(tuple(cells)).rows()]


ROWS = [
    ["村名", "办件量", "满意率"],
    ["东村", "5137", "91.1%"],
    ["西村", "5274", "92.2%"],
    ["合计", "10411", ""],
]
CLOSED = levels(5, 3) + uprights(range(4), 4)
#: Rules above and below the head and at the end, uprights inside only.
OPEN = [*levels(2, 3), *levels(1, 3, TOP + 80), *uprights([1, 2], 4)]
#: Three rules, nothing else.
THREE = [*levels(2, 3), *levels(1, 3, TOP + 80)]


@pytest.mark.parametrize(
    "rules",
    [
        CLOSED,
        OPEN,
        THREE,
        levels(5, 3),
        levels(5, 3) + uprights([1, 2], 4),
        CLOSED[:4] + CLOSED[5:],
    ],
    ids=["closed", "open-sides", "three-rules", "levels-only", "inner-uprights", "no-last-rule"],
)
def test_one_table_in_all_its_dresses(rules: list[Rule]) -> None:
    (grid,), rest = tables_of(rules, printed(ROWS))
    assert read(grid) == ROWS
    assert [line.text for line in grid.lines] == ["\t".join(row) for row in ROWS]
    assert rest == ()


def test_characters_of_a_row_know_their_places() -> None:
    (grid,), _ = tables_of(CLOSED, printed(ROWS))
    line = grid.lines[1]
    at = line.text.index("5137")
    assert line.edges.part(at, at + 4) == (195, 200, 205, 210, 215)


def test_merged_total_fills_what_it_covers() -> None:
    rows = [["序号", "村名", "件数"], ["1", "东村", "30"], ["合计", "", "30"]]
    walls = [Rule(rule.left, TOP, rule.right, TOP + 40) for rule in uprights([1], 2)]
    (grid,), _ = tables_of(levels(4, 3) + uprights([0, 2, 3], 3) + walls, printed(rows))
    assert read(grid)[2] == ["合计", "合计", "30"]
    assert [cell.columns for cell in grid.cells if cell.text == "合计"] == [2]


def test_words_wrapped_in_a_cell_stay_one_cell() -> None:
    text = [
        ("承办科室", 0, 0),
        ("落实情况", 1, 0),
        ("综合治理", 0, 1),
        ("办公室牵", 0, 2),
        ("头", 0, 3),
    ]
    text += [("全年开展", 1, 1), ("培训十二", 1, 2), ("期", 1, 3)]
    strips = [strip(t, LEFT + 5 + WIDTH * x, TOP + 5 + HEIGHT * y, 10) for t, x, y in text]
    rules = [*levels(2, 2), *levels(1, 2, TOP + 80), *uprights([0, 1, 2], 4)]
    (grid,), _ = tables_of(rules, strips)
    assert read(grid) == [["承办科室", "落实情况"], ["综合治理办公室牵头", "全年开展培训十二期"]]


def test_strip_over_two_cells_is_cut() -> None:
    words = strip("东村" + " " * 16 + "5137", LEFT + 5, TOP + 25, 10)
    strips = [*printed([ROWS[0]]), words]
    (grid,), _ = tables_of(levels(3, 3) + uprights(range(4), 2), strips)
    assert [cell.strip() for cell in read(grid)[1]] == ["东村", "5137", ""]


def test_frame_around_the_page_is_no_table_and_hides_none() -> None:
    frame = [
        Rule(50, 50, 550, 50),
        Rule(50, 800, 550, 800),
        Rule(50, 50, 50, 800),
        Rule(550, 50, 550, 800),
    ]
    words = strip("以上为全年办件情况", 100, 100)
    grids, rest = tables_of([*frame, *CLOSED], [words, *printed(ROWS)])
    assert [read(grid) for grid in grids] == [ROWS]
    assert rest == (words,)


def test_two_open_tables_below_one_another() -> None:
    second = [["类别", "指数", "增长"], ["城市", "99.9", "1.2"], ["农村", "100.1", "0.4"]]
    rules = [*THREE, *levels(2, 3, TOP + 150), *levels(1, 3, TOP + 210)]
    words = strip("表二云岭县全年居民消费价格指数及其增长情况", LEFT, TOP + 110, 10)
    grids, rest = tables_of(rules, [*printed(ROWS), words, *printed(second, TOP + 150)])
    assert [read(grid) for grid in grids] == [ROWS, second]
    assert rest == (words,)


@pytest.mark.parametrize(
    ("rules", "strips"),
    [
        (levels(1, 3), printed(ROWS)),
        (
            THREE,
            [
                strip("抄送县委办公室，县人大办公室，县政协办公室。", 105, TOP + 5 + 20 * at, 10)
                for at in range(4)
            ],
        ),
        ([*levels(2, 3), *uprights([0, 3], 1)], printed(ROWS[:1])),
        (CLOSED, []),
        ([], printed(ROWS)),
    ],
    ids=["one-rule", "words-between-rules", "one-box", "empty", "no-rules"],
)
def test_what_is_no_table(rules: list[Rule], strips: list[Strip]) -> None:
    assert tables_of(rules, strips) == ((), tuple(strips))


def test_a_drawing_is_no_table() -> None:
    many = [
        Rule(at % 60 * 9.0, at // 60 * 9.0, at % 60 * 9.0 + 8, at // 60 * 9.0)
        for at in range(3600)
    ]
    assert tables_of(many, printed(ROWS))[0] == ()
