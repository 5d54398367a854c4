"""How the words around figures tell a change: 从29件增加到65件; 比上年的581起减少58起，下降9.98%.

A change belongs to the figure right before it only if nothing but 同比增长 and the like stands
between them: in "增加值9亿元，投资增长5%" the 5 % are of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from reportparse.relations.beside import without_asides
from reportparse.relations.changing import (
    AGAINST_WHEN,
    BARE_CHANGE,
    CHANGE,
    CHANGED,
    CHANGED_BY,
    FROM,
    LEVEL,
    OVER_PLAN,
    PLAN,
    REACHED,
    RESPECTIVELY,
    SEVERAL,
    SINCE,
    SO_MANY_TIMES,
    THIS_YEAR,
    Direction,
    bare,
    cue_words,
    direction,
)
from reportparse.relations.mentions import Mention, Sentence, same_unit
from reportparse.relations.multiples import is_times, is_times_of
from reportparse.relations.respective import (
    Trio,
    by_unit,
    is_against,
    is_base,
    is_of_year,
    respective,
    respective_amounts,
    without_unit,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words around a figure say of a change, before it is judged."""

    now: Mention
    direction: Direction
    cue: str
    before: Mention | None = None
    delta: Mention | None = None
    change: Mention | None = None
    #: Which way the amount is said to go, where it is told apart from the rate.
    amount: Direction | None = None
    #: Which way the word between the two levels goes: "增加到".
    reached: Direction | None = None
    #: Against what the change is told: "同比", "比上月".
    basis: str | None = None

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The figures that take part."""
        told = (self.now, self.before, self.delta, self.change)
        return tuple(one for one in told if one is not None)


def readings(sentence: Sentence) -> Iterator[Reading]:
    """Yield the changes of one sentence; a figure takes part in one of them only."""
    if not _speaks_of_change(sentence):
        return
    at, mentions = 0, without_asides(sentence.mentions)
    last: Reading | None = None
    while at < len(mentions):
        found = _in_order(mentions, at) or _again(mentions, at, last)
        yield from found
        last = found[-1] if found else None
        told = (mentions.index(one) for reading in found for one in reading.mentions)
        at = max(told, default=at) + 1


def _speaks_of_change(sentence: Sentence) -> bool:
    """Tell a sentence with a word of change or a multiple; most have none and are not read."""
    return CHANGE.search(sentence.text) is not None or any(
        one.claim.quantity.kind == "multiple" for one in sentence.mentions
    )


def _in_order(mentions: Sequence[Mention], at: int) -> tuple[Reading, ...]:
    """Read one change, or several told in order: 同比分别下降20%和25%，上年分别为10起、4人."""
    trios = respective(mentions, at)
    cue = _of_several(trios[0][1]) if trios else None
    if cue is not None:
        way, told = direction(cue), cue_words(cue)
        return tuple(Reading(now, way, told, base, change=rate) for now, rate, base in trios)
    if amounts := respective_amounts(mentions, at):
        return _by_amounts(amounts)
    if named := by_unit(mentions, at):
        return tuple(_in_unit(named))
    return tuple(islice((one for rule in RULES if (one := rule(mentions, at))), 1))


def _of_several(rate: Mention) -> re.Match[str] | None:
    """Match the words of the first of several rates, with or without what they are of."""
    return bare(rate) or BARE_CHANGE.fullmatch(SEVERAL.sub("", rate.lead.lstrip("）) ")))


def _by_amounts(trios: Sequence[Trio]) -> tuple[Reading, ...]:
    """Read "3起、2人，同比减少2起、1人，降幅分别为40.0%、33.3%"."""
    by, rate = CHANGE.search(trios[0][2].lead), bare(trios[0][1])
    if by is None or rate is None:
        return ()
    way = direction(rate)
    return tuple(
        Reading(now, way, cue_words(rate), None, delta, change, amount=way)
        for now, change, delta in trios
    )


def _in_unit(trios: Sequence[Trio]) -> Iterator[Reading]:
    """Read "478件635人，去年同期为773件1350人，同比件数下降38.24%、人数下降52.96%"."""
    for now, rate, base in trios:
        cue = BARE_CHANGE.fullmatch(without_unit(rate.lead))
        if cue is not None:
            yield Reading(now, direction(cue), cue_words(cue), base, change=rate)


def _again(mentions: Sequence[Mention], at: int, last: Reading | None) -> tuple[Reading, ...]:
    """Read "；比上月增加3件，环比增长0.88%": one more change of the figure before."""
    if last is None or last.before is not None or at + 1 >= len(mentions):
        return ()
    cue = bare(mentions[at])
    if cue is None or cue["basis"] in {None, last.basis}:
        return ()
    reading = Reading(last.now, direction(cue), cue_words(cue), basis=cue["basis"])
    reading = _with_change(mentions, at, reading)
    return (reading,) if reading.delta is not None and reading.change is not None else ()


def _from_to(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read 从A增加到B, with amount and rate behind it if they are there."""
    if at + 1 >= len(mentions):
        return None
    before, now = mentions[at], mentions[at + 1]
    cue = REACHED.fullmatch(now.lead)
    if cue is None or SINCE.search(before.lead) is None or not same_unit(before, now):
        return None
    way = direction(cue)
    return _with_change(mentions, at + 2, Reading(now, way, cue_words(cue), before, reached=way))


