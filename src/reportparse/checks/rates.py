"""RAT: rates and shares."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reportparse.checks.words import lead
from reportparse.checks.workings import magnitude, members, nominal, percent, show
from reportparse.claims import Claim
from reportparse.findings import Confidence, Fault, Severity, check, evidence
from reportparse.relations import RatioOf
from reportparse.relations.cues import any_of
from reportparse.relations.kernel import HUNDRED, judge, quotient, stated_by, times
from reportparse.report import Report

#: The rate of a plan, which CHG109 looks after.
PLANNED: Final = re.compile("计划|任务|目标|完成")
#: A rate of a whole: "办结率", "占比", "占总人口的".
RATE: Final = re.compile(r"[一-鿿]率|占")
#: These are no rates of a whole.
OF_CHANGE: Final = re.compile(any_of("rise", "fall") + "|增速|利率|汇率|税率|费率|贡献率|负债率")
#: Rates that nothing can exceed, since they count members of a whole.
BOUNDED: Final = re.compile(any_of("bounded"))
#: What "100 %" of nothing is said of: "受理0件，办结率100%".
DONE: Final = re.compile(
    "(?:办结|办复|答复|回复|整改|合格|成功|处置|结案|查处|查结|化解|调解|调处|执行|审结|破案|处理"
    "|反馈|销号|验收|兑现|公开|采纳|纠正|完成|解决|响应|落实|处罚|移送|救助|控制)[结办完]?率"
)
#: So many figures before and behind a part are tried as another base of its rate.
AROUND: Final = 100
ZERO: Final = frozenset({"0", "零", "〇"})


@check(
    "RAT101",
    Severity.ERROR,
    title="比率与分子分母不符",
    zh="{part}除以{whole}得{computed}，文中为{stated}",
    en="{part} of {whole} is {computed}; the text says {stated}",
)
def rate_differs_from_figures(report: Report) -> Iterator[Fault]:
    """A stated rate is not what its numerator and denominator give."""
    for relation in report.relations:
        if not isinstance(relation, RatioOf) or relation.rate is None:
            continue
        if relation.others or PLANNED.search(relation.cue):
            continue
        if relation.verdict == "fails" and relation.implied is not None:
            working, values = _division(relation, relation.implied)
            yield Fault(
                relation.rate.quantity.span,
                (*values, ("stated", relation.rate.quantity.text)),
                f"{working} ≠ {relation.rate.quantity.text}",
                relation.rate.quantity.text,
                percent(relation.implied),
                members(relation),
                alternatives=_other_bases(report, relation),
            )


@check(
    "RAT102",
    Severity.NOTE,
    title="比率无据",
    zh="文中没有算出{stated}所需的分子和分母",
    en="the text gives no figures from which {stated} could be worked out",
)
def rate_without_figures(report: Report) -> Iterator[Fault]:
    """A rate is stated without the figures it was worked out from."""
    related = {claim.id for relation in report.relations for _, claim in relation.members}
    for claim in _rates(report):
        words = lead(report, claim)
        if claim.id in related or claim.status != "actual" or not RATE.search(words):
            continue
        if not OF_CHANGE.search(words) and not claim.change:
            text = claim.quantity.text
            seen = (evidence("rate", claim),)
            yield Fault(claim.quantity.span, (("stated", text),), stated=text, evidence=seen)


@check(
    "RAT103",
    Severity.ERROR,
    title="分母为零",
    zh="基数为{base}，却称比率为{stated}",
    en="the base is {base}, yet a rate of {stated} is stated",
)
def rate_of_nothing(report: Report) -> Iterator[Fault]:
    """A rate is stated of a base that is zero."""
    for before, claim in zip(report.claims, report.claims[1:], strict=False):
        if claim.quantity.kind != "percent" or before.sentence != claim.sentence:
            continue
        nothing = before.quantity.value == 0 and before.quantity.num_text in ZERO
        if nothing and _is_of(lead(report, claim), before):
            yield Fault(
                claim.quantity.span,
                (("base", before.quantity.text), ("stated", claim.quantity.text)),
                f"{before.quantity.num_text} / 0 = {claim.quantity.text} ?",
                claim.quantity.text,
                evidence=(evidence("rate", claim), evidence("whole", before)),
            )


@check(
    "RAT104",
    Severity.NOTE,
    title="比率截断取值",
    zh="{count}处比率是截去尾数而不是四舍五入的，第一处为{stated}，应为{computed}",
    en="{count} rates are cut off and not rounded, first {stated}, which is {computed}",
)
def rate_cut_off(report: Report) -> Iterator[Fault]:
    """Rates hold only if digits are cut off rather than rounded."""
    cut = [
        (relation, relation.rate)
        for relation in report.relations
        if isinstance(relation, RatioOf) and relation.verdict == "truncated"
    ]
    for relation, rate in cut[:1]:
        if rate is not None and relation.implied is not None:
            working, values = _division(relation, relation.implied)
            given = (("count", str(len(cut))), ("stated", rate.quantity.text))
            yield Fault(
                rate.quantity.span,
                (*values, *given),
                working,
                rate.quantity.text,
                percent(relation.implied),
                tuple(evidence("rate", one) for _, one in cut if one is not None),
            )


@check(
    "RAT105",
    Severity.ERROR,
    title="比率越界",
    zh="{stated}不可能：这一比率不会超过100%",
    en="{stated} is impossible: such a rate cannot exceed 100%",
)
def rate_above_hundred(report: Report) -> Iterator[Fault]:
    """A rate of a whole, or a fall, is above a hundred per cent."""
    for claim in _rates(report):
        low = claim.quantity.interval.low
        if low is None or low <= HUNDRED:
            continue
        words = lead(report, claim)
        if BOUNDED.search(words) and not OF_CHANGE.search(words):
            text = claim.quantity.text
            yield Fault(
                claim.quantity.span,
                (("stated", text),),
                f"{text} > 100%",
                text,
                "≤ 100%",
                (evidence("rate", claim),),
                alternatives=_pointed(low),
            )


@check(
    "RAT113",
    Severity.ERROR,
    title="合计占比不符",
    zh="各部分合计占总数的{computed}，文中为{stated}",
    en="the parts together are {computed} of the whole; the text says {stated}",
)
def pooled_share_differs(report: Report) -> Iterator[Fault]:
    """The share of several figures together is not what they give."""
    for relation in report.relations:
        if not isinstance(relation, RatioOf) or relation.rate is None or not relation.others:
            continue
        if relation.verdict == "fails" and relation.implied is not None:
            stated, computed = relation.rate.quantity.text, percent(relation.implied)
            yield Fault(
                relation.rate.quantity.span,
                (("computed", computed), ("stated", stated)),
                f"{re.split(' [=≠] ', relation.formula)[0]} = {computed} ≠ {stated}",
                stated,
                computed,
                members(relation),
            )


@check(
    "RAT120",
    Severity.NOTE,
    title="未给出比率",
    zh="文中有分子{part}、分母{whole}而没有比率：{part} / {whole} = {computed}",
    en="the text gives {part} of {whole} and no rate; it is {computed}",
)
def rate_not_stated(report: Report) -> Iterator[Fault]:
    """Numerator and denominator are given and the rate is not."""
    for relation in report.relations:
        if (
            isinstance(relation, RatioOf)
            and relation.rate is None
            and relation.implied is not None
        ):
            if relation.verdict == "fails":
                continue
            working, values = _division(relation, relation.implied)
            yield Fault(
                relation.part.quantity.span,
                values,
                working,
                computed=percent(relation.implied),
                evidence=members(relation),
                confidence=Confidence.MEDIUM,
            )


def _is_of(words: str, nothing: Claim) -> bool:
    """Tell a rate of what there was none of: it brings no noun of its own, or the same."""
    done = DONE.search(words)
    noun = words[: done.start()].strip("、（( ") if done else ""
    return done is not None and (not noun or noun in nothing.action + nothing.measure)


def _pointed(rate: Decimal) -> tuple[str, ...]:
    """Name the rate whose point was lost or put one place on: 958.8 → 95.88."""
    meant = rate / 10
    return (f"{show(rate)} → {show(meant)}",) if meant <= HUNDRED else ()


def _rates(report: Report) -> Iterator[Claim]:
    return (claim for claim in report.claims if claim.quantity.kind == "percent")


def _division(relation: RatioOf, implied: Decimal) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Write a division out, and return what it gives to a message."""
    unit = magnitude((relation.part, relation.whole))
    part, whole = (show(nominal(claim), unit) for claim in (relation.part, relation.whole))
    computed = percent(implied)
    values = (("part", part), ("whole", whole), ("computed", computed))
    return f"{part} / {whole} = {computed}", values


def _other_bases(report: Report, relation: RatioOf) -> tuple[str, ...]:
    """Name the figures of the section that would make the rate right as its denominator."""
    part = relation.part
    at = bisect_left(report.claims, part.quantity.at, key=lambda claim: claim.quantity.at)
    near = report.claims[max(at - AROUND, 0) : at + AROUND]
    return tuple(_fitting(relation, [one for one in near if one.section == part.section]))


def _fitting(relation: RatioOf, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield the figures that fit a rate as denominators."""
    figures = [
        stated_by(claim.quantity) for claim in (relation.part, relation.rate or relation.part)
    ]
    part, rate = figures
    for claim in claims:
        whole = stated_by(claim.quantity)
        if part is None or rate is None or whole is None or whole.hedged is not None:
            continue
        same = claim.quantity.unit == relation.part.quantity.unit
        if same and judge(rate, (part, whole), times(quotient, HUNDRED)) == "holds":
            yield f"{part.value} / {claim.quantity.text}"
