from __future__ import annotations

from decimal import Decimal

import pytest

from reportparse import parse
from reportparse.relations.mending import repairs, slips_of
from reportparse.relations.rejudging import claims_of, figures_of, rejudged, with_value

FIRST = [
    ("a swap", "受理投诉120件，办结118件，办结率89.3%。", "89.3%", "98.3", "swap", 1),
    (
        "two relations",
        "案件由97件增加到187件，增加100件，增长103.1%。",
        "187件",
        "197",
        "digit",
        2,
    ),
    (
        "what others confirm",
        "受理120件，其中行政60件、民事50件、刑事20件，行政占50%，刑事占16.7%。",
        "50件",
        "40",
        "digit",
        1,
    ),
]


@pytest.mark.parametrize(
    ("text", "figure", "value", "edit", "mends"),
    [row[1:] for row in FIRST],
    ids=[row[0] for row in FIRST],
)
def test_the_best_repair(text, figure, value, edit, mends):
    best = repairs(parse(text).relations)[0]
    assert (best.claim.quantity.text, best.value, best.edit) == (figure, Decimal(value), edit)
    assert (len(best.mends), best.breaks) == (mends, 0)


@pytest.mark.parametrize(
    "text",
    ["资料9份，其中册2份、页3份、图4份。", "收入24160元，比上年减少1254元，增长5.5％。"],
    ids=["nothing fails", "a word is wrong"],
)
def test_no_repair(text):
    assert repairs(parse(text).relations) == ()


@pytest.mark.parametrize(
    ("value", "place", "edit", "meant"),
    [
        ("28", "1", "one", "29"),
        ("72", "1", "swap", "27"),
        ("9.5", "0.1", "digit", "8.5"),
        ("120", "1", "magnitude", "12"),
        ("1234", "1", "length", "134"),
        ("32000", "1000", "one", "33000"),
    ],
)
def test_slips(value, place, edit, meant):
    assert (edit, Decimal(meant)) in list(slips_of(Decimal(value), Decimal(place)))


@pytest.mark.parametrize(("value", "place"), [("12345678901", "1"), ("-5", "1"), ("5", "0")])
def test_no_slips(value, place):
    assert list(slips_of(Decimal(value), Decimal(place))) == []


@pytest.mark.parametrize("text", [row[1] for row in FIRST], ids=[row[0] for row in FIRST])
def test_no_slip_that_mends_is_passed_over(text):
    relations = parse(text).relations
    failing = [one for one in relations if one.verdict == "fails"]
    mending = set()
    for one in failing:
        figures = figures_of(one)
        for claim in claims_of(one):
            quantity = claim.quantity
            for _, value in slips_of(quantity.value, quantity.precision):
                if rejudged(one, with_value(figures, claim.id, value)) != "fails":
                    mending.add((claim.id, value))
    assert {(one.claim.id, one.value) for one in repairs(relations)} == mending
