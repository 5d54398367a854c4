"""What is drawn on a PDF page besides text: ruling lines, and how much of it pictures cover."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2.raw as pdfium

from reportparse.reading.drawing import UNMOVED, Matrix, Point, moved, rules_around, times
from reportparse.reading.glyphs import POINTER, Frame, bare
from reportparse.reading.lattice import Rule

_object: Final = bare(pdfium.FPDFPage_GetObject, POINTER, POINTER, ctypes.c_int)
_member: Final = bare(pdfium.FPDFFormObj_GetObject, POINTER, POINTER, ctypes.c_ulong)
_members: Final = bare(pdfium.FPDFFormObj_CountObjects, ctypes.c_int, POINTER)
_type: Final = bare(pdfium.FPDFPageObj_GetType, ctypes.c_int, POINTER)
_matrix: Final = bare(pdfium.FPDFPageObj_GetMatrix, ctypes.c_int, POINTER, POINTER)
_bounds: Final = bare(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, *[POINTER] * 5)
_segments: Final = bare(pdfium.FPDFPath_CountSegments, ctypes.c_int, POINTER)
_segment: Final = bare(pdfium.FPDFPath_GetPathSegment, POINTER, POINTER, ctypes.c_int)
_point: Final = bare(pdfium.FPDFPathSegment_GetPoint, ctypes.c_int, *[POINTER] * 3)
_kind: Final = bare(pdfium.FPDFPathSegment_GetType, ctypes.c_int, POINTER)
_closes: Final = bare(pdfium.FPDFPathSegment_GetClose, ctypes.c_int, POINTER)
_drawn: Final = bare(pdfium.FPDFPath_GetDrawMode, ctypes.c_int, *[POINTER] * 3)
_mode: Final = bare(pdfium.FPDFTextObj_GetTextRenderMode, ctypes.c_int, POINTER)

#: A page with more is a drawing.
MOST_PATHS: Final = 4000
#: A path of more segments is one too.
MOST_SEGMENTS: Final = 2000
#: Forms inside forms are followed so far.
DEPTH: Final = 3
#: Text objects looked at to learn whether text is drawn at all.
SAMPLE: Final = 40


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a page holds besides the characters."""

    rules: tuple[Rule, ...]
    #: Share of the page under its largest picture.
    covered: float
    #: Whether no text is drawn: a layer of recognised text under a picture of the page.
    hidden: bool


def drawing_of(page: Any, frame: Frame) -> Drawing:  # noqa: ANN401
    """Look through the objects of a page."""
    handle = ctypes.cast(page, POINTER).value
    objects: dict[int, list[tuple[int, Matrix]]] = {}
    for item, matrix in _all(handle, pdfium.FPDFPage_CountObjects(page)):
        objects.setdefault(_type(item), []).append((item, matrix))
    pictures = objects.get(pdfium.FPDF_PAGEOBJ_IMAGE, [])
    covered = max((_share(item, matrix, frame) for item, matrix in pictures), default=0.0)
    texts = objects.get(pdfium.FPDF_PAGEOBJ_TEXT, [])[:SAMPLE]
    hidden = bool(texts) and covered > 0 and all(_is_hidden(item) for item, _ in texts)
    paths = objects.get(pdfium.FPDF_PAGEOBJ_PATH, [])
    if len(paths) > MOST_PATHS:
        return Drawing((), covered, hidden)
    rules = (rule for item, matrix in paths for rule in _rules(item, matrix, frame))
    return Drawing(tuple(rules), covered, hidden)


def _all(page: int | None, count: int) -> Iterator[tuple[int, Matrix]]:
    """Yield the objects of a page and of the forms on it."""
    form = pdfium.FPDF_PAGEOBJ_FORM
    for index in range(count):
        item = _object(page, index)
        if _type(item) == form:
            yield from _inside(item, UNMOVED, DEPTH)
        else:
            yield item, UNMOVED


def _inside(form: int, outer: Matrix, depth: int) -> Iterator[tuple[int, Matrix]]:
    """Yield the objects of a form."""
    if not depth:
        return
    matrix = times(_matrix_of(form), outer)
    for index in range(min(_members(form), 100 * MOST_PATHS)):
        item = _member(form, index)
        if _type(item) == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _inside(item, matrix, depth - 1)
        else:
            yield item, matrix


def _is_hidden(item: int) -> bool:
    return bool(_mode(item) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def _matrix_of(item: int) -> Matrix:
    """Return how an object is moved on the page."""
    values = (ctypes.c_float * 6)()
    if not _matrix(item, ctypes.addressof(values)):
        return UNMOVED
    return (values[0], values[1], values[2], values[3], values[4], values[5])


def _share(item: int, matrix: Matrix, frame: Frame) -> float:
    """Return the share of the page that a picture covers."""
    left, bottom, right, top = _box(item)
    corners = [moved(corner, matrix) for corner in ((left, bottom), (right, top))]
    box = _around(corners)
    width = min(box[2], frame.right) - max(box[0], frame.left)
    height = min(box[3], frame.top) - max(box[1], frame.bottom)
    whole = (frame.right - frame.left) * (frame.top - frame.bottom)
    return max(width, 0.0) * max(height, 0.0) / whole if whole > 0 else 0.0


def _box(item: int) -> tuple[float, float, float, float]:
    """Return left, bottom, right, top of an object."""
    values = (ctypes.c_float * 4)()
    start = ctypes.addressof(values)
    if not _bounds(item, start, start + 4, start + 8, start + 12):
        return 0.0, 0.0, 0.0, 0.0
    return values[0], values[1], values[2], values[3]


def _around(points: list[Point]) -> tuple[float, float, float, float]:
    """Return left, bottom, right, top around some points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _rules(item: int, matrix: Matrix, frame: Frame) -> Iterator[Rule]:
    """Yield the rules that a path draws."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    if not _drawn(item, ctypes.addressof(filled), ctypes.addressof(stroked)):
        return
    if not (filled.value or stroked.value):
        return
    whole = times(_matrix_of(item), matrix)
    for points in _subpaths(item):
        shown = [frame.shown((x, y, x, y))[:2] for x, y in (moved(p, whole) for p in points)]
        yield from rules_around(shown, stroked=bool(stroked.value))


def _subpaths(item: int) -> Iterator[list[Point]]:
    """Yield the outlines of a path; curves are left out."""
    count = _segments(item)
    if count > MOST_SEGMENTS:
        return
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    at_x, at_y = ctypes.addressof(x), ctypes.addressof(y)
    for index in range(count):
        segment = _segment(item, index)
        kind = _kind(segment)
        _point(segment, at_x, at_y)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            points = []
            continue
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append((x.value, y.value))
        if _closes(segment) and len(points) > 1:
            points.append(points[0])
    if len(points) > 1:
        yield points