def _against_base(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read "97件（上年197件），下降50.76%" and "97件，比上年的197件减少100件"."""
    if at + 2 >= len(mentions):
        return None
    now, before, change = mentions[at : at + 3]
    cue = bare(change)
    based = is_against(before) or is_base(before, now)
    if cue is None or not same_unit(before, now) or not based:
        return None
    return _with_change(mentions, at + 2, Reading(now, direction(cue), cue_words(cue), before))


def _base_behind(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read "27起，同比下降32.5%，上年同期40起" and "60万元，是2018年的3倍，2018年为20万元"."""
    if at + 2 >= len(mentions):
        return None
    now, change, before = mentions[at : at + 3]
    if not same_unit(before, now) or not is_base(before, now) or not is_of_year(before, change):
        return None
    cue = bare(change)
    if is_times(change):
        return Reading(now, "rise", change.lead.strip("，、,（( "), before, change=change)
    if cue is None:
        return None
    reading = Reading(now, direction(cue), cue_words(cue), before)
    # "306万人，比上年末减少2万人，上年末为308万人", and points of a rate.
    if now.is_rate or not change.is_rate:
        amount = replace(reading, delta=change, amount=reading.direction)
        return amount if _is_amount(change, now) else None
    return replace(reading, change=change)


def _times_base(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read "30亿元，是上年10亿元的3倍"."""
    if at + 2 >= len(mentions):
        return None
    now, before, change = mentions[at : at + 3]
    if not same_unit(before, now) or not is_times_of(change):
        return None
    cue = SO_MANY_TIMES.fullmatch(before.lead)
    return Reading(now, "rise", cue_words(cue), before, change=change) if cue else None


def _change_first(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read "上升10%，去年为200件，今年为220件" and "下降10%，由上年的500起降至450起"."""
    if at + 2 >= len(mentions):
        return None
    change, before, now = mentions[at : at + 3]
    cue = CHANGED.search(change.lead)
    if cue is None or change.claim.quantity.kind != "percent" or not same_unit(before, now):
        return None
    years = is_base(before, now) and THIS_YEAR.fullmatch(now.lead)
    levels = FROM.fullmatch(before.lead) and REACHED.fullmatch(now.lead)
    if now.is_rate or not (years or levels):
        return None
    return Reading(now, direction(cue), cue_words(cue), before, change=change)


def _level_last(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read "同比增加2亿元，增长20%，达到12亿元"."""
    return _levelled(mentions[at : at + 3], CHANGED_BY, (0, 1, 2))


def _level_between(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read "月人均增加108元，达到2968元，增幅3.8%"."""
    return _levelled(mentions[at : at + 3], CHANGED, (0, 2, 1))


def _levelled(
    told: Sequence[Mention], changed: re.Pattern[str], order: tuple[int, int, int]
) -> Reading | None:
    """Read an amount, a rate and the level that they led to, told in some order."""
    if len(told) < len(order):
        return None
    delta, change, now = (told[place] for place in order)
    cue, way = bare(change), changed.search(delta.lead)
    if cue is None or way is None or not LEVEL.fullmatch(now.lead):
        return None
    if change.claim.quantity.kind != "percent" or not same_unit(delta, now) or now.is_rate:
        return None
    return Reading(now, direction(cue), cue_words(cue), None, delta, change, amount=direction(way))


def _over_plan(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read "86亿元，超年度计划6亿元，年度计划为80亿元": the plan is the base of the excess."""
    if at + 2 >= len(mentions):
        return None
    now, over, plan = mentions[at : at + 3]
    cue = OVER_PLAN.fullmatch(over.lead)
    if cue is None or not same_unit(now, over) or not same_unit(now, plan):
        return None
    named = PLAN.fullmatch(plan.lead)
    if named is None or named["plan"] != cue["plan"] or now.is_rate:
        return None
    return Reading(now, "rise", cue.group().strip("，,（( "), plan, over, amount="rise")


def _by(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read "，比上年增加34件，增长3.95%" behind a figure."""
    if at + 2 >= len(mentions):
        return None
    cue = bare(mentions[at + 1])
    if cue is None or mentions[at].is_rate or RESPECTIVELY.search(cue.group()):
        return None
    # Of "比年初增加18亿元，同比多增2亿元，增长9.6%" the 18 are no level.
    if mentions[at].claim.change or AGAINST_WHEN.match(mentions[at].lead):
        return None
    reading = Reading(mentions[at], direction(cue), cue_words(cue), basis=cue["basis"])
    reading = _with_change(mentions, at + 1, reading)
    return reading if reading.delta is not None and reading.change is not None else None


#: Ways to tell a change, in the order in which they are tried.
RULES: Final = (
    _from_to,
    _against_base,
    _base_behind,
    _times_base,
    _change_first,
    _level_last,
    _level_between,
    _over_plan,
    _by,
)


def _with_change(mentions: Sequence[Mention], at: int, reading: Reading) -> Reading:
    """Add the amount and the rate that stand behind a figure: "，增加34件，增长3.95%"."""
    for one in mentions[at : at + 2]:
        if reading.before is not None and is_times(one):
            return replace(reading, change=one, direction="rise")
        told = _adding(one, reading)
        if told is None:
            break
        reading = told
    return reading


def _adding(one: Mention, reading: Reading) -> Reading | None:
    """Return a change with one more figure of it, if the figure tells amount or rate."""
    cue = bare(one)
    if cue is None or RESPECTIVELY.search(one.lead):
        return None
    if reading.delta is None and _is_amount(one, reading.now):
        way = direction(cue)
        return replace(reading, delta=one, direction=way, amount=way)
    if reading.change is None and one.is_rate and one.claim.quantity.kind != "point":
        return replace(reading, change=one, direction=direction(cue))
    return None


def _is_amount(one: Mention, now: Mention) -> bool:
    """Tell whether a figure is what another changed by; rates change by points."""
    return one.claim.quantity.kind == "point" if now.is_rate else same_unit(one, now)
