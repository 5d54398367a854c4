"""The year a report is on, the days it covers, and the year in which it speaks.

A report to a congress is named after the year of the session (2024年政府工作报告), tells of the
year before and calls the session's own year 今年. Other reports are written out of their year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from reportparse.signature import DIGITS

#: First and last day of the time that a report covers.
Covered = tuple[date, date] | None

#: 2023, 二〇二三, the first year of 2021—2025年
YEAR: Final = re.compile(
    r"((?:19|20)[0-9]{2}|[一二][九零〇○][零〇○一二三四五六七八九]{2})(?=年|度|[-—－~～至](?:19|20))"
)
#: 一、2023年工作回顾, 一、“十三五”发展成就和2020年工作回顾
REVIEW: Final = re.compile(
    r"(?:\A|\n)[^\n，。；]{0,24}?((?:19|20)[0-9]{2}|[一二][九零〇○][零〇○一二三四五六七八九]{2})年"
    r"[^\n，。；0-9]{0,16}(?:回顾|总结|情况|成绩|成效)[^\n，。；]{0,6}(?=\n)"
)
#: 2021—2025年
YEARS: Final = re.compile(r"((?:19|20)[0-9]{2})年?[-—－―~～至]{1,2}((?:19|20)[0-9]{2})年")
#: （2023年度）, on a line of its own below the title
SUBTITLE: Final = re.compile(r"\n[ \u3000]*[（(]?((?:19|20)[0-9]{2})年度?[)）]?[ \u3000]*(?=\n)")
#: What courts and others say of themselves who report to a congress too, in the year of its
#: session: ——2024年1月17日在某县第十七届人民代表大会第四次会议上, 各位代表：
SPOKEN: Final = re.compile("人民代表大会[^\n，。；]{0,16}会议上|\n[ \u3000]*各位代表")
NEAR: Final = 300
#: Parts of a year that titles name, longer words first.
PARTS: Final = {
    "前三季度": (1, 9), "上半年": (1, 6), "下半年": (7, 12),
    "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12),
}  # fmt: skip
#: 2023年1—9月, 2024年6月
MONTHS: Final = re.compile(r"年(1[0-2]|[1-9])(?:月?[-—－―~～至](1[0-2]|[1-9]))?月(?![0-9])")
#: Titles of these reports name the year of the session.
SESSION: Final = "政府工作报告"
REACH: Final = 3000
#: A report signed before this month is on the year before.
SUMMER: Final = 6


@dataclass(frozen=True, slots=True)
class Timeframe:
    """When a report plays."""

    #: The year reported on; that of its title where that names one.
    year: int | None
    #: First and last day of the time reported on.
    covered: Covered
    #: The year that the report calls 今年.
    now: int | None


def find_timeframe(text: str, title: str, signed: date | None, *, session: bool) -> Timeframe:
    """Find the time of a report from its title, its signature and the titles inside it.

    >>> find_timeframe("", "鹿泽县2024年政府工作报告", date(2024, 1, 6), session=True).covered
    (datetime.date(2023, 1, 1), datetime.date(2023, 12, 31))
    """
    stated = _stated(text, title)
    reviewed = _number(REVIEW.search(text, 0, REACH))
    year = stated or reviewed or _year_before(signed)
    if year is None:
        return Timeframe(None, None, None)
    span = YEARS.search(title)
    if span:
        first, last = int(span[1]), int(span[2])
        return Timeframe(year, (date(first, 1, 1), date(last, 12, 31)), last)
    if not session:
        return Timeframe(year, _days(title, year), _spoken(text, year, signed))
    if stated and SESSION in title:
        year = stated - 1
    told = _told(stated, reviewed, signed) or year
    return Timeframe(stated or year, _days(title, told), _now(told, signed))


def _stated(text: str, title: str) -> int | None:
    """Return the year that the title names, or the line below it."""
    return _number(YEAR.search(title)) or _number(SUBTITLE.search(text, 0, NEAR))


def _told(stated: int | None, reviewed: int | None, signed: date | None) -> int | None:
    """Find the year that a report to a congress tells of."""
    before = _year_before(signed)
    if before is not None and signed is not None:
        return min(stated or signed.year, before)
    if stated is None or reviewed is None:
        return reviewed
    return reviewed if stated - 1 <= reviewed <= stated else None


def _now(told: int, signed: date | None) -> int:
    """Return the year of the session: that of the signature, or the one after what is told."""
    return signed.year if signed and told <= signed.year <= told + 1 else told + 1


def _spoken(text: str, told: int, signed: date | None) -> int:
    """Return the year in which a report is written, or read to a congress."""
    return _now(told, signed) if SPOKEN.search(text, 0, NEAR) else told


def _year_before(signed: date | None) -> int | None:
    if signed is None:
        return None
    return signed.year - 1 if signed.month < SUMMER else signed.year


def _number(found: re.Match[str] | None) -> int | None:
    return int(found[1].translate(DIGITS)) if found else None


def _days(title: str, year: int) -> tuple[date, date]:
    """Return the first and the last day of the part of the year that a title names."""
    first, last = next((ends for part, ends in PARTS.items() if part in title), (1, 12))
    months = MONTHS.search(title)
    if months and int(months[1]) <= int(months[2] or months[1]):
        first, last = int(months[1]), int(months[2] or months[1])
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
