"""Shares whose whole is printed inside their words: 占总装机800万千瓦的47.5%.

So is the plan of what was done: 为年初预算5000万元的104%. The words leave no doubt which whole is
meant; what is set against it is the figure of its unit before, and a misfit counts only where
the sentence has no other before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Final

from reportparse.relations.kernel import HUNDRED, Verdict, exceeds, judge, quotient, times
from reportparse.relations.listed import makes_up
from reportparse.relations.mentions import (
    Mention,
    Sentence,
    between,
    clauses_apart,
    same_unit,
    summable,
)
from reportparse.relations.plans import BUDGET, PLANNED, REACHES

#: What the words before the whole may open with: "，已占", "（约占", "个乡镇（占".
OPENED: Final = r"(?:[^，。；、（(占为是]{0,8}[（(]|[、 ])?[已约共仅就]?"
#: "占全县|15个|乡镇的百分之八十", "相当于全年用电量|8亿千瓦时|的75%", "为上年|1790人|的103.1%";
#: 占地 and 占用 are no shares.
OF_WHOLE: Final = re.compile(
    rf"{OPENED}(?:(?:占(?![地用道有据比])|相当于)(?:了|到)?[^，。；占]{{0,16}}"
    r"|[为是](?:上年|去年|上一年|20[0-9]{2}年)(?:同期)?的?)[（(]?"
)
#: "，在|1690名|专业课教师中占57.3%": around a whole told in the share's own clause.
IN_WHOLE: Final = re.compile("[（(]?在[^，。；]{0,6}")
WITHIN: Final = re.compile("[^，。；、]{0,12}中[约已仅]?占比?[约近]?")
#: "为年初预算|5000万元|的104%", "完成年度目标|2000人|的105%".
OF_PLAN: Final = re.compile(
    rf"{OPENED}(?:完成|达到?|为|是)了?[^，。；完为是]{{0,8}}"
    r"(?:预算|计划|任务|目标|指标)[^，。；完为是]{0,4}[（(]?"
)
#: Behind the whole and before the rate: "乡镇的", "）的", "的比重为".
THE_RATE: Final = re.compile(r"[^，。；、]{0,10}的(?:比例?|比重)?(?:达到?|为)?[约近超]?")
#: "，完成预算的", "，为调整预算的", "，占年度计划的": the plan has its figure elsewhere.
OF_NAMED: Final = re.compile(
    r"(?:完成|达到?|为|是|占)了?(?P<plan>[^，。；完为是占]{0,6}"
    rf"(?:预算|计划|任务|目标))的{REACHES}"
)
#: "，年初预算", "，调整预算为", "年度目标引进企业": what that figure is called; not 计划总投资,
#: nor 公共预算收入.
NAMED: Final = re.compile(
    rf"(?P<plan>[^，。；完为是占]{{0,8}}(?:{BUDGET}|计划|任务|目标))"
    r"[^，。；完为是占总预计任目]{0,8}"
    r"(?:为|是|共)?$"
)
#: How many clauses may lie between the part and its whole, its growth among them.
APART: Final = 2
#: How many figures before the whole are tried.
TRIED: Final = 4

#: How many figures before the whole are tried as a figure with its parts.
LISTED: Final = 4

#: Kinds of rates, and what makes a quotient one.
SHARES: Final = {"percent": HUNDRED, "fraction": Decimal(1), "permille": Decimal(1000)}

#: Part, whole, cue and verdict.
Inside = tuple[Mention, Mention, str, Verdict]


def fits(part: Mention, whole: Mention, rate: Mention) -> Verdict:
    """Tell whether part / whole is the rate."""
    factor = SHARES[rate.claim.quantity.kind]
    return judge(rate.stated, (part.stated, whole.stated), times(quotient, factor))


def share_inside(sentence: Sentence, at: int) -> Inside | None:
    """Read "12个，占全县15个乡镇的百分之八十": the whole stands inside the words of the share."""
    cue = _cue(sentence.mentions[at - 1 : at + 1]) if at > 1 else ""
    whole = sentence.mentions[at - 1]
    return _judged(sentence.mentions[at], whole, cue, _parts(sentence, whole)) if cue else None


def plan_beside(sentence: Sentence, at: int) -> Inside | None:
    """Read "880万元，年初预算1000万元，完成预算的88%": the plan beside, by the same name."""
    rate = sentence.mentions[at]
    told = OF_NAMED.fullmatch(rate.clause) if rate.claim.quantity.kind == "percent" else None
    near = sentence.mentions[max(at - TRIED, 0) : at + 2] if told else ()
    wholes = [one for one in near if one is not rate and told and _is_named(one, told["plan"])]
    if len(wholes) != 1:
        return None
    whole = wholes[0]
    parts = _behind(sentence, whole, at) or _parts(sentence, whole)
    return _judged(rate, whole, "完成计划", iter(parts))


def _behind(sentence: Sentence, whole: Mention, at: int) -> tuple[Mention, ...]:
    """Return the figures between a plan and its rate; no increase is one."""
    told = sentence.mentions[sentence.mentions.index(whole) + 1 : at]
    return tuple(one for one in told if same_unit(one, whole) and not one.claim.change)


def _is_named(whole: Mention, name: str) -> bool:
    """Tell whether a figure is the plan of this name: 年初预算 may be called 预算 behind."""
    told = NAMED.search(whole.clause)
    return told is not None and summable(whole) and told["plan"].endswith(name)


def _judged(rate: Mention, whole: Mention, cue: str, parts: Iterator[Mention]) -> Inside | None:
    """Return the part that fits; a misfit only if it is one."""
    told = [(part, whole, cue, fits(part, whole, rate)) for part in islice(parts, TRIED)]
    # No share is of more than its whole.
    within = [one for one in told if cue != "占" or not exceeds(one[0].stated, whole.stated)]
    judged = within or told
    fitting = (one for one in judged if one[3] != "fails")
    return next(fitting, judged[0] if _is_sure(judged) else None)


def _cue(pair: tuple[Mention, ...]) -> str:
    """Return what the words make the rate of the whole right before it: a share, or of a plan."""
    whole, rate = pair
    if summable(whole) and WITHIN.fullmatch(rate.lead) and IN_WHOLE.fullmatch(whole.clause):
        return "占"
    if not summable(whole) or THE_RATE.fullmatch(rate.lead) is None:
        return ""
    if OF_WHOLE.fullmatch(whole.clause):
        return "占"
    return "完成计划" if OF_PLAN.fullmatch(whole.clause) else ""


def _parts(sentence: Sentence, whole: Mention) -> Iterator[Mention]:
    """Yield the figures of the unit before a whole, the nearest first; no increase is one.

    Behind the parts of a figure it is that figure: 检查6人：甲4人，乙2人，为计划5人的120%.
    """
    before = sentence.mentions[: sentence.mentions.index(whole)]
    listed = [one for one in before if same_unit(one, whole) and not one.claim.change][-LISTED:]
    if len(listed) > 2 and makes_up(listed[0], listed[1:]):
        yield listed[0]
        return
    for one in reversed(before):
        if clauses_apart(between(sentence, one, whole)) > APART:
            return
        if same_unit(one, whole) and not one.claim.change and not one.is_each:
            yield one


def _is_sure(judged: list[Inside]) -> bool:
    """Tell whether a misfit is one: no other figure may be meant, and none is vague."""
    if len(judged) != 1:
        return False
    part, whole, _, _ = judged[0]
    vague = part.stated.hedged or whole.stated.hedged
    return not vague and PLANNED.search(part.clause) is None
