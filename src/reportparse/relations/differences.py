"""Differences: what speaks for two figures that differ being tellings of one thing.

Either the words leave no other reading, or a slip of the pen makes one of the other that hardly
two figures are alike but for; the less the words say, the longer the figure must be.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reportparse.relations.namesakes import (
    PLAIN_DEEDS,
    SPECIFIC,
    is_shortened,
    like_name,
    near_name,
    same_owner,
)
from reportparse.relations.slips import Edit, edits_between
from reportparse.relations.tellings import LONG, Telling

#: Kinds whose figures are levels of a measure.
LEVELS: Final = frozenset({"count", "money", "length", "area", "volume", "mass", "energy"})
#: Slips that make few values of a figure, so that hardly two figures are alike but for one.
RARE: Final[frozenset[Edit]] = frozenset({"swap", "magnitude", "unit"})
#: An estimate of a measure is not further off than this.
NEAR: Final = Decimal("0.2")


def is_named(first: Telling, again: Telling, least: int) -> bool:
    """Tell whether two names that differ may be of one measure, as long as the figure is."""
    length = _length(again)
    if length < least or not (first.cued or again.cued or again.recalled):
        return False
    if length > LONG and _is_hinted(first, again):
        return True
    if not same_owner(first, again):
        return False
    # A tenth of it may be a part of it, whose name is longer.
    swapped = slip(first, again) == "swap"
    return like_name(first, again) or (swapped and near_name(first, again))


def _is_hinted(first: Telling, again: Telling) -> bool:
    """Tell whether a hint will do, where the figure has many digits.

    Who points back to such a figure names it as he likes: 1462户帮扶对象 for 在库1426户.
    """
    if again.known:
        return True
    hinted = is_shortened(first, again) and same_owner(first, again)
    return hinted and slip(first, again) == "swap"


def is_sure(first: Telling, again: Telling) -> bool:
    """Tell whether both figures are said to be all there is of a thing."""
    named = len(again.name) >= SPECIFIC or again.claim.indicator != ""
    return _is_level(first, again) and named and first.whole and (again.whole or again.known)


def _is_level(first: Telling, again: Telling) -> bool:
    """Tell figures of wholes that are counted, of which a digit more is no likely difference."""
    whole = "part" not in {first.claim.scope, again.claim.scope}
    return whole and again.claim.quantity.kind in LEVELS


def is_slip(first: Telling, again: Telling) -> bool:
    """Tell whether one slip explains a difference; the more likely it is, the more is asked."""
    edit, length = slip(first, again), _length(again)
    if edit is None or length < LONG - 1:
        return False
    wanting = again.recalled and max(len(again.name), length - 1) >= LONG
    cues = first.cued + (again.cued or wanting)
    if edit in RARE:
        return length + cues >= LONG and (cues > 0 or _is_one_of_a_kind(first, again))
    return _is_level(first, again) and cues > 0 and length + cues > LONG + 1


def _is_one_of_a_kind(first: Telling, again: Telling) -> bool:
    """Tell what there is only once; what is done may be done again."""
    return {first.deed, again.deed} <= PLAIN_DEEDS and len(again.name) >= SPECIFIC


def is_estimate(first: Telling, again: Telling) -> bool:
    """Tell whether one of the figures is an estimate that the other comes near to."""
    values = [one.mention.stated.value for one in (first, again)]
    hedged = [one for one in (first, again) if one.claim.quantity.hedge != "exact"]
    near = abs(values[0] - values[1]) <= NEAR * max(values)
    return len(hedged) == 1 and near and (first.cued or again.cued)


def slip(first: Telling, again: Telling) -> Edit | None:
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
