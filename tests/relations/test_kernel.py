from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

import pytest

from reportparse.interval import Interval
from reportparse.quantity import Quantity
from reportparse.relations import kernel
from reportparse.relations.kernel import Stated
from reportparse.span import Span


def printed(text: str) -> Stated:
    """Read "38", "85.72m" (measured), "40.1%" or "2500/3" as a figure of a case."""
    measured = text[-1] in "m%"
    number = text.rstrip("m%").replace(",", "")
    if "/" in number:
        exact = Fraction(number)
        return Stated(Decimal(exact.numerator) / Decimal(exact.denominator))
    value = Decimal(number)
    return Stated(
        value, Decimal(1).scaleb(int(value.as_tuple().exponent)) if measured else Decimal()
    )


def verdict(op: str, args: list[str]) -> str:
    """Judge one case by the operation that it names."""
    figures = [printed(arg) for arg in args]
    hundred = kernel.HUNDRED
    last = figures[-1]
    rates = {
        "rate": kernel.quotient,
        "growth": kernel.growth,
        "growthd": kernel.growth_by,
        "ratepart": kernel.share_of_both,
    }
    if op in rates:
        return kernel.judge(last, figures[:-1], kernel.times(rates[op], hundred))
    if op == "sum":
        return kernel.judge(figures[0], figures[1:], kernel.added)
    if op == "le":
        each = [kernel.judge_within(figures[0], [part]) for part in figures[1:]]
        return max(each, key=lambda found: found == "fails")
    if op == "sumeq":
        first = int(args[0])
        return kernel.judge_equal(figures[1 : first + 1], figures[first + 1 :])
    if op == "ratio":
        return kernel.judge(last, figures[:2], kernel.times(kernel.quotient, figures[2].value))
    assert op == "ratesum"
    work = kernel.times(kernel.pooled(int(args[1])), hundred)
    return kernel.judge(figures[0], figures[2:], work)


OWN = [
    ("sum", "holds", ["46", "19", "27"]),
    ("sum", "fails", ["46", "19", "28"]),
    ("sum", "fails", ["46", "19", "26"]),
    ("sum", "holds", ["7.3m", "2.1m", "5.2m"]),
    ("sum", "rounded", ["7.4m", "2.1m", "5.2m"]),
    ("sum", "truncated", ["9.6m", "2.1m", "5.2m", "1.1m", "0.9m"]),
    ("sum", "fails", ["7.6m", "2.1m", "5.2m"]),
    ("sum", "holds", ["0", "0", "0"]),
    ("rate", "holds", ["31", "37", "83.8%"]),
    ("rate", "truncated", ["31", "37", "83.7%"]),
    ("rate", "fails", ["31", "37", "83.6%"]),
    ("rate", "fails", ["31", "37", "84.8%"]),
    ("rate", "untestable", ["31", "0", "84.8%"]),
    ("rate", "rounded", ["4.16m", "5.27m", "79.0%"]),
    ("growth", "holds", ["63", "45", "40%"]),
    ("growth", "holds", ["45", "63", "-28.6%"]),
    ("growth", "truncated", ["45", "63", "-28.5%"]),
    ("growth", "fails", ["45", "63", "28.6%"]),
    ("growthd", "holds", ["63", "18", "40%"]),
    ("growthd", "fails", ["63", "18", "28.6%"]),
    ("ratepart", "holds", ["9", "31", "22.5%"]),
    ("ratepart", "holds", ["0", "31", "0%"]),
    ("le", "holds", ["52", "30", "22"]),
    ("le", "fails", ["52", "30", "53"]),
    ("sumeq", "holds", ["2", "14", "90", "88", "16"]),
    ("sumeq", "fails", ["2", "14", "90", "88", "17"]),
    ("ratio", "holds", ["860m", "43", "1", "20.0m"]),
    ("ratio", "fails", ["860m", "43", "10", "20.0m"]),
    ("ratesum", "holds", ["70%", "2", "30", "40", "100"]),
    ("ratesum", "fails", ["71%", "2", "30", "40", "100"]),
]


@pytest.mark.parametrize(("op", "expected", "args"), OWN)
def test_invented_case(op, expected, args):
    assert verdict(op, args) == expected


