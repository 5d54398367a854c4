"""Namesakes: whether two tellings are of one measure, and whether nothing sets them apart."""

from __future__ import annotations

import re
from typing import Final

from reportparse.phrases import VERBS
from reportparse.relations.cues import any_of
from reportparse.relations.tellings import PART_OF_YEAR, UNDATED, Telling

#: Words that make one measure part of another, or another altogether: 地方, 县本级.
NARROWS: Final = re.compile(
    any_of("narrowing") + r"|[省县镇乡村旗局所院站校]|市(?![场民])|(?<!地)区"
)
#: Words without which a measure is the same: 各类, 环境空气质量.
IDLE: Final = re.compile(f"(?:{any_of('idle')})*")
#: Verbs that say only that the figure is so high.
PLAIN_DEEDS: Final = frozenset(("", "达", "达到", "完成", "实现", "有", "共有", "现有", "为"))
#: What is done with a thing at first and at last: of 受理428件 no 482件 are 调处.
TAKEN_IN: Final = re.compile(any_of("received") + "|接报|接到|排查|发现|查出|登记")
#: What may be done with more than came in: 收到申请138件，办理答复139件.
CARRIED: Final = re.compile(any_of("carried_over") + "|答复|回复")
#: "年末", "截至12月底": as a level, that of the whole year.
YEAR_END: Final = re.compile("[年月][末底]")
#: What a name may begin behind; 初中 before 在校学生 makes it another.
BEGINS: Final = frozenset((" ", "", "的", "有", "了"))
#: "年初": not the end of the year.
FIRST: Final = re.compile("年初|期初")
#: A name of fewer characters names too much, unless the verb goes with it or it is an indicator.
SPECIFIC: Final = 4


