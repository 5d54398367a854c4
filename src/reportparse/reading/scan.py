"""The picture of a page read as a page: its writing in lines, its tables by ruling lines.

A page that lies on its side or upside down is turned until it can be read, and one that leans
is read level. Boxes are those of the page as it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean
from typing import Any, Final

from reportparse.document import Quality, Remark
from reportparse.reading import strokes
from reportparse.reading.columns import read_rows
from reportparse.reading.composing import placed
from reportparse.reading.layout import Sheet
from reportparse.reading.levelling import Leaning, lean_of, strips_of
from reportparse.reading.ocr import Writing, is_upright, recognise
from reportparse.reading.ruled import tables_of

#: Pixels to an inch at which a page is best read, and the most on the longer side of a page.
RESOLUTION: Final = 150
LONGEST: Final = 3000
#: Less sure than this, a page may be upside down.
UNSURE: Final = 0.8
#: Share of writing that stands on its side, above which the page does.
SIDEWAYS: Final = 0.5


def scale_of(size: tuple[float, float]) -> float:
    """Return how many pixels a point is given on a page of some size in points."""
    return min(RESOLUTION / 72, LONGEST / max(*size, 1.0))


def sheet_of(pixels: Any, number: int, scale: float) -> Sheet:  # noqa: ANN401
    """Read a page of BGR pixels; `scale` is pixels to a point."""
    turns, pixels, writings = _turned(pixels)
    height, width = pixels.shape[:2]
    lean = lean_of(writings)
    if lean is None:
        lean = strokes.lean_of(pixels, scale)
    strips = tuple(strips_of(writings, Leaning((width / 2, height / 2), lean), scale))
    rules = strokes.rules_of(pixels, scale, lean, strips)
    grids, outside = tables_of(rules, strips)
    rows = placed(read_rows(outside), grids)
    size = width / scale, height / scale
    return Sheet(number, *size, rows, grids, turns=turns, lean=lean)


def _turned(pixels: Any) -> tuple[int, Any, Sequence[Writing]]:  # noqa: ANN401
    """Turn a page by quarters (clockwise) until it is read best."""
    import numpy as np

    writings = recognise(pixels)
    best = 0, pixels, writings
    for turns in _other_turns(writings):
        other = np.ascontiguousarray(np.rot90(pixels, -turns))
        writings = recognise(other)
        if _sureness(writings) > _sureness(best[2]):
            best = turns, other, writings
    return best


def _other_turns(writings: Sequence[Writing]) -> tuple[int, ...]:
    """Say which turns of a page are worth a try."""
    lengths = [len(writing.text) for writing in writings]
    standing = sum(len(writing.text) for writing in writings if is_upright(writing.corners))
    if standing > SIDEWAYS * sum(lengths):
        return 1, 3
    confidences = [sure for writing in writings for sure in writing.confidences]
    return (2,) if confidences and fmean(confidences) < UNSURE else ()


def _sureness(writings: Sequence[Writing]) -> float:
    """Measure how well a page was read: lines that lie, by how sure each character is."""
    level = (writing for writing in writings if not is_upright(writing.corners))
    return sum(2 * sure - 1 for writing in level for sure in writing.confidences)


def sureness_of(sheets: Iterable[Sheet]) -> float | None:
    """Return how sure the characters of recognised pages are on the average."""
    found = [sure for sheet in sheets for row in sheet.rows for sure in row.confidences]
    return fmean(found) if found else None


def recognised(sheets: Sequence[Sheet]) -> Iterator[Remark]:
    """Say which pages were read from pictures, if any, and how sure it is."""
    if sheets:
        sureness = sureness_of(sheets)
        sure = (
            "nothing was found on them" if sureness is None else f"mean confidence {sureness:.3f}"
        )
        pages = ranges([sheet.number for sheet in sheets])
        yield Remark("recognised", f"Read from pictures by recognition, {sure}: {pages}")


def quality_of(read: Sequence[bool]) -> Quality:
    """Tell whether text was typed, recognised, or some of each, from which pages were recognised.

    >>> quality_of([True, False])
    'mixed'
    """
    if not any(read):
        return "digital"
    return "ocr" if all(read) else "mixed"


def ranges(numbers: list[int]) -> str:
    """Write page numbers short.

    >>> ranges([1, 2, 3, 7])
    '1-3, 7'
    """
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)
