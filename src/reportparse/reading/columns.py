"""Reading order on a page: two columns are read one after the other, not across.

Two columns are told by an upright gutter that hardly any line crosses, with lines of words on
both sides that fill their side. Columns of figures do not, so a table without rules stays as
it is. Lines that cross the gutter (a title, a picture's caption) part the page into zones.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from reportparse.reading.layout import Row, Strip, rows_of

#: A page with fewer lines shows no columns.
FEW: Final = 12
#: Share of the lines that may cross a gutter.
CROSSING: Final = 0.5
#: Where a gutter may stand, as shares of the width of the text.
MIDDLE: Final = (0.36, 0.64)
STEPS: Final = 28
#: A blank narrower than this (in em) is a blank between words.
GUTTER: Final = 1.2
#: Share of its side that the usual line of a column fills.
FULL: Final = 0.6
#: Lines that each side must have.
SIDE: Final = 5
BLANK: Final = re.compile(r"\s")
DIGIT: Final = re.compile("[0-9０-９.,%，]")
#: Share of digits above which a side is a column of figures.
FIGURES: Final = 0.4


def read_rows(strips: Sequence[Strip]) -> tuple[Row, ...]:
    """Put the strips of a page together into lines, in the order in which they are read."""
    rows = rows_of(strips)
    gutter = _gutter(rows)
    if gutter is None:
        return rows
    crossing = [row for row in rows if _crosses(row, gutter)]
    if not _are_columns(strips, crossing, gutter):
        return rows
    return tuple(_by_zones(strips, crossing, gutter))


def _gutter(rows: Sequence[Row]) -> float | None:
    """Find the upright line that the fewest lines of print cross, if they are few enough."""
    if len(rows) < FEW:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    limit = CROSSING * len(rows)
    if sum(_crosses(row, (left + right) / 2) for row in rows) > limit:
        return None
    first, last = (left + share * (right - left) for share in MIDDLE)
    places = [first + (last - first) * step / STEPS for step in range(STEPS + 1)]
    return _least_crossed(rows, places, limit)


def _least_crossed(rows: Sequence[Row], places: Sequence[float], limit: float) -> float | None:
    """Return the middle one of the places that the fewest lines cross."""
    counts = [sum(_crosses(row, place) for row in rows) for place in places]
    fewest = min(counts)
    best = [place for place, count in zip(places, counts, strict=True) if count == fewest]
    return best[len(best) // 2] if fewest <= limit else None


def _crosses(row: Row, place: float) -> bool:
    """Tell whether print of a line stands on an upright line."""
    if not row.left < place < row.right:
        return False
    if not BLANK.search(row.text):
        return True
    at = min(bisect_right(row.edges, place) - 1, len(row.text) - 1)
    width = row.edges[at + 1] - row.edges[at]
    return not (row.text[at].isspace() and width > GUTTER * row.size)


def _sides(
    strips: Sequence[Strip], crossing: Sequence[Row], gutter: float
) -> tuple[list[Strip], list[Strip]]:
    """Part the strips that belong to no crossing line."""
    bands = [(row.top, row.bottom) for row in crossing]
    free = [
        strip
        for strip in strips
        if not any(top <= strip.middle <= bottom for top, bottom in bands)
    ]
    left = [strip for strip in free if (strip.left + strip.right) / 2 < gutter]
    right = [strip for strip in free if (strip.left + strip.right) / 2 >= gutter]
    return left, right


def _are_columns(strips: Sequence[Strip], crossing: Sequence[Row], gutter: float) -> bool:
    """Tell columns of words from columns of figures and from chance."""
    return all(_is_column(rows_of(side)) for side in _sides(strips, crossing, gutter))


def _is_column(rows: Sequence[Row]) -> bool:
    """Tell lines of words that fill their side."""
    if len(rows) < SIDE or median(len(row.text) for row in rows) < SIDE:
        return False
    width = max(row.right for row in rows) - min(row.left for row in rows)
    if median(row.right - row.left for row in rows) < FULL * width:
        return False
    text = "".join(row.text for row in rows)
    return len(DIGIT.findall(text)) <= FIGURES * len(text)


def _by_zones(strips: Sequence[Strip], crossing: Sequence[Row], gutter: float) -> Iterator[Row]:
    """Yield what stands between two crossing lines side by side, left before right."""
    left, right = _sides(strips, crossing, gutter)
    edges = [float("-inf"), *((row.top + row.bottom) / 2 for row in crossing), float("inf")]
    for index, (top, bottom) in enumerate(pairwise(edges)):
        if index:
            yield crossing[index - 1]
        for column, side in ((1, left), (2, right)):
            yield from rows_of([s for s in side if top < s.middle < bottom], column)
