"""Columns of rates in tables: of which columns they are the rates, and which rows do not fit.

A table seldom says what its 比重 or 完成率 is reckoned from. The base that fits nearly every row
is taken for it; where none does, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations, product
from typing import Final

from reportparse.relations.cells import CellFigure
from reportparse.relations.grids import Grid, Line
from reportparse.relations.kernel import (
    HUNDRED,
    Stated,
    Work,
    at_print,
    growth,
    judge,
    quotient,
    times,
)

#: Growth on another column; beside shares these heads have a reckoning of their own.
GROWN: Final = re.compile(r"增长|增速|增幅|增减|同比|环比|比上年|±")
#: Heads of rates that are reckoned from counts in the table.
SHARED: Final = re.compile(r"比重|占比|占|构成|率|%|进度")
#: Rows without a share of their own that are tried for the whole.
MOST_BASES: Final = 6
#: Rows of which half must fit before the rest is looked at.
SAMPLE: Final = 10
#: Rows that must fit, and their share of the rows that could.
FEWEST: Final = 4
MOST_OFF: Final = Decimal("0.2")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A rate that does not follow from the figures from which the rates of other rows do."""

    rate: CellFigure
    part: CellFigure
    whole: CellFigure
    #: Row and column by name.
    row: str
    column: str
    computed: Decimal
    is_growth: bool


@dataclass(frozen=True, slots=True)
class _Case:
    """A row's rate with the figures that it may be reckoned from."""

    row: Line
    rate: CellFigure
    part: CellFigure
    whole: CellFigure


def find_misfits(grid: Grid) -> tuple[Misfit, ...]:
    """Return the rates that fall out of their columns."""
    return tuple(one for column in grid.rates for one in _misfits(grid, column))


def _misfits(grid: Grid, column: Line) -> Iterator[Misfit]:
    """Find the reckoning that fits a column best, and the rows that it does not fit."""
    head = "".join(column.path)
    is_growth = GROWN.search(head) is not None
    if not is_growth and not SHARED.search(head):
        return
    best = max(_reckonings(grid, column), key=lambda one: _fitting(one, is_growth), default=())
    fitting = _fitting(best, is_growth)
    off = [one for one in best if not _fits(one, is_growth)]
    if fitting < FEWEST or len(off) > len(best) * MOST_OFF:
        return
    for one in off:
        computed = at_print((one.part.stated, one.whole.stated), _work(is_growth))
        if computed is not None and not _fits_elsewhere(grid, one, is_growth):
            name = column.name
            yield Misfit(one.rate, one.part, one.whole, one.row.name, name, computed, is_growth)


def _reckonings(grid: Grid, column: Line) -> Iterator[tuple[_Case, ...]]:
    """Propose two columns, and a column with one of its figures for the whole."""
    rows = [row for row in grid.rows if (row.index, column.index) in grid.figures]
    for one, other in permutations(grid.columns, 2):
        pairs = [(row, (row.index, one.index), (row.index, other.index)) for row in rows]
        yield _cases(grid, column, pairs)
    for one, base in product(grid.columns, _bases(grid, column)):
        pairs = [(row, (row.index, one.index), (base.index, one.index)) for row in rows]
        yield _cases(grid, column, [pair for pair in pairs if pair[0] is not base])


def _bases(grid: Grid, column: Line) -> tuple[Line, ...]:
    """Return the rows that may hold the whole: at the ends, or with no share but 100 %."""
    shares = {row.index: grid.figures.get((row.index, column.index)) for row in grid.rows}
    full = [row for row in grid.rows if not (one := shares[row.index]) or one.value == HUNDRED]
    return (grid.rows[0], grid.rows[-1], *full[:MOST_BASES])


def _cases(
    grid: Grid,
    column: Line,
    pairs: Sequence[tuple[Line, tuple[int, int], tuple[int, int]]],
) -> tuple[_Case, ...]:
    """Gather the rows whose three figures are there and not 0."""
    figures = grid.figures
    return tuple(
        _Case(row, figures[row.index, column.index], figures[part], figures[whole])
        for row, part, whole in pairs
        if part in figures and whole in figures
        if figures[part].value > 0 and figures[whole].value > 0
    )


def _work(is_growth: bool) -> Work:
    return times(growth if is_growth else quotient, HUNDRED)


def _fits(case: _Case, is_growth: bool) -> bool:
    rate = Stated(case.rate.value, Decimal(1).scaleb(_exponent(case.rate.value)))
    verdict = judge(rate, (case.part.stated, case.whole.stated), _work(is_growth))
    return verdict not in {"fails", "untestable"}


def _fitting(cases: Sequence[_Case], is_growth: bool) -> int:
    """Count the rates that fit, each value once: 100 % proves little."""
    if sum(_fits(one, is_growth) for one in cases[:SAMPLE]) * 2 < len(cases[:SAMPLE]):
        return 0
    return len({one.rate.value for one in cases if _fits(one, is_growth)})


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _fits_elsewhere(grid: Grid, case: _Case, is_growth: bool) -> bool:
    """Tell a rate with a whole of its own: 其中 rows are shares of the row above them."""
    column = case.part.cell.column
    others = [one for (_, at), one in grid.figures.items() if at == column and one.value > 0]
    return any(_fits(_Case(case.row, case.rate, case.part, one), is_growth) for one in others)
