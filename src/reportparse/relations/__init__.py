"""Which figures the text relates to which: records, and the finders that make them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportparse.claims import Claim
from reportparse.relations.balances import Balance, find_balances
from reportparse.relations.changes import ChangeFrom, find_changes
from reportparse.relations.kernel import Verdict
from reportparse.relations.mentions import sentences
from reportparse.relations.ratios import RatioOf, find_ratios
from reportparse.relations.restatements import Restates, find_restatements
from reportparse.relations.sums import SumOf, find_sums
from reportparse.view import View

__all__ = [
    "Balance",
    "ChangeFrom",
    "RatioOf",
    "Relation",
    "Restates",
    "SumOf",
    "Verdict",
    "find_relations",
]

Relation = SumOf | RatioOf | ChangeFrom | Restates | Balance


def find_relations(claims: Sequence[Claim], view: View) -> tuple[Relation, ...]:
    """Return every relation between claims, in the order of their first figures."""
    text = sentences(claims, view)
    sums = find_sums(text)
    found: list[Relation] = [
        *sums,
        *_beside(find_ratios(text), sums),
        *find_changes(text),
        *find_restatements(text),
        *find_balances(text),
    ]
    return tuple(sorted(found, key=_place))


def _beside(ratios: Sequence[RatioOf], sums: Sequence[SumOf]) -> Iterator[RatioOf]:
    """Leave out rates that nobody states between figures that a sum relates already."""
    related = {(one.whole.id, part.id) for one in sums for part in one.parts}
    for ratio in ratios:
        if ratio.rate is not None or (ratio.whole.id, ratio.part.id) not in related:
            yield ratio


def _place(relation: Relation) -> int:
    return min(claim.quantity.at for _, claim in relation.members)
