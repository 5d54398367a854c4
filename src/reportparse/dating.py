"""The period of a figure: named in its sentence, carried over, or that of section or report."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from reportparse.clauses import Setting
from reportparse.outline import Section
from reportparse.period import Period, Term
from reportparse.span import Span
from reportparse.terms import terms_of
from reportparse.timeframe import Covered, Timeframe
from reportparse.view import View

#: What stands before a period that is only compared with: 比2019年, 恢复到2019年.
COMPARED_WITH: Final = re.compile(r"(?:[比较按]|相当于|恢复[到至]|转入|结转|列入|纳入)[“\"]?$")
#: What stands around one that is compared with: 与2019年相比, 同上年持平; 是2019年的2倍.
WITH: Final = re.compile(r"[同与和跟][“\"]?$")
LIKE: Final = re.compile(r"[^，。；]{0,4}(?:相比|比较|持平|相当|基本)")
IS: Final = re.compile(r"[是为][“\"]?$")
TIMES: Final = re.compile(r"(?:[末底]|同期)?的?(?:[0-9百两约近]|[一二三四五六七八九十]倍)")
#: 由 in 由2005年的60亿元上升到90亿元: the year is that of the first figure alone.
FROM: Final = re.compile(r"[由从][“\"]?$")
BECAME: Final = re.compile("[到至为]")
#: 上年为1038亿元， closes what is told of an earlier year, unless parts of it follow: ，其中.
ASIDE: Final = re.compile(
    "(?:同期|末|底)?(?:仅|则|分别)?[为是][0-9一二三四五六七八九十百][^，。；]{0,16}[，。；](?!其中)"
)
#: What may stand between a year that is compared with and its figure: 比上年的2110亿元.
OF: Final = re.compile("(?:同期|末|底)?的?")
#: What stands behind a period that is part of a name: “十四五”规划.
NAMED: Final = re.compile(
    r"[”\"]?(?:规划|普法|计划(?!培|新|投|完|建|安|实|引|招|改|开|用|在|将|\d)|方案|行动|版|级|发展规划|(?:实现)?(?:良好)?开局|开好局|开门红|圆满?收官|收官)"
)
#: Years ahead within which aims are figures of the plan, not of a vision.
SOON: Final = 5
ANY: Final = re.compile("")
#: How far the figure of a year that is compared with stands behind it.
BASE: Final = 4
#: What may stand in front of a period that heads its paragraph: a mark, a title with its stop.
HEADING: Final = re.compile("[^。\n]{0,14}|[^。\n]{0,50}。")
BREAK: Final = re.compile("\n")


def untold(covered: Covered, planned: bool) -> Period | None:
    """Return the period of a figure that names none: what the report covers, or a year on.

    >>> untold((date(2023, 1, 1), date(2023, 12, 31)), planned=True).text
    '2024年'
    """
    if covered is None:
        return None
    first, last = covered
    if planned:
        # Behind the first half year comes the second, behind a year the next one.
        first = last + timedelta(days=1)
        last = date(first.year, 12, 31)
    whole = first.year == last.year and (first.month, last.month) == (1, 12)
    text = (
        f"{first.year}年"
        if whole
        else f"{first.year}年{first.month}月至{last.year}年{last.month}月"
    )
    return Period(Span(0, 0), 0, 0, text, first, last)


class Calendar:
    """The periods of a report, asked for by place."""

    __slots__ = (
        "_bases", "_breaks", "_covered", "_onward", "_periods", "_places", "_sections", "_terms",
        "_text",
    )  # fmt: skip

    def __init__(
        self, view: View, periods: Sequence[Period], sections: Sequence[Section], time: Timeframe
    ) -> None:
        self._text = view.text
        self._periods = [period for period in periods if self._counts(period)]
        self._places = [period.at for period in self._periods]
        self._bases = {period.end_at: period for period in periods if self._is_compared(period)}
        self._sections = {section.id: section for section in sections}
        self._terms = terms_of(sections, time)
        self._covered = time.covered
        self._breaks = [found.start() for found in BREAK.finditer(view.text)]
        self._onward = self._going_on()

    def period_at(self, setting: Setting) -> Period | None:
        """Return the period that the sentence of a figure, or one before it, names."""
        return self._named(setting) or self._carried(setting.start)

    def _named(self, setting: Setting) -> Period | None:
        """Return the last period of the sentence, that of a first figure left out."""
        at = setting.quantity.at
        passed = reversed(self._periods[self._index(setting.start) : self._index(at)])
        return next((period for period in passed if not self._is_past(period, at)), None)

    def base_at(self, at: int) -> Period | None:
        """Return the period compared with whose figure stands at a place: 比上年的2110亿元."""
        for end in range(at, max(at - BASE, 0), -1):
            if (base := self._bases.get(end)) and OF.fullmatch(self._text, end, at):
                return base
        return None

    def _is_compared(self, period: Period) -> bool:
        return self._text[max(period.at - 1, 0) : period.at] in ("比", "较")

    def _is_past(self, period: Period, at: int) -> bool:
        return self._is_base(period, at) or self._is_aside(period, at)

    def _is_aside(self, period: Period, at: int) -> bool:
        """Tell whether a figure stands behind what is told of the year before in passing."""
        if self._covered is None or period.end is None or period.end >= self._covered[0]:
            return False
        told = ASIDE.match(self._text, period.end_at)
        return told is not None and told.end() <= at

    def _is_base(self, period: Period, at: int) -> bool:
        """Tell whether a figure is what became of one of this period: 由2005年的60亿元到…."""
        before = self._text[max(period.at - 2, 0) : period.at]
        return bool(FROM.search(before) and BECAME.search(self._text, period.end_at, at))

    def is_told(self, period: Period | None) -> bool:
        """Tell whether a period reaches into what the report covers."""
        return bool(self._covered and period and period.end and period.end >= self._covered[0])

    def titled(self, section: Section | None, at: int, *, planned: bool) -> Period | None:
        """Return the period that the titles above a figure name, the innermost that fits.

        What the report covers is left to `untold`, which calls it by its year.
        """
        while section is not None:
            named = self._in_title(section)
            fitting = [period for period in named if self._is_ahead(period) is planned]
            if fitting:
                found = self._turned_to(fitting, at)
                return None if (found.start, found.end) == self._covered else found
            section = self._sections.get(section.parent or "")
        return None

    def _turned_to(self, fitting: Sequence[Period], end: int) -> Period:
        """Choose from several periods of a title the one that a paragraph last began with."""
        if len(fitting) > 1:
            for period in reversed(
                self._periods[self._index(fitting[-1].end_at) : self._index(end)]
            ):
                same = (
                    one for one in fitting if (one.start, one.end) == (period.start, period.end)
                )
                if self._heads(period) and (found := next(same, None)):
                    return found
        return fitting[0]

    def _is_ahead(self, period: Period) -> bool:
        """Tell whether a period goes on after what the report covers."""
        return bool(self._covered and period.end and period.end > self._covered[1])

    def _in_title(self, section: Section) -> Iterator[Period]:
        title = section.title_span
        for period in self._periods[self._index(section.at) :]:
            if period.span.start >= title.end:
                return
            if title.covers(period.span):
                yield period

    def _carried(self, end: int) -> Period | None:
        """Return the period that goes on from the sentences before in the paragraph."""
        last = self._onward[self._index(end)]
        if last is None or self._line(last.at) != self._line(end):
            return None
        return last

    def _going_on(self) -> list[Period | None]:
        """Return the last period that goes on among the first none, one, two ... of them."""
        onward: list[Period | None] = [None]
        for period in self._periods:
            onward.append(period if self._goes_on(period) else onward[-1])
        return onward

    def _line(self, at: int) -> int:
        """Return where the line of a place begins."""
        index = bisect_left(self._breaks, at)
        return self._breaks[index - 1] + 1 if index else 0

    def _index(self, at: int) -> int:
        """Return the number of periods before an offset."""
        return bisect_left(self._places, at)

    def _heads(self, period: Period) -> bool:
        return HEADING.fullmatch(self._text, self._line(period.at), period.at) is not None

    def _goes_on(self, period: Period) -> bool:
        """Tell whether the next sentences are on a period too.

        They are on the year that the part of the report tells of, and on what heads the
        paragraph (上半年，…) or is soon to be reached (到2025年), but not on a day, the end of a
        count (截至6月底), a plan or another year named in passing.
        """
        if period.start is None or period.start == period.end:
            return False
        if self._heads(period):
            return True
        index = bisect_right(self._terms, period.at, key=_first) - 1
        told, named = self._terms[index][1] if index >= 0 else None, _whole_year(period)
        if told is None or named is None:
            return False
        aimed_at = self._text[period.at - 1 : period.at] == "到"
        return named == told or (aimed_at and told < named <= told + SOON)

    def _counts(self, period: Period) -> bool:
        """Tell whether figures can belong to a period: not 比2019年, not “十四五”规划."""
        before = self._text[max(period.at - 4, 0) : period.at]
        if COMPARED_WITH.search(before) or period.text.endswith("规划"):
            return False
        pairs = ((WITH, LIKE), (IS, TIMES), (ANY, NAMED))
        return not any(
            front.search(before) and behind.match(self._text, period.end_at)
            for front, behind in pairs
        )


def _whole_year(period: Period) -> int | None:
    first, last = period.start, period.end
    if first is None or last is None or first.year != last.year:
        return None
    return first.year if (first.month, last.month) == (1, 12) else None


def _first(term: Term) -> int:
    return term[0]
