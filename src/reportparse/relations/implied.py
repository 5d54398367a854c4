"""Counts of which only the growth is stated: 136件，同比增长23% implies 110 or 111 before.

Nothing is printed that such a growth could be set against, so it cannot be tested here; but few
whole numbers fit, which another year's report can be held against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise
from typing import Final

from reportparse.relations.changes import ChangeFrom
from reportparse.relations.changing import Direction
from reportparse.relations.cues import any_of
from reportparse.relations.kernel import HUNDRED, Stated
from reportparse.relations.mentions import Mention, Sentence, printed

#: "，同比增长", and nothing else between a figure and its growth.
GROWN: Final = re.compile(
    rf"[，、（( ]{{0,2}}(?P<basis>{any_of('basis')})"
    r"(?:(?P<rise>增长|上升|增加|提高)|(?P<fall>下降|减少|降低))了?"
)
#: Above this any growth has a whole number behind it.
LARGEST: Final = 5000


def find_implied(text: Sequence[Sentence], related: AbstractSet[str]) -> Iterator[ChangeFrom]:
    """Yield the counts that are told with their growth and without what they grew from."""
    for sentence in text:
        for now, change in pairwise(sentence.mentions):
            cue = GROWN.fullmatch(change.lead) if _is_plain(now, change) else None
            if cue is not None and change.claim.id not in related:
                yield _implied(now, change, cue)


def implied_bases(now: Decimal, change: Stated, direction: Direction) -> tuple[Decimal, ...]:
    """Return the least and the greatest whole number that came to `now` at a rate.

    >>> implied_bases(Decimal(136), Stated(Decimal(23), Decimal(1)), "rise")
    (Decimal('110'), Decimal('111'))
    """
    sign = 1 if direction == "rise" else -1
    ends = (change.value - change.place / 2, change.value + change.place)
    factors = sorted(1 + sign * end / HUNDRED for end in ends)
    if factors[0] <= 0:
        return ()
    low = (now / factors[1]).to_integral_value(ROUND_CEILING)
    high = (now / factors[0]).to_integral_value(ROUND_FLOOR)
    return (low, high) if low <= high else ()


def _is_plain(now: Mention, change: Mention) -> bool:
    """Tell whether a count and its growth are both stated plainly."""
    quantity = now.claim.quantity
    counted = quantity.kind == "count" and now.stated.hedged is None and quantity.precision == 1
    rate = change.claim.quantity.kind == "percent" and change.stated.hedged is None
    return counted and rate and 0 < now.stated.value <= LARGEST


def _implied(now: Mention, change: Mention, cue: re.Match[str]) -> ChangeFrom:
    """Make the record of a growth whose base is only implied."""
    direction: Direction = "rise" if cue["rise"] else "fall"
    bases = implied_bases(now.stated.value, change.stated, direction)
    shown = "–".join(f"{base:f}" for base in dict.fromkeys(bases)) or "∅"
    sign = "+" if direction == "rise" else "-"
    formula = f"{printed(now)} / (1 {sign} {printed(change)}) = {shown}"
    words = cue.group().strip("，、（( ")
    figures = (now.claim, None, change.claim, None)
    return ChangeFrom(*figures, direction, words, "untestable", None, formula, bases=bases)
