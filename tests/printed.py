"""Printed lines for tests of layout: strips and pages without any file."""

from __future__ import annotations

from collections.abc import Sequence

from reportparse.reading.layout import Row, Sheet, Strip, rows_of

WIDTH, HEIGHT = 595.0, 842.0
#: Where the text of an official page begins and ends: 27 ideographs of 16 points.
LEFT, RIGHT = 80.0, 512.0


def strip(text: str, left: float, top: float, size: float = 16) -> Strip:
    """Print characters side by side; Latin ones take half the width."""
    edges = [left]
    for character in text:
        edges.append(edges[-1] + size * (0.5 if character < "\x7f" else 1))
    return Strip(text, tuple(edges), top, top + size)


def row(text: str, left: float = LEFT, top: float = 300, size: float = 16) -> Row:
    """Print one line."""
    return rows_of([strip(text, left, top, size)])[0]


def sheet(
    number: int, lines: Sequence[tuple[str, float, float] | tuple[str, float, float, float]]
) -> Sheet:
    """Print a page of (text, left, top[, size])."""
    rows = tuple(row(*line) for line in lines)
    return Sheet(number, WIDTH, HEIGHT, rows)


def body(*texts: str, top: float = 110, pitch: float = 29) -> list[tuple[str, float, float]]:
    """Put lines below one another; a leading full-width blank is an indent of one ideograph."""
    lines = []
    for index, text in enumerate(texts):
        bare = text.lstrip("　")
        lines.append((bare, LEFT + 16 * (len(text) - len(bare)), top + pitch * index))
    return lines
