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
#: So many letters a noun may have that is added to a name.
NOUN: Final = 2
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
        if summable(one) and alike(one, spot.here) and _is_plain(one)
    ]
    for is_it in (_is, _is_nearly):
        named = [one for one in told if is_it(one, name)]
        if named:
            return named[-1] if len({one.stated.value for one in named}) == 1 else None
    return None


def _is_plain(one: Mention) -> bool:
    return one.stated.hedged is None and not one.claim.change


def _is(one: Mention, name: str) -> bool:
    return one.claim.measure == name


def _is_nearly(one: Mention, name: str) -> bool:
    """Tell whether a name is one with a noun more: 在册对象 of 年末在册1314户."""
    measure = one.claim.measure
    more = len(name) - len(measure)
    return len(measure) > 1 and name.startswith(measure) and more <= NOUN
