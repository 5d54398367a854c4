"""The arithmetic of a finding, written out so that it can be redone by hand.

Figures of one working are shown in one magnitude: 3.2万 + 1.5万 = 4.7万.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from reportparse.claims import Claim
from reportparse.findings import Evidence, evidence
from reportparse.interval import Interval, total
from reportparse.relations import Relation
from reportparse.relations.kernel import WIDE, Stated, rounded, stated_by

#: Magnitudes that figures are shown in, the largest first.
MAGNITUDES: Final = (("亿", Decimal(100_000_000)), ("万", Decimal(10_000)))
ONE: Final = ("", Decimal(1))
#: Places of a rate in a working: one more than reports usually print.
PLACES: Final = Decimal("0.01")

Magnitude = tuple[str, Decimal]


def magnitude(claims: Sequence[Claim]) -> Magnitude:
    """Return the largest magnitude that every figure is printed with, or the largest but one.

    Figures without any are shown as they stand; mixed ones in 万.
    """
    used = [
        next((one for one in MAGNITUDES if one[0] in _numeral(claim)), ONE) for claim in claims
    ]
    if all(one is used[0] for one in used):
        return used[0]
    return MAGNITUDES[1]


def show(value: Decimal, unit: Magnitude = ONE) -> str:
    """Show a value in a magnitude, without exponent or idle zeros.

    >>> show(Decimal(32000), ("万", Decimal(10000)))
    '3.2万'
    """
    scaled = (value / unit[1]).normalize()
    return f"{scaled:f}{unit[0]}"


def percent(value: Decimal) -> str:
    """Show a rate to two places, without idle zeros.

    >>> percent(Decimal("94.9494"))
    '94.95%'
    """
    return f"{rounded(value, PLACES).normalize():f}%"


def addition(whole: Claim, parts: Sequence[Claim]) -> tuple[str, Decimal]:
    """Write the sum of parts beside their whole, and return it with the sum.

    Hedged parts count with the end that is nearest to agreeing.
    """
    unit = magnitude((whole, *parts))
    ends = [_stated(claim).read("printed") for claim in (whole, *parts)]
    over = not total(ends[1:]).below(ends[0])
    values = [_end(end, low=over) for end in ends[1:]]
    added = sum(values, Decimal(0))
    against = _end(ends[0], low=not over)
    terms = " + ".join(show(value, unit) for value in values)
    sign = "=" if added == against else "≠"
    left = f"{terms} = {show(added, unit)}" if len(values) > 1 else terms
    return f"{left} {sign} {show(against, unit)}", added


def nominal(claim: Claim) -> Decimal:
    """Return the printed value of a figure."""
    return _stated(claim).value


def members(relation: Relation) -> tuple[Evidence, ...]:
    """Return the figures of a relation as evidence."""
    return tuple(evidence(role, claim) for role, claim in relation.members)


def slips(figures: Iterable[Claim], gap: Decimal) -> tuple[str, ...]:
    """Name the figures that one slip of the pen would make right: "28 → 29", "72 → 27".

    `gap` is what must be added to a figure to mend the sum.
    """
    found: list[str] = []
    for claim in figures:
        value, place = nominal(claim), claim.quantity.precision
        meant = value + gap
        if is_slip(value, meant, place):
            unit = magnitude((claim,))
            found.append(f"{show(value, unit)} → {show(meant, unit)}")
    return tuple(found)


def is_slip(written: Decimal, meant: Decimal, place: Decimal) -> bool:
    """Tell whether one digit was mistaken, or two were swapped; `place` is that of the last.

    >>> is_slip(Decimal("7.2"), Decimal("2.7"), Decimal("0.1"))
    True
    """
    if meant < 0 or not place or WIDE.remainder(meant, place):
        return False
    one, other = str(int(written / place)), str(int(meant / place))
    if len(one) != len(other):
        return False
    places = [place for place in range(len(one)) if one[place] != other[place]]
    return len(places) == 1 or (len(places) == 2 and sorted(one) == sorted(other))


def _stated(claim: Claim) -> Stated:
    """Read a figure that a relation holds; such a figure always commits to something."""
    stated = stated_by(claim.quantity)
    return Stated(Decimal(0)) if stated is None else stated


def _end(interval: Interval, *, low: bool) -> Decimal:
    """Return one end of an interval, or the other where that one is open."""
    first, second = (interval.low, interval.high) if low else (interval.high, interval.low)
    return first if first is not None else second if second is not None else Decimal(0)


def _numeral(claim: Claim) -> str:
    return claim.quantity.text
