"""Restatements: one measure told twice, in summary and body, with the same figure or another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from reportparse.claims import Claim
from reportparse.relations.kernel import Stated, Verdict
from reportparse.relations.mentions import Mention, Sentence, printed
from reportparse.relations.slips import slips_of

#: Measures shorter than this name too much: 活动, 会议, 案件.
SPECIFIC: Final = 4
#: Of figures with so many digits hardly two are alike but for a swap.
LONG: Final = 3
#: Kinds whose figures are levels of a measure.
LEVELS: Final = frozenset({"count", "money", "length", "area", "volume", "mass", "energy"})
#: Kinds of which swapped digits tell, days among them.
TOLD_TWICE: Final = LEVELS | {"duration"}
#: "共", "累计", "全年", "总": the figure is all there is of the measure.
ALL_OF_IT: Final = re.compile(
    r"(?<![公中])共(?![同享建治青产和性识创])|累计|合计|总计|全年|总数|总量|总额"
)
#: Words that name nobody else: "2031年", "一年来", "全镇", "我县".
EVERYBODY: Final = re.compile(
    r"[12][09][0-9]{2}年度?|一年来|今年以?来?|[全我本][省市县区镇乡街道办局村]+|[，、,\s]"
)
#: "上半年", "三季度", "1—9月".
PART_OF_YEAR: Final = re.compile("半年|季度|月")
#: What heads an entry of a list, whose measure then is another: "钢：增加产能…".
HEADED: Final = re.compile("[：:]")


@dataclass(frozen=True, slots=True)
class Restates:
    """Two claims of one measure, unit, period, scope and standing."""

    first: Claim
    again: Claim
    cue: str
    verdict: Verdict
    #: "3000余 = 3012", or "≠".
    formula: str

    kind: ClassVar[Literal["restates"]] = "restates"

    @property
    def members(self) -> tuple[tuple[str, Claim], ...]:
        """The first figure and the second."""
        return (("first", self.first), ("again", self.again))


def find_restatements(text: Sequence[Sentence]) -> tuple[Restates, ...]:
    """Return each claim that tells again what one before it told."""
    seen: dict[tuple[str, ...], Mention] = {}
    found: list[Restates] = []
    for mention in _levels(text):
        key = _key(mention.claim)
        first = seen.setdefault(key, mention)
        if first is not mention and _may_restate(first.claim, mention.claim):
            found += _related(first, mention)
    known = {one.again.id for one in found if one.verdict == "fails"}
    return (*found, *(one for one in _transposed(text) if one.again.id not in known))


def _transposed(text: Sequence[Sentence]) -> Iterator[Restates]:
    """Relate figures of one thing whose digits are swapped: nobody counts 4986 and 4968 of it."""
    seen: dict[tuple[str, ...], list[Mention]] = {}
    for mention in (one for sentence in text for one in sentence.mentions if _is_long(one)):
        claim = mention.claim
        digits = "".join(sorted(f"{mention.stated.value.normalize():f}"))
        like = seen.setdefault((claim.quantity.unit, claim.quantity.per, digits), [])
        for first in like:
            if _is_swap(first.claim, claim) and _is_same_thing(first.claim, claim):
                formula = f"{printed(first)} ≠ {printed(mention)}"
                yield Restates(first.claim, claim, first.claim.measure, "fails", formula)
                break
        like.append(mention)


def _is_long(mention: Mention) -> bool:
    """Tell an exact level of so many digits that a swap of two is no chance."""
    quantity, claim = mention.claim.quantity, mention.claim
    level = quantity.kind in TOLD_TWICE and claim.scope not in {"part", "each"}
    long = len(quantity.num_text.replace(".", "").rstrip("0万亿")) >= LONG
    plain = quantity.hedge == "exact" and not claim.change and claim.status == "actual"
    return level and long and plain


def _is_swap(first: Claim, again: Claim) -> bool:
    one, other = first.quantity.value, again.quantity.value
    if one is None or other is None or one == other:
        return False
    swaps = (value for edit, value in slips_of(one, first.quantity.precision) if edit == "swap")
    return other in swaps


def _is_same_thing(first: Claim, again: Claim) -> bool:
    """Tell whether two claims measure one thing, named with a modifier more or less."""
    dates = {(one.period.start, one.period.end) for one in (first, again) if one.period}
    if first.sentence == again.sentence or len(dates) > 1 or _of_others(first, again):
        return False
    if first.measure == again.measure and len(first.measure) >= SPECIFIC:
        return True
    short, long = sorted((first.measure, again.measure), key=len)
    return len(short) > 1 and _run_through(short, long) and _may_restate(first, again)


def _of_others(first: Claim, again: Claim) -> bool:
    """Tell claims of two actors, both named."""
    return bool(first.actor and again.actor) and first.actor != again.actor


def _run_through(short: str, long: str) -> bool:
    """Tell whether the characters of one name stand in another in their order."""
    rest = iter(long)
    return all(character in rest for character in short)


def _levels(text: Sequence[Sentence]) -> Iterator[Mention]:
    """Yield the figures that may be told again."""
    for sentence in text:
        for mention in sentence.mentions:
            claim = mention.claim
            specific = len(claim.measure) >= SPECIFIC and claim.quantity.kind in LEVELS
            if specific and claim.scope not in {"part", "each"}:
                yield mention


def _related(first: Mention, again: Mention) -> Iterator[Restates]:
    """Relate two tellings; a misfit is a fault only where both claim to be all there is."""
    agree = _meet(first.stated, again.stated)
    total = all(_is_all(one) for one in (first, again)) and _subject(first) == _subject(again)
    if agree == "fails" and not total:
        return
    sign = "≠" if agree == "fails" else "="
    formula = f"{printed(first)} {sign} {printed(again)}"
    yield Restates(first.claim, again.claim, first.claim.measure, agree, formula)


def _is_all(mention: Mention) -> bool:
    """Tell whether a figure is said to be all there is of its measure."""
    return ALL_OF_IT.search(mention.clause) is not None and not HEADED.search(mention.lead)


def _subject(mention: Mention) -> str:
    """Return whose figure it is and of what time, as far as the words before 共 tell."""
    before = ALL_OF_IT.split(mention.clause)[0]
    return EVERYBODY.sub("", before)


def _meet(one: Stated, other: Stated) -> Verdict:
    """Tell whether two tellings can be of one value; the coarser may be rounded or cut off."""
    if one.read("printed").meets(other.read("printed")):
        return "holds"
    fine, coarse = sorted((one, other), key=lambda stated: stated.place)
    if coarse.read("rounded").meets(fine.read("printed")):
        return "rounded"
    return "truncated" if coarse.read("truncated").meets(fine.read("printed")) else "fails"


def _key(claim: Claim) -> tuple[str, ...]:
    """Return all in which two tellings must agree."""
    period = claim.period
    if period is None:
        dates = ("", "")
    elif period.start is None and period.end is None:
        # 上半年 and 下半年 of a year that nobody names; 全年 and 一年来 are the same.
        dates = (period.text if PART_OF_YEAR.search(period.text) else "", "")
    else:
        dates = (str(period.start), str(period.end))
    return (
        claim.measure,
        claim.quantity.unit,
        claim.quantity.per,
        claim.status,
        claim.basis,
        *dates,
    )


def _may_restate(first: Claim, again: Claim) -> bool:
    """Tell whether two claims may be of one thing: nobody else's, nothing else done with it.

    A second telling often leaves out who did what, so an unnamed actor or action is any.
    """
    pairs = ((first.actor, again.actor), (first.action, again.action))
    alike = all(one == other or not (one and other) for one, other in pairs)
    return alike and first.sentence != again.sentence
