"""Pictures of pages: PNG, JPEG, WebP, BMP, GIF, and TIFF with a page in each frame.

What a file claims to hold is looked at before any of it is unpacked, and a large picture is
made smaller before its colours are, so that memory is bounded whatever the file says.
"""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from typing import Any, Final

from reportparse.document import Document, Source
from reportparse.errors import UnreadableSource
from reportparse.reading.composing import compose
from reportparse.reading.layout import Sheet
from reportparse.reading.ocr import EXTRA, is_installed
from reportparse.reading.scan import recognised, scale_of, sheet_of

#: Forms that are opened, whatever else Pillow knows.
FORMS: Final = ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF")
#: A sheet of A3 at 600 dots to an inch has 70 million pixels.
MAX_PIXELS: Final = 80_000_000
#: No report comes near so many frames.
MAX_PAGES: Final = 1000
#: Paper is no shorter or longer than this (in points): A5 and A3 with some air.
PAPER: Final = (560.0, 1300.0)
#: What programs write that know nothing of paper.
SCREEN: Final = 96
#: The longer side of A4, for pictures that do not say how large they are.
A4: Final = 842.0
#: Kinds of picture: with values of more than a byte, clear in places, in a few colours only.
DEEP: Final = ("I", "F")
CLEAR: Final = ("RGBA", "LA", "PA", "RGBa", "La")
STEPPED: Final = {"1": "L", "P": "RGB"}
#: A picture that is smaller than pages are read at by this factor is enlarged.
ENLARGED: Final = 1.4
#: What a broken picture makes Pillow raise.
BROKEN: Final = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    struct.error,
    zlib.error,
)


def read(data: bytes, source: Source) -> Document:
    """Read pictures of pages by recognition."""
    if not is_installed():
        raise UnreadableSource(source.name, "needs", EXTRA)
    with warnings.catch_warnings():
        # Pillow warns of sizes that `_pixels` refuses, and of what it reads nevertheless.
        warnings.simplefilter("ignore")
        with closing(opened(data, source.name)) as image:
            sheets = tuple(_sheets(image, source))
    if not any(sheet.rows for sheet in sheets):
        raise UnreadableSource(source.name, "empty")
    source = replace(source, pages=len(sheets), quality="ocr")
    return compose(sheets, source, tuple(recognised(sheets)))


def opened(data: bytes, name: str) -> Any:  # noqa: ANN401
    """Open a picture without unpacking it."""
    from PIL import Image

    try:
        return Image.open(BytesIO(data), formats=FORMS)
    except Image.DecompressionBombError as error:
        raise _too_large(name) from error
    except BROKEN as error:
        raise UnreadableSource(name, "damaged", "not a readable picture") from error


def _too_large(name: str) -> UnreadableSource:
    return UnreadableSource(name, "too_large", f"{MAX_PIXELS // 1_000_000} million pixels")


def _sheets(image: Any, source: Source) -> Iterator[Sheet]:  # noqa: ANN401
    """Read frame after frame, each let go before the next."""
    number = 0
    while _goes_to(image, number, source):
        number += 1
        if number > MAX_PAGES:
            raise UnreadableSource(source.name, "too_large", f"{MAX_PAGES} pages")
        pixels, scale = _pixels(image, source)
        yield sheet_of(pixels, number, scale)


def _goes_to(image: Any, number: int, source: Source) -> bool:  # noqa: ANN401
    """Go to a frame, if there is one; only TIFF keeps pages in frames."""
    if number and image.format != "TIFF":
        return False
    try:
        image.seek(number)
    except EOFError:
        return False
    except BROKEN as error:
        raise UnreadableSource(source.name, "damaged", f"page {number + 1}") from error
    return True


def _pixels(image: Any, source: Source) -> tuple[Any, float]:  # noqa: ANN401
    """Unpack a frame: rows of BGR pixels, and how many of them make a point."""
    import numpy as np
    from PIL import ImageOps

    if image.width * image.height > MAX_PIXELS:
        raise _too_large(source.name)
    length = _length(image)
    size = max(round(length * scale_of((length, length))), 1)
    try:
        image.draft(None, (size, size))
        frame = plain(image, max(max(image.size) // size, 1))
        frame = ImageOps.exif_transpose(frame)
    except BROKEN as error:
        raise UnreadableSource(source.name, "damaged", f"page {image.tell() + 1}") from error
    frame = _sized(frame, size)
    return np.ascontiguousarray(np.asarray(frame)[:, :, ::-1]), max(frame.size) / length


def _length(image: Any) -> float:  # noqa: ANN401
    """Return the longer side in points: as the picture says if that is paper, else as of A4."""
    try:
        dots = float(image.info.get("dpi", (0, 0))[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        dots = 0.0
    length = 72 * max(image.size) / dots if dots > SCREEN else 0.0
    return length if PAPER[0] <= length <= PAPER[1] else A4


def plain(image: Any, factor: int) -> Any:  # noqa: ANN401
    """Bring any kind of picture to red, green and blue on white paper, smaller by a factor."""
    from PIL import Image

    if image.mode.startswith(DEEP):
        return _shallow(image, factor)
    exif = image.getexif()
    if image.mode in CLEAR or "transparency" in image.info:
        image = image.convert("RGBA").reduce(factor)
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    elif image.mode in STEPPED:
        image = image.convert(STEPPED[image.mode]).reduce(factor)
    else:
        image = image.reduce(factor)
    plain = image.convert("RGB")
    plain.info["exif"] = exif.tobytes()
    return plain


def _shallow(image: Any, factor: int) -> Any:  # noqa: ANN401
    """Bring values of 16 or 32 bits to one byte."""
    import numpy as np
    from PIL import Image

    values = np.asarray(image)[::factor, ::factor].astype(np.float32)
    low, high = float(values.min()), float(values.max())
    grey = ((values - low) * (255 / max(high - low, 1.0))).astype(np.uint8)
    return Image.fromarray(grey).convert("RGB")


def _sized(image: Any, size: int) -> Any:  # noqa: ANN401
    """Bring a picture to the size at which pages are best read."""
    factor = size / max(image.size)
    if 1 <= factor < ENLARGED:
        return image
    width, height = (max(round(side * factor), 1) for side in image.size)
    return image.resize((width, height))
