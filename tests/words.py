"""Word files for tests, made of as little XML as shows the point."""

from __future__ import annotations

import io
import zipfile
from typing import Final

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
M: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def part(root: str, inside: str, namespace: str = W) -> str:
    """Return one XML part."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{namespace}" xmlns:m="{M}"'
        f' xmlns:mc="{MC}" xmlns:wps="urn:wps" xmlns:v="urn:v">{inside}</w:{root}>'
    )


def container(members: dict[str, str | bytes]) -> bytes:
    """Return a ZIP container."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            # Without a date of its own, a member is the same whenever it is made.
            member = zipfile.ZipInfo(name)
            stored = name == "mimetype"
            file.writestr(member, content, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def docx(*blocks: str, namespace: str = W, **parts: str) -> bytes:
    """Return a file with some blocks in its body; `parts` are styles, numbering, footnotes ..."""
    members: dict[str, str | bytes] = {
        "word/document.xml": part(
            "document", f"<w:body>{''.join(blocks)}<w:sectPr/></w:body>", namespace
        )
    }
    for name, inside in parts.items():
        members[f"word/{name}.xml"] = part(name, inside, namespace)
    return container(members)


def p(text: str, properties: str = "") -> str:
    """Return a paragraph with plain text, or with runs where it begins with a tag."""
    inside = text if text.startswith("<") else r(text)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tr(*cells: str) -> str:
    """Return a row of cells, each plain text or a whole cell."""
    return f"<w:tr>{''.join(c if c.startswith('<w:tc>') else tc(c) for c in cells)}</w:tr>"


def tc(text: str, properties: str = "") -> str:
    """Return a cell; lines become paragraphs."""
    inside = "".join(p(line) for line in text.split("\n"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tbl(*rows: str) -> str:
    """Return a table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def listed(number: int = 1, level: int = 0) -> str:
    """Return the property that puts a paragraph into a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def lvl(at: int, style: str, text: str, more: str = "", start: int = 1) -> str:
    """Return the definition of a level."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def pattern(key: int, *levels: str) -> str:
    """Return a pattern of levels."""
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, more: str = "") -> str:
    """Return a list that counts by a pattern."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'
