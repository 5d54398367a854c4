"""Stated rates: 占…的40%, 办结率96%, 分别占三成和七成, and the figures that each is of.

A rate is set against the figures around it. One that fits is taken; a misfit counts only where
the words name both figures and no like figure stands between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

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
    is_called,
    is_complement,
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
from reportparse.relations.plans import COMPLETION, PLANNED, REACHES, is_of_plan, stand_alone
from reportparse.relations.pooled import is_pooled, pooled_share

#: How many figures before a rate are tried as its numerator and denominator.
TRIED: Final = 6
#: "占总人口的51.4%", "占比54.5%", "占全部支出比重为30%".
SHARE: Final = re.compile(rf"占(?P<of>[^占]{{0,24}}?)的?(?:比例?|比重)?{REACHES}$")
#: "办结率为96%", "按期整改完成率达95%".
RATE: Final = re.compile(rf"(?P<name>[一-鿿]{{1,12}}?)率{REACHES}$")
#: "，分别占30.1%、34.6%和35.3%".
SHARED_OUT: Final = re.compile(r"分别[约]?占[^，。；]{0,12}$")
AND: Final = re.compile(r"[、和及与 ]+")
#: A rate asked of people has its own base.
SURVEY: Final = re.compile(any_of("survey"))
#: A rate with a base of its own: "城镇登记失业率".
STATISTICAL: Final = re.compile(any_of("statistical"))
#: A rate of less than all that was done: "按期整改率", "一次合格率".
LIMITED: Final = re.compile(any_of("limited"))
#: What was given to be done, though its words name the outcome: "应办结", "需整改".
OUTCOME_GIVEN: Final = re.compile("[应需待]")
#: These may take in cases of an earlier period.
CARRIED: Final = re.compile("(?<!成功)" + any_of("carried_over"))
#: What makes an outcome its contrary: "未办结", "不合格".
DENIED: Final = frozenset("未不没")
#: Words before 占 that name nothing: "其中", "约", "已".
UNNAMED: Final = re.compile(r"其中|[，、,；（(）)约已仅共均 ]|分别|比重|比例")
#: Words of a whole that say no more than that it is one: "全部", "全县".
ALL: Final = re.compile(r"总|全部|全[市县区镇乡省街村]?")


@dataclass(frozen=True, slots=True)
class Rated:
    """A stated rate with the figures it is of."""

    rate: Mention
    part: Mention
    whole: Mention
    cue: str
    verdict: Verdict
    #: Further parts of a share of several: 两项合计占35%.
    others: tuple[Mention, ...] = ()


def find_rates(sentence: Sentence, earlier: Sequence[Mention]) -> tuple[Rated, ...]:
    """Return the rates of a sentence; `earlier` are the figures of the one before."""
    found: list[Rated] = []
    for at, rate in enumerate(sentence.mentions):
        if rate.claim.quantity.kind in SHARES:
            found += (
                _shared_out(sentence, at, earlier)
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
    cue = None if is_pooled(rate) else _cue(rate)
    if cue is None:
        return ()
    pairs = tuple(_pairs(sentence, at, earlier))
    around = (*earlier, *sentence.mentions)
    fitting = (
        Rated(rate, *pair, cue.group(), verdict)
        for pair in pairs
        if _may_be(cue, rate, pair) and _counts(verdict := fits(*pair, rate), rate, pair)
    )
    named = (
        Rated(rate, *pair, cue.group(), "fails")
        for pair in pairs
        if _may_bind((cue, rate), pair)
        if is_of_list(around, (cue, rate), pair) or _is_bound(sentence, (cue, rate), pair, before)
    )
    return tuple(islice(chain(fitting, named), 1))


def _counts(verdict: Verdict, rate: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether a fit is close enough: of another sentence only one without rounding."""
    far = pair[1].claim.sentence != rate.claim.sentence
    return verdict == "holds" or (verdict in {"rounded", "truncated"} and not far)


