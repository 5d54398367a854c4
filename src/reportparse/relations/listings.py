"""Ways of listing parts: each rule proposes a whole and readings of the list of its parts.

`RULES` stand in the order in which they are tried: what words tie together comes before what
only the figures do. A listing without a cue counts only if it adds up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportparse.relations.chains import (
    PAIRS,
    REST,
    SUMMING,
    Chain,
    Knit,
    chain,
    chain_before,
    is_pair,
)
from reportparse.relations.cues import any_of
from reportparse.relations.mentions import (
    Mention,
    Sentence,
    alike,
    between,
    clauses_apart,
    same_unit,
    summable,
)

#: How many clauses may lie between a whole and its 其中.
REACH: Final = 3
#: Parts that make a near miss of a list without a cue more than chance.
MANY: Final = 3
#: How many sentences back the whole of "按类型分，…" may stand.
SENTENCES: Final = 2
#: 其中 and its like, in the clause of the figure: "，其中行政案件|30件", "其中，已建成|3个".
OF_WHICH: Final = re.compile(any_of("of_which") + r"[，,：:]?(?=[^，,；;：:]*$)")
#: "16名|持证人员中专职执法的5名": 中 behind what was counted does what 其中 does.
AMONG: Final = re.compile(r"[^，。；、：]{0,12}(?<!其)中(?![心央国小学医等型层共华药标介])[，,]?")
#: "共设点位9个，分别为城区4个、乡村5个": all parts are named.
DIVIDED: Final = re.compile(any_of("divided"))
#: "资料600份，包括手册200份"; a colon does the same: "资料600份：手册200份".
INCLUDING: Final = re.compile(any_of("including") + "|[：:]")
#: "，合计13场": the sum of the list before it, and nothing else in its clause.
SUM_UP: Final = re.compile(r"[，、,；;）) ]*" + any_of("sum_up") + r"(?:为|达到?|有)?")
#: "，两者合计", "，共保障": a sum that may have other parts as well.
SUMS: Final = re.compile(any_of("sum_up") + "|" + SUMMING)
#: "总数", "共有": the figure is a whole.
WHOLE: Final = re.compile(rf"{SUMMING}|总|累计|合计")
#: "按类型分，", "从结果看，", "在答复的申请中，": a whole told before is cut up.
CUT: Final = re.compile(
    r"(?:[；;，,]|^)\s*(?:其中[，,]?)?(?:[按从][^，。；]{1,10}[分看讲]|[^，。；]{1,10}中)[，,：:]"
)
#: "，其余5项转入下年", "，另有2件正在办理": what is left of a whole.
LEFT: Final = re.compile(r"[，,；; ]*(?:现)?(?P<rest>其余|余下|剩余)?(?:另有|尚有|还有|未)?")
#: "，完工12个、在建5个": what has become of a whole, told case by case.
OUTCOME: Final = re.compile(any_of("outcome") + "|在建|正在|已|未")
#: What was included stands in brackets that are closed: "7个城市（包括县城）及其他22个".
ASIDE: Final = re.compile("[）)]")
#: Other years in a list are no parts: "2019年、2020年分别为30件、40件".
OTHER_YEAR: Final = re.compile(r"年|同期")


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
    #: Whether a near miss counts although no cue ties the parts to the whole.
    told: bool = False


#: Yields rival listings: several figures that may be the whole of one list, nearest first.
Rule = Callable[[Sequence[Sentence], int], Iterator[tuple[Listing, ...]]]


def find_listings(text: Sequence[Sentence]) -> Iterator[tuple[Listing, ...]]:
    """Yield rival listings, sentence by sentence and rule by rule."""
    for place, sentence in enumerate(text):
        if len(sentence.mentions) > 1 or OF_WHICH.search(sentence.mentions[0].lead):
            for rule in RULES:
                yield from rule(text, place)


def _listing(parts: Chain, whole: Mention, cue: str = "", *, exhaustive: bool = False) -> Listing:
    """Make a listing of a chain as the parts of `whole`."""
    readings = tuple(parts.parts[:end] for end in parts.ends)
    return Listing(whole, readings, parts.tight, parts.knit, cue, exhaustive)


def _told(parts: Chain, whole: Mention) -> Listing:
    """Make a listing that words hint at, without tying the parts to the whole."""
    return replace(_listing(parts, whole), told=len(parts.parts) >= MANY)


def _of_which(text: Sequence[Sentence], place: int) -> Iterator[tuple[Listing, ...]]:
    """Read 其中: the parts of a figure up to three clauses back, in each unit that is told."""
    mentions = text[place].mentions
    for at, opener in enumerate(mentions):
        cue = OF_WHICH.search(opener.lead) or (at and AMONG.match(opener.lead))
        if not cue:
            continue
        name = "其中" if OF_WHICH.search(opener.lead) else "中"
        for first in _units_from(mentions, at):
            parts = chain(mentions, first)
            wholes = _antecedents(text, place, (at, first))
            done = parts.is_complete
            rivals = tuple(_listing(parts, one, name, exhaustive=done) for one in wholes)
            if rivals:
                yield rivals


def _units_from(mentions: Sequence[Mention], at: int) -> Iterator[int]:
    """Yield where each unit of the first part stands: "城市低保|612户、|1105人"."""
    seen: list[Mention] = []
    for place in range(at, min(at + 3, len(mentions))):
        one = mentions[place]
        if summable(one) and not any(same_unit(one, other) for other in seen):
            seen.append(one)
            yield place
        elif summable(one):
            return


def _divided(text: Sequence[Sentence], place: int) -> Iterator[tuple[Listing, ...]]:
    """Read 分别为, 分为, 包括 and the colon behind a whole."""
    mentions = text[place].mentions
    for at in range(1, len(mentions)):
        whole, first = mentions[at - 1], mentions[at]
        cue = DIVIDED.search(first.lead) or INCLUDING.search(first.lead)
        if cue is None or OF_WHICH.search(first.lead) or not _may_divide(whole, first):
            continue
        before, behind = first.lead[: cue.start()], first.lead[cue.end() :]
        if clauses_apart(before) > 1 or ASIDE.search(behind) or OTHER_YEAR.search(first.lead):
            continue
        parts = chain(mentions, at)
        divides = DIVIDED.fullmatch(cue.group()) and WHOLE.search(whole.lead) and not parts.is_open
        complete = bool(divides) or parts.is_complete
        yield (_listing(parts, whole, cue.group(), exhaustive=complete),)


def _summed_up(text: Sequence[Sentence], place: int) -> Iterator[tuple[Listing, ...]]:
    """Read 合计 behind a list: "春季6场、秋季7场，合计13场"."""
    mentions = text[place].mentions
    for at in range(2, len(mentions)):
        whole = mentions[at]
        if SUMS.search(whole.clause) is None or not summable(whole):
            continue
        parts = chain_before(mentions, at)
        if len(parts) < 2:
            continue
        readings = tuple(parts[start:] for start in range(len(parts) - 1))
        bare = SUM_UP.fullmatch(whole.lead) is not None
        cue = whole.lead.strip("，、,；;）) ") if bare else ""
        yield (Listing(whole, readings, len(parts), "comma", cue, exhaustive=bare),)


def _paired(text: Sequence[Sentence], place: int) -> Iterator[tuple[Listing, ...]]:
    """Read complements without 其中: "职工120人，男70人、女50人"."""
    mentions = text[place].mentions
    for at in range(1, len(mentions) - 1):
        whole, pair = mentions[at - 1], mentions[at : at + 2]
        if _may_divide(whole, pair[0]) and alike(*pair) and is_pair(pair):
            words = pair[0].lead + pair[1].lead
            cue = next(found.group() for one, _ in PAIRS if (found := one.search(words)))
            yield (Listing(whole, (pair,), 2, "tight", cue, exhaustive=True),)


def _left_over(text: Sequence[Sentence], place: int) -> Iterator[tuple[Listing, ...]]:
    """Read "分解任务118项，已完成113项，其余5项转入下年", in each unit that is told."""
    mentions = text[place].mentions
    for at in range(2, len(mentions)):
        left = mentions[at]
        done, *wholes = [one for one in reversed(mentions[:at]) if alike(one, left)] or [left]
        told = _lead_of_item(mentions, at)
        cue = LEFT.match(told)
        if cue is None or not cue.group().strip("，,；; 现") or not wholes:
            continue
        outcome = OUTCOME.search(_lead_of_item(mentions, mentions.index(done)))
        if (outcome or "未" in cue.group()) and _may_divide(wholes[0], done):
            name = cue["rest"] if cue["rest"] and outcome else ""
            yield (Listing(wholes[0], ((done, left),), 2, "tight", name, exhaustive=bool(name)),)


def _lead_of_item(mentions: Sequence[Mention], at: int) -> str:
    """Return the words before a figure, or before the one that it adds a second unit to."""
    lead = mentions[at].lead
    return mentions[at - 1].lead if at and lead.strip() in {"", "、"} else lead


def _cut_up(text: Sequence[Sentence], place: int) -> Iterator[tuple[Listing, ...]]:
    """Read "按类型分，…": the parts of a whole told up to two sentences before."""
    sentence = text[place]
    for at, first in enumerate(sentence.mentions):
        if CUT.search(first.lead) and summable(first):
            parts = chain(sentence.mentions, at)
            earlier = (
                one
                for before in text[max(place - SENTENCES, 0) : place]
                for one in before.mentions
            )
            wholes = [*earlier, *sentence.mentions[:at]]
            rivals = tuple(_told(parts, one) for one in reversed(wholes) if alike(one, first))
            if rivals:
                yield rivals


def _uncued(text: Sequence[Sentence], place: int) -> Iterator[tuple[Listing, ...]]:
    """Read a list behind a whole, in brackets or not, or told case by case."""
    mentions = text[place].mentions
    for at in range(1, len(mentions) - 1):
        nearest, first = mentions[at - 1 : at + 1]
        if first.lead.startswith("、"):
            continue
        if _may_divide(nearest, first):
            parts = chain(mentions, at)
            deeper = first.depth > nearest.depth
            if deeper or WHOLE.search(nearest.clause) or _has_rest(parts):
                yield (_told(parts, nearest),)
                continue
        if OUTCOME.search(first.clause):
            wholes = [one for one in reversed(mentions[:at]) if _may_divide(one, first)]
            if wholes:
                parts = chain(mentions, at)
                yield from ((_listing(parts, one),) for one in wholes)


#: In the order in which they are tried: what words tie together, then what figures do.
RULES: Final[tuple[Rule, ...]] = (
    _of_which,
    _divided,
    _summed_up,
    _paired,
    _left_over,
    _cut_up,
    _uncued,
)


def _antecedents(text: Sequence[Sentence], place: int, at: tuple[int, int]) -> Iterator[Mention]:
    """Yield what 其中 at `at[0]` may speak of in the unit of `at[1]`, nearest first."""
    sentence = text[place]
    opener, first = (sentence.mentions[one] for one in at)
    for one in reversed(sentence.mentions[: at[0]]):
        if clauses_apart(between(sentence, one, opener)) > REACH:
            return
        if alike(one, first) and one.depth <= first.depth:
            yield one
    if not place or at[0] or OF_WHICH.match(opener.lead.lstrip()) is None:
        return
    before = text[place - 1]
    for one in reversed(before.mentions):
        words = before.text[one.claim.quantity.end - before.start :]
        if before.end + 1 != sentence.start or clauses_apart(words) > REACH:
            return
        if alike(one, first):
            yield one


def _may_divide(whole: Mention, first: Mention) -> bool:
    """Tell whether a figure may be the whole of the figure behind it."""
    return summable(whole) and alike(whole, first) and whole.depth <= first.depth


def _has_rest(parts: Chain) -> bool:
    return len(parts.parts) > 1 and any(REST.search(part.lead) for part in parts.parts[1:])
