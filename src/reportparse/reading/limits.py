"""Limits on what one report may hold, whatever its format, so that none takes without end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reportparse.document import Cell
from reportparse.errors import UnreadableSource

#: No report is so long; the yearbooks of a province come near a half.
MAX_CHARACTERS: Final = 1_000_000
#: Places in the grid of a table, those that merged cells cover among them.
MAX_PLACES: Final = 100_000


def held(text: str, name: str) -> str:
    """Return a text that is no longer than any report."""
    if len(text) > MAX_CHARACTERS:
        raise UnreadableSource(name, "too_large", f"{MAX_CHARACTERS} characters")
    return text


def is_grid(cells: Iterable[Cell]) -> bool:
    """Tell whether a table has no more places than can be looked at one by one."""
    rows = columns = 0
    for cell in cells:
        rows = max(rows, cell.row + cell.rows)
        columns = max(columns, cell.column + cell.columns)
    return rows * columns <= MAX_PLACES
