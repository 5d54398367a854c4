"""Rates of plans: 计划改造2500座，完成2650座，完成率106%.

Work may exceed its plan, so such a rate has no upper bound; and a plan may have been changed, so
the words that qualify it (年初, 调整, 市级) must be the same at the rate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reportparse.relations.mentions import Mention, Sentence, same_unit

#: Words between what a rate is called and its figure: "达到", "均为", "保持在".
REACHES: Final = (
    "(?:按[^，。；]{1,6}计)?[已均约仅都]?(?:达到?|为|是|占|高达|保持在"
    "|(?:提高|提升|上升|升|增加|增|扩大|下降|降低|降|回落)[到至为])?了?[约近超]?"
)
#: "完成年度任务的95%", and "，完成95%" behind a plan.
COMPLETION: Final = re.compile(rf"(?:完成(?P<of>[^完成]{{1,16}})的|^(?:已|实际)?完成){REACHES}$")
#: A budget that is a plan: 年初预算, 资金预算; 公共预算收入 and 基金预算支出 are no plans.
BUDGET: Final = "(?<!公共)(?<!财政)(?<!基金)(?<!经营)(?<!保险)预算"
#: What may be done by more than a hundred per cent: "占年度计划的104.2%".
PLANNED: Final = re.compile(f"计划|任务|目标|指标|{BUDGET}")
#: "占年度计划的104.2%", "任务完成率106%".
FULFILLED: Final = re.compile(
    "占[^占，]{0,8}(?:计划|任务|目标)|完成率|完成[^，]{0,8}(?:计划|任务|目标)的"
)
#: What tells two plans apart.
QUALIFIED: Final = ("年初", "调整", "省", "市", "县", "区", "上级", "全年", "季度", "五年", "总")


def is_of_plan(cue: re.Match[str], rate: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether a rate is of a plan that is printed: 完成…座, 计划…座, 完成率106%."""
    part, whole = pair
    told = cue.re is COMPLETION or FULFILLED.search(rate.clause) is not None
    planned = PLANNED.search(whole.clause) is not None and not PLANNED.search(part.clause)
    exact = not part.stated.hedged and not whole.stated.hedged
    return told and planned and exact and _is_one_plan(rate, part, whole)


def _is_one_plan(rate: Mention, part: Mention, whole: Mention) -> bool:
    """Tell whether a rate speaks of the plan printed: 年初预算 and 调整预算 are two."""
    same = _qualified(rate) == _qualified(whole)
    if _is_told_behind(rate, part, whole):
        return same or not _qualified(rate)
    return same and "完成" in part.clause


def _is_told_behind(rate: Mention, part: Mention, whole: Mention) -> bool:
    """Tell whether a plan stands behind what was done: 新建386公里，任务350公里，完成率110%."""
    named = PLANNED.search(rate.clause)
    behind = part.claim.quantity.at < whole.claim.quantity.at and not part.claim.change
    return behind and (named is None or named.group() in whole.clause)


def _qualified(one: Mention) -> set[str]:
    """Return what tells the plan of a figure from others."""
    return {word for word in QUALIFIED if word in one.clause}


def stand_together(sentence: Sentence, figures: Sequence[Mention]) -> bool:
    """Tell whether a deed, its plan and the rate follow one another, behind no like figure."""
    mentions = sentence.mentions
    at = mentions.index(figures[0]) if figures[0] in mentions else len(mentions)
    like = any(same_unit(one, figures[0]) for one in mentions[max(at - 1, 0) : at])
    return not like and mentions[at : at + len(figures)] == tuple(figures)


def stand_alone(sentence: Sentence, figures: Sequence[Mention]) -> bool:
    """Tell whether no other figure of the kind stands in the sentence."""
    like = [one for one in sentence.mentions if same_unit(one, figures[0])]
    told = [one for one in sentence.mentions if one.is_rate]
    return len(like) == 2 and len(told) == 1 and all(one in sentence.mentions for one in figures)
