"""Tables from ruling lines: a lattice of rules, its cells, and the text in them.

Only rules make a table; words that happen to stand in columns never do. Merged cells come out
as what they are: places of the lattice with no wall between. Statistical tables are often open
at the sides and have rules only above and below the head and at the end: their sides are closed,
their columns found by the gaps that run through, and their rows are the lines of print.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reportparse.reading.layout import Grid, GridCell, Row, Strip, rows_of

#: Rules no further apart than this (in points) are one.
SNAP: Final = 3.0
#: More rules than this are a drawing.
MOST: Final = 3000
#: More places in a lattice too.
MOST_PLACES: Final = 20_000
#: A lower row without text is the gap between two borders.
LOW: Final = 9.0
#: An open table has at least so many lines of print.
FEW: Final = 3
#: Gap between two columns without a rule, in em.
GAP: Final = 0.8
#: Share of the lines of a wide cell with a figure of their own that makes them rows.
FIGURES: Final = 0.6
#: 1,250.5 · -3.2% · 12
FIGURE: Final = re.compile(r"[-+－]?[0-9][0-9,，.]{0,20}[%％‰]?$")


Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A level or upright line."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """Tell whether the rule lies, not stands."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class _Place:
    """One cell of the lattice, in counts of its lines (ends exclusive)."""

    row: int
    column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class _Lattice:
    """Where the lines of one table lie, and its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    places: tuple[_Place, ...]

    def box(self, place: _Place) -> Box:
        """Return left, top, right, bottom of a cell."""
        xs, ys = self.xs, self.ys
        return xs[place.column], ys[place.row], xs[place.last_column], ys[place.last_row]


def tables_of(
    rules: Sequence[Rule], strips: Sequence[Strip]
) -> tuple[tuple[Grid, ...], tuple[Strip, ...]]:
    """Find the tables of a page; return them and the strips outside of them."""
    grids: list[Grid] = []
    rest = list(strips)
    if 2 < len(rules) <= MOST:
        for group in _candidates(rules):
            taken = _table(group, rest)
            if taken is not None:
                grids.append(taken[0])
                rest = taken[1]
    return tuple(sorted(grids, key=lambda grid: grid.top)), tuple(rest)


def _table(group: Sequence[Rule], strips: Sequence[Strip]) -> tuple[Grid, list[Strip]] | None:
    """Make a table of some rules, if they and the strips between them are one."""
    inside, _ = _parted([_box(group)], strips)
    lattice = _lattice_of(_closed(group, inside))
    grid = _grid(lattice, inside) if lattice is not None else None
    if lattice is None or grid is None:
        return None
    return grid, _parted([lattice.box(place) for place in lattice.places], strips)[1]


def _box(rules: Sequence[Rule]) -> Box:
    """Return left, top, right, bottom of some rules."""
    return (
        min(rule.left for rule in rules),
        min(rule.top for rule in rules),
        max(rule.right for rule in rules),
        max(rule.bottom for rule in rules),
    )


def _parted(boxes: Sequence[Box], strips: Iterable[Strip]) -> tuple[list[Strip], list[Strip]]:
    """Part strips into those inside one of some boxes and the others."""
    inside: list[Strip] = []
    outside: list[Strip] = []
    for strip in strips:
        x, y = (strip.left + strip.right) / 2, strip.middle
        is_in = any(
            left - SNAP < x < right + SNAP and top < y < bottom
            for left, top, right, bottom in boxes
        )
        (inside if is_in else outside).append(strip)
    return inside, outside


def _candidates(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield groups of rules that may be tables, surer ones first."""
    groups = _groups(rules)
    yield from (group for group in groups if _has_upright(group))
    loose = [rule for group in groups if not _has_upright(group) for rule in group]
    for stack in _stacks(loose):
        yield stack
        # Where all are not one table, each head and body is: rules above, between, below.
        if len(stack) > 3:
            yield from (stack[start : start + 3] for start in range(0, len(stack) - 2, 3))


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Sort rules into those that touch one another."""
    groups: list[list[Rule]] = []
    boxes: list[Box] = []
    for rule in sorted(rules, key=lambda rule: (rule.top, rule.left)):
        touched = [at for at, box in enumerate(boxes) if _touches(rule, box)]
        members = [rule, *(member for at in touched for member in groups[at])]
        groups = [group for at, group in enumerate(groups) if at not in touched]
        boxes = [box for at, box in enumerate(boxes) if at not in touched]
        groups.append(members)
        boxes.append(_box(members))
    return groups


def _has_upright(group: Sequence[Rule]) -> bool:
    return len(group) > 2 and not all(rule.is_level for rule in group)


def _touches(rule: Rule, box: Box) -> bool:
    """Tell whether a rule meets the box of some others."""
    left, top, right, bottom = box
    return (
        rule.left <= right + SNAP
        and rule.right >= left - SNAP
        and rule.top <= bottom + SNAP
        and rule.bottom >= top - SNAP
    )


def _stacks(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield level rules of one length below one another: the rules of an open table."""
    left_over = sorted((rule for rule in rules if rule.is_level), key=lambda rule: rule.top)
    while left_over:
        first = left_over[0]
        same = [rule for rule in left_over if _same_ends(rule, first)]
        left_over = [rule for rule in left_over if not _same_ends(rule, first)]
        if len(same) > 2:
            yield same


