"""Words that tell a change: how it goes, what it is of, against what it is told."""

from __future__ import annotations

import re
from typing import Final, Literal

from reportparse.relations.cues import any_of
from reportparse.relations.mentions import Mention

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
    rf"(?:{RISE_BY}|{FALL_BY})(?:[了出]|幅度?|率)?(?:分别|依次)?(?:达到?|为)?[约近超]?"
)
#: "，较年初", "，同比": a figure behind these is one of change.
AGAINST_WHEN: Final = re.compile(rf"[，、,；（( ]*{any_of('basis')}")
#: "增加到", "下降至", "提高到2030年的", "发展到": between the two figures of a change.
REACHED: Final = re.compile(
    rf"[，, ]*(?:逐年|逐步|已|又)?(?:(?P<rise>{any_of('rise')}|发展|拓展)|{FALL})"
    r"[到至为]了?[^，。；、]{0,10}"
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
#: "，件数和人数": what rates told in order are of, before 分别.
SEVERAL: Final = re.compile("[，,（( ][^，。；、幅率速占比]{2,8}(?=分别|依次)")


def bare(mention: Mention) -> re.Match[str] | None:
    """Match the words before a figure if they tell a change and nothing else."""
    return BARE_CHANGE.fullmatch(mention.lead.lstrip("）) "))


def direction(cue: re.Match[str]) -> Direction:
    """Return which way the words of a change go."""
    return "rise" if cue["rise"] else "fall"


def cue_words(cue: re.Match[str]) -> str:
    """Return the words of a change without what separates them from the figure before."""
    return cue.group().strip("，、,；（( ")
