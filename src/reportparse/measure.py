"""What a figure counts or measures: ordered rules, each for one way a report says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from reportparse.becoming import handed_on, modifier
from reportparse.carrying import (
    UNIT_NOUNS,
    base,
    inherited,
    is_of_the_one_before,
    of_the_clause_before,
    of_the_figure_before,
    of_the_sentence_before,
)
from reportparse.clauses import BREAK, RELATIVE, Setting
from reportparse.completing import completed
from reportparse.heads import counted_by
from reportparse.lexicon import load_words
from reportparse.lists import distribute
from reportparse.parts import figure_before, goes_on, is_part, opens_parts, whole_of
from reportparse.phrases import (
    BODY,
    OUTCOMES,
    STRONG,
    VERBS,
    WORDS_OF_ONE,
    read_after,
    read_before,
)
from reportparse.spot import Counted, Spot, kin
from reportparse.trimming import noun_in

#: Kinds whose figures say how much of the noun before them, not how many of the one behind.
MEASURED: Final = frozenset(
    ("money", "percent", "point", "permille", "multiple", "ratio", "rank", "temperature")
)
#: What is measured in money of bodies, and the units of bodies.
MONEY_HEADS: Final = load_words("phrases.toml", "money_head")
BODIES: Final = frozenset(("个", "家"))
#: Units of people, who may be named before (代表35人走进社区) or behind.
PEOPLE: Final = frozenset(("人", "人次", "户", "户次"))
#: Units of events, which may be counted by a verb alone (4次回信).
EVENTS: Final = frozenset(("次", "场", "场次", "批次", "轮", "回", "人次"))
#: Events named by their verb: 4次重点项目集中开工.
CEREMONIES: Final = ("开工", "竣工", "签约", "观摩", "启动", "揭牌", "考察")
#: How it is said that something became of people: 12人「已实现」脱贫.
BECAME: Final = re.compile(r"(?:全部|均|已|成功|顺利|实现|获得?|被|得到|通过|参加|正在|稳定)+")
#: Verbs of money that are its names too.
NOMINAL: Final = frozenset(("投入", "投资", "授信"))
#: Words with which somebody turns to the counted ones, before what is done: 向9家企业授信.
TOWARDS: Final = frozenset(("向", "给", "为", "对", "与"))
WEAKLY_SAID: Final = re.compile(VERBS.pattern())
Rule = Callable[[Spot], str]


def count_all(settings: Sequence[Setting], topics: Sequence[str]) -> list[Counted]:
    """Return what each figure counts; `topics` are the titles of the sections they stand in."""
    given = distribute(settings)
    found: list[Counted] = []
    heads: dict[str, str] = {}
    whole: Counted | None = None
    claimed = ""
    for index, (setting, topic) in enumerate(zip(settings, topics, strict=True)):
        last = figure_before(settings, index, found)
        if setting.opens:
            heads.clear()
        if opens_parts(setting):
            whole = whole_of(setting, last, heads)
        elif last is None and not (setting.follows and goes_on(setting)):
            whole = None
        gift = given.get(index, "")
        noun = found[gift].measure if isinstance(gift, int) else gift
        before = read_before(_unclaimed(setting, claimed))
        after = read_after(setting.after)
        ahead = _ahead(settings, index)
        spot = Spot(setting, before, after, last, whole, heads, noun, ahead)
        counted, claimed = _count(spot, topic)
        if counted.head and not is_part(spot):
            heads[spot.unit] = counted.head
        found.append(counted)
    return found


def _ahead(settings: Sequence[Setting], index: int) -> str:
    """Return the noun behind the next figure where that one only says which: 亿元以上企业."""
    setting = settings[index]
    if setting.quantity.unit not in BODIES or index + 1 == len(settings):
        return ""
    following = settings[index + 1]
    if not following.shares or following.quantity.kind not in MEASURED:
        return ""
    named = MONEY_HEADS.back(setting.after.rstrip("超过达"))
    return read_after(following.after).noun if named else ""


def _unclaimed(setting: Setting, claimed: str) -> str:
    """Return the words before a figure that are not the noun of the one before it."""
    if not claimed or not setting.shares:
        return setting.before
    rest = setting.before[setting.before.find(claimed) + len(claimed) :]
    return rest.removeprefix("中")


def _count(spot: Spot, topic: str) -> tuple[Counted, str]:
    """Apply the rules in order; also return the words behind the figure that were used."""
    unit = spot.setting.quantity.unit
    for rule in OWN:
        if noun := rule(spot):
            verb = spot.before.verb or _carried(spot)
            behind = rule is stands_behind
            setting = spot.setting
            joined = setting.follows and not BREAK.search(setting.earlier)
            count = Counted(noun, _head(spot, noun), verb, unit, behind, joined)
            return count, noun if behind else ""
    for take in TAKEN_OVER:
        if noun := take(spot):
            return inherited(spot, noun), ""
    noun = "" if spot.before.verb else read_before(topic).noun
    return inherited(spot, noun), ""


def _head(spot: Spot, noun: str) -> str:
    """Return what a later clause takes over: 新能源 of 新能源开工, nothing of 合格."""
    before, last = spot.before, spot.last
    if modifier(spot) or handed_on(spot):
        return ""
    if before.verb in OUTCOMES and last and last.head and kin(last.unit) == spot.unit:
        return last.head
    return before.subject if before.verb and noun == before.subject + before.verb else noun


def given_by_list(spot: Spot) -> str:
    """收入、支出分别增长6%和7.5%: the noun that answers to the figure."""
    return spot.given


def stands_behind(spot: Spot) -> str:
    """36次线下普法宣传活动: the noun behind a figure of things."""
    quantity, before, after = spot.setting.quantity, spot.before, spot.after
    if not after.noun or (before.noun and _stays_before(spot)):
        return ""
    if quantity.kind in MEASURED:
        # 向基层投放50%以上号源: the words before end in the verb that takes the object.
        return after.noun if before.noun and before.verb in STRONG else ""
    if before.tail in TOWARDS and (verb := WEAKLY_SAID.search(after.noun, 1)):
        return after.noun[: verb.start()]
    return _counted_things(spot)


def _stays_before(spot: Spot) -> bool:
    """Tell whether the noun before a figure is its own although one stands behind it."""
    quantity, before = spot.setting.quantity, spot.before
    if spot.after.verbal or spot.setting.after.startswith("的"):
        return True
    if quantity.unit in PEOPLE and not before.verb:
        return True
    if quantity.kind == "count" or BODY.fullmatch(before.noun.replace("、", "")):
        return False
    return not before.verb or before.governed


def _counted_things(spot: Spot) -> str:
    """Return the noun behind, without what is measured of it: 14个重点产业「产值」."""
    unit = spot.setting.quantity.unit
    if unit in EVENTS and spot.setting.after.endswith(CEREMONIES):
        return noun_in(spot.setting.after)
    noun = counted_by(unit, spot.after.noun)
    head = MONEY_HEADS.back(noun) if unit in BODIES else ""
    owner = noun[: -len(head)] if head else noun
    if not owner:
        return spot.ahead or noun
    return owner if len(owner) >= 2 or owner in WORDS_OF_ONE else noun


def stands_before(spot: Spot) -> str:
    """发放资料3000余份, 满意率99.8%: the noun before the figure."""
    noun = spot.before.noun
    if modifier(spot) and (spot.relative or base(spot)):
        return ""
    if received := handed_on(spot):
        return received + UNIT_NOUNS.get(spot.setting.quantity.unit, "")
    return "" if is_of_the_one_before(spot) else completed(spot, noun)


def measured_behind(spot: Spot) -> str:
    """落实2000万元奖补资金, 95%以上村: the noun behind an amount that has none before it."""
    if spot.before.tail and spot.last and spot.setting.quantity.kind in RELATIVE:
        return ""
    if spot.after.verbal and (spot.last or spot.before.verb):
        return ""
    return spot.after.noun


def done_behind(spot: Spot) -> str:
    """连续9周开展观摩活动, 4次召开专题会议: what was done so long or so often."""
    quantity = spot.setting.quantity
    if quantity.kind != "duration" and quantity.unit not in EVENTS:
        return ""
    read = read_before(spot.setting.after)
    return read.noun if read.governed and not spot.before.verb else ""


def said_behind(spot: Spot) -> str:
    """12.5万人实现脱贫: people counted by what became of them."""
    setting = spot.setting
    unit = UNIT_NOUNS.get(setting.quantity.unit, "")
    if setting.before or not unit or setting.listed or not setting.after:
        return ""
    said = BECAME.sub("", setting.after)
    return said + unit if 2 <= len(said) <= 4 else unit


def spent(spot: Spot) -> str:
    """投入2.7亿元加强建设: money of which only the spending is told."""
    verb = spot.before.verb
    if spot.setting.quantity.kind != "money" or spot.last or not verb:
        return ""
    return verb if verb in NOMINAL else verb + UNIT_NOUNS["元"]


def of_another_unit(spot: Spot) -> str:
    """转移39个村、3.1万人: the noun behind the first figure is no noun of the second."""
    last, unit = spot.last, spot.setting.quantity.unit
    listed = not spot.setting.before and spot.setting.earlier.endswith("、")
    if not (last and listed and last.unit != unit and (last.behind or _is_of_unit(last))):
        return ""
    return last.verb + UNIT_NOUNS[unit] if unit in UNIT_NOUNS else ""


def _is_of_unit(count: Counted) -> bool:
    """Tell whether a figure is named by its unit only: 保障户数."""
    return count.measure == count.verb + UNIT_NOUNS.get(count.unit, " ")


OWN: Final[tuple[Rule, ...]] = (
    given_by_list,
    stands_behind,
    stands_before,
    measured_behind,
    done_behind,
    said_behind,
    of_another_unit,
    spent,
)
TAKEN_OVER: Final[tuple[Rule, ...]] = (
    of_the_figure_before,
    of_the_clause_before,
    of_the_sentence_before,
)


def _carried(spot: Spot) -> str:
    """Return the verb of the figure before when a 、 joins the two."""
    setting = spot.setting
    joined = setting.follows and not BREAK.search(setting.earlier)
    return spot.last.verb if spot.last and joined else ""
