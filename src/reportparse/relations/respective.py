"""Words of bases, and changes told in order: 8起、3人，分别下降20%和25%，上年分别为10起、4人.

As many rates as figures, and as many bases behind them: each to each, in the order told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reportparse.relations.mentions import Mention, same_unit

#: "（上年同期375件", "，上年末为8万头", "，2031年为": a base printed behind the figure.
LAST_YEAR: Final = re.compile(
    r"[，、,（( ]*(?:而)?(?:上年度?末?|去年末?|上一年度?|(?P<year>20[0-9]{2})年末?)"
    r"(?:同期|同口径)?(?:仅|约)?(?:为|是|共|有|完成|实现|记录|发生|办理)?"
)
#: "，较上年的581起", "，比年初的", "，比上年（": a base between a figure and its change.
AGAINST: Final = re.compile(
    r"[，、,（( ]*[同与比较和](?:上年度?末?|去年末?|前年|上一年度?|上年年末|年初|上期|上月|上季度|"
    r"常年|20[0-9]{2}年末?)(?:同期|高峰时?|高峰期|最高时|最多时)?的?[（(]?"
)
#: What closes a bracket before the words of a base: "（含旧存9件），比上年的".
CLOSED: Final = "）) "
#: At most so many figures are told in one go.
MOST: Final = 4
#: "、死亡", "，受伤": another figure of the list; of 97件134人 the second has no words.
NEXT: Final = re.compile(r"(?:[、，,和及与 ][^，。；、]{0,12})?")
#: "和", "、": between the rates; a word of change would make another direction.
AND: Final = re.compile(r"[、，,和及与 ]+")
AND_OR_NONE: Final = re.compile(r"[、，,和及与 ]*")
#: "，同比分别下降": the first of the rates.
RESPECTIVELY: Final = re.compile(r"[，,（( ][^，。；、]{0,8}(?:分别|依次)[^，。；、]{1,8}")
#: "，上年分别为", "（去年同期为": the first of the bases.
BASES: Final = re.compile(
    r"[，,（( ]+(?:而)?(?:上年度?|去年|20[0-9]{2}年)(?:同期)?(?:这?[两二三四]项)?"
    r"(?:分别|依次)?[为是][^，。；、]{0,8}"
)
#: "，同比减少": the first of the amounts that the figures changed by.
AMOUNTS: Final = re.compile(
    r"[，,（( ]+(?:均|分别)?(?:同比|[比较](?:上年|去年)(?:同期)?)(?:分别)?"
    r"(?:增加|减少|下降|上升|增长|多|少)"
)

#: "，同比件数下降", "、人数下降": a rate that names the unit of the figure that it is of.
IN_UNIT: Final = re.compile(
    r"[，,、；（( ]*(?:同比|[比较](?:上年|去年)(?:同期)?)?(?:案件)?(?P<unit>[件人起户家宗])数"
    r"(?:量|同比|[比较](?:上年|去年)(?:同期)?)?"
)
#: "97件134人": figure and second unit.
UNITS: Final = 2

#: Figure, rate of its change, and its base or what it changed by.
Trio = tuple[Mention, Mention, Mention]


def is_against(before: Mention) -> bool:
    """Tell whether a figure is what a change is measured against: 比上年的581起."""
    return AGAINST.fullmatch(before.lead.lstrip(CLOSED)) is not None


def is_base(before: Mention, now: Mention) -> bool:
    """Tell whether a figure is that of the year before: 上年581起, 上年产量20万吨."""
    lead = before.lead.lstrip(CLOSED)
    if LAST_YEAR.fullmatch(lead):
        return True
    measure, words = now.claim.measure, lead.rstrip("为是共")
    name = next(
        (measure[at:] for at in range(len(measure) - 1) if words.endswith(measure[at:])), ""
    )
    return bool(name) and LAST_YEAR.fullmatch(lead.replace(name, "", 1)) is not None


def is_of_year(before: Mention, change: Mention) -> bool:
    """Tell whether a base behind a change is of the year that the change is told against."""
    told = LAST_YEAR.fullmatch(before.lead.lstrip(CLOSED))
    return told is None or not told["year"] or told["year"] in change.lead


def respective_amounts(mentions: Sequence[Mention], at: int) -> tuple[Trio, ...]:
    """Return figures, what they changed by and the rates: 3起、2人，减少2起、1人，降幅分别为."""
    for count in range(2, MOST + 1):
        told = mentions[at : at + 3 * count]
        nows, amounts, rates = told[:count], told[count : 2 * count], told[2 * count :]
        if len(rates) < count or not _follow(amounts, AMOUNTS, AND_OR_NONE):
            continue
        trios = tuple(zip(nows, rates, amounts, strict=True))
        more = any(AND.fullmatch(one.lead) for one in mentions[at + 3 * count :][:1])
        if not more and _follow(rates, RESPECTIVELY, AND) and _are_changes(trios):
            return trios
    return ()


def _are_changes(trios: Sequence[Trio]) -> bool:
    """Tell whether figures are listed, and each is told in one unit with its base and a rate."""
    listed = all(NEXT.fullmatch(now.lead) for now, _, _ in trios[1:])
    return listed and all(_is_change(*trio) for trio in trios)


def by_unit(mentions: Sequence[Mention], at: int) -> tuple[Trio, ...]:
    """Return figures in two units whose rates name the unit: 件数下降38.24%、人数下降53.14%."""
    told = mentions[at : at + 3 * UNITS]
    nows, bases, rates = told[:UNITS], told[UNITS : 2 * UNITS], told[2 * UNITS :]
    if len(rates) < UNITS or nows[1].lead or not _follow(bases, BASES, NEXT):
        return ()
    named = [IN_UNIT.match(one.lead) for one in rates]
    trios = tuple(zip(nows, rates, bases, strict=True))
    in_order = all(
        name is not None and name["unit"] == one.claim.quantity.unit
        for name, one in zip(named, nows, strict=True)
    )
    return trios if in_order and _are_changes(trios) else ()


def without_unit(lead: str) -> str:
    """Return the words of a rate without the name of its unit."""
    return IN_UNIT.sub("", lead, count=1)


def respective(mentions: Sequence[Mention], at: int) -> tuple[Trio, ...]:
    """Return the changes of the figures from `at` on if rates and bases follow in their order."""
    return next((one for count in range(2, MOST + 1) if (one := _of(mentions, at, count))), ())


def _of(mentions: Sequence[Mention], at: int, count: int) -> tuple[Trio, ...]:
    """Return the changes if they are so many."""
    told = mentions[at : at + 3 * count]
    if len(told) < 3 * count:
        return ()
    nows, rates, bases = told[:count], told[count : 2 * count], told[2 * count :]
    if _follow(rates, BASES, NEXT):
        # 19件、23件，上年分别是15件、20件，升幅依次为26.7%、15.0%: the bases come first.
        rates, bases = bases, rates
    if not (_follow(rates, RESPECTIVELY, AND) and _follow(bases, BASES, NEXT)):
        return ()
    trios = tuple(zip(nows, rates, bases, strict=True))
    return trios if _are_changes(trios) else ()


def _is_change(now: Mention, rate: Mention, base: Mention) -> bool:
    """Tell whether a figure and its base count in the same, and a rate is told of them."""
    return rate.is_rate and not now.is_rate and same_unit(now, base)


def _follow(figures: Sequence[Mention], opened: re.Pattern[str], then: re.Pattern[str]) -> bool:
    """Tell whether figures are told after the words that open them, with nothing else between."""
    first, *others = (one.lead for one in figures)
    return opened.fullmatch(first) is not None and all(then.fullmatch(one) for one in others)
