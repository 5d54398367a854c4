"""The ledger of a report: what was recomputed and how it came out, and what could not be.

Every relation has an entry. So has a figure that asks to be recomputed (a rate, a change, a part)
and that nothing in the text can be held against: its entry says what is missing. No finding then
never means that nothing was looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from reportparse.claims import Claim
from reportparse.relations import ChangeFrom, Relation, SumOf, Verdict
from reportparse.relations.changes import COMPARABLE
from reportparse.relations.cues import any_of
from reportparse.relations.mentions import MOST_FIGURES, SUMMABLE
from reportparse.relations.tallies import Tally
from reportparse.report import Report, once
from reportparse.span import Span

Outcome = Literal["exactly", "rounded", "truncated", "within", "fails", "untested"]
#: Why nothing could be recomputed.
Reason = Literal[
    "no_base", "no_figures", "other_unit", "not_tied", "hedge", "comparable", "zero", "planned"
]

#: Outcomes that agree: to the last digit, by rounding, by truncation, within bounds.
HELD: Final[tuple[Outcome, ...]] = ("exactly", "rounded", "truncated", "within")
REASONS: Final[tuple[Reason, ...]] = (
    "no_base", "no_figures", "other_unit", "not_tied", "hedge", "comparable", "zero", "planned",
)  # fmt: skip
#: How a verdict that is no plain agreement is entered.
OUTCOMES: Final[dict[Verdict, Outcome]] = {
    "rounded": "rounded",
    "truncated": "truncated",
    "fails": "fails",
    "untestable": "untested",
}
#: Kinds of figures that say what others are to each other: 98%, 12个百分点, 两倍, 三分之二.
RATES: Final = frozenset({"percent", "permille", "fraction", "multiple"})
#: What ends a stretch of figures that speak of each other, and a clause in it.
STOP: Final = re.compile(r"[。；;！？\n]")
BREAK: Final = re.compile(r"[，,：:。；;！？\n]")
#: "分别较上年增长": the figure behind is a change.
CHANGED: Final = re.compile(any_of("rise", "fall"))
#: Words are followed so far back: where full stops were lost, the cost keeps in step.
REACH: Final = 400
#: What is planned or prescribed has nothing to be held against yet.
PLANNED: Final = frozenset({"target", "normative"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was to be recomputed."""

    #: "sum", "ratio", "change", "restates", "balance".
    kind: str
    #: "69 = 28 + 20 + 21"; of a figure that was not recomputed, what it is and says.
    formula: str
    outcome: Outcome
    #: Why it was not recomputed; "" where it was.
    reason: Reason | Literal[""]
    #: Ids of the claims it is about; none for a line of a table.
    claims: tuple[str, ...]
    #: Where its first figure stands.
    span: Span

    @property
    def held(self) -> bool:
        """Whether it was recomputed and agrees."""
        return self.outcome in HELD


@once
def ledger(report: Report) -> tuple[Entry, ...]:
    """Return an entry for all that was, or should have been, recomputed, in order of the text."""
    tried = [_of_relation(relation) for relation in report.relations]
    counted = [_of_tally(one) for one in report.tallies]
    entries = (*tried, *counted, *_untried(report))
    return tuple(sorted(entries, key=lambda entry: entry.span.start))


def _of_tally(tally: Tally) -> Entry:
    """Enter a line of a table that was added up; its figures are cells and no claims."""
    figures = (*tally.left, *tally.right)
    sign = "≠" if tally.verdict == "fails" else "="
    left, right = (
        " + ".join(f"{one.value:f}" for one in side) for side in (tally.left, tally.right)
    )
    first = min(figures, key=lambda one: one.span.start)
    outcome = OUTCOMES.get(tally.verdict, "exactly")
    kind = "balance" if tally.axis == "form" else "sum"
    return Entry(kind, f"{tally.name} {left} {sign} {right}".strip(), outcome, "", (), first.span)


def _of_relation(relation: Relation) -> Entry:
    claims = [claim for _, claim in relation.members]
    first = min(claims, key=lambda claim: claim.quantity.at)
    reason = _reason(relation, claims)
    return Entry(
        relation.kind,
        relation.formula,
        "untested" if reason else _outcome(relation, claims),
        reason,
        tuple(claim.id for claim in claims),
        first.quantity.span,
    )


