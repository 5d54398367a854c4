"""NUM: numbering of sections and items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from reportparse.findings import Confidence, Evidence, Fault, Severity, check
from reportparse.outline import Section
from reportparse.report import Report

#: The numeral of a mark: 十二 in （十二）, 3 in 3.
NUMERAL: Final = re.compile(r"[一二三四五六七八九十百零〇]+|[0-9]+")
#: Kinds whose gaps and repeats are errors; a list of 一是 is looser.
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "chapter", "article"})
#: A jump past more than this is another count, or a year, and no gap.
LONGEST_GAP: Final = 3


@check(
    "NUM101",
    Severity.ERROR,
    title="编号缺失",
    zh="“{before}”之后是“{mark}”，缺少编号",
    en="“{mark}” follows “{before}”; a number is missing",
)
def number_skipped(report: Report) -> Iterator[Fault]:
    """A number is missing between two headings of one list."""
    for before, after in _neighbours(report, HEADINGS):
        if 1 < _step(before, after) <= LONGEST_GAP:
            yield _fault(before, after)


@check(
    "NUM102",
    Severity.ERROR,
    title="编号重复",
    zh="编号“{mark}”与前一个“{before}”重复",
    en="“{mark}” has the number of “{before}” before it",
)
def number_repeated(report: Report) -> Iterator[Fault]:
    """Two headings of one list have the same number."""
    for before, after in _neighbours(report, HEADINGS):
        if _step(before, after) == 0 and after.ordinal != 1:
            yield _fault(before, after)


@check(
    "NUM103",
    Severity.ERROR,
    title="编号倒序",
    zh="“{before}”之后是“{mark}”，顺序颠倒",
    en="“{mark}” follows “{before}”; the order is reversed",
)
def number_out_of_order(report: Report) -> Iterator[Fault]:
    """A heading has a smaller number than the one before it."""
    for before, after in _neighbours(report, HEADINGS):
        if _step(before, after) < 0 and after.ordinal != 1:
            yield _fault(before, after)


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
            yield _fault(above, section)


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
    title="分项编号缺失或重复",
    zh="“{before}”之后是“{mark}”",
    en="“{mark}” follows “{before}”",
)
def item_out_of_sequence(report: Report) -> Iterator[Fault]:
    """Items such as 一是, 二是 skip or repeat a number."""
    for before, after in _neighbours(report, frozenset({"item"})):
        step = _step(before, after)
        if (1 < step <= LONGEST_GAP or step == 0) and after.ordinal != 1:
            yield _fault(before, after, Confidence.MEDIUM)


def _neighbours(report: Report, kinds: frozenset[str]) -> Iterator[tuple[Section, Section]]:
    """Yield headings that follow each other in one list: same parent, kind and form."""
    last: dict[tuple[str | None, str], Section] = {}
    for section in report.sections:
        if section.ordinal is None or section.kind not in kinds:
            continue
        place = (section.parent, _form(section.mark))
        if place in last:
            yield last[place], section
        last[place] = section


def _form(mark: str) -> str:
    """Return a mark without its number and in one width: "(N)", "N是"."""
    plain = NUMERAL.sub("N", mark).translate(str.maketrans("（）．，", "().,"))
    return "N." if plain in {"N、", "N,", "N."} else plain.replace(" ", "")


def _step(before: Section, after: Section) -> int:
    return (after.ordinal or 0) - (before.ordinal or 0)


def _fault(before: Section, after: Section, confidence: Confidence = Confidence.HIGH) -> Fault:
    """Point to the later of two marks."""
    return Fault(
        after.mark_span,
        (("before", before.mark), ("mark", after.mark)),
        f"{before.mark} → {after.mark}",
        after.mark,
        evidence=(_evidence(before), _evidence(after)),
        confidence=confidence,
    )


def _evidence(section: Section) -> Evidence:
    return Evidence("mark", section.mark_span, section.mark)


def _mixed(report: Report, signs: str) -> Iterator[Fault]:
    """Yield for each kind one fault at the first mark that is not written like the most."""
    kinds: dict[tuple[str, str], list[Section]] = {}
    for section in report.sections:
        if section.kind in HEADINGS and any(sign in section.mark for sign in signs):
            script = (
                "1"
                if NUMERAL.sub("", section.mark) and section.mark.strip(signs)[:1].isdigit()
                else "一"
            )
            kinds.setdefault((section.kind, script), []).append(section)
    for sections in kinds.values():
        yield from _odd_ones(sections, signs)


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
