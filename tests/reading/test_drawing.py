from __future__ import annotations

import math

import pytest

from reportparse.reading.drawing import UNMOVED, Matrix, angle_of, moved, rules_around, times


@pytest.mark.parametrize(
    ("first", "second", "point"),
    [
        (UNMOVED, UNMOVED, (1.0, 2.0)),
        ((3, 0, 0, 3, 0, 0), (2, 0, 0, 2, 0, 0), (6.0, 12.0)),
        ((1, 0, 0, 1, 5, 6), (0, 1, -1, 0, 0, 0), (-8.0, 6.0)),
        ((0, 1, -1, 0, 0, 0), (1, 0, 0, 1, 5, 6), (3.0, 7.0)),
    ],
    ids=["unmoved", "scaled", "moved-turned", "turned-moved"],
)
def test_one_matrix_after_the_other(
    first: Matrix, second: Matrix, point: tuple[float, float]
) -> None:
    assert moved((1, 2), times(first, second)) == pytest.approx(point)
    assert moved(moved((1, 2), first), second) == pytest.approx(point)


@pytest.mark.parametrize(
    ("matrix", "quarters"), [((1, 0, 0, 1), 0), ((0, 1, -1, 0), 1), ((0, -2, 2, 0), -1)]
)
def test_angle(matrix: tuple[float, float, float, float], quarters: int) -> None:
    assert angle_of((*matrix, 0, 0)) == pytest.approx(quarters * math.pi / 2)


@pytest.mark.parametrize(
    ("outline", "stroked", "rules"),
    [
        ([(0, 9), (50, 9)], True, {(0, 9, 50, 9)}),
        ([(9, 50), (9, 0)], True, {(9, 0, 9, 50)}),
        ([(0, 0), (50, 0), (50, 2), (0, 2), (0, 0)], False, {(0, 1, 50, 1)}),
        ([(0, 0), (50, 0), (50, 30)], True, {(0, 0, 50, 0), (50, 0, 50, 30)}),
        ([(0, 0), (50, 0.8), (60, 40)], True, {(0, 0.4, 50, 0.4)}),
        ([(0, 0), (50, 0), (50, 30)], False, set()),
        ([(0, 0), (4, 0)], True, set()),
        ([(0, 0), (40, 60)], True, set()),
    ],
    ids=["level", "upright", "bar", "corner", "leaning", "filled", "short", "slanted"],
)
def test_rules(
    outline: list[tuple[float, float]], stroked: bool, rules: set[tuple[float, ...]]
) -> None:
    found = rules_around(outline, stroked=stroked)
    assert {(rule.left, rule.top, rule.right, rule.bottom) for rule in found} == rules
