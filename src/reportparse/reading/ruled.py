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
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import Final

from reportparse.document import Edges
from reportparse.reading.lattice import SNAP, Box, Lattice, Rule, Slot, lattice_of
from reportparse.reading.layout import Grid, GridCell, Row, Strip, all_or_none, rows_of

#: More rules than this are a drawing.
MOST: Final = 3000
#: A lower row without text is the gap between two borders.
LOW: Final = 9.0
#: A rule that takes this share of the width runs over the whole table.
WHOLE: Final = 0.9
#: An open table has at least so many lines of print.
FEW: Final = 3
#: A cell with so many may hold rows.
ROWS: Final = 2
#: Gap between two columns without a rule, in em.
GAP: Final = 0.8
#: Share of the lines of a wide cell with a figure of their own that makes them rows.
FIGURES: Final = 0.6
#: 1,250.5 · -3.2% · 12
FIGURE: Final = re.compile(r"[-+－]?[0-9][0-9,，.]{0,20}[%％‰]?$")


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
    inside = _within(_box(group), strips)
    lattice = lattice_of(_closed(group, inside))
    grid = _grid(lattice, inside) if lattice is not None else None
    if lattice is None or grid is None:
        return None
    return grid, [strip for strip in strips if not _is_inside(lattice, strip)]


def _box(rules: Sequence[Rule]) -> Box:
    """Return left, top, right, bottom of some rules."""
    return (
        min(rule.left for rule in rules),
        min(rule.top for rule in rules),
        max(rule.right for rule in rules),
        max(rule.bottom for rule in rules),
    )


def _within(box: Box, strips: Iterable[Strip]) -> list[Strip]:
    """Return the strips whose middle lies in a box."""
    left, top, right, bottom = box
    return [
        strip
        for strip in strips
        if top < strip.middle < bottom
        and left - SNAP < (strip.left + strip.right) / 2 < right + SNAP
    ]


def _is_inside(lattice: Lattice, strip: Strip) -> bool:
    """Tell whether a strip was read with a table."""
    column = lattice.column_at((strip.left + strip.right) / 2)
    return (lattice.row_at(strip.middle), column) in lattice.owners


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


def _groups(rules: Iterable[Rule]) -> list[list[Rule]]:
    """Sort rules into those that touch one another, going down the page."""
    finished: list[list[Rule]] = []
    open_groups: list[tuple[Box, list[Rule]]] = []
    for rule in sorted(set(rules), key=attrgetter("top", "left")):
        members = [rule]
        going_on: list[tuple[Box, list[Rule]]] = []
        for box, group in open_groups:
            if _touches(rule, box):
                members += group
            elif box[3] < rule.top - SNAP:
                finished.append(group)
            else:
                going_on.append((box, group))
        open_groups = [*going_on, (_box(members), members)]
    return finished + [group for _, group in open_groups]


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
    if upright:
        heights = [rule.top for rule in level]
        level += [Rule(left, y, right, y) for y in _missing((top, bottom), heights)]
    whole = _heights(level, WHOLE * (right - left))
    if len(whole) < 2:
        return list(group)
    places = [] if upright else _columns(strips)
    places += _missing((left, right), [rule.left for rule in upright])
    return [*level, *upright, *(Rule(x, min(whole), x, max(whole)) for x in places)]


def _heights(level: Iterable[Rule], length: float) -> list[float]:
    """Return where rules lie that are longer than some length."""
    return [rule.top for rule in level if rule.right - rule.left > length]


def _missing(sides: Iterable[float], drawn: Sequence[float]) -> list[float]:
    """Return the sides of a table at which no rule is drawn."""
    return [side for side in sides if not any(abs(place - side) <= SNAP for place in drawn)]


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


def _grid(lattice: Lattice, strips: Sequence[Strip]) -> Grid | None:
    """Fill the cells of a lattice, row by row."""
    filled = _filled(lattice, strips)
    lines: list[Row] = []
    cells: list[GridCell] = []
    for row in range(len(lattice.ys) - 1):
        here = [(slot, rows) for slot, rows in filled if slot.row == row]
        box = (lattice.ys[row], lattice.ys[row + 1])
        if _is_gap(here, box):
            continue
        for record in _records(here):
            line, found = _line(record, len(lines), box, lattice)
            lines.append(line)
            cells.extend(found)
    columns = len({cell.column for cell in cells})
    if columns < 2 or not any(cell.text for cell in cells):
        return None
    return _trimmed(lattice, lines, cells)


