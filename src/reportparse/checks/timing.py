"""TIM: periods and dates."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from reportparse.checks.words import sentence_before
from reportparse.claims import Claim
from reportparse.findings import Evidence, Fault, Severity, check, evidence
from reportparse.outline import section_at
from reportparse.report import Report, once

#: A figure for the whole year: "全年", "一年来"; not 全年无休, 全年计划.
FULL_YEAR: Final = re.compile(
    r"(?:全年|一年来|全年度)(?!无休|计划|目标|任务|预[计期算]|力争|有望|安排|365|累计完成预)"
)
#: What makes a figure one of a shorter time, or one that is only expected.
NOT_YET: Final = re.compile(
    "截至|截止|目前|预计|力争|确保|计划|目标|拟|将|[0-9]月底?前|上半年|季度"
)
PLAN: Final = re.compile("计划|打算|下一步|下步|安排|思路|展望")
#: How far a sentence is followed back.
NEAR: Final = 60
#: A report dated up to so many days before the year's end may well count on its last days.
GRACE: Final = 31
#: In the first months of a year 全年 is the year before, unless title and text name this year.
EARLY: Final = 275
DAYS: Final = 366
#: "2023年2月30日", "13月1日"; not a day of the old calendar, not part of a longer number.
DAY: Final = re.compile(
    r"(?<![0-9.])(?:(?P<year>[12][0-9]{3})年)?(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?"
)
MONTH: Final = re.compile("[0-9]月")
OLD_CALENDAR: Final = re.compile("农历|阴历|腊|正月")
#: Two years with a dash or 至 between: "2021—2025年".
YEARS: Final = re.compile(
    r"(?P<first>[12][09][0-9]{2})年?[—–－~～至到-](?P<last>[12][09][0-9]{2})年"
)
#: Titles of reports on what was done, which no one signs before it began.
LOOKS_BACK: Final = re.compile("总结|报告|公报|年报|通报")
LOOKS_AHEAD: Final = re.compile("计划|规划|方案|要点|预算|打算|安排|政府工作报告")
#: Words of something that took place.
DONE: Final = re.compile("召开|举办|开展了|完成了|印发了|通过了|开展|举行|组织")
AHEAD: Final = re.compile("将|拟|计划|力争|到时|前完成|届时|预计|起施行|起实施|至|截止|期限")


@check(
    "TIM101",
    Severity.NOTE,
    title="全年数据早于期末",
    zh="报告落款{signed}，距年末还有{days}天，却给出全年数字（共{count}处）",
    en="signed {signed}, {days} days before the year ends, yet {count} figures are for all of it",
)
def full_year_before_its_end(report: Report) -> Iterator[Fault]:
    """Full-year figures stand in a report signed in the last weeks of that year."""
    yield from _full_year(report, range(1, GRACE + 1))


@check(
    "TIM111",
    Severity.WARNING,
    title="全年数据远早于期末",
    zh="报告落款{signed}，距年末还有{days}天，却给出全年数字（共{count}处）",
    en="signed {signed}, {days} days before the year ends, yet {count} figures are for all of it",
)
def full_year_long_before_its_end(report: Report) -> Iterator[Fault]:
    """Full-year figures stand in a report signed more than a month before the year ends."""
    latest = DAYS if _names_its_year(report) else EARLY
    yield from _full_year(report, range(GRACE + 1, latest))


@check(
    "TIM102",
    Severity.WARNING,
    title="事件晚于落款",
    zh="所述之事在{event}，晚于落款日期{signed}",
    en="what is told took place on {event}, after the signature on {signed}",
)
def event_after_signature(report: Report) -> Iterator[Fault]:
    """Something is told as done on a day after the report was signed."""
    if report.signed is None:
        return
    for found in _days(report):
        day = _day(found)
        if day is None or day <= report.signed or not _is_told(report, found.start()):
            continue
        span = report.view.span(found.start(), found.end())
        days = (("event", day.isoformat()), ("signed", report.signed.isoformat()))
        yield Fault(
            span,
            days,
            f"{day.isoformat()} > {report.signed.isoformat()}",
            found.group(),
            f"≤ {report.signed.isoformat()}",
            (Evidence("event", span, found.group()),),
        )


@check(
    "TIM103",
    Severity.ERROR,
    title="年份期次错配",
    zh="标题所指年份{year}在落款日期{signed}之后",
    en="the title's year, {year}, begins after the signature on {signed}",
)
def signed_before_its_year(report: Report) -> Iterator[Fault]:
    """A report on a year is signed before that year begins."""
    title, signed, year = report.title or "", report.signed, report.year
    if signed is None or year is None or signed >= date(year, 1, 1) or str(year) not in title:
        return
    if LOOKS_BACK.search(title) and not LOOKS_AHEAD.search(title):
        at = report.view.text.find(str(year))
        span = report.view.span(at, at + len(str(year)))
        yield Fault(
            span,
            (("year", str(year)), ("signed", signed.isoformat())),
            f"{signed.isoformat()} < {year}-01-01",
            str(year),
            f"≤ {signed.year}",
            (Evidence("year", span, str(year)),),
        )


@check(
    "TIM104",
    Severity.ERROR,
    title="不存在的日期",
    zh="“{date}”不存在",
    en="there is no “{date}”",
)
def impossible_date(report: Report) -> Iterator[Fault]:
    """A date names a month or a day that does not exist."""
    text = report.view.text
    for found in _days(report):
        before = text[max(found.start() - 3, 0) : found.start()]
        if _exists(found) or OLD_CALENDAR.search(before):
            continue
        span = report.view.span(found.start(), found.end())
        yield Fault(
            span,
            (("date", found.group()),),
            stated=found.group(),
            evidence=(Evidence("date", span, found.group()),),
            alternatives=_lost_dash(found),
        )


@check(
    "TIM106",
    Severity.ERROR,
    title="起止颠倒",
    zh="“{period}”的起始年份晚于结束年份",
    en="“{period}” begins after it ends",
)
def period_reversed(report: Report) -> Iterator[Fault]:
    """A range of years begins after it ends."""
    for found in YEARS.finditer(report.view.text):
        if int(found["first"]) > int(found["last"]):
            span = report.view.span(found.start(), found.end())
            yield Fault(
                span,
                (("period", found.group()),),
                f"{found['first']} > {found['last']}",
                found.group(),
                evidence=(Evidence("period", span, found.group()),),
                alternatives=(f"{found['last']}—{found['first']}",),
            )


def _names_its_year(report: Report) -> bool:
    """Tell whether title and text leave no doubt of which year a report looks back on."""
    title, year, text = report.title or "", report.year, report.view.text
    if year is None or str(year) not in title or LOOKS_AHEAD.search(title):
        return False
    names = [text.count(f"{one}年") for one in (year, year - 1)]
    return LOOKS_BACK.search(title) is not None and names[0] > names[1] + 1


@once
def _days(report: Report) -> tuple[re.Match[str], ...]:
    """Return every month of the text with its day and year, as far as they are named."""
    text = report.view.text
    return tuple(
        found
        for month in MONTH.finditer(text)
        # Of 1月至13月 the window of the second month holds the first as well.
        for found in DAY.finditer(text, max(month.start() - 6, 0), month.end() + 3)
        if found.end("month") == month.end() - 1
    )


def _full_year(report: Report, days: range) -> Iterator[Fault]:
    """Yield one fault at the first full-year figure, with all of them as evidence."""
    signed = report.signed
    if signed is None or report.year != signed.year:
        return
    left = (date(signed.year, 12, 31) - signed).days
    if left not in days:
        return
    claims = [claim for claim in report.claims if _is_full_year(report, claim)]
    if claims:
        values = {"signed": signed.isoformat(), "days": str(left), "count": str(len(claims))}
        yield Fault(
            claims[0].quantity.span,
            tuple(values.items()),
            f"{signed.year}-12-31 - {signed.isoformat()} = {left}",
            evidence=tuple(evidence("figure", claim) for claim in claims),
        )


def _is_full_year(report: Report, claim: Claim) -> bool:
    """Tell whether a figure is said to be of the whole year, and as done."""
    if claim.status not in {"actual", "cumulative"}:
        return False
    text, at = report.view.text, claim.quantity.at
    if FULL_YEAR.search(text, max(at - NEAR, 0), at) is None:
        return False
    told = sentence_before(text, at, NEAR)
    return FULL_YEAR.search(told) is not None and not NOT_YET.search(told)


def _is_told(report: Report, at: int) -> bool:
    """Tell whether what happens at a view offset is told as done."""
    section = section_at(report.sections, at)
    if section is not None and PLAN.search(section.path):
        return False
    text = report.view.text
    end = min((stop for mark in "。；\n" if (stop := text.find(mark, at)) >= 0), default=len(text))
    told = sentence_before(text, at, NEAR) + text[at:end]
    return DONE.search(text[at:end]) is not None and AHEAD.search(told) is None


def _day(found: re.Match[str]) -> date | None:
    """Return the day that is named in full, if it exists."""
    if not found["year"] or not found["day"] or not _exists(found):
        return None
    return date(int(found["year"]), int(found["month"]), int(found["day"]))


def _exists(found: re.Match[str]) -> bool:
    """Tell whether there is such a month and day; 29 February needs a year to be doubted."""
    month, day = int(found["month"]), found["day"]
    if not 1 <= month <= 12:
        return False
    year = int(found["year"]) if found["year"] else 2000
    return day is None or 1 <= int(day) <= monthrange(year, month)[1]


def _lost_dash(found: re.Match[str]) -> tuple[str, ...]:
    """Read 16月 as 1-6月, from which a dash was lost."""
    month = found["month"]
    if len(month) == 2 and 0 < int(month[0]) < int(month[1]) and found["day"] is None:
        return (f"{month[0]}—{month[1]}月",)
    return ()
