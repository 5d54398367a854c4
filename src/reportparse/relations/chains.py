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
from reportparse.relations.mentions import Mention, alike

#: "tight": one unbroken list; "comma": one list whose items are whole clauses; "loose": the list
#: runs over clauses of another kind.
Knit = Literal["tight", "comma", "loose"]

#: What may join two parts.
JOINT: Final = re.compile("[、，,；;]")
COMMAS: Final = frozenset("，,")
#: What stands between a figure and one that tells more of the same item: "612户、1105人".
BESIDE: Final = frozenset({"", "、", "（", "("})
#: 共 as in 共有, not as in 公共, 共同, 共享.
SUMMING: Final = r"(?<![公中])共(?![同享建治青产和性识创])"
#: What cannot be one more part: "，另有线上活动5次", "，比上年多12件", "，共13场", "，每村2名".
ONWARD: Final = re.compile(
    any_of("onward", "basis", "sum_up", "of_which") + rf"|每|人均|平均|{SUMMING}"
)
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
#: Pairs that leave no third case.
PAIRS: Final = (
    # "男70人、女50人"
    (re.compile("男"), re.compile("女")),
    # "合格78批次、不合格2批次"
    (re.compile("(?<!不)合格"), re.compile("不合格")),
    # "有效40件、无效3件"
    (re.compile("有效"), re.compile("无效")),
    # "城镇人口16万人，乡村人口17万人", "城市低保612户、农村低保3604户"
    (re.compile("城镇|城市"), re.compile("乡村|农村")),
    # "物业小区57个、无物业小区37个"
    (re.compile("(?<!无)物业"), re.compile("无物业")),
    # "一般程序1140件、简易程序2140件"
    (re.compile("一般程序|普通程序"), re.compile("简易程序")),
    # "专职13名、兼职52名"
    (re.compile("专职"), re.compile("兼职")),
    # "集中供养402人、分散供养926人"
    (re.compile("集中供养"), re.compile("分散供养")),
    # "线上30场、线下20场"
    (re.compile("线上"), re.compile("线下")),
    # "调解成功60件、未成功4件"
    (re.compile("(?<![未不])成功"), re.compile("未成功|不成功|失败")),
)


@dataclass(frozen=True, slots=True)
class Chain:
    """Figures of one unit that follow each other, and where the chain has weak links."""

    parts: tuple[Mention, ...]
    #: Lengths at which the chain may end, the longest first.
    ends: tuple[int, ...]
    #: How many of the first parts hang together firmly.
    tight: int
    knit: Knit

    @property
    def is_complete(self) -> bool:
        """Whether the words say that no part is missing: 其余, or 男 and 女; and no 等."""
        firm = self.parts[: self.tight]
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
    parts, weak, joint, strange = [opener], [], "", False
    for place in _inside(mentions, first):
        one = mentions[place]
        if not alike(one, opener):
            strange = strange or not _is_attribute(one)
            continue
        lead = one.lead
        if lead.strip() in BESIDE and parts[-1] is not mentions[place - 1]:
            # Of 乡村4户、9人 the first figure opens the item, in whatever unit.
            lead, strange = mentions[place - 1].lead, False
        joint = joint or _joint(lead)
        if strange or _is_weak(lead, joint, (opener, parts[-1])):
            weak.append(len(parts))
        parts.append(one)
        strange = False
    return _chain(tuple(parts), weak, joint)


def _chain(parts: tuple[Mention, ...], weak: list[int], joint: str) -> Chain:
    """Make the record of a chain."""
    knit: Knit = "comma" if joint in COMMAS else "tight"
    # Whole clauses in a row may be parts or not, so such a list may end behind each.
    ends = range(1, len(parts)) if knit == "comma" else weak
    tight = weak[0] if weak else len(parts)
    return Chain(parts, tuple(sorted({*ends, len(parts)}, reverse=True)), tight, knit)


def _inside(mentions: Sequence[Mention], first: int) -> Iterator[int]:
    """Yield the places of the figures behind a first part, up to what ends its list."""
    opener = mentions[first]
    for place in range(first + 1, len(mentions)):
        if _breaks(mentions[place], opener):
            return
        if mentions[place].depth == opener.depth:
            yield place


def chain_before(mentions: Sequence[Mention], end: int) -> tuple[Mention, ...]:
    """Return the figures like `mentions[end]` that stand right before it."""
    start = end
    while start and alike(mentions[start - 1], mentions[end]):
        start -= 1
        if ONWARD.search(mentions[start].lead):
            break
    return tuple(mentions[start:end])


def offices_before(mentions: Sequence[Mention], end: int) -> tuple[Mention, ...]:
    """Return the organisations right before their sum, which may have another measure word."""
    units = {one.claim.quantity.unit for one in mentions[max(end - 1, 0) : end + 1]}
    if not end or not units <= OFFICES:
        return ()
    return (*chain_before(mentions, end - 1), mentions[end - 1])


def is_pair(parts: Sequence[Mention]) -> bool:
    """Tell whether two parts leave no third case: 男 and 女."""
    if len(parts) != 2:
        return False
    one, other = (part.lead for part in parts)
    return any(
        bool(first.search(lead) and second.search(rest))
        for first, second in PAIRS
        for lead, rest in ((one, other), (other, one))
    )


def _breaks(one: Mention, opener: Mention) -> bool:
    """Tell whether a list is over before a figure; the growth of a part ends none."""
    if one.depth != opener.depth:
        return one.depth < opener.depth
    return not one.is_rate and ONWARD.search(one.lead) is not None


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
