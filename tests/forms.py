"""One report in every form: the same paragraphs as text, page, Word file, OFD and PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Final

import ofds
import pdfs
from words import docx, p


def text(lines: Sequence[str]) -> bytes:
    """Write a text file as Windows does."""
    return "\r\n".join(lines).encode("gb18030")


def page(lines: Sequence[str]) -> bytes:
    """Write a web page."""
    inside = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"<html><meta charset=utf-8><body><div>{inside}</div></body></html>".encode()


def word(lines: Sequence[str]) -> bytes:
    """Write a Word file."""
    return docx(*(p(escape(line)) for line in lines))


def fixed(lines: Sequence[str]) -> bytes:
    """Write an OFD package."""
    return ofds.ofd(*ofds.typeset([escape(line) for line in lines], header=""))


def printed(lines: Sequence[str]) -> bytes:
    """Write a PDF."""
    return pdfs.pdf(*pdfs.typeset(lines))


FORMS: Final[dict[str, Callable[[Sequence[str]], bytes]]] = {
    "text": text,
    "html": page,
    "docx": word,
    "ofd": fixed,
    "pdf": printed,
}
