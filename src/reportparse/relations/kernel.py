"""The arithmetic of relations: stated figures as intervals, and the verdict on a formula.

A printed figure may have been rounded or cut off, and nobody says which; but one report is
written by one hand, so one mode must fit a whole relation. Three are tried, strictest first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Final, Literal

from reportparse.interval import ZERO, Interval, total
from reportparse.numerals import lowest_place
from reportparse.quantity import Quantity

Verdict = Literal["holds", "rounded", "truncated", "fails", "untestable"]
#: Verdicts of relations whose figures agree.
AGREEING: Final[frozenset[Verdict]] = frozenset({"holds", "rounded", "truncated"})
Mode = Literal["printed", "rounded", "truncated"]
#: From the readings of a formula's inputs to what it makes of them; `None` if it has no value.
Work = Callable[[Sequence[Interval]], Interval | None]

ONE: Final = Interval.point(Decimal(1))
HUNDRED: Final = Decimal(100)
#: Holds every digit of the longest figure beside the smallest place: the usual 28 may not.
WIDE: Final = Context(prec=200)
#: Share of a figure that 约 and 左右 leave open: "约2000人" allows 1900 to 2100.
ABOUT: Final = Decimal("0.05")

#: How a figure that is nearly reached begins: "近99%".
NEARLY: Final = "近"

#: How inputs are read, how the stated figure is read, and what a fit is then called.
ATTEMPTS: Final[tuple[tuple[Mode, Mode, Verdict], ...]] = (
    ("printed", "rounded", "holds"),
    ("rounded", "rounded", "rounded"),
    ("truncated", "truncated", "truncated"),
)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a figure states: printed value, place of the last digit, what its words leave open."""

    value: Decimal
    #: Place of the last printed digit; 0 for a count, which is printed in full.
    place: Decimal = ZERO
    #: What 余, 近, 约, 以上 or a range leave open; `None` for a figure stated plainly.
    hedged: Interval | None = None

    def read(self, mode: Mode) -> Interval:
        """Return the true values that this figure may stand for.

        >>> Stated(Decimal("92.7"), Decimal("0.1")).read("truncated")
        Interval(low=Decimal('92.7'), high=Decimal('92.8'), low_closed=True, high_closed=False)
        """
        if self.hedged is not None:
            return self.hedged
        if mode == "printed" or not self.place:
            return Interval.point(self.value)
        if mode == "rounded":
            return Interval.rounded(self.value, self.place)
        return Interval.truncated(self.value, self.place)


def stated_by(quantity: Quantity) -> Stated | None:
    """Return what the kernel needs of a quantity; `None` if it commits to no value at all."""
    value = quantity.value
    if value is None:
        ends = [end for end in (quantity.interval.low, quantity.interval.high) if end is not None]
        return Stated(ends[0], hedged=quantity.interval) if ends else None
    if quantity.hedge == "about":
        return Stated(value, hedged=_about(value))
    if quantity.hedge == "less" and quantity.text.startswith(NEARLY):
        return Stated(value, hedged=_nearly(quantity, value))
    if quantity.hedge != "exact":
        # Who counted 800 may well write 800余: the ends belong to what the words allow.
        return Stated(value, hedged=Interval(quantity.interval.low, quantity.interval.high))
    return Stated(value, ZERO if _is_counted(quantity) else quantity.precision)


def _is_counted(quantity: Quantity) -> bool:
    """Tell a figure that is printed in full: a count of things, or of days."""
    return quantity.precision == 1 and (quantity.kind == "count" or quantity.unit == "天")


def _nearly(quantity: Quantity, value: Decimal) -> Interval:
    """Return what 近 leaves open: one step of the last digit, or a twentieth."""
    low = quantity.interval.low
    if low is None:
        low = value - max(quantity.precision, abs(value) * ABOUT)
    return Interval(low, quantity.interval.high)


def judge(stated: Stated, inputs: Sequence[Stated], work: Work) -> Verdict:
    """Tell whether `work` on the inputs gives the stated figure, and in which mode."""
    for reading, printing, verdict in ATTEMPTS:
        computed = work([one.read(reading) for one in inputs])
        if computed is None:
            return "untestable"
        if computed.meets(stated.read(printing)):
            return verdict
        if not (stated.place or any(one.place for one in inputs)):
            # Counts read alike in every mode.
            break
    return "fails"


