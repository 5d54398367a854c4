"""TOT: figures that other figures of the text bear out: averages, second units, lists.

Each check looks at figures that stand alone together in one sentence, so that no other figure
can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from reportparse.checks.words import ending_in, lead
from reportparse.checks.workings import magnitude, members, nominal, show
from reportparse.claims import Claim
from reportparse.findings import Confidence, Evidence, Fault, Severity, check, evidence
from reportparse.interval import total
from reportparse.numerals import parse_number
from reportparse.relations import Identity, SumOf
from reportparse.relations.kernel import rounded, stated_by
from reportparse.report import Report

#: "每月召开1次": how often, and how many such times a year has.
OFTEN: Final = re.compile("每(?P<time>月|季度|半年|周)[^，。；]{0,12}$")
TIMES: Final = {"月": 12, "季度": 4, "半年": 2, "周": 52}
AT_BEST: Final = re.compile("原则|至少|不少于|计划|拟|要求")
#: "全年共": a figure for the whole year.
YEARLY: Final = re.compile("全年|一年来|本年度")
#: "《甲办法》《乙细则》等3个": titles, and how many there are said to be.
TITLES: Final = re.compile(
    r"(?P<titles>《[^《》\n]{2,40}》(?:[、和及与]?《[^《》\n]{2,40}》){1,9})(?P<and>等)?"
    r"(?P<count>[0-9]{1,2}|[二两三四五六七八九十])(?:个|项|部|份|件)"
    r"(?=[^，。；]{0,8}(?:文件|制度|办法|方案|细则|规定|规范|预案|意见|通知|规章|法规|规划))"
)
#: "抓好四项工作：一是…": how many items there are to be.
PROMISED: Final = re.compile(
    r"(?:以下|如下|了|好|在|这|做到|落实|采取|突出|坚持)"
    r"(?P<count>[二两三四五六七八九十])(?:个方面|项工作|项措施|项举措|件事|个环节|个重点|点)"
    r"[^，。；：:]{0,6}[：:。，]?一是"
)
LONGEST: Final = 16
#: So many equal parts in a row are set by rule or copied.
MANY: Final = 4


@check(
    "TOT104",
    Severity.WARNING,
    title="两种单位口径不一",
    zh="按一种单位各分项正好等于总数，按另一种单位合计{added}，总数却是{whole}",
    en="in one unit the parts make the whole, in the other they make {added} of {whole}",
)
def second_unit_differs(report: Report) -> Iterator[Fault]:
    """Parts told in two units make up their whole in one of them only."""
    places = {claim.id: place for place, claim in enumerate(report.claims)}
    for relation in report.relations:
        if isinstance(relation, SumOf) and relation.verdict == "holds" and relation.closes:
            yield from _second_unit(report, relation, places)


@check(
    "TOT109",
    Severity.WARNING,
    title="平均数不符",
    zh="{total}除以{count}得{computed}，文中平均为{stated}",
    en="{total} over {count} is {computed}; the text gives {stated} as the average",
)
def average_differs(report: Report) -> Iterator[Fault]:
    """A stated average is not what total and count give."""
    for relation in report.relations:
        if not isinstance(relation, Identity) or relation.verdict != "fails":
            continue
        role, average = relation.members[-1]
        if role == "average" and relation.computed is not None:
            yield _average(relation, average, relation.computed)


@check(
    "TOT110",
    Severity.NOTE,
    title="频次不符",
    zh="称每{time}{each}，全年应有{due}次以上，文中为{stated}",
    en="{each} every {time} makes {due} a year at least; the text says {stated}",
)
def frequency_differs(report: Report) -> Iterator[Fault]:
    """What is said to be done every month or quarter was done too seldom over the year."""
    for place, claim in enumerate(report.claims if "每" in report.view.text else ()):
        words = lead(report, claim) if claim.quantity.unit == "次" else ""
        often = OFTEN.search(words) if "每" in words else None
        if often is None or AT_BEST.search(words):
            continue
        for other in report.claims[place + 1 : place + 3]:
            if other.sentence == claim.sentence and YEARLY.search(lead(report, other)):
                yield from _too_seldom(claim, other, often["time"])


@check(
    "TOT111",
    Severity.WARNING,
    title="数目与列举不符",
    zh="称有{stated}项，列出的却是{listed}项",
    en="{stated} are announced, and {listed} are listed",
)
def count_differs_from_list(report: Report) -> Iterator[Fault]:
    """Titles or items are counted, and another number of them is listed."""
    text = report.view.text
    for found in TITLES.finditer(text) if "》" in text else ():
        listed, stated = found["titles"].count("《"), _number(found["count"])
        if listed > stated or (listed < stated and not found["and"]):
            yield _listed(report, found, listed, "count")
    for found in ending_in("一是", PROMISED, text, LONGEST):
        listed, stated = _items(text, found.end()), _number(found["count"])
        if listed > stated:
            yield _listed(report, found, listed, "count")


@check(
    "TOT112",
    Severity.NOTE,
    title="分项雷同",
    zh="{count}个分项都是{value}",
    en="{count} parts are all {value}",
)
def parts_all_alike(report: Report) -> Iterator[Fault]:
    """Four parts of a whole or more have the same figure."""
    for relation in report.relations:
        if not isinstance(relation, SumOf) or len(relation.parts) < MANY:
            continue
        values = {nominal(part) for part in relation.parts}
        if len(values) == 1:
            given = (("count", str(len(relation.parts))), ("value", show(values.pop())))
            at = relation.parts[0].quantity.span
            seen = members(relation)
            yield Fault(at, given, relation.formula, evidence=seen, confidence=Confidence.LOW)


def _too_seldom(each: Claim, yearly: Claim, time: str) -> Iterator[Fault]:
    """Hold how often something is done against how often it was done."""
    due = nominal(each) * TIMES[time]
    if yearly.quantity.unit == "次" and nominal(yearly) < due:
        values = {"time": time, "each": each.quantity.text, "due": show(due)}
        yield Fault(
            yearly.quantity.span,
            (*values.items(), ("stated", yearly.quantity.text)),
            f"{show(nominal(each))} × {TIMES[time]} = {show(due)}",
            yearly.quantity.text,
            show(due),
            (evidence("each", each), evidence("whole", yearly)),
            Confidence.LOW,
        )


def _second_unit(report: Report, relation: SumOf, places: Mapping[str, int]) -> Iterator[Fault]:
    """Add up what stands right behind the whole and behind each part."""
    figures = _in_other_unit(report, relation, places)
    if not figures:
        return
    whole, *parts = figures
    unit = magnitude(figures)
    added = show(sum((nominal(part) for part in parts), Decimal(0)), unit)
    shown = show(nominal(whole), unit)
    # Above the whole is TOT101's.
    if _falls_short(figures):
        terms = " + ".join(show(nominal(part), unit) for part in parts)
        yield Fault(
            whole.quantity.span,
            (("added", added), ("whole", shown)),
            f"{terms} = {added} ≠ {shown}",
            whole.quantity.text,
            added,
            (evidence("whole", whole), *(evidence("part", part) for part in parts)),
            Confidence.MEDIUM,
        )


def _in_other_unit(
    report: Report, relation: SumOf, places: Mapping[str, int]
) -> tuple[Claim, ...]:
    """Return what whole and parts are in a second unit; nothing where one is not told in it."""
    behind = [_beside(report, places[claim.id]) for _, claim in relation.members]
    figures = tuple(one for one in behind if one is not None)
    units = {one.quantity.unit for one in figures}
    # Cases of one kind may concern more people than their share.
    cases = "人" in units and relation.whole.quantity.unit == "件"
    whole = len(figures) == len(behind) and len(units) == 1
    return figures if whole and not cases else ()


def _falls_short(figures: Sequence[Claim]) -> bool:
    """Tell whether parts stay below their whole, however they were rounded."""
    stated = [one for claim in figures if (one := stated_by(claim.quantity)) is not None]
    if any(one.hedged is not None for one in stated):
        return False
    whole, *parts = (one.read("rounded") for one in stated)
    return total(parts).below(whole)


def _beside(report: Report, place: int) -> Claim | None:
    """Return the figure that tells a figure anew in another unit: 612户、1105人."""
    if place + 1 >= len(report.claims):
        return None
    one, other = report.claims[place : place + 2]
    between = report.view.text[one.quantity.end : other.quantity.at]
    beside = between in {"", "、", "，", "（"} and other.quantity.unit != one.quantity.unit
    return other if beside and other.quantity.kind == one.quantity.kind else None


def _average(relation: Identity, average: Claim, exact: Decimal) -> Fault:
    """Write out an average that is not what total and count give."""
    whole, count = (claim.quantity.text for _, claim in relation.members[:2])
    stated = stated_by(average.quantity)
    place = (stated.place if stated else None) or Decimal(1)
    computed = show(rounded(exact, place), magnitude((average,)))
    text = average.quantity.text
    return Fault(
        average.quantity.span,
        (("total", whole), ("count", count), ("computed", computed), ("stated", text)),
        f"{whole} / {count} = {computed} ≠ {text}",
        text,
        computed,
        members(relation),
        Confidence.MEDIUM,
    )


def _number(numeral: str) -> int:
    return int(parse_number(numeral) or 0)


def _items(text: str, at: int) -> int:
    """Count the items of a list whose 一是 ends at a place."""
    end = text.find("\n", at)
    rest = text[at : len(text) if end < 0 else end]
    count = 1
    for numeral in "二三四五六七八九十":
        place = rest.find(numeral + "是")
        if place < 0:
            break
        rest, count = rest[place:], count + 1
    return count


def _listed(report: Report, found: re.Match[str], listed: int, group: str) -> Fault:
    """Write out a list that has another number of items than it is said to have."""
    span = report.view.span(*found.span(group))
    stated = str(_number(found[group]))
    seen = (Evidence("count", span, found[group]),)
    values = (("stated", stated), ("listed", str(listed)))
    working = f"{listed} ≠ {stated}"
    return Fault(span, values, working, found[group], str(listed), seen, Confidence.MEDIUM)
