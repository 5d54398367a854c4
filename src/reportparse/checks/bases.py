"""CHG: changes whose base is a plan, another year, or only implied.

A multiple is read both ways: 增长三倍 is written of what is three times as much, and of what is
four times as much. Only what fits neither is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from reportparse.checks.words import lead
from reportparse.checks.workings import members, nominal, percent, show
from reportparse.claims import Claim
from reportparse.findings import Confidence, Fault, Severity, check
from reportparse.relations import ChangeFrom, RatioOf
from reportparse.relations.kernel import HUNDRED, judge, quotient, rounded, stated_by
from reportparse.report import Report

#: A rate of a plan: "占年度计划的104.2%", "完成率".
PLANNED: Final = re.compile("计划|任务|目标|完成")
#: "新增5人，增长55.6%": the rate may be that of the stock that these were added to.
ADDED: Final = re.compile("新增|净增|增加|减少")
#: Rates that were copied are told by their digits; 5 % stands in any report.
DIGITS: Final = 3


@check(
    "CHG106",
    Severity.WARNING,
    title="倍数不符",
    zh="由前后两数算得{computed}倍，文中为“{stated}”",
    en="the two levels give {computed} times; the text says “{stated}”",
)
def multiple_differs_from_levels(report: Report) -> Iterator[Fault]:
    """A stated multiple is neither what the two levels give nor their growth."""
    for relation in _failing(report):
        change, before = relation.change, relation.before
        if not _is_multiple(change) or change is None or before is None:
            continue
        figures = [stated_by(one.quantity) for one in (change, relation.now, before)]
        stated = [one for one in figures if one is not None]
        # 增长2倍 is often written of what is now twice as much.
        if len(stated) < 3 or judge(stated[0], stated[1:], quotient) != "fails":
            continue
        computed = show(rounded(stated[1].value / stated[2].value, Decimal("0.01")))
        yield Fault(
            change.quantity.span,
            (("computed", computed), ("stated", change.quantity.text)),
            f"{show(stated[1].value)} / {show(stated[2].value)} = {computed}",
            change.quantity.text,
            computed,
            members(relation),
            Confidence.MEDIUM,
        )


@check(
    "CHG108",
    Severity.NOTE,
    title="增幅照抄",
    zh="{stated}在两处出现，基数却不同，其中一处与数字不符",
    en="{stated} is given twice for other figures, and does not fit one of them",
)
def growth_given_twice(report: Report) -> Iterator[Fault]:
    """One growth stands at two pairs of figures and fits one of them only."""
    failing = [one for one in _failing(report) if one.before]
    told = _levels(report) if failing else {}
    for one in failing:
        if one.change is not None and _has_twin(one, told):
            given = (("stated", one.change.quantity.text),)
            seen = members(one)
            yield Fault(one.change.quantity.span, given, one.formula, evidence=seen)


@check(
    "CHG109",
    Severity.ERROR,
    title="完成率不符",
    zh="{part}是计划{whole}的{computed}，文中为{stated}",
    en="{part} is {computed} of the planned {whole}; the text says {stated}",
)
def completion_differs_from_plan(report: Report) -> Iterator[Fault]:
    """A rate of completion is not what the work done and the plan give."""
    for relation in report.relations:
        if not isinstance(relation, RatioOf) or relation.rate is None or relation.others:
            continue
        if relation.verdict == "fails" and PLANNED.search(relation.cue):
            implied = percent(relation.implied or HUNDRED)
            part, whole = relation.part.quantity.text, relation.whole.quantity.text
            stated = relation.rate.quantity.text
            values = {"part": part, "whole": whole, "computed": implied, "stated": stated}
            yield Fault(
                relation.rate.quantity.span,
                tuple(values.items()),
                f"{re.split(' [=≠] ', relation.formula)[0]} = {implied} ≠ {stated}",
                stated,
                implied,
                members(relation),
            )


@check(
    "CHG114",
    Severity.WARNING,
    title="倒推基数无整数解",
    zh="没有哪个整数变为{now}是{stated}",
    en="no whole number makes {now} after {stated}",
)
def growth_of_no_whole_number(report: Report) -> Iterator[Fault]:
    """No whole number can have grown at the stated rate to the printed count."""
    for relation in report.relations:
        if not isinstance(relation, ChangeFrom) or relation.bases != () or not relation.change:
            continue
        if ADDED.search(lead(report, relation.now)):
            continue
        now, change = relation.now.quantity, relation.change.quantity
        word = "增长" if relation.direction == "rise" else "下降"
        yield Fault(
            change.span,
            (("now", now.text), ("stated", word + change.text)),
            relation.formula,
            change.text,
            evidence=members(relation),
            confidence=Confidence.LOW,
        )


def _failing(report: Report) -> Iterator[ChangeFrom]:
    for relation in report.relations:
        if isinstance(relation, ChangeFrom) and relation.verdict == "fails":
            yield relation


def _is_multiple(change: Claim | None) -> bool:
    return change is not None and change.quantity.kind == "multiple"


def _levels(report: Report) -> dict[Decimal, set[Decimal]]:
    """Return the levels that each rate of change is stated for."""
    told: dict[Decimal, set[Decimal]] = {}
    for one in report.relations:
        if isinstance(one, ChangeFrom) and one.before and one.change:
            told.setdefault(nominal(one.change), set()).add(nominal(one.now))
    return told


def _has_twin(one: ChangeFrom, told: Mapping[Decimal, set[Decimal]]) -> bool:
    """Tell whether the rate of a change, by its digits, was taken from that of another level."""
    value = nominal(one.change) if one.change else HUNDRED
    if len(value.as_tuple().digits) < DIGITS:
        return False
    return bool(told.get(value, set()) - {nominal(one.now)})
