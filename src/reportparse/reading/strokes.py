"""Ruling lines in the picture of a page.

A line is a run of ink that goes on level or upright for longer than any stroke of a character,
and does not lie inside of a line of writing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import atan2, degrees, radians
from statistics import median
from typing import Any, Final

from reportparse.reading.lattice import Rule
from reportparse.reading.layout import Strip

#: Shorter lines (in points) may be strokes: a level one, and an upright one between two rows.
SHORT_LEVEL: Final = 36.0
SHORT_UPRIGHT: Final = 18.0
#: Gaps in a line that are closed, and the thickest line (in points).
GAP: Final = 3.0
THICK: Final = 4.0
#: Ink is darker than what is around it: side of the square looked at (in points), and by how much.
AROUND: Final = 14.0
DARKER: Final = 12
#: The grain of the paper is smoothed out along the line over so much (in points).
GRAIN: Final = 5.0
#: A line that keeps off the edges of a line of writing by this share of its height is a stroke.
WITHIN: Final = 0.12
#: Share of a stroke that lies on the line of writing.
SHARED: Final = 0.5
#: An upright stroke may seem to run on to rules above and below: so many heights of the writing.
RUNS_ON: Final = 2.0
#: Lines of this length (in points) show how a page leans.
LONG: Final = 120.0
#: A step of the angle (in radians) in the search for them, and the steepest.
STEP: Final = radians(0.1)
STEEP: Final = radians(5)


def rules_of(
    pixels: Any,  # noqa: ANN401 - an array of BGR pixels
    scale: float,
    lean: float,
    strips: Sequence[Strip],
) -> tuple[Rule, ...]:
    """Find the ruling lines of a page that leans; in points of the level page."""
    import cv2

    grey = _levelled(pixels, lean)
    rules: list[Rule] = []
    for shortest, is_level in ((SHORT_LEVEL, True), (SHORT_UPRIGHT, False)):
        lying = grey if is_level else cv2.transpose(grey)
        for box in _runs(_ink(lying, scale), round(shortest * scale), scale):
            left, top, right, bottom = box if is_level else (box[1], box[0], box[3], box[2])
            rules.append(Rule(left, top, right, bottom))
    return tuple(rule for rule in rules if not any(_is_stroke(rule, strip) for strip in strips))


def lean_of(pixels: Any, scale: float) -> float:  # noqa: ANN401
    """Find how a page leans by its level ruling lines; 0 where there are none."""
    import cv2

    ink = _ink(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), scale)
    length, gap = LONG * scale, GAP * scale
    lines = cv2.HoughLinesP(ink, 1, STEP, round(length / 2), minLineLength=length, maxLineGap=gap)
    found = [] if lines is None else lines.reshape(-1, 4).tolist()
    angles = [atan2(bottom - top, right - left) for left, top, right, bottom in found]
    level = [angle for angle in angles if abs(angle) < STEEP]
    return median(level) if level else 0.0


def _levelled(pixels: Any, lean: float) -> Any:  # noqa: ANN401
    """Turn a leaning page level, in shades of grey."""
    import cv2

    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    if not lean:
        return grey
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees(lean), 1.0)
    return cv2.warpAffine(grey, matrix, (width, height), borderValue=255)


def _ink(grey: Any, scale: float) -> Any:  # noqa: ANN401
    """Tell ink that runs level from paper, however the light falls and the paper is grained."""
    import cv2

    side = 2 * round(AROUND * scale / 2) + 1
    smooth = cv2.blur(grey, (2 * round(GRAIN * scale / 2) + 1, 1))
    return cv2.adaptiveThreshold(
        smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, side, DARKER
    )


def _runs(
    ink: Any,  # noqa: ANN401
    shortest: int,
    scale: float,
) -> Iterator[tuple[float, float, float, float]]:
    """Yield the middles of level runs of ink: left, height, right, height, in points."""
    import cv2
    import numpy as np

    # A line that falls by a pixel goes on in the next row.
    thick = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    long = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, shortest), np.uint8))
    gap = 2 * round(GAP * scale / 2) + 1
    whole = cv2.morphologyEx(long, cv2.MORPH_CLOSE, np.ones((3, gap), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(whole)
    smoothed = GRAIN / 2
    for left, top, width, height, _ in stats[1:].tolist():
        if height <= THICK * scale + 2:
            middle = (top + height / 2) / scale
            yield left / scale + smoothed, middle, (left + width) / scale - smoothed, middle


def _is_stroke(rule: Rule, strip: Strip) -> bool:
    """Tell a stroke of a character: it lies inside of a line of writing."""
    height = strip.bottom - strip.top
    across, down = (rule.left + rule.right) / 2, (rule.top + rule.bottom) / 2
    if not rule.is_level:
        short = rule.bottom - rule.top <= RUNS_ON * height
        return short and strip.left < across < strip.right and strip.top < down < strip.bottom
    margin = WITHIN * height
    shared = min(rule.right, strip.right) - max(rule.left, strip.left)
    inside = strip.top + margin < down < strip.bottom - margin
    return inside and shared > SHARED * (rule.right - rule.left)
