"""Rates whose figures the text names though they do not stand side by side.

Of a list that makes up its whole a rate may pick one part by its name (…其中集中供养402人、
分散供养926人，集中供养率30.3%), and the whole may be told behind the rate by the name that the
rate gave it (占耕地面积的38%，耕地总面积5万亩).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reportparse.relations.chains import BESIDE
from reportparse.relations.kernel import added, judge
from reportparse.relations.mentions import (
    Mention,
    Sentence,
    alike,
    between,
    clauses_apart,
    same_unit,
    summable,
)

#: Words around the name of a part: "其中", "约", "县直".
AROUND: Final = re.compile("其中|[，、,；;：:（()） ]|分别|已|约|均|的|共|占")
#: Words of a whole that say no more than that it is one.
ALL: Final = re.compile("总|全部|全[市县区镇乡省街村]?|的")
#: A figure is called the whole: "总人口30.5万人", "共有小区540个".
WHOLE: Final = re.compile("总|共")
#: Rates of people asked, or of some of the cases only, have bases of their own.
OWN: Final = re.compile("满意|知晓|支持|按期|按时|及时|平均|同期|预算")
#: How many clauses may lie between a rate and the whole behind it.
BEHIND: Final = 1
#: "、按面积计为|86.0%": the rate before it, of another unit of the same figures.
COUNTED_IN: Final = re.compile(r"[，、,；; ]*[按以][^，。；、]{1,8}计算?(?:[为达]|达到)?[约近]?")

Told = tuple[re.Match[str], Mention]
Pair = tuple[Mention, Mention]


def is_of_list(sentence: Sentence, told: Told, pair: Pair) -> bool:
    """Tell whether a rate names one part of a list that makes up its whole."""
    cue, rate = told
    part, whole = pair
    name = AROUND.sub("", rate.clause[: cue.start()] + cue.groupdict().get("name", ""))
    parts = _parts(sentence.mentions, whole)
    if len(name) < 2 or OWN.search(rate.clause) or part not in parts:
        return False
    called = [one for one in parts if name[:2] in one.clause]
    return called == [part] and _has_room(cue)


def is_told_behind(sentence: Sentence, told: Told, pair: Pair) -> bool:
    """Tell whether the whole of a rate stands right behind it, by the name that it is given."""
    cue, rate = told
    part, whole = pair
    mentions = sentence.mentions
    if whole not in mentions or part not in mentions or OWN.search(cue.group()):
        return False
    at = mentions.index(rate)
    if mentions[at - 1] is not part or mentions[at + 1 : at + 2] != (whole,):
        return False
    near = clauses_apart(between(sentence, rate, whole)) <= BEHIND
    return near and _is_called(cue, part, whole)


def in_other_unit(sentence: Sentence, rate: Mention, last: Pair) -> Pair | None:
    """Return what "、按面积计为86.0%" is of: the second units of what the rate before is of."""
    mentions = sentence.mentions
    if not COUNTED_IN.fullmatch(rate.lead) or not all(one in mentions for one in last):
        return None
    part, whole = (mentions[mentions.index(one) + 1] for one in last)
    beside = part.lead.strip() in BESIDE and whole.lead.strip() in BESIDE
    return (part, whole) if beside and summable(part) and same_unit(part, whole) else None


def _has_room(cue: re.Match[str]) -> bool:
    """Tell whether a share does not name another whole: 占全省总数的5%."""
    return not cue.groupdict().get("of")


def _parts(mentions: Sequence[Mention], whole: Mention) -> tuple[Mention, ...]:
    """Return the figures behind a whole that make it up together; nothing if none do."""
    if whole not in mentions:
        return ()
    behind = [one for one in mentions[mentions.index(whole) + 1 :] if same_unit(one, whole)]
    like = [one for one in behind if alike(one, whole)]
    for count in range(2, len(like) + 1):
        parts = like[:count]
        if judge(whole.stated, [one.stated for one in parts], added) != "fails":
            return tuple(parts)
    return ()


def _is_called(cue: re.Match[str], part: Mention, whole: Mention) -> bool:
    """Tell whether a whole has the name that a share gave it, or is one of the same things."""
    of = ALL.sub("", cue.groupdict().get("of") or "")
    if of:
        letters = iter(whole.clause + whole.claim.measure)
        return all(letter in letters for letter in of)
    same = part.claim.measure[-2:] == whole.claim.measure[-2:]
    return WHOLE.search(whole.clause) is not None and (same or bool(cue.groupdict().get("of")))
