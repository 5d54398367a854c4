"""What is marked in a report's text: its figures by how they came out, and its findings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final

from reportparse.render.markup import Mark
from reportparse.render.tally import verdicts
from reportparse.report import Report
from reportparse.span import Span

#: How figures are marked, in the order of the legend; one that nothing asks to be recomputed
#: is "plain".
LEGEND: Final = ("holds", "fails", "untestable", "plain")


class Shading:
    """Marks in the order of the text, and which of them lie over a stretch of it."""

    __slots__ = ("_marks", "_reaches", "_starts")

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: mark.span)
        self._starts = [mark.span.start for mark in self._marks]
        #: How far the marks up to each one reach; they never reach back.
        self._reaches = list(accumulate((mark.span.end for mark in self._marks), max))

    def over(self, span: Span) -> list[Mark]:
        """Return the marks that may lie over a stretch."""
        first = bisect_right(self._reaches, span.start)
        return self._marks[first : bisect_left(self._starts, span.end)]


def shading(report: Report) -> Shading:
    """Return all marks of a report."""
    return Shading([*figure_shades(report), *finding_shades(report)])


def figure_shades(report: Report) -> Iterator[Mark]:
    """Yield a mark for every figure, by how it came out."""
    outcome = verdicts(report)
    for claim in report.claims:
        yield Mark(claim.quantity.span, f"figure {outcome.get(claim.id, 'plain')}", claim.id)


def finding_shades(report: Report) -> Iterator[Mark]:
    """Yield a mark for the place of every finding, with its number, and for its evidence."""
    for at, finding in enumerate(report.findings, 1):
        severity = finding.severity.value
        yield Mark(visible(finding.span), f"at {severity}", f"f{at}", pin=str(at))
        for one in finding.evidence:
            yield Mark(visible(one.span), "evidence", f"f{at}")


def visible(span: Span) -> Span:
    """Return a span with a character in it: where something is missing, the next one."""
    return span or Span(span.start, span.start + 1)
