"""Words that are no measure alone: 办结率, 占比, 出栏. The figure before names the thing."""

from __future__ import annotations

import re
from typing import Final

from reportparse.carrying import Counted, Spot
from reportparse.lexicon import Words
from reportparse.phrases import DONE, OUTCOMES, VERBS, WEAK

RATE: Final = "率"
#: Herds are told of by two words that share the animal.
STOCK: Final = Words(("存栏", "出栏", "存栏量", "出栏量"))
#: Shares that name nothing themselves.
SHARES: Final = frozenset(("占比", "比重", "比例", "所占比重"))
#: How soon something was done, in the name of a rate: 按期办结率.
HASTE: Final = re.compile(r"^(?:按期|按时|及时|当场|成功|限时)(?=.)")
#: What succeeded is told by the verb before: 调解12件，「成功率」98%.
SUCCESS: Final = "成功"
#: The longest noun that a bare rate takes.
LONGEST: Final = 10


def completed(spot: Spot, noun: str) -> str:
    """Return a noun with what it leaves to the figure before: 隐患「整改率」, 生猪「出栏」."""
    if not spot.relative:
        return _of_animals(spot, noun)
    if not spot.before.governed:
        return _told_of(spot.last, noun) + noun
    # 登记合格率: the verb before the rate is part of its name.
    verb = spot.before.verb
    return verb + noun if verb in WEAK and noun.endswith(RATE) else noun


def _of_animals(spot: Spot, noun: str) -> str:
    if noun not in STOCK or spot.last is None:
        return noun
    known = STOCK.back(spot.last.measure)
    return spot.last.measure[: -len(known)] + noun if known else noun


def _told_of(last: Counted | None, rate: str) -> str:
    """Return the thing that a rate or share is told of; "" if it names that itself."""
    if last is None or last.joined or last.head.endswith((RATE, rate)):
        return ""
    if rate in SHARES:
        return last.measure
    return _done_to(last, HASTE.sub("", rate.removesuffix(RATE))) if rate[-1:] == RATE else ""


def _done_to(last: Counted, stem: str) -> str:
    """Return what a verb was done to: 隐患 of 整改; not 出生人口 of 出生."""
    if stem == SUCCESS:
        return last.verb.replace(stem, "") if last.verb in VERBS else ""
    fits = len(last.head) <= LONGEST and stem not in last.head
    return last.head if fits and any(stem in words for words in (VERBS, OUTCOMES, DONE)) else ""
