"""Figures of a shape of their own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportparse.proportion import proportion_at

FOUND = [
    ("百分之四十二点五", "42.5", "%", "percent"), ("千分之3", "3", "‰", "permille"),
    ("四分之三", "0.75", "", "fraction"),
    ("一半", "0.5", "", "fraction"), ("1.02∶1", "1.02", "", "ratio"),
    ("2.5:1", "2.5", "", "ratio"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"), FOUND, ids=[text for text, *_ in FOUND]
)
def test_shape(text: str, value: str, unit: str, kind: str) -> None:
    found, figure = proportion_at(text, 0)
    assert found
    assert figure is not None
    assert (figure.value, figure.unit, figure.kind) == (Decimal(value), unit, kind)


def test_rank_needs_a_verb_of_standing() -> None:
    assert proportion_at("位列全省第3位", 5)[1] is not None
    assert proportion_at("召开第3次会议", 3) == (True, None)


@pytest.mark.parametrize(
    ("text", "place"),
    [("三分之二", "0.333"), ("五分之一", "0.2"), ("一半", "0.5"), ("百分之八十", "1")],
)
def test_a_fraction_is_as_fine_as_its_parts(text: str, place: str) -> None:
    _, figure = proportion_at(text, 0)
    assert figure is not None
    assert round(figure.place, 3) == Decimal(place)


@pytest.mark.parametrize("text", ["8:30", "17:45", "零分之一", "36件"])
def test_no_figure(text: str) -> None:
    assert proportion_at(text, 0)[1] is None
