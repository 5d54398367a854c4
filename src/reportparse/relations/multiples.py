"""Changes told as multiples: 翻了一番 and 是上年的3倍 are twice and three times as much."""

from __future__ import annotations

import re
from typing import Final

from reportparse.interval import Interval
from reportparse.relations.kernel import HUNDRED, Stated
from reportparse.relations.mentions import Mention

#: "，是上年的|3倍", "，|翻了一番": how many times another figure it is.
TIMES: Final = re.compile(
    r"[，、,（( ]*(?:(?:约|近)?(?:[是为]|相当于)"
    r"(?:上年|去年|上一年|原来|20[0-9]{2}年)(?:同期)?的?)?"
)
#: "是上年10亿元|的|3倍": behind the base itself.
OF_BASE: Final = re.compile(r"[）) ]*的[约近]?")


def is_times(one: Mention) -> bool:
    """Tell whether a figure says how many times another it is: 翻了一番, 是上年的3倍."""
    quantity = one.claim.quantity
    if is_times_of(one):
        return True
    if quantity.kind != "multiple" or not TIMES.fullmatch(one.lead):
        return False
    return quantity.text.startswith("翻") or bool(one.lead.strip("，、,（( "))


def is_times_of(one: Mention) -> bool:
    """Tell whether a figure says how many times the figure right before it: 是10亿元的3倍."""
    return one.claim.quantity.kind == "multiple" and OF_BASE.fullmatch(one.lead) is not None


def grown(stated: Stated) -> Stated:
    """Return the growth in per cent that a multiple of the base is."""
    value = (stated.value - 1) * HUNDRED
    less = Interval.point(-HUNDRED)
    hedged = None if stated.hedged is None else stated.hedged.scaled(HUNDRED) + less
    return Stated(value, stated.place * HUNDRED, hedged)
