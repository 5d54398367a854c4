"""CHG: growth and change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from reportparse.checks.words import sentence_before
from reportparse.checks.workings import magnitude, members, nominal, percent, show
from reportparse.findings import Confidence, Evidence, Fault, Severity, check
from reportparse.outline import section_at
from reportparse.relations import ChangeFrom
from reportparse.relations.changing import Direction
from reportparse.relations.kernel import AGREEING
from reportparse.relations.rejudging import figures_of, rejudged
from reportparse.report import Report

#: An adverb of degree, a change, and no figure behind: "明显下降，", "稳步提升。".
UNMEASURED: Final = re.compile(
    r"[明大显稳持逐不进有](?:显|幅度?|著|步|续|年|断|一步|所)地?"
    r"(?:下降|减少|上升|提升|提高|增长|降低|增加|回落)(?=[，。；、,;\n]|$)"
)
#: What offices count: "案件", "信访量", "满意度", "收入".
COUNTED: Final = re.compile(
    r"(?:案件|案发|发案|事故|信访|纠纷|投诉|满意度|满意率|安全感|支出|收入|产值|税收"
    r"|数量|人数|件数|起数|总量|访量|案量|件量|率|指数|成本|能耗)"
    r"(?:得到|实现|呈现?|均|都|也|有)?了?$"
)
#: Words of a plan: what is aimed at needs no figure yet.
AIMED: Final = re.compile(
    "力争|争取|推动|促进|确保|力求|努力|目标|将|不断提升|要|着力|使|让|进一步"
)
PLAN: Final = re.compile("计划|打算|下一步|下步|安排|思路|目标任务|展望")
#: How far a sentence is followed back.
NEAR: Final = 60


@check(
    "CHG101",
    Severity.ERROR,
    title="增幅与基数不符",
    zh="由前后两数算得{computed}，文中为{stated}",
    en="the two levels give {computed}; the text says {stated}",
)
def growth_differs_from_levels(report: Report) -> Iterator[Fault]:
    """A stated growth is not what the two printed levels give."""
    for relation in _failing(report):
        if not (relation.before and relation.change) or relation.comparable:
            continue
        if relation.change.quantity.kind != "multiple" and not is_of_points(relation):
            yield _fault(relation)


@check(
    "CHG102",
    Severity.ERROR,
    title="增幅与增量不符",
    zh="由现数与增减量算得{computed}，文中为{stated}",
    en="level and amount of change give {computed}; the text says {stated}",
)
def growth_differs_from_amount(report: Report) -> Iterator[Fault]:
    """A stated growth is not what the level and the amount of its change give."""
    for relation in _failing(report):
        if relation.before is None and not relation.comparable:
            yield _fault(relation)


@check(
    "CHG103",
    Severity.ERROR,
    title="增减方向矛盾",
    zh="由{before}到{now}，文中却用“{cue}”",
    en="from {before} to {now} is not what “{cue}” says",
)
def direction_contradicts_levels(report: Report) -> Iterator[Fault]:
    """A word of rise or fall contradicts the two levels it stands between."""
    for relation in _failing(report):
        if relation.before and not relation.change and not relation.delta:
            values = {
                "before": relation.before.quantity.text,
                "now": relation.now.quantity.text,
                "cue": relation.cue,
            }
            yield Fault(
                relation.now.quantity.span,
                tuple(values.items()),
                relation.formula,
                relation.now.quantity.text,
                evidence=members(relation),
                alternatives=("降 → 增" if relation.direction == "fall" else "增 → 降",),
            )


@check(
    "CHG104",
    Severity.ERROR,
    title="增减量不符",
    zh="前后两数相差{computed}，文中为{stated}",
    en="the two levels differ by {computed}; the text says {stated}",
)
def amount_differs_from_levels(report: Report) -> Iterator[Fault]:
    """A stated amount of change is not the difference of the two printed levels."""
    for relation in _failing(report):
        if relation.before and relation.delta and not _in_points(relation):
            yield _fault(relation)


@check(
    "CHG105",
    Severity.WARNING,
    title="百分点不符",
    zh="两个比率相差{computed}，文中为{stated}",
    en="the two rates differ by {computed}; the text says {stated}",
)
def points_differ_from_rates(report: Report) -> Iterator[Fault]:
    """Stated percentage points are not the difference of the two printed rates."""
    for relation in _failing(report):
        if relation.before and relation.delta and _in_points(relation):
            yield _fault(relation)


@check(
    "CHG110",
    Severity.NOTE,
    title="可比口径增幅",
    zh="由所列数字算得{computed}，文中为{stated}；文中可能用了可比口径",
    en="the figures give {computed}, the text says {stated}; its basis may be another",
)
def growth_on_other_basis(report: Report) -> Iterator[Fault]:
    """A growth does not fit the printed levels, but its words allow another basis."""
    for relation in _failing(report):
        if relation.comparable and relation.change:
            yield _fault(relation, Confidence.LOW)


@check(
    "CHG120",
    Severity.NOTE,
    title="增减无数据",
    zh="称“{change}”而没有给出数字",
    en="“{change}” is claimed and no figure given",
)
def change_without_figure(report: Report) -> Iterator[Fault]:
    """A change of something that is counted is claimed without a figure."""
    text = report.view.text
    for found in UNMEASURED.finditer(text):
        start, end = found.span()
        told = sentence_before(text, start, NEAR)
        counted = COUNTED.search(told)
        if counted is None or AIMED.search(told) or _is_planned(report, start):
            continue
        words = text[start - len(counted.group()) : end]
        seen = (Evidence("change", report.view.span(start - len(counted.group()), end), words),)
        yield Fault(report.view.span(start, end), (("change", found.group()),), evidence=seen)


def is_of_points(relation: ChangeFrom) -> bool:
    """Tell whether a rate's rise is stated in per cent where points are meant: 82% → 86%, 4%."""
    now, before, change = relation.now, relation.before, relation.change
    if before is None or change is None or now.quantity.kind != "percent":
        return False
    return abs(nominal(now) - nominal(before)) == nominal(change)


