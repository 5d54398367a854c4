"""Shares of which the text names the whole, told some sentences before by that very name.

民生支出33.8亿元，占一般公共预算支出的81.9%; 第一产业增加值占地区生产总值的比重为10.8%, where the
share names its part as well; 上半年合计36起，占全年的52.9%, where the whole is told by its period.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from reportparse.claims import Claim
from reportparse.relations.inside import fits
from reportparse.relations.kernel import AGREEING
from reportparse.relations.listed import WHOLE
from reportparse.relations.mentions import Mention, Sentence, alike, summable
from reportparse.relations.rated import Rated

#: "，占一般公共预算支出的", "第一产业增加值占地区生产总值的比重为", "第二产业增加值比重为".
NAMED: Final = re.compile(
    r"[，；、,; ]*(?:其中[，,:：]?)?(?P<part>[^，。；占]{2,16}?)?"
    r"(?:[约已]?占(?P<of>[^，。；占]{2,16}?)的?(?:比重|比例)?|占比|比重)(?:达到?|为|是)?[约近]?"
)
#: A whole of a level of its own: "全省生产总值" is none of "全县生产总值".
LEVEL: Final = re.compile("^[全本我](?:国|省|市|县|区|镇|乡|村|街道|部|年)")
#: Words of a whole that say no more than that it is one: "总数".
TOTAL: Final = re.compile("总?[数量额]$|^总")
#: What one whole is called, in shares and where its figure stands.
PRODUCT: Final = frozenset({"GDP", "经济总量", "生产总值", "地区生产总值", "国内生产总值"})
#: What a part may be called for short: 民营经济 for 民营经济增加值.
VALUE: Final = "增加值"
#: "占全年的": the whole is the figure of the year, by the name that the part has.
YEAR: Final = frozenset({"全年", "全年总数", "全年总量"})
#: So many sentences back a whole is looked for.
BACK: Final = 6
#: A name of fewer letters may be of anything.
SHORTEST: Final = 3


def named_shares(
    text: Sequence[Sentence], place: int, known: Sequence[Rated]
) -> tuple[Rated, ...]:
    """Return the shares of one sentence whose whole is told before by its name."""
    agreeing = {one.rate.claim.id for one in known if one.verdict in AGREEING}
    found: list[Rated] = []
    for at, name, of in _told(text[place]):
        rate = text[place].mentions[at]
        part = None if rate.claim.id in agreeing else _part(text, place, at, name)
        found += _rated(text, place, rate, part, of) if part else ()
    return tuple(found)


def _told(sentence: Sentence) -> Iterator[tuple[int, str, str]]:
    """Yield the place of each share, the name of its part if it gives one, and of its whole."""
    of = ""
    for at, rate in enumerate(sentence.mentions):
        told = NAMED.fullmatch(rate.clause) if rate.claim.quantity.kind == "percent" else None
        # "第二产业增加值比重为": of the same whole as the share before it.
        of = (told["of"] or of) if told else ""
        if told and of:
            yield at, told["part"] or "", of


def _part(text: Sequence[Sentence], place: int, at: int, name: str) -> Mention | None:
    """Return what a share is told of: what it names, or the figure before it."""
    mentions = text[place].mentions
    if name:
        return next((one for one in _before(text, place, mentions[at]) if _is(one, name)), None)
    before = [one for one in mentions[:at] if not one.claim.change]
    return before[-1] if before and _is_plain(before[-1]) else None


def _rated(
    text: Sequence[Sentence], place: int, rate: Mention, part: Mention, of: str
) -> Iterator[Rated]:
    """Relate a share to the figures of the name of its whole; a misfit only to a single one."""
    wholes = [one for one in _before(text, place, rate) if one is not part and alike(one, part)]
    named = [one for one in wholes if _is_whole(one, part, of)]
    rated = [Rated(rate, part, one, "占", fits(part, one, rate)) for one in named]
    agreeing = [one for one in rated if one.verdict in AGREEING]
    if agreeing:
        yield agreeing[0]
    elif len({one.whole.stated for one in rated}) == 1:
        yield rated[0]


def _before(text: Sequence[Sentence], place: int, rate: Mention) -> Iterator[Mention]:
    """Yield the plain figures before a share, the nearest first."""
    for sentence in reversed(text[max(place - BACK, 0) : place + 1]):
        for one in reversed(sentence.mentions):
            if one.claim.quantity.at < rate.claim.quantity.at and _is_plain(one):
                yield one


def _is_plain(one: Mention) -> bool:
    """Tell whether a figure is a level, stated without a hedge."""
    return summable(one) and one.stated.hedged is None and not one.claim.change


def _is(one: Mention, name: str) -> bool:
    """Tell whether a figure has a name."""
    claim = one.claim
    names = {claim.measure, claim.action + claim.measure, claim.measure.removesuffix(VALUE)}
    return len(name) >= SHORTEST and name in names


def _is_whole(one: Mention, part: Mention, of: str) -> bool:
    """Tell whether a figure is the whole of this name, at the time of its part."""
    if of in YEAR:
        return one.claim.measure.endswith(part.claim.measure) and _is_longer(one.claim, part.claim)
    level = LEVEL.match(of)
    name = LEVEL.sub("", of)
    same = _is(one, name) or _is(one, TOTAL.sub("", name)) or _is_all(one, name)
    same = same or {name, one.claim.measure} <= PRODUCT
    near = level is None or level.group() in one.clause
    return same and near and _days(one.claim) == _days(part.claim)


def _is_all(one: Mention, of: str) -> bool:
    """Tell whether a figure is of all of a kind: 占学校总数的, of 共有各级各类学校1126所."""
    name = TOTAL.sub("", of)
    told = name != of and len(name) > 1 and one.claim.measure.endswith(name)
    return told and WHOLE.search(one.clause) is not None


def _is_longer(whole: Claim, part: Claim) -> bool:
    """Tell whether one period holds another: the year the half-year."""
    ends = (*_days(whole), *_days(part))
    if _days(whole) == _days(part) or None in ends:
        return False
    first, last, start, end = (one for one in ends if one is not None)
    return first <= start and end <= last


def _days(claim: Claim) -> tuple[date | None, date | None]:
    """Return the first and the last day of a figure's period."""
    return (claim.period.start, claim.period.end) if claim.period else (None, None)