def _may_bind(told: tuple[re.Match[str], Mention], pair: tuple[Mention, Mention]) -> bool:
    """Tell whether nothing speaks against a rate of two figures."""
    cue, rate = told
    if rate.claim.quantity.kind != "percent" or not _speaks_of(cue, rate, pair[0]):
        return False
    # 比上年的1165起上升10%，电气火灾451起，占35%: no share of what the year before had.
    if cue.re is SHARE and pair[1].claim.status == "prior" != pair[0].claim.status:
        return False
    above = judge_within(pair[1].stated, [pair[0].stated]) == "fails"
    # 受理9件，办结11件，办结率98%: cases of an earlier year are among the 11.
    if above and pair[1].claim.scope == "part":
        return False
    return not (above and CARRIED.search(pair[0].clause)) or is_slip_above(rate, pair)


def _is_bound(
    sentence: Sentence,
    told: tuple[re.Match[str], Mention],
    pair: tuple[Mention, Mention],
    before: Sequence[Rated],
) -> bool:
    """Tell whether the words of a rate leave no doubt what it is of, so that a misfit counts."""
    cue, rate = told
    if is_of_plan(cue, rate, pair):
        return stand_alone(sentence, (*pair, rate))
    named = _names(cue, pair) and is_adjacent(sentence, pair, rate)
    return named or is_told_behind(sentence, told, pair) or _goes_on(cue, pair, before)


def _speaks_of(cue: re.Match[str], rate: Mention, part: Mention) -> bool:
    """Tell whether a share is of this figure: "乡镇占30.2%" is of one that 乡镇 is told of."""
    if cue.re is RATE:
        return True
    subject = UNNAMED.sub("", rate.clause[: cue.start()])
    return not subject or subject[:2] in part.lead + part.claim.measure + part.tail


def _shared_out(sentence: Sentence, at: int, earlier: Sequence[Mention]) -> tuple[Rated, ...]:
    """Read "94件、108件，分别占30.1%和34.6%": rates in the order of their parts."""
    if not SHARED_OUT.search(sentence.mentions[at].clause):
        return ()
    pairs = _in_order(sentence.mentions, at)
    before = sentence.mentions[: at - len(pairs)]
    for whole in (*reversed(before), *reversed(earlier)) if pairs else ():
        rated = tuple(
            Rated(rate, part, whole, "分别占", fits(part, whole, rate)) for part, rate in pairs
        )
        misfits = sum(one.verdict == "fails" for one in rated)
        # Where all but one agree the whole is certain, and the odd one is wrong.
        if alike(whole, pairs[0][0]) and misfits <= (1 if len(pairs) > 2 else 0):
            return rated
    return ()


def _in_order(mentions: Sequence[Mention], at: int) -> tuple[tuple[Mention, Mention], ...]:
    """Pair the rates from `at` on with as many like figures right before them."""
    end = at + 1
    while end < len(mentions) and mentions[end].is_rate and AND.fullmatch(mentions[end].lead):
        end += 1
    count = end - at
    parts = mentions[max(at - count, 0) : at]
    if not 1 < count == len(parts) or not all(alike(parts[0], one) for one in parts):
        return ()
    return tuple(zip(parts, mentions[at:end], strict=True))


def _cue(rate: Mention) -> re.Match[str] | None:
    """Return the words that make a figure a rate of figures around it."""
    found = (pattern.search(rate.clause) for pattern in (SHARE, RATE, COMPLETION))
    return next((cue for cue in found if cue is not None), None)


