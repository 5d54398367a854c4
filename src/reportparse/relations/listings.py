"""Ways of listing parts: each rule proposes a whole and readings of the list of its parts.

`RULES` stand in the order in which they are tried: what words tie together comes before what
only the figures do. A listing without a cue counts only if it adds up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from reportparse.numerals import parse_number
from reportparse.relations.antecedents import (
    OF_WHICH,
    able,
    antecedents,
    far_antecedents,
    is_less,
    of_same_deed,
)
from reportparse.relations.chains import (
    NEXT_ITEM,
    REST,
    SUMMING,
    Chain,
    chain_before,
    chain_from,
    offices_before,
)
from reportparse.relations.cues import any_of
from reportparse.relations.cuts import (
    GRADE_SIGNS,
    SPAN_SIGNS,
    cut_up,
    graded,
    over_quarters,
    shared_out,
)
from reportparse.relations.leftovers import (
    CAME_IN,
    LEFT_SIGNS,
    added_to,
    case_by_case,
    left_over,
    with_old,
)
from reportparse.relations.mentions import (
    Mention,
    Sentence,
    alike,
    clauses_apart,
    same_unit,
    summable,
)
from reportparse.relations.pairs import PAIR_SIGNS, pair_cue
from reportparse.relations.respective import is_against
from reportparse.relations.spots import (
    Listing,
    Rivals,
    Rule,
    Spot,
    listing_of,
    may_divide,
    told_by,
)
from reportparse.relations.subjects import SUBJECT_SIGNS, of_subject

#: "16名|持证人员中专职执法的5名": 中 behind what was counted does what 其中 does.
AMONG: Final = re.compile(
    r"[^，。；、：]{0,12}(?:(?<!其)中(?![心央国小学医等型层共华药标介])|里(?=[，,]))[，,]?"
)
#: "共设点位9个，分别为城区4个、乡村5个": all parts are named.
DIVIDED: Final = re.compile(any_of("divided"))
#: "资料600份，包括手册200份"; a colon does the same: "资料600份：手册200份".
INCLUDING: Final = re.compile(
    any_of("including") + "|(?<![不包内富])含(?![量糖税金]|旧存|上年|历年|结转|积案)|[：:]"
)
#: "，合计13场": the sum of the list before it, and nothing else in its clause.
SUM_UP: Final = re.compile(r"[，、,；;）) ]*" + any_of("sum_up") + r"(?:为|达到?|有)?")
#: "，三类合计", "，两项共": a sum of so many figures.
COUNTED: Final = re.compile(
    rf"(?:以上|上述)?(?P<count>[两二三四五六七八九十2-9])[项者类级方批种]?(?:{any_of('sum_up')}|共)"
    r"[^，。；、]{0,4}"
)
#: "。全年合计": a sentence that sums up the one before it.
ALONE: Final = re.compile(
    rf"\s*(?:全年|以上|上述)?[两三四五六七八九]?[项者类级]?{any_of('sum_up')}[^，。；、]{{0,4}}"
)
#: A figure alone in its sentence is read where it begins with one of these.
OPENS: Final = re.compile(rf"{OF_WHICH.pattern}|{any_of('sum_up', 'surplus')}")
#: "，总计投入", "，共计发放": a sum with an act of its own.
ACTED: Final = re.compile(any_of("sum_up") + "[^，。；、]{1,4}")
#: "，两者合计", "，共保障": a sum that may have other parts as well.
SUMS: Final = re.compile(any_of("sum_up") + "|" + SUMMING)
#: "总数", "共有": the figure is a whole.
WHOLE: Final = re.compile(rf"{SUMMING}|总|累计|合计")
#: Of so large a whole two parts hardly ever make up the value by chance.
SIZABLE: Final = 100
#: What is a difference of figures is no part of one: "，贸易顺差|141.8亿元|".
NET: Final = re.compile(any_of("surplus", "deficit") + "|[顺逆]差|净")
#: How many figures behind the first of a pair the second may stand.
BESIDE_PAIR: Final = 3
#: How many figures are tried as the whole of a pair.
WHOLES: Final = 4
#: What was included stands in brackets that are closed: "7个城市（包括县城）及其他22个".
ASIDE: Final = re.compile("[）)]")
#: Other years in a list are no parts: "2019年、2020年分别为30件、40件".
OTHER_YEAR: Final = re.compile(r"(?<![一二三四五六七八九十两])年|同期")


def find_listings(text: Sequence[Sentence]) -> Iterator[Rivals]:
    """Yield rival listings, sentence by sentence and rule by rule."""
    for place, sentence in enumerate(text):
        if len(sentence.mentions) < 2 and OPENS.search(sentence.mentions[0].lead) is None:
            continue
        mentions = sentence.mentions
        spots = [Spot(text, place, at, mentions) for at in range(len(mentions))]
        for rule, sign in SIGNED:
            if sign.search(sentence.text):
                yield from chain.from_iterable(map(rule, spots))


def _of_which(spot: Spot) -> Iterator[Rivals]:
    """Read 其中: the parts of a figure up to three clauses back, in each unit that is told."""
    lead = spot.here.lead
    name = "其中" if OF_WHICH.search(lead) else "中" if spot.at and AMONG.match(lead) else ""
    for first in _units_from(spot.mentions, spot.at) if name else ():
        parts = chain_from(spot.mentions, first)
        near, far = _wholes(spot, first, parts)
        deeds = of_same_deed(near, parts.firm)
        if len(deeds) > 1:
            yield from (
                (Listing(whole, (told,), len(told), parts.knit, name),)
                for whole, told in deeds.items()
            )
        elif near or far:
            yield _parted(parts, name, sorted(near, key=lambda one: one not in deeds), far)


def _parted(parts: Chain, name: str, near: Sequence[Mention], far: Sequence[Mention]) -> Rivals:
    """Make the listings of parts that are of one of several figures."""
    told = (listing_of(parts, one, name, exhaustive=parts.is_complete) for one in near)
    return (*told, *(replace(listing_of(parts, one), far=name) for one in far))


def _wholes(
    spot: Spot, first: int, parts: Chain
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return what a list may be of, and what only if it adds up to it."""
    near = antecedents(spot, spot.mentions[first])
    far = far_antecedents(spot, parts, near)
    if not _is_apart(spot, first):
        return able(near, far, parts.firm)
    # Of each item the figure that is called alike: "甲校1所，招生10人；乙校2所，招生20人".
    called = {one.clause.strip("，, ") for one in parts.parts}
    return (), (*near, *far) if len(called) == 1 else ()


