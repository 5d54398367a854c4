"""Text in columns: how wide it is in a terminal, and tables that line up."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

#: What stands between two columns of a table.
GUTTER: Final = "  "


def width(text: str) -> int:
    """Return the columns that a text takes in a terminal.

    >>> width("198件")
    5
    """
    return sum(map(_columns, text))


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """Fill a text up with blanks to so many columns."""
    blank = " " * (columns - width(text))
    return blank + text if right else text + blank


def clipped(text: str, columns: int) -> str:
    """Cut a text that is too wide, with an ellipsis.

    >>> clipped("共调处各类纠纷198件", 9)
    '共调处各…'
    """
    if width(text) <= columns:
        return text
    room = columns - 1
    kept = ""
    for character in text:
        room -= _columns(character)
        if room < 0:
            break
        kept += character
    return kept + "…"


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], numeric: frozenset[int] = frozenset()
) -> str:
    """Lay out a table; the columns in `numeric` stand to the right."""
    lines = [head, *rows]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    laid = (
        GUTTER.join(
            padded(cell, room, right=at in numeric)
            for at, (cell, room) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
    return "\n".join(laid)


def wrapped(text: str, columns: int) -> list[tuple[int, int]]:
    """Break a text into stretches of at most so many columns."""
    stretches: list[tuple[int, int]] = []
    start = used = 0
    for at, character in enumerate(text):
        wide = _columns(character)
        if used + wide > columns:
            stretches.append((start, at))
            start, used = at, 0
        used += wide
    return [*stretches, (start, len(text))]


def _columns(character: str) -> int:
    """Return the columns of one character; what combines or formats takes none."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
