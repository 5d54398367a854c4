"""Interval arithmetic on `Decimal`: what a printed figure commits its writer to.

A figure in a report stands for every true value that would be printed so. Ends are open or
closed; an end of `None` is unbounded. No float ever takes part.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """A set of values between two ends.

    >>> Interval.point(Decimal(28)) + Interval.point(Decimal(20))
    Interval(low=Decimal('48'), high=Decimal('48'), low_closed=True, high_closed=True)
    """

    #: Lower end, `None` when unbounded.
    low: Decimal | None
    #: Upper end, `None` when unbounded.
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        """Return the interval that holds one value."""
        return cls(value, value)

    @classmethod
    def rounded(cls, value: Decimal, place: Decimal) -> Interval:
        """Return the values that print as `value` when rounded to `place`."""
        half = place / 2
        return cls(value - half, value + half)

    @classmethod
    def truncated(cls, value: Decimal, place: Decimal) -> Interval:
        """Return the values that print as `value` when cut off at `place`."""
        if value < 0:
            return cls(value - place, value, low_closed=False)
        return cls(value, value + place, high_closed=False)

    @property
    def is_point(self) -> bool:
        """Whether exactly one value lies inside."""
        return self.low is not None and self.low == self.high

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are known."""
        return self.low is not None and self.high is not None

    def holds(self, value: Decimal) -> bool:
        """Tell whether `value` lies inside."""
        low, high = self.low, self.high
        return (low is None or low < value or (self.low_closed and low == value)) and (
            high is None or value < high or (self.high_closed and high == value)
        )

    def meets(self, other: Interval) -> bool:
        """Tell whether the two share a value."""
        return not (self.below(other) or other.below(self))

    def below(self, other: Interval) -> bool:
        """Tell whether every value inside is less than every value of `other`."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return not (self.high_closed and other.low_closed)
        return self.high < other.low

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __neg__(self) -> Interval:
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_closed,
            self.low_closed,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scaled(self, factor: Decimal) -> Interval:
        """Multiply by a number."""
        if factor == 0:
            return Interval.point(ZERO)
        if factor < 0:
            return (-self).scaled(-factor)
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_closed,
            self.high_closed,
        )

    def __truediv__(self, other: Interval) -> Interval | None:
        """Divide; `None` when the divisor may be zero or negative.

        Denominators in reports are counts and amounts; one that can be zero has no quotient
        to hold anybody to.
        """
        if other.low is None or other.low < 0 or other.holds(ZERO):
            return None
        low, low_closed = _quotient(self.low, self.low_closed, other, lower=True)
        high, high_closed = _quotient(self.high, self.high_closed, other, lower=False)
        return Interval(low, high, low_closed, high_closed)


def total(intervals: Iterable[Interval]) -> Interval:
    """Add intervals up; the empty sum is zero."""
    low: Decimal | None = ZERO
    high: Decimal | None = ZERO
    low_closed = high_closed = True
    for one in intervals:
        low = None if low is None or one.low is None else low + one.low
        high = None if high is None or one.high is None else high + one.high
        low_closed, high_closed = low_closed and one.low_closed, high_closed and one.high_closed
    return Interval(low, high, low_closed, high_closed)


def _quotient(
    end: Decimal | None, closed: bool, divisor: Interval, *, lower: bool
) -> tuple[Decimal | None, bool]:
    """Return one end of a quotient: the divisor's end that pulls it furthest out."""
    if end is None:
        return None, closed
    wide = (end >= 0) == lower
    by, by_closed = (
        (divisor.high, divisor.high_closed) if wide else (divisor.low, divisor.low_closed)
    )
    if by is None:
        return ZERO, False
    if by == 0:
        return None, False
    return end / by, closed and by_closed
