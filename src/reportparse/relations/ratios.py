"""Rates and shares: 占…的40%, 办结率96%, and the rate that two figures imply but nobody states.

A stated rate is set against the figures around it. One that fits is recorded; a misfit counts
only where the words name both figures and these stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final, Literal

from reportparse.claims import Claim
from reportparse.relations.cues import any_of
from reportparse.relations.kernel import (
    HUNDRED,
    Stated,
    Verdict,
    at_print,
    judge,
    judge_within,
    quotient,
    times,
)
from reportparse.relations.mentions import (
    Mention,
    Sentence,
    alike,
    between,
    clauses_apart,
    printed,
    same_unit,
    summable,
)

#: Kinds of rates, and what makes a quotient one.
SHARES: Final = {"percent": HUNDRED, "fraction": Decimal(1), "permille": Decimal(1000)}
#: How many clauses may lie between a rate and its numerator.
REACH: Final = 2
#: How many figures before a rate are tried as its numerator and denominator.
TRIED: Final = 6
#: Words between what a rate is called and its figure: "达到", "均为", "保持在".
REACHES: Final = r"(?:按[^，。；]{1,6}计)?[已均约仅都]?(?:达到?|为|是|占|高达|提高到|提升至|保持在)?了?[约近超]?"
#: "占总人口的51.4%", "占比54.5%", "占全部支出比重为30%".
SHARE: Final = re.compile(rf"占(?P<of>[^占]{{0,24}}?)的?(?:比例?|比重)?{REACHES}$")
#: "办结率为96%", "按期整改完成率达95%".
RATE: Final = re.compile(rf"(?P<name>[一-鿿]{{1,12}}?)率{REACHES}$")
#: "完成年度任务的95%".
COMPLETION: Final = re.compile(rf"完成(?P<of>[^完成]{{1,16}})的{REACHES}$")
#: "，占全县|15个|乡镇的|百分之八十": a share whose whole is printed inside its words.
SHARE_OF: Final = re.compile(r"占(?:全部|全[省市县区镇乡街村]|总数)?(?:的)?$")
THE_RATE: Final = re.compile(r"[^，。；、]{0,10}的(?:比例?|比重)?(?:达到?|为)?[约近超]?")
#: "，分别占30.1%、34.6%和35.3%".
SHARED_OUT: Final = re.compile(r"分别[约]?占[^，。；]{0,12}$")
AND: Final = re.compile(r"[、和及与 ]+")
#: What may be done by more than a hundred per cent: "占年度计划的104.2%".
PLANNED: Final = re.compile("计划|任务|目标|预算|指标")
#: A rate asked of people has its own base.
SURVEY: Final = re.compile(any_of("survey"))
#: "，调处成功188件": what became of the cases before it.
OUTCOME: Final = re.compile(any_of("outcome"))
#: Nothing but the outcome in the clause, so that it can speak of the figure before only:
#: "，已全部整改" and "，现已调处成功", not "，整改隐患".
BARE_OUTCOME: Final = re.compile(
    rf"[，、,；;（( ]*(?:其中)?[已现并均共中全部当场依法及时按期]{{0,6}}{any_of('outcome')}"
    r"(?:了|的|完毕)?[共有为达]?"
)
#: These may take in cases of an earlier period: "受理9件，办结11件（含上年结转）".
CARRIED: Final = re.compile(any_of("carried_over"))
#: Words before 占 that name nothing: "其中", "约", "已".
UNNAMED: Final = re.compile(r"其中|[，、,；（(）)约已仅共均 ]|分别|比重|比例")
#: Words of a whole that say no more than that it is one: "全部", "全县".
ALL: Final = re.compile(r"总|全部|全[市县区镇乡省街村]?")


@dataclass(frozen=True, slots=True)
class RatioOf:
    """A part, its whole and, if the text states it, the rate between them."""

    #: `None` where the text gives the two figures and no rate.
    rate: Claim | None
    part: Claim
    whole: Claim
    cue: str
    verdict: Verdict
    #: The rate in per cent that the printed figures give.
    implied: Decimal | None
    #: "188 / 198 = 94.9%".
    formula: str

    kind: ClassVar[Literal["ratio"]] = "ratio"

    @property
    def members(self) -> tuple[tuple[str, Claim], ...]:
        """Rate (if stated), part and whole, each with its role."""
        figures = (("part", self.part), ("whole", self.whole))
        return figures if self.rate is None else (("rate", self.rate), *figures)


def find_ratios(text: Sequence[Sentence]) -> tuple[RatioOf, ...]:
    """Return the ratios of a text: stated rates first, then implied ones they leave over."""
    found: list[RatioOf] = []
    for place, sentence in enumerate(text):
        earlier = text[place - 1].mentions if place else ()
        stated: list[RatioOf] = []
        for at in range(len(sentence.mentions)):
            stated += _shared_out(sentence, at, earlier) or _stated(sentence, at, earlier, stated)
        taken = {one.part.id for one in stated}
        found += stated
        found += (one for one in _implied(sentence) if one.part.id not in taken)
    return tuple(found)


def fits(part: Stated, whole: Stated, rate: Mention) -> Verdict:
    """Tell whether part / whole is the rate."""
    factor = SHARES[rate.claim.quantity.kind]
    return judge(rate.stated, (part, whole), times(quotient, factor))


def percent(value: Decimal, place: Decimal = Decimal("0.1")) -> str:
    """Show a rate to a place.

    >>> percent(Decimal("94.949"))
    '94.9%'
    """
    return f"{value.quantize(place)}%"


def _stated(
    sentence: Sentence, at: int, earlier: Sequence[Mention], before: Sequence[RatioOf]
) -> tuple[RatioOf, ...]:
    """Relate one stated rate to the figures around it; at most one relation."""
    rate = sentence.mentions[at]
    if rate.claim.quantity.kind not in SHARES:
        return ()
    inside = _share_inside(sentence, at)
    if inside is not None:
        verdict = fits(inside[0].stated, inside[1].stated, rate)
        return (_ratio(rate, inside, "占", verdict),)
    cue = _cue(rate)
    if cue is None:
        return ()
    pairs = [pair for pair in _pairs(sentence, at, earlier) if _may_be(cue, rate, pair)]
    for pair in pairs:
        verdict = fits(pair[0].stated, pair[1].stated, rate)
        far = pair[1].claim.sentence != rate.claim.sentence
        if verdict == "holds" or (verdict in {"rounded", "truncated"} and not far):
            return (_ratio(rate, pair, cue.group(), verdict),)
    for pair in pairs:
        if _goes_on(cue, pair, before) or (_names(cue, pair) and _adjacent(sentence, pair, rate)):
            return (_ratio(rate, pair, cue.group(), "fails"),)
    return ()


def _share_inside(sentence: Sentence, at: int) -> tuple[Mention, Mention] | None:
    """Read "12个，占全县15个乡镇的百分之八十": the whole stands inside the words of the share."""
    if at < 2:
        return None
    part, whole, rate = sentence.mentions[at - 2 : at + 1]
    told = SHARE_OF.search(whole.lead) and THE_RATE.fullmatch(rate.lead)
    fit = told and same_unit(part, whole) and clauses_apart(whole.lead) <= 1
    return (part, whole) if fit else None


def _shared_out(sentence: Sentence, at: int, earlier: Sequence[Mention]) -> tuple[RatioOf, ...]:
    """Read "94件、108件，分别占30.1%和34.6%": rates in the order of their parts."""
    mentions = sentence.mentions
    if mentions[at].claim.quantity.kind != "percent" or not SHARED_OUT.search(mentions[at].clause):
        return ()
    end = at + 1
    while end < len(mentions) and mentions[end].is_rate and AND.fullmatch(mentions[end].lead):
        end += 1
    parts = mentions[max(2 * at - end, 0) : at]
    if end - at < 2 or len(parts) < end - at or not all(alike(parts[0], one) for one in parts):
        return ()
    pairs = tuple(zip(parts, mentions[at:end], strict=True))
    for whole in (*reversed(mentions[: 2 * at - end]), *reversed(earlier)):
        verdicts = [fits(part.stated, whole.stated, rate) for part, rate in pairs]
        misfits = verdicts.count("fails")
        # Where all but one agree the whole is certain, and the odd one is wrong.
        if alike(whole, parts[0]) and misfits <= (1 if len(pairs) > 2 else 0):
            return tuple(
                _ratio(rate, (part, whole), "分别占", verdict)
                for (part, rate), verdict in zip(pairs, verdicts, strict=True)
            )
    return ()


def _cue(rate: Mention) -> re.Match[str] | None:
    """Return the words that make a figure a rate of figures around it."""
    found = (pattern.search(rate.clause) for pattern in (SHARE, RATE, COMPLETION))
    return next((cue for cue in found if cue is not None), None)


def _pairs(
    sentence: Sentence, at: int, earlier: Sequence[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """Yield the figures that a rate may be the quotient of, the nearest first."""
    before = [one for one in sentence.mentions[max(at - TRIED, 0) : at] if summable(one)]
    after = [one for one in sentence.mentions[at + 1 : at + 2] if summable(one)]
    far = [one for one in reversed(earlier) if summable(one)]
    if not before:
        before, far = far[::-1], []
    for place in range(len(before) - 1, -1, -1):
        wholes = [*reversed(before[:place]), *after, *far]
        yield from ((before[place], whole) for whole in wholes if same_unit(before[place], whole))
    yield from ((part, whole) for part in after for whole in before if same_unit(part, whole))


def _may_be(cue: re.Match[str], rate: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether a rate may be of two figures at all."""
    part, whole = pair
    if any(one.stated.hedged and not one.stated.hedged.is_bounded for one in pair):
        return False
    planned = cue.re is COMPLETION or PLANNED.search(cue.group()) is not None
    if not planned and judge_within(whole.stated, [part.stated]) == "fails":
        return False
    words = part.lead + part.claim.measure + part.tail
    if cue.re is RATE:
        # 近99% fits much, and so do figures of other sentences: their words must be the same.
        far = rate.claim.sentence != whole.claim.sentence or rate.stated.hedged is not None
        named = cue["name"][-2:] in words
        return SURVEY.search(cue["name"]) is None and (named or not far)
    subject = UNNAMED.sub("", rate.clause[: cue.start()])
    if not subject:
        return rate.claim.sentence == whole.claim.sentence
    return subject[:2] in words


