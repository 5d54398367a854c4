"""A lattice of ruling lines and its cells.

Rules snap to the lines of a lattice; a cell is what no rule divides and rules enclose, over as
many lines and columns of the lattice as it takes, so merged cells come out as what they are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Final

#: Rules no further apart than this (in points) are one.
SNAP: Final = 3.0
#: A lattice of more places is a drawing.
MOST_PLACES: Final = 20_000

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
class Slot:
    """One cell of the lattice, in counts of its lines (ends exclusive)."""

    row: int
    column: int
    last_row: int
    last_column: int

    def places(self) -> Iterator[tuple[int, int]]:
        """Yield the places that the cell takes, by row and column."""
        return product(range(self.row, self.last_row), range(self.column, self.last_column))


@dataclass(frozen=True, slots=True)
class Lattice:
    """Where the lines of one table lie, and its cells."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]
    #: The cell that has each place of the lattice, by row and column.
    owners: dict[tuple[int, int], Slot]

    def row_at(self, y: float) -> int:
        """Return the row of the lattice at a height, -1 above."""
        return bisect_right(self.ys, y) - 1

    def column_at(self, x: float) -> int:
        """Return the column of the lattice at a place, -1 before the first."""
        return bisect_right(self.xs, x) - 1

    def box(self, slot: Slot) -> Box:
        """Return left, top, right, bottom of a cell."""
        xs, ys = self.xs, self.ys
        return xs[slot.column], ys[slot.row], xs[slot.last_column], ys[slot.last_row]


def lattice_of(rules: Sequence[Rule]) -> Lattice | None:
    """Lay a lattice over the rules and find its cells: places with no wall between them."""
    level = [rule for rule in rules if rule.is_level]
    upright = [rule for rule in rules if not rule.is_level]
    xs = _snapped(rule.left for rule in upright)
    ys = _snapped(rule.top for rule in level)
    if min(len(xs), len(ys)) < 2 or len(xs) * len(ys) > MOST_PLACES:
        return None
    slots = _cells(xs, ys, level, upright)
    owners = {place: slot for slot in slots for place in slot.places()}
    return Lattice(xs, ys, slots, owners) if len(slots) > 1 else None


def _cells(
    xs: tuple[float, ...], ys: tuple[float, ...], level: Sequence[Rule], upright: Sequence[Rule]
) -> tuple[Slot, ...]:
    """Find the cells: places with no wall and no floor between them."""
    floors = {at for rule in level for at in _along(ys, rule.top, xs, (rule.left, rule.right))}
    walls = {at for rule in upright for at in _along(xs, rule.left, ys, (rule.top, rule.bottom))}
    return tuple(_slots(len(xs) - 1, len(ys) - 1, floors, walls))


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


def _slots(
    width: int, height: int, floors: set[tuple[int, int]], walls: set[tuple[int, int]]
) -> Iterator[Slot]:
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
            slot = Slot(row, column, last_row, last_column)
            taken.update(slot.places())
            if _is_walled(slot, floors, walls):
                yield slot


def _is_walled(slot: Slot, floors: set[tuple[int, int]], walls: set[tuple[int, int]]) -> bool:
    """Tell whether a slot has a rule on every side: what is outside of the table has not."""
    across = range(slot.column, slot.last_column)
    down = range(slot.row, slot.last_row)
    return all((slot.row, x) in floors and (slot.last_row, x) in floors for x in across) and all(
        (slot.column, y) in walls and (slot.last_column, y) in walls for y in down
    )
