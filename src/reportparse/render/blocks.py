"""The text as published: paragraphs as written, tables as tables, page furniture set back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Final, Literal

from reportparse.document import Cell, Document, Table
from reportparse.render.markup import element, escape, painted
from reportparse.render.shading import Shading
from reportparse.report import Report
from reportparse.span import Span

#: What may stand behind the title in a paragraph that is a heading: 。
BEHIND: Final = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that is set as one."""

    kind: Literal["paragraph", "rest", "table"]
    #: What of the text it holds, in order.
    pieces: tuple[Span, ...]
    table: Table | None = None


def blocks(document: Document) -> list[Block]:
    """Return the blocks of a document, which together hold every printed character once."""
    written = [Block("paragraph", one.pieces) for one in document.paragraphs]
    drawn = [Block("table", _spans(one), one) for one in document.tables if _spans(one)]
    found = [*written, *_apart(drawn, written)]
    taken = sorted(piece for block in found for piece in block.pieces)
    rest = [Block("rest", (span,)) for span in _between(document.text, taken)]
    return sorted((*found, *rest), key=lambda block: block.pieces[0])


def body(report: Report, shades: Shading) -> str:
    """Return the whole text as HTML, with marks, and anchors that the outline points to."""
    page = _Body.of(report, shades)
    return "".join(page.block(one) for one in blocks(report.document))


def _spans(table: Table) -> tuple[Span, ...]:
    return tuple(sorted(cell.span for cell in table.cells if cell.span))


def _apart(drawn: Iterable[Block], written: Iterable[Block]) -> Iterator[Block]:
    """Yield the tables whose cells are no part of a paragraph, nor of a table before."""
    taken = {at for block in written for at in _offsets(block)}
    for block in drawn:
        offsets = set(_offsets(block))
        if not offsets & taken:
            taken |= offsets
            yield block


def _offsets(block: Block) -> Iterator[int]:
    for piece in block.pieces:
        yield from range(piece.start, piece.end)


def _between(text: str, taken: list[Span]) -> Iterator[Span]:
    """Yield the lines of the text that no block holds: page furniture, index tables."""
    ends = [Span(0, 0), *taken, Span(len(text), len(text))]
    for before, after in pairwise(ends):
        start = before.end
        for line in text[start : after.start].splitlines(keepends=True):
            if line.strip():
                lead = len(line) - len(line.lstrip())
                yield Span(start + lead, start + len(line.rstrip()))
            start += len(line)


@dataclass(frozen=True, slots=True)
class _Body:
    """What is needed to set any block."""

    report: Report
    shades: Shading
    #: Section ids by where they begin.
    anchors: Mapping[int, str]
    #: Where the titles of sections end, by where the sections begin.
    titles: Mapping[int, int]
    #: Where page furniture begins.
    furniture: frozenset[int]

    @classmethod
    def of(cls, report: Report, shades: Shading) -> _Body:
        """Look up where sections, titles and furniture stand."""
        sections = report.sections
        return cls(
            report,
            shades,
            {one.span.start: one.id for one in reversed(sections)},
            {one.span.start: one.title_span.end for one in sections if one.title},
            frozenset(line.span.start for line in report.document.furniture),
        )

    def block(self, block: Block) -> str:
        """Return a block as HTML."""
        if block.table is not None:
            return self._table(block.table)
        content = "".join(map(self.piece, block.pieces))
        return element("p", content, class_=self._kind(block))

    def piece(self, piece: Span) -> str:
        """Return a piece of the text, cut where sections begin."""
        text, marks = self.report.document.text, self.shades.over(piece)
        starts = [at for at in range(piece.start, piece.end) if at in self.anchors]
        return "".join(
            self._anchor(start) + painted(text, marks, Span(start, end))
            for start, end in pairwise(sorted({piece.start, *starts, piece.end}))
        )

    def _anchor(self, start: int) -> str:
        return element("a", "", id=self.anchors[start]) if start in self.anchors else ""

    def _kind(self, block: Block) -> str:
        """Tell title, headings and page furniture from other paragraphs."""
        whole = block.pieces[0].to(block.pieces[-1])
        title = self.report.heading.title_span
        if block.kind == "rest":
            return "furniture" if whole.start in self.furniture else "line"
        if title is not None and title.meets(whole):
            return "title"
        return "heading" if self.titles.get(whole.start, 0) + BEHIND >= whole.end else ""

    def _table(self, table: Table) -> str:
        cells = sorted(table.cells, key=attrgetter("row", "column"))
        rows = (
            element("tr", "".join(map(self._cell, row)))
            for _, row in groupby(cells, key=attrgetter("row"))
        )
        return element(
            "div", element("table", "".join(rows)), class_="table", tabindex="0", role="group"
        )

    def _cell(self, cell: Cell) -> str:
        content = self.piece(cell.span) if cell.span else escape(cell.text)
        spans = {"rowspan": cell.rows, "colspan": cell.columns}
        return element("td", content, **{name: str(n) for name, n in spans.items() if n > 1})