def _same_ends(one: Rule, other: Rule) -> bool:
    return abs(one.left - other.left) <= SNAP and abs(one.right - other.right) <= SNAP


def _closed(group: Sequence[Rule], strips: Sequence[Strip]) -> list[Rule]:
    """Give an open table its sides, and columns where it has no upright rules."""
    left, top, right, bottom = _box(group)
    level = [rule for rule in group if rule.is_level]
    upright = [rule for rule in group if not rule.is_level]
    added = [
        Rule(left, y, right, y)
        for y in (top, bottom)
        if upright and not any(abs(rule.top - y) <= SNAP for rule in level)
    ]
    ends = [rule for rule in [*level, *added] if rule.right - rule.left > 0.9 * (right - left)]
    if len(ends) < 2:
        return list(group)
    first, last = min(rule.top for rule in ends), max(rule.top for rule in ends)
    places = [] if upright else _columns(strips)
    places += [x for x in (left, right) if not any(abs(r.left - x) <= SNAP for r in upright)]
    return [*group, *added, *(Rule(x, first, x, last) for x in places)]


def _columns(strips: Sequence[Strip]) -> list[float]:
    """Find the upright gaps that run through all lines of print."""
    rows = rows_of(strips)
    if len(rows) < FEW:
        return []
    size = min(row.size for row in rows)
    spans = sorted((part.left, part.right) for part in strips if part.text.strip())
    places: list[float] = []
    reach = spans[0][1]
    for left, right in spans[1:]:
        if left - reach > GAP * size:
            places.append((left + reach) / 2)
        reach = max(reach, right)
    return places


def _lattice_of(rules: Sequence[Rule]) -> _Lattice | None:
    """Lay a lattice over the rules and find its cells: places with no wall between them."""
    level = [rule for rule in rules if rule.is_level]
    upright = [rule for rule in rules if not rule.is_level]
    xs = _snapped(rule.left for rule in upright)
    ys = _snapped(rule.top for rule in level)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > MOST_PLACES:
        return None
    floors = {at for rule in level for at in _along(ys, rule.top, xs, (rule.left, rule.right))}
    walls = {at for rule in upright for at in _along(xs, rule.left, ys, (rule.top, rule.bottom))}
    places = tuple(_places(len(xs) - 1, len(ys) - 1, floors, walls))
    return _Lattice(xs, ys, places) if len(places) > 1 else None


def _snapped(values: Iterable[float]) -> tuple[float, ...]:
    """Return places in order, those close together as one."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= SNAP:
            groups[-1].append(value)
        else:
            groups.append([value])
    return tuple(sum(group) / len(group) for group in groups)


def _nearest(places: Sequence[float], value: float) -> int:
    at = bisect_left(places, value)
    near = [index for index in (at - 1, at) if 0 <= index < len(places)]
    return min(near, key=lambda index: abs(places[index] - value))


def _along(
    lines: Sequence[float], line: float, steps: Sequence[float], ends: tuple[float, float]
) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a lattice line that a rule draws: its index, and the step."""
    start, end = ends
    at = _nearest(lines, line)
    for step, (first, last) in enumerate(pairwise(steps)):
        if start <= first + SNAP and end >= last - SNAP:
            yield at, step


def _places(
    width: int, height: int, floors: set[tuple[int, int]], walls: set[tuple[int, int]]
) -> Iterator[_Place]:
    """Yield the cells: from the top left of each as far right and down as no wall stands."""
    taken: set[tuple[int, int]] = set()
    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            last_column = column + 1
            while last_column < width and (last_column, row) not in walls:
                last_column += 1
            last_row = row + 1
            across = range(column, last_column)
            while last_row < height and not any((last_row, x) in floors for x in across):
                last_row += 1
            place = _Place(row, column, last_row, last_column)
            taken |= {(y, x) for y in range(row, last_row) for x in across}
            if _is_walled(place, floors, walls):
                yield place