def _goes_on(cue: re.Match[str], pair: tuple[Mention, Mention], before: Sequence[RatioOf]) -> bool:
    """Tell whether a share follows one of the same whole: "594人，占40.0%，女性416人，占35.0%"."""
    part, whole = pair
    last = before[-1] if before else None
    told = cue.re is SHARE and not cue["of"] and last is not None and last.verdict != "fails"
    return bool(
        told and last and last.whole.id == whole.claim.id and last.part.id != part.claim.id
    )


def _names(cue: re.Match[str], pair: tuple[Mention, Mention]) -> bool:
    """Tell whether the words of a rate name both its figures."""
    part, whole = pair
    if cue.re is RATE:
        done = OUTCOME.search(cue["name"])
        told = done is not None and done.group() in part.clause
        return told and BARE_OUTCOME.fullmatch(part.lead) is not None
    if cue.re is COMPLETION:
        return False
    of, measured = ALL.sub("", cue["of"]), whole.claim.measure
    named = len(of) > 1 and (of in measured or (len(measured) > 1 and of.endswith(measured[-2:])))
    return named or (not of and "其中" in part.lead)


def _adjacent(sentence: Sentence, pair: tuple[Mention, Mention], rate: Mention) -> bool:
    """Tell whether whole, part and rate follow each other with nothing but short clauses."""
    part, whole = pair
    return (
        clauses_apart(between(sentence, whole, part)) <= REACH
        and clauses_apart(between(sentence, part, rate)) <= 1
        and sentence.mentions.index(rate) - sentence.mentions.index(whole) == 2
    )


