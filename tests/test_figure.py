"""One figure: what the characters around it change."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportparse.figure import Figure, doubled, hedged, in_tenths, signed
from reportparse.interval import Interval
from reportparse.magnitude import Number


def figure(unit: str, value: str, at: int, end: int) -> Figure:
    """Build the bare figure of a text."""
    point = Interval.point(Decimal(value))
    return Figure(
        at, end, at, end - len(unit), Decimal(value), point, "exact", Decimal(1), unit, unit
    )


def test_hedges_on_both_sides_reach_the_figure() -> None:
    text = "至少5次以上"
    number = Number(2, 3, 3, Decimal(5), Decimal(1))
    wide = hedged(text, figure("次", "5", 2, 4), number, duration=False)
    assert (wide.at, wide.end, wide.hedge, wide.interval) == (
        0,
        6,
        "at_least",
        Interval(Decimal(5), None),
    )


def test_tenths() -> None:
    seven = in_tenths(figure("成", "7", 0, 2))
    assert (seven.value, seven.unit) == (70, "%")


@pytest.mark.parametrize(("text", "value"), [("翻两番", 4), ("翻了1番", 2)])
def test_doubling(text: str, value: int) -> None:
    at = len(text) - 2
    got = doubled(text, figure("番", "2" if value == 4 else "1", at, len(text)))
    assert got is not None
    assert (got.at, got.value, got.unit) == (0, value, "倍")


@pytest.mark.parametrize(
    ("text", "value"), [("为-3%", -3), ("减负3%", 3), ("环比-3%", -3), ("（负3%", -3)]
)
def test_sign(text: str, value: int) -> None:
    at = text.index("3")
    assert signed(text, figure("%", "3", at, at + 2)).value == value
