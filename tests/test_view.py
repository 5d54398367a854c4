"""Every character of a view knows its place in the document."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportparse.span import Span
from reportparse.view import View

EMPHASIS = re.compile(r"\*+")
SPACE = re.compile(r" +")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("共**20**万件", "共20万件", id="in-the-middle"),
        pytest.param("**共**20万件", "共20万件", id="at-the-start"),
        pytest.param("共20万件**", "共20万件", id="at-the-end"),
        pytest.param("共20万件", "共20万件", id="nothing-to-drop"),
        pytest.param("****", "", id="nothing-left"),
        pytest.param("", "", id="empty"),
    ],
)
def test_without(text: str, seen: str) -> None:
    view = View.of(text).without(EMPHASIS)
    assert view.text == seen
    assert [text[view.origin(at)] for at in range(len(seen))] == list(seen)


@pytest.mark.parametrize(
    ("pieces", "joint", "seen"),
    [
        pytest.param([(0, 3), (4, 7)], "", "排查纠纷12", id="broken-line"),
        pytest.param([(0, 3), (7, 9)], "\n", "排查纠\n件。", id="paragraphs"),
        pytest.param([], "\n", "", id="no-piece"),
    ],
)
def test_pick(pieces: list[tuple[int, int]], joint: str, seen: str) -> None:
    text = "排查纠\n纷12件。"
    view = View.pick(text, [Span(*piece) for piece in pieces], joint)
    assert view.text == seen
    for at, character in enumerate(seen):
        assert character == "\n" or text[view.origin(at)] == character


def test_steps_follow_each_other() -> None:
    text = "服务群众\n**２０** 万余件"
    view = View.pick(text, [Span(0, 4), Span(5, len(text))], "")
    view = view.without(EMPHASIS).without(SPACE).fold({ord("０"): "0", ord("２"): "2"})
    assert view.text == "服务群众20万余件"
    assert view.span(4, 7).of(text) == "２０** 万"


def test_a_fold_keeps_the_length() -> None:
    with pytest.raises(ValueError, match="one character"):
        View.of("½亩").fold({ord("½"): "1/2"})


@pytest.mark.parametrize(
    ("offset", "at"),
    [(0, 0), (1, 1), (2, 1), (3, 1), (4, 2), (9, 5), (99, 5)],
    ids=["start", "dropped", "dropped-too", "behind-it", "further", "end", "beyond"],
)
def test_the_way_from_document_to_view(offset: int, at: int) -> None:
    assert View.of("共**20**万件").without(EMPHASIS).at(offset) == at


def test_an_empty_stretch_is_a_place() -> None:
    view = View.of("共**20**万件").without(EMPHASIS)
    assert view.span(1, 1) == Span(3, 3)


def test_a_document_offset_before_the_first_piece() -> None:
    assert View.pick("一二三", [Span(1, 3)]).at(0) == 0


@given(st.text(alphabet="共*2 0万件\n", max_size=40))
def test_a_view_maps_back(text: str) -> None:
    view = View.of(text).without(EMPHASIS).without(SPACE)
    origins = [view.origin(at) for at in range(len(view.text))]
    assert [text[origin] for origin in origins] == list(view.text)
    assert origins == sorted(set(origins))
    assert [view.at(origin) for origin in origins] == list(range(len(view.text)))
