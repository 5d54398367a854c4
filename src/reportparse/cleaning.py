"""The view that rules read: what a reader sees, without what printing put in between."""

from __future__ import annotations

import re
from typing import Final

from reportparse.document import Document
from reportparse.view import BREAK, View

#: ** and what has no width
UNSEEN: Final = re.compile(r"\*{2,}|[\u200b-\u200f\u2060\ufeff]")
HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff〇"
#: 共 20 万 · 2023 年
LOOSE: Final = re.compile(
    rf"(?<=[{HAN}，。；：、（）《》“”])[ \u3000\xa0\t]+(?=[0-9])"
    rf"|(?<=[0-9])[ \u3000\xa0\t]+(?=[{HAN}，。；：、（）《》“”%])"
)


def clean(document: Document) -> View:
    """View the paragraphs of a document, one a line, ready for rules."""
    return _paragraphs(document).without(UNSEEN).without(LOOSE)


def _paragraphs(document: Document) -> View:
    """View paragraphs with their pieces joined."""
    parts: list[str] = []
    starts, origins = [0], [0]
    length = 0
    for paragraph in document.paragraphs:
        if parts:
            parts.append(BREAK)
            starts.append(length)
            origins.append(end)
            length += 1
        for piece in paragraph.pieces:
            parts.append(piece.of(document.text))
            starts.append(length)
            origins.append(piece.start)
            length += len(piece)
            end = piece.end
    if len(starts) > 1:
        del starts[0], origins[0]
    return View("".join(parts), tuple(starts), tuple(origins))
