from __future__ import annotations

from decimal import Decimal

import pytest

from reportparse.relations.slips import slips_of

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


@pytest.mark.parametrize(("value", "place"), [("28", "0"), ("-3", "1"), ("12345678901", "1")])
def test_none(value, place):
    assert not list(slips_of(Decimal(value), Decimal(place)))