MODES = {
    "exact": "holds",
    "round-interval": "rounded",
    "truncation-only": "truncated",
    "none": "fails",
}


def test_every_collected_relation(shared):
    rows = (shared / "cases" / "relations.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(row) for row in rows]
    assert len(cases) == 141
    wrong = [
        (case["id"], found)
        for case in cases
        if (found := verdict(case["op"], case["args"])) != MODES[case["mode"]]
    ]
    assert wrong == []


def quantity(value, interval, **given):
    fields = {"unit": "件", "kind": "count", "hedge": "exact", "precision": Decimal(1)} | given
    return Quantity(
        span=Span(0, 1),
        numeral=Span(0, 1),
        text="",
        num_text="",
        at=0,
        end=1,
        num_at=0,
        value=None if value is None else Decimal(value),
        interval=interval,
        unit_text=fields["unit"],
        **fields,
    )


def points(low, high):
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))


READINGS = [
    ("a count is exact", quantity(198, points(198, 198)), "rounded", points(198, 198)),
    (
        "a magnitude is rounded",
        quantity(12000, points(12000, 12000), precision=Decimal(1000)),
        "rounded",
        points(11500, 12500),
    ),
    (
        "money is rounded",
        quantity(30, points(30, 30), kind="money", unit="元"),
        "rounded",
        points("29.5", "30.5"),
    ),
    (
        "a hedge is what its words allow",
        quantity(120, points(120, 130), hedge="more"),
        "printed",
        points(120, 130),
    ),
    (
        "about a small figure",
        quantity(20, points(20, 20), hedge="about"),
        "printed",
        points(15, 25),
    ),
    (
        "about a long figure",
        quantity(2010, points(2010, 2010), hedge="about"),
        "printed",
        points("1909.5", "2110.5"),
    ),
    ("a range", quantity(None, points(20, 99), hedge="range"), "truncated", points(20, 99)),
]


@pytest.mark.parametrize(
    ("stated", "mode", "expected"), [row[1:] for row in READINGS], ids=[row[0] for row in READINGS]
)
def test_reading(stated, mode, expected):
    read = kernel.stated_by(stated)
    assert read is not None
    found = read.read(mode)
    assert (found.low, found.high) == (expected.low, expected.high)


def test_figure_that_commits_to_nothing():
    assert kernel.stated_by(quantity(None, points(None, None), hedge="range")) is None


def test_parts_within_whole():
    whole, parts = Stated(Decimal(9)), [Stated(Decimal(4)), Stated(Decimal(5))]
    assert kernel.judge_within(whole, parts) == "holds"
    assert kernel.judge_within(whole, [*parts, Stated(Decimal(1))]) == "fails"


SUMS = [
    ("counts", "9", "0", [("4", "0"), ("5", "0"), ("1", "0")], ["fails", "holds", "fails"]),
    ("above at once", "3", "0", [("4", "0"), ("5", "0")], ["fails"]),
    ("rounded", "1.0", "0.1", [("0.34", "0.01"), ("0.60", "0.01")], ["fails", "rounded"]),
    ("cut off", "9.9", "0.1", [("5.0", "0.1"), ("4.8", "0.1")], ["fails", "rounded"]),
    ("below zero", "1", "0", [("2", "0"), ("-1", "0")], ["fails", "holds"]),
]


@pytest.mark.parametrize(
    ("whole", "place", "parts", "verdicts"),
    [row[1:] for row in SUMS],
    ids=[row[0] for row in SUMS],
)
def test_sums_of_more_and_more_parts(whole, place, parts, verdicts):
    stated = Stated(Decimal(whole), Decimal(place))
    read = [Stated(Decimal(value), Decimal(at)) for value, at in parts]
    assert list(kernel.judge_sums(stated, read)) == verdicts
    again = [kernel.judge(stated, read[:count], kernel.added) for count in range(1, len(read) + 1)]
    assert again[: len(verdicts)] == verdicts
    assert set(again[len(verdicts) :]) <= {"fails"}


def test_working_value():
    figures = [Stated(Decimal(188)), Stated(Decimal(200))]
    assert kernel.at_print(figures, kernel.times(kernel.quotient, kernel.HUNDRED)) == Decimal(94)
    assert kernel.at_print([figures[0], Stated(Decimal())], kernel.quotient) is None
