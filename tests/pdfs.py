"""Small PDFs for tests: text in a Chinese font that is not embedded, rules, pictures.

Places are given as readers of the package give them: points from the top left.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

A4 = (595, 842)
#: What the fonts of a page are called, and the widths of their Latin half.
FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
    "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 "
    "/W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 "
    "/FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 "
    "/StemV 93 >> >>] >>"
)


#: A font of digits that leaves less free above and below than that of the ideographs.
LATIN = (
    "<< /Type /Font /Subtype /TrueType /BaseFont /Latin /Encoding /WinAnsiEncoding "
    "/FirstChar 48 /LastChar 57 /Widths [500 500 500 500 500 500 500 500 500 500] "
    "/FontDescriptor << /Type /FontDescriptor /FontName /Latin /Flags 32 "
    "/FontBBox [0 0 500 560] /ItalicAngle 0 /Ascent 560 /Descent 0 /CapHeight 560 /StemV 80 >> >>"
)


def count(x: float, top: float, digits: str, size: float = 16, *, lift: float = 0) -> str:
    """Print digits in the font of their own, on the baseline of what `say` prints at the place."""
    y = A4[1] - top - 0.88 * size + lift
    return f"BT /F2 {size} Tf 0 Tr 1 0 0 1 {x:.2f} {y:.2f} Tm ({digits}) Tj ET"


def say(
    x: float, top: float, text: str, size: float = 16, *, angle: float = 0, mode: int = 0
) -> str:
    """Print text with its top left corner at a place; `angle` in degrees, counter-clockwise."""
    c, s = cos(radians(angle)), sin(radians(angle))
    y = A4[1] - top - 0.88 * size
    return (
        f"BT /F1 {size} Tf {mode} Tr {c:.4f} {s:.4f} {-s:.4f} {c:.4f} {x:.2f} {y:.2f} Tm "
        f"<{text.encode('utf-16-be').hex()}> Tj ET"
    )


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """Draw a line."""
    return f"0.5 w {x0:.2f} {A4[1] - y0:.2f} m {x1:.2f} {A4[1] - y1:.2f} l S"


def bar(left: float, top: float, right: float, bottom: float) -> str:
    """Fill a rectangle."""
    return f"{left} {A4[1] - bottom} {right - left} {bottom - top} re f"


def picture(left: float, top: float, right: float, bottom: float) -> str:
    """Place a grey picture."""
    width, height = right - left, bottom - top
    return (
        f"q {width} 0 0 {height} {left} {A4[1] - bottom} cm "
        "BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 80> EI Q"
    )


def table(left: float, top: float, rows: Sequence[Sequence[str]], width: float = 90) -> list[str]:
    """Print a table with all its rules."""
    height = 20.0
    right, bottom = left + width * len(rows[0]), top + height * len(rows)
    drawn = [
        rule(left, top + height * at, right, top + height * at) for at in range(len(rows) + 1)
    ]
    drawn += [
        rule(left + width * at, top, left + width * at, bottom) for at in range(len(rows[0]) + 1)
    ]
    drawn += [
        say(left + width * column + 4, top + height * row + 4, text, 10)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if text
    ]
    return drawn


def pdf(*pages: Sequence[str], rotate: int = 0, size: tuple[int, int] = A4) -> bytes:
    """Bind pages of what the functions above return."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", FONT, LATIN]
    kids = []
    for content in pages:
        stream = "\n".join(content)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Rotate {rotate} "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    parts = [b"%PDF-1.4\n"]
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = sum(map(len, parts))
    parts.append(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    parts += [f"{offset:010} 00000 n \n".encode() for offset in offsets]
    parts.append(
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    )
    return b"".join(parts)


def typeset(
    paragraphs: Sequence[str],
    *,
    width: int = 27,
    height: int = 22,
    indent: int = 2,
    header: str = "",
    number: str = "- {} -",
) -> list[list[str]]:
    """Set paragraphs as official reports are: lines of 16 points, full but for the last."""
    lines: list[tuple[int, str]] = []
    for paragraph in paragraphs:
        rest, shift = paragraph, indent
        while rest:
            end = _fitting(rest, width - shift)
            lines.append((shift, rest[:end]))
            rest, shift = rest[end:], 0
    pages: list[list[str]] = []
    for start in range(0, len(lines), height):
        page = [
            say(80 + 16 * shift, 105 + 28.9 * row, text)
            for row, (shift, text) in enumerate(lines[start : start + height])
        ]
        if header:
            page.append(say(380, 36, header, 10.5))
        if number:
            page.append(say(285, 790, number.format(len(pages) + 1), 14))
        pages.append(page)
    return pages


def _fitting(text: str, width: int) -> int:
    """Return how many characters fit on a line; Latin ones are half as wide, figures whole."""
    used, end = 0.0, 0
    while end < len(text) and used + (step := 0.5 if text[end] < "\x7f" else 1) <= width:
        used, end = used + step, end + 1
    while end < len(text) and end and (text[end] in "，。；：、）》”" or _splits(text, end)):
        end -= 1
    return max(end, 1)


def _splits(text: str, at: int) -> bool:
    return text[at - 1] < "\x7f" and text[at] < "\x7f"
