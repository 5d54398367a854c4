"""Rates and shares: 占…的40%, 办结率96%, and the rate that two figures imply but nobody states.

A stated rate is set against the figures before it. One that fits is recorded; a misfit counts
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
    summable,
)

#: How many clauses may lie between a rate and its numerator.
REACH: Final = 2
#: How many figures before a rate are tried as its numerator and denominator.
TRIED: Final = 4
#: Words that may stand between what a rate is called and its figure: "达到", "均为".
REACHES: Final = r"(?:[已均约仅都]?(?:达到?|为|是|占|高达|提高到|提升至|保持在)?了?[约近超]?)"
#: "占总人口的51.4%", "占比54.5%", "占全部支出比重为30%".
SHARE: Final = re.compile(r"占(?P<of>[^占]{0,24}?)(?:的|比|比例|比重|的比重|的比例)?" + REACHES + "$")
#: "办结率为96%", "按期整改完成率达95%".
RATE: Final = re.compile(r"(?P<name>[一-鿿]{1,12}?)率" + REACHES + "$")
#: "完成年度任务的95%".
COMPLETION: Final = re.compile(r"完成(?P<of>[^完成]{1,16})的" + REACHES + "$")
#: A rate asked of people has its own base.
SURVEY: Final = re.compile(any_of("survey"))
#: "，调处成功188件": what became of the cases before it.
OUTCOME: Final = re.compile(any_of("outcome"))
#: Nothing but the outcome in the clause, so that it can speak of the figure before only:
#: "，已全部整改" and "，现已调处成功", not "，整改隐患".
BARE_OUTCOME: Final = re.compile(
    r"[，、,；;（( ]*(?:其中)?[已现并均共中全部当场依法及时按期]{0,6}" + any_of("outcome")
    + r"(?:了|的|完毕|率)?[共有为达]?$"
)  # fmt: skip
#: These may take in cases of an earlier period: "受理9件，办结11件（含上年结转）".
CARRIED: Final = re.compile(any_of("carried_over"))
WHOLE_NAME: Final = re.compile(r"总|全部|全[市县区镇乡省街村]?")


@dataclass(frozen=True, slots=True)
class RatioOf:
    """A part, its whole and the rate between them, as far as the text states them."""

    #: `None` where the text gives the two figures and no rate.
    rate: Claim | None
    part: Claim
    #: `None` where the text names the whole and gives no figure: 占年计划的85%.
    whole: Claim | None
    cue: str
    verdict: Verdict
    #: The rate in per cent that the printed figures give.
    implied: Decimal | None
    #: "188 / 198 = 94.9%".
    formula: str

    kind: ClassVar[Literal["ratio"]] = "ratio"

    @property
    def members(self) -> tuple[tuple[str, Claim], ...]:
        """Rate, part and whole, as far as they are stated."""
        named = (("rate", self.rate), ("part", self.part), ("whole", self.whole))
        return tuple((role, claim) for role, claim in named if claim is not None)


def find_ratios(text: Sequence[Sentence]) -> tuple[RatioOf, ...]:
    """Return the ratios of a text: stated rates first, then implied ones they leave over."""
    found: list[RatioOf] = []
    for sentence in text:
        stated = [one for at in range(len(sentence.mentions)) for one in _stated(sentence, at)]
        taken = {claim.id for one in stated for role, claim in one.members if role == "part"}
        found += stated
        found += (one for one in _implied(sentence) if one.part.id not in taken)
    return tuple(found)


def fits(part: Stated, whole: Stated, rate: Stated) -> Verdict:
    """Tell whether part / whole is the rate in per cent."""
    return judge(rate, (part, whole), times(quotient, HUNDRED))


def percent(value: Decimal, like: Decimal = Decimal("0.1")) -> str:
    """Show a rate, with one place more than `like` states.

    >>> percent(Decimal("94.949"))
    '94.9%'
    """
    return f"{value.quantize(min(like, Decimal('0.1')))}%"


def _stated(sentence: Sentence, at: int) -> Iterator[RatioOf]:
    """Relate one stated rate to the figures before it; at most one relation."""
    rate = sentence.mentions[at]
    if rate.claim.quantity.kind != "percent":
        return
    cue = _cue(rate.clause)
    before = [one for one in sentence.mentions[max(at - TRIED, 0) : at] if summable(one)]
    if cue is None or not before:
        return
    pairs = [(part, whole) for part in reversed(before) for whole in _wholes(before, part)]
    for part, whole in pairs:
        verdict = fits(part.stated, whole.stated, rate.stated)
        if verdict not in {"fails", "untestable"}:
            yield _ratio(rate, (part, whole), cue.group(), verdict)
            return
    yield from _misfit(sentence, rate, pairs, cue)


def _cue(clause: str) -> re.Match[str] | None:
    """Return the words that make a figure a rate of figures before it."""
    for pattern in (SHARE, RATE, COMPLETION):
        cue = pattern.search(clause)
        if cue is not None:
            return cue
    return None


def _wholes(before: Sequence[Mention], part: Mention) -> Iterator[Mention]:
    """Yield the figures that `part` may be a share of, nearest first; its own clause included."""
    place = before.index(part)
    yield from (one for one in reversed(before[:place]) if alike(one, part))


def _misfit(
    sentence: Sentence,
    rate: Mention,
    pairs: Sequence[tuple[Mention, Mention]],
    cue: re.Match[str],
) -> Iterator[RatioOf]:
    """Relate a rate that no pair fits: a fault where words name the pair, else untestable."""
    for part, whole in pairs:
        if _names(cue, part, whole) and _adjacent(sentence, (whole, part, rate)):
            yield _ratio(rate, (part, whole), cue.group(), "fails")
            return
    part = next(one for one in reversed(sentence.mentions) if one is not rate and _before(one, rate))
    shares = cue.re is SHARE and summable(part)
    if shares and clauses_apart(between(sentence, part, rate)) == 1:
        yield RatioOf(
            rate.claim, part.claim, None, cue.group(), "untestable", None,
            f"{printed(part)} / ? = {rate.claim.quantity.text}",
        )  # fmt: skip


def _before(one: Mention, other: Mention) -> bool:
    return one.claim.quantity.at < other.claim.quantity.at


def _names(cue: re.Match[str], part: Mention, whole: Mention) -> bool:
    """Tell whether the words of a rate name both its figures."""
    if cue.re is RATE:
        name = cue["name"]
        done = OUTCOME.search(name)
        return (
            done is not None
            and SURVEY.search(name) is None
            and done.group() in part.clause
            and BARE_OUTCOME.fullmatch(part.lead) is not None
        )
    of = cue["of"]
    measured = whole.claim.measure
    named = len(of) > 1 and len(measured) > 1 and (of.endswith(measured[-2:]) or of in measured)
    return cue.re is SHARE and (named or "其中" in part.lead) and not _other_base(of, measured)


def _other_base(of: str, measured: str) -> bool:
    """Tell whether 占 names a base that is not the figure before: 占全省的12%."""
    plain = WHOLE_NAME.sub("", of)
    return bool(plain) and plain[-2:] not in measured


def _adjacent(sentence: Sentence, figures: tuple[Mention, Mention, Mention]) -> bool:
    """Tell whether whole, part and rate follow each other with nothing but short clauses."""
    whole, part, rate = figures
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
    if clauses_apart(between(sentence, whole, part)) > REACH or whole.claim.quantity.value == 0:
        return False
    measure = whole.claim.measure
    named = len(measure) > 1 and measure[-2:] in part.clause
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
    sign = "≠" if verdict == "fails" else "="
    if rate is not None:
        result = rate.claim.quantity.text
    else:
        result = "?" if implied is None else percent(implied)
        sign = ">" if verdict == "fails" else "="
    formula = f"{printed(part)} / {printed(whole)} {sign} {result}"
    if rate is None and verdict == "fails":
        formula = f"{printed(part)} > {printed(whole)}"
    return RatioOf(
        None if rate is None else rate.claim,
        part.claim,
        whole.claim,
        cue,
        verdict,
        implied,
        formula,
    )
