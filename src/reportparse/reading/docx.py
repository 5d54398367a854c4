"""Word: paragraphs with their automatic numbers, tables, notes and text boxes, in final view.

The text is put together paragraph by paragraph. A line break inside a paragraph starts a line;
it starts a paragraph too where one ended, or where a numbered heading begins behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from reportparse.document import (
    Document,
    Line,
    LineKind,
    Paragraph,
    Place,
    Remark,
    Source,
    Table,
)
from reportparse.errors import UnreadableSource
from reportparse.reading.cells import (
    Filled,
    Heading,
    Slot,
    cells_of,
    heading_of,
    is_frame,
    rows_of,
)
from reportparse.reading.composing import ABOVE
from reportparse.reading.limits import held, is_grid
from reportparse.reading.numberings import Numbering, Styles, is_typed
from reportparse.reading.opening import Element, Package, attribute, child, children, local
from reportparse.reading.runs import Content, content_of
from reportparse.reading.wrapping import MARK, one_line, stopped
from reportparse.span import Span

#: Elements around blocks that change nothing about them.
CLEAR: Final = frozenset(("sdtContent", "customXml", "ins", "moveTo", "smartTag", "Choice"))
REMARKS: Final = {
    "tracked_changes": "The file holds tracked changes; they are read as accepted.",
    "hidden_text": "The file holds hidden text, which was left out.",
    "numbered_twice": "A paragraph has an automatic number and another one typed by hand.",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the document."""

    text: str
    path: str
    kind: LineKind = "body"
    #: Whether the line goes on with the paragraph above.
    goes_on: bool = False
    #: How many characters at its start are its automatic number.
    numbered: int = 0


@dataclass(frozen=True, slots=True)
class _Draft:
    """A table whose first line is known by its number."""

    first: int
    grid: Sequence[Sequence[Filled]]
    heading: Heading


def read(data: bytes, source: Source) -> Document:
    """Read a Word document."""
    package = Package(data, source.name)
    walker = _Walker(package, source.name)
    walker.walk()
    return _composed(walker, source)


class _Walker:
    """Walks the body and gathers lines and tables."""

    def __init__(self, package: Package, name: str) -> None:
        main = package.document()
        self._body = child(package.part(main), "body")
        if self._body is None:
            raise UnreadableSource(name, "damaged", "no document")
        self._styles = Styles(package.related(main, "styles"))
        self._numbering = Numbering(package.related(main, "numbering"), self._styles)
        self._notes = {
            kind: {
                attribute(note, "id"): note for note in children(package.related(main, f"{kind}s"))
            }
            for kind in ("footnote", "endnote")
        }
        #: How much of the paragraph read last is its automatic number.
        self._numbered = 0
        #: Tables inside of cells, with their paths: they follow the table around them.
        self._inner: list[tuple[Element, str]] = []
        #: Text of a paragraph whose end was deleted: it goes on in the next.
        self._carried = ""
        self.rows: list[_Row] = []
        self.drafts: list[_Draft] = []
        self.seen: set[str] = set()

    def walk(self) -> None:
        """Read the body."""
        self._blocks(self._body, "body")

    def _blocks(self, parent: Element | None, path: str) -> None:
        """Read paragraphs and tables one after the other."""
        counts = {"p": 0, "tbl": 0}
        for block in self._within(parent):
            name = local(block)
            counts[name] += 1
            where = f"{path}/{name}{counts[name]}"
            if name == "p":
                self._paragraph(block, where)
            else:
                self._rest(where)
                self._table(block, where)
        self._rest(path)

    def _rest(self, path: str) -> None:
        """Read what was carried on from a paragraph that no other follows."""
        if self._carried.strip():
            self.rows.append(_Row(one_line([self._carried]), path))
        self._carried = ""

    def _within(self, parent: Element | None) -> Iterator[Element]:
        """Yield paragraphs and tables, also those inside of controls and tags."""
        for block in children(parent):
            name = local(block)
            if name in ("p", "tbl"):
                yield block
            elif name == "sdt":
                yield from self._within(child(block, "sdtContent"))
            elif name == "AlternateContent":
                yield from self._within(child(block, "Choice"))
            elif name in CLEAR:
                yield from self._within(block)
            if name in ("ins", "del", "moveFrom", "moveTo"):
                self.seen.add("tracked_changes")

    def _paragraph(self, paragraph: Element, path: str) -> None:
        """Read a paragraph, then what is anchored in it."""
        text, style, content = self._text(paragraph)
        kind: LineKind = "furniture" if self._styles.name(style).startswith("toc ") else "body"
        before, numbered = "", self._numbered
        for line in text.split("\n"):
            if line.strip():
                goes_on = bool(before) and not _begins(before, line)
                self.rows.append(_Row(line, path, kind, goes_on, numbered))
                before, numbered = line, 0
        self._anchored(content, path)

    def _anchored(self, content: Content, path: str) -> None:
        """Read the text boxes and notes of a paragraph."""
        for at, box in enumerate(content.boxes, 1):
            self._blocks(box, f"{path}/box{at}")
        for kind, number in content.notes:
            note = self._notes[kind].pop(number, None)
            where = f"{kind}s/{number}"
            text = one_line(self._texts(note, where))
            if text:
                self.rows.append(_Row(text, where, "note"))
            self._followed()

    def _text(self, paragraph: Element) -> tuple[str, str, Content]:
        """Return the text of a paragraph behind its number, its style, and what else it holds."""
        properties = child(paragraph, "pPr")
        style = attribute(child(properties, "pStyle"), "val") or self._styles.default
        content = content_of(paragraph, self._styles, style)
        self.seen |= content.seen
        text, self._carried = self._carried + content.text, ""
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self.seen.add("tracked_changes")
            self._carried, text = text, ""
            return text, style, content
        hidden = "hidden_text" in content.seen and not text.strip()
        label = "" if hidden else self._label(text, properties, style)
        self._numbered = len(label)
        return (label + text.lstrip() if label else text), style, content

    def _label(self, text: str, properties: Element | None, style: str) -> str:
        """Return the automatic number of a paragraph, unless the same was typed."""
        label, typed = self._numbering.label(properties, style)
        bare = text.lstrip()
        if not label or is_typed(label, bare):
            return ""
        if typed and re.match(typed, bare):
            self.seen.add("numbered_twice")
        return label

    def _texts(self, parent: Element | None, path: str = "") -> list[str]:
        """Return the texts of all paragraphs inside, those of boxes too; tables follow later."""
        found: list[str] = []
        tables = 0
        for block in self._within(parent):
            if local(block) == "tbl":
                tables += 1
                self._inner.append((block, f"{path}/tbl{tables}"))
                continue
            text, _style, content = self._text(block)
            found.append(text)
            for box in content.boxes:
                found.extend(self._texts(box, path))
        found.append(self._carried)
        self._carried = ""
        return found

    def _table(self, table: Element, path: str) -> None:
        """Read a table, or the prose in a frame."""
        rows = list(rows_of(table))
        if is_frame(rows):
            for at, row in enumerate(rows, 1):
                for slot in row:
                    self._blocks(slot.element, f"{path}/r{at}/c{slot.column + 1}")
            return
        above = _paragraph_lines(self.rows)
        heading = heading_of([row.text for row in above])
        for at in range(len(self.rows) - heading.lines, len(self.rows)):
            self.rows[at] = replace(self.rows[at], kind="table")
        grid = [
            [Filled(slot, self._cell(slot, f"{path}/r{at}")) for slot in row]
            for at, row in enumerate(rows, 1)
        ]
        self.drafts.append(_Draft(len(self.rows), grid, heading))
        self.rows.extend(
            _Row("\t".join(cell.text for cell in row), f"{path}/r{at}", "table")
            for at, row in enumerate(grid, 1)
        )
        self._followed()

    def _cell(self, slot: Slot, path: str) -> str:
        """Return the text of a cell; one that goes on from above shows nothing."""
        if slot.continues:
            return ""
        return one_line(self._texts(slot.element, f"{path}/c{slot.column + 1}"))

    def _followed(self) -> None:
        """Read the tables that stood in the cells of the one just read."""
        inner, self._inner = self._inner, []
        for table, path in inner:
            self._table(table, path)


