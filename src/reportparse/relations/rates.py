"""Stated rates: 占…的40%, 办结率96%, 分别占三成和七成, and the figures that each is of.

A rate is set against the figures around it. One that fits is taken; a misfit counts only where
the words name both figures and no like figure stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import Final

from reportparse.relations.bound import (
    RATE,
    SURVEY,
    UNNAMED,
    cue_of,
    goes_on,
    is_certain,
    is_defined,
    is_far_below,
    is_framed,
    is_next,
    is_swapped,
    names,
    tells,
    told_of,
)
from reportparse.relations.cues import any_of
from reportparse.relations.inside import SHARES, fits, plan_beside, share_inside
from reportparse.relations.kernel import (
    Verdict,
    exceeds,
    judge_within,
)
from reportparse.relations.listed import (
    in_other_unit,
    is_adjacent,
    is_behind_parts,
    is_called,
    is_of_list,
    is_slip_above,
    is_told_behind,
)
from reportparse.relations.mentions import (
    Mention,
    Sentence,
    alike,
    same_unit,
    summable,
)
from reportparse.relations.plans import (
    COMPLETION,
    PLANNED,
    is_of_plan,
    stand_alone,
    stand_together,
)
from reportparse.relations.pooled import is_pooled, pooled_share
from reportparse.relations.rated import Rated

#: How many figures before a rate are tried as its numerator and denominator.
TRIED: Final = 6
#: … and how many of the sentence before it.
FAR: Final = 24
#: "，其中民事8件": what follows is of the figure before.
IN_IT: Final = re.compile(r"[，；,;：:（(]*其中")
#: "，分别占30.1%、34.6%和35.3%".
SHARED_OUT: Final = re.compile(r"分别[约]?占(?P<of>[^，。；]{0,12})$")
#: Words of a whole that say no more than that it is one.
TOTAL: Final = re.compile("总[数量额]|全部|的")
AND: Final = re.compile(r"[、和及与 ]+")

#: A part and its whole.
Pair = tuple[Mention, Mention]
#: These may take in cases of an earlier period.
CARRIED: Final = re.compile("(?<!成功)" + any_of("carried_over"))


def find_rates(
    sentence: Sentence, earlier: Sequence[Mention], further: Sequence[Sentence] = ()
) -> tuple[Rated, ...]:
    """Return the rates of a sentence.

    `earlier` are the figures of the one before, `further` the sentences before that.
    """
    found: list[Rated] = []
    for at, rate in enumerate(sentence.mentions):
        if rate.claim.quantity.kind in SHARES:
            found += (
                _shared_out(sentence, at, earlier, further)
                or _pooled(sentence, at)
                or _in_other_unit(sentence, at, found)
                or _stated(sentence, at, earlier, found)
            )
    return tuple(found)


def _pooled(sentence: Sentence, at: int) -> tuple[Rated, ...]:
    """Relate a share of several figures together."""
    found = pooled_share(sentence, at) if is_pooled(sentence.mentions[at]) else None
    if found is None:
        return ()
    (part, *others), whole, verdict = found
    return (Rated(sentence.mentions[at], part, whole, "合计占", verdict, tuple(others)),)


def _in_other_unit(sentence: Sentence, at: int, before: Sequence[Rated]) -> tuple[Rated, ...]:
    """Relate a rate that follows one of the same things in another unit."""
    rate, last = sentence.mentions[at], before[-1] if before else None
    follows = last is not None and sentence.mentions[at - 1] is last.rate
    pair = in_other_unit(sentence, rate, (last.part, last.whole)) if last and follows else None
    return (Rated(rate, *pair, "按", fits(*pair, rate)),) if pair else ()


def _stated(
    sentence: Sentence, at: int, earlier: Sequence[Mention], before: Sequence[Rated]
) -> tuple[Rated, ...]:
    """Relate one stated rate to the figures around it; at most one relation."""
    rate = sentence.mentions[at]
    inside = share_inside(sentence, at) or plan_beside(sentence, at)
    if inside is not None:
        return (Rated(rate, *inside),)
    cue = None if is_pooled(rate) else cue_of(rate)
    if cue is None:
        return ()
    pairs = _same_whole_first(cue.group(), tuple(_pairs(sentence, at, earlier)), before)
    around = (*earlier, *sentence.mentions)
    fitting = (
        Rated(rate, *pair, cue.group(), verdict)
        for pair in pairs
        if _may_be(cue, rate, pair) and _counts(verdict := fits(*pair, rate), rate, pair)
    )
    named = (
        Rated(rate, *pair, cue.group(), fits(*pair, rate))
        for pair in pairs
        if _may_bind((cue, rate), pair)
        if is_of_list(around, (cue, rate), pair) or _is_bound(sentence, (cue, rate), pair, before)
        if not _is_of_more(sentence, pair, rate)
    )
    return tuple(islice(chain(fitting, named), 1))


def _same_whole_first(
    cue: str, pairs: tuple[Pair, ...], before: Sequence[Rated]
) -> tuple[Pair, ...]:
    """Put the whole first that a share before it was of in the same words: 占总量的98.5%."""
    same = [one.whole for one in before if one.cue == cue and "占" in cue]
    return tuple(sorted(pairs, key=lambda pair: pair[1] not in same)) if same else pairs


def _counts(verdict: Verdict, rate: Mention, pair: Pair) -> bool:
    """Tell whether a fit is close enough: of another sentence only one without rounding."""
    far = pair[1].claim.sentence != rate.claim.sentence
    return verdict == "holds" or (verdict in {"rounded", "truncated"} and not far)


def _may_bind(told: tuple[re.Match[str], Mention], pair: Pair) -> bool:
    """Tell whether nothing speaks against a rate of two figures."""
    cue, rate = told
    if rate.claim.quantity.kind != "percent" or not _speaks_of(cue, rate, pair[0]):
        return False
    # 比上年的1165起上升10%，电气火灾451起，占35%: no share of what the year before had, or of
    # what was added since.
    if pair[1].claim.status == "prior" != pair[0].claim.status or pair[1].claim.change:
        return False
    above = judge_within(pair[1].stated, [pair[0].stated]) == "fails"
    if not above or is_slip_above(rate, pair):
        return True
    # 受理9件，办结11件，办结率98%: cases of an earlier year are among the 11.
    return pair[1].claim.scope != "part" and CARRIED.search(pair[0].clause) is None


def _is_bound(
    sentence: Sentence,
    told: tuple[re.Match[str], Mention],
    pair: Pair,
    before: Sequence[Rated],
) -> bool:
    """Tell whether the words of a rate leave no doubt what it is of, so that a misfit counts."""
    cue, rate = told
    if is_of_plan(cue, rate, pair):
        figures = (*pair, rate)
        return stand_alone(sentence, figures) or stand_together(sentence, figures)
    if is_adjacent(sentence, pair, rate):
        listed = is_behind_parts(sentence, pair)
        if names(cue, pair, rate, listed=listed) or is_swapped(cue, pair, rate):
            return not is_far_below(pair, rate)
    if is_certain(cue, pair, rate):
        return True
    framed = is_framed(cue, pair, rate) and is_next(sentence, pair, rate)
    return framed or is_told_behind(sentence, told, pair) or goes_on(cue, pair, before)


def _is_of_more(sentence: Sentence, pair: Pair, rate: Mention) -> bool:
    """Tell a share of what its whole is a share of: 老人11万人，占23%，其中高龄1.6万人，占3.3%."""
    part, whole = pair
    behind = next(_shares_behind(sentence, whole), rate)
    if behind is rate or not whole.stated.value:
        return False
    meant = part.stated.value * behind.stated.value / whole.stated.value
    slack = behind.stated.place * part.stated.value / whole.stated.value
    near = part.stated.place * behind.stated.value / whole.stated.value
    return abs(meant - rate.stated.value) <= rate.stated.place + slack + near


def _shares_behind(sentence: Sentence, whole: Mention) -> Iterator[Mention]:
    """Yield the share that stands right behind a figure, if one does."""
    for one, behind in pairwise(sentence.mentions):
        if one is whole and behind.is_rate and "占" in behind.clause:
            yield behind


def _speaks_of(cue: re.Match[str], rate: Mention, part: Mention) -> bool:
    """Tell whether a share is of this figure: "乡镇占30.2%" is of one that 乡镇 is told of."""
    if cue.re is RATE:
        return True
    subject = UNNAMED.sub("", rate.clause[: cue.start()])
    return not subject or subject[:2] in part.lead + part.claim.measure + part.tail


def _shared_out(
    sentence: Sentence, at: int, earlier: Sequence[Mention], further: Sequence[Sentence]
) -> tuple[Rated, ...]:
    """Read "94件、108件，分别占30.1%和34.6%": rates in the order of their parts."""
    cue = SHARED_OUT.search(sentence.mentions[at].clause)
    pairs = _in_order(sentence.mentions, at) if cue else ()
    before = sentence.mentions[: at - len(pairs)]
    far = _of_name(further, TOTAL.sub("", cue["of"])) if cue else ()
    for whole in (*reversed(before), *reversed(earlier), *reversed(far)) if pairs else ():
        rated = tuple(
            Rated(rate, part, whole, "分别占", fits(part, whole, rate)) for part, rate in pairs
        )
        if alike(whole, pairs[0][0]) and _is_one_whole(sentence, rated):
            return rated
    return ()


def _is_one_whole(sentence: Sentence, rated: Sequence[Rated]) -> bool:
    """Tell whether all shares agree, or all but one, and then the odd one is wrong."""
    misfits = sum(one.verdict == "fails" for one in rated)
    sure = len(rated) > 2 or _is_subject(sentence, rated[0].whole)
    return misfits <= (1 if sure else 0)


def _of_name(text: Sequence[Sentence], name: str) -> tuple[Mention, ...]:
    """Return the figures of sentences that a name of some length fits."""
    every = (one for sentence in text for one in sentence.mentions) if len(name) > 1 else ()
    return tuple(one for one in every if is_called(one, name))


def _is_subject(sentence: Sentence, whole: Mention) -> bool:
    """Tell whether a sentence opens with the name of a whole: 卫生技术人员中，医师…，护士…."""
    name = whole.claim.measure
    return len(name) > 2 and sentence.text.lstrip().startswith((f"{name}中，", f"{name}里，"))


def _in_order(mentions: Sequence[Mention], at: int) -> tuple[Pair, ...]:
    """Pair the rates from `at` on with as many like figures right before them."""
    end = at + 1
    while end < len(mentions) and mentions[end].is_rate and AND.fullmatch(mentions[end].lead):
        end += 1
    count = end - at
    parts = mentions[max(at - count, 0) : at]
    if not 1 < count == len(parts) or not all(alike(parts[0], one) for one in parts):
        return ()
    return tuple(zip(parts, mentions[at:end], strict=True))


def _pairs(sentence: Sentence, at: int, earlier: Sequence[Mention]) -> Iterator[Pair]:
    """Yield the figures that a rate may be the quotient of, the nearest first."""
    before = _before(sentence.mentions, at)
    # （占20%）is of the figure before its bracket.
    next_ones = sentence.mentions[at + 1 : at + 2] if not _is_enclosed(sentence, at) else ()
    after = [one for one in next_ones if _is_figure(one)]
    far = [one for one in reversed(earlier[-FAR:]) if _is_figure(one)]
    if not before:
        before, far = far[::-1], []
    for place in range(len(before) - 1, -1, -1):
        planned = (one for one in before[place + 1 :] if PLANNED.search(one.clause))
        wholes = [*reversed(before[:place]), *planned, *after, *far]
        yield from ((before[place], whole) for whole in wholes if same_unit(before[place], whole))
    yield from ((part, whole) for part in after for whole in before if same_unit(part, whole))


def _is_enclosed(sentence: Sentence, at: int) -> bool:
    """Tell whether a rate stands in a bracket of its own behind a figure."""
    rate, before = sentence.mentions[at], sentence.mentions[at - 1 : at]
    behind = sentence.mentions[at + 1 : at + 2]
    return all(rate.depth > one.depth for one in (*before, *behind))


def _before(mentions: Sequence[Mention], at: int) -> list[Mention]:
    """Return the figures before a rate that are tried, and the whole of parts among them."""
    start = max(at - TRIED, 0)
    opening = next(
        (
            place - 1
            for place in range(start, max(start - FAR, 0), -1)
            if IN_IT.match(mentions[place].lead)
        ),
        start,
    )
    tried = (*mentions[opening : min(opening + 1, start)], *mentions[start:at])
    return [one for one in tried if _is_figure(one)]


def _is_figure(mention: Mention) -> bool:
    """Tell whether a rate can be of a figure; 不少于5个 would fit any."""
    hedged = mention.stated.hedged
    return summable(mention) and (hedged is None or hedged.is_bounded)


def _may_be(cue: re.Match[str], rate: Mention, pair: Pair) -> bool:
    """Tell whether a rate may be of two figures at all."""
    part, whole = pair
    if not _is_planned(cue, rate, pair) and exceeds(part.stated, whole.stated):
        return False
    near = rate.claim.sentence == whole.claim.sentence
    if cue.re is RATE:
        # Two equal figures make 100 % of anything.
        sure = near and rate.stated.hedged is None and part.stated != whole.stated
        return is_defined(cue["name"], part, whole) or _may_be_called(cue["name"], part, sure=sure)
    told = UNNAMED.sub("", rate.clause[: cue.start()])
    return _speaks_of(cue, rate, part) and (near or bool(told))


def _is_planned(cue: re.Match[str], rate: Mention, pair: Pair) -> bool:
    """Tell a rate of a plan, which may exceed a hundred per cent."""
    planned = cue.re is COMPLETION or PLANNED.search(cue.group()) is not None
    return planned or is_of_plan(cue, rate, pair)


def _may_be_called(name: str, part: Mention, *, sure: bool) -> bool:
    """Tell whether a rate of this name may be of a part.

    近99% fits much, and so do figures of other sentences: unless the fit is sure, the words of
    rate and part must be the same.
    """
    named = tells(part.lead + part.claim.measure + told_of(part), name[-2:])
    denied = not named and name[-2:] in part.lead
    return not denied and SURVEY.search(name) is None and (named or sure)
