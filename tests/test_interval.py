"""Intervals hold what they should, and arithmetic on them is sound."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.interval import Interval, total


def interval(text: str) -> Interval:
    """Read "[1, 2)"; an end left out is unbounded."""
    low, high = (part.strip() for part in text[1:-1].split(","))
    return Interval(
        Decimal(low) if low else None,
        Decimal(high) if high else None,
        text[0] == "[",
        text[-1] == "]",
    )


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("[1, 3]", "[3, 5]", True),
        ("[1, 3)", "[3, 5]", False),
        ("[1, 3]", "(3, 5]", False),
        ("[1, 3]", "[4, 5]", False),
        ("[1, ]", "[400, 500]", True),
        ("[, 3]", "[4, ]", False),
        ("[1, 9]", "[4, 5]", True),
    ],
)
def test_meets(one: str, other: str, meet: bool) -> None:
    assert interval(one).meets(interval(other)) is meet
    assert interval(other).meets(interval(one)) is meet


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(Interval.rounded(Decimal("94.9"), Decimal("0.1")), "[94.85, 94.95]", id="r"),
        pytest.param(Interval.truncated(Decimal("94.9"), Decimal("0.1")), "[94.9, 95.0)", id="t"),
        pytest.param(Interval.truncated(Decimal(-3), Decimal(1)), "(-4, -3]", id="t-negative"),
        pytest.param(Interval.point(Decimal(28)), "[28, 28]", id="point"),
    ],
)
def test_made_from_a_figure(made: Interval, expected: str) -> None:
    assert made == interval(expected)


@pytest.mark.parametrize(
    ("one", "sign", "other", "expected"),
    [
        ("[1, 2]", "+", "[3, 4)", "[4, 6)"),
        ("[1, ]", "+", "[3, 4]", "[4, ]"),
        ("[1, 2]", "-", "[3, 4)", "(-3, -1]"),
        ("[10, 20]", "/", "[2, 5]", "[2, 10]"),
        ("[10, 20)", "/", "[2, 5)", "(2, 10)"),
        ("[10, ]", "/", "[2, 5]", "[2, ]"),
        ("[10, 20]", "/", "[2, ]", "(0, 10]"),
        ("[-10, 20]", "/", "[2, 5]", "[-5, 10]"),
        ("[10, 20]", "/", "(0, 5]", "[2, )"),
    ],
)
def test_arithmetic(one: str, sign: str, other: str, expected: str) -> None:
    left, right = interval(one), interval(other)
    result = {"+": left.__add__, "-": left.__sub__, "/": left.__truediv__}[sign](right)
    assert result == interval(expected)


@pytest.mark.parametrize("divisor", ["[0, 5]", "[-1, 5]", "[, 5]"])
def test_no_quotient_by_what_may_be_zero(divisor: str) -> None:
    assert interval("[1, 2]") / interval(divisor) is None


@pytest.mark.parametrize(
    ("factor", "expected"), [("100", "[100, 200)"), ("-1", "(-2, -1]")], ids=["up", "turned"]
)
def test_scaled(factor: str, expected: str) -> None:
    assert interval("[1, 2)").scaled(Decimal(factor)) == interval(expected)


def test_what_is_known_of_the_ends() -> None:
    assert interval("[3, 3]").is_point
    assert not interval("[3, 4]").is_point
    assert interval("[3, 4]").is_bounded
    assert not interval("[3, ]").is_bounded


def test_total() -> None:
    parts = [Interval.point(Decimal(value)) for value in (28, 20, 21)]
    assert total(parts) == interval("[69, 69]")
    assert total([]) == interval("[0, 0]")


values = st.integers(-50, 50).map(Decimal)


@st.composite
def intervals_with_a_value(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    low, value, high = sorted(draw(st.tuples(values, values, values)))
    return Interval(low, high), value


@given(intervals_with_a_value(), intervals_with_a_value())
def test_arithmetic_on_values_stays_inside(
    one: tuple[Interval, Decimal], other: tuple[Interval, Decimal]
) -> None:
    (left, first), (right, second) = one, other
    assert (left + right).holds(first + second)
    assert (left - right).holds(first - second)
    quotient = left / right
    assert quotient is None or quotient.holds(first / second)
