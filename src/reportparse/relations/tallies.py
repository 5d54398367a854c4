"""Sums in tables: which rows and columns are totals of which, and where they do not add up.

A total says that it is one (合计); what it is the total of, the table's other lines tell. Several
readings are tried, and one that closes in most lines shows the lines in which it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from reportparse.interval import ZERO
from reportparse.relations.cells import CellFigure
from reportparse.relations.grids import Grid, Line
from reportparse.relations.kernel import Verdict, judge_equal

Axis = Literal["row", "column", "form", "shift"]

#: 合计 · 全市总计 · 合计（万元）
TOTAL: Final = re.compile(
    r"(?:^|[^其中])(?:合计|总计|共计|总数|总合计|总和)(?:数|额)?(?:[(（].*)?$|^计$"
)
#: 小计 · 行政类小计
SUBTOTAL: Final = re.compile(r"小计(?:[(（].*)?$|分计$")
#: 其中：女性 · #工业 · 在总计中：国有
OF_WHICH: Final = re.compile(r"^(?:其中|#|\*|内[:：]|在总计中|[(（]?其中)")
#: Numbers of labels, a kind each: 一、 · （一） · 1. · （1）
NUMBERED: Final = tuple(
    re.compile(one)
    for one in (
        r"[一二三四五六七八九十]+[、.]",
        r"\([一二三四五六七八九十]+\)",
        r"\d+[、.]",
        r"\(\d+\)",
    )
)
#: How many lines must agree before a reading that the labels do not give is believed.
LEARNT: Final = 3
#: Lines beside a total that may be a list of their own; longer ones are whole tables.
MOST_RUN: Final = 12
#: Without other lines that agree, a miss by more than this share may be a table that is partial.
NEAR: Final = Decimal("0.02")


@dataclass(frozen=True, slots=True)
class Tally:
    """Two sides of a table that should be equal: a total and what it is the total of."""

    axis: Axis
    #: What the line is called: "石桥镇".
    name: str
    left: tuple[CellFigure, ...]
    right: tuple[CellFigure, ...]
    verdict: Verdict

    @property
    def gap(self) -> Decimal:
        """What the left side has more than the right one, as printed."""
        return added(self.left) - added(self.right)

    @property
    def slack(self) -> Decimal:
        """How much rounding may move the gap."""
        return sum((one.stated.place for one in (*self.left, *self.right)), ZERO)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A line of totals and the lines that make it up."""

    whole: int
    parts: tuple[int, ...]
    #: Whether the labels leave nothing else to think.
    told: bool


def added(figures: Sequence[CellFigure]) -> Decimal:
    """Add figures as printed."""
    return sum((one.value for one in figures), ZERO)


def tally(axis: Axis, name: str, left: Sequence[CellFigure], right: Sequence[CellFigure]) -> Tally:
    """Judge two sides."""
    verdict = judge_equal([one.stated for one in left], [one.stated for one in right])
    return Tally(axis, name, tuple(left), tuple(right), verdict)


def find_tallies(grid: Grid) -> tuple[Tally, ...]:
    """Return the sums of a table, along its rows and down its columns.

    A row whose cells slid into the next column tells nothing but that.
    """
    rows = tuple(_along(grid, "row"))
    shifted = tuple(_shifted(grid, rows))
    gone = {one.left[0].cell.row for one in shifted}
    straight = [one for one in (*rows, *_along(grid, "column")) if not gone & _rows_of(one)]
    return (*straight, *shifted)


def _rows_of(one: Tally) -> set[int]:
    return {figure.cell.row for figure in (*one.left, *one.right)}


def _shifted(grid: Grid, found: Sequence[Tally]) -> Iterator[Tally]:
    """Find rows that close only when their cells are moved by one column.

    Where a cell was left out, the total of the others stands one column before its head.
    """
    closed = {one.left[0].cell.row for one in found if one.verdict != "fails"}
    ends = {one.left[0].cell.column for one in found}
    if len(closed) >= LEARNT and ends == {grid.columns[-1].index}:
        tried = (_slid(grid, row) for row in grid.rows if row.index not in closed)
        yield from (one for one in tried if one and one.verdict != "fails" and _telling(one))


def _slid(grid: Grid, row: Line) -> Tally | None:
    """Add up a row that ends one column early."""
    figures = [grid.figures.get((row.index, column.index)) for column in grid.columns]
    known = [one for one in figures[:-1] if one]
    if figures[-1] or len(known) < max(len(figures) - 1, LEARNT):
        return None
    return tally("shift", row.name, known[-1:], known[:-1])


def _along(grid: Grid, axis: Axis) -> Iterator[Tally]:
    """Find which lines are totals, and judge them line by line across."""
    slots, lines = (grid.columns, grid.rows) if axis == "row" else (grid.rows, grid.columns)
    for place, slot in enumerate(slots):
        if not _is_total(slot):
            continue
        best: tuple[Tally, ...] = ()
        for reading in (one for one in _readings(slots, place) if len(one.parts) > 1):
            found = tuple(_judged(grid, axis, (slots, lines), reading))
            best = max(best, _believed(found, told=reading.told), key=_closing)
        yield from best


