"""Relations judged anew with one figure changed: what a repair would mend, what it would break.

Each relation is read as a stated figure, inputs and the work between them, as its finder did; a
figure is then put in the place of one that is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from reportparse.claims import Claim
from reportparse.relations.balances import Balance
from reportparse.relations.changes import ChangeFrom
from reportparse.relations.kernel import (
    HUNDRED,
    Stated,
    Verdict,
    Work,
    added,
    difference,
    growth,
    growth_by,
    judge,
    judge_equal,
    judge_within,
    pooled,
    stated_by,
    times,
)
from reportparse.relations.ratios import RatioOf
from reportparse.relations.restatements import Restates
from reportparse.relations.structures import Identity
from reportparse.relations.sums import SumOf

Judged = SumOf | RatioOf | ChangeFrom | Restates | Balance | Identity
#: What each figure states, by the id of its claim.
Figures = Mapping[str, Stated]


def figures_of(relation: Judged) -> dict[str, Stated]:
    """Return what the figures of a relation state."""
    read = {claim.id: stated_by(claim.quantity) for _, claim in relation.members}
    return {name: stated for name, stated in read.items() if stated is not None}


def with_value(figures: Figures, claim: str, value: Decimal) -> dict[str, Stated]:
    """Return the figures with another value in the place of one."""
    return {**figures, claim: replace(figures[claim], value=value)}


def rejudged(relation: Judged, figures: Figures) -> Verdict:
    """Judge a relation with these figures in the place of the printed ones."""
    if any(claim.id not in figures for _, claim in relation.members):
        return "untestable"
    judged: Verdict = JUDGES[relation.kind](relation, figures)
    return judged


def _sum(relation: SumOf, figures: Figures) -> Verdict:
    whole = figures[relation.whole.id]
    parts = [figures[part.id] for part in relation.parts]
    # One that should have closed and does not is mended only by closing.
    if len(parts) > 1 and (relation.closes or relation.verdict == "fails"):
        return judge(whole, parts, added)
    return judge_within(whole, parts)


def _ratio(relation: RatioOf, figures: Figures) -> Verdict:
    parts = [figures[part.id] for part in (relation.part, *relation.others)]
    whole = figures[relation.whole.id]
    if relation.rate is None:
        return judge_within(whole, parts)
    factor = {"percent": HUNDRED, "permille": HUNDRED * 10}.get(relation.rate.quantity.kind)
    work = times(pooled(len(parts)), factor or Decimal(1))
    return judge(figures[relation.rate.id], [*parts, whole], work)


def _change(relation: ChangeFrom, figures: Figures) -> Verdict:
    now = figures[relation.now.id]
    stated = relation.change or relation.delta
    falls = relation.direction == "fall"
    if stated is None or relation.verdict == "untestable":
        return relation.verdict
    sought = _turned(figures[stated.id], turned=falls)
    if stated.quantity.kind == "multiple":
        return relation.verdict
    if relation.before is None and relation.delta is not None:
        inputs = (now, _turned(figures[relation.delta.id], turned=falls))
        return judge(sought, inputs, times(growth_by, HUNDRED))
    return _from_base(relation, sought, figures)


def _from_base(relation: ChangeFrom, sought: Stated, figures: Figures) -> Verdict:
    """Judge a change whose base is printed."""
    if relation.before is None:
        return relation.verdict
    work: Work = difference if relation.change is None else times(growth, HUNDRED)
    return judge(sought, (figures[relation.now.id], figures[relation.before.id]), work)


def _turned(stated: Stated, *, turned: bool) -> Stated:
    """Return a change with its sign."""
    if not turned:
        return stated
    hedged = None if stated.hedged is None else stated.hedged.scaled(Decimal(-1))
    return Stated(-stated.value, stated.place, hedged)


def _restates(relation: Restates, figures: Figures) -> Verdict:
    first, again = figures[relation.first.id], figures[relation.again.id]
    return judge_equal((first,), (again,))


def _balance(relation: Balance | Identity, figures: Figures) -> Verdict:
    if isinstance(relation, Identity):
        return _identity(relation, figures)
    before, inflow, outflow, after = (figures[claim.id] for _, claim in relation.members)
    return judge_equal((before, inflow), (outflow, after))


def _identity(relation: Identity, figures: Figures) -> Verdict:
    """Judge a definition by the roles of its figures: a sum, a difference, shares of a hundred."""
    told = [(role, figures[claim.id]) for role, claim in relation.members]
    parts = [stated for role, stated in told if role == "part"]
    roles = dict(told)
    if "rate" in roles or len(told) == 1:
        # The shares of a structure are one figure: no slip of the whole of it is tried.
        return relation.verdict
    if "rest" in roles:
        return judge(roles["rest"], (roles["whole"], roles["part"]), difference)
    return judge(roles.get("whole", Stated(HUNDRED)), parts, added)


#: How the relations of each kind are judged.
JUDGES: dict[str, Callable[..., Verdict]] = {
    "sum": _sum,
    "ratio": _ratio,
    "change": _change,
    "restates": _restates,
    "balance": _balance,
}


def claims_of(relation: Judged) -> tuple[Claim, ...]:
    """Return the figures of a relation."""
    return tuple(claim for _, claim in relation.members)
