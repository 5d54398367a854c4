"""Rates whose figures the text names though they do not stand side by side.

Of a list that makes up its whole a rate may pick one part by its name (…其中集中供养402人、
分散供养926人，集中供养率30.3%), and the whole may be told behind the rate by the name that the
rate gave it (占耕地面积的38%，耕地总面积5万亩).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reportparse.relations.kernel import HUNDRED, Stated, added, judge, judge_sums, quotient, times
from reportparse.relations.mentions import (
    BESIDE,
    Mention,
    Sentence,
    alike,
    between,
    clauses_apart,
    same_unit,
    summable,
)
from reportparse.relations.slips import slips_of

#: Words around the name of a part: "其中", "约", "县直".
AROUND: Final = re.compile("其中|[，、,；;：:（()） ]|分别|已|约|均|的|共|占")
#: Words of a whole that say no more than that it is one.
ALL: Final = re.compile("总|全部|全[市县区镇乡省街村]?|的")
#: A figure is called the whole: "总人口30.5万人", "共有小区540个".
WHOLE: Final = re.compile("总|共")
#: Rates of people asked, or of some of the cases only, have bases of their own.
OWN: Final = re.compile("满意|知晓|支持|按期|按时|及时|平均|同期|预算")
#: "不捕" of 不捕率, "不合格" of 不合格率.
DENIED_NAME: Final = re.compile("[不未](?P<what>[^不未]{1,4})$")
#: What was asked for is the whole of what was granted and refused: 受理提请批准逮捕318人.
GIVEN: Final = re.compile("提请|移送|受理|报请|申请")
#: How many clauses may lie between the two figures that a rate names.
FAR: Final = 5
#: Above so many times its whole, and a slip away from its rate, a part is no older case.
FAR_ABOVE: Final = Decimal("1.3")
#: How near to what the rate gives a part must come by one slip.
NEAR: Final = Decimal("0.006")
#: So long a name stands twice for one thing: "占公共预算支出的…，公共预算支出完成…".
NAMED: Final = 4
#: … and so long a beginning of one.
SHORT: Final = 3
#: A list that a rate confirms has so many parts at most.
LISTED: Final = 8
#: How many clauses may lie between a rate and the whole behind it.
BEHIND: Final = 1
#: "、按面积计为|86.0%": the rate before it, of another unit of the same figures.
COUNTED_IN: Final = re.compile(r"[，、,；; ]*[按以][^，。；、]{1,8}计算?(?:[为达]|达到)?[约近]?")

Told = tuple[re.Match[str], Mention]
Pair = tuple[Mention, Mention]


def is_of_list(mentions: Sequence[Mention], told: Told, pair: Pair) -> bool:
    """Tell whether a rate names one part of a list that makes up its whole."""
    cue, rate = told
    part, whole = pair
    name = AROUND.sub("", rate.clause[: cue.start()] + cue.groupdict().get("name", ""))
    if len(name) < 2 or OWN.search(rate.clause) or not _has_room(cue):
        return False
    ends = name[:2], name[:2] if "of" in cue.groupdict() else name[-2:]
    if not any(end in part.clause for end in ends):
        return False
    parts = _parts(mentions, whole) or _confirmed(mentions, rate, pair)
    called = ([one for one in parts if end in one.clause] for end in ends)
    return [part] in called


def is_told_behind(sentence: Sentence, told: Told, pair: Pair) -> bool:
    """Tell whether the whole of a rate stands right behind it, by the name that it is given."""
    cue, rate = told
    part, whole = pair
    mentions = sentence.mentions
    if (
        whole not in mentions
        or part not in mentions
        or (OWN.search(cue.group()) and not _is_repeated(cue, whole))
    ):
        return False
    at = mentions.index(rate)
    if mentions[at - 1] is not part or mentions[at + 1 : at + 2] != (whole,):
        return False
    near = clauses_apart(between(sentence, rate, whole)) <= BEHIND
    return near and _has_name(cue, part, whole)


def _is_repeated(cue: re.Match[str], whole: Mention) -> bool:
    """Tell whether a whole is called by the very name that the rate gave it."""
    of = cue.groupdict().get("of") or ""
    return len(of) >= NAMED and of in whole.clause


def is_called(whole: Mention, name: str) -> bool:
    """Tell whether a figure is what `name` says: 耕地面积 is called 耕地总面积稳定在."""
    letters = iter(whole.clause + whole.claim.measure)
    return all(letter in letters for letter in name)


def is_adjacent(sentence: Sentence, pair: tuple[Mention, Mention], rate: Mention) -> bool:
    """Tell whether whole, part and rate follow each other with no like figure between."""
    part, whole = pair
    mentions = sentence.mentions
    if whole not in mentions or part not in mentions:
        return False
    first, second, last = (mentions.index(one) for one in (whole, part, rate))
    # What it was last year, or has changed by, is no like figure: 较上年的58起减少6起.
    between_them = [
        one
        for one in (*mentions[first + 1 : second], *mentions[second + 1 : last])
        if alike(one, part) and not one.claim.change
    ]
    return (
        first < second < last
        and _is_free(whole, between_them, part)
        and (
            clauses_apart(between(sentence, part, rate)) <= 1
            and clauses_apart(between(sentence, whole, part)) <= FAR
        )
    )


def _is_free(whole: Mention, between_them: Sequence[Mention], part: Mention) -> bool:
    """Tell whether like figures between a whole and a part are none, or parts of that whole."""
    return (
        not between_them or makes_up(whole, between_them) or makes_up(whole, (*between_them, part))
    )


def is_behind_parts(sentence: Sentence, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether all parts of the whole are listed before the part: its outcome is told."""
    part, whole = pair
    mentions = sentence.mentions
    if whole not in mentions or part not in mentions:
        return False
    between_them = mentions[mentions.index(whole) + 1 : mentions.index(part)]
    listed = [one for one in between_them if alike(one, part)]
    return len(listed) > 1 and makes_up(whole, listed)