def _begins(before: str, line: str) -> bool:
    """Tell whether a line behind a break begins a paragraph."""
    return stopped(before.rstrip()) or line[0] == "\u3000" or bool(MARK.match(line.strip()))


def _paragraph_lines(rows: Sequence[_Row]) -> list[_Row]:
    """Return the last lines as far as each is a paragraph of its own."""
    found: list[_Row] = []
    for row in reversed(rows[-ABOVE:]):
        if row.kind != "body" or row.goes_on:
            break
        found.insert(0, row)
    return found


def _composed(walker: _Walker, source: Source) -> Document:
    """Make a document of lines and tables."""
    rows = walker.rows
    held("\n".join(row.text for row in rows), source.name)
    starts = [0, *accumulate(len(row.text) + 1 for row in rows)]
    spans = [Span(at, at + len(row.text)) for at, row in zip(starts, rows, strict=False)]
    return Document(
        text="\n".join(row.text for row in rows),
        source=source,
        lines=tuple(
            Line(span, Place(path=row.path), row.kind, numbered=row.numbered)
            for row, span in zip(rows, spans, strict=True)
        ),
        paragraphs=tuple(_paragraphs(rows, starts)),
        tables=tuple(_tables(walker.drafts, starts)),
        remarks=tuple(Remark(code, text) for code, text in REMARKS.items() if code in walker.seen),
    )


def _tables(drafts: Sequence[_Draft], starts: Sequence[int]) -> Iterator[Table]:
    """Yield the tables that are not beyond all measure; the lines hold those too."""
    for draft in drafts:
        cells = cells_of(draft.grid, starts[draft.first : draft.first + len(draft.grid)])
        if is_grid(cells):
            yield Table(cells, draft.heading.caption, draft.heading.unit)


def _paragraphs(rows: Sequence[_Row], starts: Sequence[int]) -> Iterator[Paragraph]:
    """Point at the lines of each paragraph without the blanks around them."""
    pieces: list[Span] = []
    for row, start in zip(rows, starts, strict=False):
        if row.kind != "body":
            continue
        if pieces and not row.goes_on:
            yield Paragraph(tuple(pieces))
            pieces = []
        bare = row.text.strip()
        begin = start + row.text.index(bare)
        pieces.append(Span(begin, begin + len(bare)))
    if pieces:
        yield Paragraph(tuple(pieces))
