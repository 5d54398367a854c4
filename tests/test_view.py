from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.span import Span
from reportparse.view import BREAK, View

MARKS = re.compile(r"\*+| ")
TEXTS = st.text(alphabet="共调处2０9件，* \n\U00020000", max_size=60)


@st.composite
def picked(draw: st.DrawFn) -> tuple[str, list[Span]]:
    """Return a text and pieces of it, in order and apart."""
    text = draw(TEXTS)
    ends = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    return text, [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]


def test_of_shows_the_text_as_it_stands() -> None:
    view = View.of("共198件")
    assert (view.text, view.span(1, 4)) == ("共198件", Span(1, 4))


def test_pick_joins_pieces() -> None:
    view = View.pick("共20\n\n万件。完", [Span(0, 3), Span(5, 8)], joint="")
    assert view.text == "共20万件。"
    assert view.span(0, 4) == Span(0, 6)
    assert view.span(3, 5) == Span(5, 7)


def test_without_drops_what_matches() -> None:
    view = View.of("共**20** 万件").without(MARKS)
    assert view.text == "共20万件"
    assert view.span(1, 4) == Span(3, 9)


def test_fold_keeps_places() -> None:
    view = View.of("共２０件").without(MARKS).fold({ord("２"): "2", ord("０"): "0"})
    assert (view.text, view.span(1, 3)) == ("共20件", Span(1, 3))


def test_fold_refuses_tables_that_move_text() -> None:
    with pytest.raises(ValueError, match="one character"):
        View.of("㎡").fold({ord("㎡"): "m2"})


def test_an_empty_stretch_has_an_empty_span() -> None:
    assert View.of("共20件").span(2, 2) == Span(2, 2)


@pytest.mark.parametrize(
    ("offset", "at"),
    [(0, 0), (1, 1), (3, 1), (5, 3), (7, 3), (8, 3), (9, 4)],
    ids=["first", "in-a-gap", "behind-it", "gap", "gap-end", "next", "last"],
)
def test_at_finds_the_view_offset(offset: int, at: int) -> None:
    assert View.of("共**20** 万件").without(MARKS).at(offset) == at


@given(picked())
def test_pieces_map_back(case: tuple[str, list[Span]]) -> None:
    text, pieces = case
    view = View.pick(text, pieces, joint="")
    assert view.text == "".join(piece.of(text) for piece in pieces)
    for at, character in enumerate(view.text):
        assert text[view.origin(at)] == character
        assert view.span(at, at + 1).of(text) == character


@given(picked())
def test_breaks_stand_between_pieces(case: tuple[str, list[Span]]) -> None:
    text, pieces = case
    assert View.pick(text, pieces).text == BREAK.join(piece.of(text) for piece in pieces)


@given(picked())
def test_steps_compose(case: tuple[str, list[Span]]) -> None:
    text, pieces = case
    view = View.pick(text, pieces, joint="").without(re.compile("，")).without(MARKS)
    for at, character in enumerate(view.text):
        assert text[view.origin(at)] == character
        assert view.at(view.origin(at)) == at


@given(TEXTS)
def test_dropping_twice_drops_nothing_more(text: str) -> None:
    once = View.of(text).without(MARKS)
    assert once.without(MARKS) == once
    assert once.text == MARKS.sub("", text)


@given(TEXTS)
def test_runs_ascend_and_are_not_empty(text: str) -> None:
    view = View.of(text).without(MARKS)
    assert list(view.starts) == sorted(set(view.starts))
    assert len(view.starts) == len(view.origins)
