"""What a reader hands on: the text as published, its lines and paragraphs, and the way back.

`Document.text` is never changed. Everything else points into it with spans: lines know where
on the page they stand, paragraphs are made of one or more pieces of lines, page furniture is
kept but belongs to no paragraph.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from reportparse.span import Span

LineKind = Literal["body", "furniture", "table", "note"]
Quality = Literal["digital", "ocr", "mixed"]

#: What was recognised is doubtful if a character of it was read less surely than this; how that
#: was measured is told in docs/howto/read-a-scan.md.
DOUBTFUL: Final = 0.9


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document was read from."""

    #: File name, or "text" for a text in hand.
    name: str
    #: Format told by content: "text", "pdf", "docx", "html", "ofd", "image" ...
    format: str
    #: SHA-256 of the bytes read (of the UTF-8 bytes for a text in hand).
    sha256: str
    #: Size in bytes.
    size: int
    #: Character encoding that was found, "" where the format needs none.
    encoding: str = ""
    #: Number of pages, `None` where the format has none.
    pages: int | None = None
    quality: Quality = "digital"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in PDF points (1/72 inch), origin at the top left."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of text stands in its source.

    Paged formats fill page, label, size and box; Word and HTML the path; text line and column.
    """

    #: Physical page, from 1.
    page: int | None = None
    #: Page number as printed ("- 3 -" gives "3").
    label: str | None = None
    #: Width and height of the page in points.
    size: tuple[float, float] | None = None
    box: Box | None = None
    #: Element in the source: "body/p17", "/html/body/div[2]/p[4]".
    path: str | None = None
    #: Line in a text file, from 1.
    line: int | None = None
    #: Column in that line, from 1.
    column: int | None = None
    #: How sure the reading is where it was recognised from a picture: of the least sure
    #: character. 1 for digital text.
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the characters of a line begin, and where its last one ends, in points.

    Four bytes each: numbers of their own would take most of the memory of a long document.

    >>> edges = Edges.of([90, 106, 122.5])
    >>> edges[1], edges[-1], len(edges)
    (106.0, 122.5, 3)
    """

    packed: bytes = b""

    @classmethod
    def of(cls, values: Iterable[float]) -> Edges:
        """Pack places."""
        return cls(array("f", values).tobytes())

    def __len__(self) -> int:
        return len(self.packed) // 4

    def __getitem__(self, at: int) -> float:
        value: float = struct.unpack_from("f", self.packed, 4 * at)[0]
        return value

    def __iter__(self) -> Iterator[float]:
        return iter(array("f", self.packed))

    def part(self, start: int, end: int) -> tuple[float, ...]:
        """Return the edges around the characters from `start` up to `end`."""
        return tuple(array("f", self.packed[4 * start : 4 * end + 4]))


@dataclass(frozen=True, slots=True)
class Line:
    """One physical line (or, in formats without lines, one paragraph)."""

    span: Span
    place: Place = Place()
    kind: LineKind = "body"
    #: Horizontal edges of the characters, one more than characters; empty if unknown.
    edges: Edges = Edges()
    #: How sure each character is where the line was recognised; empty for digital text.
    confidences: tuple[float, ...] = ()
    #: How far the line falls for each point to the right, on a page that leans.
    slope: float = 0.0
    #: How many characters at its start are an automatic number, which the file only implies.
    numbered: int = 0

    @property
    def confidence(self) -> float:
        """How sure the least sure character is; 1 for digital text."""
        return min(self.confidences, default=1.0)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as written: the pieces of lines that it was broken into, in order."""

    pieces: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """The span from the first piece to the last."""
        return self.pieces[0].to(self.pieces[-1])

    def text(self, document: Document) -> str:
        """Return the pieces joined, without what stood between them."""
        return "".join(piece.of(document.text) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell stands once, at its top left."""

    text: str
    span: Span | None
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table as published, over all the pages that it runs."""

    cells: tuple[Cell, ...]
    caption: str = ""
    #: Unit given above the table ("单位：件" gives "件").
    unit: str = ""
    page: int | None = None

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return the texts row by row; a merged cell fills every place it covers."""
        height = max((cell.row + cell.rows for cell in self.cells), default=0)
        width = max((cell.column + cell.columns for cell in self.cells), default=0)
        grid = [[""] * width for _ in range(height)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    grid[row][column] = cell.text
        return tuple(tuple(row) for row in grid)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the source that a reader of the results should know."""

    #: Short name: "tracked_changes", "hidden_text", "needs_ocr", "body_in_attachment" ...
    code: str
    #: English sentence.
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text as published, with its structure as printed and its provenance."""

    text: str
    source: Source
    lines: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...] = ()
    remarks: tuple[Remark, ...] = ()
    #: Pairs from an index table (索引号, 发文字号, 成文日期 ...), as written.
    metadata: tuple[tuple[str, str], ...] = ()

    @property
    def furniture(self) -> tuple[Line, ...]:
        """Page numbers and running headers, in order."""
        return tuple(line for line in self.lines if line.kind == "furniture")

    def locate(self, span: Span) -> tuple[Place, ...]:
        """Return where `span` stands, one place for each line that it touches.

        Page furniture inside the span is passed over: a sentence over two pages has two places.
        """
        first = max(bisect_right(self.lines, span.start, key=_line_start) - 1, 0)
        found: list[Place] = []
        for line in self.lines[first:]:
            if line.span.start >= span.end and found:
                break
            if line.kind == "furniture" and span.start < line.span.start < span.end:
                continue
            if line.span.meets(span) or line.span.start <= span.start < line.span.end:
                found.append(place_in(line, span))
        return tuple(found)

    def confidence(self, span: Span) -> float:
        """Return how sure the least sure character of a stretch is; 1 for digital text."""
        if self.source.quality == "digital":
            return 1.0
        return min((place.confidence for place in self.locate(span)), default=1.0)


def place_in(line: Line, span: Span) -> Place:
    """Narrow a line's place to the part of the line that `span` covers."""
    start = max(span.start, line.span.start) - line.span.start
    end = min(span.end, line.span.end) - line.span.start
    place = line.place
    box = place.box
    if box is not None and line.edges:
        # A table's cell may run over several lines, so that edges do not always go right.
        edges = line.edges.part(start, end)
        box = _narrowed(box, min(edges), max(edges), line.slope)
    column = None if place.column is None else place.column + start
    confidence = min(line.confidences[start:end], default=1.0)
    return replace(place, box=box, column=column, confidence=confidence)


def _narrowed(box: Box, left: float, right: float, slope: float) -> Box:
    """Keep the part of a line's box between two edges; a leaning line is thinner than its box."""
    if not slope:
        return Box(left, box.top, right, box.bottom)
    if slope > 0:
        top = box.top + slope * (left - box.left)
        return Box(left, top, right, box.bottom - slope * (box.right - right))
    top = box.top - slope * (box.right - right)
    return Box(left, top, right, box.bottom + slope * (left - box.left))


def _line_start(line: Line) -> int:
    return line.span.start
