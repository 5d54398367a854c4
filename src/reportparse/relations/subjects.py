"""Lists whose sentence opens with the name of a whole that was told before it.

公共卫生机构37个。公共卫生机构包括疾控中心8个、保健院8个…; 卫生技术人员中，医师240人、护士480人.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportparse.relations.chains import chain_from
from reportparse.relations.mentions import Mention, alike, summable
from reportparse.relations.spots import Rivals, Spot, listing_of

#: "卫生机构包括", "其中，机关由": the name of a whole, and the word that opens its parts.
OPENED: Final = re.compile(
    r"[—\s]*(?:其中[，,:：]?)?(?P<name>[^，。；：、]{2,16}?)"
    r"(?P<cue>主要包括|包括|分为|分别为|由|中(?=[，,])|里(?=[，,]))[：:，,]?(?P<first>[^，。；]{2,16})"
)
#: Words that name all parts.
ALL: Final = frozenset({"分为", "分别为", "由"})
#: What a list opened by 由 ends in: 由甲40人、乙30人「组成」.
MADE_UP: Final = re.compile("[^，。；、]{0,8}(?:组成|构成)")
#: So many sentences before, the whole may be told.
BACK: Final = 3
#: Signs of which one stands in any sentence of this kind.
SUBJECT_SIGNS: Final = ("包括", "分", "由", "中，", "里，", "中,")


def of_subject(spot: Spot) -> Iterator[Rivals]:
    """Read "机构包括中心8个、站所7个" behind "机构15个": the list of a whole named anew."""
    opened = OPENED.fullmatch(spot.here.lead) if not spot.at and spot.place else None
    whole = _named(spot, opened["name"]) if opened else None
    if opened is None or whole is None:
        return
    parts = chain_from(spot.mentions, 0)
    cue = opened["cue"].removeprefix("主要")
    if cue == "由" and MADE_UP.match(parts.parts[-1].tail) is None:
        return
    complete = opened["cue"] in ALL and not parts.is_open
    yield (listing_of(parts, whole, cue, exhaustive=complete),)


def _named(spot: Spot, name: str) -> Mention | None:
    """Return the one figure of the sentences before that has a name, and no other value."""
    told = [
        one
        for sentence in spot.text[max(spot.place - BACK, 0) : spot.place]
        for one in sentence.mentions
        if one.claim.measure == name and summable(one) and alike(one, spot.here)
    ]
    plain = [one for one in told if not one.claim.change and one.stated.hedged is None]
    return plain[-1] if len({one.stated.value for one in plain}) == 1 else None
