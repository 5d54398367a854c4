"""RES: one measure, two figures."""

from __future__ import annotations

from collections.abc import Iterator

from reportparse.checks.workings import members
from reportparse.findings import Confidence, Fault, Severity, check
from reportparse.relations import Restates
from reportparse.report import Report


@check(
    "RES101",
    Severity.ERROR,
    title="同一指标前后不一",
    zh="“{measure}”前文为{first}，此处为{again}",
    en="“{measure}” is {first} before and {again} here",
)
def restated_with_another_figure(report: Report) -> Iterator[Fault]:
    """One measure is told twice with figures that cannot both be right."""
    for relation in _failing(report):
        if not _is_approximate(relation):
            yield _fault(relation, Confidence.HIGH)


@check(
    "RES102",
    Severity.WARNING,
    title="概数与确数不符",
    zh="“{measure}”前文为{first}，此处为{again}，概数与确数不符",
    en="“{measure}” is {first} before and {again} here; the estimate does not allow it",
)
def estimate_excludes_figure(report: Report) -> Iterator[Fault]:
    """A measure told with an estimate elsewhere has a figure that the estimate excludes."""
    for relation in _failing(report):
        if _is_approximate(relation):
            yield _fault(relation, Confidence.MEDIUM)


def _failing(report: Report) -> Iterator[Restates]:
    for relation in report.relations:
        if isinstance(relation, Restates) and relation.verdict == "fails":
            yield relation


def _is_approximate(relation: Restates) -> bool:
    return any(claim.quantity.hedge != "exact" for _, claim in relation.members)


def _fault(relation: Restates, confidence: Confidence) -> Fault:
    """Write out two tellings that differ."""
    first, again = relation.first.quantity, relation.again.quantity
    return Fault(
        again.span,
        (("measure", relation.first.measure), ("first", first.text), ("again", again.text)),
        relation.formula,
        again.text,
        first.text,
        members(relation),
        confidence,
    )
