"""Objects on a page of GB/T 33190: where each stands, and the rules that paths draw.

An object has a box on its parent and may be transformed in it; blocks and composite units hold
further objects. Millimetres become points at the outermost, so all that comes out is in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from reportparse.reading.drawing import Matrix, Point, moved, rules_around, times
from reportparse.reading.lattice import Rule

#: Millimetres to points.
POINTS: Final = 72 / 25.4
#: Composite units inside composite units are followed so far.
DEPTH: Final = 8
#: A page with more objects, or characters, is not read.
MAX_ON_PAGE: Final = 100_000
#: A path longer than this is a picture.
MAX_PATH: Final = 20_000
#: No number on a page is larger.
FAR: Final = 1e6
#: A picture whose sides lean by more than this share of them is not level.
LEAN: Final = 0.01
#: M 0 0 · L 10.5 0 · C
STEP: Final = re.compile(r"([A-Za-z])([-+.,0-9eE\s]{0,200})")
#: What has a box of its own.
OBJECTS: Final = frozenset({"TextObject", "PathObject", "ImageObject", "CompositeObject"})

#: Millimetres on the page to points on the page.
PAGE: Final[Matrix] = (POINTS, 0.0, 0.0, POINTS, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Placed:
    """An object and what moves its own coordinates to the page."""

    name: str
    element: Element
    matrix: Matrix


def local(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: Element, *path: str) -> Element | None:
    """Return the first descendant on a path of names, whatever their namespace."""
    return element.find("/".join(f"{{*}}{name}" for name in path))


def children(element: Element | None, name: str) -> list[Element]:
    """List the children of a name, none of no element."""
    return element.findall(f"{{*}}{name}") if element is not None else []


def number(text: str | None, default: float = 0.0) -> float:
    """Read a number; what is none, or beyond all measure, is the default.

    >>> number("4.5"), number("nan", 1.0)
    (4.5, 1.0)
    """
    try:
        value = float(text or "")
    except ValueError:
        return default
    return value if abs(value) < FAR else default


def numbers(text: str | None, count: int) -> tuple[float, ...] | None:
    """Read so many numbers, or nothing."""
    values = tuple(number(part) for part in (text or "").split())
    return values[:count] if len(values) >= count else None


def objects_of(root: Element, units: Mapping[str, Element]) -> Iterator[Placed]:
    """Yield texts, paths and pictures below an element, in order; `units` by their ID.

    What holds others is yielded too, so that a caller can count what it costs.
    """
    stack = [(part, PAGE, DEPTH) for part in reversed(root)]
    while stack:
        element, matrix, depth = stack.pop()
        name = local(element)
        if element.get("Visible", "").lower() == "false":
            continue
        if name in OBJECTS:
            matrix = _matrix(element, matrix)
        yield Placed(name, element, matrix)
        if name == "CompositeObject" and depth:
            unit = units.get(element.get("ResourceID", ""), ())
            stack.extend((part, matrix, depth - 1) for part in reversed(unit))
        elif name not in OBJECTS:
            stack.extend((part, matrix, depth) for part in reversed(element))


def _matrix(element: Element, outer: Matrix) -> Matrix:
    """Return what moves the coordinates of an object: its transformation, its box, its parent."""
    left, top = numbers(element.get("Boundary"), 2) or (0.0, 0.0)
    a, b, c, d, e, f = numbers(element.get("CTM"), 6) or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return times((a, b, c, d, e + left, f + top), outer)


def area_of(item: Placed) -> float:
    """Return how much of the page a picture covers; its own coordinates are a unit square."""
    a, b, c, d, *_ = item.matrix
    if item.element.get("CTM") is None:
        _, _, width, height = numbers(item.element.get("Boundary"), 4) or (0.0,) * 4
        return abs(a * d - b * c) * width * height
    return abs(a * d - b * c)


def level_box(item: Placed) -> tuple[float, float, float, float] | None:
    """Return the edges of a picture on the page in points, if it stands level and upright."""
    a, b, c, d, left, top = item.matrix
    if item.element.get("CTM") is None:
        _, _, width, height = numbers(item.element.get("Boundary"), 4) or (0.0,) * 4
        a, b, c, d = a * width, b * width, c * height, d * height
    if min(a, d) <= 0 or max(abs(b), abs(c)) > LEAN * max(a, d):
        return None
    return left, top, left + a, top + d


def rules_of(item: Placed) -> Iterator[Rule]:
    """Yield the level and upright lines that a path draws."""
    data = child(item.element, "AbbreviatedData")
    text = (data.text if data is not None else None) or ""
    stroked = _says(item, "Stroke", "true")
    if len(text) > MAX_PATH or not (stroked or _says(item, "Fill", "false")):
        return
    for outline in _outlines(text):
        points = [moved(point, item.matrix) for point in outline]
        yield from rules_around(points, stroked=stroked)


def _says(item: Placed, name: str, default: str) -> bool:
    return item.element.get(name, default).lower() == "true"


def _outlines(data: str) -> Iterator[list[Point]]:
    """Yield the straight outlines of a path; curves are left out."""
    points: list[Point] = []
    for step in STEP.finditer(data):
        word, values = step[1], numbers(step[2], 2)
        if word not in {"L", "C"}:
            # S and M begin a new one, a curve ends what is straight.
            if len(points) > 1:
                yield points
            points = []
        if word in {"S", "M", "L"} and values is not None:
            points.append((values[0], values[1]))
        elif word == "C":
            points.extend(points[:1])
    if len(points) > 1:
        yield points
