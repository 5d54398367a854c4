"""TOT: wholes and their parts, balances."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportparse.checks.doubts import is_bound, is_confirmed, mended
from reportparse.checks.workings import (
    addition,
    magnitude,
    members,
    nominal,
    show,
    slips,
)
from reportparse.findings import Confidence, Fault, Severity, check
from reportparse.relations import Balance, RatioOf, SumOf
from reportparse.relations.cues import any_of
from reportparse.relations.sums import NEAR_UNITS, is_near
from reportparse.report import Report

#: What is left of a whole: "其余5项".
LEFT: Final = re.compile(
    r"[现尚还仅约]?(?:未|待|结转|(?:[当本][年期]|收支).*"
    rf"|{any_of('remaining', 'lacking', 'surplus', 'pending')})"
)
#: Lists that are never complete, however near they come.
NEVER_COMPLETE: Final = re.compile("民族|汉族|地区|宗教")
#: A miss by more than this share of the whole says little about an open list.
CLOSE: Final = Decimal("0.05")


@check(
    "TOT101",
    Severity.ERROR,
    title="分项之和大于总数",
    zh="各分项合计{added}，大于总数{whole}，多出{gap}",
    en="the parts add up to {added}, which is {gap} more than their whole, {whole}",
)
def parts_exceed_total(report: Report) -> Iterator[Fault]:
    """Parts of a total add up to more than it."""
    for relation in _failing(report):
        if _is_over(relation) and not _is_left(relation) and is_bound(report, relation):
            yield _fault(relation)


@check(
    "TOT102",
    Severity.ERROR,
    title="穷尽分项不足总数",
    zh="文中列全的分项合计{added}，不足总数{whole}，少{gap}",
    en="the parts are said to be all, yet add up to {added}, {gap} short of their whole, {whole}",
)
def complete_parts_fall_short(report: Report) -> Iterator[Fault]:
    """Parts that the text calls complete add up to less than their total."""
    for relation in _failing(report):
        if relation.exhaustive and not _is_over(relation) and not _is_left(relation):
            yield _fault(relation)


@check(
    "TOT103",
    Severity.WARNING,
    title="分项差额极小",
    zh="各分项合计{added}，与总数{whole}只差{gap}，请核对",
    en="the parts add up to {added}, only {gap} off their whole, {whole}",
)
def parts_nearly_add_up(report: Report) -> Iterator[Fault]:
    """Parts miss their total by so little that a slip is likely."""
    for relation in _failing(report):
        over = _is_over(relation)
        told = is_bound(report, relation) if over else relation.exhaustive
        if told or _is_left(relation) or not is_near(relation.whole, relation.gap):
            continue
        if is_confirmed(report, relation):
            continue
        if not NEVER_COMPLETE.search(_sentence(report, relation)):
            yield _fault(relation, _near_confidence(relation))


@check(
    "TOT105",
    Severity.ERROR,
    title="单项大于总数",
    zh="分项{part}大于总数{whole}",
    en="a part, {part}, is greater than its whole, {whole}",
)
def part_exceeds_total(report: Report) -> Iterator[Fault]:
    """A single part is greater than its total."""
    for relation in report.relations:
        if isinstance(relation, SumOf) and relation.verdict == "fails":
            parts = relation.parts if len(relation.parts) == 1 else ()
        elif isinstance(relation, RatioOf) and relation.rate is None:
            parts = (relation.part,) if relation.verdict == "fails" else ()
        else:
            continue
        for part in parts:
            unit = magnitude((relation.whole, part))
            shown = {"part": nominal(part), "whole": nominal(relation.whole)}
            yield Fault(
                part.quantity.span,
                tuple((name, show(value, unit)) for name, value in shown.items()),
                f"{show(shown['part'], unit)} > {show(shown['whole'], unit)}",
                part.quantity.text,
                f"≤ {relation.whole.quantity.text}",
                members(relation),
            )


@check(
    "TOT106",
    Severity.ERROR,
    title="余额不符",
    zh="已列{added}与总数{whole}不符，相差{gap}",
    en="what was done and what is left add up to {added}, {gap} off the whole, {whole}",
)
def remainder_differs(report: Report) -> Iterator[Fault]:
    """What was done and what is said to be left do not make up the total."""
    for relation in _failing(report):
        if _is_left(relation):
            yield _fault(relation)


@check(
    "TOT107",
    Severity.ERROR,
    title="结转平衡不符",
    zh="上期结转与新增合计{left}，办结与结转下期合计{right}，两者不等",
    en="left over and new make {left}, done and left over make {right}",
)
def balance_differs(report: Report) -> Iterator[Fault]:
    """What was left over and came in is not what was done and is left over."""
    for relation in report.relations:
        if not isinstance(relation, Balance) or relation.verdict != "fails":
            continue
        figures = [claim for _, claim in relation.members]
        before, new, done, after = (nominal(claim) for claim in figures)
        left, right = show(before + new), show(done + after)
        yield Fault(
            relation.after.quantity.span,
            (("left", left), ("right", right)),
            f"{show(before)} + {show(new)} = {left} ≠ {right} = {show(done)} + {show(after)}",
            relation.after.quantity.text,
            show(before + new - done),
            members(relation),
            alternatives=slips(figures[2:], before + new - done - after),
        )


@check(
    "TOT190",
    Severity.NOTE,
    title="舍入内相符",
    zh="各分项合计{added}，与总数{whole}在舍入范围内相符",
    en="the parts add up to {added}; with rounding that agrees with the whole, {whole}",
)
def closes_by_rounding(report: Report) -> Iterator[Fault]:
    """Parts add up to their total only if rounding is allowed for."""
    for relation in report.relations:
        if isinstance(relation, SumOf) and relation.verdict in {"rounded", "truncated"}:
            yield _fault(relation)


def _failing(report: Report) -> Iterator[SumOf]:
    """Yield the sums of several parts that do not agree."""
    for relation in report.relations:
        if isinstance(relation, SumOf) and relation.verdict == "fails" and len(relation.parts) > 1:
            yield relation


def _is_over(relation: SumOf) -> bool:
    """Tell whether the parts exceed the whole."""
    return relation.gap.high is not None and relation.gap.high < 0


def _is_left(relation: SumOf) -> bool:
    return LEFT.match(relation.cue) is not None


def _near_confidence(relation: SumOf) -> Confidence:
    """Doubt a near miss that no slip explains, or of a small whole: of 12, 2 may go unnamed."""
    _, added = addition(relation.whole, relation.parts)
    whole = nominal(relation.whole)
    near = abs(whole - added) <= whole * CLOSE
    unit = relation.whole.quantity.precision
    slip = abs(whole - added) <= NEAR_UNITS * unit or mended(relation, added - whole)
    return Confidence.MEDIUM if near and slip else Confidence.LOW


def _sentence(report: Report, relation: SumOf) -> str:
    """Return the words from the sentence of the whole to that of the last part."""
    spans = [claim.sentence for _, claim in relation.members]
    return report.document.text[
        min(span.start for span in spans) : max(span.end for span in spans)
    ]


def _fault(relation: SumOf, confidence: Confidence = Confidence.HIGH) -> Fault:
    """Write out a sum that does not agree; where only a slip says so, with less confidence."""
    if relation.by_slip and confidence is Confidence.HIGH:
        confidence = Confidence.MEDIUM
    working, added = addition(relation.whole, relation.parts)
    unit = magnitude((relation.whole, *relation.parts))
    whole = nominal(relation.whole)
    values = {"added": added, "whole": whole, "gap": abs(added - whole)}
    return Fault(
        relation.whole.quantity.span,
        tuple((name, show(value, unit)) for name, value in values.items()),
        working,
        relation.whole.quantity.text,
        show(added, unit),
        members(relation),
        confidence,
        mended(relation, added - whole),
    )