def _is_planned(report: Report, at: int) -> bool:
    """Tell whether a place lies in a section on what is to come."""
    section = section_at(report.sections, at)
    return section is not None and PLAN.search(section.path) is not None


def _failing(report: Report) -> Iterator[ChangeFrom]:
    for relation in report.relations:
        if isinstance(relation, ChangeFrom) and relation.verdict == "fails":
            yield relation


def _in_points(relation: ChangeFrom) -> bool:
    return relation.delta is not None and relation.delta.quantity.kind == "point"


def _fault(relation: ChangeFrom, confidence: Confidence = Confidence.HIGH) -> Fault:
    """Write out a change that does not agree."""
    stated = relation.change or relation.delta or relation.now
    implied = relation.implied
    if implied is None:
        computed = "?"
    elif relation.change is not None:
        computed = percent(implied)
    else:
        figures = (relation.now, relation.before or relation.now, stated)
        computed = show(implied, magnitude(figures)) + stated.quantity.unit
    minus = "-" if relation.direction == "fall" else ""
    text = minus + stated.quantity.text
    return Fault(
        stated.quantity.span,
        (("computed", computed), ("stated", text)),
        f"{_left(relation)} = {computed} ≠ {text}",
        text,
        computed,
        members(relation),
        confidence,
        _turned_word(relation),
    )


def _turned_word(relation: ChangeFrom) -> tuple[str, ...]:
    """Name the word of a change where its contrary would make all figures agree."""
    if rejudged(relation, figures_of(relation)) == "untestable":
        return ()
    ways: tuple[tuple[Direction, str], ...] = (("rise", "降 → 增"), ("fall", "增 → 降"))
    agree = (
        words
        for way, words in ways
        if rejudged(replace(relation, direction=way), figures_of(relation)) in AGREEING
    )
    return tuple(agree)


def _left(relation: ChangeFrom) -> str:
    """Return what stands before the sign of a change's formula: "97 / 197 - 1"."""
    return re.split(" [=≠] ", relation.formula)[0]
