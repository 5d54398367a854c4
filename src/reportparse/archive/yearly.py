"""A report against last year's of the same place: bases, running totals, goals, old figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from reportparse.archive.comparisons import Clash, comparison, exhibit
from reportparse.archive.identity import Identity
from reportparse.archive.statements import Pages, Statement, by_key, decimal
from reportparse.findings import Confidence, Severity
from reportparse.indicators import GROWTH
from reportparse.interval import Interval

#: 同比, 比上年, 较去年: what a change of a whole year starts from.
LAST_YEAR: Final = re.compile(r"同比|[比较]上年|[比较]去年|上年同期")
#: Growth at constant prices or by another definition says nothing about last year's figure.
OTHER_TERMS: Final = re.compile(r"可比|不变价|同口径|扣除|调整后|修订|普查")
#: Standing things that stay as they are: villages, areas, posts. Their figures may repeat.
STANDING: Final = re.compile(
    r"村|社区|小组|户籍|人口|面积|耕地|辖|编制|机构|班子|法律顾问|调解员|网格|党员|党组织|支部|"
    r"委员会|联络|信息员|明白人|部门|队伍|站|所|中心"
)
#: Units of standing things.
STANDING_UNITS: Final = frozenset(
    {"个", "名", "人", "户", "支", "座", "处", "所", "家", "平方公里"}
)
#: So many figures must repeat, and at most this share of those that could have changed.
REPEATED: Final = 3
HALF: Final = Decimal("0.5")
#: A figure below this may well be the same again: monthly meetings, four seasons.
TELLING: Final = 13
HUNDRED: Final = Decimal(100)
#: 全年累计发放 is a sum over the year.
ONE_YEAR: Final = re.compile(r"全年|今年|本年|年内|当年|上半年|季度|月份?累计")
#: Counted from a day long before: 截至目前, 自启动以来.
SO_FAR: Final = re.compile(r"截至|截止|以来|至今|迄今|目前|历年|历次")
#: What is made to last: 累计建成. Of 累计发放, 累计开展 nobody can tell whether it is the year's.
LASTING: Final = re.compile(
    r"累计[^，；]{0,6}?(?:建成|建设|建立|新建|改造|改建|安装|接入|铺设|投放|投用|培育|认定|创建|"
    r"注册|备案|拥有|保有|开通|入库|达到?|有)"
)


@comparison(
    "ARC101", Severity.WARNING, Confidence.MEDIUM,
    title="上年基数与上年报告不符",
    said=("{measure}：本年{now}、{change}，推算上年应为{base}，上年报告为{before}",
          "{measure}: {now} with {change} makes {base} last year; its report says {before}"),
)  # fmt: skip
def base_is_not_last_year(pages: Pages) -> Iterator[Clash]:
    """A growth rate starts from another figure than last year's report gives."""
    for earlier, later in pages.pairs():
        before = by_key(pages.of.get(earlier.doc, ()))
        for now, change in _grown(pages.of.get(later.doc, ())):
            base = before.get(now.key)
            implied = implied_base(now, change)
            if base is None or implied is None or not base.exact:
                continue
            printed = decimal(base.value)
            if printed is not None and not implied.holds(printed):
                yield _other_base(now, change, base, implied)


@comparison(
    "ARC102", Severity.WARNING, Confidence.MEDIUM,
    title="多项数据与上年相同",
    said=("{count}项应有变化的数据与上年报告完全相同：{figures}",
          "{count} figures that should vary are those of last year: {figures}"),
)  # fmt: skip
def figures_are_those_of_last_year(pages: Pages) -> Iterator[Clash]:
    """Several figures that vary from year to year stand as they stood last year."""
    for earlier, later in pages.pairs():
        varying = _varying(pages, earlier, later)
        same = [(old, now) for old, now in varying if old.value == now.value]
        if len(same) >= REPEATED and len(same) >= HALF * len(varying):
            shown = "、".join(now.text for _, now in same)
            yield Clash(
                later,
                (("count", str(len(same))), ("figures", shown)),
                tuple(one for old, now in same
                      for one in (exhibit("now", now), exhibit("before", old))),
            )  # fmt: skip


@comparison(
    "ARC107", Severity.WARNING, Confidence.MEDIUM,
    title="累计数倒退",
    said=("{measure}累计{now}，少于上年报告的累计{before}",
          "{measure}: {now} so far, fewer than the {before} of last year's report"),
)  # fmt: skip
def running_total_shrinks(pages: Pages) -> Iterator[Clash]:
    """A total that only grows is smaller than it was a year before."""
    for earlier, later in pages.pairs():
        before = _running(pages.of.get(earlier.doc, ()))
        for key, now in _running(pages.of.get(later.doc, ())).items():
            old = before.get(key)
            if old is None or now.high is None or old.low is None or now.high >= old.low:
                continue
            values = (("measure", now.measure), ("now", now.text), ("before", old.text))
            yield Clash(later, values, (exhibit("now", now), exhibit("before", old)),
                        f"{now.text} < {old.text}")  # fmt: skip


