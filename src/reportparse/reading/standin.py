"""A font that stands in for those a PDF names and does not hold, while its text is read.

PDFium looks on the machine for such a font and measures every character in it. That makes the
reading of official files (宋体, 仿宋 are seldom embedded) slow and lets it depend on the machine:
characters for which no font is found have no extent, and PDFium drops them. To read text no
shapes are needed, since widths stand in the file: so one small shape does for all characters.
Outside of `fonts_stood_in`, for drawing pages, PDFium gets the fonts of the machine as ever.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2.raw as pdfium

#: What PDFium is told is the handle of the font.
HANDLE: Final = 1
#: Left, bottom, right, top of the box in thousandths of an em: inside of any character, so that
#: the widths and heights that the file states are what counts.
BOX: Final = (50, 0, 250, 700)
#: Names of the tables must be in order.
TABLES: Final = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp")


def font() -> bytes:
    """Return a TrueType font in which all characters have one shape, a slanted line.

    It fills the box and has no area: drawn, it leaves no ink that might be recognised as text.
    """
    left, bottom, right, top = BOX
    glyph = struct.pack(">5hHH3B", 1, *BOX, 2, 0, 1, 1, 1)
    glyph += struct.pack(">6h", left, right - left, 0, bottom, top - bottom, 0)
    glyph += bytes(-len(glyph) % 4)
    tables = {
        # One group of format 13: everything from U+0020 on is glyph 1.
        "cmap": struct.pack(">4HI2H6I", 0, 1, 3, 10, 12, 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1),
        "glyf": glyph * 2,
        "head": struct.pack(
            ">4I2H2Q4h2H3h", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, 1000, 0, 0, *BOX, 0, 8, 2, 1, 0
        ),
        "hhea": struct.pack(">I3hH11hH", 0x10000, 880, -120, 0, 1000, 0, 0, right, 1, *[0] * 7, 1),
        "hmtx": struct.pack(">H2h", 1000, left, left),
        "loca": struct.pack(">3I", 0, len(glyph), 2 * len(glyph)),
        "maxp": struct.pack(">I14H", 0x10000, 2, 3, 1, 0, 0, 1, *[0] * 8),
    }
    head = struct.pack(">I4H", 0x10000, len(tables), 64, 2, 16 * len(tables) - 64)
    start = len(head) + 16 * len(tables)
    body = b""
    for name in TABLES:
        data = tables[name]
        head += name.encode() + struct.pack(">3I", 0, start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    return head + body


@contextmanager
def fonts_stood_in() -> Iterator[None]:
    """Let PDFium take the box font for every font that is not embedded."""
    _install()
    _STATE.reading = True
    try:
        yield
    finally:
        _STATE.reading = False


class _State:
    """Whether text is being read; what PDFium holds must live as long as it does."""

    reading = False
    info: Any = None
    #: The fonts of the machine, and the functions handed over.
    machine: Any = None
    kept: tuple[Any, ...] = ()


_STATE: Final = _State()
_FONT: Final = font()


def _install() -> None:
    """Hand PDFium functions that answer for the fonts of the machine, save while reading."""
    if _STATE.info is not None:
        return
    machine = pdfium.FPDF_GetDefaultSystemFontInfo()
    if not machine:
        return
    info = pdfium.FPDF_SYSFONTINFO(version=machine.contents.version)
    _STATE.machine = machine
    _STATE.kept = tuple(_offer(info, name) for name, _ in info._fields_[1:])
    _STATE.info = info
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(info))


def _offer(info: Any, name: str) -> Any:  # noqa: ANN401
    """Set one function of the interface to ours."""
    kind = dict(info._fields_)[name]
    theirs = getattr(_STATE.machine.contents, name)
    if not theirs:
        return None
    chosen, held = CHOOSING.get(name), HOLDING.get(name)

    def answer(_: Any, *arguments: Any) -> Any:  # noqa: ANN401
        if chosen is not None and _STATE.reading:
            return chosen
        if held is not None and arguments[0] == HANDLE:
            return held(*arguments)
        return theirs(_STATE.machine, *arguments)

    function = kind(answer)
    setattr(info, name, function)
    return function


def _data(_handle: int, table: int, buffer: Any, size: int) -> int:  # noqa: ANN401
    """Write the whole font where it is asked for; single tables are not to be had."""
    if table:
        return 0
    if buffer and size >= len(_FONT):
        ctypes.memmove(buffer, _FONT, len(_FONT))
    return len(_FONT)


#: What is answered while text is read. `EnumFonts` is not among them: it is called but once.
CHOOSING: Final = {"MapFont": HANDLE, "GetFont": HANDLE}
#: What is answered about the box font, at any time.
HOLDING: Final[dict[str, Callable[..., Any]]] = {
    "GetFontData": _data,
    "GetFaceName": lambda *_: 0,
    "GetFontCharset": lambda *_: 0,
    "DeleteFont": lambda *_: None,
}
