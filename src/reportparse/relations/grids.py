"""Tables as typed grids: heads, labels, and which columns hold amounts that may be added."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reportparse.document import Cell, Table
from reportparse.relations.cells import (
    CellFigure,
    counts_things,
    is_blank,
    is_year,
    label,
    read_cell,
)

#: Columns that only number the rows.
SERIAL: Final = re.compile(r"序号|编号|代码|行次|栏次|^No\.?$")
#: What stands first in a row that numbers the columns.
COLUMN_ROW: Final = re.compile(r"(?:甲|乙|栏次|行次|\d*)$")
#: A column that names the unit of each row.
UNIT_HEAD: Final = re.compile(r"^(?:计量)?单位$")
#: Columns whose figures are no amounts: rates, growth, ranks, averages, prices, scores, years.
RATE_HEAD: Final = re.compile(
    r"[%‰±]|比重|占比|构成|比例|百分|率|增长|增速|增幅|增减|同比|环比|比上年|比年初|幅度|指数|"
    r"位次|排名|名次|排序|平均|[人户亩]均|单价|价格|得分|分值|分数|评分|年份|年度$|倍|系数|浓度|"
    r"备注|说明|电话|日期|时间|温"
)
#: 投资额（万元）: the unit in a head
HEAD_UNIT: Final = re.compile(r"[(（:]([^()（）%]{1,8})[)）]?$")

Places = Mapping[tuple[int, int], Cell]


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column: its words, its unit, its figures."""

    #: Where it stands in the table.
    index: int
    #: Words of the head from the top, or of the label from the left.
    path: tuple[str, ...]
    unit: str

    @property
    def name(self) -> str:
        """The last words of the path."""
        return self.path[-1] if self.path else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose rows and columns are known."""

    table: Table
    rows: tuple[Line, ...]
    #: Columns of amounts.
    columns: tuple[Line, ...]
    #: Columns of rates, growth and the like.
    rates: tuple[Line, ...]
    figures: Mapping[tuple[int, int], CellFigure]
    #: Places that hold neither figure nor blank: 约300, 同上.
    words: frozenset[tuple[int, int]]


def grid_of(table: Table) -> Grid | None:
    """Type a table; `None` where it holds no figures to speak of."""
    places = _places(table)
    height, width = _size(places)
    top = _body(places, height, width)
    heads = [_path(places, range(top), at) for at in range(width)]
    body = range(top, height)
    valued = [at for at in range(width) if _is_valued(places, body, at, heads[at])]
    if not valued:
        return None
    rows = tuple(_row(places, row, heads, valued[0]) for row in body)
    figures, words = _figures(table, places, rows, [(at, heads[at]) for at in valued])
    lines = [Line(at, heads[at], _unit(heads[at])) for at in valued]
    rates = tuple(line for line in lines if _is_rate(line, figures))
    amounts = tuple(line for line in lines if line not in rates)
    return Grid(table, rows, amounts, rates, figures, words)


def _size(places: Places) -> tuple[int, int]:
    """Return how many rows and columns there are."""
    height = max((row for row, _ in places), default=-1) + 1
    return height, max((column for _, column in places), default=-1) + 1


def _is_rate(line: Line, figures: Mapping[tuple[int, int], CellFigure]) -> bool:
    """Tell a column that may not be added up, by its head or by its signs."""
    percents = any(one.is_percent for (_, column), one in figures.items() if column == line.index)
    return percents or RATE_HEAD.search("".join(line.path)) is not None


def _places(table: Table) -> dict[tuple[int, int], Cell]:
    """Return the cell at each place; a merged one stands at every place it covers."""
    return {
        (row, column): cell
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }


def _body(places: Places, height: int, width: int) -> int:
    """Return the first row below the head: one with figures that are no years or numbers."""
    for row in range(height):
        cells = [places.get((row, column)) for column in range(1, width)]
        figures = [one for one in map(read_cell, cells) if one]
        numbers = _numbers_columns(places.get((row, 0)), figures)
        if figures and not numbers and not all(map(is_year, figures)):
            return row
    return height


def _numbers_columns(first: Cell | None, figures: Sequence[CellFigure]) -> bool:
    """Tell the row of a head that numbers the columns: 甲 1 2 3."""
    values = [one.value for one in figures]
    follow = len(values) > 1 and values == list(range(int(values[0]), len(values) + 1))
    return follow and (first is None or COLUMN_ROW.match(label(first.text)) is not None)


def _path(places: Places, rows: range, column: int) -> tuple[str, ...]:
    """Return the words over a column from the top, each once."""
    cells = [places[row, column] for row in rows if (row, column) in places]
    words = [label(cell.text) for cell in cells]
    return tuple(dict.fromkeys(word for word in words if word))


def _is_valued(places: Places, rows: range, column: int, head: tuple[str, ...]) -> bool:
    """Tell a column of figures: at least half of what is written in it, each in its own cell."""
    if SERIAL.search("".join(head)):
        return False
    cells = [places.get((row, column)) for row in rows]
    written = [cell for cell in cells if not is_blank(cell)]
    figures = [cell for cell in written if read_cell(cell) and cell and cell.column == column]
    return bool(figures) and len(figures) * 2 >= len(written)


def _row(places: Places, row: int, heads: Sequence[tuple[str, ...]], first: int) -> Line:
    """Read what stands before the figures of a row, and its unit."""
    path: list[str] = []
    unit = ""
    for column, head in enumerate(heads):
        cell = places.get((row, column))
        if cell is None or is_blank(cell):
            continue
        # The first column names the rows, even under 单位: the offices.
        if column and UNIT_HEAD.search("".join(head)):
            unit = label(cell.text)
        elif column < first and not read_cell(cell):
            path.append(label(cell.text))
    words = tuple(dict.fromkeys(path))
    return Line(row, words, unit or _unit(words))


def _unit(path: tuple[str, ...]) -> str:
    """Return the unit that a head or a label gives in brackets."""
    match = HEAD_UNIT.search(path[-1]) if path else None
    return match[1] if match else ""


def _figures(
    table: Table,
    places: Places,
    rows: Sequence[Line],
    valued: Sequence[tuple[int, tuple[str, ...]]],
) -> tuple[dict[tuple[int, int], CellFigure], frozenset[tuple[int, int]]]:
    """Read the cells of the body: figures, and places that hold something else."""
    figures: dict[tuple[int, int], CellFigure] = {}
    words: set[tuple[int, int]] = set()
    for row in rows:
        for column, head in valued:
            cell = places.get((row.index, column))
            unit = row.unit or _unit(head) or table.unit
            exact = counts_things(unit or table.caption + "".join(head))
            figure = read_cell(cell, exact=exact)
            # A merged cell belongs to no single line.
            if figure and figure.cell.rows == figure.cell.columns == 1:
                figures[row.index, column] = figure
            elif not is_blank(cell):
                words.add((row.index, column))
    return figures, frozenset(words)
