"""All sums of a document's tables: of statutory forms, of totals, of indicators by definition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reportparse.document import Document
from reportparse.relations.forms import find_form_tallies, is_form
from reportparse.relations.grids import Grid, Line, grid_of
from reportparse.relations.structures import STRAY, load_definitions
from reportparse.relations.tallies import Tally, added, find_tallies, tally

#: What stands before the name of an indicator in a table: 其中： · # · 一、 · 1.
LEADER: Final = re.compile(
    r"^(?:其中[:：]?|#|\*|在总计中[:：]?|[一二三四五六七八九十\d]+[、.]|\([^()]{1,3}\))+"
)
#: A unit behind it: 常住人口（万人）
TRAILER: Final = re.compile(r"\([^()]*\)$")


def find_table_tallies(document: Document) -> tuple[Tally, ...]:
    """Return every sum of the tables, in no particular order."""
    found = list(find_form_tallies(document))
    for grid in grids_of(document):
        found += find_tallies(grid)
        found += _by_definition(grid)
    return tuple(found)


def grids_of(document: Document) -> tuple[Grid, ...]:
    """Type the tables that are of the writer's own making."""
    grids = (grid_of(table) for table in document.tables if not is_form(table))
    return tuple(grid for grid in grids if grid is not None)


def bare(line: Line) -> str:
    """Return the name of a row without its number, 其中 and unit."""
    return TRAILER.sub("", LEADER.sub("", line.name))


def _by_definition(grid: Grid) -> Iterator[Tally]:
    """Judge rows that are a whole and its parts by what they are: 男性 and 女性."""
    for definition in load_definitions()["sum"]:
        named = [_rows(grid, term) for term in definition.terms]
        if all(len(rows) == 1 for rows in named):
            found = (_down(grid, column, [rows[0] for rows in named]) for column in grid.columns)
            yield from (one for one in found if one and abs(one.gap) <= _stray(one))


def _rows(grid: Grid, term: re.Pattern[str]) -> list[int]:
    """Return the rows that a term names."""
    return [row.index for row in grid.rows if term.fullmatch(bare(row))]


def _down(grid: Grid, column: Line, rows: Sequence[int]) -> Tally | None:
    """Judge one column of a whole and its parts, if all are there."""
    figures = [grid.figures.get((row, column.index)) for row in rows]
    known = [one for one in figures if one]
    if len(known) < len(rows):
        return None
    return tally("column", column.name, known[:1], known[1:])


def _stray(one: Tally) -> Decimal:
    return abs(added(one.right)) * STRAY
