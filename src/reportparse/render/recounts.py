"""Relations as formulas of a workbook: what is stated, and what the other figures give.

The formulas refer to the cells of the figures, so that an auditor who corrects one there sees
every sum with it come out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportparse.claims import Claim
from reportparse.relations import Balance, ChangeFrom, Identity, RatioOf, Relation, Restates, SumOf

#: Where a figure stands in the workbook: "'数据'!$H$12".
Cell = Callable[[Claim], str]
#: What a quotient is multiplied by to be written as a rate of a kind.
FACTORS: Final = {"percent": Decimal(100), "fraction": Decimal(1), "permille": Decimal(1000)}
#: Two numbers that differ by less are one: the quotient may have been worked out another way.
SAME: Final = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Term:
    """A formula and its value."""

    formula: str
    value: Decimal

    def __add__(self, other: Term) -> Term:
        return Term(f"{self.formula}+{other.formula}", self.value + other.value)

    def __sub__(self, other: Term) -> Term:
        return Term(f"{self.formula}-({other.formula})", self.value - other.value)

    def __neg__(self) -> Term:
        return Term(f"-{self.formula}", -self.value)

    def over(self, other: Term, factor: Decimal) -> Term:
        """Divide by another term, times a factor."""
        formula = f"({self.formula})/({other.formula})*{factor}"
        return Term(formula, self.value / other.value * factor)


@dataclass(frozen=True, slots=True)
class Recount:
    """What a relation states, `None` where the text does not, and what is worked out."""

    stated: Term | None
    computed: Term


def recount(relation: Relation, cell: Cell) -> Recount | None:
    """Return the formulas of a relation, `None` where a figure has no one value."""
    values = [claim.quantity.value for _, claim in relation.members]
    if any(value is None for value in values):
        return None

    def term(claim: Claim) -> Term:
        return Term(cell(claim), claim.quantity.value or Decimal(0))

    if isinstance(relation, SumOf):
        return Recount(term(relation.whole), _added([term(part) for part in relation.parts]))
    if isinstance(relation, Restates):
        return Recount(term(relation.first), term(relation.again))
    if isinstance(relation, Balance):
        left = term(relation.before) + term(relation.inflow)
        return Recount(left, term(relation.outflow) + term(relation.after))
    if isinstance(relation, RatioOf):
        return _ratio(relation, term)
    return _closest(relation, term)


def _added(terms: list[Term]) -> Term:
    first, *rest = terms
    for one in rest:
        first += one
    return first


def _ratio(relation: RatioOf, term: Callable[[Claim], Term]) -> Recount | None:
    """Divide the part by the whole."""
    kind = "percent" if relation.rate is None else relation.rate.quantity.kind
    if kind not in FACTORS or not relation.whole.quantity.value:
        return None
    computed = term(relation.part).over(term(relation.whole), FACTORS[kind])
    return Recount(None if relation.rate is None else term(relation.rate), computed)


def _closest(relation: ChangeFrom | Identity, term: Callable[[Claim], Term]) -> Recount | None:
    """Return the formula that gives what the relation was judged by."""
    if isinstance(relation, Identity):
        *others, last = (term(claim) for _, claim in relation.members)
        tried, stated, meant = _definitions(others), last, relation.computed
    else:
        claim = relation.change or relation.delta
        if claim is None:
            return None
        stated = term(claim) if relation.direction == "rise" else -term(claim)
        if claim.quantity.kind == "multiple":
            return _multiple(relation, term, stated)
        tried, meant = _changes(relation, term), relation.implied
    if meant is None:
        return None
    fitting = (
        one for one in tried if abs(one.value - meant) <= SAME * max(abs(meant), Decimal(1))
    )
    found = next(fitting, None)
    return None if found is None else Recount(stated, found)


def _definitions(terms: list[Term]) -> Iterator[Term]:
    """Yield what the figures of a definition may come to."""
    if terms:
        yield _added(terms)
        first, *rest = terms
        if rest:
            yield first - _added(rest)
        if len(rest) == 1 and rest[0].value:
            yield first.over(rest[0], Decimal(1))


def _changes(relation: ChangeFrom, term: Callable[[Claim], Term]) -> Iterator[Term]:
    """Yield what a change may be worked out from."""
    now = term(relation.now)
    if relation.before is not None:
        before = term(relation.before)
        yield now - before
        if before.value:
            yield (now - before).over(before, Decimal(100))
    elif relation.delta is not None:
        rise = term(relation.delta) if relation.direction == "rise" else -term(relation.delta)
        if now.value != rise.value:
            yield rise.over(now - rise, Decimal(100))


def _multiple(relation: ChangeFrom, term: Callable[[Claim], Term], stated: Term) -> Recount | None:
    """Work out a multiple: by how much a figure grew, or how often the base it is.

    增长两倍 is often written of what is twice as much, so the nearer reading is shown.
    """
    if relation.before is None or not relation.before.quantity.value:
        return None
    now, before = term(relation.now), term(relation.before)
    readings = ((now - before).over(before, Decimal(1)), now.over(before, Decimal(1)))
    return Recount(stated, min(readings, key=lambda one: abs(one.value - stated.value)))
