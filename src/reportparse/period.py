"""Periods of time: 2023年, 1—9月, 上半年, “十四五”, 截至…底, with both ends inclusive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportparse.span import Span


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that the text names."""

    #: Where it stands in the document.
    span: Span
    #: View offsets of the expression.
    at: int
    end_at: int
    text: str
    #: First day, `None` when the words leave it open.
    start: date | None
    #: Last day, itself included.
    end: date | None
