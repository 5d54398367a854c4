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
from reportparse.relations.kernel import Stated, Verdict
from reportparse.relations.mentions import Sentence, printed
from reportparse.relations.namesakes import (
    PLAIN_DEEDS,
    SPECIFIC,
    like_name,
    near_name,
    same_name,
    same_owner,
    same_thing,
)
from reportparse.relations.slips import Edit, edits_between
from reportparse.relations.tellings import LONG, Telling, keys_of, tellings

#: Kinds whose figures are levels of a measure.
LEVELS: Final = frozenset({"count", "money", "length", "area", "volume", "mass", "energy"})
#: Slips that make few values of a figure, so that hardly two figures are alike but for one.
RARE: Final[frozenset[Edit]] = frozenset({"swap", "magnitude", "unit"})
#: Figures of one name that a text tells at most, where they are tellings of one thing.
MOST_VALUES: Final = 2
#: Tellings that one is held against: the last ones of its name.
NEAREST: Final = 20
#: A unit of so few figures in a report is that of one thing: 标箱.
SCARCE: Final = 4
#: An estimate of a measure is not further off than this.
NEAR: Final = Decimal("0.2")


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
    values: dict[tuple[str, ...], set[Decimal]] = {}
    for telling in told:
        values.setdefault(_key(telling), set()).add(telling.mention.stated.value)
    units = Counter(one.measured_in for sentence in text for one in sentence.mentions)
    met: dict[tuple[str, ...], list[Telling]] = {}
    found: list[Restates] = []
    for telling in told:
        lists = [_listed(met, key, telling) for key in keys_of(telling.mention)]
        few = len(values[_key(telling)]) <= MOST_VALUES
        one = _agreeing(lists[0], telling) or _differing(lists[0], telling, few=few)
        least = LONG - 1 if units[telling.mention.measured_in] <= SCARCE else LONG
        one = one or next(_slipped(lists[-1], telling, least), None)
        if one is not None:
            found.append(one)
    return tuple(found)


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


def _differing(before: Sequence[Telling], again: Telling, *, few: bool) -> Restates | None:
    """Relate two figures of one name that cannot both be right."""
    same = [
        one
        for one in before
        if same_name(one, again) and same_thing(one, again) and same_owner(one, again)
        if _meet(one.mention.stated, again.mention.stated) == "fails"
    ]
    for explains in (_is_sure, _is_slip, _is_estimate):
        for first in same if few or explains is _is_sure else ():
            if explains(first, again):
                return _restates(first, again, "fails", sure=explains is _is_sure)
    return None


def _slipped(before: Sequence[Telling], again: Telling, least: int) -> Iterator[Restates]:
    """Relate figures of names that are alike, where digits were swapped or a naught is missing."""
    for first in before:
        rare = _slip(first, again) in RARE and same_thing(first, again)
        if rare and first.name != again.name and _is_named(first, again, least):
            yield _restates(first, again, "fails", sure=False)


def _is_named(first: Telling, again: Telling, least: int) -> bool:
    """Tell whether two names that differ may be of one measure, as long as the figure is."""
    length = _length(again)
    if length < least or not (first.cued or again.cued):
        return False
    alike = like_name(first, again) or near_name(first, again)
    # Who points back to a figure of so many digits names it as he likes.
    return (alike and same_owner(first, again)) or (again.known and length > LONG)


def _is_sure(first: Telling, again: Telling) -> bool:
    """Tell whether both figures are said to be all there is of a thing."""
    named = len(again.name) >= SPECIFIC or again.claim.indicator != ""
    return _is_level(first, again) and named and first.whole and (again.whole or again.known)


def _is_level(first: Telling, again: Telling) -> bool:
    """Tell figures of wholes that are counted, of which a digit more is no likely difference."""
    whole = "part" not in {first.claim.scope, again.claim.scope}
    return whole and again.claim.quantity.kind in LEVELS


def _is_slip(first: Telling, again: Telling) -> bool:
    """Tell whether one slip explains a difference; the more likely it is, the more is asked."""
    edit, cues, length = _slip(first, again), first.cued + again.cued, _length(again)
    if edit is None:
        return False
    # What is done may be done again; what there is, is.
    deed = {first.deed, again.deed} - PLAIN_DEEDS
    named = not deed and len(again.name) >= SPECIFIC
    if edit in RARE:
        return length + cues >= LONG and length > 1 and (cues > 0 or named)
    return _is_level(first, again) and cues > 0 and length + cues > LONG + 1


def _is_estimate(first: Telling, again: Telling) -> bool:
    """Tell whether one of the figures is an estimate that the other comes near to."""
    values = [one.mention.stated.value for one in (first, again)]
    hedged = [one for one in (first, again) if one.claim.quantity.hedge != "exact"]
    near = abs(values[0] - values[1]) <= NEAR * max(values)
    return len(hedged) == 1 and near and (first.cued or again.cued)


def _slip(first: Telling, again: Telling) -> Edit | None:
    """Return the slip that makes one figure of the other."""
    one, other = first.claim.quantity, again.claim.quantity
    if {one.hedge, other.hedge} != {"exact"}:
        return None
    if one.value is None or other.value is None:
        return None
    written = edits_between(one.value, other.value, one.precision)
    return next(iter(written or edits_between(other.value, one.value, other.precision)), None)


def _length(telling: Telling) -> int:
    """Count the digits of a numeral, without the naughts at its end."""
    return len(telling.claim.quantity.num_text.replace(".", "").rstrip("0万亿"))


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
