"""Lists whose items tell each its share: 运输43起，占63.2%；建筑16起，占23.5%；其他9起，占13.2%.

What all of them are shares of may stand two sentences before, with other figures between. One
whole that fits share for share is the one that is meant, and then a share that does not fit it
is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from reportparse.relations.inside import fits
from reportparse.relations.kernel import AGREEING, exceeds
from reportparse.relations.listed import is_called
from reportparse.relations.mentions import Mention, Sentence, alike, summable
from reportparse.relations.rated import Rated

#: "，占", "（约占全部", "起，占火灾总数的": nothing but a share of the figure before it.
OWN_SHARE: Final = re.compile(
    r"(?P<behind>[^，。；、（(]{0,8})[，、（( ]*[约各均]?占(?:比[约近为达]?|了?"
    r"(?P<of>[^，。；占]{0,12}?)的?(?:比重|比例)?[为达约近]?)"
)
#: Words of a whole that say no more than that it is one: "全部", "总数".
ALL: Final = re.compile("全部|总[数量额]?|的")
#: What opens a list at the head of a sentence: "。其中", "。按来源分，", "。从行业看，".
OPENED: Final = re.compile(r"[\s—]*(?:在?其中|[按从分以][^，。；]{1,10}[，,])")
#: So many sentences before, the whole may be told.
BACK: Final = 4
#: How many figures are tried as the whole of a list.
TRIED: Final = 8

#: A share of fewer digits fits a whole of another name by chance.
DIGITS: Final = 3

#: An item's figure and its share.
Item = tuple[Mention, Mention]
#: A whole, and the shares of it that agree and that do not.
Vote = tuple[Mention, tuple[Rated, ...], tuple[Rated, ...]]


def portions(text: Sequence[Sentence], place: int, known: Sequence[Rated]) -> tuple[Rated, ...]:
    """Return the shares of a list that are not known yet, each with the whole of the list."""
    sentence = text[place]
    agreeing = {one.rate.claim.id: one.whole for one in known if one.verdict in AGREEING}
    items = _items(sentence)
    settled = all(rate.claim.id in agreeing for _, rate in items)
    if not items or (settled and len({*agreeing.values()}) < 2):
        return ()
    wholes = tuple(islice(_wholes(text, place, items), TRIED))
    votes = [_vote(whole, items) for whole in wholes]
    best = max(votes, key=lambda one: len(one[1]), default=None)
    if best is None:
        return ()
    opened = OPENED.match(sentence.text) is not None or "其中" in items[0][0].lead
    told = (
        *_agreeing(best, wholes, opened=opened),
        *_misfits(sentence, best, wholes, opened=opened),
    )
    return tuple(one for one in told if agreeing.get(one.rate.claim.id) is not one.whole)


def _items(sentence: Sentence) -> tuple[Item, ...]:
    """Return the figures of one unit that are told each with its share."""
    found: list[Item] = []
    since = 0
    for at, rate in enumerate(sentence.mentions):
        if rate.claim.quantity.kind != "percent":
            continue
        like = [one for one in sentence.mentions[since:at] if _may_be_item(one, found)]
        since = since if rate.claim.change else at + 1
        if like and OWN_SHARE.fullmatch(rate.lead):
            found.append((like[-1], rate))
    return tuple(found)


def _may_be_item(one: Mention, before: Sequence[Item]) -> bool:
    """Tell whether a figure may be an item of a list."""
    plain = summable(one) and one.stated.hedged is None and not one.claim.change
    return plain and (not before or alike(one, before[0][0]))


def _wholes(text: Sequence[Sentence], place: int, items: Sequence[Item]) -> Iterator[Mention]:
    """Yield the figures that the items may be shares of, the nearest first."""
    part = items[0][0]
    for sentence in reversed(text[max(place - BACK, 0) : place + 1]):
        for one in reversed(sentence.mentions):
            before = one.claim.quantity.at < part.claim.quantity.at
            plain = summable(one) and one.stated.hedged is None and not one.claim.change
            if before and plain and alike(one, part) and not exceeds(part.stated, one.stated):
                yield one


def _vote(whole: Mention, items: Sequence[Item]) -> Vote:
    """Set the shares of the items against a whole."""
    judged = [
        Rated(rate, part, whole, "占", fits(part, whole, rate))
        for part, rate in items
        if part is not whole and _may_be_of(rate, whole)
    ]
    judged = judged or _called_otherwise(whole, items)
    agreeing = tuple(one for one in judged if one.verdict in AGREEING)
    return whole, agreeing, tuple(one for one in judged if one.verdict not in AGREEING)


def _called_otherwise(whole: Mention, items: Sequence[Item]) -> list[Rated]:
    """Relate shares that give one name to a whole called otherwise, if they fit to the digit.

    Of 投诉举报78599件 the 46413 are "占全部诉求的59.05%", and the 32186 "占全部诉求的40.95%".
    """
    names = {told["of"] for _, rate in items if (told := OWN_SHARE.fullmatch(rate.lead))}
    judged = [Rated(rate, part, whole, "占", fits(part, whole, rate)) for part, rate in items]
    fitting = [one.rate for one in judged if one.verdict == "holds"]
    long = [one for one in fitting if len(one.stated.value.as_tuple().digits) >= DIGITS]
    sure = len(long) > 1 and len(judged) - len(fitting) <= (len(long) > 2)
    return judged if sure and len(names) == 1 else []


def _may_be_of(rate: Mention, whole: Mention) -> bool:
    """Tell whether a share names no other whole: 占火灾总数的35%, 占全省的12%."""
    told = OWN_SHARE.fullmatch(rate.lead)
    of = ALL.sub("", told["of"] or "") if told else ""
    return not of or is_called(whole, of)


def _agreeing(vote: Vote, wholes: Sequence[Mention], *, opened: bool) -> tuple[Rated, ...]:
    """Return the shares that agree: of several items, or of one with one whole to be of."""
    whole, agreeing, misfits = vote
    single = opened and len(misfits) < 2 and wholes[0] is whole
    return agreeing if len(agreeing) > 1 or single else ()


def _misfits(
    sentence: Sentence, vote: Vote, wholes: Sequence[Mention], *, opened: bool
) -> tuple[Rated, ...]:
    """Return the one share that does not agree where the others leave no doubt of the whole."""
    whole, agreeing, misfits = vote
    sure = len(agreeing) > 1 or (opened and bool(agreeing) and wholes[0] is whole)
    if len(misfits) != 1 or not sure:
        return ()
    part, rate = misfits[0].part, misfits[0].rate
    others = (*wholes, *(one for one in sentence.mentions if alike(one, part)))
    return () if any(fits(part, one, rate) in AGREEING for one in others) else misfits
