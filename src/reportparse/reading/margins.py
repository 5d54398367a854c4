"""Margins: where the lines of a document begin and end, for left and right pages by themselves.

The left margin is where most lines begin, unless most of them begin paragraphs: then it is
where lines go on that stand below a full one. The right margin is where the longest lines end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from reportparse.reading.layout import Row, Sheet

#: Fewer lines than this say nothing about margins.
FEW: Final = 8
#: Share of lines that are longer than the right margin allows (hanging punctuation).
BEYOND: Final = 0.04
#: Text narrower than this share of the page does not show the right margin.
NARROW: Final = 0.5
#: The indent of a first line, in em.
INDENT: Final = (1.4, 2.6)
#: A line that lacks no more (in em) is full.
SLACK: Final = 1.65
#: Share of the lines that go on at a place which makes it the margin.
GO_ON: Final = 0.5
#: Places no further apart (in points) are one.
SAME: Final = 2.0


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of a column begin and end."""

    left: float
    right: float


#: Right or left page, width of the paper, column.
Setting = tuple[int, int, int]


def setting_of(sheet: Sheet, row: Row) -> Setting:
    """Name what has margins of its own."""
    return sheet.number % 2, round(sheet.width), row.column


def margins_of(lines: Sequence[tuple[Sheet, Row]]) -> dict[Setting, Margins]:
    """Measure the margins of each setting; of few lines, take those of the facing page."""
    rows: dict[Setting, list[Row]] = defaultdict(list)
    for sheet, row in lines:
        rows[setting_of(sheet, row)].append(row)
    facing = {key: rows.get((1 - key[0], *key[1:]), []) for key in rows}
    return {key: _measure(found, facing[key], key) for key, found in rows.items()}


def _measure(own: Sequence[Row], facing: Sequence[Row], key: Setting) -> Margins:
    """Find where lines begin, and where the longest end."""
    _, width, column = key
    size = median(row.size for row in own)
    left = _left(own, size)
    other = _left(facing, size) if facing else left
    shift = left - other
    if len(own) < FEW <= len(facing) or INDENT[0] * size <= shift <= INDENT[1] * size:
        left = other
    # Pages whose margins are not shifted show them together.
    right = _right([*own, *facing] if abs(left - other) <= SAME else own)
    if column == 0 and right - left < NARROW * width:
        right = max(right, width - left)
    return Margins(left, right)


def _right(rows: Sequence[Row]) -> float:
    """Find where the longest lines end, those with hanging punctuation left out."""
    ends = sorted((row.right for row in rows), reverse=True)
    return ends[int(BEYOND * len(ends))]


def _left(rows: Sequence[Row], size: float) -> float:
    """Find where most lines begin, or where those go on that begin further in."""
    starts = Counter(round(row.left) for row in rows)
    near = {x: sum(starts.get(x + step, 0) for step in (-1, 0, 1)) for x in starts}
    usual = max(near, key=lambda x: (near[x], -x))
    right = _right(rows)
    for x in sorted(near):
        if INDENT[0] * size <= usual - x <= INDENT[1] * size and _go_on(rows, x, size, right):
            usual = x
            break
    return min((row.left for row in rows if abs(row.left - usual) <= SAME), default=float(usual))


def _go_on(rows: Sequence[Row], place: float, size: float, right: float) -> bool:
    """Tell whether lines that begin at a place stand below full ones."""
    above = [upper for upper, lower in pairwise(rows) if abs(lower.left - place) <= SAME]
    full = sum(upper.right >= right - SLACK * size for upper in above)
    return bool(above) and full >= GO_ON * len(above)
