"""How the words around figures tell a change: 从29件增加到65件; 比上年的581起减少58起，下降9.98%.

A change belongs to the figure right before it only if nothing but 同比增长 and the like stands
between them: in "增加值9亿元，投资增长5%" the 5 % are of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, Literal

from reportparse.relations.beside import without_asides
from reportparse.relations.cues import any_of
from reportparse.relations.mentions import Mention, Sentence, same_unit
from reportparse.relations.multiples import is_times, is_times_of
from reportparse.relations.respective import (
    Trio,
    is_against,
    is_base,
    is_of_year,
    respective,
    respective_amounts,
)

Direction = Literal["rise", "fall"]

RISE: Final = f"(?P<rise>{any_of('rise')})"
FALL: Final = f"(?P<fall>{any_of('fall')})"
#: "多办", "少发": by how much more or less was done than in the year told before.
DONE: Final = r"(?<=[年期比])(?:{})[一-鿿]{{0,2}}"
RISE_BY: Final = f"(?P<rise>{any_of('rise')}|{DONE.format('多')})"
FALL_BY: Final = f"(?P<fall>{any_of('fall')}|{DONE.format('少')})"
#: "一年净增": the time that a change took.
DURING: Final = "(?:一年|[二两三四五]年(?:间|来)?|全年|年内|当年|期间)?"
#: A word without which nothing changes, but by a multiple.
CHANGE: Final = re.compile(
    any_of("rise", "fall") + "|发展|拓展|超(?:额|年|全|计|任|目|预|既|出|过)"
)
#: "，增长", "，同比减少", "，比上年下降了", "、增幅": nothing but a change of the figure before.
BARE_CHANGE: Final = re.compile(
    rf"[，、,；（( ]*(?:分别|均)?{DURING}(?P<basis>{any_of('basis')}|[比较]20[0-9]{{2}}年末?)?"
    r"(?:分别|均|又|再)?[，,]?"
    rf"(?:按?可比(?:价格?|口径)(?:计算)?|按不变价(?:计算)?|同口径)?[，,]?(?:实际|名义)?"
    rf"(?:{RISE_BY}|{FALL_BY})(?:了|幅度?|率)?(?:分别|依次)?(?:达到?|为)?[约近超]?"
)
#: "增加到", "下降至", "提高到2030年的", "发展到": between the two figures of a change.
REACHED: Final = re.compile(
    rf"[，, ]*(?:逐年|逐步|已|又)?(?:(?P<rise>{any_of('rise')}|发展|拓展)|{FALL})"
    r"(?:到|至)了?[^，。；、]{0,10}"
)
#: "，由上年的": a base that nothing stands before, so that it is of what is told before it.
FROM: Final = re.compile(r"[，（( ]*[从由][^，。；、从由]{0,12}")
#: "刑事发案同比下降", "案件数上升": a change before its levels.
CHANGED: Final = re.compile(rf"(?:{RISE}|{FALL})了?[约近]?$")
#: "收入同比增加": an amount before the level that it led to.
CHANGED_BY: Final = re.compile(rf"(?:{any_of('basis')})(?:{RISE}|{FALL})了?$")
#: "，今年为", "，达到", "，总量达": the level after a change.
THIS_YEAR: Final = re.compile(r"[，, ]*(?:今年|本年度?|20[0-9]{2}年)(?:同期)?(?:为|是|共|达到?)?")
LEVEL: Final = re.compile(r"[，, ]*(?:已|共|总[量额数])?(?:达到?|为|增至|增加到|升至|降至)")
#: "，是上年", "，为全省平均": before a base of which the level is so many times as much.
SO_MANY_TIMES: Final = re.compile(
    r"[，、（( ]*[已约]?(?:是|为|相当于|达到?)[^，。；、]{0,10}[（(]?"
)
#: "，超年度计划", "，超额完成任务": by how much a plan was passed.
OVER_PLAN: Final = re.compile(
    r"[，,（( ]*超(?:额完成|出|过)?(?:全年|年度|年初|既定)?(?P<plan>计划|任务|目标|预算)"
)
#: "，年度计划为": the plan itself.
PLAN: Final = re.compile(
    r"[，,（( ]*(?:而)?(?:全年|年度|年初|既定)?(?P<plan>计划|任务|目标|预算)(?:数|量|额)?[为是]?"
)
#: "从2019年的", "由": right before the first figure of a change.
SINCE: Final = re.compile(r"[从由](?:[^，。；、从由]{0,12}的?)?$")
#: "，分别增长": speaks of several figures before it.
RESPECTIVELY: Final = re.compile("分别")


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
    while at < len(mentions):
        found = _in_order(mentions, at)
        yield from found
        at += sum(len(one.mentions) for one in found) or 1


def _speaks_of_change(sentence: Sentence) -> bool:
    """Tell a sentence with a word of change or a multiple; most have none and are not read."""
    return CHANGE.search(sentence.text) is not None or any(
        one.claim.quantity.kind == "multiple" for one in sentence.mentions
    )


def _in_order(mentions: Sequence[Mention], at: int) -> tuple[Reading, ...]:
    """Read one change, or several told in order: 同比分别下降20%和25%，上年分别为10起、4人."""
    trios = respective(mentions, at)
    cue = _bare(trios[0][1]) if trios else None
    if cue is not None:
        way, told = _direction(cue), _cue(cue)
        return tuple(Reading(now, way, told, base, change=rate) for now, rate, base in trios)
    if amounts := respective_amounts(mentions, at):
        return _by_amounts(amounts)
    return tuple(islice((one for rule in RULES if (one := rule(mentions, at))), 1))


def _by_amounts(trios: Sequence[Trio]) -> tuple[Reading, ...]:
    """Read "3起、2人，同比减少2起、1人，降幅分别为40.0%、33.3%"."""
    by, rate = CHANGE.search(trios[0][2].lead), _bare(trios[0][1])
    if by is None or rate is None:
        return ()
    way = _direction(rate)
    return tuple(
        Reading(now, way, _cue(rate), None, delta, change, amount=way)
        for now, change, delta in trios
    )


def _from_to(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read 从A增加到B, with amount and rate behind it if they are there."""
    if at + 1 >= len(mentions):
        return None
    before, now = mentions[at], mentions[at + 1]
    cue = REACHED.fullmatch(now.lead)
    if cue is None or SINCE.search(before.lead) is None or not same_unit(before, now):
        return None
    way = _direction(cue)
    return _with_change(mentions, at + 2, Reading(now, way, _cue(cue), before, reached=way))