def _reason(relation: Relation, claims: Sequence[Claim]) -> Reason | Literal[""]:
    """Tell why a relation says nothing, though its figures are all there."""
    if isinstance(relation, ChangeFrom) and relation.before is None and relation.delta is None:
        return "no_base"
    if relation.verdict == "untestable":
        return "zero" if any(claim.quantity.value == 0 for claim in claims) else "hedge"
    other_basis = isinstance(relation, ChangeFrom) and relation.comparable
    return "comparable" if other_basis and relation.verdict == "fails" else ""


def _outcome(relation: Relation, claims: Sequence[Claim]) -> Outcome:
    """Name how a relation came out; within bounds is less than agreement to the last digit."""
    if relation.verdict != "holds":
        return OUTCOMES[relation.verdict]
    hedged = any(claim.quantity.hedge != "exact" for claim in claims)
    return "within" if hedged or _is_bound_only(relation) else "exactly"


def _is_bound_only(relation: Relation) -> bool:
    """Tell whether only this was tested, that no part is above its whole."""
    if isinstance(relation, SumOf):
        return not relation.closes
    return relation.kind == "ratio" and "rate" not in dict(relation.members)


def _untried(report: Report) -> Iterator[Entry]:
    """Yield the figures that ask to be recomputed and stand in no relation."""
    related = {
        claim.id for one in report.relations if one.kind != "restates" for _, claim in one.members
    }
    for claim, before, figures in _with_what_stands_before(report):
        kind = "" if claim.id in related else _asked(claim, before)
        if kind:
            reason = _missing(kind, claim, before, figures)
            text = f"{claim.measure} {claim.quantity.text}".strip()
            yield Entry(kind, text, "untested", reason, (claim.id,), claim.quantity.span)


def _with_what_stands_before(
    report: Report,
) -> Iterator[tuple[Claim, str, tuple[Claim, ...]]]:
    """Yield each claim with the words and the claims before it, back to the last ； or 。."""
    text, claims = report.view.text, report.claims
    first, behind, end = 0, 0, -1
    for place, claim in enumerate(claims):
        at = claim.quantity.at
        if at >= end:
            first, behind = place, max(end, 0)
            stop = STOP.search(text, claim.quantity.end)
            end = stop.start() if stop else len(text)
        before = claims[max(first, place - MOST_FIGURES) : place]
        yield claim, text[max(behind, at - REACH) : at], before


def _asked(claim: Claim, before: str) -> str:
    """Tell what kind of relation a figure asks for; "" where it stands for itself."""
    kind = claim.quantity.kind
    if claim.change or kind == "point" or (kind in RATES and CHANGED.search(_clauses(before, 1))):
        return "change"
    if kind in RATES:
        return "ratio"
    return "sum" if claim.scope == "part" and kind in SUMMABLE else ""


def _missing(kind: str, claim: Claim, before: str, figures: Sequence[Claim]) -> Reason:
    """Tell what is missing to recompute a figure."""
    if claim.status in PLANNED:
        return "planned"
    if kind == "change":
        return "comparable" if _is_comparable(before, claim) else "no_base"
    others = [one for one in figures if one.quantity.kind in SUMMABLE]
    return _whole_missing(claim, others) if kind == "sum" else _pair_missing(others)


def _is_comparable(before: str, claim: Claim) -> bool:
    """Tell whether a change is said to be of another definition or in other prices."""
    return COMPARABLE.search(_clauses(before, 2) + claim.measure) is not None


def _clauses(words: str, last: int) -> str:
    """Return the last clauses of some words."""
    return "，".join(BREAK.split(words)[-last:])


def _whole_missing(part: Claim, others: Sequence[Claim]) -> Reason:
    """Tell why a part has no whole."""
    if not others:
        return "no_figures"
    like = [one for one in others if one.quantity.unit == part.quantity.unit]
    return _untied((part, *like)) if like else "other_unit"


def _pair_missing(others: Sequence[Claim]) -> Reason:
    """Tell why a rate has no numerator and denominator: two figures of one unit."""
    units = Counter(one.quantity.unit for one in others)
    like = [one for one in others if units[one.quantity.unit] > 1]
    if like:
        return _untied(like)
    return "other_unit" if len(others) > 1 else "no_figures"


def _untied(figures: Sequence[Claim]) -> Reason:
    """Tell why figures that count in one unit were not set against each other."""
    closed = all(claim.quantity.interval.is_bounded for claim in figures)
    return "not_tied" if closed else "hedge"
