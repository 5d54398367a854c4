from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.interval import Interval, total

D = Decimal
NUMBERS = st.decimals(-500, 500, places=1, allow_nan=False)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted([draw(NUMBERS), draw(NUMBERS)])
    if low == high:
        return Interval.point(low)
    return Interval(
        draw(st.sampled_from([low, None])),
        draw(st.sampled_from([high, None])),
        draw(st.booleans()),
        draw(st.booleans()),
    )


@st.composite
def members(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """Return an interval and a value inside."""
    interval = draw(intervals())
    low = interval.low if interval.low is not None else D(-900)
    high = interval.high if interval.high is not None else D(900)
    value = low + (high - low) * draw(st.sampled_from([D("0.25"), D("0.5"), D("0.9")]))
    return interval, value


@pytest.mark.parametrize(
    ("interval", "inside", "outside"),
    [
        pytest.param(Interval.point(D(28)), ["28"], ["27.9", "28.1"], id="count"),
        pytest.param(
            Interval.rounded(D("3.2"), D("0.1")), ["3.15", "3.25"], ["3.149", "3.26"], id="rounded"
        ),
        pytest.param(
            Interval.truncated(D("3.2"), D("0.1")), ["3.2", "3.29"], ["3.3", "3.19"], id="cut-off"
        ),
        pytest.param(
            Interval.truncated(D("-3.2"), D("0.1")), ["-3.2", "-3.29"], ["-3.3", "-3.19"], id="neg"
        ),
        pytest.param(Interval(D(120), None, low_closed=False), ["121"], ["120"], id="超过120"),
        pytest.param(Interval(None, D(7)), ["-9", "7"], ["8"], id="7以下"),
    ],
)
def test_holds(interval: Interval, inside: list[str], outside: list[str]) -> None:
    assert [value for value in inside if not interval.holds(D(value))] == []
    assert [value for value in outside if interval.holds(D(value))] == []


@pytest.mark.parametrize(
    ("interval", "point", "bounded"),
    [
        pytest.param(Interval.point(D(5)), True, True, id="point"),
        pytest.param(Interval(D(5), D(6)), False, True, id="range"),
        pytest.param(Interval(D(5), None), False, False, id="no-top"),
        pytest.param(Interval(None, None), False, False, id="anything"),
    ],
)
def test_shape(interval: Interval, point: bool, bounded: bool) -> None:
    assert (interval.is_point, interval.is_bounded) == (point, bounded)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        pytest.param(Interval(D(1), D(3)), Interval(D(3), D(5)), True, id="touching-closed"),
        pytest.param(
            Interval(D(1), D(3), high_closed=False),
            Interval(D(3), D(5)),
            False,
            id="touching-open",
        ),
        pytest.param(Interval(D(1), D(3)), Interval(D(4), D(5)), False, id="apart"),
        pytest.param(Interval(D(1), None), Interval(None, D(2)), True, id="unbounded"),
    ],
)
def test_meets(one: Interval, other: Interval, meet: bool) -> None:
    assert one.meets(other) is meet
    assert other.meets(one) is meet


@pytest.mark.parametrize(
    ("part", "whole", "quotient"),
    [
        pytest.param(
            Interval.point(D(188)), Interval.point(D(200)), ("0.94", "0.94"), id="points"
        ),
        pytest.param(Interval(D(10), D(20)), Interval(D(2), D(5)), ("2", "10"), id="ranges"),
        pytest.param(Interval(D(-10), D(20)), Interval(D(2), D(5)), ("-5", "10"), id="sign"),
        pytest.param(Interval(D(10), None), Interval(D(2), D(5)), ("2", None), id="no-top"),
        pytest.param(Interval(D(10), D(20)), Interval(D(2), None), ("0", "10"), id="no-bound"),
    ],
)
def test_quotient(
    part: Interval, whole: Interval, quotient: tuple[str | None, str | None]
) -> None:
    result = part / whole
    assert result is not None
    low, high = (None if end is None else D(end) for end in quotient)
    assert (result.low, result.high) == (low, high)


@pytest.mark.parametrize(
    "divisor",
    [Interval.point(D(0)), Interval(D(-1), D(1)), Interval(None, D(3)), Interval(D(-3), D(-1))],
    ids=["zero", "around-zero", "no-bottom", "negative"],
)
def test_no_quotient(divisor: Interval) -> None:
    assert Interval.point(D(5)) / divisor is None


def test_the_empty_sum_is_zero() -> None:
    assert total([]) == Interval.point(D(0))


@given(st.lists(members(), max_size=6))
def test_a_sum_holds_the_sums_of_its_members(parts: list[tuple[Interval, Decimal]]) -> None:
    values = sum((value for _, value in parts), D(0))
    assert total(interval for interval, _ in parts).holds(values)


@given(members(), members())
def test_a_difference_holds_the_differences(
    one: tuple[Interval, Decimal], other: tuple[Interval, Decimal]
) -> None:
    assert (one[0] - other[0]).holds(one[1] - other[1])


@given(members(), NUMBERS)
def test_a_multiple_holds_the_multiples(part: tuple[Interval, Decimal], factor: Decimal) -> None:
    assert part[0].scaled(factor).holds(part[1] * factor)


@given(members(), members())
def test_a_quotient_holds_the_quotients(
    part: tuple[Interval, Decimal], whole: tuple[Interval, Decimal]
) -> None:
    quotient = part[0] / whole[0]
    if quotient is not None:
        # The last digit of a division is rounded, so the value is held loosely.
        nearby = Interval.rounded(part[1] / whole[1], D("1e-18"))
        assert quotient.meets(nearby)


@given(intervals(), intervals())
def test_below_and_meets_exclude_each_other(one: Interval, other: Interval) -> None:
    assert one.meets(other) != (one.below(other) or other.below(one))


@given(NUMBERS, st.sampled_from([D("0.1"), D(1), D(10)]))
def test_rounding_and_cutting_off_hold_what_is_printed(value: Decimal, place: Decimal) -> None:
    assert Interval.rounded(value, place).holds(value)
    assert Interval.truncated(value, place).holds(value)
