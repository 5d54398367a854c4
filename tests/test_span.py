"""Spans are half-open."""

from __future__ import annotations

import pytest

from reportparse.span import Span


@pytest.mark.parametrize(
    ("one", "other", "covers", "meets"),
    [
        pytest.param(Span(2, 6), Span(3, 5), True, True, id="inside"),
        pytest.param(Span(2, 6), Span(2, 6), True, True, id="the-same"),
        pytest.param(Span(2, 6), Span(4, 8), False, True, id="overlapping"),
        pytest.param(Span(2, 6), Span(6, 8), False, False, id="touching"),
        pytest.param(Span(2, 6), Span(7, 9), False, False, id="apart"),
        pytest.param(Span(3, 5), Span(2, 6), False, True, id="around"),
    ],
)
def test_two_spans(one: Span, other: Span, covers: bool, meets: bool) -> None:
    assert one.covers(other) is covers
    assert one.meets(other) is meets
    assert other.meets(one) is meets


def test_a_span_of_a_text() -> None:
    span = Span(3, 7)
    assert span.of("共调处198件纠纷") == "198件"
    assert len(span) == 4
    assert str(span) == "[3, 7)"


def test_the_span_of_both() -> None:
    assert Span(5, 7).to(Span(1, 3)) == Span(1, 7)


def test_spans_stand_in_the_order_of_the_text() -> None:
    assert sorted([Span(4, 5), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(4, 5)]