def same_name(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings name one measure, to the letter."""
    if one.name != other.name or len(one.name) < 2:
        return False
    deed = "" if one.deed != other.deed or one.deed in PLAIN_DEEDS else one.deed
    cued = one.cued or other.cued
    long = len(deed + one.name) >= (SPECIFIC - 1 if cued else SPECIFIC)
    return long or other.known or _indicated(one, other)


def like_name(one: Telling, other: Telling) -> bool:
    """Tell whether one name is the other with a modifier more that narrows nothing."""
    short, long = sorted((one.name, other.name), key=len)
    rest = _left_over(short, long) if len(short) > 1 else None
    if _indicated(one, other):
        return not NARROWS.search(one.name + other.name if rest is None else rest)
    if not rest or (one.claim.indicator and other.claim.indicator):
        return False
    return _is_idle(rest) or (other.known and long.endswith(short))


def near_name(one: Telling, other: Telling) -> bool:
    """Tell whether a figure that is looked back on may be the one before, by its words.

    A name may be cut short behind (集装箱, 集装箱吞吐量), or the same be said of both (立案), the
    second time with the thing itself (新登记4986户, 新登记经营主体4968户).
    """
    if not other.recalled or (one.claim.indicator and other.claim.indicator):
        return False
    short, long = sorted((one.name, other.name), key=len)
    cut = len(short) > 2 and long.startswith(short) and not NARROWS.search(long[len(short) :])
    return cut or _is_said_of_both(one, other) or _is_named_beside(one.name, other)


def _is_said_of_both(one: Telling, other: Telling) -> bool:
    """Tell whether two figures are told with the same words, the first maybe without its thing."""
    told, again = one.said, other.said
    bare = len(told) > 2 and again.startswith(told) and one.name not in one.mention.clause
    return len(told) > 1 and (told == again or bare)


def _is_named_beside(name: str, other: Telling) -> bool:
    """Tell whether the words beside a figure hold a name, whatever was taken for its measure."""
    for cut in range(3):
        bare = name[cut:]
        place = other.around.find(bare) if len(bare) > (SPECIFIC - 1 if cut else 2) else -1
        if place >= 0 and not NARROWS.search(name[:cut]):
            behind = other.around[place + len(bare) :]
            apart = other.around[max(place - 1, 0) : place] in BEGINS
            return apart and NARROWS.match(behind) is None
    return False


def is_shortened(one: Telling, other: Telling) -> bool:
    """Tell whether a name is told again in short: 数字城管案件, 案件; a longer one is a part's."""
    return len(other.name) > 1 and other.name in one.name


def _is_idle(rest: str) -> bool:
    """Tell whether a name is the same without these words: 各类, 接报, 开展."""
    return rest in VERBS or any(words.fullmatch(rest) for words in (IDLE, TAKEN_IN))


def _indicated(one: Telling, other: Telling) -> bool:
    """Tell whether both state one indicator."""
    return one.claim.indicator != "" and one.claim.indicator == other.claim.indicator


def same_thing(one: Telling, other: Telling) -> bool:
    """Tell whether nothing sets two figures apart: time, standing, what was done."""
    first, again = one.claim, other.claim
    levels = {telling.level for telling in (one, other) if telling.level}
    parts = first.scope == again.scope == "part"
    if parts or len(levels) > 1 or first.basis != again.basis or first.sentence == again.sentence:
        return False
    return _same_standing(one, other) and _same_time(one, other) and _same_deed(one, other)


def _same_standing(one: Telling, other: Telling) -> bool:
    """Tell whether both are reached, or both meant; in January 去年 is the year of the report."""
    told = {one.claim.status, other.claim.status}
    dated = one.dates == other.dates != UNDATED
    return len(told) == 1 or (told == {"actual", "prior"} and dated)


def _same_time(one: Telling, other: Telling) -> bool:
    """Tell whether two figures are of the same days; what no time is told of is of the whole."""
    starts = {FIRST.search(telling.mention.clause) is None for telling in (one, other)}
    if len(starts) > 1:
        return False
    if one.dates == other.dates:
        return True
    if UNDATED not in {one.dates, other.dates}:
        return one.dates[1] == other.dates[1] and _reaches_the_end(one, other)
    dated = one if one.dates != UNDATED else other
    period = dated.claim.period
    return period is None or PART_OF_YEAR.search(period.text) is None


def _reaches_the_end(one: Telling, other: Telling) -> bool:
    """Tell whether figures of two periods with one last day may be of one time.

    截至12月底 and 年末 are all of the year; in a part on five years a level is that of the last.
    """
    if _indicated(one, other) and one.claim.status != "cumulative":
        return True
    words = "".join(telling.claim.period.text for telling in (one, other) if telling.claim.period)
    return "None" in {one.dates[0], other.dates[0]} or YEAR_END.search(words) is not None


def same_owner(one: Telling, other: Telling) -> bool:
    """Tell whether the words around two figures give neither to a place or class of its own."""
    short, long = sorted((one.whose, other.whose), key=len)
    return short == long or (other.known and not other.whose) or (short != "" and short in long)


def _same_deed(one: Telling, other: Telling) -> bool:
    """Tell whether the same was done; nothing is dealt with that did not come in."""
    if one.deed == other.deed or {one.deed, other.deed} & PLAIN_DEEDS:
        return True
    if one.deed in other.around or other.deed in one.around:
        return True  # 建成, 新建成的
    early = [telling for telling in (one, other) if TAKEN_IN.search(telling.deed)]
    late = [telling for telling in (one, other) if telling not in early]
    if not late:
        return _indicated(one, other)  # 发现, 查出
    if len(early) != 1 or CARRIED.search(late[0].deed):
        return False
    return late[0].mention.stated.value > early[0].mention.stated.value


def _left_over(short: str, long: str) -> str | None:
    """Return the characters that a name has more than another within it, else `None`."""
    rest, at = [], 0
    for character in long:
        if at < len(short) and character == short[at]:
            at += 1
        else:
            rest.append(character)
    return "".join(rest) if at == len(short) else None
