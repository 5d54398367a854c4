"""Pictures of pages as PNG, small: text on paper needs few colours."""

from __future__ import annotations

import struct
import zlib
from typing import Any, Final

#: Levels of each of red, green and blue: 216 colours, one byte a pixel.
LEVELS: Final = 6


def png(pixels: Any) -> bytes:  # noqa: ANN401 - an array of height, width, and blue, green, red
    """Return a picture, its colours rounded to the nearest of 216."""
    height, width = pixels.shape[:2]
    steps = (pixels[:, :, 2::-1].astype("uint16") * (LEVELS - 1) + 127) // 255
    index = (steps[:, :, 0] * LEVELS + steps[:, :, 1]) * LEVELS + steps[:, :, 2]
    rows = index.astype("uint8")
    lines = b"".join(b"\0" + rows[at].tobytes() for at in range(height))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette()),
            _chunk(b"IDAT", zlib.compress(lines, 9)),
            _chunk(b"IEND", b""),
        )
    )


def palette() -> bytes:
    """Return red, green and blue of each colour."""
    shades = [round(255 * at / (LEVELS - 1)) for at in range(LEVELS)]
    return bytes(part for r in shades for g in shades for b in shades for part in (r, g, b))


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
