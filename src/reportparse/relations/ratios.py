"""Ratios: the rates that a text states, and those that two figures imply and nobody states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar, Final, Literal

from reportparse.claims import Claim
from reportparse.relations.bound import BARE_OUTCOME
from reportparse.relations.cues import any_of
from reportparse.relations.elsewhere import elsewhere
from reportparse.relations.kernel import (
    HUNDRED,
    Verdict,
    at_print,
    judge_within,
    pooled,
    quotient,
    rounded,
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
from reportparse.relations.named import named_shares
from reportparse.relations.portions import portions
from reportparse.relations.rated import Rated
from reportparse.relations.rates import IN_IT, find_rates

#: So many sentences before, the whole of shares may be told by its name.
BACK: Final = 4
#: How many clauses may lie between a rate and its numerator.
REACH: Final = 2
#: These may take in cases of an earlier period: "受理9件，办结11件（含上年结转）".
CARRIED: Final = re.compile("(?<!成功)" + any_of("carried_over"))
#: "，调处成功188件": what became of the cases before it.
OUTCOME: Final = re.compile("(?<![未不没])" + any_of("outcome"))
#: What relates the shares of a sentence to figures of sentences before it.
FAR: Final = (portions, named_shares, elsewhere)


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
    #: Further parts whose share is stated together with that of `part`.
    others: tuple[Claim, ...] = ()

    kind: ClassVar[Literal["ratio"]] = "ratio"

    @property
    def members(self) -> tuple[tuple[str, Claim], ...]:
        """Rate (if stated), part and whole, each with its role."""
        more = (("part", claim) for claim in self.others)
        figures = (("part", self.part), *more, ("whole", self.whole))
        return figures if self.rate is None else (("rate", self.rate), *figures)


def find_ratios(text: Sequence[Sentence]) -> tuple[RatioOf, ...]:
    """Return the ratios of a text: stated rates first, then implied ones they leave over."""
    found: list[RatioOf] = []
    for place, sentence in enumerate(text):
        earlier = text[place - 1].mentions if place else ()
        rated = find_rates(sentence, earlier, text[max(place - BACK, 0) : max(place - 1, 0)])
        for finder in FAR:
            rated = _with_more(rated, finder(text, place, rated))
        taken = {one.part.claim.id for one in rated}
        found += (_stated(one) for one in rated)
        found += (one for one in _implied(sentence) if one.part.id not in taken)
    return tuple(found)


def _with_more(rated: Sequence[Rated], more: Sequence[Rated]) -> tuple[Rated, ...]:
    """Return rates with those that another rule relates, of each rate the later."""
    again = {one.rate.claim.id for one in more}
    return (*(one for one in rated if one.rate.claim.id not in again), *more)


def percent(value: Decimal, place: Decimal = Decimal("0.1")) -> str:
    """Show a rate to a place.

    >>> percent(Decimal("94.949"))
    '94.9%'
    """
    return f"{rounded(value, place)}%"


def _implied(sentence: Sentence) -> Iterator[RatioOf]:
    """Read the outcome of the figure before: 调处198件，调处成功188件."""
    bases = _heads(sentence.mentions)
    for before, part, cue in _outcomes(sentence):
        # 收集33件，解决31件，回复33件: two outcomes of the same 33.
        above = judge_within(before.stated, [part.stated]) == "fails"
        whole = bases.get(before.claim.id, before) if above else before
        bases[part.claim.id] = bases.get(before.claim.id, whole)
        within = judge_within(whole.stated, [part.stated])
        if within != "fails" or _must_be_part(sentence, whole, part):
            yield _ratio(None, (part, whole), cue.group(), within)


def _heads(mentions: Sequence[Mention]) -> dict[str, Mention]:
    """Return the figure that each part of a list is of: 受理17件，其中民事8件、刑事9件."""
    heads: dict[str, Mention] = {}
    for before, one in pairwise(mentions):
        if IN_IT.match(one.lead):
            heads[one.claim.id] = before
        elif before.claim.id in heads and one.lead.lstrip().startswith("、"):
            heads[one.claim.id] = heads[before.claim.id]
    return heads


def _outcomes(sentence: Sentence) -> Iterator[tuple[Mention, Mention, re.Match[str]]]:
    """Yield figures with the figure before them whose outcome they may be."""
    for whole, part in pairwise(sentence.mentions):
        cue = OUTCOME.search(part.clause)
        if cue is None or not summable(part) or not alike(whole, part):
            continue
        exact = not (part.stated.hedged or whole.stated.hedged)
        if exact and _same_cases(sentence, whole, part):
            yield whole, part, cue


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


def _stated(rated: Rated) -> RatioOf:
    """Make the record of a stated rate."""
    ratio = _ratio(rated.rate, (rated.part, rated.whole), rated.cue, rated.verdict)
    if not rated.others:
        return ratio
    parts = (rated.part, *rated.others)
    inputs = [one.stated for one in (*parts, rated.whole)]
    terms = " + ".join(printed(one) for one in parts)
    sign = "≠" if rated.verdict == "fails" else "="
    return replace(
        ratio,
        implied=at_print(inputs, times(pooled(len(parts)), HUNDRED)),
        formula=f"({terms}) / {printed(rated.whole)} {sign} {rated.rate.claim.quantity.text}",
        others=tuple(one.claim for one in rated.others),
    )


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