def _against_base(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read "97件（上年197件），下降50.76%" and "97件，比上年的197件减少100件"."""
    if at + 2 >= len(mentions):
        return None
    now, before, change = mentions[at : at + 3]
    cue = _bare(change)
    based = is_against(before) or is_base(before, now)
    if cue is None or not same_unit(before, now) or not based:
        return None
    return _with_change(mentions, at + 2, Reading(now, _direction(cue), _cue(cue), before))


def _base_behind(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read "27起，同比下降32.5%，上年同期40起" and "60万元，是2018年的3倍，2018年为20万元"."""
    if at + 2 >= len(mentions):
        return None
    now, change, before = mentions[at : at + 3]
    if not same_unit(before, now) or not is_base(before, now) or not is_of_year(before, change):
        return None
    cue = _bare(change)
    if is_times(change):
        return Reading(now, "rise", change.lead.strip("，、,（( "), before, change=change)
    if cue is None or not change.is_rate:
        return None
    reading = Reading(now, _direction(cue), _cue(cue), before)
    if now.is_rate:
        points = change.claim.quantity.kind == "point"
        return replace(reading, delta=change, amount=reading.direction) if points else None
    return replace(reading, change=change)


def _times_base(mentions: Sequence[Mention], at: int) -> Reading | None:
    """Read "30亿元，是上年10亿元的3倍"."""
    if at + 2 >= len(mentions):
        return None
    now, before, change = mentions[at : at + 3]
    if not same_unit(before, now) or not is_times_of(change):
        return None
    cue = SO_MANY_TIMES.fullmatch(before.lead)
    return Reading(now, "rise", _cue(cue), before, change=change) if cue else None


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
    return Reading(now, _direction(cue), _cue(cue), before, change=change)


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
    cue, way = _bare(change), changed.search(delta.lead)
    if cue is None or way is None or not LEVEL.fullmatch(now.lead):
        return None
    if change.claim.quantity.kind != "percent" or not same_unit(delta, now) or now.is_rate:
        return None
    return Reading(now, _direction(cue), _cue(cue), None, delta, change, amount=_direction(way))


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
    cue = _bare(mentions[at + 1])
    if cue is None or mentions[at].is_rate or RESPECTIVELY.search(cue.group()):
        return None
    reading = Reading(mentions[at], _direction(cue), _cue(cue))
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
    cue = _bare(one)
    if cue is None or RESPECTIVELY.search(one.lead):
        return None
    if reading.delta is None and _is_amount(one, reading.now):
        way = _direction(cue)
        return replace(reading, delta=one, direction=way, amount=way)
    if reading.change is None and one.is_rate and one.claim.quantity.kind != "point":
        return replace(reading, change=one, direction=_direction(cue))
    return None


def _is_amount(one: Mention, now: Mention) -> bool:
    """Tell whether a figure is what another changed by; rates change by points."""
    return one.claim.quantity.kind == "point" if now.is_rate else same_unit(one, now)


def _bare(mention: Mention) -> re.Match[str] | None:
    """Match the words before a figure if they tell a change and nothing else."""
    return BARE_CHANGE.fullmatch(mention.lead.lstrip("）) "))


def _direction(cue: re.Match[str]) -> Direction:
    return "rise" if cue["rise"] else "fall"


def _cue(cue: re.Match[str]) -> str:
    """Return the words of a change without what separates them from the figure before."""
    return cue.group().strip("，、,；（( ")
