"""Text and Markdown files: decoded, cut into lines, freed of page furniture, joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reportparse.document import Document, Line, Paragraph, Place, Source
from reportparse.errors import UnreadableSource
from reportparse.reading.decoding import decode
from reportparse.span import Span

#: CRLF · LF · form feed · Unicode line ends, and the escapes \r\n and \n that dumps leave behind.
LINE_END: Final = re.compile(
    r"\r\n|[\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029]|\\r\\n|\\[nr](?![A-Za-z])"
)


def read(data: bytes, source: Source) -> Document:
    """Read a text file in any of the encodings in use."""
    found = decode(data)
    if found is None:
        raise UnreadableSource(source.name, "binary")
    document = document_of(found.text, replace(source, encoding=found.encoding))
    return replace(document, remarks=found.remarks + document.remarks)


def document_of(text: str, source: Source) -> Document:
    """Find the lines and paragraphs of a text."""
    lines = tuple(_lines(text))
    paragraphs = tuple(Paragraph((_trimmed(text, line.span),)) for line in lines)
    return Document(text, source, lines, paragraphs)


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold something."""
    start = 0
    number = 1
    for end in LINE_END.finditer(text):
        if text[start : end.start()].strip():
            yield Line(Span(start, end.start()), Place(line=number, column=1))
        start = end.end()
        number += 1
    if text[start:].strip():
        yield Line(Span(start, len(text)), Place(line=number, column=1))


def _trimmed(text: str, span: Span) -> Span:
    """Cut blanks off both ends."""
    line = span.of(text)
    start = span.start + len(line) - len(line.lstrip())
    return Span(start, start + len(line.strip()))
