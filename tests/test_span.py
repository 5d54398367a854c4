from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.span import Span

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 20)).map(lambda at: Span(at[0], sum(at)))


def test_a_span_prints_as_a_half_open_range() -> None:
    assert str(Span(2, 4)) == "[2, 4)"


@pytest.mark.parametrize(
    ("span", "text"),
    [(Span(3, 7), "198件"), (Span(0, 3), "共调处"), (Span(2, 2), "")],
    ids=["end", "start", "empty"],
)
def test_of(span: Span, text: str) -> None:
    assert span.of("共调处198件") == text
    assert len(span) == len(text)


@pytest.mark.parametrize(
    ("one", "other", "covers", "meets"),
    [
        pytest.param(Span(0, 9), Span(2, 5), True, True, id="inside"),
        pytest.param(Span(0, 9), Span(0, 9), True, True, id="equal"),
        pytest.param(Span(0, 5), Span(3, 9), False, True, id="overlap"),
        pytest.param(Span(0, 5), Span(5, 9), False, False, id="touching"),
        pytest.param(Span(2, 5), Span(0, 9), False, True, id="around"),
    ],
)
def test_covers_and_meets(one: Span, other: Span, covers: bool, meets: bool) -> None:
    assert one.covers(other) is covers
    assert one.meets(other) is meets


@given(SPANS, SPANS)
def test_the_union_covers_both(one: Span, other: Span) -> None:
    union = one.to(other)
    assert union.covers(one)
    assert union.covers(other)
    assert union == other.to(one)


@given(SPANS, SPANS)
def test_meeting_is_mutual(one: Span, other: Span) -> None:
    assert one.meets(other) == other.meets(one)