def _pairs(
    sentence: Sentence, at: int, earlier: Sequence[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """Yield the figures that a rate may be the quotient of, the nearest first."""
    before = [one for one in sentence.mentions[max(at - TRIED, 0) : at] if _is_figure(one)]
    after = [one for one in sentence.mentions[at + 1 : at + 2] if _is_figure(one)]
    far = [one for one in reversed(earlier) if _is_figure(one)]
    if not before:
        before, far = far[::-1], []
    for place in range(len(before) - 1, -1, -1):
        wholes = [*reversed(before[:place]), *after, *far]
        yield from ((before[place], whole) for whole in wholes if same_unit(before[place], whole))
    yield from ((part, whole) for part in after for whole in before if same_unit(part, whole))


def _is_figure(mention: Mention) -> bool:
    """Tell whether a rate can be of a figure; 不少于5个 would fit any."""
    hedged = mention.stated.hedged
    return summable(mention) and (hedged is None or hedged.is_bounded)


def _may_be(cue: re.Match[str], rate: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether a rate may be of two figures at all."""
    part, whole = pair
    planned = (
        is_of_plan(cue, rate, pair)
        or cue.re is COMPLETION
        or PLANNED.search(cue.group()) is not None
    )
    if not planned and exceeds(part.stated, whole.stated):
        return False
    near = rate.claim.sentence == whole.claim.sentence
    if cue.re is RATE:
        return _may_be_called(cue["name"], part, sure=near and rate.stated.hedged is None)
    told = UNNAMED.sub("", rate.clause[: cue.start()])
    return _speaks_of(cue, rate, part) and (near or bool(told))


def _may_be_called(name: str, part: Mention, *, sure: bool) -> bool:
    """Tell whether a rate of this name may be of a part.

    近99% fits much, and so do figures of other sentences: unless the fit is sure, the words of
    rate and part must be the same.
    """
    named = _tells(part.lead + part.claim.measure + part.tail, name[-2:])
    denied = not named and name[-2:] in part.lead
    return not denied and SURVEY.search(name) is None and (named or sure)


def _goes_on(cue: re.Match[str], pair: tuple[Mention, Mention], before: Sequence[Rated]) -> bool:
    """Tell whether a share follows one of the same whole: "594人，占40.0%，女性416人，占35.0%"."""
    part, whole = pair
    last = before[-1] if before else None
    told = cue.re is SHARE and not cue["of"] and last is not None and last.verdict != "fails"
    return bool(told and last and last.whole is whole and last.part is not part)


def _names(cue: re.Match[str], pair: tuple[Mention, Mention]) -> bool:
    """Tell whether the words of a rate name both its figures."""
    part, whole = pair
    if any(one.stated.hedged for one in pair):
        return False
    if cue.re is RATE:
        return _is_rate_of(cue["name"], part, whole)
    above = exceeds(part.stated, whole.stated) and "其中" not in part.lead
    return not above and not PLANNED.search(cue.group()) and _is_share_of(cue, part, whole)


def _is_share_of(cue: re.Match[str], part: Mention, whole: Mention) -> bool:
    """Tell whether a share is called after its whole, or has no other than the one before."""
    if cue.re is COMPLETION:
        return False
    of = ALL.sub("", cue["of"])
    if len(of) < 2:
        return not of and "其中" in part.lead
    return is_called(whole, of) and not UNNAMED.sub("", part.clause).startswith(of)


def _is_rate_of(name: str, part: Mention, whole: Mention) -> bool:
    """Tell whether a rate is called after its part: 矛盾纠纷化解率 after 化解, and of 矛盾纠纷."""
    words, stem = part.clause, name[-2:]
    own = LIMITED.search(name + words) or SURVEY.search(name) or STATISTICAL.search(name)
    if own or "；" in part.lead or is_complement(name, whole):
        return False
    told = words + whole.clause + whole.claim.measure + whole.tail
    return _tells(words, stem) and not _is_outcome(whole, stem) and name[:-2] in told


def _tells(words: str, outcome: str) -> bool:
    """Tell whether an outcome is told and not denied: 未办结 is no 办结."""
    at = words.rfind(outcome)
    return at >= 0 and words[at - 1 : at] not in DENIED


def _is_outcome(mention: Mention, word: str) -> bool:
    """Tell whether a figure is of the outcome itself: 整改118条 is no base of 整改率."""
    return word in mention.clause and not OUTCOME_GIVEN.search(mention.clause)