def _implied(sentence: Sentence) -> Iterator[RatioOf]:
    """Read the outcome of the figure before: 调处198件，调处成功188件."""
    for at in range(1, len(sentence.mentions)):
        whole, part = sentence.mentions[at - 1], sentence.mentions[at]
        cue = OUTCOME.search(part.clause)
        if cue is None or not summable(part) or not alike(whole, part):
            continue
        if part.stated.hedged or whole.stated.hedged or not _same_cases(sentence, whole, part):
            continue
        within = judge_within(whole.stated, [part.stated])
        if within != "fails" or _must_be_part(sentence, whole, part):
            yield _ratio(None, (part, whole), cue.group(), within)


def _same_cases(sentence: Sentence, whole: Mention, part: Mention) -> bool:
    """Tell whether an outcome speaks of the cases before it: no noun of its own, or theirs."""
    if whole.claim.quantity.value == 0 or part.lead.lstrip().startswith("、"):
        return False
    if clauses_apart(between(sentence, whole, part)) > REACH:
        return False
    measure = whole.claim.measure
    named = len(measure) > 1 and measure in part.clause
    return named or BARE_OUTCOME.fullmatch(part.lead) is not None


def _must_be_part(sentence: Sentence, whole: Mention, part: Mention) -> bool:
    """Tell whether an outcome above its base is a fault: none may come from an earlier year."""
    bare = BARE_OUTCOME.fullmatch(part.lead) is not None
    around = sentence.text[whole.claim.quantity.end - sentence.start :]
    return bare and whole.depth == part.depth and CARRIED.search(around) is None


def _ratio(
    rate: Mention | None, pair: tuple[Mention, Mention], cue: str, verdict: Verdict
) -> RatioOf:
    """Make the record of a ratio."""
    part, whole = pair
    implied = at_print((part.stated, whole.stated), times(quotient, HUNDRED))
    left = f"{printed(part)} / {printed(whole)}"
    if rate is not None:
        formula = f"{left} {'≠' if verdict == 'fails' else '='} {rate.claim.quantity.text}"
    elif verdict == "fails" or implied is None:
        formula = f"{printed(part)} > {printed(whole)}"
    else:
        formula = f"{left} = {percent(implied)}"
    claim = None if rate is None else rate.claim
    return RatioOf(claim, part.claim, whole.claim, cue, verdict, implied, formula)
