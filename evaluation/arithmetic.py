"""Checks the relations of an authored report, so that no gold says of a sum what is not so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

INFINITY = Decimal("Infinity")
HUNDRED = Decimal(100)
#: Units of which a figure is measured or computed, so that its last digit may be rounded.
MEASURED = frozenset({"percent", "growth", "points", "money", "area", "length", "weight",
                      "volume", "energy", "multiple"})  # fmt: skip
TYPES = ("sum", "part", "rate", "share", "growth", "growthd", "difference", "restated", "product",
         "balance", "whole", "outcome")  # fmt: skip
#: !sum: a = b + c · ?part: b <= a
LINE = re.compile(r"(?P<flags>[!?]*)(?P<type>[a-z]+):\s*(?P<text>.+)")

Ends = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Formula:
    """A relation of the source: `sum: a = b + c`, `rate: r = a / b`, `growth: g = now / was`.

    `growthd: g = now / rise` has the rise in place of the base; `balance: a + b = c + d`;
    `whole: a + b` are shares that make up a hundred; `outcome: r = a / b` is the rate of one
    of two outcomes, a of a + b.
    """

    type: str
    text: str
    #: Names in the order of the formula; the stated one first.
    names: list[str]
    #: What the source says; `!` before it: that it does not hold.
    expected: bool
    #: `?` before it: that a reader need not see it.
    optional: bool

    def holds(self, members: Sequence[tuple[Mapping[str, Any], Decimal]]) -> bool:
        """Whether the figures agree, rounding and hedges allowed for."""
        ends = [printed(row, place) for row, place in members]
        if self.type == "balance":
            left = len(re.findall(r"[a-z]\w*", self.text.partition("=")[0]))
            return _meet(_added(ends[:left]), _added(ends[left:]))
        if self.type == "whole":
            return _meet((HUNDRED, HUNDRED), _added(ends))
        if self.type == "part":
            *parts, whole = ends
            return _added(parts)[0] <= whole[1]
        first, rest = ends[0], ends[1:]
        return _meet(first, _computed(self, rest))


def parse_formula(line: str) -> Formula:
    """Read a line of the source's relations.

    >>> parse_formula("!sum: a = b + c").names
    ['a', 'b', 'c']
    """
    found = LINE.fullmatch(line.strip())
    if found is None or found["type"] not in TYPES:
        raise ValueError(f"not a relation: {line}")
    names = re.findall(r"[a-z]\w*", found["text"])
    flags = found["flags"]
    return Formula(found["type"], found["text"], names, "!" not in flags, "?" in flags)


def printed(row: Mapping[str, Any], place: Decimal) -> Ends:
    """Return the true values that print as this figure, rounded or cut off."""
    low, high = row["low"], row["high"]
    if low is None or high is None or low != high:
        return (
            -INFINITY if low is None else Decimal(str(low)),
            INFINITY if high is None else Decimal(str(high)),
        )
    value = Decimal(str(low))
    # Persons a household and cases a judge are means: their decimals are rounded.
    if row["kind"] in MEASURED or place != 1:
        return value - place / 2, value + place
    return value, value


def _computed(formula: Formula, parts: list[Ends]) -> Ends:
    if formula.type == "sum":
        return _added(parts)
    if formula.type == "difference":
        return parts[0][0] - parts[1][1], parts[0][1] - parts[1][0]
    if formula.type in ("rate", "share"):
        return _quotient(parts, Decimal(100))
    if formula.type == "outcome":
        (low, high), (least, most) = parts
        return low * 100 / (low + most), high * 100 / (high + least)
    if formula.type == "growth":
        low, high = _quotient(parts, Decimal(100))
        # A fall is written without its sign: 下降3.5%.
        return (low - 100, high - 100) if high >= 100 else (100 - high, 100 - low)
    if formula.type == "growthd":
        return _from_rise(*parts)
    if formula.type == "product":
        return parts[0][0] * parts[1][0], parts[0][1] * parts[1][1]
    return parts[0]


def _from_rise(now: Ends, rise: Ends) -> Ends:
    """Return the growth that a rise makes, or the fall: which of both, the words say."""
    growth = rise[0] * 100 / (now[1] - rise[0]), rise[1] * 100 / (now[0] - rise[1])
    fall = rise[0] * 100 / (now[1] + rise[0]), rise[1] * 100 / (now[0] + rise[1])
    return min(growth[0], fall[0]), max(growth[1], fall[1])


def _added(parts: list[Ends]) -> Ends:
    return sum((low for low, _ in parts), Decimal(0)), sum((high for _, high in parts), Decimal(0))


def _quotient(parts: list[Ends], times: Decimal) -> Ends:
    """Return part / whole; several parts are added first: `r = a + b / c`."""
    *added, (low, high) = parts
    above = _added(added)
    return above[0] * times / high, above[1] * times / low


def _meet(one: Ends, other: Ends) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1])
