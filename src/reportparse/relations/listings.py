"""Ways of listing parts: each rule proposes a whole and readings of the list of its parts.

`RULES` stand in the order in which they are tried: what words tie together comes before what
only the figures do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from reportparse.relations.cues import any_of
from reportparse.relations.mentions import (
    Mention,
    Sentence,
    alike,
    between,
    clauses_apart,
    summable,
)

#: "tight": one unbroken list; "comma": one list whose items are whole clauses; "loose": the list
#: runs over clauses of another kind.
Knit = Literal["tight", "comma", "loose"]

#: How many clauses may lie between a whole and its 其中.
REACH: Final = 3
#: 其中 and its like: "，其中行政案件30件".
OF_WHICH: Final = re.compile(any_of("of_which"))
#: "共设点位9个，分别为城区4个、乡村5个": all parts are named.
DIVIDED: Final = re.compile(any_of("divided"))
#: "资料600份，包括手册200份"; a colon does the same: "资料600份：手册200份".
INCLUDING: Final = re.compile(any_of("including") + "|[：:]")
#: "，合计13场": the sum of the list before it, and nothing else in its clause.
SUM_UP: Final = re.compile(r"[，、,；;）) ]*" + any_of("sum_up") + r"(?:为|达到?|有)?")
#: 共 as in 共有, not as in 公共, 共同, 共享; 总 as in 总数.
WHOLE: Final = re.compile(r"(?<![公中])共(?![同享建治青产和性识创])|总|累计|合计")
#: "，其余12份邮寄".
REST: Final = re.compile(any_of("rest"))
#: "，其余5项转入下年", "，另有2件正在办理": what is left of a whole.
REMAINDER: Final = re.compile("[，、,；; ]*(?:" + any_of("rest") + "|另有|尚有|还有|未)")
#: "其中讲座8场等": there are others.
OPEN_LIST: Final = re.compile(any_of("open_list"))
#: What cannot be one more part of a list: "，另有线上活动5次", "，比上年多12件", "，共13场".
ONWARD: Final = re.compile(
    any_of("onward", "basis", "sum_up", "of_which")
    + r"|每|人均|平均|(?<![公中])共(?![同享建治青产和性识创])"
)
#: What opens a clause of its own: "，整改隐患40处".
STEP: Final = re.compile(any_of("step"))
#: What may join two parts.
JOINT: Final = re.compile("[、，,；;]")
COMMAS: Final = frozenset("，,")
#: Other years in a list are no parts: "2019年、2020年分别为30件、40件".
OTHER_YEAR: Final = re.compile(r"年|同期")
#: Pairs that leave no third case.
PAIRS: Final = (
    # "男70人、女50人"
    (re.compile("男"), re.compile("女")),
    # "合格78批次、不合格2批次"
    (re.compile("(?<!不)合格"), re.compile("不合格")),
    # "有效40件、无效3件"
    (re.compile("有效"), re.compile("无效")),
    # "调解成功60件、未成功4件"
    (re.compile("(?<![未不])成功"), re.compile("未成功|不成功|失败")),
)


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole and the figures that may be its parts, as one rule reads them."""

    whole: Mention
    #: Readings of the list, the longest first; never empty.
    readings: tuple[tuple[Mention, ...], ...]
    #: How many parts of the first reading form one unbroken list.
    tight: int
    knit: Knit
    #: The words that tie the parts to the whole; "" where a misfit proves nothing.
    cue: str
    exhaustive: bool = False


#: Yields rival listings: several figures that may be the whole of one list, nearest first.
Rule = Callable[[Sequence[Sentence], int], Iterator[tuple[Listing, ...]]]


@dataclass(frozen=True, slots=True)
class Chain:
    """Figures of one unit that follow each other, and where the chain has weak links."""

    parts: tuple[Mention, ...]
    #: Lengths at which the chain may end.
    ends: tuple[int, ...]
    #: How many of the first parts hang together firmly.
    tight: int
    knit: Knit

    def listing(self, whole: Mention, cue: str, *, exhaustive: bool = False) -> Listing:
        """Make a listing of the chain as the parts of `whole`."""
        readings = tuple(self.parts[:end] for end in sorted(self.ends, reverse=True))
        return Listing(whole, readings, self.tight, self.knit, cue, exhaustive)

    @property
    def is_complete(self) -> bool:
        """Whether the words say that no part is missing: 其余, or 男 and 女."""
        firm = self.parts[: self.tight]
        return any(REST.search(part.lead) for part in firm[1:]) or _is_pair(firm)


