"""What 其中 speaks of: a figure up to three clauses back, or further back if its parts say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile
from typing import Final

from reportparse.relations.chains import Chain, is_held_to
from reportparse.relations.cues import any_of
from reportparse.relations.kernel import exceeds
from reportparse.relations.mentions import Mention, Sentence, alike, clauses_apart, is_average_of
from reportparse.relations.slips import is_any_slip
from reportparse.relations.spots import Spot, may_divide

#: How many clauses may lie between a whole and its 其中 …
REACH: Final = 3
#: … and among how many figures the whole of so many parts, at least, is sought that add up to it.
FAR: Final = 8
FAR_PARTS: Final = 3
#: 其中 and its like, in the clause of the figure: "，其中行政案件|30件", "其中，已建成|3个".
OF_WHICH: Final = re.compile(any_of("of_which") + r"[，,：:]?(?=[^，,；;：:]*$)")
#: "（其中女性30名": brackets tell of the figure before them.
ASIDE: Final = re.compile("[（(]")


def antecedents(spot: Spot, first: Mention) -> tuple[Mention, ...]:
    """Return what 其中 at a spot may speak of in the unit of `first`, nearest first."""
    found = [
        one
        for at, one in _told_before(spot)
        if alike(one, first) and one.depth <= first.depth and _is_near(spot, one)
        if not is_held_to(_sentence_of(spot, one).mentions, at)
    ]
    return tuple(found[:1] if ASIDE.search(spot.here.lead) else found)


def far_antecedents(spot: Spot, parts: Chain, near: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return figures further back that are the whole of 其中 if the parts add up to one."""
    if len(parts.parts) < FAR_PARTS:
        return ()
    told = [one for _, one in _told_before(spot)][:FAR]
    first = parts.parts[0]
    return tuple(
        one
        for one in told
        if one not in near and (may_divide(one, first) or is_average_of(one, first))
    )


def able(
    near: Sequence[Mention], far: Sequence[Mention], parts: Sequence[Mention]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Pass over near figures that are less than a part where another may be the whole.

    Of "立案326件，…，移送4件。其中食品类142件" the 4 are not what is divided.
    """
    large = [one for one in (*near, *far) if not is_less(one, parts)]
    if not large or (near and near[0] in large):
        return tuple(near), tuple(far)
    kept = tuple(one for one in near if one in large) or tuple(large)
    return kept, tuple(one for one in far if one not in kept)


def of_same_deed(
    near: Sequence[Mention], parts: Sequence[Mention]
) -> dict[Mention, tuple[Mention, ...]]:
    """Return the wholes that parts share a deed with: 受理25件，办结23件，其中民事受理9件.

    Each whole has the parts of its deed; empty where a part has no such whole, or where all are of
    the nearest figure anyway.
    """
    found: dict[Mention, tuple[Mention, ...]] = {}
    # What was divided before, and its parts, is done with.
    fresh = [*takewhile(lambda one: OF_WHICH.search(one.lead) is None, near)]
    for part in parts:
        whole = next((one for one in fresh if _shares_deed(one, part)), None)
        if whole is None:
            return {}
        found[whole] = (*found.get(whole, ()), part)
    return {} if [*found] == [*near[:1]] else found


def _shares_deed(whole: Mention, part: Mention) -> bool:
    """Tell figures of one act, or of which one is called like the other and more.

    新增就业 is called 新增失业人员就业, 重报 is called 一次重报.
    """
    act, name = whole.claim.action, whole.claim.measure
    if act or len(name) < 2:
        return act != "" and act == part.claim.action
    longer = part.claim.action + part.claim.measure
    return longer.endswith(name) or (longer[:2], longer[-2:]) == (name[:2], name[-2:])


def is_less(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Tell a figure below one of the parts, unless a slip of the pen makes it so."""
    above = any(exceeds(one.stated, whole.stated) for one in parts)
    if not above:
        return False
    gap = whole.stated.value - sum((one.stated.value for one in parts), Decimal(0))
    figures = [one.claim for one in parts]
    return not (is_any_slip([whole.claim], -gap) or is_any_slip(figures, gap))


def _told_before(spot: Spot) -> Iterator[tuple[int, Mention]]:
    """Yield figures before 其中 with their places in their sentence, nearest first.

    A sentence that begins with it speaks of the sentence right before.
    """
    yield from reversed([*enumerate(spot.mentions[: spot.at])])
    before = spot.text[spot.place - 1] if spot.place and not spot.at else None
    adjacent = before is not None and before.end + 1 == spot.sentence.start
    if before and adjacent and OF_WHICH.match(spot.here.lead.lstrip()):
        yield from reversed([*enumerate(before.mentions)])


def _sentence_of(spot: Spot, one: Mention) -> Sentence:
    inside = one.claim.quantity.at >= spot.sentence.start
    return spot.sentence if inside else spot.text[spot.place - 1]


def _is_near(spot: Spot, one: Mention) -> bool:
    """Tell whether few clauses lie between a figure and 其中, or the end of its sentence."""
    sentence = _sentence_of(spot, one)
    end = spot.here.claim.quantity.at if sentence is spot.sentence else sentence.end
    words = sentence.text[one.claim.quantity.end - sentence.start : end - sentence.start]
    return clauses_apart(words) <= REACH
