"""What stands between a level and its change and belongs to neither: its plan, a share, 含旧存9件.

收入8642万元，为年初预算8500万元的101.7%，比上年的8138万元增长6.2%: the growth is the income's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from reportparse.relations.inside import NAMED, OF_NAMED, OF_PLAN, OF_WHOLE, THE_RATE
from reportparse.relations.mentions import Mention
from reportparse.relations.portions import OWN_SHARE
from reportparse.relations.respective import is_against

#: "，高于全省平均", "，比全国平均高出": beside the growth of others.
OF_OTHERS: Final = re.compile(
    r"[，,（( ]*(?:(?:高于|低于|快于|慢于)全[国省市州区县][^，。；]{0,8}"
    r"|[比较]全[国省市州区县][^，。；]{0,8}[高低快慢多少][出于]?)"
)
#: "（含旧存", "（不含", "（其中": figures within the one before the bracket.
WITHIN: Final = re.compile("[（(](?:含|不含|包括|其中|内)")
CLOSED: Final = ("）", ")")
#: A change, its base and an aside are as many figures.
FEWEST: Final = 4


def without_asides(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the figures of a sentence without those that only tell more of another."""
    if len(mentions) < FEWEST:
        return tuple(mentions)
    kept = list(mentions[:1])
    for last, one, following in zip_longest(mentions, mentions[1:], mentions[2:]):
        if one is not None and (_is_own(one, following) or not _is_aside(last, one, following)):
            kept.append(one)
    return tuple(kept)


def _is_own(one: Mention, following: Mention | None) -> bool:
    """Tell a share that has changed itself: 占比为9.7%，比上年的8.9%提高0.8个百分点."""
    both = following is not None and one.is_rate and following.is_rate
    return both and following is not None and is_against(following)


def _is_aside(last: Mention, one: Mention, following: Mention | None) -> bool:
    """Tell a figure of no change: a share, how others grew, a whole, what a bracket holds."""
    if one.is_rate:
        return OF_OTHERS.fullmatch(one.lead) is not None or _is_share(last, one)
    return following is not None and (_is_whole(one, following) or _is_within(one, following))


def _is_share(last: Mention, one: Mention) -> bool:
    """Tell whether a rate is a share or a completion: 完成预算的98.8%, 占比67%, …的101.7%."""
    if one.claim.quantity.kind != "percent" or one.claim.change:
        return False
    told = OF_NAMED.fullmatch(one.clause) or OWN_SHARE.fullmatch(one.lead)
    return told is not None or _is_whole(last, one)


def _is_whole(one: Mention, rate: Mention) -> bool:
    """Tell whether a figure is the whole or the plan that the rate behind it is of."""
    if THE_RATE.fullmatch(rate.lead):
        return bool(OF_PLAN.fullmatch(one.clause) or OF_WHOLE.fullmatch(one.clause))
    return NAMED.fullmatch(one.clause) is not None and OF_NAMED.fullmatch(rate.clause) is not None


def _is_within(one: Mention, following: Mention) -> bool:
    """Tell whether a figure alone fills a bracket: （含旧存412件）."""
    return WITHIN.search(one.lead) is not None and following.lead.lstrip()[:1] in CLOSED
