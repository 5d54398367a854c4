"""Pictures in few colours."""

from __future__ import annotations

import struct
import zlib

import numpy as np

from reportparse.render.picture import palette, png


def test_is_a_picture_of_the_nearest_colours() -> None:
    # Blue, green, red, as PDFium gives them.
    pixels = np.array([[[0, 0, 0], [255, 255, 255], [30, 20, 250]]], dtype="uint8")
    written = png(pixels)
    assert written.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">2I", written[16:24]) == (3, 1)
    at = written.index(b"IDAT")
    size = int.from_bytes(written[at - 4 : at], "big")
    line = zlib.decompress(written[at + 4 : at + 4 + size])
    colours = [palette()[3 * one : 3 * one + 3] for one in line[1:]]
    assert colours == [b"\0\0\0", b"\xff\xff\xff", bytes([255, 0, 51])]


def test_palette_has_216_colours() -> None:
    shades = palette()
    assert len({shades[at : at + 3] for at in range(0, len(shades), 3)}) == 216