def _is_apart(spot: Spot, first: int) -> bool:
    """Tell a second unit that is told in a clause of its own: "学院1所，招生|3186人|"."""
    return first > spot.at and spot.mentions[first].lead.strip()[:1] in {"，", ","}


def _units_from(mentions: Sequence[Mention], at: int) -> Iterator[int]:
    """Yield where each unit of the first part stands: "城市低保|612户、|1105人"."""
    seen: list[Mention] = []
    for place in range(at, min(at + 3, len(mentions))):
        one = mentions[place]
        if place > at and NEXT_ITEM.match(one.lead):
            return
        if summable(one) and not any(same_unit(one, other) for other in seen):
            seen.append(one)
            yield place
        elif summable(one):
            return


def _divided(spot: Spot) -> Iterator[Rivals]:
    """Read 分别为, 分为, 包括 and the colon behind a whole."""
    whole, first = spot.nearest, spot.here
    cue = DIVIDED.search(first.lead) or INCLUDING.search(first.lead)
    if whole is None or cue is None or not may_divide(whole, first):
        return
    if not _opens_list(first.lead, cue):
        return
    parts = chain_from(spot.mentions, spot.at)
    # "，分别为" right behind a figure, or behind a whole that is called one, names all parts.
    bound = WHOLE.search(whole.lead) or not first.lead[: cue.start()].strip("，,（( ")
    divides = DIVIDED.fullmatch(cue.group()) and bound and not parts.is_open
    complete = bool(divides) or parts.is_complete
    yield (listing_of(parts, whole, cue.group(), exhaustive=complete),)


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
    if not spot.at and ALONE.fullmatch(whole.lead):
        parts = _list_before(spot)
    if len(parts) > 1:
        cue, named = _sum_cue(whole, len(parts))
        hint = whole.clause.strip("，、,；;）) ")
        readings = tuple(parts[start:] for start in range(len(parts) - 1))
        yield (Listing(whole, readings, len(parts), "comma", cue, exhaustive=named, hint=hint),)


def _list_before(spot: Spot) -> tuple[Mention, ...]:
    """Return the list at the end of the sentence before: "…；溺水9起。全年合计68起"."""
    before = spot.text[spot.place - 1] if spot.place else None
    if before is None or before.end + 1 != spot.sentence.start:
        return ()
    return chain_before((*before.mentions, spot.here), len(before.mentions))


def _sum_cue(whole: Mention, count: int) -> tuple[str, bool]:
    """Return the words that make a figure the sum of those before, and whether of them alone."""
    words = whole.lead.strip("，、,；;）) ")
    bare = SUM_UP.fullmatch(whole.lead) is not None
    several = COUNTED.fullmatch(words)
    counted = several is not None and parse_number(several["count"]) == count
    return (words if bare or counted or ACTED.fullmatch(words) else ""), bare or counted


