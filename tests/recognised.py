"""Reports as read from pictures, without any picture: a text, and how sure its characters are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportparse.reading import document_of
from reportparse.report import Report, report_of

#: What a good scan comes to.
SURE = 0.99


def recognised(text: str, doubts: Mapping[str, float] | None = None) -> Report:
    """Parse a text; words in `doubts` were read with less confidence."""
    sure = [SURE] * len(text)
    for word, confidence in (doubts or {}).items():
        start = text.index(word)
        sure[start : start + len(word)] = [confidence] * len(word)
    document = document_of(text)
    lines = (
        replace(line, confidences=tuple(sure[line.span.start : line.span.end]))
        for line in document.lines
    )
    source = replace(document.source, format="image", quality="ocr")
    return report_of(replace(document, source=source, lines=tuple(lines)))
