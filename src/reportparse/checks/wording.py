"""EXP: figures whose words, bands or signs cannot be meant as they stand.

Most of them are notes: a reader understands what is meant, and an editor would mend it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from reportparse.checks.growth import is_of_points
from reportparse.checks.words import ending_in
from reportparse.checks.workings import members, nominal, percent, show
from reportparse.claims import Claim
from reportparse.findings import Confidence, Evidence, Fault, Severity, check, evidence
from reportparse.relations import ChangeFrom
from reportparse.relations.kernel import HUNDRED
from reportparse.report import Report

#: So many digits are no estimate: "约1234人".
PRECISE: Final = 4
#: "较上月增长…，同比": one base, and the word for the other.
CROSSED: Final = (
    ("同比", re.compile("[较比](?:上月|上季度|上期)[^，。；]{0,6}同比|同比[较比]上(?:月|季度)")),
    ("环比", re.compile("[较比](?:上年|去年)(?:同期)?[^，。；]{0,6}环比|环比[较比](?:上年|去年)")),
)
#: By so much a figure grows if 万 is left out or 元 printed for 千元.
JUMPS: Final = frozenset({Decimal(1000), Decimal(10000)})
SPECIFIC: Final = 4
#: A document number and its likes: "某政办发〔2031〕5号", "某政办发[2031]05号".
NUMBER: Final = re.compile(
    r"(?P<open>[〔（(\[［【])(?<=[发函办令字通规告电].)(?P<year>[0-9]{2,4})(?P<close>[〕）)\]］】])"
    r"(?P<nth>第?)(?P<number>[0-9]{1,4})号"
)
LONGEST: Final = 13
#: What joins two bands of one list.
NEXT: Final = re.compile("[，、；和及]{1,2}[^，。；0-9]{0,6}")


@check(
    "EXP103",
    Severity.NOTE,
    title="估数过精",
    zh="“{text}”说是约数，却精确到个位",
    en="“{text}” is called an estimate and given to the last digit",
)
def estimate_too_exact(report: Report) -> Iterator[Fault]:
    """An estimate is given with four digits or more."""
    for claim in report.claims:
        quantity = claim.quantity
        if quantity.hedge != "about" or quantity.value is None:
            continue
        if len(quantity.value.normalize().as_tuple().digits) >= PRECISE:
            seen = (evidence("figure", claim),)
            yield Fault(quantity.span, (("text", quantity.text),), "", quantity.text, "", seen)


@check(
    "EXP105",
    Severity.NOTE,
    title="同比环比混淆",
    zh="“{words}”：基期与“{cue}”不合",
    en="“{words}”: the base is not that of “{cue}”",
)
def basis_crossed(report: Report) -> Iterator[Fault]:
    """A change against last month is called one against last year, or the reverse."""
    text = report.view.text
    for cue, pattern in CROSSED:
        for found in pattern.finditer(text) if cue in text else ():
            span, words = report.view.span(*found.span()), found.group()
            seen = (Evidence("basis", span, words),)
            yield Fault(span, (("words", words), ("cue", cue)), stated=words, evidence=seen)


@check(
    "EXP106",
    Severity.WARNING,
    title="百分数与百分点混用",
    zh="由{before}到{now}是{points}个百分点，文中写作{stated}",
    en="from {before} to {now} is {points} points; the text says {stated}",
)
def points_called_percent(report: Report) -> Iterator[Fault]:
    """A rate's rise by points is stated in per cent."""
    for relation in report.relations:
        if not isinstance(relation, ChangeFrom) or relation.verdict == "holds":
            continue
        before, change = relation.before, relation.change
        if before is None or change is None or not is_of_points(relation):
            continue
        figures = {"before": before.quantity.text, "now": relation.now.quantity.text}
        points, text = show(nominal(change)), change.quantity.text
        given = percent(relation.implied or HUNDRED)
        yield Fault(
            change.quantity.span,
            (*figures.items(), ("points", points), ("stated", text)),
            f"{figures['now']} - {figures['before']} = {points}, {relation.formula} ({given})",
            text,
            f"{points}个百分点",
            members(relation),
            Confidence.MEDIUM,
        )