def _paired(spot: Spot) -> Iterator[Rivals]:
    """Read complements without 其中: "职工120人，男70人、女50人", "批准241件，不批准71件"."""
    pair = _pair(spot)
    cue = pair_cue(*pair) if len(pair) == 2 else ""
    wholes = tuple(one for one in spot.earlier if cue and may_divide(one, spot.here))[:WHOLES]
    if wholes:
        near, _ = able(wholes, (), pair)
        yield tuple(_complements(one, pair, cue) for one in near if not is_less(one, pair))


def _pair(spot: Spot) -> tuple[Mention, ...]:
    """Return a figure and the next one like it, where the two are a list."""
    behind = spot.mentions[spot.at + 1 : spot.at + 1 + BESIDE_PAIR]
    like = [one for one in behind if alike(one, spot.here)]
    goes_on = len(like) > 1 and like[1].lead.startswith("、")
    listed = spot.here.lead.startswith("、") or goes_on
    return () if listed else (spot.here, *like[:1])


def _complements(whole: Mention, pair: tuple[Mention, ...], cue: str) -> Listing:
    """Make the listing of a pair; what was refused may have come in before this time."""
    listing = Listing(whole, (pair,), 2, "tight", cue, exhaustive=True)
    older = "不" in pair[1].lead and CAME_IN.search(whole.clause) is not None
    return replace(listing, cue="", hint=cue) if older else listing


def _uncued(spot: Spot) -> Iterator[Rivals]:
    """Read a list behind a whole, in brackets or not."""
    whole, first = spot.nearest, spot.here
    if whole is None or first.lead.startswith("、") or first is spot.mentions[-1]:
        return
    if is_against(first):
        return
    told = first.depth > whole.depth or WHOLE.search(whole.clause) is not None
    if may_divide(whole, first) and (told or _may_list(spot)):
        parts = chain_from(spot.mentions, spot.at)
        yield from _told_or_long(parts, whole, told=told or _has_rest(parts))


def _told_or_long(parts: Chain, whole: Mention, *, told: bool) -> Iterator[Rivals]:
    """Propose a list that words hint at, or one so long that it hardly adds up by chance."""
    if told:
        yield (told_by(parts, whole),)
    elif len(parts.parts) > 1 and _is_telling(parts, whole):
        readings = tuple(parts.parts[:end] for end in parts.ends if end > 1)
        yield (replace(listing_of(parts, whole), readings=readings),)


def _is_telling(parts: Chain, whole: Mention) -> bool:
    """Tell a list that hardly adds up by chance: of some size, long, or of names alike."""
    if any(NET.search(one.clause) for one in parts.parts):
        return False
    sizable = whole.stated.value >= SIZABLE * whole.claim.quantity.precision
    return sizable or (parts.tight > 1 and _is_list(parts, whole))


def _is_list(parts: Chain, whole: Mention) -> bool:
    """Tell a list by its form: joined by 、 if it is long, of names and of no acts if not."""
    acts = {one.claim.action for one in parts.parts} - {"", whole.claim.action}
    long = len(parts.parts) > 2
    return (long and parts.knit == "tight") or (not acts and (long or _is_kin(*parts.parts)))


def _is_kin(one: Mention, other: Mention) -> bool:
    """Tell two names that begin or end alike: 报告书 and 报告表, 本科 and 专科."""
    first, second = (part.clause.strip("，、,； ") for part in (one, other))
    return bool(first and second) and (first[0] == second[0] or first[-1] == second[-1])


def _may_list(spot: Spot) -> bool:
    """Tell a second figure of the kind behind the first, with nothing but rates between."""
    behind = (one for one in spot.mentions[spot.at + 1 :] if not one.is_rate)
    second = next(behind, None)
    return second is not None and alike(second, spot.here)


#: In the order in which they are tried: what words tie together, then what figures do. Beside
#: each, signs of which one must stand in the sentence (none: it is read for any), so that few
#: rules look at most sentences.
RULES: Final[tuple[tuple[Rule, tuple[str, ...]], ...]] = (
    (shared_out, ("占",)),
    (_of_which, ("中", "里")),
    (_divided, ("分", "包", "涵", "含", "来", "：", ":")),
    (_summed_up, ("共", "计")),
    (added_to, ("加", "连同", "算上")),
    (_paired, PAIR_SIGNS),
    (left_over, LEFT_SIGNS),
    (with_old, ("含",)),
    (cut_up, ("按", "从", "中", "里", "分", "就")),
    (of_subject, SUBJECT_SIGNS),
    (graded, GRADE_SIGNS),
    (over_quarters, SPAN_SIGNS),
    (_uncued, ()),
    (case_by_case, ()),
)


#: The signs of each rule as one pattern.
SIGNED: Final = tuple((rule, re.compile("|".join(map(re.escape, signs)))) for rule, signs in RULES)


def _has_rest(parts: Chain) -> bool:
    return len(parts.parts) > 1 and any(REST.search(part.lead) for part in parts.parts[1:])
