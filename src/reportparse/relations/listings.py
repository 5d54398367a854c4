"""Ways of listing parts: each rule proposes a whole and readings of the list of its parts.

`RULES` stand in the order in which they are tried: what words tie together comes before what
only the figures do. A listing without a cue counts only if it adds up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from reportparse.relations.chains import (
    BESIDE,
    PAIRS,
    REST,
    SUMMING,
    Chain,
    Knit,
    chain_before,
    chain_from,
    is_pair,
    offices_before,
)
from reportparse.relations.cues import any_of
from reportparse.relations.kernel import exceeds
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
#: "，加上上年结转36件": what is added to a figure of the sentence before.
PLUS: Final = re.compile(r"^[，、,；;（( ]*(?:加上|连同|加之|算上)[^，。；]{0,12}$")
#: "总数", "共有": the figure is a whole.
WHOLE: Final = re.compile(rf"{SUMMING}|总|累计|合计")
#: "按类型分，", "从结果看，", "分季度看，", "在答复的申请中，": a whole told before is cut up.
CUT: Final = re.compile(
    r"(?:[；;，,]|^)\s*(?:其中[，,]?)?(?:(?:[按从]|分(?![析管工]))[^，。；]{1,10}[分看讲]|[^，。；]{1,10}中)[，,：:]"
)
#: "，其余5项转入下年", "，另有2件正在办理": what is left of a whole.
LEFT: Final = re.compile("[，,；; ]*现?(?P<left>其余|余下|剩余|另有|尚有|还有|未)")
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


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure in its sentence, where a rule looks for a list."""

    text: Sequence[Sentence]
    place: int
    at: int

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The figures of the sentence."""
        return self.text[self.place].mentions

    @property
    def here(self) -> Mention:
        """The figure itself."""
        return self.mentions[self.at]

    @property
    def nearest(self) -> Mention | None:
        """The figure before it in the sentence."""
        return self.mentions[self.at - 1] if self.at else None

    @property
    def earlier(self) -> Iterator[Mention]:
        """The figures before it in the sentence, nearest first."""
        return reversed(self.mentions[: self.at])


#: Rival listings: several figures that may be the whole of one list, nearest first.
Rivals = tuple[Listing, ...]
Rule = Callable[[Spot], Iterator[Rivals]]


def find_listings(text: Sequence[Sentence]) -> Iterator[Rivals]:
    """Yield rival listings, sentence by sentence and rule by rule."""
    for place, sentence in enumerate(text):
        if len(sentence.mentions) < 2 and OF_WHICH.search(sentence.mentions[0].lead) is None:
            continue
        spots = [Spot(text, place, at) for at in range(len(sentence.mentions))]
        for rule, signs in RULES:
            if not signs or any(sign in sentence.text for sign in signs):
                yield from chain.from_iterable(map(rule, spots))


def _listing(parts: Chain, whole: Mention, cue: str = "", *, exhaustive: bool = False) -> Listing:
    """Make a listing of a chain as the parts of `whole`."""
    readings = tuple(parts.parts[:end] for end in parts.ends)
    return Listing(whole, readings, parts.tight, parts.knit, cue, exhaustive)


def _told(parts: Chain, whole: Mention) -> Listing:
    """Make a listing that words hint at, without tying the parts to the whole."""
    return replace(_listing(parts, whole), told=len(parts.parts) >= MANY)


def _of_which(spot: Spot) -> Iterator[Rivals]:
    """Read 其中: the parts of a figure up to three clauses back, in each unit that is told."""
    lead = spot.here.lead
    name = "其中" if OF_WHICH.search(lead) else "中" if spot.at and AMONG.match(lead) else ""
    for first in _units_from(spot.mentions, spot.at) if name else ():
        parts = chain_from(spot.mentions, first)
        wholes = tuple(_antecedents(spot, spot.mentions[first]))
        done = parts.is_complete
        if wholes:
            yield tuple(_listing(parts, one, name, exhaustive=done) for one in wholes)


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


def _divided(spot: Spot) -> Iterator[Rivals]:
    """Read 分别为, 分为, 包括 and the colon behind a whole."""
    whole, first = spot.nearest, spot.here
    cue = DIVIDED.search(first.lead) or INCLUDING.search(first.lead)
    if whole is None or cue is None or not _may_divide(whole, first):
        return
    if not _opens_list(first.lead, cue):
        return
    parts = chain_from(spot.mentions, spot.at)
    # "，分别为" right behind a figure, or behind a whole that is called one, names all parts.
    bound = WHOLE.search(whole.lead) or not first.lead[: cue.start()].strip("，,（( ")
    divides = DIVIDED.fullmatch(cue.group()) and bound and not parts.is_open
    complete = bool(divides) or parts.is_complete
    yield (_listing(parts, whole, cue.group(), exhaustive=complete),)


def _opens_list(lead: str, cue: re.Match[str]) -> bool:
    """Tell whether a word such as 包括 opens the list of the figure right before it."""
    if clauses_apart(lead[: cue.start()]) > 1 or ASIDE.search(lead[cue.end() :]):
        return False
    return not (OF_WHICH.search(lead) or OTHER_YEAR.search(lead))


def _summed_up(spot: Spot) -> Iterator[Rivals]:
    """Read 合计 behind a list: "春季6场、秋季7场，合计13场"."""
    whole = spot.here
    if SUMS.search(whole.clause) is None or not summable(whole):
        return
    parts = chain_before(spot.mentions, spot.at) or offices_before(spot.mentions, spot.at)
    if len(parts) > 1:
        readings = tuple(parts[start:] for start in range(len(parts) - 1))
        bare = SUM_UP.fullmatch(whole.lead) is not None
        cue = whole.lead.strip("，、,；;）) ") if bare else ""
        yield (Listing(whole, readings, len(parts), "comma", cue, exhaustive=bare),)


def _added_to(spot: Spot) -> Iterator[Rivals]:
    """Read "受理384件。加上上年结转36件，应审结420件": a figure, what is added, and their sum."""
    added = spot.nearest
    if added is None or PLUS.search(added.lead) is None or not same_unit(added, spot.here):
        return
    told = spot.mentions[: spot.at - 1] or (
        spot.text[spot.place - 1].mentions if spot.place else ()
    )
    parts = ((one, added) for one in reversed(told) if same_unit(one, added))
    yield tuple(Listing(spot.here, (pair,), 2, "comma", "") for pair in parts)


def _paired(spot: Spot) -> Iterator[Rivals]:
    """Read complements without 其中: "职工120人，男70人、女50人"."""
    whole, pair = spot.nearest, spot.mentions[spot.at : spot.at + 2]
    if whole is None or not _may_divide(whole, pair[0]) or not is_pair(pair):
        return
    if alike(*pair) and not any(exceeds(one.stated, whole.stated) for one in pair):
        words = pair[0].lead + pair[1].lead
        cue = next(found.group() for one, _ in PAIRS if (found := one.search(words)))
        yield (Listing(whole, (pair,), 2, "tight", cue, exhaustive=True),)


def _left_over(spot: Spot) -> Iterator[Rivals]:
    """Read "分解任务118项，已完成113项，其余5项转入下年", in each unit that is told."""
    cue = LEFT.match(_lead_of_item(spot.mentions, spot.at))
    like = _like_before(spot)
    if cue is None or not cue["left"] or len(like) < 2:
        return
    whole, done = (spot.mentions[place] for place in like[-2:])
    outcome = OUTCOME.search(_lead_of_item(spot.mentions, like[-1]))
    if outcome is None and "未" not in cue["left"]:
        return
    if _may_divide(whole, done):
        name = cue["left"] if outcome and REST.match(cue["left"]) else ""
        yield (Listing(whole, ((done, spot.here),), 2, "tight", name, exhaustive=bool(name)),)


def _like_before(spot: Spot) -> list[int]:
    """Return the places of the figures before that could be added to this one."""
    return [place for place in range(spot.at) if alike(spot.mentions[place], spot.here)]


def _lead_of_item(mentions: Sequence[Mention], at: int) -> str:
    """Return the words before a figure, or before the one that it adds a second unit to."""
    lead = mentions[at].lead
    return mentions[at - 1].lead if at and lead.strip() in BESIDE else lead


def _cut_up(spot: Spot) -> Iterator[Rivals]:
    """Read "按类型分，…": the parts of a whole told up to two sentences before."""
    if CUT.search(spot.here.lead) is None or not summable(spot.here):
        return
    parts = chain_from(spot.mentions, spot.at)
    before = spot.text[max(spot.place - SENTENCES, 0) : spot.place]
    told = [one for sentence in before for one in sentence.mentions]
    wholes = [one for one in (*spot.earlier, *reversed(told)) if alike(one, spot.here)]
    if wholes:
        yield tuple(_told(parts, one) for one in wholes)


def _uncued(spot: Spot) -> Iterator[Rivals]:
    """Read a list behind a whole, in brackets or not."""
    whole, first = spot.nearest, spot.here
    if whole is None or first.lead.startswith("、") or not _may_divide(whole, first):
        return
    told = first.depth > whole.depth or WHOLE.search(whole.clause) is not None
    if first is spot.mentions[-1] or not (told or REST.search(spot.text[spot.place].text)):
        return
    parts = chain_from(spot.mentions, spot.at)
    if told or _has_rest(parts):
        yield (_told(parts, whole),)


def _case_by_case(spot: Spot) -> Iterator[Rivals]:
    """Read "改造17个，…，完工12个、在建5个": what became of a whole told before."""
    if spot.here is spot.mentions[-1] or spot.here.lead.startswith("、"):
        return
    if OUTCOME.search(spot.here.clause) is None:
        return
    wholes = [one for one in spot.earlier if _may_divide(one, spot.here)]
    parts = chain_from(spot.mentions, spot.at) if wholes else None
    if parts is not None and len(parts.parts) > 1:
        yield from ((_listing(parts, one),) for one in wholes)


#: In the order in which they are tried: what words tie together, then what figures do. Beside
#: each, signs of which one must stand in the sentence (none: it is read for any), so that few
#: rules look at most sentences.
RULES: Final[tuple[tuple[Rule, tuple[str, ...]], ...]] = (
    (_of_which, ("中",)),
    (_divided, ("分", "包", "涵", "：", ":")),
    (_summed_up, ("共", "计")),
    (_added_to, ("加", "连同", "算上")),
    (_paired, ("女", "合格", "效", "成功")),
    (_left_over, ("余", "剩", "有", "未")),
    (_cut_up, ("按", "从", "中", "分")),
    (_uncued, ()),
    (_case_by_case, ()),
)


def _antecedents(spot: Spot, first: Mention) -> Iterator[Mention]:
    """Yield what 其中 at a spot may speak of in the unit of `first`, nearest first."""
    sentence = spot.text[spot.place]
    for one in spot.earlier:
        words = between(sentence, one, spot.here)
        if clauses_apart(words) <= REACH and one.depth <= first.depth and alike(one, first):
            yield one
    if spot.place and not spot.at and _begins(spot.here):
        yield from _antecedents_in(spot.text[spot.place - 1], sentence, first)


def _antecedents_in(before: Sentence, sentence: Sentence, first: Mention) -> Iterator[Mention]:
    """Yield what 其中 at the start of a sentence may speak of in the sentence right before."""
    for one in reversed(before.mentions) if before.end + 1 == sentence.start else ():
        words = before.text[one.claim.quantity.end - before.start :]
        if clauses_apart(words) <= REACH and alike(one, first):
            yield one


def _begins(first: Mention) -> bool:
    """Tell whether a sentence begins with 其中."""
    return OF_WHICH.match(first.lead.lstrip()) is not None


def _may_divide(whole: Mention, first: Mention) -> bool:
    """Tell whether a figure may be the whole of the figure behind it."""
    return summable(whole) and alike(whole, first) and whole.depth <= first.depth


def _has_rest(parts: Chain) -> bool:
    return len(parts.parts) > 1 and any(REST.search(part.lead) for part in parts.parts[1:])
