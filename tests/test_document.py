"""A document leads from a span back to its source."""

from __future__ import annotations

import pytest

from reportparse.document import (
    Box,
    Cell,
    Document,
    Line,
    Paragraph,
    Place,
    Source,
    Table,
    place_in,
)
from reportparse.span import Span

TEXT = "排查矛盾纠\n- 3 -\n纷12件。"
SOURCE = Source("a.txt", "text", "0" * 64, len(TEXT))


def document() -> Document:
    return Document(
        TEXT,
        SOURCE,
        lines=(
            Line(Span(0, 5), Place(line=1, column=1)),
            Line(Span(6, 11), Place(line=2, column=1), "furniture"),
            Line(Span(12, 17), Place(line=3, column=1)),
        ),
        paragraphs=(Paragraph((Span(0, 5), Span(12, 17))),),
    )


def test_a_paragraph_joins_its_pieces() -> None:
    (paragraph,) = document().paragraphs
    assert paragraph.text(document()) == "排查矛盾纠纷12件。"
    assert paragraph.span == Span(0, 17)


def test_furniture_is_kept_apart() -> None:
    assert [line.span.of(TEXT) for line in document().furniture] == ["- 3 -"]


@pytest.mark.parametrize(
    ("span", "places"),
    [
        pytest.param((2, 4), [(1, 3)], id="in-one-line"),
        pytest.param((2, 15), [(1, 3), (2, 1), (3, 1)], id="over-lines"),
        pytest.param((13, 15), [(3, 2)], id="in-the-last"),
        pytest.param((2, 2), [(1, 3)], id="an-empty-span"),
    ],
)
def test_locate(span: tuple[int, int], places: list[tuple[int, int]]) -> None:
    found = document().locate(Span(*span))
    assert [(place.line, place.column) for place in found] == places


def test_a_box_is_narrowed_to_the_characters() -> None:
    edges = (100.0, 110.0, 120.0, 130.0)
    line = Line(Span(5, 8), Place(page=2, box=Box(100, 50, 130, 62)), edges=edges)
    assert place_in(line, Span(6, 7)).box == Box(110, 50, 120, 62)
    assert place_in(line, Span(0, 99)).box == Box(100, 50, 130, 62)


def test_a_line_without_edges_keeps_its_box() -> None:
    box = Box(100, 50, 130, 62)
    assert place_in(Line(Span(5, 8), Place(page=2, box=box)), Span(6, 7)).box == box


def test_a_merged_cell_fills_its_places() -> None:
    table = Table(
        (
            Cell("类别", None, 0, 0, rows=2),
            Cell("件数", None, 0, 1, columns=2),
            Cell("上年", None, 1, 1),
            Cell("本年", None, 1, 2),
        )
    )
    assert table.rows() == (("类别", "件数", "件数"), ("类别", "上年", "本年"))
    assert Table(()).rows() == ()
