from __future__ import annotations

from decimal import Decimal

import pytest
from evaluation.arithmetic import parse_formula


def figure(value, kind="count", place=1):
    return {"low": value, "high": value, "kind": kind}, Decimal(str(place))


HOLD = {
    "sum": ("sum: a = b + c", [figure(69), figure(49), figure(20)]),
    "rounded rate": (
        "rate: r = a / b",
        [figure(94.9, "percent", 0.1), figure(188), figure(198)],
    ),
    "truncated rate": (
        "rate: r = a / b",
        [figure(94.9, "percent", 0.1), figure(1899), figure(2000)],
    ),
    "fall": (
        "growth: g = now / was",
        [figure(12.0, "growth", 0.1), figure(264), figure(300)],
    ),
    "growth by its rise": (
        "growthd: g = now / rise",
        [figure(20, "growth"), figure(138), figure(23)],
    ),
    "balance": (
        "balance: a + b = c + d",
        [figure(138), figure(5), figure(139), figure(4)],
    ),
    "part": ("part: b <= a", [figure(5), figure(5)]),
    "shares": ("whole: a + b", [figure(40.6, "percent", 0.1), figure(59.4, "percent", 0.1)]),
}
FAIL = {
    "sum": ("sum: a = b + c", [figure(70), figure(49), figure(20)]),
    "rate": ("rate: r = a / b", [figure(95.9, "percent", 0.1), figure(188), figure(198)]),
    "part": ("part: b <= a", [figure(6), figure(5)]),
    "shares": ("whole: a + b", [figure(41.6, "percent", 0.1), figure(59.4, "percent", 0.1)]),
    "restated": ("restated: a = b", [figure(48), figure(46)]),
}


@pytest.mark.parametrize(("line", "figures"), HOLD.values(), ids=HOLD)
def test_what_agrees_holds(line, figures):
    assert parse_formula(line).holds(figures)


@pytest.mark.parametrize(("line", "figures"), FAIL.values(), ids=FAIL)
def test_what_does_not_agree_fails(line, figures):
    assert not parse_formula(line).holds(figures)


def test_flags_say_what_is_expected():
    formula = parse_formula("?!sum: a = b + c")
    assert (formula.optional, formula.expected) == (True, False)