@comparison(
    "ARC110", Severity.NOTE, Confidence.MEDIUM,
    title="上年目标未见回应",
    said=("上年报告提出的目标“{goal}”（{measure}），本年报告未见结果",
          "last year's goal {goal} ({measure}) has no result in this year's report"),
)  # fmt: skip
def goal_is_not_reported(pages: Pages) -> Iterator[Clash]:
    """A figure that last year's report set as a goal is not told of this year."""
    for earlier, later in pages.pairs():
        told = pages.of.get(later.doc, ())
        for goal in pages.of.get(earlier.doc, ()):
            if _is_due(goal, later) and not _is_told(goal, told):
                values = (("goal", goal.text), ("measure", goal.measure))
                yield Clash(later, values, (exhibit("goal", goal),))


#: In the order of their codes.
YEARLY: Final = (
    base_is_not_last_year,
    figures_are_those_of_last_year,
    running_total_shrinks,
    goal_is_not_reported,
)


def implied_base(now: Statement, change: Statement) -> Interval | None:
    """Return the set of last year's values that would grow into this year's, if that is told.

    A rate is printed rounded or cut off: 23% is from 22.5 to 24, and 136件 then from 109.7 to
    111.02 the year before.
    """
    value, rate = decimal(now.value), _rate(change)
    if value is None or rate is None or not now.exact or rate.low is None or rate.high is None:
        return None
    factors = [1 + end / HUNDRED for end in (rate.low, rate.high)]
    if min(factors) <= 0:
        return None
    return Interval(value / max(factors), value / min(factors), low_closed=True, high_closed=True)


def _rate(change: Statement) -> Interval | None:
    """Return the rates of growth that print as this one, a fall below zero."""
    rate, unit = decimal(change.value), decimal(change.precision)
    if rate is None or unit is None or not change.exact:
        return None
    printed = Interval(rate - unit / 2, rate + unit, low_closed=True, high_closed=True)
    return -printed if change.change == "fall" else printed


def _grown(said: tuple[Statement, ...]) -> Iterator[tuple[Statement, Statement]]:
    """Yield counts with the rate of growth over last year that stands right behind them."""
    for now, change in pairwise(said):
        if (
            now.kind == "count"
            and now.of_its_year
            and change.kind == "percent"
            and change.change
            and change.sentence == now.sentence
            and change.measure == now.measure
            and LAST_YEAR.search(change.basis)
            and not OTHER_TERMS.search(now.sentence)
        ):
            yield now, change


def _other_base(now: Statement, change: Statement, base: Statement, implied: Interval) -> Clash:
    """Tell of a base that is not last year's figure."""
    low, high = (round(end, 1) if end is not None else None for end in (implied.low, implied.high))
    between = f"{low}" if low == high else f"{low}~{high}"
    word = {"rise": "增长", "fall": "下降"}[change.change]
    values = (
        ("measure", now.measure),
        ("now", now.text),
        ("change", word + change.text),
        ("base", between),
        ("before", base.text),
    )
    exhibits = (exhibit("now", now), exhibit("change", change), exhibit("before", base))
    sign = "-" if change.change == "fall" else "+"
    working = f"{now.text} / (1 {sign} {change.text}) = {between} ≠ {base.text}"
    return Clash(now.report, values, exhibits, working)


def _varying(
    pages: Pages, earlier: Identity, later: Identity
) -> list[tuple[Statement, Statement]]:
    """Return what both years tell of the same work done anew each year."""
    before = by_key(pages.of.get(earlier.doc, ()))
    now = by_key(pages.of.get(later.doc, ()))
    return [
        (before[key], one)
        for key, one in now.items()
        if key in before and before[key].exact and _varies(one)
    ]


def _varies(said: Statement) -> bool:
    """Tell figures of what is done anew each year from those of standing things."""
    return (
        said.kind == "count"
        and said.exact
        and (said.value or 0) >= TELLING
        and said.unit not in STANDING_UNITS
        and not STANDING.search(said.measure)
    )


def _running(said: tuple[Statement, ...]) -> dict[tuple[str, str], Statement]:
    """Return running totals by what they count; a key with two is left out."""
    found: dict[tuple[str, str], list[Statement]] = {}
    for one in said:
        if one.kind == "count" and one.measure and _runs_on(one):
            found.setdefault(one.key, []).append(one)
    return {key: ones[0] for key, ones in found.items() if len(ones) == 1}


def _runs_on(said: Statement) -> bool:
    """Tell a total that is carried on from year to year from one of the year's work."""
    before = said.sentence.partition(said.text)[0]
    return (
        said.status == "cumulative"
        and not ONE_YEAR.search(before)
        and bool(SO_FAR.search(before) or LASTING.search(before))
    )


def _is_due(goal: Statement, later: Identity) -> bool:
    """Tell whether a figure is a goal for the year of the next report: 到2026年 is not yet due."""
    due = goal.period_end is None or goal.period_end.year == later.year
    return goal.status == "target" and bool(goal.indicator) and due


def _is_told(goal: Statement, told: tuple[Statement, ...]) -> bool:
    """Tell whether a report has a figure for a goal: the level, the growth, or the same words."""
    indicator = goal.indicator.removesuffix(GROWTH)
    return any(
        one.indicator.removesuffix(GROWTH) == indicator or goal.measure in one.sentence
        for one in told
    )
