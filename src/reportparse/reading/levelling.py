"""From recognised writing to strips: characters get their edges, a leaning page is set level.

A page is seldom laid straight on the glass. How far it leans is told by its long lines; all is
turned back by that much before lines are put together, so that one that falls from left to
right stays one line and the margin stays upright.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import atan2, cos, hypot, radians, sin
from typing import Final

from reportparse.reading.layout import Strip
from reportparse.reading.ocr import Point, Writing, is_upright

#: A line so many times as long as high shows how the page leans.
LONG: Final = 10
#: Fewer such lines show nothing.
FEW: Final = 3
#: A page that leans less is level, and one that leans more does not lean: it is a photograph.
LEVEL: Final = radians(0.1)
STEEP: Final = radians(15)
#: So many neighbours at each side level out how roughly the places of characters are known.
NEAR: Final = 3
#: 12: two digits; their middles stand half as far apart as the line is high. A blank
#: between them, which recognition loses, makes it more than this.
FIGURES: Final = re.compile(r"[0-9]{2}")
WIDE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Leaning:
    """How a page leans: about its middle, by an angle (radians, clockwise)."""

    middle: Point
    angle: float

    def level(self, point: Point) -> Point:
        """Return where a point would stand on a level page."""
        return turned(point, self.middle, -self.angle)


def turned(point: Point, middle: Point, angle: float) -> Point:
    """Turn a point about another, clockwise as y runs down the page."""
    x, y = point[0] - middle[0], point[1] - middle[1]
    return (
        middle[0] + x * cos(angle) - y * sin(angle),
        middle[1] + x * sin(angle) + y * cos(angle),
    )


def lean_of(writings: Sequence[Writing]) -> float | None:
    """Find how a page leans: as half of its writing, by length, does. `None`: too few lines."""
    axes = [(_axis(writing), _height(writing)) for writing in writings]
    long = sorted(
        (atan2(end[1] - start[1], end[0] - start[0]), end[0] - start[0])
        for (start, end), height in axes
        if end[0] - start[0] > LONG * height
    )
    if len(long) < FEW:
        return None
    half = sum(length for _, length in long) / 2
    sums = accumulate(length for _, length in long)
    angle = next(angle for (angle, _), so_far in zip(long, sums, strict=True) if so_far >= half)
    return angle if LEVEL < abs(angle) < STEEP else 0.0


def strips_of(writings: Sequence[Writing], leaning: Leaning, scale: float) -> Iterator[Strip]:
    """Yield the writing that lies level, in points; `scale` is pixels to a point."""
    for read in writings:
        if is_upright(read.corners):
            continue
        start, end = (leaning.level(point) for point in _axis(read))
        height = _height(read)
        middle = (start[1] + end[1]) / 2
        length = hypot(end[0] - start[0], end[1] - start[1])
        writing = _spaced(read, length / max(height, 1.0))
        edges = [start[0] + length * at for at in _edges(writing.text, writing.middles)]
        strip = Strip(
            writing.text,
            tuple(edge / scale for edge in edges),
            (middle - height / 2) / scale,
            (middle + height / 2) / scale,
            writing.confidences,
        )
        yield _bare(strip)


def _spaced(writing: Writing, ratio: float) -> Writing:
    """Write a blank where one was printed between two figures: 表1 2023年."""
    text = ""
    middles: list[float] = []
    sure: list[float] = []
    for at, character in enumerate(writing.text):
        middle = writing.middles[at]
        if at and FIGURES.match(writing.text, at - 1) and (middle - middles[-1]) * ratio > WIDE:
            text += " "
            middles.append((middle + middles[-1]) / 2)
            sure.append(1.0)
        text += character
        middles.append(middle)
        sure.append(writing.confidences[at])
    return replace(writing, text=text, middles=tuple(middles), confidences=tuple(sure))


def _bare(strip: Strip) -> Strip:
    """Leave out the blanks around a strip."""
    text = strip.text
    start = len(text) - len(text.lstrip())
    return strip.part(start, len(text.rstrip()))


def _axis(writing: Writing) -> tuple[Point, Point]:
    """Return the middle of the left and of the right side of a line."""
    left_top, right_top, right_bottom, left_bottom = writing.corners
    return _between(left_top, left_bottom), _between(right_top, right_bottom)


def _between(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _height(writing: Writing) -> float:
    left_top, right_top, right_bottom, left_bottom = writing.corners
    left = hypot(left_bottom[0] - left_top[0], left_bottom[1] - left_top[1])
    right = hypot(right_bottom[0] - right_top[0], right_bottom[1] - right_top[1])
    return (left + right) / 2


def _edges(text: str, middles: Sequence[float]) -> list[float]:
    """Return where each character begins, and where the last ends, along the line."""
    widths = [_width(character) for character in text]
    places = _levelled(middles, widths)
    if len(places) == 1:
        return [0.0, 1.0]
    edges = [
        one + (other - one) * width / (width + next_width)
        for (one, other), (width, next_width) in zip(
            pairwise(places), pairwise(widths), strict=True
        )
    ]
    first = places[0] - (edges[0] - places[0])
    last = places[-1] + (places[-1] - edges[-1])
    return [max(first, 0.0), *edges, min(last, 1.0)]


def _width(character: str) -> float:
    """Return the width of a character in em, roughly."""
    return 0.5 if character.isascii() else 1.0


def _levelled(middles: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Smooth places that are known to a sixth of an em by how wide characters are."""
    starts = [0.0, *accumulate((one + other) / 2 for one, other in pairwise(widths))]
    if len(middles) < 2 or middles[-1] <= middles[0]:
        return list(middles)
    em = (middles[-1] - middles[0]) / starts[-1]
    offs = [place - em * start for place, start in zip(middles, starts, strict=True)]
    return [em * start + _mean_near(offs, at) for at, start in enumerate(starts)]


def _mean_near(values: Sequence[float], at: int) -> float:
    reach = min(NEAR, at, len(values) - 1 - at)
    near = values[at - reach : at + reach + 1]
    return sum(near) / len(near)
