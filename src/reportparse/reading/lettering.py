"""Text objects of GB/T 33190: every character's place from the offsets between them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, repeat
from typing import Final
from unicodedata import east_asian_width

from reportparse.reading.drawing import moved
from reportparse.reading.graphics import Placed, children, number, numbers
from reportparse.reading.layout import Strip

#: A character reaches so far (in em) above and below the line it stands on.
ABOVE: Final = 0.86
BELOW: Final = 0.14
#: In em: a gap that parts two strips, a step back that does, and a step up or down.
GAP: Final = 0.9
BACK: Final = 0.3
STEP: Final = 0.3
#: Breaks that would tear a line of the document.
BREAK: Final = re.compile("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class _Em:
    """Width and height of a full character on the page."""

    width: float
    height: float

    def advance(self, character: str) -> float:
        """Return the room that a character takes as a rule."""
        return self.width * share(character)


def share(character: str) -> float:
    """Return the width of a character in em: half for Latin, all for Chinese."""
    return 1.0 if east_asian_width(character) in "WFA" else 0.5


def strips_of(item: Placed) -> Iterator[Strip]:
    """Yield what a text object writes."""
    size = _size(item)
    wide = size * number(item.element.get("HScale"), 1.0)
    a, b, c, d, *_ = item.matrix
    em = _Em(wide * math.hypot(a, b), size * math.hypot(c, d))
    x = y = 0.0
    for code in children(item.element, "TextCode"):
        # One without a place of its own begins where the one before began.
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        text = BREAK.sub(" ", (code.text or "").strip("\t\r\n"))
        if text:
            downward = code.get("DeltaY") is not None
            usual = [0.0 if downward else wide * share(character) for character in text]
            xs = _along(x, code.get("DeltaX"), usual)
            ys = _along(y, code.get("DeltaY"), [0.0] * len(text))
            points = [moved(point, item.matrix) for point in zip(xs, ys, strict=True)]
            yield from _strips(text, points, em)


def _size(item: Placed) -> float:
    """Tell how large a text object writes in its own coordinates."""
    _, _, _, height = numbers(item.element.get("Boundary"), 4) or (0.0,) * 4
    return number(item.element.get("Size")) or height


def _along(start: float, deltas: str | None, usual: Sequence[float]) -> list[float]:
    """Return where each character begins; where no offset is given the usual one is taken."""
    given = list(_deltas((deltas or "").split(), len(usual) - 1))
    return list(accumulate(chain(given, usual[len(given) : -1]), initial=start))


def _deltas(parts: Sequence[str], limit: int) -> Iterator[float]:
    """Write repeated offsets out, up to as many as there is use for.

    >>> list(_deltas("g 3 5 4.5".split(), 10))
    [5.0, 5.0, 5.0, 4.5]
    """
    at = count = 0
    while at < len(parts) and count < limit:
        if parts[at].lower() == "g":
            times = int(number(parts[at + 1])) if at + 2 < len(parts) else 0
            value, at = parts[min(at + 2, len(parts) - 1)], at + 3
        else:
            times, value, at = 1, parts[at], at + 1
        times = min(times, limit - count)
        yield from repeat(number(value), times)
        count += max(times, 0)


def _strips(text: str, points: Sequence[tuple[float, float]], em: _Em) -> Iterator[Strip]:
    """Cut a text where it leaves its line, goes back or leaves a gap."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or _is_cut(points[at - 1], points[at], em.advance(text[at - 1]), em):
            part = points[start:at]
            lefts = accumulate((x for x, _ in part), max)
            edges = (*lefts, max(x for x, _ in part) + em.advance(text[at - 1]))
            base = part[0][1]
            top, bottom = base - ABOVE * em.height, base + BELOW * em.height
            yield Strip(text[start:at], edges, top, bottom)
            start = at


def _is_cut(one: tuple[float, float], other: tuple[float, float], wide: float, em: _Em) -> bool:
    step = other[0] - one[0]
    if step < -BACK * em.width or step - wide > GAP * em.width:
        return True
    return abs(other[1] - one[1]) > STEP * em.height
