"""Why parts that exceed their whole may still be right: overlaps, and lists that run on."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from reportparse.checks.words import lead
from reportparse.checks.workings import nominal, slips
from reportparse.relations import RatioOf, SumOf
from reportparse.relations.cues import any_of
from reportparse.relations.mentions import LEFT_OVER
from reportparse.relations.slips import explains, is_any_slip
from reportparse.relations.sums import STRAY
from reportparse.report import Report

#: Parts may share members: "同时持有两证的6人".
OVERLAP: Final = re.compile(any_of("overlap"))
#: Who enjoys one thing may enjoy another: "享受低保207户，享受危房改造236户".
ENTITLED: Final = re.compile(
    r"(享受|参加|参与|接受|获得|领取|加入|纳入)[^，、。；]{1,20}[，、；](?:[^，、。；]{0,4})\1"
)
#: How many characters before a sum may say that its parts overlap.
LEADING: Final = 12
#: Attributes of people, a family each; one person may have one of every family.
ATTRIBUTES: Final = tuple(
    re.compile(words)
    for words in (
        "党员|团员|群众身份",
        "[女男]|妇",
        "学历|大专|本科|研究生|硕士|博士|高中",
        "岁|青年|老年|年轻",
        "民族",
        "职称|高级|技师|持证",
        "退役|退伍|复员|转业",
        "残疾|低保|特困|留守|脱贫|困难",
        "代表|委员|村干部|负责人",
        "专职|兼职",
        "返乡|外出|务工",
    )
)
#: "其他广告类" holds none of 广告类, "非税收入" none of 税收收入.
OTHERS: Final = re.compile("其他|其它|其余|非|未|不")
#: Two parts of an open list may be of the same things: 网上可办1820项、“一次办”1062项.
PAIR: Final = 2
#: What became of cases: "审结110件", "结转下年8件".
DONE: Final = re.compile(any_of("outflow", "after"))
#: Shorter names stand in longer ones by chance.
SHORTEST_NAME: Final = 3


def is_bound(report: Report, relation: SumOf) -> bool:
    """Tell whether the words leave no doubt that all the parts are parts, and only once."""
    words = _words(report, relation)
    if _is_no_whole(relation) or OVERLAP.search(words) or ENTITLED.search(words):
        return False
    if is_confirmed(report, relation) or _goes_on(report, relation):
        return False
    # Complements hold no member twice.
    complements = relation.exhaustive and len(relation.parts) == 2
    shared = not complements and (_cuts_across(relation) or _nests(report, relation))
    return not shared and _is_knit(relation)


def _goes_on(report: Report, relation: SumOf) -> bool:
    """Tell what became of all, told behind the older ones: 受理118件，其中结转12件，审结110件."""
    first, *others = (lead(report, part) for part in relation.parts)
    return LEFT_OVER.search(first) is not None and any(map(DONE.search, others))


def is_confirmed(report: Report, relation: SumOf) -> bool:
    """Tell parts whose own shares agree with them, so that they overlap: 党员占58%，女性占43%."""
    shared = {
        (one.whole.id, one.part.id)
        for one in report.relations
        if isinstance(one, RatioOf) and one.rate is not None and one.verdict != "fails"
    }
    return all((relation.whole.id, part.id) in shared for part in relation.parts)


def _is_knit(relation: SumOf) -> bool:
    """Tell whether a list is held together firmly enough, or misses by a slip."""
    if relation.by_slip:
        return True
    if relation.whole.quantity.unit.endswith("次"):
        return relation.knit == "tight" or _is_plain_slip(relation)
    if relation.knit == "loose":
        return _is_plain_slip(relation)
    if relation.knit == "comma" and not relation.exhaustive:
        return _is_slip(relation) or _is_plain_slip(relation)
    return _is_apart(relation)


def _is_apart(relation: SumOf) -> bool:
    """Tell parts of which none holds another; of two after 其中 only a slip says so."""
    over, whole = -(relation.gap.low or Decimal(0)), nominal(relation.whole)
    named = relation.exhaustive or len(relation.parts) != PAIR or over <= 0
    above = any(nominal(part) > whole for part in relation.parts)
    return named or above or bool(mended(relation, over))


def _is_slip(relation: SumOf) -> bool:
    """Tell whether parts told in clauses of their own exceed their whole by a slip."""
    whole, gap = nominal(relation.whole), relation.gap.low
    if nominal(relation.parts[0]) > whole:
        return bool(relation.cue)
    counted = relation.whole.quantity.kind == "count"
    little = gap is not None and -gap <= whole * STRAY
    return little and gap is not None and (counted or bool(mended(relation, -gap)))


def _is_plain_slip(relation: SumOf) -> bool:
    """Tell whether one slip makes a list after 其中 add up that cannot be right as it stands.

    Of other clauses that run on behind a list hardly any differ from what would close it by a
    naught or by two digits swapped; a part above its whole may have any digit wrong.
    """
    over, whole = -(relation.gap.low or Decimal(0)), nominal(relation.whole)
    if not relation.cue or over <= 0:
        return False
    if any(nominal(part) > whole for part in relation.parts):
        return is_any_slip([relation.whole], over) or is_any_slip(relation.parts, -over)
    return explains([relation.whole], over) or explains(relation.parts, -over)


def _cuts_across(relation: SumOf) -> bool:
    """Tell parts named by different attributes: 党员38名、妇女12名 may be the same people."""
    telling = [family for family in ATTRIBUTES if not family.search(relation.whole.measure)]
    told = {family for part in relation.parts for family in telling if family.search(part.measure)}
    return len(told) > 1


def _nests(report: Report, relation: SumOf) -> bool:
    """Tell parts of which one may hold another: 执业医师 and 执业（助理）医师."""
    told = {part.measure: part for part in relation.parts}
    names = sorted((one for one in told if OTHERS.match(one) is None), key=len)
    return any(
        _is_within(short, long) and short[0] in lead(report, told[long])
        for place, short in enumerate(names)
        for long in names[place + 1 :]
    )


def _is_within(short: str, long: str) -> bool:
    """Tell whether one name is another with some words put before, behind or into it."""
    if len(short) < SHORTEST_NAME:
        return False
    cuts = range(len(short) + 1)
    return any(long.startswith(short[:cut]) and long.endswith(short[cut:]) for cut in cuts)


def _is_no_whole(relation: SumOf) -> bool:
    """Tell a figure that is below one of its parts and that no cue calls their whole."""
    whole = nominal(relation.whole)
    return not relation.cue and any(nominal(part) > whole for part in relation.parts)


def mended(relation: SumOf, over: Decimal) -> tuple[str, ...]:
    """Name the figures that one slip of the pen would make right."""
    return slips([relation.whole], over) + slips(relation.parts, -over)


def _words(report: Report, relation: SumOf) -> str:
    """Return the words from the whole to the last part, and those that lead to the first."""
    spans = [claim.quantity.span for _, claim in relation.members]
    first, text = min(span.start for span in spans), report.document.text
    before = text[max(first - LEADING, 0) : first].split("。")[-1]
    return before + text[first : max(span.end for span in spans)]
