"""Words that are no measure alone: 办结率, 占比, 出栏. The figure before names the thing."""

from __future__ import annotations

import re
from typing import Final

from reportparse.lexicon import Words
from reportparse.phrases import DONE, OUTCOMES, VERBS, WEAK
from reportparse.spot import Counted, Spot

RATE: Final = "率"
#: Herds are told of by two words that share the animal.
STOCK: Final = Words(("存栏", "出栏", "存栏量", "出栏量"))
#: So are crops.
YIELD: Final = Words(
    ("播种面积", "种植面积", "产量", "总产", "总产量", "单产", "亩产", "平均亩产", "产值")
)
#: Shares that name nothing themselves.
SHARES: Final = frozenset(("占比", "比重", "比例", "所占比重"))
#: How soon something was done, in the name of a rate: 按期办结率.
HASTE: Final = re.compile(
    r"^(?:按期|按时|及时|当场|成功|限时|一次性|有效|无害化|资源化|规范化|综合|集中)(?=.)"
)
#: What succeeded is told by the verb before: 调解12件，「成功率」98%.
SUCCESS: Final = "成功"
#: 第一产业, of which a report tells the value added: 第一产业2578亿元, 增长4%.
INDUSTRY: Final = re.compile("第[一二三]产业")
OF_INDUSTRY: Final = frozenset(("money", "percent"))
VALUE: Final = "增加值"
PRODUCT: Final = re.compile("生产总值|GDP|增加值|^$")
#: How what tells the way begins, no thing: 以调解方式.
WAYS: Final = frozenset("以按经由")
#: The longest noun that a bare rate takes.
LONGEST: Final = 10


def completed(spot: Spot, noun: str) -> str:
    """Return a noun with what it leaves to the figure before: 隐患「整改率」, 生猪「出栏」."""
    if INDUSTRY.fullmatch(noun):
        return noun + _of_industry(spot)
    if not spot.relative:
        return _of_the_kind(_crop(spot, noun), noun)
    return _of_a_verb(spot, noun) if spot.before.governed else _told_of(spot.last, noun) + noun


def _of_a_verb(spot: Spot, noun: str) -> str:
    """Give a rate the verb before it that is part of its name: 登记合格率."""
    verb = spot.before.verb
    part = verb in WEAK or noun == SUCCESS + RATE
    return verb + noun if part and noun.endswith(RATE) else noun


def _crop(spot: Spot, noun: str) -> Counted | None:
    """Return the figure that names the crop or the animal: the last crop, else the whole herd."""
    last = spot.last
    near = last is not None and noun in YIELD and YIELD.back(last.measure) != ""
    return last if near else spot.whole or last


def _of_industry(spot: Spot) -> str:
    """Return what of an industry is told: its share of the product, or of what was told before."""
    known = spot.whole or spot.last
    if spot.setting.quantity.kind not in OF_INDUSTRY:
        return ""
    return VALUE if known is None else _product(known)


def _product(known: Counted) -> str:
    return VALUE if PRODUCT.search(known.head) else known.head


def _of_the_kind(last: Counted | None, noun: str) -> str:
    """Give a word of farming the crop or the animal that the figure before names."""
    words = next((words for words in (STOCK, YIELD) if noun in words), None)
    if words is None or last is None or (last.joined and words is YIELD):
        return noun
    known = words.back(last.measure)
    return last.measure[: -len(known)] + noun if known else noun


def _told_of(last: Counted | None, rate: str) -> str:
    """Return the thing that a rate or share is told of; "" if it names that itself."""
    if last is None or last.joined or last.head.endswith((RATE, rate)):
        return ""
    if rate in SHARES:
        return last.measure
    return _done_to(last, rate.removesuffix(RATE)) if rate[-1:] == RATE else ""


def _done_to(last: Counted, stem: str) -> str:
    """Return what a verb was done to: 隐患 of 整改; not 出生人口 of 出生."""
    if stem == SUCCESS:
        verb = last.verb.replace(stem, "")
        return verb if verb in VERBS else ""
    if last.measure.endswith(stem):
        return last.measure[: -len(stem)]
    stem = HASTE.sub("", stem)
    if len(last.head) > LONGEST or stem in last.head or last.head[:1] in WAYS:
        return ""
    return _done_as(last, stem)


def _done_as(last: Counted, stem: str) -> str:
    """Return the thing that a verb was done to, 出庭 of 出庭应诉 dropped from it."""
    if stem[:2] and last.head.endswith(stem[:2]):
        return last.head[:-2]
    return last.head if any(stem in words for words in (VERBS, OUTCOMES, DONE)) else ""
