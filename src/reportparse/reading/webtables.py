"""Tables of a web page: told from tables that only lay the page out, with merged cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

#: A table with rows or columns beyond these is none, and a cell does not span more.
MOST_ROWS: Final = 5000
MOST_COLUMNS: Final = 200
#: Elements that a cell of data does not hold.
LAYOUT: Final = ["table", "form", "iframe", "script", "h1", "h2", "h3"]
#: A cell with so many sentences is a page.
SENTENCES: Final = 5


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at its top left corner."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row as a line of text."""

    text: str
    #: Path of the row below the table: /tr[2]
    path: str
    #: Where each of its cells begins in the text.
    starts: tuple[int, ...]
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of data."""

    rows: tuple[GridRow, ...]
    caption: str = ""


def grid_of(table: Any, read: Callable[[Any], str]) -> Grid | None:  # noqa: ANN401
    """Read a table of data; `None` for one that lays out the page."""
    if _lays_out(table):
        return None
    found = [(path, _cells_of(row)) for path, row in _rows_of(table)]
    if len(found) > MOST_ROWS or sum(len(cells) > 1 for _, cells in found) < 2:
        return None
    texts = [[read(cell) for cell in cells] for _, cells in found]
    if _is_page(texts):
        return None
    caption = table.find("./caption")
    name = "" if caption is None else read(caption).strip()
    return Grid(tuple(_placed(found, texts)), name)


def _lays_out(table: Any) -> bool:  # noqa: ANN401
    """Tell a table by what it says of itself, and by what stands inside."""
    if table.get("role") in ("presentation", "none"):
        return True
    return any(table.find(f".//{tag}") is not None for tag in LAYOUT)


def _is_page(texts: list[list[str]]) -> bool:
    """Tell whether a cell holds a text of its own."""
    return any(text.count("。") >= SENTENCES for row in texts for text in row)


def _rows_of(table: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """Yield the rows of a table with their paths."""
    parts: dict[str, int] = {}
    for child in table:
        tag = child.tag if isinstance(child.tag, str) else "*"
        parts[tag] = parts.get(tag, 0) + 1
        if tag == "tr":
            yield f"/tr[{parts[tag]}]", child
        elif tag in ("thead", "tbody", "tfoot"):
            rows = (row for row in child if row.tag == "tr")
            for number, row in enumerate(rows, 1):
                yield f"/{tag}[{parts[tag]}]/tr[{number}]", row


def _cells_of(row: Any) -> list[Any]:  # noqa: ANN401
    return [cell for cell in row if cell.tag in ("td", "th")]


def _placed(found: list[tuple[str, list[Any]]], texts: list[list[str]]) -> Iterator[GridRow]:
    """Give every cell its row and column, beside the cells that come down from above."""
    height = len(found)
    #: For each column, the first row that is free again.
    free: dict[int, int] = {}
    for row, ((path, cells), words) in enumerate(zip(found, texts, strict=True)):
        placed: list[GridCell] = []
        column = 0
        for cell, text in zip(cells, words, strict=True):
            while free.get(column, 0) > row:
                column += 1
            columns = _count(cell.get("colspan"), MOST_COLUMNS)
            rows = min(_count(cell.get("rowspan"), MOST_ROWS), height - row)
            if column + columns > MOST_COLUMNS:
                break
            placed.append(GridCell(text, row, column, rows, columns))
            free.update(dict.fromkeys(range(column, column + columns), row + rows))
            column += columns
        yield _row(path, placed)


def _row(path: str, cells: list[GridCell]) -> GridRow:
    """Make a line of cells."""
    starts: list[int] = []
    length = 0
    for cell in cells:
        starts.append(length)
        length += len(cell.text) + 1
    return GridRow("\t".join(cell.text for cell in cells), path, tuple(starts), tuple(cells))


def _count(written: str | None, most: int) -> int:
    """Read a number of rows or columns."""
    digits = (written or "1").strip()
    if not digits.isdecimal() or len(digits) > 5:
        return 1
    return min(max(int(digits), 1), most)
