"""Periods of time: 2023年, 1—9月, 上半年, “十四五”, 截至…底, with both ends inclusive.

Words that count from now (今年, 去年) are resolved against the report's own year; without
one they keep open ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from reportparse.numerals import parse_number
from reportparse.span import Span
from reportparse.view import View

Ends = tuple[date | None, date | None]
#: From where a text tells of which year.
Term = tuple[int, int]
#: A sentence whose year was not asked for yet.
UNREAD: Final = -1
Resolver = Callable[[re.Match[str], int | None], Ends | None]

YEAR: Final = r"(?:(?:19|20)[0-9]{2}|[一二][零〇○0一二三四五六七八九]{3})"
MONTH: Final = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY: Final = (
    r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九])"
)
DASH: Final = r"[-—–−~～至到]{1,2}"

#: Five-year plans by name: 十四五 runs from 2021 to 2025.
PLANS: Final = {
    name: (1981 + 5 * index, 1985 + 5 * index)
    for index, name in enumerate(
        (
            "六五",
            "七五",
            "八五",
            "九五",
            "十五",
            "十一五",
            "十二五",
            "十三五",
            "十四五",
            "十五五",
            "十六五",
        )
    )
}
#: Characters of both scripts with which a date can begin, 截 of 截至 among them.
CHINESE_DIGITS: Final = "零〇○一二两三四五六七八九十截"
PLAN: Final = "|".join(sorted(PLANS, key=len, reverse=True))
#: 5, 十二
COUNT: Final = "(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
#: First and last month of named parts of a year.
PARTS: Final = {
    "上半年": (1, 6), "下半年": (7, 12), "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9),
    "四季度": (10, 12), "前三季度": (1, 9), "前两季度": (1, 6),
}  # fmt: skip
#: Years that count from the report's own.
RELATIVE: Final = {
    "今年": 0, "本年度": 0, "本年": 0, "当年": 0, "全年": 0, "一年来": 0, "去年": -1, "上年": -1,
    "上一年": -1, "上年同期": -1, "去年同期": -1, "前年": -2, "明年": 1, "来年": 1,
}  # fmt: skip
#: Of these, those that count from the time of speaking; the others from the year told of.
SPOKEN: Final = frozenset({"今年", "去年", "前年", "明年", "来年"})
#: 比 in 比2019年: such a year governs nothing.
COMPARED: Final = re.compile("[比较与同]")
#: A year that governs what follows: 2023年, 去年.
YEARLY: Final = re.compile(f"{YEAR}年|[今去前明]年")
#: What looks back: 回顾全年.
RECALLING: Final = "回顾"
#: 2021年以来, “十四五”以来, 2021年起
SINCE: Final = re.compile("(?:以来|至今|起(?![草步来点到始飞]))")
UNTIL_WORDS: Final = ("截至", "截止", "截止到")
PART: Final = "第?(?:" + "|".join(sorted(PARTS, key=len, reverse=True)) + ")"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that the text names."""

    #: Where it stands in the document.
    span: Span
    #: View offsets of the expression.
    at: int
    end_at: int
    text: str
    #: First day, `None` when the words leave it open.
    start: date | None
    #: Last day, itself included.
    end: date | None


def find_periods(
    view: View, year: int | None = None, terms: Sequence[Term] = ()
) -> tuple[Period, ...]:
    """Return every period of a view from left to right.

    `year` is the one that the report calls 今年; `terms` say which year its parts tell of.
    """
    return tuple(
        Period(view.span(at, end), at, end, view.text[at:end], first, last)
        for at, end, (first, last) in read_periods(view.text, year, terms)
    )


def read_periods(
    text: str, year: int | None = None, terms: Sequence[Term] = ()
) -> Iterator[tuple[int, int, Ends]]:
    """Yield start, end and both days of every period of a text.

    A year governs the parts of a year behind it in the same sentence: 2022年上半年…下半年.
    """
    governing: int | None = UNREAD
    resume = 0
    for match in GUARD.finditer(text):
        at = match.start()
        if match[0] in "。\n":
            governing = UNREAD
            continue
        if at < resume:
            continue
        if governing == UNREAD:
            # 回顾全年 among the plans for the next year is of the year before.
            recalled = text.startswith(RECALLING, max(at - 2, 0))
            governing = _term(terms[:1] if recalled else terms, at, year)
        if found := _read(text, at, (year, governing)):
            resume, ends = found
            yield at, resume, ends
            if ends[1] and not COMPARED.match(text, max(at - 1, 0)) and YEARLY.match(text, at):
                governing = ends[1].year


