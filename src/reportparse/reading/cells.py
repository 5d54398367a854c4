"""Tables of Word: rows and cells with their merges, and what is written above a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportparse.document import Cell
from reportparse.reading.composing import ABOVE, CAPTION, NAMED, UNIT
from reportparse.reading.opening import Element, attribute, child, children, local, whole, words
from reportparse.reading.wrapping import MARK
from reportparse.span import Span

#: A cell with so many characters, or so many paragraphs, is prose in a frame.
LONG: Final = 120
#: Word has at most 63 columns.
MAX_COLUMNS: Final = 64
#: Elements around rows and cells that change nothing about them.
CLEAR: Final = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell in its place among the columns."""

    element: Element
    column: int
    columns: int = 1
    #: Whether it goes on from the cell above, and whether one below may go on from it.
    continues: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A cell with its text."""

    slot: Slot
    text: str


def cells_of(grid: Sequence[Sequence[Filled]], starts: Sequence[int]) -> tuple[Cell, ...]:
    """Return the cells of a table; `starts` says where the line of each row begins."""
    cells: list[Cell] = []
    #: By column, the cell that one below may go on from.
    above: dict[int, int] = {}
    for at, row in enumerate(grid):
        start = starts[at]
        for filled in row:
            slot, text = filled.slot, filled.text
            first = above.get(slot.column)
            if slot.column >= MAX_COLUMNS:
                # The text of the line has it; a grid so wide would be no table.
                break
            if slot.continues and first is not None:
                cells[first] = replace(cells[first], rows=at + 1 - cells[first].row)
            else:
                above.pop(slot.column, None)
                if slot.opens:
                    above[slot.column] = len(cells)
                span = Span(start, start + len(text)) if text else None
                cells.append(Cell(text, span, at, slot.column, 1, slot.columns))
            start += len(text) + 1
    return tuple(cells)


def rows_of(table: Element) -> Iterator[list[Slot]]:
    """Yield the rows of a table that are not deleted."""
    for row in through(table, "tr"):
        properties = child(row, "trPr")
        if child(properties, "del") is None:
            column = min(whole(attribute(child(properties, "gridBefore"), "val"), 0), MAX_COLUMNS)
            yield list(_slots(row, column))


def through(parent: Element, name: str) -> Iterator[Element]:
    """Yield children with a name, also those inside of controls and tags."""
    for element in children(parent):
        if local(element) == name:
            yield element
        elif local(element) in CLEAR:
            yield from through(element, name)


def is_frame(rows: Sequence[Sequence[Slot]]) -> bool:
    """Tell whether a table is only a frame around prose or around tables."""
    if any(len(row) > 1 for row in rows):
        return len(rows) == 1 and any(_holds_table(slot.element) for slot in rows[0])
    return any(
        len(list(through(slot.element, "p"))) > 1 or _length(slot.element) > LONG
        for row in rows
        for slot in row
    )


@dataclass(frozen=True, slots=True)
class Heading:
    """What is written above a table, and on how many lines."""

    caption: str = ""
    unit: str = ""
    lines: int = 0


def heading_of(above: Sequence[str]) -> Heading:
    """Find caption and unit among the lines above a table, from below."""
    found = Heading()
    for text in list(reversed(above))[:ABOVE]:
        taken = _taken(text.strip(), found)
        if taken is None:
            break
        found = replace(taken, lines=found.lines + 1)
    return found


def _taken(text: str, known: Heading) -> Heading | None:
    """Take a line for the unit or the caption, or stop."""
    if known.caption:
        return None
    unit = UNIT.search(text)
    if unit and not known.unit:
        known = replace(known, unit=unit[1].strip())
        text = text[: unit.start()].strip()
        if not text:
            return known
    if CAPTION.match(text) or (NAMED.match(text) and not MARK.match(text)):
        return replace(known, caption=text)
    return None


def _slots(row: Element, column: int) -> Iterator[Slot]:
    """Yield the cells of a row."""
    for element in through(row, "tc"):
        properties = child(element, "tcPr")
        if child(properties, "cellDel") is not None:
            continue
        span = whole(attribute(child(properties, "gridSpan"), "val"), 1)
        span = max(1, min(span, MAX_COLUMNS))
        merge = child(properties, "vMerge")
        restarts = attribute(merge, "val") == "restart"
        merges = merge is not None
        yield Slot(element, column, span, merges and not restarts, merges)
        column += span


def _holds_table(cell: Element) -> bool:
    return next(through(cell, "tbl"), None) is not None


def _length(cell: Element) -> int:
    return sum(len(words(text)) for text in cell.iter("{*}t"))