def _is_total(line: Line) -> bool:
    name = line.name
    return bool(TOTAL.search(name) or SUBTOTAL.search(name)) and not OF_WHICH.search(name)


def _is_sub(line: Line) -> bool:
    return SUBTOTAL.search(line.name) is not None


def _readings(slots: Sequence[Line], place: int) -> Iterator[_Reading]:
    """Propose what a total may be the total of, the plainest first."""
    for side in (range(place - 1, -1, -1), range(place + 1, len(slots))):
        near = _section(slots, place, side)
        wholes = tuple(one for one in near if _is_whole(slots[one]))
        told = wholes == near and _is_bounded(slots, place) and _is_flat(slots, wholes)
        yield _Reading(place, wholes, told)
        yield from (_Reading(place, parts, told=False) for parts in _nested(slots, place, near))
        for end in range(2, min(len(wholes), MOST_RUN)):
            yield _Reading(place, wholes[:end], told=False)


def _is_whole(line: Line) -> bool:
    """Tell a line that is neither a total nor only a part of another one."""
    return not _is_total(line) and not OF_WHICH.search(line.name)


def _nested(slots: Sequence[Line], place: int, near: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Propose subtotals, rows of one kind of number, and columns under the same head."""
    if not _is_sub(slots[place]):
        yield tuple(one for one in near if _is_sub(slots[one]))
    plain = [one for one in near if not _is_total(slots[one])]
    levels = {one: _level(slots[one].name) for one in plain}
    for level in range(len(NUMBERED)):
        yield tuple(one for one in plain if levels[one] == level)
    parent = slots[place].path[:-1]
    yield tuple(one for one in plain if parent and slots[one].path[: len(parent)] == parent)


def _section(slots: Sequence[Line], place: int, side: range) -> tuple[int, ...]:
    """Return the lines on one side of a total, up to the next total of its kind."""
    found: list[int] = []
    sub = _is_sub(slots[place])
    for one in side:
        if _is_total(slots[one]) and (sub or not _is_sub(slots[one])):
            break
        if not _apart(slots[place], slots[one]):
            found.append(one)
    return tuple(found)


def _apart(one: Line, other: Line) -> bool:
    """Tell lines that count in different units."""
    return bool(one.unit and other.unit and one.unit != other.unit)


def _is_bounded(slots: Sequence[Line], place: int) -> bool:
    """Tell a subtotal, and the one total of a table at its end or at its beginning."""
    totals = [one for one, line in enumerate(slots) if _is_total(line)]
    return _is_sub(slots[place]) or (totals == [place] and place in {0, len(slots) - 1})


def _is_flat(slots: Sequence[Line], parts: Sequence[int]) -> bool:
    """Tell lines that all stand on one level: same depth of head, same numbers."""
    depths = {len(slots[one].path) for one in parts}
    levels = {_level(slots[one].name) for one in parts}
    units = {slots[one].unit for one in parts}
    return len(depths) == len(levels) == len(units) == 1


def _level(name: str) -> int | None:
    """Return the kind of number that a label begins with."""
    return next((kind for kind, one in enumerate(NUMBERED) if one.match(name)), None)


def _judged(
    grid: Grid, axis: Axis, crossing: tuple[Sequence[Line], Sequence[Line]], reading: _Reading
) -> Iterator[Tally]:
    """Judge a reading in each line that crosses it and holds all its figures."""
    slots, lines = crossing
    for line in lines:
        whole = _places(axis, line, (slots[reading.whole],))
        parts = _places(axis, line, [slots[one] for one in sorted(reading.parts)])
        left, right = _known(grid, whole), _known(grid, parts)
        if not (left and right) or grid.words & {*parts}:
            continue
        one = tally(axis, line.name, left, right)
        # A blank may stand for anything but less than nothing.
        if one.verdict != "fails" or len(right) == len(parts) or one.gap < 0:
            yield one


def _known(grid: Grid, places: Sequence[tuple[int, int]]) -> list[CellFigure]:
    """Return the figures at some places; blanks are left out."""
    return [grid.figures[one] for one in places if one in grid.figures]


def _places(axis: Axis, line: Line, slots: Sequence[Line]) -> list[tuple[int, int]]:
    if axis == "row":
        return [(line.index, slot.index) for slot in slots]
    return [(slot.index, line.index) for slot in slots]


def _telling(one: Tally) -> bool:
    """Tell a sum that does not close by itself: two figures at least that are not 0."""
    return sum(figure.value != 0 for figure in one.right) > 1


def _closing(found: Sequence[Tally]) -> int:
    """Count the sums that close and tell something."""
    return sum(one.verdict != "fails" and _telling(one) for one in found)


def _believed(found: tuple[Tally, ...], *, told: bool) -> tuple[Tally, ...]:
    """Return what a reading finds if enough lines bear it out; else only what is nearly right."""
    closing = _closing(found)
    fails = [one for one in found if one.verdict == "fails"]
    if closing >= (1 if told else LEARNT) and closing >= len(fails):
        return found
    if told and len(fails) == 1 and _is_near(fails[0]):
        return found
    return ()


def _is_near(one: Tally) -> bool:
    """Tell a sum that misses by little, and has parts enough to be one."""
    return len(one.right) > LEARNT - 1 and abs(one.gap) <= abs(added(one.left)) * NEAR