def _term(terms: Sequence[Term], at: int, year: int | None) -> int | None:
    """Return the year that the text tells of at an offset."""
    index = bisect_right(terms, at, key=_first) - 1
    return terms[index][1] if index >= 0 else year


def _first(term: Term) -> int:
    return term[0]


def _read(text: str, at: int, years: tuple[int | None, int | None]) -> tuple[int, Ends] | None:
    """Read one period: its end and both days; `years` are 今年 and the year told of."""
    now, governing = years
    for pattern, resolve in _forms(text[at]):
        found = pattern.match(text, at)
        if found is None:
            continue
        spoken = pattern is RELATIVE_FORM and found["word"] in SPOKEN
        ends = resolve(found, now if spoken else governing)
        if ends is None:
            continue
        if spoken and ends[1]:
            return _narrowed(text, found, ends)
        return _open_ended(text, found.end(), ends, governing)
    return None


def _narrowed(text: str, found: re.Match[str], ends: Ends) -> tuple[int, Ends]:
    """Read on from 今年 to 今年上半年 and 今年1—9月."""
    end, year = found.end(), ends[1].year if ends[1] else None
    inner = next((one for form, _ in INNER_FORMS if (one := form.match(text, end))), None)
    part = _part(inner, year) if inner and "part" in inner.groupdict() else None
    days = part or (_dated(inner, year) if inner else None)
    if inner is None or days is None:
        return end, ends
    until = text.endswith(UNTIL_WORDS, 0, found.start())
    return inner.end(), (None, days[1]) if until else days


def _open_ended(text: str, end: int, ends: Ends, year: int | None) -> tuple[int, Ends]:
    """Read on from 2021年 to 2021年以来: up to the year that the text tells of."""
    since = SINCE.match(text, end) if ends[0] else None
    if since is None or ends[0] is None:
        return end, ends
    if year is None or year < ends[0].year:
        return since.end(), (ends[0], None)
    return since.end(), (ends[0], date(year, 12, 31))


def _number(written: str) -> int:
    """Read a year, month or day in either script."""
    value = parse_number(written)
    return 0 if value is None else int(value)


def _month(year: int, first: int, last: int | None = None) -> Ends | None:
    """Return the days of a stretch of months."""
    last = first if last is None else last
    if not (1 <= first <= 12 and 1 <= last <= 12) or not 1 <= year <= 9998:
        return None
    until = year if last >= first else year + 1
    return date(year, first, 1), date(until, last, monthrange(until, last)[1])


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day that the calendar has."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def _years(match: re.Match[str], _: int | None) -> Ends | None:
    """Read 2021—2025年, 2021至2025年."""
    first, last = _number(match["first"]), _number(match["last"])
    if last < 100:
        last += first // 100 * 100
    return (date(first, 1, 1), date(last, 12, 31)) if 0 < first <= last else None


def _dated(match: re.Match[str], year: int | None) -> Ends | None:
    """Read 2023年, 2023年1—9月, 2023年12月1日, 2023年底, 12月4日."""
    year = _number(match["year"]) if match["year"] else year
    if not year:
        return (None, None) if match["month"] else None
    if match["month"] is None:
        ends = _month(year, 12 if match["tail"] in ("底", "末") else 1, 12)
    elif match["day"]:
        ends = _days(match, year)
    else:
        ends = _month(year, _number(match["month"]), _number(match["month2"] or match["month"]))
    return (None, ends[1]) if ends and match["until"] else ends


def _days(match: re.Match[str], year: int) -> Ends | None:
    """Read the days of 11月20日至12月5日."""
    start = _day(year, _number(match["month"]), _number(match["day"]))
    last_month, last_day = match["month2"] or match["month"], match["day2"] or match["day"]
    stop = _day(year, _number(last_month), _number(last_day))
    return None if start is None or stop is None or stop < start else (start, stop)


def _part(match: re.Match[str], year: int | None) -> Ends | None:
    """Read 2023年上半年, 前三季度."""
    year = _number(match["year"]) if match["year"] else year
    if year is None:
        return None, None
    return _month(year, *PARTS[match["part"].removeprefix("第")])


def _plan(match: re.Match[str], _: int | None) -> Ends | None:
    """Read “十四五”, “十三五”时期."""
    first, last = PLANS[match["plan"]]
    return date(first, 1, 1), date(last, 12, 31)


def _relative(match: re.Match[str], year: int | None) -> Ends | None:
    """Read 今年, 去年, 上年同期, 全年."""
    if year is None:
        return None, None
    return _month(year + RELATIVE[match["word"]], 1, 12)


