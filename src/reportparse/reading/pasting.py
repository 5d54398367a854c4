"""A page put together from its pictures, as it is shown: scans come whole, or in strips."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from reportparse.errors import UnreadableSource
from reportparse.reading.picture import BROKEN, MAX_PIXELS, opened, plain

#: A smaller picture (in pixels of the page) holds no writing.
LEAST: Final = 8


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture and where it stands on the page, in points from the top left."""

    data: bytes
    left: float
    top: float
    right: float
    bottom: float


def page_of(pictures: Iterable[Pasted], size: tuple[float, float], scale: float) -> Any:  # noqa: ANN401
    """Return the BGR pixels of a page with its pictures, `None` if not one can be shown."""
    import numpy as np
    from PIL import Image

    width, height = (max(round(side * scale), 1) for side in size)
    page = Image.new("RGB", (width, height), "white")
    with warnings.catch_warnings():
        # Pillow warns of sizes that are refused here, and of what it reads nevertheless.
        warnings.simplefilter("ignore")
        shown = [_paste(page, picture, scale) for picture in pictures]
    return np.ascontiguousarray(np.asarray(page)[:, :, ::-1]) if any(shown) else None


def _paste(page: Any, picture: Pasted, scale: float) -> bool:  # noqa: ANN401
    """Paste one picture, if it is one that can be opened."""
    edges = (picture.left, picture.top, picture.right, picture.bottom)
    left, top, right, bottom = (round(edge * scale) for edge in edges)
    size = (right - left, bottom - top)
    if min(size) < LEAST or size[0] > 2 * page.width or size[1] > 2 * page.height:
        return False
    try:
        with opened(picture.data, "") as image:
            if image.width * image.height > MAX_PIXELS:
                return False
            factor = max(min(image.width // size[0], image.height // size[1]), 1)
            page.paste(plain(image, factor).resize(size), (left, top))
    except (UnreadableSource, *BROKEN):
        return False
    return True