def _is_gap(row: Sequence[Filled], box: tuple[float, float]) -> bool:
    """Tell the gap between two borders from an empty row."""
    if any(rows for _, rows in row):
        return False
    return len(row) < 2 or box[1] - box[0] < LOW


def _trimmed(lattice: Lattice, lines: Sequence[Row], cells: Sequence[GridCell]) -> Grid:
    """Count columns by the lines that cells begin and end at, and leave out the others."""
    slots = lattice.slots
    used = sorted({at for slot in slots for at in (slot.column, slot.last_column)})
    counted = {at: number for number, at in enumerate(used)}
    kept = tuple(
        replace(
            cell,
            column=counted[cell.column],
            columns=counted[cell.column + cell.columns] - counted[cell.column],
            rows=min(cell.rows, len(lines) - cell.row),
        )
        for cell in cells
    )
    boxes = [lattice.box(slot) for slot in slots]
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    return Grid(tuple(lines), kept, tuple(lattice.xs[at] for at in used), top, bottom)


Filled = tuple[Slot, tuple[Row, ...]]


def _filled(lattice: Lattice, strips: Sequence[Strip]) -> list[Filled]:
    """Put the strips into their cells; a strip over several is cut between them."""
    parts: dict[Slot, list[Strip]] = {slot: [] for slot in lattice.slots}
    for strip in strips:
        if _is_inside(lattice, strip):
            for slot, part in _shared(lattice, strip):
                parts[slot].append(part)
    return [(slot, rows_of(found)) for slot, found in parts.items()]


def _shared(lattice: Lattice, strip: Strip) -> Iterator[tuple[Slot, Strip]]:
    """Give each cell that a strip runs over its characters; none is left out."""
    row = lattice.row_at(strip.middle)
    columns = range(lattice.column_at(strip.left), lattice.column_at(strip.right) + 1)
    found = (lattice.owners.get((row, column)) for column in columns)
    slots = list(dict.fromkeys(slot for slot in found if slot is not None))
    centers = [(start + end) / 2 for start, end in pairwise(strip.edges)]
    start = 0
    for slot in slots:
        is_last = slot is slots[-1]
        end = len(centers) if is_last else bisect_left(centers, lattice.box(slot)[2])
        if start < end:
            yield slot, strip.part(start, end)
        start = max(start, end)


def _records(row: Sequence[Filled]) -> Iterator[Sequence[Filled]]:
    """Yield a row of cells, or the lines in it where each has its own figures."""
    levels = _levels([line for _, rows in row for line in rows])
    records = [
        [(slot, tuple(line for line in rows if _middle(line) in level)) for slot, rows in row]
        for level in levels
    ]
    with_figures = sum(map(_has_figures, records))
    if len(levels) >= ROWS and with_figures >= FIGURES * len(records):
        yield from records
    else:
        yield row


def _has_figures(record: Sequence[Filled]) -> bool:
    return any(FIGURE.match(line.text.strip()) for _, rows in record for line in rows)


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
    row: Sequence[Filled], number: int, box: tuple[float, float], lattice: Lattice
) -> tuple[Row, list[GridCell]]:
    """Write a row of cells as one line, parted by tabs."""
    text = ""
    edges: list[float] = []
    sure: list[float] = []
    cells: list[GridCell] = []
    end = lattice.xs[row[0][0].column]
    for slot, rows in row:
        if cells:
            text += "\t"
            edges.append(end)
            sure.append(1.0)
        content = _content(rows, lattice.xs[slot.column])
        size = slot.last_row - slot.row, slot.last_column - slot.column
        cells.append(GridCell(content.text, len(text), number, slot.column, *size))
        text += content.text
        edges.extend(content.edges[:-1])
        sure.extend(content.confidences)
        end = content.edges[-1]
    edges.append(end)
    rows_printed = [line for _, rows in row for line in rows]
    top = min((line.top for line in rows_printed), default=box[0])
    bottom = max((line.bottom for line in rows_printed), default=box[1])
    size_of_text = max((line.size for line in rows_printed), default=bottom - top)
    sureness = all_or_none(sure, text)
    line = Row(text, Edges.of(edges), top, bottom, size_of_text, "table", confidences=sureness)
    return line, cells


def _content(rows: Sequence[Row], left: float) -> Strip:
    """Join the lines of a cell."""
    text = ""
    edges = [left]
    sure: list[float] = []
    for row in rows:
        start = len(row.text) - len(row.text.lstrip())
        content = row.text.strip()
        end = start + len(content)
        edges[-1:] = row.edges.part(start, end)
        sure += row.confidences[start:end]
        text += content
    return Strip(text, tuple(edges), 0.0, 0.0, all_or_none(sure, text))
