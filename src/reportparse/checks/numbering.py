"""NUM: numbering of sections and items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from reportparse.checks.running import LooseSlip, loose_slips
from reportparse.findings import Confidence, Evidence, Fault, Severity, check
from reportparse.outline import Section
from reportparse.report import Report, once

#: The numeral of a mark: 十二 in （十二）, 3 in 3.
NUMERAL: Final = re.compile(r"[一二三四五六七八九十百零〇]+|[0-9]+")
DIGIT: Final = re.compile("[0-9]")
WIDTHS: Final = str.maketrans("（）．，、", "().,.")
#: Kinds whose gaps and repeats are errors; a list of 一是 is looser.
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "chapter", "article"})
ITEMS: Final = frozenset({"item"})
#: A jump past more than this is another count, or a year, and no gap.
LONGEST_GAP: Final = 3
#: Lists of one form that are open at a time; where every mark is 1, each would be looked at again.
MOST_OPEN: Final = 64


Flaw = Literal["gap", "repeat", "order"]


@dataclass(frozen=True, slots=True)
class Slip:
    """A mark that does not continue its list."""

    before: Section
    section: Section
    flaw: Flaw
    #: The number that would continue the list.
    expected: int


@check(
    "NUM101",
    Severity.ERROR,
    title="编号缺失",
    zh="“{before}”之后是“{mark}”，缺少第{expected}个编号",
    en="“{mark}” follows “{before}”; number {expected} is missing",
)
def number_skipped(report: Report) -> Iterator[Fault]:
    """A number is missing between two headings of one list."""
    yield from _faults(_heading_slips(report), {"gap"}, Confidence.HIGH)


@check(
    "NUM102",
    Severity.ERROR,
    title="编号重复",
    zh="“{before}”之后是“{mark}”，编号重复，应为第{expected}个",
    en="“{mark}” follows “{before}” and repeats a number; {expected} is due",
)
def number_repeated(report: Report) -> Iterator[Fault]:
    """Two headings of one list have the same number."""
    yield from _faults(_heading_slips(report), {"repeat"}, Confidence.HIGH)


@check(
    "NUM103",
    Severity.ERROR,
    title="编号倒序",
    zh="“{before}”之后是“{mark}”，顺序颠倒，应为第{expected}个",
    en="“{mark}” follows “{before}” out of order; {expected} is due",
)
def number_out_of_order(report: Report) -> Iterator[Fault]:
    """A heading has a number that neither continues its list nor opens one."""
    yield from _faults(_heading_slips(report), {"order"}, Confidence.HIGH)


@check(
    "NUM104",
    Severity.NOTE,
    title="层级跳跃",
    zh="“{before}”之下直接是“{mark}”，而本文别处中间还有一级",
    en="“{mark}” stands right below “{before}”; elsewhere a level lies between",
)
def level_skipped(report: Report) -> Iterator[Fault]:
    """A heading stands two levels below the one that holds it, unlike its likes elsewhere."""
    by_id = {section.id: section for section in report.sections}
    nested = {
        (by_id[one.parent].kind, one.kind) for one in report.sections if one.parent is not None
    }
    for section in report.sections:
        above = by_id.get(section.parent or "")
        between = {("h1", "h2"), ("h2", "h3")} <= nested
        skips = above is not None and (above.kind, section.kind) == ("h1", "h3")
        if above is not None and skips and between and section.ordinal == 1:
            yield Fault(
                section.mark_span,
                (("before", above.mark), ("mark", section.mark)),
                f"{above.mark} → {section.mark}",
                section.mark,
                evidence=(_evidence(above), _evidence(section)),
            )


@check(
    "NUM105",
    Severity.NOTE,
    title="编号括号样式混用",
    zh="“{mark}”等{count}处与“{before}”等的括号样式不一",
    en="“{mark}” ({count} such marks) has other brackets than “{before}” and its like",
)
def brackets_mixed(report: Report) -> Iterator[Fault]:
    """Marks of one kind are written with full-width and half-width brackets."""
    yield from _mixed(report, "（）()")


@check(
    "NUM106",
    Severity.NOTE,
    title="编号标点混用",
    zh="“{mark}”等{count}处与“{before}”等的标点不一",
    en="“{mark}” ({count} such marks) has other punctuation than “{before}” and its like",
)
def punctuation_mixed(report: Report) -> Iterator[Fault]:
    """Marks of one kind end in different punctuation: 1. and 2、."""
    yield from _mixed(report, "、.．,，")


@check(
    "NUM108",
    Severity.WARNING,
    title="分项编号不连续",
    zh="“{before}”之后是“{mark}”，应为第{expected}项",
    en="“{mark}” follows “{before}”; item {expected} is due",
)
def item_out_of_sequence(report: Report) -> Iterator[Fault]:
    """Items of a list inside a paragraph skip or repeat a number."""
    slips = tuple(_slips(report, ITEMS))
    told = tuple(_faults(slips, {"gap", "repeat", "order"}, Confidence.MEDIUM))
    yield from told
    text = report.view.text
    lines = {text.rfind("\n", 0, report.view.at(one.at.start)) for one in told}
    for slip in loose_slips(text):
        if text.rfind("\n", 0, slip.at) not in lines:
            yield _loose(report, slip)


def _loose(report: Report, slip: LooseSlip) -> Fault:
    """Write out a mark of running text that does not go on with its list."""
    before, mark = (
        Evidence("mark", report.view.span(at, at + len(words)), words)
        for at, words in ((slip.before_at, slip.before), (slip.at, slip.mark))
    )
    values = {"before": slip.before, "mark": slip.mark, "expected": str(slip.expected)}
    return Fault(
        mark.span,
        tuple(values.items()),
        f"{slip.before} → {slip.mark}",
        slip.mark,
        str(slip.expected),
        (before, mark),
        Confidence.MEDIUM,
    )


def _faults(slips: Sequence[Slip], flaws: set[Flaw], sure: Confidence) -> Iterator[Fault]:
    """Yield a fault for each slip with one of some flaws."""
    for slip in slips:
        if slip.flaw in flaws:
            values = {
                "before": slip.before.mark,
                "mark": slip.section.mark,
                "expected": str(slip.expected),
            }
            yield Fault(
                slip.section.mark_span,
                tuple(values.items()),
                f"{slip.before.ordinal} → {slip.section.ordinal}",
                slip.section.mark,
                str(slip.expected),
                (_evidence(slip.before), _evidence(slip.section)),
                sure,
            )


@once
def _heading_slips(report: Report) -> tuple[Slip, ...]:
    return tuple(_slips(report, HEADINGS))


def _slips(report: Report, kinds: frozenset[str]) -> Iterator[Slip]:
    """Follow every list: sections of one parent whose marks have one form."""
    lists: dict[tuple[str | None, str], list[Section]] = {}
    for section in report.sections:
        if section.ordinal is not None and section.kind in kinds:
            lists.setdefault((section.parent, _form(section)), []).append(section)
    for sections in lists.values():
        yield from _followed(sections)


def _followed(sections: Sequence[Section]) -> Iterator[Slip]:
    """Follow marks of one form: a 1 opens a list inside, a number may go on with one outside."""
    open_lists: list[tuple[Section, int]] = []
    for section, after in zip(sections, _behind(sections), strict=True):
        number = section.ordinal or 0
        reached = [count for _, count in open_lists]
        if number - 1 in reached:
            del open_lists[len(reached) - reached[::-1].index(number - 1) - 1 :]
        elif reached and not _opens(number, after, reached[-1]):
            before, count = open_lists.pop()
            slip = Slip(before, section, _flaw(number, (count, after)), count + 1)
            yield from (slip,) if number <= count + LONGEST_GAP else ()
            number = _meant(slip, number, after)
        open_lists.append((section, number))
        del open_lists[:-MOST_OPEN]


def _behind(sections: Sequence[Section]) -> list[int]:
    """Return the number behind each mark; two marks 1 alone are one list, whose 3 is missing."""
    numbers = [section.ordinal or 0 for section in sections]
    return [1, 3] if numbers == [1, 1] else [*numbers[1:], 0]


def _meant(slip: Slip, number: int, after: int) -> int:
    """Return the number that was meant: in 1, 3, 3, 4 the first 3 was to be 2."""
    return slip.expected if after == slip.expected + 1 else number


def _opens(number: int, after: int, reached: int) -> bool:
    """Tell whether a number opens a list; in 1, 1, 3 the second 1 was meant to be 2."""
    return number == 1 and after != reached + 2


def _flaw(number: int, around: tuple[int, int]) -> Flaw:
    """Name what is wrong with a number between the one before and the one behind."""
    if number in around:
        return "repeat"
    before, after = around
    return "gap" if number > before and after != before + 2 else "order"


def _form(section: Section) -> str:
    """Return how a mark is written, without its number and in one width: "(N)", "N是"."""
    return _shape(section.mark) or section.kind


@lru_cache(maxsize=1024)
def _shape(mark: str) -> str:
    plain = NUMERAL.sub("N", mark).translate(WIDTHS)
    return plain.replace(" ", "").replace(",", ".") if "N" in plain else ""


def _evidence(section: Section) -> Evidence:
    return Evidence("mark", section.mark_span, section.mark)


def _mixed(report: Report, signs: str) -> Iterator[Fault]:
    """Yield for each kind one fault at the first mark that is not written like the most."""
    marked = frozenset(signs)
    kinds: dict[tuple[str, str], list[Section]] = {}
    for section in report.sections:
        if section.kind in HEADINGS and not marked.isdisjoint(section.mark):
            kinds.setdefault((section.kind, _script(section.mark)), []).append(section)
    for sections in kinds.values():
        yield from _odd_ones(sections, signs)


def _script(mark: str) -> str:
    """Tell marks in figures from those in Chinese: they are of different kinds."""
    return "1" if DIGIT.search(mark) else "一"


def _odd_ones(sections: Sequence[Section], signs: str) -> Iterator[Fault]:
    """Yield one fault at the first mark of the rarer writing."""
    written = [_signs(section.mark, signs) for section in sections]
    usual = Counter(written).most_common(1)[0][0]
    odd = [one for one, sign in zip(sections, written, strict=True) if sign != usual]
    if odd:
        model = next(one for one, sign in zip(sections, written, strict=True) if sign == usual)
        values = {"before": model.mark, "mark": odd[0].mark, "count": str(len(odd))}
        yield Fault(
            odd[0].mark_span,
            tuple(values.items()),
            stated=odd[0].mark,
            computed=model.mark,
            evidence=tuple(_evidence(one) for one in (model, *odd)),
        )


def _signs(mark: str, signs: str) -> str:
    """Return the brackets or punctuation of a mark; ．and . are one dot."""
    return "".join(sign for sign in mark if sign in signs).replace("．", ".")
