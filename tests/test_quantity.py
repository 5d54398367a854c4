"""Quantities: figures led back to the document, and the cases of the field."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

from reportparse.quantity import Quantity, find_quantities
from reportparse.view import View

#: Hedges as the cases name them.
MODS = {
    "more": "MORE_THAN",
    "less": "LESS_THAN",
    "at_least": "EQUAL_OR_MORE",
    "at_most": "EQUAL_OR_LESS",
    "about": "APPROX",
}


def cleaned(text: str) -> View:
    """View a case the way a document is viewed."""
    dirt = re.compile(r"\*\*|(?<=[一-龥]) (?=[0-9])|(?<=[0-9*]) (?=[一-龥])")
    return View.of(text).without(dirt).fold({0xFF10 + digit: str(digit) for digit in range(10)})


def test_offsets_lead_back_to_the_document() -> None:
    text = "共**20** 万余件"
    (quantity,) = find_quantities(cleaned(text), text)
    assert quantity.text == "20** 万余件"
    assert quantity.num_text == "20** 万"
    assert (quantity.numeral.start, quantity.value) == (3, 200000)


def test_zero_claim_takes_the_place_of_its_numeral() -> None:
    (quantity,) = find_quantities(View.of("全年没发生一起事故"))
    assert (quantity.num_at, quantity.value, quantity.unit) == (5, 0, "起")


def test_cases_of_the_field(shared: Path) -> None:
    """Every value is right, 97 % with unit, interval and hedge, and no trap is taken."""
    lines = (shared / "cases/quantities.jsonl").read_text("utf-8").splitlines()
    right: list[bool] = []
    for row in map(json.loads, lines):
        found = [
            quantity
            for quantity in find_quantities(cleaned(row["input"]), row["input"])
            if not quantity.article
        ]
        right += [any(_agrees(quantity, case) for quantity in found) for case in row["expected"]]
        for quantity in found:
            start, end = quantity.span.start, quantity.span.end
            inside = [
                case for case in row["expected"] if start < case["end"] and case["start"] < end
            ]
            assert inside, f"{row['input']}: {quantity.text}"
    assert sum(right) / len(right) >= 0.97


def _agrees(quantity: Quantity, expected: dict[str, object]) -> bool:
    """Compare value, unit, interval and hedge where the case states them."""
    ends = (
        ("low", quantity.interval.low),
        ("high", quantity.interval.high),
        ("value", quantity.value),
    )
    for name, value in ends:
        stated = expected[name]
        if stated is not None and value != Decimal(str(stated)):
            return False
    return (quantity.unit or None) == expected["unit"] and MODS.get(quantity.hedge) == expected[
        "mod"
    ]
