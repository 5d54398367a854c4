"""Bytes to text by a ladder that never guesses.

Byte order mark, UTF-16 told by its NUL bytes, UTF-8, GB18030. Detectors that weigh letter
frequencies misread short Chinese texts (as Korean, most often); this order does not: valid
UTF-8 of any length is UTF-8, and what is left in mainland China is a subset of GB18030.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from reportparse.document import Remark

#: Byte order marks, the longer first where one begins like another.
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
#: A character that no Chinese report is made of: À · ж · ݮ · a private-use glyph.
ODD: Final = re.compile(
    "[^\t-\r\x1c-~\xa0-\xbf\xd7\xf7\u2000-\u2bff\u2e80-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef\U00020000-\U0003ffff]"
)
#: A control character that no text holds: NUL · ESC
CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
#: Stands where bytes could not be decoded.
LOST: Final = "\ufffd"
#: One in so many characters may be a control character, or be lost, in a text.
RARE: Final = 50
DAMAGED: Final = 20


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was in, and what is to be said about it."""

    text: str
    encoding: str
    remarks: tuple[Remark, ...] = ()


def decode(data: bytes) -> Decoded | None:
    """Decode bytes; `None` when they are no text."""
    found = _marked(data) or _wide(data) or _narrow(data)
    if found is None or _share(CONTROL, found.text) * RARE > 1:
        return None
    return Decoded(found.text, found.encoding, _remarks(found.text))


def _marked(data: bytes) -> Decoded | None:
    """Follow a byte order mark."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    return None


def _wide(data: bytes) -> Decoded | None:
    """Tell UTF-16 without a mark by its NUL bytes: of every digit, letter and line end.

    一 is U+4E00 and has its NUL in the other byte, so both orders are tried.
    """
    if b"\x00" not in data:
        return None
    readings = [
        Decoded(data.decode(encoding, "replace"), encoding)
        for encoding in ("utf-16-le", "utf-16-be")
    ]
    best = min(readings, key=lambda reading: _share(ODD, reading.text))
    return best if _share(ODD, best.text) < 0.1 else None


def _narrow(data: bytes) -> Decoded | None:
    """Read UTF-8 or else GB18030, in which a few bytes may be damaged."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, "replace")
        beyond = sum(1 for character in text if character > "\x7f")
        if text.count(LOST) * DAMAGED <= beyond:
            return Decoded(text, encoding)
    return None


def _remarks(text: str) -> tuple[Remark, ...]:
    """Say what casts doubt on the encoding."""
    remarks: list[Remark] = []
    lost = text.count(LOST)
    if lost:
        remarks.append(Remark("lost_characters", f"{lost} characters could not be decoded."))
    if _share(ODD, text) > 0.1:
        remarks.append(
            Remark("odd_characters", "More than a tenth of the characters are not Chinese text.")
        )
    return tuple(remarks)


def _share(pattern: re.Pattern[str], text: str) -> float:
    """Return the share of the characters that `pattern` finds."""
    return len(pattern.findall(text)) / max(len(text), 1)
