"""Alters one year of a report, and asks what the checks of dates make of it.

That a year is wrong can be seen where it contradicts the signature or its own range: a title that
names a year after the signature, a signature from before the year that the report is on has ended,
an event told as done that lies ahead, a range that ends before it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import reportparse as rp
from evaluation.alter import LONGEST, Altered
from evaluation.ties import sentence
from reportparse.report import Report

#: What is altered and how, as a reader would say.
YEAR = "year"
#: Reports on what was done; a plan is dated ahead, a report to a congress after its session.
LOOKS_BACK = re.compile("总结|情况的?报告|年度报告|公报|通报")
AHEAD = re.compile("计划|规划|方案|要点|预算|打算|安排|思路|政府工作报告")
#: 2023年5月8日, 2021—2025年.
DAY = re.compile(r"(?<!\d)(20\d\d)年(\d{1,2})月(\d{1,2})日")
RANGE = re.compile(r"(?<!\d)(20\d\d)年?[—－~～至-](20\d\d)年")
#: Told as done, and not as to come.
DONE = re.compile("召开|举办|举行|印发了|通过了|开展了|组织")
TO_COME = re.compile("将|拟|计划|力争|届时|预计|起施行|起实施|至|截止|期限|前完成")
#: A figure for the whole year.
ALL_YEAR = re.compile(r"全年(?!无休|计划|目标|任务)[^，。；\n]{0,20}\d")


@dataclass(frozen=True, slots=True)
class Redated:
    """A report with one year altered."""

    role: str
    text: str
    #: Whether it contradicts another date of the report.
    contradicts: bool


def year_slips(paths: Sequence[Path]) -> Iterator[Altered]:
    """Yield what came of each altered year of some reports."""
    for path in paths:
        report = rp.read(path)
        before = _codes(report)
        for one in redated(report) if len(report.document.text) <= 20 * LONGEST else ():
            yield _altered(path.stem, one, found=bool(_codes(rp.parse(one.text)) - before))


def _altered(name: str, one: Redated, *, found: bool) -> Altered:
    """Enter one altered year; a date names its own repair."""
    formula, text = f"{YEAR}: {one.role}", one.text[:LONGEST]
    told = (one.contradicts, True, found, found, found)
    return Altered(name, YEAR, YEAR, one.role, formula, *told, text)


def redated(report: Report) -> Iterator[Redated]:
    """Yield a report with a year altered in its title, signature, events and ranges."""
    text, signed = report.document.text, report.signed
    if signed is not None:
        yield from _title(report, signed)
        yield from _signature(report, signed)
        yield from _events(text, signed)
    for found in RANGE.finditer(text):
        first, last = int(found[1]), int(found[2])
        if first < last:
            yield Redated("range", _with(text, found.span(1), first + 10), first + 10 > last)


def _title(report: Report, signed: date) -> Iterator[Redated]:
    """Let the title name the year after the signature."""
    title, text = report.title or "", report.document.text
    at = text.find(str(report.year)) if report.year else -1
    if at >= 0 and str(report.year) in title:
        back = LOOKS_BACK.search(title) is not None and AHEAD.search(title) is None
        yield Redated("title", _with(text, (at, at + 4), signed.year + 1), back)


def _signature(report: Report, signed: date) -> Iterator[Redated]:
    """Let the signature be of the year before."""
    span, text = report.heading.signed_span, report.document.text
    at = text.find(str(signed.year), span.start, span.end) if span else -1
    if at < 0 or report.year is None:
        return
    new = signed.year - 1
    back = LOOKS_BACK.search(report.title or "") and not AHEAD.search(report.title or "")
    # Signed before the year begins, or with figures for all of it more than a month ahead.
    early = new < report.year or (new == report.year and signed.month < 11)
    told = new < report.year or ALL_YEAR.search(text) is not None
    yield Redated("signature", _with(text, (at, at + 4), new), bool(back) and early and told)


def _events(text: str, signed: date) -> Iterator[Redated]:
    """Let what took place lie a year and more ahead."""
    for found in DAY.finditer(text):
        before, behind = sentence(text, *found.span())
        told = DONE.search(behind) is not None and TO_COME.search(before + behind) is None
        yield Redated("event", _with(text, found.span(1), signed.year + 1), told)


def _with(text: str, span: tuple[int, int], year: int) -> str:
    return f"{text[: span[0]]}{year}{text[span[1] :]}"


def _codes(report: Report) -> set[tuple[str, int]]:
    """Return the errors and warnings on dates, and how many of each."""
    found = [one.code for one in rp.audit(report, select=("TIM",), persona="default")]
    return {(code, found.count(code)) for code in found}