def makes_up(whole: Mention, parts: Sequence[Mention]) -> bool:
    """Tell whether figures that stand behind a whole are the list of its parts."""
    return judge(whole.stated, [one.stated for one in parts], added) == "holds"


def is_complement(name: str, whole: Mention) -> bool:
    """Tell whether a rate of what was not done stands beside what was: 批准逮捕41人 and 不捕率."""
    denied = DENIED_NAME.search(name)
    told = denied is not None and denied["what"] in whole.clause
    return told and GIVEN.search(whole.clause) is None


def in_other_unit(sentence: Sentence, rate: Mention, last: Pair) -> Pair | None:
    """Return what "、按面积计为86.0%" is of: the second units of what the rate before is of."""
    mentions = sentence.mentions
    if not COUNTED_IN.fullmatch(rate.lead) or not all(one in mentions for one in last):
        return None
    part, whole = (mentions[mentions.index(one) + 1] for one in last)
    beside = part.lead.strip() in BESIDE and whole.lead.strip() in BESIDE
    return (part, whole) if beside and summable(part) and same_unit(part, whole) else None


def is_slip_above(rate: Mention, pair: Pair) -> bool:
    """Tell whether a part stands so far above its whole that a slip is likelier than old cases.

    Of 受理145件，办结1392件，办结率96% nobody had 1247 cases left over; one digit less fits.
    """
    part, whole = (one.stated for one in pair)
    if part.value < whole.value * FAR_ABOVE or part.hedged or whole.hedged:
        return False
    meant = rate.stated.value * whole.value / HUNDRED
    place = pair[0].claim.quantity.precision
    slips = slips_of(part.value, place)
    return any(abs(value - meant) <= max(place, NEAR * meant) for _, value in slips)


def _has_room(cue: re.Match[str]) -> bool:
    """Tell whether a share does not name another whole: 占全省总数的5%."""
    return not cue.groupdict().get("of")


def _parts(mentions: Sequence[Mention], whole: Mention) -> tuple[Mention, ...]:
    """Return the figures behind a whole that make it up together; nothing if none do."""
    if whole not in mentions:
        return ()
    behind = [one for one in mentions[mentions.index(whole) + 1 :] if same_unit(one, whole)]
    like = [one for one in behind if alike(one, whole)]
    verdicts = enumerate(judge_sums(whole.stated, [one.stated for one in like]), 1)
    count = next((count for count, one in verdicts if count > 1 and one != "fails"), 0)
    return tuple(like[:count])


def _confirmed(mentions: Sequence[Mention], rate: Mention, pair: Pair) -> tuple[Mention, ...]:
    """Return the list after 其中 of which the rate is right though it is not of the whole told."""
    part, whole = pair
    if whole not in mentions or mentions.index(rate) - mentions.index(whole) > LISTED:
        return ()
    parts = mentions[mentions.index(whole) + 1 : mentions.index(rate)]
    if len(parts) < 2 or "其中" not in parts[0].lead or not all(alike(one, part) for one in parts):
        return ()
    total = Stated(sum((one.stated.value for one in parts), Decimal(0)), part.stated.place)
    fits = judge(rate.stated, (part.stated, total), times(quotient, HUNDRED)) == "holds"
    return tuple(parts) if fits else ()


def _has_name(cue: re.Match[str], part: Mention, whole: Mention) -> bool:
    """Tell whether a whole has the name that a share gave it, or is one of the same things."""
    of = ALL.sub("", cue.groupdict().get("of") or "")
    if of:
        # "占诉前委派纠纷的…，诉前委派2160件": the name may be cut short.
        short = AROUND.sub("", whole.clause)
        letters = iter(whole.clause + whole.claim.measure)
        begun = len(short) >= SHORT and of.startswith(short)
        return begun or all(letter in letters for letter in of)
    same = part.claim.measure[-2:] == whole.claim.measure[-2:]
    return WHOLE.search(whole.clause) is not None and (same or bool(cue.groupdict().get("of")))
