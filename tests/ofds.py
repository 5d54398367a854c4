"""Small OFD packages for tests; places are millimetres from the top left, as in the files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

NAMESPACE = "http://www.ofdspec.org/2016"
#: Size of the text of an official page, and where its lines begin.
SIZE = 5.644
LEFT, TOP, PITCH = 28.0, 40.0, 10.2


def wide(text: str, size: float = SIZE) -> list[float]:
    """Return the room each character takes."""
    return [size * (0.5 if character < "\x7f" else 1) for character in text]


def text(words: str, x: float, y: float, size: float = SIZE, *, ctm: str = "") -> str:
    """Write a line with its top left corner at a place."""
    widths = wide(words, size)
    deltas = " ".join(f"{width:.3f}" for width in widths[:-1])
    return lettered(
        f'<ofd:TextCode X="0" Y="{0.86 * size:.3f}" DeltaX="{deltas}">{words}</ofd:TextCode>',
        f"{x:.3f} {y:.3f} {sum(widths):.3f} {size:.3f}",
        size,
        ctm,
    )


def lettered(codes: str, boundary: str, size: float = SIZE, ctm: str = "") -> str:
    """Write a text object of some codes."""
    turned = f' CTM="{ctm}"' if ctm else ""
    return (
        f'<ofd:TextObject ID="9" Font="3" Size="{size}" Boundary="{boundary}"{turned}>'
        f"{codes}</ofd:TextObject>"
    )


def path(data: str, boundary: str = "0 0 210 297", more: str = "") -> str:
    """Draw a path."""
    return (
        f'<ofd:PathObject ID="8" Boundary="{boundary}" {more}>'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def picture(boundary: str) -> str:
    """Place a picture."""
    width, height = boundary.split()[2:]
    ctm = f"{width} 0 0 {height} 0 0"
    return f'<ofd:ImageObject ID="7" ResourceID="5" Boundary="{boundary}" CTM="{ctm}"/>'


def table(left: float, top: float, rows: Sequence[Sequence[str]], width: float = 30) -> list[str]:
    """Write a table with all its rules."""
    height = 8.0
    right, bottom = left + width * len(rows[0]), top + height * len(rows)
    levels = [top + height * at for at in range(len(rows) + 1)]
    uprights = [left + width * at for at in range(len(rows[0]) + 1)]
    drawn = [path(f"M {left} {y} L {right} {y}") for y in levels]
    drawn += [path(f"M {x} {top} L {x} {bottom}") for x in uprights]
    return drawn + [
        text(cell, left + width * column + 1, top + height * row + 2, 3.5)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]


def root(name: str, inside: str, more: str = "") -> str:
    """Write one XML part."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<ofd:{name} xmlns:ofd="{NAMESPACE}" {more}>{inside}</ofd:{name}>'
    )


def page(objects: Sequence[str], head: str = "") -> str:
    """Write the part of one page."""
    layer = f'<ofd:Layer ID="2" Type="Body">{"".join(objects)}</ofd:Layer>'
    return root("Page", f"{head}<ofd:Content>{layer}</ofd:Content>")


def parsed(part: str) -> ET.Element:
    """Parse a part."""
    return ET.fromstring(part)  # noqa: S314 - the part was written here


def parts(*pages: Sequence[str] | str, common: str = "", folder: str = "Doc_0") -> dict[str, str]:
    """Write the parts of a document; a page is its objects, or the part as a whole."""
    written = [one if isinstance(one, str) else page(one) for one in pages]
    listed = "".join(
        f'<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>'
        for at in range(len(written))
    )
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    document = f"<ofd:CommonData>{area}{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>"
    body = f"<ofd:DocBody><ofd:DocRoot>{folder}/Document.xml</ofd:DocRoot></ofd:DocBody>"
    return {
        "OFD.xml": root("OFD", body),
        f"{folder}/Document.xml": root("Document", document),
        **{f"{folder}/Pages/Page_{at}/Content.xml": one for at, one in enumerate(written)},
    }


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Pack the parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as container:
        for name, part in members.items():
            container.writestr(name, part)
    return data.getvalue()


def ofd(*pages: Sequence[str] | str, common: str = "") -> bytes:
    """Bind pages into a package."""
    return packed(parts(*pages, common=common))


def typeset(
    paragraphs: Sequence[str],
    *,
    width: int = 27,
    height: int = 20,
    header: str = "云岭县人民政府文件",
) -> list[list[str]]:
    """Set paragraphs as official reports are, with a running header and page numbers."""
    lines: list[tuple[float, str]] = []
    for paragraph in paragraphs:
        rest, room = paragraph, width - 2
        while rest:
            taken = 0
            while taken < len(rest) and sum(wide(rest[: taken + 1], 1)) <= room:
                taken += 1
            lines.append((LEFT + SIZE * (width - room), rest[:taken]))
            rest, room = rest[taken:], width
    pages = []
    for number, start in enumerate(range(0, len(lines), height), 1):
        objects = [text(header, 140, 13, 3.7)] if header else []
        objects.append(text(f"- {number} -", 100, 278, 4.9))
        objects += [
            text(words, left, TOP + PITCH * at)
            for at, (left, words) in enumerate(lines[start : start + height])
        ]
        pages.append(objects)
    return pages
