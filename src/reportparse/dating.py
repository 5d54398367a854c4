"""The period of a figure: named in its sentence, carried over, or that of section or report."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Final

from reportparse.clauses import Setting
from reportparse.outline import Section
from reportparse.period import Period
from reportparse.span import Span
from reportparse.view import View

#: First and last day of the time that a report covers.
Covered = tuple[date, date] | None
#: What stands before a period that is only compared with: 比2019年, 是2019年的.
COMPARED_WITH: Final = re.compile(
    r"(?:[比较同与和是为]|相当于|恢复[到至]|转入|结转|列入|纳入)[“\"]?$"
)
#: What stands behind a period that is part of a name: “十四五”规划.
NAMED: Final = re.compile(r"[”\"]?(?:规划|普法|计划|方案|行动|版|级)")


def untold(covered: Covered, planned: bool) -> Period | None:
    """Return the period of a figure that names none: what the report covers, or a year on.

    >>> untold((date(2023, 1, 1), date(2023, 12, 31)), planned=True).text
    '2024年'
    """
    if covered is None:
        return None
    first, last = covered
    if planned:
        first, last = date(last.year + 1, 1, 1), date(last.year + 1, 12, 31)
    whole = first.year == last.year and (first.month, last.month) == (1, 12)
    text = (
        f"{first.year}年"
        if whole
        else f"{first.year}年{first.month}月至{last.year}年{last.month}月"
    )
    return Period(Span(0, 0), 0, 0, text, first, last)


class Calendar:
    """The periods of a report, asked for by place."""

    __slots__ = ("_periods", "_places", "_text")

    def __init__(self, view: View, periods: Sequence[Period]) -> None:
        self._text = view.text
        self._periods = [period for period in periods if self._counts(period)]
        self._places = [period.at for period in self._periods]

    def period_at(self, setting: Setting, section: Section | None) -> Period | None:
        """Return the period that a figure belongs to, if the text names one."""
        at = setting.quantity.at
        if named := self._last(setting.start, at):
            return named
        if carried := self._last(self._text.rfind("\n", 0, setting.start) + 1, setting.start):
            return carried
        return self._in_title(section) if section else None

    def _in_title(self, section: Section) -> Period | None:
        title = section.title_span
        for period in self._periods[bisect_left(self._places, section.at) :]:
            if period.span.start >= title.end:
                return None
            if title.covers(period.span):
                return period
        return None

    def _last(self, start: int, end: int) -> Period | None:
        index = bisect_left(self._places, end) - 1
        if index < 0 or self._places[index] < start:
            return None
        return self._periods[index]

    def _counts(self, period: Period) -> bool:
        """Tell whether figures can belong to a period: not 比2019年, not “十四五”规划."""
        before = self._text[max(period.at - 4, 0) : period.at]
        if COMPARED_WITH.search(before):
            return False
        return not (NAMED.match(self._text, period.end_at) or period.text.endswith("规划"))
