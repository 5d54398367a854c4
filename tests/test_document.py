from __future__ import annotations

import pytest

from reportparse.document import (
    Box,
    Cell,
    Document,
    Edges,
    Line,
    Paragraph,
    Place,
    Source,
    Table,
    place_in,
)
from reportparse.span import Span

#: Two printed lines of one paragraph with a page number between them.
TEXT = "全年排查隐\n- 1 -\n患62处。"
SOURCE = Source("柳溪镇.pdf", "pdf", "0" * 64, 1024, pages=2)
LINES = (
    Line(
        Span(0, 5),
        Place(page=1, label="1", size=(595.0, 842.0), box=Box(90, 700, 170, 716)),
        edges=Edges.of([90, 106, 122, 138, 154, 170]),
    ),
    Line(Span(6, 11), Place(page=1, label="1"), kind="furniture"),
    Line(
        Span(12, 17),
        Place(page=2, label="2", size=(595.0, 842.0), box=Box(90, 80, 162, 96)),
        edges=Edges.of([90, 106, 114, 122, 138, 162]),
    ),
)
DOCUMENT = Document(TEXT, SOURCE, LINES, (Paragraph((Span(0, 5), Span(12, 17))),))


def test_a_paragraph_joins_its_pieces() -> None:
    (paragraph,) = DOCUMENT.paragraphs
    assert paragraph.text(DOCUMENT) == "全年排查隐患62处。"
    assert paragraph.span == Span(0, 17)


def test_furniture_is_kept_apart() -> None:
    assert [line.span.of(TEXT) for line in DOCUMENT.furniture] == ["- 1 -"]


@pytest.mark.parametrize(
    ("span", "pages"),
    [
        pytest.param(Span(0, 2), [1], id="one-line"),
        pytest.param(Span(2, 15), [1, 2], id="over-the-break"),
        pytest.param(Span(6, 9), [1], id="furniture-itself"),
        pytest.param(Span(13, 15), [2], id="figure"),
        pytest.param(Span(13, 13), [2], id="empty"),
    ],
)
def test_locate_gives_a_place_for_each_line(span: Span, pages: list[int]) -> None:
    assert [place.page for place in DOCUMENT.locate(span)] == pages


def test_locate_narrows_the_box_to_the_characters() -> None:
    (place,) = DOCUMENT.locate(Span(13, 15))
    assert place.box == Box(106, 80, 122, 96)
    assert (place.label, place.size) == ("2", (595.0, 842.0))


def test_a_document_without_lines_has_no_places() -> None:
    assert Document("", SOURCE, (), ()).locate(Span(0, 0)) == ()


def test_a_column_counts_from_the_start_of_the_line() -> None:
    line = Line(Span(10, 20), Place(line=3, column=1))
    assert place_in(line, Span(14, 16)) == Place(line=3, column=5)


def test_a_line_without_edges_keeps_its_box() -> None:
    box = Box(0, 0, 9, 9)
    assert place_in(Line(Span(0, 9), Place(page=1, box=box)), Span(2, 3)).box == box


@pytest.mark.parametrize(
    ("slope", "box", "part"),
    [
        pytest.param(0.0, Box(0, 100, 100, 110), Box(20, 100, 40, 110), id="level"),
        pytest.param(0.1, Box(0, 100, 100, 120), Box(20, 102, 40, 114), id="falls"),
        pytest.param(-0.1, Box(0, 100, 100, 120), Box(20, 106, 40, 118), id="rises"),
    ],
)
def test_box_on_a_page_that_leans(slope: float, box: Box, part: Box) -> None:
    edges = Edges.of(range(0, 101, 10))
    line = Line(Span(0, 10), Place(page=1, box=box), edges=edges, slope=slope)
    found = place_in(line, Span(2, 4)).box
    assert found is not None
    assert (found.left, found.top, found.right, found.bottom) == pytest.approx(
        (part.left, part.top, part.right, part.bottom)
    )


def test_confidence_of_a_line() -> None:
    line = Line(Span(5, 8), confidences=(0.9, 0.5, 0.8))
    assert line.confidence == 0.5
    assert Line(Span(5, 8)).confidence == 1
    assert place_in(line, Span(7, 9)).confidence == 0.8


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        pytest.param((), (), id="empty"),
        pytest.param(
            (Cell("项目", None, 0, 0), Cell("件数", None, 0, 1), Cell("调解", None, 1, 0)),
            (("项目", "件数"), ("调解", "")),
            id="a-cell-is-missing",
        ),
        pytest.param(
            (Cell("合计", None, 0, 0, columns=2), Cell("9", None, 0, 2, rows=2)),
            (("合计", "合计", "9"), ("", "", "9")),
            id="merged",
        ),
    ],
)
def test_rows_fill_merged_cells(
    cells: tuple[Cell, ...], rows: tuple[tuple[str, ...], ...]
) -> None:
    assert Table(cells).rows() == rows


@pytest.mark.parametrize("values", [[], [80.0], [80.0, 96.5, 1041.25]], ids=len)
def test_edges(values: list[float]) -> None:
    edges = Edges.of(values)
    assert list(edges) == values
    assert [edges[at] for at in range(len(edges))] == values
    assert bool(edges) == bool(values)
    assert edges.part(0, len(values)) == tuple(values)
    assert edges == Edges.of(values)
    assert hash(edges) == hash(Edges.of(values))


def test_edges_take_four_bytes_each() -> None:
    assert len(Edges.of([1.0] * 100).packed) == 400
