"""The sentence around a place: what a reader needs to see to judge a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportparse.report import Report
from reportparse.span import Span

#: Where a sentence ends. A list of items (；) is shown whole: its parts explain each other.
STOP: Final = re.compile(r"[。！？\n]")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence as rules read it, and the stretches of it that are to be marked."""

    text: str
    #: Where the sentence stands in the document.
    span: Span
    #: Offsets into `text`, in the order in which the spans were given.
    marks: tuple[tuple[int, int], ...]


def excerpt(report: Report, spans: Sequence[Span]) -> Excerpt:
    """Return the sentence around the first span, with every span that lies in it marked."""
    start, end = _sentence(report, spans[0])
    marks = (_within(report, span, start, end) for span in spans)
    shown = tuple(mark for mark in marks if mark[0] < mark[1])
    return Excerpt(report.view.text[start:end], report.view.span(start, end), shown)


def sentence_of(report: Report, span: Span) -> str:
    """Return the text of the sentence around a span, line breaks and emphasis taken out."""
    start, end = _sentence(report, span)
    return report.view.text[start:end]


def _sentence(report: Report, span: Span) -> tuple[int, int]:
    """Return the view offsets of the sentence around a span."""
    text = report.view.text
    at = report.view.at(span.start)
    until = max(at, report.view.at(max(span.end - 1, span.start)))
    line = text.rfind("\n", 0, at) + 1
    start = max((match.end() for match in STOP.finditer(text, line, at)), default=line)
    stop = STOP.search(text, until)
    end = len(text) if stop is None else stop.end()
    if stop is not None and stop[0] == "\n":
        end = stop.start()
    return start, end


def _within(report: Report, span: Span, start: int, end: int) -> tuple[int, int]:
    """Cut a document span to a stretch of the view, in offsets from its start.

    An empty span (where something is missing) shows as the character it stands before.
    """
    first = report.view.at(span.start)
    last = max(report.view.at(span.end), first + 1)
    return max(first, start) - start, min(last, end) - start
