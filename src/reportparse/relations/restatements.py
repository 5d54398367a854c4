"""Restatements: one measure told twice, in summary and body, with the same figure or another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from reportparse.claims import Claim
from reportparse.relations.kernel import Stated, Verdict
from reportparse.relations.mentions import Mention, Sentence, printed

#: Measures shorter than this name too much: 活动, 会议, 案件.
SPECIFIC: Final = 4
#: Kinds whose figures are levels of a measure.
LEVELS: Final = frozenset({"count", "money", "length", "area", "volume", "mass", "energy"})
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
    return tuple(found)


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
