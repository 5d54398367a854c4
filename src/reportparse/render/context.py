"""The sentence around a place: what a reader needs to see to judge a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportparse.report import Report, sentence_bounds
from reportparse.span import Span


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
    start, end = sentence_bounds(report.view, spans[0])
    marks = (_within(report, span, start, end) for span in spans)
    shown = tuple(mark for mark in marks if mark[0] < mark[1])
    return Excerpt(report.view.text[start:end], report.view.span(start, end), shown)


def _within(report: Report, span: Span, start: int, end: int) -> tuple[int, int]:
    """Cut a document span to a stretch of the view, in offsets from its start.

    An empty span (where something is missing) shows as the character it stands before.
    """
    first = report.view.at(span.start)
    last = max(report.view.at(span.end), first + 1)
    return max(first, start) - start, min(last, end) - start
