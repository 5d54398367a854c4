"""RES: one measure, two figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from reportparse.checks.words import lead
from reportparse.checks.workings import members
from reportparse.claims import Claim
from reportparse.findings import Confidence, Fault, Severity, check, evidence
from reportparse.interval import total
from reportparse.outline import Section
from reportparse.relations import Restates
from reportparse.relations.kernel import Stated, stated_by
from reportparse.relations.tellings import ALL_OF_IT
from reportparse.report import Report

#: Measures shorter than this name too much: 事故, 案件.
SPECIFIC: Final = 4
#: "发生安全生产事故": the verb may be taken for part of the measure.
HAPPENED: Final = re.compile("^(?:发生|出现|查处|排查出?)")


#: Verbs that tell no more than that something was there.
HAPPENINGS: Final = frozenset(("发生", "出现", "有", "存在"))


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
        if not _is_approximate(relation) and not _is_title(relation.first):
            yield _fault(relation, Confidence.HIGH if relation.sure else Confidence.MEDIUM)


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


@check(
    "RES105",
    Severity.WARNING,
    title="零发生矛盾",
    zh="一处称“{zero}”，另一处却有{measure}{count}",
    en="“{zero}” is said in one place, and {count} of {measure} are told in another",
)
def zero_contradicted(report: Report) -> Iterator[Fault]:
    """Nothing of a kind is said to have happened, and some of it is counted elsewhere."""
    zeros = {_happened(claim): claim for claim in report.claims if _is_zero(claim)}
    for claim in report.claims if zeros else ():
        zero = zeros.get(_happened(claim))
        if zero is None or not _is_counted(claim) or not _is_same_event(zero, claim):
            continue
        values = {"zero": zero.quantity.text, "measure": claim.measure}
        yield Fault(
            claim.quantity.span,
            (*values.items(), ("count", claim.quantity.text)),
            f"0 ≠ {claim.quantity.num_text}",
            claim.quantity.text,
            "0",
            (evidence("first", zero), evidence("again", claim)),
            Confidence.MEDIUM,
        )


@check(
    "RES106",
    Severity.ERROR,
    title="标题与正文不符",
    zh="标题中“{measure}”为{first}，正文为{again}",
    en="“{measure}” is {first} in the heading and {again} below it",
)
def heading_contradicted(report: Report) -> Iterator[Fault]:
    """A figure in a heading is another in the text below it."""
    related = {one.first.id: one.again for one in _failing(report) if not _is_approximate(one)}
    for section, claim in _headed(report):
        again = related.get(claim.id) or _contradicting(report, section, claim)
        if again is None:
            continue
        texts = {"first": claim.quantity.text, "again": again.quantity.text}
        yield Fault(
            claim.quantity.span,
            (("measure", claim.measure), *texts.items()),
            f"{texts['first']} ≠ {texts['again']}",
            texts["first"],
            texts["again"],
            (evidence("first", claim), evidence("again", again)),
        )


def _headed(report: Report) -> Iterator[tuple[Section, Claim]]:
    """Yield the figures of headings that have text below."""
    titled = [one for one in report.sections if one.title_span.end < one.span.end]
    starts = [one.title_span.start for one in titled]
    for claim in report.claims:
        at = claim.quantity.span.start
        place = bisect_right(starts, at) - 1
        if place >= 0 and at < titled[place].title_span.end:
            yield titled[place], claim


def _is_title(claim: Claim) -> bool:
    """Tell whether a figure stands in a heading."""
    section, start = claim.section, claim.quantity.span.start
    if section is None or section.title_span.end >= section.span.end:
        return False
    return section.title_span.start <= start < section.title_span.end


def _contradicting(report: Report, section: Section, claim: Claim) -> Claim | None:
    """Return the one total below a heading that its figure cannot agree with."""
    inside = [one for one in report.claims if _is_below(section, claim, one)]
    totals = [one for one in inside if _is_total(report, one)]
    told = stated_by(claim.quantity)
    if len(totals) != 1 or told is None:
        return None
    figures = [one for claim in inside if (one := stated_by(claim.quantity)) is not None]
    agrees = any(_meet(told, one) for one in figures) or _adds_up(report, told, totals[0])
    return None if agrees else totals[0]


def _is_zero(claim: Claim) -> bool:
    """Tell whether nothing of a kind is said to have happened."""
    told = claim.quantity.value == 0 and claim.status == "actual"
    return told and len(claim.measure) >= SPECIFIC


def _is_counted(claim: Claim) -> bool:
    """Tell whether some of a kind is counted."""
    low = claim.quantity.interval.low
    counted = claim.quantity.kind == "count" and claim.status == "actual" and not claim.change
    return counted and low is not None and low > 0


def _is_below(section: Section, heading: Claim, claim: Claim) -> bool:
    """Tell whether a figure below a heading is of the measure that the heading names."""
    inside = section.title_span.end <= claim.quantity.span.start < section.span.end
    same = claim.quantity.unit == heading.quantity.unit and claim.measure == heading.measure
    return inside and same and bool(claim.measure) and not claim.change


def _is_total(report: Report, claim: Claim) -> bool:
    """Tell whether a figure is said to be all there is of its measure."""
    return ALL_OF_IT.search(lead(report, claim)) is not None


def _adds_up(report: Report, told: Stated, first: Claim) -> bool:
    """Tell whether the figures of a sentence make up a heading's together."""
    beside = [
        one
        for one in report.claims
        if one.sentence == first.sentence and one.quantity.unit == first.quantity.unit
    ]
    figures = [one for claim in beside if (one := stated_by(claim.quantity)) is not None]
    ends = range(2, len(figures) + 1)
    sums = (total(one.read("rounded") for one in figures[:end]) for end in ends)
    return any(told.read("rounded").meets(one) for one in sums)


def _meet(one: Stated, other: Stated) -> bool:
    return one.read("rounded").meets(other.read("rounded"))


def _happened(claim: Claim) -> str:
    """Return what is said to have happened, without 发生 itself."""
    return HAPPENED.sub("", claim.measure)


def _is_same_event(zero: Claim, claim: Claim) -> bool:
    """Tell whether nothing sets two figures apart: 制发0件 and 清理2件 are told of other acts."""
    same = not zero.action or zero.action in HAPPENINGS or zero.action == claim.action
    return same and _is_same_time(zero, claim)


def _is_same_time(one: Claim, other: Claim) -> bool:
    """Tell whether nothing sets the times or actors of two figures apart."""
    told = [claim.period for claim in (one, other) if claim.period is not None]
    periods = {str(period.start or period.text) for period in told}
    actors = {claim.actor for claim in (one, other) if claim.actor}
    return len(periods) < 2 and len(actors) < 2


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