def _is_walled(place: _Place, floors: set[tuple[int, int]], walls: set[tuple[int, int]]) -> bool:
    """Tell whether a place has a rule on every side: what is outside of the table has not."""
    across = range(place.column, place.last_column)
    down = range(place.row, place.last_row)
    return all((place.row, x) in floors and (place.last_row, x) in floors for x in across) and all(
        (place.column, y) in walls and (place.last_column, y) in walls for y in down
    )


def _grid(lattice: _Lattice, strips: Sequence[Strip]) -> Grid | None:
    """Fill the cells of a lattice, row by row."""
    texts = [(place, _inside(lattice, place, strips)) for place in lattice.places]
    lines: list[Row] = []
    cells: list[GridCell] = []
    for row in range(len(lattice.ys) - 1):
        here = [(place, rows) for place, rows in texts if place.row == row]
        box = (lattice.ys[row], lattice.ys[row + 1])
        if not here or (box[1] - box[0] < LOW and not any(rows for _, rows in here)):
            continue
        for slice_ in _records(here):
            line, found = _line(slice_, len(lines), box, lattice)
            lines.append(line)
            cells.extend(found)
    columns = len({cell.column for cell in cells})
    if columns < 2 or not any(cell.text for cell in cells):
        return None
    boxes = [lattice.box(place) for place in lattice.places]
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    return Grid(tuple(lines), tuple(cells), lattice.xs, top, bottom)


Filled = tuple[_Place, tuple[Row, ...]]


def _inside(lattice: _Lattice, place: _Place, strips: Sequence[Strip]) -> tuple[Row, ...]:
    """Return the lines of print in a cell; a strip over two cells is cut between them."""
    left, top, right, bottom = lattice.box(place)
    parts = [
        part
        for strip in strips
        if top < strip.middle < bottom and strip.right > left and strip.left < right
        if (part := _between(strip, left, right)) is not None
    ]
    return rows_of(parts)


def _between(strip: Strip, left: float, right: float) -> Strip | None:
    """Cut out the characters whose middle lies between two upright lines."""
    if left <= strip.left and strip.right <= right:
        return strip
    centers = [(start + end) / 2 for start, end in pairwise(strip.edges)]
    start, end = bisect_left(centers, left), bisect_left(centers, right)
    return strip.part(start, end) if start < end else None


def _records(row: Sequence[Filled]) -> Iterator[Sequence[Filled]]:
    """Yield a row of cells, or the lines in it where each has its own figures."""
    levels = _levels([line for _, rows in row for line in rows])
    records = [
        [(place, tuple(line for line in rows if _middle(line) in level)) for place, rows in row]
        for level in levels
    ]
    with_figures = sum(
        any(FIGURE.match(line.text.strip()) for _, rows in record for line in rows)
        for record in records
    )
    if len(levels) >= FEW and with_figures >= FIGURES * len(records):
        yield from records
    else:
        yield row


def _levels(lines: Sequence[Row]) -> list[set[float]]:
    """Group the heights of lines that stand level in different cells."""
    levels: list[set[float]] = []
    reach = float("-inf")
    for line in sorted(lines, key=_middle):
        if _middle(line) > reach:
            levels.append(set())
            reach = _middle(line) + (line.bottom - line.top) / 2
        levels[-1].add(_middle(line))
    return levels


def _middle(row: Row) -> float:
    return (row.top + row.bottom) / 2


def _line(
    row: Sequence[Filled], number: int, box: tuple[float, float], lattice: _Lattice
) -> tuple[Row, list[GridCell]]:
    """Write a row of cells as one line, parted by tabs."""
    text = ""
    edges: list[float] = []
    cells: list[GridCell] = []
    end = lattice.xs[row[0][0].column]
    for place, rows in row:
        if cells:
            text += "\t"
            edges.append(end)
        content, places = _content(rows, lattice.xs[place.column])
        size = place.last_row - place.row, place.last_column - place.column
        cells.append(GridCell(content, len(text), number, place.column, *size))
        text += content
        edges.extend(places[:-1])
        end = places[-1]
    edges.append(end)
    rows_printed = [line for _, rows in row for line in rows]
    top = min((line.top for line in rows_printed), default=box[0])
    bottom = max((line.bottom for line in rows_printed), default=box[1])
    size_of_text = max((line.size for line in rows_printed), default=bottom - top)
    return Row(text, tuple(edges), top, bottom, size_of_text, kind="table"), cells


def _content(rows: Sequence[Row], left: float) -> tuple[str, list[float]]:
    """Join the lines of a cell."""
    text = ""
    edges = [left]
    for row in rows:
        start = len(row.text) - len(row.text.lstrip())
        content = row.text.strip()
        edges[-1:] = row.edges[start : start + len(content) + 1]
        text += content
    return text, edges
