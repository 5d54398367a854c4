"""What a figure counts or measures: ordered rules, each for one way a report says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from reportparse.clauses import BREAK, RELATIVE, Setting
from reportparse.lexicon import load_table
from reportparse.lists import distribute
from reportparse.phrases import (
    PREDICATE,
    STRONG,
    VERBS,
    After,
    Before,
    read_after,
    read_before,
)
from reportparse.trimming import tidy

#: Nouns for figures with a verb and a unit only: 惠及300人 counts 惠及人数.
UNIT_NOUNS: Final = {
    unit: example[example.index("«") + 1 : example.index("»")]
    for unit, example in load_table("phrases.toml", "numbered").items()
}
#: Kinds whose figures say how much of the noun before them, not how many of the one behind.
MEASURED: Final = frozenset(
    ("money", "percent", "point", "permille", "multiple", "ratio", "rank", "temperature")
)
#: Units of events, which may be counted by a verb alone (4次回信).
EVENTS: Final = frozenset(("次", "场", "场次", "批次", "轮", "回", "人次"))
#: How it is said that something became of people: 12人「已实现」脱贫.
BECAME: Final = re.compile(r"(?:全部|均|已|成功|顺利|实现|获得?|被|得到|通过|参加|正在|稳定)+")
#: Words with which somebody turns to the counted ones, before what is done: 向9家企业授信.
TOWARDS: Final = frozenset(("向", "给", "为", "对", "与"))
WEAKLY_SAID: Final = re.compile(VERBS.pattern())
#: A subject with what is said of it: 工业经济稳步回升.
SAID: Final = re.compile(
    r"稳步|持续|不断|明显|显著|进一步|大幅|全面|有效|扎实|更加|加快|基本|始终|逐步"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts."""

    #: "调处成功的民间纠纷"
    measure: str
    #: The noun that a later clause without one takes over: "民间纠纷".
    head: str
    #: The verb that governs the count: "调处成功".
    verb: str
    unit: str
    #: Whether the noun stands behind the figure, and so is the noun of no other.
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure with all that the rules look at."""

    setting: Setting
    before: Before
    after: After
    #: The figure before it in the sentence, and the last one of the paragraph.
    last: Counted | None
    prior: Counted | None
    #: The noun that a 分别 gives the figure, else "".
    given: str


Rule = Callable[[Spot], str]


def count_all(settings: Sequence[Setting], topics: Sequence[str]) -> list[Counted]:
    """Return what each figure counts; `topics` are the titles of the sections they stand in."""
    given = distribute(settings)
    found: list[Counted] = []
    claimed = ""
    for index, (setting, topic) in enumerate(zip(settings, topics, strict=True)):
        words = setting.before
        if claimed and setting.shares:
            words = words[words.find(claimed) + len(claimed) :]
        prior = found[-1] if found else None
        last = prior if setting.follows and "；" not in setting.earlier else None
        gift = given.get(index, "")
        noun = found[gift].head if isinstance(gift, int) else gift
        spot = Spot(setting, read_before(words), read_after(setting.after), last, prior, noun)
        counted, claimed = _count(spot, topic)
        found.append(counted)
    return found


def _count(spot: Spot, topic: str) -> tuple[Counted, str]:
    """Apply the rules in order; also return the words behind the figure that were used."""
    unit = spot.setting.quantity.unit
    for rule in OWN:
        if noun := rule(spot):
            verb = spot.before.verb or _carried(spot)
            behind = rule is stands_behind
            return Counted(noun, _head(spot, noun), verb, unit, behind), noun if behind else ""
    for inherit in TAKEN_OVER:
        if noun := inherit(spot):
            return _inherited(spot, noun), ""
    noun = read_before(topic).noun or UNIT_NOUNS.get(unit, "")
    return _inherited(spot, noun), ""


def _head(spot: Spot, noun: str) -> str:
    """Return what a later clause takes over: 新能源 of 新能源开工."""
    before = spot.before
    return before.subject if before.verb and noun == before.subject + before.verb else noun


def given_by_list(spot: Spot) -> str:
    """收入、支出分别增长6%和7.5%: the noun that answers to the figure."""
    return spot.given


def stands_behind(spot: Spot) -> str:
    """36次线下普法宣传活动: the noun behind a figure of things."""
    quantity, before, after = spot.setting.quantity, spot.before, spot.after
    if not after.noun or (after.verbal and before.noun):
        return ""
    ended = before.noun.endswith(before.verb)
    if quantity.kind != "count" and before.noun and not (before.verb and ended):
        return ""
    if quantity.kind in MEASURED:
        # 向基层投放50%以上号源: the words before end in the verb that takes the object.
        return after.noun if before.verb in STRONG and before.noun and ended else ""
    if before.tail in TOWARDS and (verb := WEAKLY_SAID.search(after.noun, 1)):
        return after.noun[: verb.start()]
    if quantity.unit in EVENTS and spot.setting.after[:-2].endswith(after.noun):
        return tidy(spot.setting.after)
    return after.noun


def stands_before(spot: Spot) -> str:
    """发放资料3000余份, 满意率99.8%: the noun before the figure."""
    return spot.before.noun


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
    money = spot.setting.quantity.kind == "money" and not spot.last
    return spot.before.verb if money else ""


def of_the_figure_before(spot: Spot) -> str:
    """地区生产总值20亿元、增长5%; 调处纠纷198件，调处成功188件: the noun of the figure before."""
    return spot.last.head if spot.last else ""


def of_another_unit(spot: Spot) -> str:
    """转移39个村、3.1万人: the noun behind the first figure is no noun of the second."""
    last, unit = spot.last, spot.setting.quantity.unit
    if not (last and last.behind and spot.setting.listed and last.unit != unit):
        return ""
    return last.verb + UNIT_NOUNS[unit] if unit in UNIT_NOUNS else ""


def of_the_clause_before(spot: Spot) -> str:
    """工业经济稳步回升，增长9%: the subject or object of the clause before."""
    pieces = [piece for piece in BREAK.split(spot.setting.earlier) if len(piece) > 2]
    return clause_noun(pieces[-1]) if pieces else ""


def of_the_sentence_before(spot: Spot) -> str:
    """调处纠纷198件。成功188件: the noun of the last figure of the paragraph."""
    return spot.prior.head if spot.prior and spot.before.verb else ""


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


def clause_noun(clause: str) -> str:
    """Return what a clause without a figure is about.

    >>> clause_noun("工业经济稳步回升")
    '工业经济'
    >>> clause_noun("扎实办理行政复议案件")
    '行政复议案件'
    """
    read = read_before(clause)
    if read.governed:
        return read.noun
    cuts = [
        found.start() for found in (SAID.search(clause, 1), PREDICATE.search(clause, 1)) if found
    ]
    return tidy(clause[: min(cuts)]) if cuts else read.noun


def _inherited(spot: Spot, noun: str) -> Counted:
    """Join a noun taken over with the verb that the clause gives it: 调处成功的民间纠纷."""
    verb, unit = spot.before.verb, spot.setting.quantity.unit
    last = spot.last
    if not verb or spot.setting.quantity.kind in RELATIVE:
        return Counted(noun, noun, verb or (last.verb if last else ""), unit)
    if last and last.unit != unit and unit in UNIT_NOUNS:
        return Counted(verb + UNIT_NOUNS[unit], noun, verb, unit)
    if not noun or noun == verb:
        return Counted(verb, "", verb, unit)
    return Counted(f"{verb}的{noun}", noun, verb, unit)


def _carried(spot: Spot) -> str:
    """Return the verb of the figure before when a 、 joins the two."""
    setting = spot.setting
    joined = setting.follows and not BREAK.search(setting.earlier)
    return spot.last.verb if spot.last and joined else ""
