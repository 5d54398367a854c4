"""Which figure is most likely wrong, and what was meant: the smallest repair that mends most.

A figure that breaks three relations is one slip. Each figure of a relation that fails is tried
with every value that one slip of the pen makes of it; the repair that mends most relations and
breaks none is named first, and among those the one that changes least.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from reportparse.claims import Claim
from reportparse.interval import Interval
from reportparse.relations.kernel import Stated
from reportparse.relations.rejudging import (
    Figures,
    Judged,
    claims_of,
    figures_of,
    rejudged,
    with_value,
)
from reportparse.relations.slips import EDITS, Edit, slips_of

#: Relations of one figure that are tried; a longer list of them says no more.
MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Repair:
    """A figure, what was meant by it, and what that would mend."""

    claim: Claim
    value: Decimal
    edit: Edit
    #: Relations that fail as printed and would agree.
    mends: tuple[Judged, ...]
    #: Relations that agree as printed and would fail.
    breaks: int
    #: How many of those mended agree to the last digit.
    exact: int = 0

    @property
    def order(self) -> tuple[int, int, int, int]:
        """The best first: most mended for least broken, then the closest and the smallest edit."""
        gain = len(self.mends) - self.breaks
        return -gain, self.breaks, -self.exact, EDITS.index(self.edit)


def repairs(relations: Iterable[Judged]) -> tuple[Repair, ...]:
    """Return the repairs of every figure that fails somewhere, the best first."""
    known = [one for one in relations if one.verdict != "untestable" and _is_sound(one)]
    found = (one for claim, near in _suspects(known) for one in _repairs(claim, near))
    return tuple(sorted(found, key=lambda one: one.order))


def _suspects(relations: Sequence[Judged]) -> Iterator[tuple[Claim, list[Judged]]]:
    """Yield the figures of the relations that fail, each with the relations that it stands in."""
    suspects = {claim.id: claim for one in relations if _fails(one) for claim in claims_of(one)}
    near: dict[str, list[Judged]] = {name: [] for name in suspects}
    for one in relations:
        for name in near.keys() & {claim.id for claim in claims_of(one)}:
            near[name].append(one)
    for name, claim in suspects.items():
        yield claim, near[name][:MOST]


def _fails(relation: Judged) -> bool:
    return relation.verdict == "fails"


def _is_sound(relation: Judged) -> bool:
    """Tell whether a relation is judged anew as it was judged before: its words may be wrong."""
    return (rejudged(relation, figures_of(relation)) == "fails") == (relation.verdict == "fails")


def _repairs(claim: Claim, relations: Sequence[Judged]) -> Iterator[Repair]:
    """Yield the repairs of one figure that mend something, the smallest edit of each value."""
    quantity = claim.quantity
    figures = {name: one for relation in relations for name, one in figures_of(relation).items()}
    stated = figures.get(claim.id)
    if stated is None or stated.hedged is not None or quantity.value is None:
        return
    edits: dict[Decimal, Edit] = {}
    for edit, value in slips_of(quantity.value, quantity.precision):
        edits.setdefault(value, edit)
    hopeful = _hopeful(claim, sorted(edits), relations, figures)
    for value in (one for one in edits if one in hopeful):
        tried = _slipped(figures, claim, (edits[value], value))
        repair = _tried(claim, (edits[value], value), relations, tried)
        if repair.mends:
            yield repair


def _slipped(figures: Figures, claim: Claim, change: tuple[Edit, Decimal]) -> Figures:
    """Return the figures with what was meant by one of them in its place."""
    edit, value = change
    tried = with_value(figures, claim.id, value)
    meant = tried[claim.id]
    if edit == "magnitude" and meant.place and value > figures[claim.id].value:
        # 9.49% for 94.9% was printed with its point one place too far to the left.
        tried[claim.id] = replace(meant, place=meant.place * 10)
    return tried


def _hopeful(
    claim: Claim, values: Sequence[Decimal], relations: Sequence[Judged], figures: Figures
) -> frozenset[Decimal]:
    """Return the values of a figure that may mend something; most lie in ranges that do not."""
    place = figures[claim.id].place
    failing = [one for one in relations if _fails(one)]

    def fits(low: Decimal, high: Decimal) -> bool:
        slack = place * 10
        spread = Stated(low, place, Interval(low - slack, high + slack))
        tried = {**figures, claim.id: spread}
        return any(rejudged(one, tried) != "fails" for one in failing)

    return frozenset(_within(values, fits))


def _within(
    values: Sequence[Decimal], fits: Callable[[Decimal, Decimal], bool]
) -> Iterator[Decimal]:
    """Yield the values that lie in ranges which fit; a half that does not is dropped whole."""
    if not values or not fits(values[0], values[-1]):
        return
    middle = len(values) // 2
    if not middle:
        yield values[0]
        return
    yield from _within(values[:middle], fits)
    yield from _within(values[middle:], fits)


def _tried(
    claim: Claim, change: tuple[Edit, Decimal], relations: Sequence[Judged], figures: Figures
) -> Repair:
    """Judge the relations of a figure with another value in its place."""
    after = [(one, rejudged(one, figures)) for one in relations]
    mends = tuple(one for one, verdict in after if one.verdict == "fails" != verdict)
    breaks = sum(one.verdict != "fails" == verdict for one, verdict in after)
    exact = sum(one in mends and verdict == "holds" for one, verdict in after)
    return Repair(claim, change[1], change[0], mends, breaks, exact)
