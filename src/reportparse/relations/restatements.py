"""Restatements: one measure told twice, in summary and body, with the same figure or another.

That two figures agree says by itself that they are of one thing. That they differ is a fault only
where nothing sets them apart and the words say that both are all there is, or where one looks
like a slip of the other: 482 for 428.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Final, Literal

from reportparse.claims import Claim
from reportparse.relations.differences import (
    LEVELS,
    RARE,
    is_estimate,
    is_named,
    is_slip,
    is_sure,
    slip,
)
from reportparse.relations.kernel import Stated, Verdict
from reportparse.relations.mentions import Sentence, printed
from reportparse.relations.namesakes import same_name, same_owner, same_thing
from reportparse.relations.tellings import LONG, Telling, keys_of, tellings

#: Figures of one name that a text tells at most, where they are tellings of one thing.
MOST_VALUES: Final = 2
#: Tellings that one is held against: the last ones of its name.
NEAREST: Final = 20
#: A unit of so few figures in a report is that of one thing: 标箱.
SCARCE: Final = 4


@dataclass(frozen=True, slots=True)
class Restates:
    """Two claims of one measure, unit, period, scope and standing."""

    first: Claim
    again: Claim
    cue: str
    verdict: Verdict
    #: "3000余 = 3012", or "≠".
    formula: str
    #: Whether the words alone make them one; else a slip that would explain the difference does.
    sure: bool = True

    kind: ClassVar[Literal["restates"]] = "restates"

    @property
    def members(self) -> tuple[tuple[str, Claim], ...]:
        """The first figure and the second."""
        return (("first", self.first), ("again", self.again))


def find_restatements(text: Sequence[Sentence]) -> tuple[Restates, ...]:
    """Return each claim that tells again what one before it told."""
    told = list(tellings(text))
    values = _values(told)
    units = Counter(one.measured_in for sentence in text for one in sentence.mentions)
    met: dict[tuple[str, ...], list[Telling]] = {}
    found: list[Restates] = []
    for telling in told:
        lists = [_listed(met, key, telling) for key in keys_of(telling.mention)]
        few = len(values.get(_key(telling), ())) <= MOST_VALUES
        least = LONG - 1 if units[telling.mention.measured_in] <= SCARCE else LONG
        one = _named_alike(lists[0], telling, few=few)
        one = one or next(_written_alike(lists[-1], telling, least), None)
        found += (one,) if one else ()
    return tuple(found)


def _values(told: Sequence[Telling]) -> dict[tuple[str, ...], set[Decimal]]:
    """Return the exact figures of each name."""
    values: dict[tuple[str, ...], set[Decimal]] = {}
    for telling in told:
        if telling.claim.quantity.hedge == "exact":
            values.setdefault(_key(telling), set()).add(telling.mention.stated.value)
    return values


def _key(telling: Telling) -> tuple[str, ...]:
    """Return what figures have in common that are in one column, or are one."""
    return (
        telling.name,
        telling.deed,
        telling.claim.status,
        *telling.mention.measured_in,
        *telling.dates,
    )


def _listed(
    lists: dict[tuple[str, ...], list[Telling]], key: tuple[str, ...], telling: Telling
) -> list[Telling]:
    """Add a telling to those of its key, and return the ones before it."""
    known = lists.setdefault(key, [])
    before = known[-NEAREST:]
    known.append(telling)
    return before


def _named_alike(before: Sequence[Telling], again: Telling, *, few: bool) -> Restates | None:
    """Relate a figure to one of its name: the same to the digit, one it denies, one it allows."""
    same = _agreeing(before, again)
    if same is not None and same.verdict == "holds" and not _is_hedged(same):
        return same
    return _differing(before, again, few=few) or same


def _agreeing(before: Sequence[Telling], again: Telling) -> Restates | None:
    """Relate a figure to the first that it may be, or to one that is the very same."""
    if again.claim.quantity.kind not in LEVELS or again.claim.scope == "part":
        return None
    whole = [one for one in before if one.claim.scope != "part"]
    same = [one for one in whole if same_name(one, again) and same_thing(one, again)]
    value = again.claim.quantity.value
    fitting = (*same[:1], *(one for one in same if one.claim.quantity.value == value))
    for first in fitting:
        verdict = _meet(first.mention.stated, again.mention.stated)
        if verdict != "fails":
            return _restates(first, again, verdict)
    return None


def _is_hedged(one: Restates) -> bool:
    """Tell whether a figure agrees only as 余 or 约 leaves it open."""
    return any(claim.quantity.hedge != "exact" for claim in (one.first, one.again))


def _differing(before: Sequence[Telling], again: Telling, *, few: bool) -> Restates | None:
    """Relate two figures of one name that cannot both be right."""
    same = [
        one
        for one in before
        if same_name(one, again) and same_thing(one, again) and same_owner(one, again)
        if _meet(one.mention.stated, again.mention.stated) == "fails"
    ]
    for explains in (is_sure, is_slip, is_estimate):
        for first in same if few or explains is is_sure else ():
            if explains(first, again):
                return _restates(first, again, "fails", sure=explains is is_sure)
    return None


def _written_alike(before: Sequence[Telling], again: Telling, least: int) -> Iterator[Restates]:
    """Relate figures of names that are alike, where digits were swapped or a naught is missing."""
    for first in before:
        rare = slip(first, again) in RARE and same_thing(first, again)
        if rare and first.name != again.name and is_named(first, again, least):
            yield _restates(first, again, "fails", sure=False)


def _restates(first: Telling, again: Telling, verdict: Verdict, *, sure: bool = True) -> Restates:
    """Write two tellings as a formula."""
    sign = "≠" if verdict == "fails" else "="
    formula = f"{printed(first.mention)} {sign} {printed(again.mention)}"
    return Restates(first.claim, again.claim, first.claim.measure, verdict, formula, sure)


def _meet(one: Stated, other: Stated) -> Verdict:
    """Tell whether two tellings can be of one value; the coarser may be rounded or cut off."""
    if one.read("printed").meets(other.read("printed")):
        return "holds"
    fine, coarse = sorted((one, other), key=lambda stated: stated.place)
    if coarse.read("rounded").meets(fine.read("printed")):
        return "rounded"
    return "truncated" if coarse.read("truncated").meets(fine.read("printed")) else "fails"
