"""From pages to a document: the text line by line, paragraphs, tables, and where all stands.

Every printed line is a line of the text, page furniture and rows of tables too; paragraphs are
made of body lines alone. Tables that run over pages are put together, and the caption and the
unit printed above a table go to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import tan
from typing import Final

from reportparse.cleaning import without_radicals
from reportparse.document import (
    Cell,
    Document,
    Line,
    Paragraph,
    Place,
    Remark,
    Source,
    Table,
)
from reportparse.reading.bands import furnished
from reportparse.reading.footnotes import without_notes
from reportparse.reading.healing import Item, paragraphs_of
from reportparse.reading.layout import Grid, GridCell, Row, Sheet
from reportparse.span import Span

#: Columns of a table on the next page stand where they stood, give or take so many points.
SAME: Final = 3.0
#: Lines above a table among which its caption and unit stand.
ABOVE: Final = 3
#: 单位：件 · （单位：万元、%）
UNIT: Final = re.compile(r"[（(]?\s*(?:计量)?单\s*位\s*[：:]\s*([^（）()]{1,24}?)\s*[）)]?$")
#: 表1 办件情况 · 表 2-1 · 附表1： · 续表
CAPTION: Final = re.compile(r"(?:附|续)?\s*表\s*(?:[0-9一二三四五六七八九十]{1,3}|[：:]|$)")
#: 2023年办件情况统计表
NAMED: Final = re.compile(r"[^。；，：]{2,40}(?:表|情况|一览)(?:\s*[（(][^（）()]{1,20}[）)])?$")
CONTINUED: Final = re.compile(r"(?:续\s*表|表.{0,40}[（(]续[）)])")


@dataclass(frozen=True, slots=True)
class _Part:
    """A table on one page, and where its first line stands among the lines of the page."""

    page: int
    first: int
    grid: Grid


def placed(rows: Sequence[Row], grids: Sequence[Grid]) -> tuple[Row, ...]:
    """Put the lines of tables among the other lines of a page, at their height."""
    lines = list(rows)
    for grid in grids:
        below = (at for at, row in enumerate(lines) if _is_below(row, grid))
        at = next(below, len(lines))
        lines[at:at] = grid.lines
    return tuple(lines)


def _is_below(row: Row, grid: Grid) -> bool:
    """Tell whether a line is read after a table."""
    if row.column == 1 and grid.bounds[0] > row.right:
        return False
    return (row.top + row.bottom) / 2 > grid.top


def compose(sheets: Sequence[Sheet], source: Source, remarks: Sequence[Remark] = ()) -> Document:
    """Make a document of pages."""
    sheets = without_notes(furnished(sheets))
    parts = _parts(sheets)
    sheets, headings = _headed(sheets, parts)
    paragraphs = paragraphs_of(sheets)
    lengths = [len(row.text) + 1 for sheet in sheets for row in sheet.rows]
    starts = iter([0, *accumulate(lengths)])
    offsets = [[next(starts) for _ in sheet.rows] for sheet in sheets]
    return Document(
        text="\n".join(row.text for sheet in sheets for row in sheet.rows),
        source=source,
        lines=tuple(
            _line(row, start, sheet)
            for sheet, begins in zip(sheets, offsets, strict=True)
            for row, start in zip(sheet.rows, begins, strict=True)
        ),
        paragraphs=tuple(_paragraph(items, offsets) for items in paragraphs),
        tables=tuple(_tables(parts, headings, offsets, sheets)),
        remarks=tuple(remarks),
    )


def _line(row: Row, start: int, sheet: Sheet) -> Line:
    """Give a line its place."""
    place = Place(sheet.number, sheet.label, sheet.size, sheet.box(row))
    span = Span(start, start + len(row.text))
    slope = 0.0 if sheet.turns else tan(sheet.lean)
    return Line(span, place, row.kind, sheet.edges(row), row.confidences, slope)


def _paragraph(items: Sequence[Item], offsets: Sequence[Sequence[int]]) -> Paragraph:
    """Point at the lines of a paragraph without the blanks around them."""
    return Paragraph(tuple(_piece(item.row, offsets[item.page][item.index]) for item in items))


def _piece(row: Row, start: int) -> Span:
    """Leave out blanks, but keep the one behind a Latin word or figure at the end of a line."""
    bare = row.text.rstrip()
    end = len(bare)
    if bare[-1:].isascii() and bare[-1:].isalnum() and end < len(row.text):
        end += 1
    return Span(start + len(bare) - len(bare.lstrip()), start + end)


def _parts(sheets: Sequence[Sheet]) -> list[list[_Part]]:
    """List the tables, each with its parts on the pages that it runs over."""
    tables: list[list[_Part]] = []
    for page, sheet in enumerate(sheets):
        for grid in sheet.grids:
            first = next(at for at, row in enumerate(sheet.rows) if row is grid.lines[0])
            part = _Part(page, first, grid)
            if tables and _continues(tables[-1][-1], part, sheets):
                tables[-1].append(part)
            else:
                tables.append([part])
    return tables


def _continues(above: _Part, below: _Part, sheets: Sequence[Sheet]) -> bool:
    """Tell whether a table goes on on the next page: same columns, nothing in between."""
    if below.page != above.page + 1:
        return False
    old, new = above.grid.bounds, below.grid.bounds
    if len(old) != len(new) or any(abs(x - y) > SAME for x, y in zip(old, new, strict=True)):
        return False
    last = above.first + len(above.grid.lines)
    between = [*sheets[above.page].rows[last:], *sheets[below.page].rows[: below.first]]
    return not any(_parts_tables(row) for row in between)


def _parts_tables(row: Row) -> bool:
    """Tell whether a line between two tables makes them two."""
    text = row.text.strip()
    return row.kind != "furniture" and bool(text) and not CONTINUED.match(text)


@dataclass(frozen=True, slots=True)
class _Heading:
    """What is printed above a table."""

    caption: str = ""
    unit: str = ""


def _headed(
    sheets: Sequence[Sheet], tables: Sequence[Sequence[_Part]]
) -> tuple[tuple[Sheet, ...], list[_Heading]]:
    """Find captions and units; their lines are the table's, not the text's."""
    rows = [list(sheet.rows) for sheet in sheets]
    headings: list[_Heading] = []
    for parts in tables:
        heading = _Heading()
        for page, index in _above(rows, parts[0]):
            found = _heading(rows[page][index].text.strip(), heading)
            if found is None:
                break
            heading = found
            rows[page][index] = replace(rows[page][index], kind="table")
        headings.append(heading)
        for part in parts[1:]:
            rows[part.page][: part.first] = [
                replace(row, kind="table") if _says_continued(row) else row
                for row in rows[part.page][: part.first]
            ]
    return tuple(
        replace(sheet, rows=tuple(lines)) for sheet, lines in zip(sheets, rows, strict=True)
    ), headings


def _says_continued(row: Row) -> bool:
    return row.kind == "body" and CONTINUED.match(row.text.strip()) is not None


def _above(rows: Sequence[Sequence[Row]], part: _Part) -> Iterator[tuple[int, int]]:
    """Yield the body lines above a table from below, on the page before too."""
    spots = [(part.page, index) for index in range(part.first - 1, -1, -1)]
    if part.page:
        before = part.page - 1
        spots += [(before, index) for index in range(len(rows[before]) - 1, -1, -1)]
    count = 0
    for page, index in spots:
        row = rows[page][index]
        if row.kind == "table" or count == ABOVE:
            return
        if row.kind == "body" and row.text.strip():
            count += 1
            yield page, index


def _heading(text: str, known: _Heading) -> _Heading | None:
    """Take a line above a table for its unit or its caption, or stop."""
    if known.caption:
        return None
    unit = UNIT.search(text)
    if unit and not known.unit:
        known = _Heading(unit=unit[1].strip())
        text = text[: unit.start()].strip()
        if not text:
            return known
    if CAPTION.match(text) or NAMED.match(text):
        return replace(known, caption=text)
    return None


def _tables(
    tables: Sequence[Sequence[_Part]],
    headings: Sequence[_Heading],
    offsets: Sequence[Sequence[int]],
    sheets: Sequence[Sheet],
) -> Iterator[Table]:
    """Put the parts of each table together."""
    for parts, heading in zip(tables, headings, strict=True):
        cells: list[Cell] = []
        height = 0
        for part in parts:
            skip = _repeated_head(parts[0], part)
            begins = offsets[part.page][part.first :]
            kept = [cell for cell in part.grid.cells if cell.row >= skip]
            cells.extend(_cell(cell, begins[cell.row], height - skip) for cell in kept)
            height += len(part.grid.lines) - skip
        page = sheets[parts[0].page].number
        yield Table(tuple(cells), without_radicals(heading.caption), heading.unit, page)


def _cell(cell: GridCell, begin: int, down: int) -> Cell:
    start = begin + cell.at
    span = Span(start, start + len(cell.text)) if cell.text else None
    return Cell(
        without_radicals(cell.text), span, cell.row + down, cell.column, cell.rows, cell.columns
    )


def _repeated_head(first: _Part, part: _Part) -> int:
    """Return how many lines of the head are printed again on the next page."""
    if first is part:
        return 0
    same = 0
    for one, other in zip(first.grid.lines, part.grid.lines, strict=False):
        if one.text != other.text:
            break
        same += 1
    return same if same < len(part.grid.lines) else 0
