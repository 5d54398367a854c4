"""From glyphs on a page to lines: what every fixed-layout reader (PDF, OFD, scans) shares.

A reader hands over `Strip`s, stretches of glyphs that stand side by side, in points from the
top left of the page as a reader sees it. They become `Row`s, the printed lines, and a `Sheet`
is a page of them. Nothing here knows a file format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import cos, sin
from operator import attrgetter
from typing import Final

from reportparse.document import Box, Edges, LineKind

#: Two strips share a line when they overlap by this share of the lower one ...
LEVEL: Final = 0.45
#: ... unless one is so much taller that it is a watermark or an ornament.
TALLER: Final = 2.3
#: A gap wider than this (in em) is printed as a blank.
BLANK_GAP: Final = 0.9
#: Between two ideographs already this much is one: 中共云岭县委 云岭县人民政府
LOOSE_GAP: Final = 0.35
#: Between two digits or Latin letters even less: 12.5 8.3
TIGHT_GAP: Final = 0.25
#: A digit lower than this share of its line and lifted off it by `LIFT` is a superscript.
SMALL: Final = 0.72
LIFT: Final = 0.12
#: So many ideographs show the size of a line.
SAMPLE: Final = 12
#: Digits written as what they are, so that no figure swallows them: 100m² · 198件¹
SUPERSCRIPTS: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: What may be a raised note: 2 · [12] · 1,2
NOTE_MARK: Final = re.compile(r"[\[(（〔]?[0-9]{1,3}(?:[,，、-][0-9]{1,3})*[\])）〕]?$")
HAN: Final = re.compile("[\u3400-\u9fff\u2e80-\u2fdf\uf900-\ufaff]")
TIGHT: Final = re.compile(r"[0-9A-Za-z.,%]")


@dataclass(frozen=True, slots=True)
class Strip:
    """Glyphs side by side, as they come from the file."""

    text: str
    #: Left edges of the characters and the right edge of the last, in points.
    edges: tuple[float, ...]
    top: float
    bottom: float
    #: How sure each character is where the strip was recognised; empty for digital text.
    confidences: tuple[float, ...] = ()

    @property
    def left(self) -> float:
        """Return where the first character begins."""
        return self.edges[0]

    @property
    def right(self) -> float:
        """Return where the last character ends."""
        return self.edges[-1]

    @property
    def middle(self) -> float:
        """Return the height at which the strip stands."""
        return (self.top + self.bottom) / 2

    def part(self, start: int, end: int) -> Strip:
        """Cut some of the characters out."""
        edges = self.edges[start : end + 1]
        sure = self.confidences[start:end]
        return Strip(self.text[start:end], edges, self.top, self.bottom, sure)


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line; `left` and `right` leave the blanks around it out."""

    text: str
    edges: Edges
    top: float
    bottom: float
    #: Width of an ideograph, as far as it can be told.
    size: float
    kind: LineKind = "body"
    #: 0 over the whole page, 1 and 2 in the left and right of two columns.
    column: int = 0
    #: How sure each character is where the line was recognised; empty for digital text.
    confidences: tuple[float, ...] = ()
    left: float = field(init=False)
    right: float = field(init=False)

    def __post_init__(self) -> None:
        bare = self.text.rstrip()
        first = len(bare) - len(bare.lstrip())
        object.__setattr__(self, "left", self.edges[first if bare else 0])
        object.__setattr__(self, "right", self.edges[len(bare)])


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a table on one page, and where its text begins in the line of its row."""

    text: str
    at: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on one page, before those over several pages are put together."""

    #: One line for each row, cells parted by tabs.
    lines: tuple[Row, ...]
    cells: tuple[GridCell, ...]
    #: Where its columns begin and end.
    bounds: tuple[float, ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its lines in reading order, those of its tables among them."""

    #: From 1.
    number: int
    #: Size as it is read.
    width: float
    height: float
    rows: tuple[Row, ...]
    grids: tuple[Grid, ...] = ()
    #: Page number as printed.
    label: str | None = None
    #: Quarters that a page of sideways text was turned back (clockwise) to be read.
    turns: int = 0
    #: Angle (radians, clockwise) that a leaning page was turned back by to be read.
    lean: float = 0.0

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height as shown."""
        return (self.height, self.width) if self.turns % 2 else (self.width, self.height)

    def box(self, row: Row) -> Box:
        """Return where a line stands on the page as shown."""
        left, top, right, bottom = self._leaning(row)
        width, height = self.width, self.height
        for _ in range(-self.turns % 4):
            left, top, right, bottom = height - bottom, left, height - top, right
            width, height = height, width
        return Box(left, top, right, bottom)

    def _leaning(self, row: Row) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom of a line on the page as it leans."""
        left, top, right, bottom = row.edges[0], row.top, row.edges[-1], row.bottom
        if not self.lean:
            return left, top, right, bottom
        corners = [self._leans(x, y) for x in (left, right) for y in (top, bottom)]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def _leans(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point stands on the page as it leans."""
        across, down = x - self.width / 2, y - self.height / 2
        c, s = cos(self.lean), sin(self.lean)
        return (
            self.width / 2 + across * c - down * s,
            self.height / 2 + across * s + down * c,
        )

    def edges(self, row: Row) -> Edges:
        """Return the edges of the characters of a line as shown, none where it stands."""
        if self.turns:
            return Edges()
        if not self.lean:
            return row.edges
        middle = (row.top + row.bottom) / 2
        return Edges.of(self._leans(x, middle)[0] for x in row.edges)


def rows_of(strips: Iterable[Strip], column: int = 0) -> tuple[Row, ...]:
    """Put strips together into lines, from top to bottom."""
    printed = (band for band in _bands(strips) if any(strip.text.strip() for strip in band))
    return tuple(_row(band, column) for band in printed)


def joined(strips: Sequence[Strip]) -> Strip:
    """Write strips of one line behind one another, with blanks where gaps are."""
    if len(strips) == 1:
        return strips[0]
    size = _size(strips)
    text = ""
    edges: list[float] = []
    sure: list[float] = []
    right = strips[0].left
    for strip in sorted(strips, key=attrgetter("left")):
        if text and _is_gap(text[-1], strip.text[0], (strip.left - right) / size):
            text += " "
            edges.append(right)
            sure.append(1.0)
        text += strip.text
        edges.extend(strip.edges[:-1])
        sure.extend(strip.confidences)
        right = strip.right
    edges.append(right)
    top = min(strip.top for strip in strips)
    bottom = max(strip.bottom for strip in strips)
    return Strip(text, tuple(edges), top, bottom, all_or_none(sure, text))


def all_or_none(confidences: Sequence[float], text: str) -> tuple[float, ...]:
    """Keep confidences where there is one for each character: of recognised text."""
    return tuple(confidences) if len(confidences) == len(text) else ()


def without_doubles(strips: Iterable[Strip]) -> tuple[Strip, ...]:
    """Drop strips drawn over themselves (bold made by printing twice)."""
    strips = tuple(strips)
    if len({strip.text for strip in strips}) == len(strips):
        return strips
    seen: set[tuple[str, int, int]] = set()
    kept: list[Strip] = []
    for strip in strips:
        left, top = round(strip.left), round(strip.top)
        near = {(strip.text, x, y) for x in (left - 1, left, left + 1) for y in (top - 1, top)}
        if seen.isdisjoint(near):
            kept.append(strip)
        seen |= {(strip.text, left, top), (strip.text, left, top - 1)}
    return tuple(kept)


def _bands(strips: Iterable[Strip]) -> list[list[Strip]]:
    """Sort strips into those that stand on one line."""
    bands: list[list[Strip]] = []
    tallest: Strip | None = None
    for strip in sorted(strips, key=attrgetter("middle")):
        if tallest is not None and _level(strip, tallest):
            bands[-1].append(strip)
            tallest = max(tallest, strip, key=_height)
        else:
            bands.append([strip])
            tallest = strip
    return bands


def _height(strip: Strip) -> float:
    return strip.bottom - strip.top


def _level(one: Strip, other: Strip) -> bool:
    """Tell whether two strips stand on one line."""
    lower, higher = sorted((_height(one), _height(other)))
    if higher > TALLER * max(lower, 1.0):
        return False
    return min(one.bottom, other.bottom) - max(one.top, other.top) > LEVEL * lower


def _row(band: list[Strip], column: int) -> Row:
    """Make one line of the strips on it."""
    if len(band) > 1:
        band = _noted(band)
    whole = joined(band)
    return Row(
        whole.text,
        Edges.of(whole.edges),
        whole.top,
        whole.bottom,
        _size(band),
        column=column,
        confidences=whole.confidences,
    )


def _noted(band: list[Strip]) -> list[Strip]:
    """Write raised digits as superscripts."""
    main = max(band, key=_height)
    first = min(band, key=attrgetter("left"))
    return [
        replace(strip, text=strip.text.translate(SUPERSCRIPTS))
        if strip is not first and _is_raised(strip, main)
        else strip
        for strip in band
    ]


def _is_raised(strip: Strip, main: Strip) -> bool:
    """Tell a note mark or an exponent from a figure."""
    height = _height(main)
    if _height(strip) >= SMALL * height or strip.bottom > main.bottom - LIFT * height:
        return False
    return NOTE_MARK.match(strip.text.strip()) is not None


def _size(strips: Sequence[Strip]) -> float:
    """Estimate the width of an ideograph: the usual pitch of those there are, else the height."""
    height = max([strip.bottom - strip.top for strip in strips])
    pitches: list[float] = []
    for strip in strips:
        ends = pairwise(strip.edges)
        for character, (start, end) in zip(strip.text[:SAMPLE], ends, strict=False):
            if "\u3400" <= character <= "\u9fff" or "\u2e80" <= character <= "\u2fdf":
                pitches.append(end - start)
        if len(pitches) > SAMPLE:
            break
    if pitches:
        pitch = sorted(pitches)[len(pitches) // 2]
        if 0.6 * height < pitch < 1.7 * height:
            return pitch
    return max(height, 1.0)


def _is_gap(before: str, after: str, gap: float) -> bool:
    """Tell whether so many em between two characters are a blank."""
    if before.isspace() or after.isspace() or gap <= TIGHT_GAP:
        return False
    if TIGHT.match(before) and TIGHT.match(after):
        return True
    return gap > (LOOSE_GAP if HAN.match(before) and HAN.match(after) else BLANK_GAP)
