"""Recognition of writing in a picture, by models that come with the `ocr` extra.

One engine serves a process; it is made when the first picture turns up and never asks the
network for anything. What it reads is a line of writing with its corners, and for each
character how far along the line it stands and how sure the reading is.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from math import dist
from typing import Any, Final

#: What has to be installed for it.
EXTRA: Final = "reportparse-zh[ocr]"
LIBRARIES: Final = ("rapidocr", "onnxruntime", "PIL")
#: With more threads than this one page is read no faster.
MOST_THREADS: Final = 4
#: The detector enlarges a picture with a shorter side; it is padded instead.
SHORT_SIDE: Final = 736
#: A box so much taller than wide holds writing that goes down; a lone 1 is not so tall.
UPRIGHT: Final = 2.2
#: A box with fewer pixels at a side holds nothing to be read.
TINY: Final = 4

#: The parts of the engine keep their last picture in themselves.
_LOCK: Final = threading.Lock()

Point = tuple[float, float]
#: Top left, top right, bottom right, bottom left.
Corners = tuple[Point, Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Writing:
    """A line of writing as recognised, in pixels of the picture."""

    text: str
    corners: Corners
    #: Where the middle of each character stands along the line, from 0 to 1.
    middles: tuple[float, ...]
    #: How sure each character is, from 0 to 1.
    confidences: tuple[float, ...]


def is_installed() -> bool:
    """Tell whether the extra is installed, without loading it."""
    return all(find_spec(library) is not None for library in LIBRARIES)


def recognise(pixels: Any) -> tuple[Writing, ...]:  # noqa: ANN401 - an array of BGR pixels
    """Read what is written in a picture, line by line from the top."""
    padded = _padded(pixels)
    height, width = pixels.shape[:2]
    with _LOCK:
        boxes = [box for box in _detected(padded) if _is_inside(box, width, height)]
        if not boxes:
            return ()
        crops = [_crop(padded, box) for box in boxes]
        read = _engine().recognize_txt(crops)
    lines = zip(boxes, crops, read.txts, read.word_results, strict=True)
    return tuple(
        _writing(text, box, info, info.line_txt_len)
        for box, _, text, info in lines
        if text.strip()
    )


@cache
def _engine() -> Any:  # noqa: ANN401
    """Make the engine of this process."""
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.use_vertical_padding": False,
            "Global.return_word_box": True,
            "EngineConfig.onnxruntime.intra_op_num_threads": _threads(),
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def _threads() -> int:
    """Use half of the processors, but one in a process that is one of many.

    Threads of the runtime wait for each other by spinning: on a busy machine more of them than
    there are free processors take many times as long as one.
    """
    if multiprocessing.parent_process() is not None:
        return 1
    return max(1, min((os.cpu_count() or 1) // 2, MOST_THREADS))


def _padded(pixels: Any) -> Any:  # noqa: ANN401
    """Put white beside and below a small picture."""
    import numpy as np

    height, width = pixels.shape[:2]
    if min(height, width) >= SHORT_SIDE:
        return pixels
    size = max(height, SHORT_SIDE), max(width, SHORT_SIDE), 3
    sheet = np.full(size, 255, np.uint8)
    sheet[:height, :width] = pixels
    return sheet


def _detected(pixels: Any) -> list[Corners]:  # noqa: ANN401
    """Find lines of writing."""
    from rapidocr.main import RapidOCRError

    try:
        _, found = _engine().detect_and_crop(pixels, {})
    except RapidOCRError:
        # It says so when there is nothing written.
        return []
    boxes: list[list[list[float]]] = found.boxes.tolist()
    return [_corners(box) for box in boxes]


def _corners(box: Sequence[Sequence[float]]) -> Corners:
    first, second, third, fourth = ((x, y) for x, y in box)
    return first, second, third, fourth


def _is_inside(box: Corners, width: int, height: int) -> bool:
    """Tell whether a box lies on the picture, not beside it, and has some size."""
    x = sum(corner[0] for corner in box) / 4
    y = sum(corner[1] for corner in box) / 4
    return x < width and y < height and min(_size(box)) >= TINY


def _size(box: Corners) -> tuple[float, float]:
    """Return width and height of a box that may lean."""
    left_top, right_top, right_bottom, left_bottom = box
    return (
        max(dist(left_top, right_top), dist(left_bottom, right_bottom)),
        max(dist(left_top, left_bottom), dist(right_top, right_bottom)),
    )


def is_upright(box: Corners) -> bool:
    """Tell writing that goes down, or stands on its side."""
    width, height = _size(box)
    return height > UPRIGHT * width


def _crop(pixels: Any, box: Corners) -> Any:  # noqa: ANN401
    """Cut a line out and lay it level."""
    import cv2
    import numpy as np

    width, height = map(int, _size(box))
    level = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    matrix = cv2.getPerspectiveTransform(np.array(box, np.float32), level)
    crop = cv2.warpPerspective(
        pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.rot90(crop) if is_upright(box) else crop


def _writing(text: str, box: Corners, info: Any, columns: float) -> Writing:  # noqa: ANN401
    """Bring what the recogniser says into one form."""
    places = iter([at for word in info.word_cols for at in word])
    found = [None if character.isspace() else next(places) for character in text]
    middles = tuple(min((at + 0.5) / columns, 1.0) for at in _filled(found))
    return Writing(text, box, middles, tuple(info.confs))


def _filled(places: Sequence[int | None]) -> Iterator[float]:
    """Place blanks between what stands around them."""
    before = 0.0
    for at, place in enumerate(places):
        after = next((later for later in places[at:] if later is not None), before)
        before = (before + after) / 2 if place is None else place
        yield before
