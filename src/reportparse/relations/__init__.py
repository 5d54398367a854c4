"""Which figures the text relates to which: records, and the finders that make them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportparse.claims import Claim
from reportparse.relations.averages import find_averages
from reportparse.relations.balances import Balance, find_balances
from reportparse.relations.changes import ChangeFrom, find_changes
from reportparse.relations.complements import find_complements
from reportparse.relations.hundreds import find_hundreds
from reportparse.relations.implied import find_implied
from reportparse.relations.kernel import Verdict
from reportparse.relations.mentions import sentences
from reportparse.relations.ratios import RatioOf, find_ratios
from reportparse.relations.restatements import Restates, find_restatements
from reportparse.relations.structures import Identity, find_identities
from reportparse.relations.sums import SumOf, find_sums
from reportparse.view import View

__all__ = [
    "Balance",
    "ChangeFrom",
    "Identity",
    "RatioOf",
    "Relation",
    "Restates",
    "SumOf",
    "Verdict",
    "find_relations",
]

Relation = SumOf | RatioOf | ChangeFrom | Restates | Balance | Identity


def find_relations(claims: Sequence[Claim], view: View) -> tuple[Relation, ...]:
    """Return every relation between claims, in the order of their first figures."""
    text = sentences(claims, view)
    sums = find_sums(text)
    ratios = find_ratios(text)
    changes = find_changes(text)
    compared = {claim.id for one in changes for _, claim in one.members}
    found: list[Relation] = [
        *_without_stated(sums, ratios),
        *_without_related(ratios, sums),
        *changes,
        *find_implied(text, compared),
        *find_restatements(text),
        *find_balances(text),
    ]
    defined = (
        *find_identities(text, claims),
        *find_averages(text),
        *find_hundreds(text),
        *find_complements(text, {one.rate.id for one in ratios if one.rate}),
    )
    found += _without_known(defined, found)
    return tuple(sorted(found, key=_place))


def _without_known(
    identities: Sequence[Identity], found: Sequence[Relation]
) -> Iterator[Identity]:
    """Leave out definitions whose figures other rules relate already."""
    known = [{claim.id for _, claim in one.members} for one in found]
    for one in identities:
        ids = {claim.id for _, claim in one.members}
        if not any(ids <= other for other in known):
            yield one
            known.append(ids)


def _without_related(ratios: Sequence[RatioOf], sums: Sequence[SumOf]) -> Iterator[RatioOf]:
    """Leave out rates that nobody states between figures that a sum relates already."""
    related = {(one.whole.id, part.id) for one in sums for part in one.parts}
    # Two parts of one whole are no part of each other: 良好60份，合格24份.
    beside = [{part.id for part in one.parts} for one in sums if one.closes]
    for ratio in ratios:
        pair = (ratio.whole.id, ratio.part.id)
        if ratio.rate is not None or not (
            pair in related or any(set(pair) <= parts for parts in beside)
        ):
            yield ratio


def _without_stated(sums: Sequence[SumOf], ratios: Sequence[RatioOf]) -> Iterator[SumOf]:
    """Leave out that a part is within its whole where the text states its share."""
    stated = {
        (one.whole.id, part.id)
        for one in ratios
        if one.rate is not None
        for part in (one.part, *one.others)
    }
    for one in sums:
        if len(one.parts) > 1 or (one.whole.id, one.parts[0].id) not in stated:
            yield one


def _place(relation: Relation) -> int:
    return min(claim.quantity.at for _, claim in relation.members)
