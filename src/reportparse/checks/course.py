"""TIM: how periods and dates of one report go together.

Totals to date are compared only where measure, action, actor and the first day of their periods
are the same; days between two dates are counted with and without the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from reportparse.checks.words import PLAN, ending_in, sentence_before, sentence_behind
from reportparse.checks.workings import nominal, show
from reportparse.claims import Claim
from reportparse.findings import Confidence, Evidence, Fault, Severity, check, evidence
from reportparse.period import Period
from reportparse.relations.kernel import stated_by
from reportparse.report import Report, once

YEAR: Final = re.compile(r"(?<![0-9])(20[0-9]{2})年")
#: A report on what was done, whose own year is over when its plans begin.
LOOKS_BACK: Final = re.compile("总结|情况的?报告|年度报告")
#: "今年（2023年）", "今年2023年".
THIS_YEAR: Final = re.compile(r"今年[（(]?(20[0-9]{2})年")
#: "3月1日至3月10日，历时10天".
LASTING: Final = re.compile(
    r"(?P<m1>[0-9]{1,2})月(?P<d1>[0-9]{1,2})日?[至到—–－~～-](?:(?P<m2>[0-9]{1,2})月)?"
    r"(?P<d2>[0-9]{1,2})日[^，。；0-9]{0,6}[，（(、]?(?:共|历时|为期|共计|持续)[为计]?"
    r"(?P<days>[0-9]{1,3})天"
)
LONGEST: Final = 28
#: Any year without 29 February: a day more is allowed for.
SOME_YEAR: Final = 2001
#: "《某某规划（2021—2025年）》".
PLAN_YEARS: Final = re.compile(r"20[0-9]{2}年?[—–－~～至-]+(?P<end>20[0-9]{2})年?[）)]?")
BRACKETS: Final = frozenset("（(")
PLAN_NAME: Final = re.compile("规划|纲要|方案|计划|行动")
#: What may be said of a plan that is over.
PAST: Final = re.compile("收官|总结|回顾|评估|期满|圆满|结束|完成|以来|期间|验收|终期|上一轮")
#: Kinds that only grow over a year.
GROWING: Final = frozenset({"count", "money"})
#: Measures shorter than this name too much.
SPECIFIC: Final = 4


@check(
    "TIM105",
    Severity.WARNING,
    title="沿用旧年份",
    zh="“{words}”中的年份应晚于报告所述的{year}年",
    en="the year in “{words}” ought to be later than {year}, which the report is on",
)
def stale_year(report: Report) -> Iterator[Fault]:
    """A plan, or the current year, is dated with a year that is over."""
    if report.year is None:
        return
    yield from _stale_plans(report, report.year)
    signed = report.signed.year if report.signed else report.year
    for found in THIS_YEAR.finditer(report.view.text) if "今年" in report.view.text else ():
        if int(found[1]) < min(report.year, signed):
            yield _stale(report, found.span(1), (found.group(), report.year))


@check(
    "TIM107",
    Severity.WARNING,
    title="天数不符",
    zh="“{words}”的起止相差{computed}天，文中为{stated}天",
    en="“{words}” spans {computed} days; the text says {stated}",
)
def duration_differs(report: Report) -> Iterator[Fault]:
    """Days are counted between two dates, and the dates lie another number of days apart."""
    for found in ending_in("天", LASTING, report.view.text, LONGEST):
        days, stated = _days(found), int(found["days"])
        if days is not None and not days <= stated <= days + 2:
            span = report.view.span(*found.span("days"))
            values = {"words": found.group(), "computed": f"{days}—{days + 1}"}
            yield Fault(
                span,
                (*values.items(), ("stated", str(stated))),
                f"{days} + 1 ≠ {stated}",
                str(stated),
                str(days + 1),
                (Evidence("period", report.view.span(*found.span()), found.group()),),
                Confidence.MEDIUM,
            )


@check(
    "TIM108",
    Severity.ERROR,
    title="累计数倒退",
    zh="“{measure}”{first_period}已有{first}，到{period}反而只有{again}",
    en="“{measure}” is {first} for {first_period} and only {again} for {period}",
)
def total_to_date_falls(report: Report) -> Iterator[Fault]:
    """What was counted since the year began is less at a later day than at an earlier one."""
    for claims in _by_measure(report):
        for one, other in pairwise(claims):
            if _ends(one) < _ends(other) and _is_below(other, one):
                yield _falling(one, other)


@check(
    "TIM109",
    Severity.NOTE,
    title="统计截止不一",
    zh="“{measure}”既有{first}的数字，又有{again}的数字",
    en="“{measure}” is told for {first} and for {again}",
)
def measured_to_other_days(report: Report) -> Iterator[Fault]:
    """One measure is told for the whole year and for a part of it."""
    for claims in _by_measure(report):
        periods = {_ends(one): one for one in claims}
        if len(periods) > 1 and max(periods).month == 12:
            first, again = (periods[end] for end in (min(periods), max(periods)))
            names = {"first": _named(first), "again": _named(again)}
            yield Fault(
                again.quantity.span,
                (("measure", again.measure), *names.items()),
                evidence=(evidence("first", first), evidence("again", again)),
                confidence=Confidence.LOW,
            )


@check(
    "TIM110",
    Severity.NOTE,
    title="引用过期规划",
    zh="“{words}”到{end}年已经期满，报告所述为{year}年",
    en="“{words}” ended in {end}, and the report is on {year}",
)
def plan_expired(report: Report) -> Iterator[Fault]:
    """A plan whose years are over is named as if it went on."""
    text, year = report.view.text, report.year
    for found in PLAN_YEARS.finditer(text) if year is not None else ():
        if year is None or int(found["end"]) >= year:
            continue
        start, end = found.span()
        start -= text[start - 1 : start] in BRACKETS
        before, behind = sentence_before(text, start), sentence_behind(text, end)
        named = PLAN_NAME.search(before[-12:] + behind[:8])
        if named and not PAST.search(before + behind):
            span, words = report.view.span(start, end), text[start:end]
            values = {"words": words, "end": found["end"], "year": str(year)}
            seen = (Evidence("plan", span, words),)
            yield Fault(span, tuple(values.items()), f"{found['end']} < {year}", evidence=seen)


def _stale_plans(report: Report, year: int) -> Iterator[Fault]:
    """Yield sections on what is to come that are dated with a year that is over."""
    last = year if LOOKS_BACK.search(report.title or "") else year - 1
    for section in report.sections:
        ahead = PLAN.search(section.title) and "总结" not in section.title
        found = YEAR.search(section.title) if ahead else None
        if found and int(found[1]) <= last:
            at = report.view.text.find(found.group(), section.at)
            yield _stale(report, (at, at + len(found.group())), (section.title, year))


def _stale(report: Report, place: tuple[int, int], told: tuple[str, int]) -> Fault:
    """Write out a year that is over."""
    words, year = told
    span = report.view.span(*place)
    stated = report.view.text[slice(*place)]
    seen = (Evidence("year", span, stated),)
    values = (("words", words), ("year", str(year)))
    return Fault(span, values, "", stated, evidence=seen, confidence=Confidence.MEDIUM)


def _days(found: re.Match[str]) -> int | None:
    """Return how many days lie between two dates, the first not counted."""
    month = int(found["m1"])
    try:
        first = date(SOME_YEAR, month, int(found["d1"]))
        last = date(SOME_YEAR, int(found["m2"] or month), int(found["d2"]))
    except ValueError:
        return None
    return (last - first).days if last >= first else None


@once
def _by_measure(report: Report) -> tuple[Sequence[Claim], ...]:
    """Return the totals to date of each measure that has several, in the order of their ends."""
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in report.claims:
        period = claim.period
        if period is not None and _is_to_date(claim, period):
            key = (
                claim.measure,
                claim.quantity.unit,
                claim.action,
                claim.actor,
                str(period.start),
            )
            groups.setdefault(key, []).append(claim)
    return tuple(sorted(claims, key=_ends) for claims in groups.values() if len(claims) > 1)


def _is_to_date(claim: Claim, period: Period) -> bool:
    """Tell whether a figure is of the whole of a measure from the first day of a year on."""
    told = claim.status in {"actual", "cumulative"} and claim.scope not in {"part", "each"}
    named = len(claim.measure) >= SPECIFIC and claim.quantity.kind in GROWING
    if not (told and named and not claim.change) or period.start is None or period.end is None:
        return False
    begins = (period.start.month, period.start.day) == (1, 1)
    return begins and period.start.year == period.end.year


def _ends(claim: Claim) -> date:
    end = None if claim.period is None else claim.period.end
    return date.max if end is None else end


def _is_below(later: Claim, earlier: Claim) -> bool:
    """Tell whether a figure is below another, however both were rounded."""
    one, other = stated_by(later.quantity), stated_by(earlier.quantity)
    return (
        one is not None and other is not None
        and one.hedged is None and other.hedged is None
        and one.value + one.place < other.value
    )  # fmt: skip


def _named(claim: Claim) -> str:
    return "" if claim.period is None else claim.period.text


def _falling(one: Claim, other: Claim) -> Fault:
    """Write out a total to date that falls."""
    values = {
        "measure": other.measure,
        "first_period": _named(one),
        "first": one.quantity.text,
        "period": _named(other),
        "again": other.quantity.text,
    }
    return Fault(
        other.quantity.span,
        tuple(values.items()),
        f"{show(nominal(other))} < {show(nominal(one))}",
        other.quantity.text,
        f"≥ {one.quantity.text}",
        (evidence("first", one), evidence("again", other)),
        Confidence.MEDIUM,
    )
