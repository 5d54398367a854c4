"""Averages of which total and count are printed: 发放补贴120万元，惠及600户，户均2000元.

Which figure is the total its unit says, and what was counted the word of the average: 户均 is
over 户. A misfit counts only where no other figure may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from reportparse.relations.kernel import AGREEING, Verdict, at_print, judge, quotient
from reportparse.relations.mentions import Mention, Sentence, clauses_apart, printed, summable
from reportparse.relations.structures import Identity

#: "，户均", "人均结案", "，平均每村", "，2031年人均": right before an average.
AVERAGE: Final = re.compile(
    r"(?P<name>(?P<per>[人户村亩场件案次校店班组企])均|平均每(?P<each>[个名户村人亩场件次家所座班组]))"
    r"(?P<what>[^，。；月日年]{0,6})$"
)
#: Units that what an average is over is counted in.
COUNTED: Final = {
    **dict.fromkeys("人名", "人名位"),
    **dict.fromkeys("户家店", "户家"),
    **dict.fromkeys("村班组", "村班组个"),
    **dict.fromkeys("校所", "所"),
    **dict.fromkeys("场次", "场次"),
    "件": "件起宗",
    "案": "件起宗",
    "企": "家户",
    "亩": "亩",
    "个": "个",
    "座": "座",
}
#: Kinds of figures that have a total.
KINDS: Final = frozenset({"count", "money", "length", "area", "volume", "mass", "energy"})
#: Kinds of what an average is over.
COUNTS: Final = frozenset({"count", "area"})
#: So many figures before an average are tried.
TRIED: Final = 6
#: An average of fewer digits fits much by chance: its figures stand in one sentence with it.
DIGITS: Final = 3

#: Total and count.
Pair = tuple[Mention, Mention]


def find_averages(text: Sequence[Sentence]) -> Iterator[Identity]:
    """Yield the averages of a text with the figures that they are worked out from."""
    for place, sentence in enumerate(text):
        earlier = text[place - 1].mentions if place else ()
        for at, one in enumerate(sentence.mentions):
            cue = AVERAGE.search(one.clause) if "均" in one.clause else None
            if cue and one.claim.quantity.kind in KINDS:
                yield from _average(one, cue, (earlier, sentence.mentions[:at]))


def _average(
    one: Mention, cue: re.Match[str], told: tuple[Sequence[Mention], Sequence[Mention]]
) -> Iterator[Identity]:
    """Relate one average to the nearest total and count that give it."""
    earlier, before = told
    near = list(_pairs(one, cue, before[-TRIED:]))
    digits = len(one.stated.value.normalize().as_tuple().digits)
    far = _pairs(one, cue, (*earlier, *before)[-TRIED:]) if digits >= DIGITS else ()
    fitting = next((pair for pair in (*near, *far) if _fit(one, pair) in AGREEING), None)
    if fitting is not None:
        yield _identity(one, cue, fitting)
    elif len(near) == 1 and _is_sure(one, cue, near[0]):
        yield _identity(one, cue, near[0])


def _pairs(one: Mention, cue: re.Match[str], before: Sequence[Mention]) -> Iterator[Pair]:
    """Yield the figures that may be total and count, the nearest first."""
    plain = [each for each in reversed(before) if summable(each) and not each.claim.change]
    units = COUNTED[cue["per"] or cue["each"]]
    totals = [each for each in plain if _counts_in(each, one)]
    counts = [each for each in plain if _is_count(each, units)]
    for whole, count in product(totals, counts):
        if whole is not count:
            yield whole, count


def _counts_in(whole: Mention, one: Mention) -> bool:
    """Tell whether a figure counts in what an average does."""
    told, sought = whole.claim.quantity, one.claim.quantity
    return told.unit == sought.unit and told.kind == sought.kind


def _is_count(one: Mention, units: str) -> bool:
    """Tell whether a figure is what an average may be over."""
    quantity = one.claim.quantity
    return quantity.kind in COUNTS and quantity.unit in units and one.stated.value != 0


def _fit(one: Mention, pair: Pair) -> Verdict:
    """Tell whether total / count is the average."""
    return judge(one.stated, [each.stated for each in pair], quotient)


def _is_sure(one: Mention, cue: re.Match[str], pair: Pair) -> bool:
    """Tell whether an average can be of nothing else: no noun of its own, or that of the total."""
    whole = pair[0]
    if any(each.stated.hedged for each in (one, *pair)) or whole.is_each:
        return False
    what = cue["what"]
    bare = not what and clauses_apart(one.lead) <= 1
    return bare or (len(what) > 1 and what[-2:] in whole.clause + whole.claim.measure)


def _identity(one: Mention, cue: re.Match[str], pair: Pair) -> Identity:
    """Make the record of an average."""
    whole, count = pair
    verdict = _fit(one, pair)
    roles = (("whole", whole.claim), ("count", count.claim), ("average", one.claim))
    sign = "≠" if verdict == "fails" else "="
    formula = f"{printed(whole)} / {printed(count)} {sign} {printed(one)}"
    computed = at_print([each.stated for each in pair], quotient)
    return Identity(cue["name"], roles, verdict, formula, computed)