def judge_sums(stated: Stated, parts: Sequence[Stated]) -> Iterator[Verdict]:
    """Yield the verdicts on the sums of the first one, two, three … parts, as `judge` does.

    Parts of a whole are not below zero: sums above it in every reading end the tries.
    """
    wholes = [stated.read(printing) for _, printing, _ in ATTEMPTS]
    sums = [Interval.point(ZERO)] * len(ATTEMPTS)
    rising = all(part.value >= 0 for part in parts)
    for part in parts:
        sums = [
            before + part.read(reading)
            for before, (reading, _, _) in zip(sums, ATTEMPTS, strict=True)
        ]
        fits = [one.meets(whole) for one, whole in zip(sums, wholes, strict=True)]
        yield ATTEMPTS[fits.index(True)][2] if any(fits) else "fails"
        if rising and all(map(Interval.below, wholes, sums)):
            return


def judge_equal(left: Sequence[Stated], right: Sequence[Stated]) -> Verdict:
    """Tell whether two sums agree."""
    for reading, _, verdict in ATTEMPTS:
        sums = [total(one.read(reading) for one in side) for side in (left, right)]
        if sums[0].meets(sums[1]):
            return verdict
    return "fails"


def judge_within(whole: Stated, parts: Sequence[Stated]) -> Verdict:
    """Tell whether the parts together leave room in the whole."""
    for reading, printing, verdict in ATTEMPTS:
        added = total(part.read(reading) for part in parts)
        if not whole.read(printing).below(added):
            return verdict
    return "fails"


def exceeds(part: Stated, whole: Stated) -> bool:
    """Tell whether a figure is above another in every reading."""
    if part.hedged is None and whole.hedged is None:
        return part.value - part.place > whole.value + whole.place
    return judge_within(whole, (part,)) == "fails"


def added(readings: Sequence[Interval]) -> Interval:
    """Add all: whole = part + part + …."""
    return total(readings)


def quotient(readings: Sequence[Interval]) -> Interval | None:
    """Divide the first by the second: rate = part / whole."""
    part, whole = readings
    return part / whole


def pooled(numerators: int) -> Work:
    """Divide the sum of the first `numerators` by the sum of the rest."""

    def divide(readings: Sequence[Interval]) -> Interval | None:
        return total(readings[:numerators]) / total(readings[numerators:])

    return divide


def times(work: Work, factor: Decimal) -> Work:
    """Multiply what `work` gives: a percentage is a quotient times 100."""

    def multiply(readings: Sequence[Interval]) -> Interval | None:
        computed = work(readings)
        return None if computed is None else computed.scaled(factor)

    return multiply


def share_of_both(readings: Sequence[Interval]) -> Interval | None:
    """Divide the first by the sum of the two: a / (a + b).

    Written 1 / (1 + b/a), in which each figure stands once; else its interval counts twice.
    """
    one, other = readings
    if one.holds(ZERO):
        return one / (one + other)
    ratio = other / one
    return None if ratio is None else ONE / (ONE + ratio)


def growth(readings: Sequence[Interval]) -> Interval | None:
    """Compare the first with the second: now / before - 1."""
    ratio = quotient(readings)
    return None if ratio is None else ratio - ONE


def growth_by(readings: Sequence[Interval]) -> Interval | None:
    """Compare a level with what it rose by: rise / (now - rise)."""
    now, rise = readings
    return rise / (now - rise)


def difference(readings: Sequence[Interval]) -> Interval:
    """Subtract the second from the first."""
    first, second = readings
    return first - second


def at_print(inputs: Sequence[Stated], work: Work) -> Decimal | None:
    """Return what `work` gives on the values as printed, for the working of a message."""
    computed = work([Interval.point(one.value) for one in inputs])
    return None if computed is None else computed.low


def rounded(value: Decimal, place: Decimal) -> Decimal:
    """Round to a place, however many digits are left of it.

    >>> rounded(Decimal("94.949"), Decimal("0.1"))
    Decimal('94.9')
    """
    return WIDE.quantize(value, place)


def _about(value: Decimal) -> Interval:
    """Return what 约 allows: half the place of the last digit that is not 0, or 5 %."""
    place = lowest_place(value) if value else ZERO
    slack = max(place / 2, abs(value) * ABOUT)
    return Interval(value - slack, value + slack)
