"""One figure: what the characters around it change."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportparse.figure import Figure, doubled, is_negative, wording
from reportparse.interval import Interval
from reportparse.magnitude import Number

FIVE = Number(2, 3, 3, Decimal(5), Decimal(1))


@pytest.mark.parametrize(
    ("text", "span", "hedge", "low", "high"),
    [
        ("至少5次以上", (2, 4), "at_least", 5, None),
        ("不足5次", (2, 4), "less", None, 5),
        ("共计5次", (2, 4), "exact", 5, 5),
        ("控制5次以内", (2, 4), "at_most", None, 5),
    ],
)
def test_hedges_around(
    text: str, span: tuple[int, int], hedge: str, low: int | None, high: int | None
) -> None:
    words = wording(text, span, FIVE.value, FIVE)
    assert (words.hedge, words.interval.low, words.interval.high) == (hedge, low, high)
    assert words.at <= span[0] < span[1] <= words.end


@pytest.mark.parametrize(
    ("text", "count", "value"), [("翻两番", 2, 4), ("翻了1番", 1, 2), ("翻三番", 3, 8)]
)
def test_doubling(text: str, count: int, value: int) -> None:
    at = len(text) - 2
    plain = Interval.point(Decimal(count))
    end = len(text)
    figure = Figure(at, end, at, end - 1, Decimal(count), plain, "exact", Decimal(1), "番", "番")
    got = doubled(text, figure)
    assert got is not None
    assert (got.at, got.value, got.unit) == (0, value, "倍")


@pytest.mark.parametrize(
    ("text", "unit", "negative"),
    [
        ("为-3%", "%", True),
        ("环比-3%", "%", True),
        ("（负3元", "元", True),
        ("减负3元", "元", False),
        ("歼-3架", "架", False),
    ],
)
def test_minus_sign(text: str, unit: str, negative: bool) -> None:
    assert is_negative(text, text.index("3"), unit) is negative
