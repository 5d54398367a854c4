"""Text and character boxes of a PDF page, by direct calls into PDFium.

The comfortable interface costs more than PDFium itself, so the calls that are made once a
character go through bare function pointers, and boxes are written into one block of memory.
"""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import sub
from typing import Any, Final

import pypdfium2.raw as pdfium

from reportparse.reading.layout import Strip

POINTER: Final = ctypes.c_void_p


def bare(function: Any, result: Any, *arguments: Any) -> Any:  # noqa: ANN401
    """Take a PDFium function without the checks of its wrapper."""
    address = ctypes.cast(function, POINTER).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(address)


_loose_box: Final = bare(
    pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, POINTER, ctypes.c_int, POINTER
)
_angle: Final = bare(pdfium.FPDFText_GetCharAngle, ctypes.c_float, POINTER, ctypes.c_int)
_origin: Final = bare(
    pdfium.FPDFText_GetCharOrigin, ctypes.c_int, POINTER, ctypes.c_int, POINTER, POINTER
)
_unicode: Final = bare(pdfium.FPDFText_GetUnicode, ctypes.c_uint, POINTER, ctypes.c_int)

#: Blanks and line ends that PDFium puts in have no width.
BREAK: Final = re.compile(r"[ \r\n\x00]")
#: What stands for no character: 0, soft hyphen marks of PDFium, noncharacters.
NOTHING: Final = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
#: What marks a note: 12 · [3]
NOTES: Final = frozenset("0123456789[]［］〔〕")
#: Shares of the height, see `_is_plain`.
GAP: Final = 0.9
DRIFT: Final = 1.5
SMALL: Final = 0.72
#: Digits lower than this share of what stands beside them are tried for its baseline.
LEVEL: Final = 0.9
#: Glyphs whose baselines lie closer than this share of their height stand on one.
ON_LINE: Final = 0.08
#: How far (in radians) the angle of a run may differ from the quarter turn it belongs to.
SKEW: Final = 0.1


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a page that is shown, and how it is turned (quarters, clockwise)."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Return width and height as shown."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def shown(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """Turn left, bottom, right, top of the file into left, top, right, bottom as shown."""
        lefts, tops, rights, bottoms = self.all_shown(*([value] for value in box))
        return lefts[0], tops[0], rights[0], bottoms[0]

    def all_shown(
        self,
        lefts: Sequence[float],
        bottoms: Sequence[float],
        rights: Sequence[float],
        tops: Sequence[float],
    ) -> tuple[list[float], list[float], list[float], list[float]]:
        """Do the same for many boxes at once."""
        if self.turns == 0:
            flat, upright = self._from_left(lefts, rights), self._from_top(bottoms, tops)
        elif self.turns == 1:
            flat, upright = self._from_bottom(bottoms, tops), self._from_left(lefts, rights)
        elif self.turns == 2:
            flat, upright = self._from_right(lefts, rights), self._from_bottom(bottoms, tops)
        else:
            flat, upright = self._from_top(bottoms, tops), self._from_right(lefts, rights)
        return flat[0], upright[0], flat[1], upright[1]

    def _from_left(
        self, lefts: Sequence[float], rights: Sequence[float]
    ) -> tuple[list[float], list[float]]:
        return [x - self.left for x in lefts], [x - self.left for x in rights]

    def _from_right(
        self, lefts: Sequence[float], rights: Sequence[float]
    ) -> tuple[list[float], list[float]]:
        return [self.right - x for x in rights], [self.right - x for x in lefts]

    def _from_top(
        self, bottoms: Sequence[float], tops: Sequence[float]
    ) -> tuple[list[float], list[float]]:
        return [self.top - y for y in tops], [self.top - y for y in bottoms]

    def _from_bottom(
        self, bottoms: Sequence[float], tops: Sequence[float]
    ) -> tuple[list[float], list[float]]:
        return [y - self.bottom for y in bottoms], [y - self.bottom for y in tops]


@dataclass(frozen=True, slots=True)
class Glyphs:
    """All characters of a page with their boxes as the file has them, and runs of them."""

    text: str
    lefts: array[float]
    tops: array[float]
    rights: array[float]
    bottoms: array[float]
    #: First and last + 1 of characters that PDFium took for one run, and its angle.
    runs: tuple[tuple[int, int, float], ...]


def glyphs_of(textpage: Any) -> Glyphs:  # noqa: ANN401
    """Take the characters off a page."""
    count = max(pdfium.FPDFText_CountChars(textpage), 0)
    handle = ctypes.cast(textpage, POINTER).value
    boxes = (ctypes.c_float * (4 * count))()
    start = ctypes.addressof(boxes)
    places = range(start, start + 16 * count, 16)
    deque(map(_loose_box, repeat(handle), range(count), places), maxlen=0)
    values = array("f", bytes(boxes))
    text = _text(textpage, handle, count)
    lefts, tops, rights, bottoms = values[0::4], values[1::4], values[2::4], values[3::4]
    breaks = [at.start() for at in BREAK.finditer(text)]
    breaks = [at for at in breaks if lefts[at] == rights[at]]
    runs = tuple(
        (first, last, _angle(handle, first))
        for first, last in zip([0, *(at + 1 for at in breaks)], [*breaks, count], strict=True)
        if first < last
    )
    _level(handle, text, (tops, bottoms), runs)
    return Glyphs(text, lefts, tops, rights, bottoms, runs)


def _level(
    handle: int | None,
    text: str,
    boxes: tuple[array[float], array[float]],
    runs: Sequence[tuple[int, int, float]],
) -> None:
    """Give digits on a baseline the height of what stands beside them.

    Fonts differ in what they leave free above and below, which would make superscripts of them.
    """
    tops, bottoms = boxes
    heights = array("f", map(sub, tops, bottoms))
    for place, (first, last, _) in enumerate(runs):
        beside = [runs[place - 1][1] - 1] if place else []
        beside += [one[0] for one in runs[place + 1 : place + 2]]
        tall = LEVEL * max((max(heights[first:last]), *(heights[at] for at in beside)))
        if min(heights[first:last]) >= tall:
            continue
        model = max((*range(first, last), *beside), key=heights.__getitem__)
        for at in range(first, last):
            if heights[at] < tall and text[at] in NOTES and _on_line(handle, at, model, tall):
                tops[at], bottoms[at] = tops[model], bottoms[model]


def _on_line(handle: int | None, at: int, model: int, height: float) -> bool:
    """Tell whether two glyphs stand on one baseline."""
    return abs(_baseline(handle, at) - _baseline(handle, model)) < ON_LINE * height


def _baseline(handle: int | None, index: int) -> float:
    """Return how high above the foot of the page a glyph stands."""
    x, y = ctypes.c_double(), ctypes.c_double()
    _origin(handle, index, ctypes.addressof(x), ctypes.addressof(y))
    return y.value


def _text(textpage: Any, handle: int | None, count: int) -> str:  # noqa: ANN401
    """Return one character for each glyph."""
    units = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(textpage, 0, count, units)
    text = bytes(units)[: 2 * count].decode("utf-16-le", "surrogatepass")
    if NOTHING.search(text) or len(text) != count:
        # Characters that PDFium does not know, or beyond the first plane: one by one.
        codes = [_unicode(handle, index) for index in range(count)]
        return NOTHING.sub(
            "\ufffd", "".join(chr(code) if code < 0x110000 else "\0" for code in codes)
        )
    return text


def quarter(angle: float) -> int | None:
    """Return how many quarters an angle turns (clockwise), `None` for anything between."""
    if angle == 0:
        return 0
    turns = angle / (math.pi / 2)
    nearest = round(turns)
    return nearest % 4 if abs(turns - nearest) < SKEW * 2 / math.pi else None


def strips_of(glyphs: Glyphs, frame: Frame, turn: int) -> Iterator[Strip]:
    """Yield the runs that are turned by `turn` in the file, as shown in `frame`."""
    lefts, tops, rights, bottoms = frame.all_shown(
        glyphs.lefts, glyphs.bottoms, glyphs.rights, glyphs.tops
    )
    width, height = frame.size
    for first, last, angle in glyphs.runs:
        if quarter(angle) != turn:
            continue
        boxes = (lefts[first:last], tops[first:last], rights[first:last], bottoms[first:last])
        text = glyphs.text[first:last]
        for start, end in _cuts(text, boxes):
            edges = (*boxes[0][start:end], boxes[2][end - 1])
            top, bottom = min(boxes[1][start:end]), max(boxes[3][start:end])
            if edges[-1] > 0 and edges[0] < width and bottom > 0 and top < height:
                yield Strip(text[start:end], edges, top, bottom)


Boxes = tuple[list[float], list[float], list[float], list[float]]


def _cuts(text: str, boxes: Boxes) -> Iterator[tuple[int, int]]:
    """Cut a run where the line breaks, a gap opens or a digit is raised; seldom anywhere."""
    if _is_plain(text, boxes):
        yield 0, len(text)
        return
    start = 0
    for at in range(1, len(text)):
        if _parts(text, boxes, at):
            yield start, at
            start = at
    yield start, len(text)


def _is_plain(text: str, boxes: Boxes) -> bool:
    """Tell at little cost whether a run needs no cut."""
    lefts, tops, rights, bottoms = boxes
    if len(text) == 1:
        return True
    heights = list(map(sub, bottoms, tops))
    tall = max(heights)
    if max(bottoms) - min(tops) > DRIFT * tall:
        return False
    if min(map(sub, lefts[1:], lefts)) < -1 or max(map(sub, lefts[1:], rights)) > GAP * tall:
        return False
    return min(heights) > SMALL * tall or not any("0" <= digit <= "9" for digit in text)


def _parts(text: str, boxes: Boxes, at: int) -> bool:
    """Tell whether a run has to be cut before one of its characters."""
    lefts, tops, rights, bottoms = boxes
    before, here = bottoms[at - 1] - tops[at - 1], bottoms[at] - tops[at]
    tall = max(before, here, 1.0)
    if lefts[at] < lefts[at - 1] - 1 or lefts[at] - rights[at - 1] > GAP * tall:
        return True
    if min(bottoms[at - 1 : at + 1]) < max(tops[at - 1 : at + 1]):
        return True
    digit, other = (at, at - 1) if here < before else (at - 1, at)
    is_small = min(before, here) < SMALL * tall and text[digit] in NOTES
    return is_small and bottoms[digit] < bottoms[other] - 0.1 * tall