def find_listings(text: Sequence[Sentence]) -> Iterator[tuple[Listing, ...]]:
    """Yield rival listings, sentence by sentence and rule by rule."""
    for place, sentence in enumerate(text):
        if len(sentence.mentions) < 2 and not _opens_with_of_which(sentence):
            continue
        for rule in RULES:
            yield from rule(text, place)


def _of_which(text: Sequence[Sentence], place: int) -> Iterator[tuple[Listing, ...]]:
    """Read 其中: the parts of a figure up to three clauses back."""
    mentions = text[place].mentions
    for at, first in enumerate(mentions):
        cue = OF_WHICH.search(first.lead)
        if cue is None or not summable(first):
            continue
        chain = _chain(mentions, at)
        complete = chain.is_complete and not _is_open(chain)
        wholes = _antecedents(text, place, at)
        rivals = tuple(chain.listing(one, cue.group(), exhaustive=complete) for one in wholes)
        if rivals:
            yield rivals


def _divided(text: Sequence[Sentence], place: int) -> Iterator[tuple[Listing, ...]]:
    """Read 分别为, 分为, 包括 and the colon behind a whole."""
    mentions = text[place].mentions
    for at in range(1, len(mentions)):
        whole, first = mentions[at - 1], mentions[at]
        cue = DIVIDED.search(first.lead) or INCLUDING.search(first.lead)
        if cue is None or OF_WHICH.search(first.lead) or not _may_divide(whole, first):
            continue
        if clauses_apart(first.lead[: cue.start()]) > 1 or OTHER_YEAR.search(first.lead):
            continue
        chain = _chain(mentions, at)
        divides = DIVIDED.fullmatch(cue.group()) and WHOLE.search(whole.lead)
        complete = (bool(divides) or chain.is_complete) and not _is_open(chain)
        yield (chain.listing(whole, cue.group(), exhaustive=complete),)


def _summed_up(text: Sequence[Sentence], place: int) -> Iterator[tuple[Listing, ...]]:
    """Read 合计 behind a list: "春季6场、秋季7场，合计13场"."""
    mentions = text[place].mentions
    for at in range(2, len(mentions)):
        whole = mentions[at]
        cue = SUM_UP.fullmatch(whole.lead)
        parts = _chain_before(mentions, at) if cue and summable(whole) else ()
        if cue and len(parts) > 1:
            readings = tuple(parts[start:] for start in range(len(parts) - 1))
            cued = cue.group().strip("，、,；;）) ")
            yield (Listing(whole, readings, len(parts), "comma", cued, exhaustive=True),)


def _paired(text: Sequence[Sentence], place: int) -> Iterator[tuple[Listing, ...]]:
    """Read complements without 其中: "职工120人，男70人、女50人"."""
    mentions = text[place].mentions
    for at in range(1, len(mentions) - 1):
        whole, pair = mentions[at - 1], mentions[at : at + 2]
        if _may_divide(whole, pair[0]) and alike(*pair) and _is_pair(pair):
            pattern = next(one for one, _ in PAIRS if one.search(pair[0].lead + pair[1].lead))
            yield (Listing(whole, (pair,), 2, "tight", pattern.pattern[-2:], exhaustive=True),)


def _uncued(text: Sequence[Sentence], place: int) -> Iterator[tuple[Listing, ...]]:
    """Read a list right behind a whole, in brackets or not; it counts only if it adds up."""
    mentions = text[place].mentions
    for at in range(1, len(mentions) - 1):
        whole, first = mentions[at - 1], mentions[at]
        told = first.depth > whole.depth or WHOLE.search(whole.clause) is not None
        if told and _may_divide(whole, first) and not ONWARD.search(first.lead):
            yield (_chain(mentions, at).listing(whole, ""),)


def _remaining(text: Sequence[Sentence], place: int) -> Iterator[tuple[Listing, ...]]:
    """Read "分解任务118项，已完成113项，其余5项转入下年"."""
    mentions = text[place].mentions
    for at in range(2, len(mentions)):
        whole, done, left = mentions[at - 2 : at + 1]
        cue = REMAINDER.match(left.lead)
        if cue is None or OF_WHICH.search(done.lead):
            continue
        if _may_divide(whole, done) and alike(done, left):
            sure = REST.search(cue.group()) is not None
            name = cue.group().strip("，、,；; ")
            yield (Listing(whole, ((done, left),), 2, "tight", name, exhaustive=sure),)


