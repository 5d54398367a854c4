from __future__ import annotations

from decimal import Decimal

import pytest

from related import mentions_of
from reportparse.relations.slips import edits_between, explains, slips_of

ROWS = [
    ("two digits swapped", "27", "1", "swap", "72"),
    ("a naught too many", "280", "1", "magnitude", "28"),
    ("one more", "28", "1", "one", "29"),
    ("one digit", "28", "1", "digit", "98"),
    ("a digit lost", "28", "1", "length", "8"),
    ("places of a rate", "7.2", "0.1", "swap", "2.7"),
]


@pytest.mark.parametrize(
    ("written", "place", "edit", "meant"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_slips(written, place, edit, meant):
    assert (edit, Decimal(meant)) in list(slips_of(Decimal(written), Decimal(place)))


@pytest.mark.parametrize(
    ("written", "place", "edit", "meant"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_slip_between_two_values(written, place, edit, meant):
    assert edits_between(Decimal(written), Decimal(meant), Decimal(place))[0] == edit


@pytest.mark.parametrize(
    ("written", "meant", "place"),
    [
        ("28", "28", "1"),
        ("28", "56", "1"),
        ("28", "2.8", "1"),
        ("28", "29", "0"),
        ("-3", "3", "1"),
    ],
)
def test_no_slip_between(written, meant, place):
    assert edits_between(Decimal(written), Decimal(meant), Decimal(place)) == ()


@pytest.mark.parametrize(("value", "place"), [("28", "0"), ("-3", "1"), ("12345678901", "1")])
def test_none(value, place):
    assert not list(slips_of(Decimal(value), Decimal(place)))


# A figure, what must be added to put it right, and whether a slip that is no chance does so.
EXPLAINED = [
    ("two digits swapped", "办件472件", "-45", True),
    ("a naught", "办件40件", "-36", True),
    ("one digit of many", "办件4721件", "200", True),
    ("one digit of few", "办件472件", "100", False),
    ("rounded off", "办件4700件", "200", False),
    ("hedged", "办件40余件", "-36", False),
    ("two slips", "办件4721件", "1111", False),
]


@pytest.mark.parametrize(
    ("text", "gap", "explained"), [row[1:] for row in EXPLAINED], ids=[row[0] for row in EXPLAINED]
)
def test_slip_explains(text, gap, explained):
    assert explains([one.claim for one in mentions_of(text)], Decimal(gap)) is explained