def _several_years(match: re.Match[str], year: int | None) -> Ends | None:
    """Read 五年来, 过去五年, 近三年."""
    count = _number(match["count"])
    if year is None or not 0 < count < 100:
        return None, None
    return date(year - count + 1, 1, 1), date(year, 12, 31)


#: Characters at which a period can begin, and the sentence ends that end a year's reign.
GUARD: Final = re.compile(
    r"(?=[0-9零〇○一二两三四五六七八九十。\n截今本当全去前明来上下过近这“\"第])"
    r"(?:(?<![0-9])[0-9]{1,6}(?=[年月至到\-—–−~～])"
    r"|(?<![零〇○一二两三四五六七八九十])[零〇○一二两三四五六七八九十]{1,12}(?=[年月季时期规])"
    r"|[。\n]|截[至止]|[今本当全去前明来](?=年)|[上下](?=半|年|一年)|前(?=[两三]季)|过(?=去)"
    r"|[近这](?=[0-9一二两三四五六七八九十])|[“\"](?=[六七八九十])|第[一二三四](?=季))"
)
RELATIVE_FORM: Final = re.compile(
    "(?P<word>" + "|".join(sorted(RELATIVE, key=len, reverse=True)) + ")(?:以来|度|底|内|里)?"
)

Form = tuple[re.Pattern[str], Resolver]
UNTIL: Final = r"(?P<until>截至|截止到?)?"
#: Groups that a form lacks, so that one resolver serves several.
NO_YEAR: Final = r"(?P<year>(?!))?"
NO_SECOND: Final = r"(?P<month2>(?!))?(?P<day2>(?!))?"

#: Forms that begin with a digit of either script, in the order in which they are tried.
DIGIT_FORMS: Final[tuple[Form, ...]] = (
    # 2021—2025年
    (re.compile(rf"(?P<first>{YEAR})年?{DASH}(?P<last>{YEAR}|[0-9]{{2}})年(?:度)?"), _years),
    # 2023年上半年
    (re.compile(rf"(?P<year>{YEAR})年(?P<part>{PART})"), _part),
    # 2023年1—9月, 11月20日至12月5日
    (
        re.compile(
            rf"{UNTIL}(?:(?P<year>{YEAR})年)?(?P<month>{MONTH})(?:月(?:(?P<day>{DAY})日?)?)?{DASH}"
            rf"(?:(?P<month2>{MONTH})月)?(?:(?P<day2>{DAY})日)?(?<=[月日])(?P<tail>份|底|末)?"
        ),
        _dated,
    ),
    # 2023年, 2023年12月1日, 2023年底
    (
        re.compile(
            rf"{UNTIL}(?P<year>{YEAR})年(?:(?P<month>{MONTH})月(?:(?P<day>{DAY})日)?)?"
            rf"(?P<tail>度|份|底|末|初)?{NO_SECOND}"
        ),
        _dated,
    ),
    # 12月4日, 截至6月底
    (
        re.compile(
            rf"{UNTIL}{NO_YEAR}(?P<month>1[0-2]|0?[1-9])月(?!龄)(?:(?P<day>{DAY})日)?"
            rf"(?P<tail>份|底|末|初)?{NO_SECOND}"
        ),
        _dated,
    ),
    # 五年来
    (re.compile(rf"(?P<count>{COUNT})年来"), _several_years),
)
#: Forms that begin with another character.
WORD_FORMS: Final[tuple[Form, ...]] = (
    # 上半年, 一季度
    (re.compile(rf"{NO_YEAR}(?P<part>{PART})"), _part),
    # “十四五”时期, “十三五”
    (re.compile(rf"[“\"]?(?P<plan>{PLAN})[”\"]?(?:时期|期间|规划|(?=以来))末?"), _plan),
    (re.compile(rf"[“\"](?P<plan>{PLAN})[”\"](?!普)"), _plan),
    # 过去五年
    (re.compile(rf"(?:过去的?|近|最近|这)(?P<count>{COUNT})年(?:来|间|里)?"), _several_years),
    (RELATIVE_FORM, _relative),
)
#: Parts of a year behind 今年.
INNER_FORMS: Final = (WORD_FORMS[0], DIGIT_FORMS[2], DIGIT_FORMS[4])


@cache
def _forms(first: str) -> tuple[Form, ...]:
    """Return the forms that can begin with a character."""
    if first in "0123456789":
        return DIGIT_FORMS
    return DIGIT_FORMS + WORD_FORMS if first in CHINESE_DIGITS else WORD_FORMS