#: In the order in which they are tried: what words tie together, then what figures do.
RULES: Final[tuple[Rule, ...]] = (_of_which, _divided, _summed_up, _paired, _remaining, _uncued)


def _chain(mentions: Sequence[Mention], first: int) -> Chain:
    """Follow a list from its first part until something else begins."""
    opener = mentions[first]
    parts, weak, joint, strange = [opener], [], "", False
    for one in mentions[first + 1 :]:
        if one.depth < opener.depth or (one.depth == opener.depth and ONWARD.search(one.lead)):
            break
        if one.depth > opener.depth:
            continue
        if not alike(one, opener):
            # A share of the whole (占30%) belongs to its part; anything else may end the list.
            strange = strange or not (one.is_rate and "占" in one.lead)
            continue
        joint = joint or _joint(one)
        if strange or _is_weak(one, joint, opener) or REST.search(parts[-1].lead):
            weak.append(len(parts))
        parts.append(one)
        strange = False
    knit: Knit = "comma" if joint in COMMAS else "tight"
    # Whole clauses in a row may be parts or not, so such a list may end behind each.
    ends = range(1, len(parts)) if knit == "comma" else weak
    return Chain(tuple(parts), (*ends, len(parts)), weak[0] if weak else len(parts), knit)


def _joint(part: Mention) -> str:
    """Return what joins a part to the one before it: "、", "，", "；" or nothing."""
    found = JOINT.search(part.lead)
    return found.group() if found else ""


def _is_weak(part: Mention, joint: str, opener: Mention) -> bool:
    """Tell whether a list may have ended before a part.

    A list joined by 、 ends at a comma; any list may end at ；, or where a verb begins a clause.
    """
    found = _joint(part)
    changes = found == "；" or (found in COMMAS and joint == "、")
    return changes or (STEP.search(part.lead) is not None and not STEP.search(opener.lead))


def _chain_before(mentions: Sequence[Mention], end: int) -> tuple[Mention, ...]:
    """Return the figures like `mentions[end]` that stand right before it."""
    start = end
    while start and alike(mentions[start - 1], mentions[end]):
        start -= 1
        if ONWARD.search(mentions[start].lead):
            break
    return tuple(mentions[start:end])


def _antecedents(text: Sequence[Sentence], place: int, at: int) -> Iterator[Mention]:
    """Yield the figures that 其中 before `mentions[at]` may speak of, nearest first."""
    sentence = text[place]
    first = sentence.mentions[at]
    for one in reversed(sentence.mentions[:at]):
        if clauses_apart(between(sentence, one, first)) > REACH:
            return
        if alike(one, first) and one.depth <= first.depth:
            yield one
    if place and _opens_with_of_which(sentence) and _follows(text[place - 1], sentence):
        before = text[place - 1]
        for one in reversed(before.mentions):
            if clauses_apart(before.text[one.claim.quantity.end - before.start :]) > REACH:
                return
            if alike(one, first):
                yield one


def _opens_with_of_which(sentence: Sentence) -> bool:
    return OF_WHICH.match(sentence.text.lstrip()) is not None


def _follows(before: Sentence, sentence: Sentence) -> bool:
    """Tell whether one sentence comes right behind another."""
    return before.end + 1 == sentence.start


def _may_divide(whole: Mention, first: Mention) -> bool:
    """Tell whether a figure may be the whole of the figure behind it."""
    return summable(whole) and alike(whole, first) and whole.depth <= first.depth


def _is_pair(parts: Sequence[Mention]) -> bool:
    """Tell whether two parts leave no third case: 男 and 女."""
    if len(parts) != 2:
        return False
    one, other = (part.lead for part in parts)
    return any(
        bool(first.search(lead) and second.search(rest))
        for first, second in PAIRS
        for lead, rest in ((one, other), (other, one))
    )


def _is_open(chain: Chain) -> bool:
    """Tell whether a list says that there are others: 等, 主要."""
    return any(OPEN_LIST.search(part.lead) for part in chain.parts) or chain.parts[
        -1
    ].tail.lstrip().startswith("等")
