"""RAT: shares that must make up a whole, and rates beside the words that deny them.

Shares are added as intervals, once as rounded and once as cut off, since a report prints all of
them alike. A list counts only if its words name every part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import Final

from reportparse.checks.words import lead, sentence_before
from reportparse.checks.workings import members, nominal, percent, show
from reportparse.claims import Claim
from reportparse.findings import Confidence, Fault, Severity, check, evidence
from reportparse.interval import Interval, total
from reportparse.relations import RatioOf
from reportparse.relations.bound import tells
from reportparse.relations.cues import any_of
from reportparse.relations.kernel import HUNDRED, Mode, Stated, stated_by
from reportparse.relations.slips import is_any_slip
from reportparse.report import Report

#: The first share of a list that names all: "，占比分别为".
LISTED: Final = re.compile("(?:分别占|(?:占比|比重|比例)分别(?:为|是|达))[^，。；]{0,8}$")
AND: Final = re.compile("[、和及与， ]{1,2}")
#: Shares of those who may choose several answers, or of lists that leave some out.
OPEN: Final = re.compile("多选|民族|地区|等|主要|前[三五十]")
#: A short list misses by no more than this: else others go unnamed.
NEAR: Final = Decimal(2)
#: What has no third case, each told right before its share.
COMPLEMENTS: Final = (
    # "男性占48%，女性占53%"
    (
        re.compile("男[性生]?(?:职工|学生|人口)?占"),
        re.compile("^[，、；和]?(?:其中)?女[性生]?[^，。]{0,4}占"),
    ),
    # "合格率97%，不合格率4%"
    (re.compile("(?<!不)合格率"), re.compile("^[，、；和]?不合格率")),
    # "城镇人口占52%，乡村人口占49%"
    (re.compile("城镇(?:人口|居民)?占"), re.compile("^[，、；和]?[乡农]村(?:人口|居民)?占")),
    # "有效率95%，无效率6%"
    (re.compile("有效(?:率|占)"), re.compile("^[，、；和]?无效(?:率|占)")),
    # "线上办理占80%，线下办理占25%"
    (re.compile("线上[^，。]{0,4}占"), re.compile("^[，、；和]?线下[^，。]{0,4}占")),
)
#: "全部办结", and what its rate is called.
WHOLLY: Final = re.compile(
    "(?:全部|均已|一律|无一例外地?)(?:得到|依法|按期|妥善)?"
    "(?P<what>办结|办复|答复|回复|整改|化解|处置|调解|审结|执结|销号|验收|合格)"
)
#: What a count is told in.
DIGIT: Final = re.compile("[0-9]")
#: A rate with a base of its own, or of some of the cases only.
OTHER_BASE: Final = re.compile(any_of("survey", "limited", "statistical"))
#: A base so large that any rate has a whole number behind it, or so small that it says little.
LEAST, MOST = Decimal(5), Decimal(1000)
BOUNDED: Final = re.compile(any_of("bounded") + r"[已均约仅都]?(?:达到?|为|是|占|高达)?$")
#: How a share may have been printed.
MODES: Final[tuple[Mode, Mode]] = ("rounded", "truncated")
NAME: Final = re.compile("[一-鿿]{2,8}率")


@check(
    "RAT106",
    Severity.WARNING,
    title="比率无整数解",
    zh="{whole}中没有哪个整数占{stated}",
    en="no whole number out of {whole} makes {stated}",
)
def rate_of_no_whole_number(report: Report) -> Iterator[Fault]:
    """A rate of a printed count cannot be that of any whole number."""
    bases = _bases(report)
    related = _related(report) if bases else frozenset()
    for whole, rate in bases:
        if rate.id in related:
            continue
        words = lead(report, rate)
        outcome = _is_outcome(lead(report, whole), words) or _has_part(whole, rate)
        if _is_bounded(words) and not outcome:
            text = rate.quantity.text
            yield Fault(
                rate.quantity.span,
                (("whole", whole.quantity.text), ("stated", text)),
                _between(whole, rate),
                text,
                evidence=(evidence("rate", rate), evidence("whole", whole)),
                confidence=Confidence.LOW,
            )


@check(
    "RAT107",
    Severity.WARNING,
    title="占比合计不为100%",
    zh="各部分占比合计{added}，不是100%",
    en="the shares of all parts add up to {added}, not to 100%",
)
def shares_miss_hundred(report: Report) -> Iterator[Fault]:
    """The shares of a list that names all parts do not add up to a hundred per cent."""
    for place, claim in enumerate(report.claims):
        if claim.quantity.kind == "percent" and LISTED.search(lead(report, claim)):
            yield from _listed(report, place)


@check(
    "RAT109",
    Severity.WARNING,
    title="互补率不符",
    zh="{first}与{other}应互补，合计却为{added}",
    en="{first} and {other} leave no third case, yet add up to {added}",
)
def complements_miss_hundred(report: Report) -> Iterator[Fault]:
    """Two shares that leave no third case do not add up to a hundred per cent."""
    text = report.view.text
    for one, other in pairwise(report.claims):
        if one.quantity.kind != "percent" or other.quantity.kind != "percent":
            continue
        between = text[one.quantity.end : other.quantity.at]
        words = lead(report, one)
        told = any(a.search(words) and b.search(between) for a, b in COMPLEMENTS)
        if told and not _make_hundred((one, other)):
            yield _added((one, other), Confidence.HIGH)


@check(
    "RAT110",
    Severity.WARNING,
    title="全覆盖与例外",
    zh="称“{words}”，比率却为{stated}",
    en="“{words}” is said, yet the rate is {stated}",
)
def rate_denies_all(report: Report) -> Iterator[Fault]:
    """All are said to be done, and the rate beside it is below a hundred per cent."""
    for claim in report.claims if "全部" in report.view.text else ():
        high = claim.quantity.interval.high
        if claim.quantity.kind != "percent" or high is None or high >= HUNDRED:
            continue
        before = sentence_before(report.view.text, claim.quantity.at)
        found = WHOLLY.search(before) if "全部" in before else None
        name = lead(report, claim)
        if found and _is_of_all(before, found, name) and not OTHER_BASE.search(name):
            text = claim.quantity.text
            values = (("words", found.group()), ("stated", text))
            seen = (evidence("rate", claim),)
            yield Fault(claim.quantity.span, values, f"{text} < 100%", text, "100%", seen)


@check(
    "RAT111",
    Severity.NOTE,
    title="百分之百由舍入而来",
    zh="{part} / {whole} = {computed}，文中写作{stated}",
    en="{part} / {whole} is {computed}; the text rounds it to {stated}",
)
def hundred_by_rounding(report: Report) -> Iterator[Fault]:
    """A rate of a hundred per cent is stated although a few are missing."""
    for relation in report.relations:
        if not isinstance(relation, RatioOf) or relation.rate is None or relation.others:
            continue
        part, whole = nominal(relation.part), nominal(relation.whole)
        if relation.verdict != "fails" and nominal(relation.rate) == HUNDRED and part < whole:
            shown = {"part": show(part), "whole": show(whole)}
            computed, stated = percent(relation.implied or HUNDRED), relation.rate.quantity.text
            yield Fault(
                relation.rate.quantity.span,
                (*shown.items(), ("computed", computed), ("stated", stated)),
                f"{shown['part']} / {shown['whole']} = {computed}",
                stated,
                computed,
                members(relation),
            )


@check(
    "RAT114",
    Severity.NOTE,
    title="同名比率基数不同",
    zh="“{name}”前文以{first}为基数，此处以{again}为基数",
    en="“{name}” is a rate of {first} before and of {again} here",
)
def rate_of_another_base(report: Report) -> Iterator[Fault]:
    """Two rates of one name are worked out from bases that differ."""
    seen: dict[str, RatioOf] = {}
    for relation in report.relations:
        if not isinstance(relation, RatioOf) or relation.rate is None:
            continue
        name = NAME.search(relation.cue)
        first = seen.setdefault(name.group(), relation) if name else relation
        if first is not relation and name and nominal(first.whole) != nominal(relation.whole):
            figures = {"first": first.whole.quantity.text, "again": relation.whole.quantity.text}
            yield Fault(
                relation.rate.quantity.span,
                (("name", name.group()), *figures.items()),
                evidence=members(relation),
                confidence=Confidence.LOW,
            )


def _is_of_all(before: str, found: re.Match[str], name: str) -> bool:
    """Tell a rate of what was all done: no count between, and no other subject of its own."""
    subject, told, _ = name.partition(found["what"] + "率")
    counted = DIGIT.search(before, found.end()) is not None
    return bool(told) and not counted and subject.strip("、 ") in before[: found.start()]


def _bases(report: Report) -> list[tuple[Claim, Claim]]:
    """Return the plain counts that stand right before a rate, each with it."""
    return [
        (whole, rate)
        for whole, rate in pairwise(report.claims)
        if rate.quantity.kind == "percent" and _is_base(whole, rate)
    ]


def _related(report: Report) -> frozenset[str]:
    """Return the figures that some relation holds."""
    return frozenset(claim.id for one in report.relations for _, claim in one.members)


def _is_bounded(words: str) -> bool:
    """Tell whether a rate of these words counts members of the whole beside it."""
    told = "率" in words and BOUNDED.search(words) is not None
    return told and OTHER_BASE.search(words) is None


def _is_base(whole: Claim, rate: Claim) -> bool:
    """Tell whether a figure is a plain count in the sentence of a rate."""
    quantity = whole.quantity
    value = quantity.value
    counted = quantity.kind == "count" and quantity.hedge == "exact" and value is not None
    return bool(counted and whole.sentence == rate.sentence and LEAST <= (value or 0) < MOST)


def _is_outcome(told: str, words: str) -> bool:
    """Tell whether a figure is the part that its rate is called after: 成功化解2起，化解成功率."""
    at = words.rfind("率")
    return tells(told, words[max(at - 2, 0) : at])


def _readings(stated: Stated) -> tuple[Interval, Interval]:
    return stated.read("rounded"), stated.read("truncated")


def _has_part(whole: Claim, rate: Claim) -> bool:
    """Tell whether some whole number out of a count is the rate."""
    stated, base = stated_by(rate.quantity), nominal(whole)
    if stated is None or stated.hedged is not None:
        return True
    near = stated.value * base / HUNDRED
    tried = [near.to_integral_value(mode) for mode in (ROUND_FLOOR, ROUND_CEILING)]
    return any(one.holds(part * HUNDRED / base) for one in _readings(stated) for part in tried)


def _between(whole: Claim, rate: Claim) -> str:
    """Show the rates of the two whole numbers next to a rate."""
    base = nominal(whole)
    low = (nominal(rate) * base / HUNDRED).to_integral_value(ROUND_FLOOR)
    return ", ".join(
        f"{show(part)} / {show(base)} = {percent(part * HUNDRED / base)}"
        for part in (low, low + 1)
    )


def _listed(report: Report, first: int) -> Iterator[Fault]:
    """Read the shares of a list from its first on."""
    claims = report.claims
    end = first + 1
    while end < len(claims) and claims[end].quantity.kind == "percent" and _follows(report, end):
        end += 1
    shares = claims[first:end]
    if len(shares) < 3 or OPEN.search(sentence_before(report.view.text, shares[0].quantity.at)):
        return
    added = sum((nominal(one) for one in shares), Decimal(0))
    if _is_near(shares, added) and not _make_hundred(shares):
        yield _added(shares, Confidence.MEDIUM)


def _is_near(shares: Sequence[Claim], added: Decimal) -> bool:
    """Tell shares that miss a hundred by little, or exceed it by a slip: others are of several."""
    over = added - HUNDRED
    return abs(over) <= NEAR or (over > 0 and is_any_slip(shares, -over))


def _follows(report: Report, place: int) -> bool:
    """Tell whether nothing but 、 or 和 stands between a figure and the one before."""
    last, one = report.claims[place - 1 : place + 1]
    return AND.fullmatch(report.view.text[last.quantity.end : one.quantity.at]) is not None


def _make_hundred(shares: Sequence[Claim]) -> bool:
    """Tell whether shares can add up to a hundred per cent."""
    stated = [stated_by(one.quantity) for one in shares]
    plain = [one for one in stated if one is not None and one.hedged is None]
    return len(plain) < len(shares) or _holds_hundred(plain)


def _holds_hundred(shares: Sequence[Stated]) -> bool:
    """Tell whether a hundred is among what shares may add up to, rounded or cut off."""
    return any(total(one.read(mode) for one in shares).holds(HUNDRED) for mode in MODES)


def _added(shares: Sequence[Claim], confidence: Confidence) -> Fault:
    """Write out shares that do not add up to a hundred."""
    added = f"{show(sum((nominal(one) for one in shares), Decimal(0)))}%"
    terms = " + ".join(show(nominal(one)) for one in shares)
    last, first = shares[-1].quantity, shares[0].quantity
    return Fault(
        last.span,
        (("added", added), ("first", first.text), ("other", last.text)),
        f"{terms} = {added[:-1]} ≠ 100",
        last.text,
        evidence=tuple(evidence("share", one) for one in shares),
        confidence=confidence,
    )
