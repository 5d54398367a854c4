"""Chains: figures of one unit that follow each other, and where such a list may have ended.

"其中小麦24.5万亩、玉米31.2万亩、杂粮8.1万亩，亩产402公斤": three parts, then something else. A
list keeps the mark that joins its first two parts; where that changes, the list may be over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from reportparse.relations.cues import any_of
from reportparse.relations.mentions import BESIDE, LEFT_OVER, Mention, alike, denies, same_unit
from reportparse.relations.pairs import is_pair

#: "tight": one unbroken list; "comma": one list whose items are whole clauses; "loose": the list
#: runs over clauses of another kind.
Knit = Literal["tight", "comma", "loose"]

#: What may join two parts.
JOINT: Final = re.compile("[、，,；;]")
COMMAS: Final = frozenset("，,")
#: 共 as in 共有, not as in 公共, 共同, 共享.
SUMMING: Final = r"(?<![公中])共(?![同享建治青产和性识创])"
#: 还 as in 还举办, not as in 还本支出, 归还资金, 退还材料.
STILL: Final = "(?<![归偿退返交发])还(?![本款贷清债建原])"
#: What cannot be one more part: "，另有线上活动5次", "，比上年多12件", "，共13场", "，每村2名".
ONWARD: Final = re.compile(
    any_of("onward", "basis", "sum_up", "of_which") + rf"|每|人均|平均|{SUMMING}|{STILL}"
)
#: "，其中女党员210名": a part of a part.
NESTED: Final = re.compile(any_of("of_which"))
#: "，为年初预算", "（计划", "，完成任务数的": what a part is held against is no further part.
AGAINST: Final = re.compile(
    r"[，、,；;（( ]*(?:(?:仅|已)?(?:占|为|是|完成|达到?|相当于|超过?|低于|高于)了?)?"
    r"[^，。；、]{0,6}(?:预算|计划|任务|目标|指标|同期|基数)数?(?:为|是|的)?"
)
#: "，增收0.4亿元", "（净增": how much more or less a part is than it was.
DELTA: Final = re.compile(
    rf"[，,；;（( ]*{any_of('basis')}?[净约共]?"
    "(?:增[收支长加]?|减[收支少]?|下降|上升|多|少)[收支了]?"
)
#: "年初预算|8.2亿元|的73.2%": what a share is of.
OF_IT: Final = re.compile(r"[）)]?的[^，。；]{0,6}")
#: What begins something as wide as the whole: "；全市固定资产投资", "；实现利润".
WIDE: Final = re.compile("全[市县区省国州旗镇乡社年部]|总|实现|完成")
#: What opens a clause of its own: "，整改隐患40处".
STEP: Final = re.compile(any_of("step"))
#: 组织 that names somebody and is no act: "其他组织申请17件".
BODIES: Final = re.compile("(?:其他|社会|群团|经济|合作|基层|自治|调解|民间|[党团])组织")
#: "，其余12份邮寄": the last part of a list.
REST: Final = re.compile(any_of("rest"))
#: "其中讲座8场等": there are others.
OPEN_LIST: Final = re.compile(any_of("open_list"))
#: A rate that belongs to the part before it: "占30%", "成功率97.7%".
OF_PART: Final = re.compile("占|率")
#: Measure words of organisations: "16个乡镇、41个部门共57家单位".
OFFICES: Final = frozenset("个家所")
#: A bracket that opens in the words before a part.
BRACKETS: Final = re.compile("[（(]")
#: "；农村党员1800名": the next item of a list whose items hold commas.
NEXT_ITEM: Final = re.compile("[）)]?[；;]")


@dataclass(frozen=True, slots=True)
class Chain:
    """Figures of one unit that follow each other, and where the chain has weak links."""

    parts: tuple[Mention, ...]
    #: Lengths at which the chain may end, the longest first.
    ends: tuple[int, ...]
    #: How many of the first parts hang together firmly.
    tight: int
    knit: Knit
    #: How many of the first parts are told in one shape: "4亿元，增长5%；…5亿元，增长7%".
    even: int = 0

    @property
    def firm(self) -> tuple[Mention, ...]:
        """The parts that hang together firmly."""
        return self.parts[: self.tight]

    @property
    def heads(self) -> tuple[Mention, ...]:
        """The first part and those behind a semicolon, where others stand between them."""
        heads = [one for one in self.parts[1:] if NEXT_ITEM.match(one.lead)]
        some = 0 < len(heads) < len(self.parts) - 1
        return (self.parts[0], *heads) if some else ()

    @property
    def is_complete(self) -> bool:
        """Whether the words say that no part is missing: 其余, or 男 and 女; and no 等."""
        firm = self.parts[: max(self.tight, self.even)]
        told = any(REST.search(part.lead) for part in firm[1:]) or is_pair(firm)
        return told and not self.is_open

    @property
    def is_open(self) -> bool:
        """Whether the words say that there are others: 等, 主要."""
        told = any(OPEN_LIST.search(part.lead) for part in self.parts)
        return told or self.parts[-1].tail.lstrip().startswith("等")


def chain_from(mentions: Sequence[Mention], first: int) -> Chain:
    """Follow a list from its first part until something else begins."""
    opener = mentions[first]
    items, weak, joint, strange = [[opener]], [], "", False
    for place in _inside(mentions, first):
        one = mentions[place]
        if not _is_part(mentions, place, items[-1][0], opener):
            items[-1].append(one)
            strange = strange or not _is_attribute(one)
            continue
        lead = one.lead
        if _is_over(items[-1][0], lead, joint):
            break
        if len(items[-1]) > 1 and lead.strip() in BESIDE:
            # Of 乡村4户、9人 the first figure opens the item, in whatever unit.
            lead, strange = mentions[place - 1].lead, False
        joint = joint or _joint(lead)
        if strange or _is_weak(lead, joint, (opener, items[-1][0])):
            weak.append(len(items))
        items.append([one])
        strange = False
    return _chain(items, weak, joint)


def _is_over(last: Mention, lead: str, joint: str) -> bool:
    """Tell whether a list joined by 、 has ended with its rest: "、其他17件，结转下年79件"."""
    ends = joint == "、" == _joint(last.lead) != _joint(lead)
    return ends and REST.search(last.lead) is not None


def _chain(items: Sequence[Sequence[Mention]], weak: list[int], joint: str) -> Chain:
    """Make the record of a chain of parts, each with what tells more of it."""
    parts = tuple(item[0] for item in items)
    knit: Knit = "comma" if joint in COMMAS else "tight"
    # Whole clauses in a row may be parts or not, so such a list may end behind each.
    ends = range(1, len(parts)) if knit == "comma" else weak
    tight = weak[0] if weak else len(parts)
    if _is_enclosed(parts):
        knit = "tight"
    even = _even(items)
    if even > tight and (REST.search(parts[even - 1].lead) or is_pair(parts[:even])):
        # Behind 其他, or the second of a pair, nothing of the list can follow.
        tight = even
    return Chain(parts, tuple(sorted({*ends, len(parts)}, reverse=True)), tight, knit, even)


def _is_enclosed(parts: Sequence[Mention]) -> bool:
    """Tell a list that fills its brackets, so that nothing runs on behind it."""
    opened = BRACKETS.search(parts[0].lead) is not None
    return opened and parts[-1].depth > 0 and parts[-1].tail.lstrip()[:1] in {"）", ")"}


def _is_part(mentions: Sequence[Mention], place: int, last: Mention, opener: Mention) -> bool:
    """Tell whether a figure is one more part of a list, and not what the last one is held to."""
    one = mentions[place]
    if not alike(one, opener) and not _is_carried(one, last, opener):
        return False
    return not (
        denies(one)
        or AGAINST.fullmatch(one.lead)
        or DELTA.fullmatch(one.lead)
        or is_held_to(mentions, place)
    )


def is_held_to(mentions: Sequence[Mention], place: int) -> bool:
    """Tell a figure that a share is of: 为年初预算|8.2亿元|的73.2%."""
    behind = mentions[place + 1 : place + 2]
    return bool(behind) and behind[0].is_rate and OF_IT.fullmatch(behind[0].lead) is not None


def _is_carried(one: Mention, last: Mention, opener: Mention) -> bool:
    """Tell a figure that is of an earlier year only because 上年结转 stands before it."""
    behind = one.lead.startswith("、") and one.claim.status == last.claim.status == "prior"
    return behind and same_unit(one, opener) and LEFT_OVER.search(last.clause) is not None


def _even(items: Sequence[Sequence[Mention]]) -> int:
    """Count the first items that tell the same kinds of figures, more than one each."""
    shape = _shape(items[0])
    if not shape:
        return 0
    opener = items[0][0]
    for count, item in enumerate(items):
        last = count == len(items) - 1
        other = _shape(item)[: len(shape)] if last else _shape(item)
        # The last part may go without: "…；其他4.3亿元。"
        if other != shape and not (last and not other):
            return count
        if count and _leads_away(item[0], opener):
            return count
    return len(items)


def _shape(item: Sequence[Mention]) -> tuple[object, ...]:
    """Return what kinds of figures tell more of a part."""
    return tuple("rate" if one.is_rate else one.measured_in for one in item[1:])


def _leads_away(one: Mention, opener: Mention) -> bool:
    """Tell a clause with an act of its own, or one about something as wide as the whole."""
    words = BODIES.sub("", one.lead)
    return any(
        pattern.search(words) is not None and pattern.search(opener.lead) is None
        for pattern in (STEP, WIDE)
    )


def _inside(mentions: Sequence[Mention], first: int) -> Iterator[int]:
    """Yield the places of the figures behind a first part, up to what ends its list."""
    opener = mentions[first]
    place = first + 1
    while place < len(mentions):
        one = mentions[place]
        if one.depth == opener.depth and NESTED.search(one.lead):
            place = _behind_nested(mentions, place)
            continue
        if _breaks(one, opener):
            return
        if one.depth == opener.depth:
            yield place
        place += 1


def _behind_nested(mentions: Sequence[Mention], place: int) -> int:
    """Return where the list goes on behind the parts of a part: "；农村党员1800名"."""
    after = range(place + 1, len(mentions))
    return next((at for at in after if NEXT_ITEM.match(mentions[at].lead)), len(mentions))


def chain_before(mentions: Sequence[Mention], end: int) -> tuple[Mention, ...]:
    """Return the figures like `mentions[end]` that stand right before it, shares left out."""
    found: list[Mention] = []
    for place in range(end - 1, -1, -1):
        one = mentions[place]
        if one.is_rate and OF_PART.search(one.lead):
            continue
        if not alike(one, mentions[end]):
            break
        found.append(one)
        if ONWARD.search(one.lead):
            break
    return tuple(reversed(found))


def offices_before(mentions: Sequence[Mention], end: int) -> tuple[Mention, ...]:
    """Return the organisations right before their sum, which may have another measure word."""
    units = {one.claim.quantity.unit for one in mentions[max(end - 1, 0) : end + 1]}
    if not end or not units <= OFFICES:
        return ()
    return (*chain_before(mentions, end - 1), mentions[end - 1])


def _breaks(one: Mention, opener: Mention) -> bool:
    """Tell whether a list is over before a figure; what a part has grown by ends none."""
    if one.depth != opener.depth:
        return one.depth < opener.depth
    if one.is_rate or DELTA.fullmatch(one.lead):
        return False
    return ONWARD.search(one.lead) is not None


def _is_attribute(one: Mention) -> bool:
    """Tell whether a figure tells more of the part before it: 占30%, 612户、1105人."""
    if one.is_rate:
        return OF_PART.search(one.lead) is not None
    return one.lead.strip() in BESIDE


def _joint(lead: str) -> str:
    """Return what joins a part to the one before it: "、", "，", "；" or nothing."""
    found = JOINT.search(lead)
    return found.group() if found else ""


def _is_weak(lead: str, joint: str, around: tuple[Mention, Mention]) -> bool:
    """Tell whether a list may have ended before a part; `around` are its first and last yet.

    A list joined by 、 ends at a comma; any list may end at ；, behind 其余, or where a verb
    begins a clause (培训 behind 、 is a noun).
    """
    opener, last = around
    found = _joint(lead)
    changes = found in {"；", ";"} or (found in COMMAS and joint == "、")
    words = BODIES.sub("", lead)
    acts = found != "、" and STEP.search(words) and not STEP.search(opener.lead)
    rest = REST.search(last.lead)
    # 其他结果1件 among others is a class with a name, and no rest.
    named = rest is not None and len(last.lead) - rest.end() > 1 and found == joint == "、"
    return changes or bool(acts) or (rest is not None and not named)
