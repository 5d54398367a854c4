"""Hedges: the words around a figure that widen it, and the interval that results.

余 and 多 exceed the figure by less than a step; 以上, 以下 and 以内 include the number, 超过, 不满
and 不足 exclude it (民法典 §1259). The words are data (`data/hedges.toml`).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Final

from reportparse.cardinal import ONE
from reportparse.interval import Interval
from reportparse.numerals import lowest_place

#: Hedges that a verb may part from the figure: 至少召开1次, 不超过全年的5%; so may 占: 约占四成.
SPLITTABLE: Final = ("至少", "最少", "至多", "最多", "不少于", "不得少于")
#: What 上 and 过 bound: 上千, 过半, 过10亿元; not 上3次, 开展过3次.
BEHIND_UP: Final = re.compile("[百千万亿十半]|[0-9.]+[万亿]元")
#: Characters that a hedge behind the unit begins with.
HEDGE_STARTS: Final = frozenset("（(左上前以及或之开内")
#: 80% 以上: a blank behind a sign is the typist's.
SPACED: Final = re.compile("[%‰℃] (?=以)")
#: Last characters of units of time.
TIME_ENDS: Final = frozenset("日天年月周时钟秒期度")
#: How many characters before a figure can belong to its hedge.
REACH: Final = 8
#: （含）, (含本数)
INCLUSIVE: Final = r"(?:[（(]含[^）)]{0,4}[）)])?"


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled word lists."""

    #: Ends at the figure.
    before: re.Pattern[str]
    #: Ends at the figure too, yet is another word: 最近3个月, 签约5个, 村规民约2项.
    within: re.Pattern[str]
    #: Begins behind the unit.
    after: re.Pattern[str]
    #: Word -> hedge.
    hedge_before: dict[str, str]
    hedge_after: dict[str, str]


@cache
def words() -> Words:
    """Return the hedge words of the data file."""
    tables = tomllib.loads(files("reportparse").joinpath("data", "hedges.toml").read_text("utf-8"))
    before = {word: hedge for hedge, entries in tables["before"].items() for word in entries}
    after = {word: hedge for hedge, entries in tables["after"].items() for word in entries}
    adjacent = "|".join(sorted(before, key=len, reverse=True))
    split = "|".join(SPLITTABLE)
    return Words(
        re.compile(
            rf"(?P<word>{adjacent})了?的?$|(?P<apart>{split})[一-龥]{{1,4}}$|(?P<share>约)占$"
        ),
        re.compile(f"(?:{'|'.join(tables['within'])})$"),
        re.compile(INCLUSIVE + f"(?P<word>{'|'.join(sorted(after, key=len, reverse=True))})"),
        before,
        after,
    )


def hedge_before(text: str, at: int) -> tuple[str, int]:
    """Return the hedge that ends at `at` and where it begins; ("", at) if there is none.

    >>> hedge_before("服务群众超过500人", 6)
    ('more', 4)
    """
    lists = words()
    match = lists.before.search(text[max(0, at - REACH) : at])
    if match is None:
        return "", at
    if match["word"] is None:
        return lists.hedge_before[match["apart"] or match["share"]], at
    word = match["word"]
    if lists.within.search(text[max(0, at - REACH) : at]):
        return "", at
    if word in ("上", "过") and not BEHIND_UP.match(text, at):
        return "", at
    return lists.hedge_before[word], at - len(match[0])


def hedge_after(text: str, at: int) -> tuple[str, int]:
    """Return the hedge that begins at `at` and where it ends; ("", at) if there is none.

    内 alone bounds units of time only (30日内; not 3个村内).
    """
    start = at + 1 if SPACED.match(text, at - 1) else at
    if start >= len(text) or text[start] not in HEDGE_STARTS:
        return "", at
    match = words().after.match(text, start)
    if match is None or (match["word"] == "内" and text[at - 1] not in TIME_ENDS):
        return "", at
    return words().hedge_after[match["word"]], match.end()


def step_of_excess(value: Decimal, magnitude: Decimal, *, behind: bool) -> Decimal | None:
    """Return by how much less 余 or 多 exceeds a figure; `None` when the figure is not round.

    Behind the magnitude the excess is below it (3万余 < 4万), or below the last place of a
    decimal (1.4万余 < 1.5万); elsewhere below the lowest place that is not zero (120余 < 130).
    """
    if behind and magnitude > 1:
        return min(magnitude, lowest_place(value)) if value else magnitude
    place = lowest_place(value)
    return place if place > 1 else None


def committed(value: Decimal, hedge: str, step: Decimal | None) -> Interval:
    """Return the interval that a hedged figure commits its writer to.

    >>> committed(Decimal(120), "more", Decimal(10))
    Interval(low=Decimal('120'), high=Decimal('130'), low_closed=False, high_closed=False)
    """
    if hedge == "more":
        return Interval(value, None if step is None else value + step, False, False)
    if hedge == "less":
        return Interval(None, value, True, False)
    if hedge == "at_least":
        return Interval(value, None)
    if hedge == "at_most":
        return Interval(None, value)
    if hedge == "about":
        return Interval(None, None)
    return Interval.point(value)


def several(power: Decimal) -> Interval:
    """Return what 几 or 数 times a power of ten commits to: 数百 [200, 999]."""
    return Interval(2 * power, 10 * power - ONE)