@check(
    "EXP108",
    Severity.WARNING,
    title="单位量级突变",
    zh="“{measure}”前文为{first}，此处为{again}，相差{times}倍",
    en="“{measure}” is {first} before and {again} here, {times} times as much or as little",
)
def magnitude_jumps(report: Report) -> Iterator[Fault]:
    """One measure is told twice in the same digits and another magnitude."""
    seen: dict[tuple[str, ...], Claim] = {}
    for claim in report.claims:
        if claim.quantity.kind != "money" or len(claim.measure) < SPECIFIC:
            continue
        period = "" if claim.period is None else claim.period.text
        first = seen.setdefault((claim.measure, claim.status, claim.change, period), claim)
        times = _times(first, claim)
        if times in JUMPS and first.sentence != claim.sentence:
            texts = {"first": first.quantity.text, "again": claim.quantity.text}
            yield Fault(
                claim.quantity.span,
                (("measure", claim.measure), *texts.items(), ("times", show(times))),
                f"{texts['again']} / {texts['first']}",
                claim.quantity.text,
                evidence=(evidence("first", first), evidence("again", claim)),
                confidence=Confidence.MEDIUM,
            )


@check(
    "EXP110",
    Severity.NOTE,
    title="人次偏少",
    zh="{sessions}只有{people}，每场不足2人次",
    en="{people} at {sessions} are fewer than two each",
)
def attendance_below_sessions(report: Report) -> Iterator[Fault]:
    """Fewer people attended than two for each meeting."""
    for sessions, people in pairwise(report.claims):
        met, came = sessions.quantity, people.quantity
        if came.unit != "人次" or met.unit not in {"场", "场次", "期"} or not met.value:
            continue
        if came.value is not None and came.value < 2 * met.value and came.hedge == "exact":
            texts = (("sessions", met.text), ("people", came.text))
            seen = (evidence("whole", sessions), evidence("people", people))
            working = f"{show(came.value)} / {show(met.value)} < 2"
            yield Fault(came.span, texts, working, came.text, "", seen, Confidence.LOW)


@check(
    "EXP112",
    Severity.NOTE,
    title="文号格式不规范",
    zh="“{words}”应写作“{right}”",
    en="“{words}” is to be written “{right}”",
)
def document_number_misspelled(report: Report) -> Iterator[Fault]:
    """A document number has other brackets, a short year, or an idle word or zero."""
    text = report.view.text
    for found in ending_in("号", NUMBER, text, LONGEST):
        year = found["year"] if len(found["year"]) == PRECISE else "20" + found["year"][-2:]
        right = f"〔{year}〕{int(found['number'])}号"
        if found.group() != right:
            span, words = report.view.span(*found.span()), found.group()
            seen = (Evidence("number", span, words),)
            yield Fault(span, (("words", words), ("right", right)), "", words, right, seen)


@check(
    "EXP113",
    Severity.NOTE,
    title="区间重叠",
    zh="“{first}”与“{again}”都包括{value}",
    en="“{first}” and “{again}” both take in {value}",
)
def bands_overlap(report: Report) -> Iterator[Fault]:
    """Two neighbouring bands of one list both hold the figure between them."""
    text = report.view.text
    for one, other in pairwise(report.claims):
        first, again = one.quantity, other.quantity
        shared = _shared(one, other)
        if shared is None or first.unit != again.unit:
            continue
        if NEXT.fullmatch(text[first.end : again.at]):
            values = {"first": first.text, "again": again.text, "value": show(shared)}
            seen = (evidence("first", one), evidence("again", other))
            yield Fault(again.span, tuple(values.items()), evidence=seen)


def _times(first: Claim, again: Claim) -> Decimal:
    """Return how many times one figure is the other; 1 where its digits are too few to tell."""
    ends = sorted(one.quantity.value or Decimal(0) for one in (first, again))
    telling = len(ends[0].normalize().as_tuple().digits) > 1
    return ends[1] / ends[0] if telling and ends[0] else Decimal(1)


def _shared(one: Claim, other: Claim) -> Decimal | None:
    """Return the figure that ends one band and begins the other, if both hold it."""
    first, again = one.quantity.interval, other.quantity.interval
    if first.is_point or again.is_point:
        return None
    upward = (first.high, first.high_closed, again.low, again.low_closed)
    downward = (first.low, first.low_closed, again.high, again.high_closed)
    for end, closed, begin, also in (upward, downward):
        if end is not None and end == begin and closed and also:
            return end
    return None
