"""What is drawn on a page, in any format: how it is moved there, and the rules it makes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from reportparse.reading.lattice import Rule

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
UNMOVED: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

#: A line no thicker than this is a rule, none is shorter than that, and a side that leans no more
#: is level or upright.
THIN: Final = 3.0
SHORT: Final = 5.0
STRAIGHT: Final = 1.0


def moved(point: Point, matrix: Matrix) -> Point:
    """Return where a matrix moves a point."""
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return what moves as `inner` and then as `outer`."""
    a, b, c, d, *_ = outer
    return (
        inner[0] * a + inner[1] * c,
        inner[0] * b + inner[1] * d,
        inner[2] * a + inner[3] * c,
        inner[2] * b + inner[3] * d,
        *moved((inner[4], inner[5]), outer),
    )


def angle_of(matrix: Matrix) -> float:
    """Return how far (in radians, clockwise) a matrix turns what is written level."""
    return math.atan2(matrix[1], matrix[0])


def rules_around(outline: Sequence[Point], *, stroked: bool) -> Iterator[Rule]:
    """Yield the rules that an outline draws: a thin bar is one, else each of its sides is."""
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    if min(right - left, bottom - top) <= THIN:
        yield from _bar(left, top, right, bottom)
    elif stroked:
        yield from _sides(outline)


def _sides(outline: Sequence[Point]) -> Iterator[Rule]:
    """Yield the level and the upright sides of an outline."""
    for (x, y), (next_x, next_y) in pairwise(outline):
        if min(abs(next_y - y), abs(next_x - x)) <= STRAIGHT:
            yield from _bar(min(x, next_x), min(y, next_y), max(x, next_x), max(y, next_y))


def _bar(left: float, top: float, right: float, bottom: float) -> Iterator[Rule]:
    """Take a thin bar or a single line for a rule."""
    if right - left >= max(bottom - top, SHORT):
        middle = (top + bottom) / 2
        yield Rule(left, middle, right, middle)
    elif bottom - top >= SHORT:
        middle = (left + right) / 2
        yield Rule(middle, top, middle, bottom)
