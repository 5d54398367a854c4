"""Rates whose figures stand elsewhere than beside them: in lists, in brackets, at another rate.

按用途，建设2亿元，占比50%；其他2亿元, where the list adds up to its whole some sentences before;
昼间达标61点次（共64点次），…达标率分别为…; 占比过半，为54.6%; 民事案件的比重由71%降到65%.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from reportparse.relations.bound import SHARE, is_slipped
from reportparse.relations.inside import fits
from reportparse.relations.kernel import AGREEING, judge_sums
from reportparse.relations.listed import is_called
from reportparse.relations.mentions import Mention, Sentence, alike, summable
from reportparse.relations.rated import Rated

#: "，为54.6%" behind "占比过半": the same share, said exactly.
AGAIN: Final = re.compile(r"[，,（(](?:具体)?(?:为|达到?|即|是)")
#: "民事案件的比重由", "水路占比从": whose share it was, before "降到65%".
FROM: Final = re.compile(
    r"(?P<name>[^，。；占的]{2,12}?)(?:所?占)?的?(?:比重|比例|占比|份额)[由从]$"
)
#: "降到", "上升至": what a share came to.
TO: Final = re.compile(r"(?:上升|提高|提升|升|增加|增|扩大|下降|降低|降|回落|减少|减)[到至为]")
#: "，占比", "（占": a share that names no whole.
BARE: Final = re.compile(r"[，,（( ]*[约各均]?(?:占比?|比重|比例)[约为达近]?")
#: "（共", "（总": the whole of the figure right before its bracket.
ALL_OF_IT: Final = re.compile(r"[^，。；、]{0,4}[（(](?:共|总计?|合计)[^，。；、]{0,4}")
#: "，达标率分别为": one rate for each of the pairs before.
EACH: Final = re.compile(r"[率比重例占][^，。；]{0,4}分别[^，。；]{0,4}$")
AND: Final = re.compile(r"[、和及与 ]+")
#: So many sentences before, the whole of a list may be told.
BACK: Final = 3
#: A list of fewer parts adds up by chance.
FEWEST: Final = 2


def elsewhere(text: Sequence[Sentence], place: int, known: Sequence[Rated]) -> tuple[Rated, ...]:
    """Return the rates of one sentence that nothing beside them explains."""
    sentence = text[place]
    agreeing = {one.rate.claim.id: one for one in known if one.verdict in AGREEING}
    found: list[Rated] = []
    for at, rate in enumerate(sentence.mentions):
        if rate.claim.quantity.kind != "percent" or rate.claim.id in agreeing or not at:
            continue
        before = agreeing.get(sentence.mentions[at - 1].claim.id)
        told = (
            _said_again(rate, before)
            or _come_to(text, place, at)
            or _of_list(text, place, at)
            or _of_posts(sentence, at)
        )
        found += [told] if told else []
    return (*found, *_bracketed(sentence, agreeing.keys()))


def _said_again(rate: Mention, before: Rated | None) -> Rated | None:
    """Read "占比过半，为54.6%": of the same figures as the rate before it."""
    if before is None or before.others or not AGAIN.fullmatch(rate.lead):
        return None
    verdict = fits(before.part, before.whole, rate)
    return Rated(rate, before.part, before.whole, before.cue, verdict)


def _come_to(text: Sequence[Sentence], place: int, at: int) -> Rated | None:
    """Read "民事案件的比重由71%降到65%": the part by its name, the whole by the list it is in."""
    rate, before = text[place].mentions[at], text[place].mentions[at - 1]
    told = FROM.search(before.clause) if TO.fullmatch(rate.lead) and before.is_rate else None
    if told is None:
        return None
    for back in range(place, max(place - 2, -1), -1):
        for part in text[back].mentions:
            if summable(part) and _is_named(part, told["name"]):
                return _judged(rate, part, _whole_of(text, back, part))
    return None


def _is_named(part: Mention, name: str) -> bool:
    """Tell whether a figure is what a name says: 刑事 of 刑事案件, 工业 of 工业增加值."""
    return name[:2] in part.clause and is_called(part, name[:2])


def _of_list(text: Sequence[Sentence], place: int, at: int) -> Rated | None:
    """Read "按用途，建设2亿元，占比50%；其他2亿元": the whole that the list adds up to."""
    sentence = text[place]
    rate, part = sentence.mentions[at], sentence.mentions[at - 1]
    if not BARE.fullmatch(rate.lead) or not summable(part) or part.claim.change:
        return None
    return _judged(rate, part, _whole_of(text, place, part))


def _judged(rate: Mention, part: Mention, whole: Mention | None) -> Rated | None:
    """Set a share against the whole of its list; a misfit counts where a slip explains it."""
    if whole is None or part.stated.hedged or whole.stated.hedged or rate.stated.hedged:
        return None
    verdict = fits(part, whole, rate)
    sure = verdict in AGREEING or is_slipped((part, whole, rate))
    return Rated(rate, part, whole, "占", verdict) if sure else None


def _whole_of(text: Sequence[Sentence], place: int, part: Mention) -> Mention | None:
    """Return the figure before a list with `part` in it that the list adds up to."""
    sentence = text[place]
    like = [one for one in sentence.mentions if alike(one, part) and not one.claim.change]
    for told in (sentence, *reversed(text[max(place - BACK, 0) : place])):
        for whole in reversed(told.mentions):
            behind = [one for one in like if one.claim.quantity.at > whole.claim.quantity.at]
            if part in behind and alike(whole, part) and _adds_up(whole, behind, part):
                return whole
    return None


def _adds_up(whole: Mention, parts: Sequence[Mention], part: Mention) -> bool:
    """Tell whether the first of some figures, `part` among them, make up a whole."""
    least = max(FEWEST, parts.index(part) + 1)
    verdicts = judge_sums(whole.stated, [one.stated for one in parts])
    return any(count >= least and one in AGREEING for count, one in enumerate(verdicts, 1))


def _of_posts(sentence: Sentence, at: int) -> Rated | None:
    """Read "编制46个，检察官18名，占编制的39.1%": a whole in another measure word, by its name."""
    rate, part = sentence.mentions[at], sentence.mentions[at - 1]
    cue = SHARE.search(rate.clause)
    of = (cue["of"] or "") if cue else ""
    if len(of) < FEWEST or not _is_count(part):
        return None
    around = (*reversed(sentence.mentions[: at - 1]), *sentence.mentions[at + 1 : at + 2])
    named = [one for one in around if _is_count(one) and is_called(one, of.removesuffix("数"))]
    return _judged(rate, part, named[0]) if len(named) == 1 else None


def _is_count(one: Mention) -> bool:
    return one.claim.quantity.kind == "count" and summable(one) and not one.claim.change


def _bracketed(sentence: Sentence, known: Collection[str]) -> Iterator[Rated]:
    """Read "达标61点次（共64点次），达标55点次（共64点次），达标率分别为95.3%和85.9%"."""
    mentions = sentence.mentions
    pairs = [pair for pair in pairwise(mentions) if _is_with_whole(*pair)]
    first = next((at for at, one in enumerate(mentions) if _is_for_each(one)), 0) if pairs else 0
    rates = mentions[first : first + len(pairs)] if first else ()
    if len(rates) != len(pairs) or not all(AND.fullmatch(rate.lead) for rate in rates[1:]):
        return
    for rate, pair in zip(rates, pairs, strict=True):
        if rate.claim.id not in known:
            yield Rated(rate, *pair, "分别", fits(*pair, rate))


def _is_with_whole(part: Mention, whole: Mention) -> bool:
    """Tell whether a figure in brackets is the whole of the one before: 61点次（共|64点次|）."""
    return bool(whole.depth) and ALL_OF_IT.fullmatch(whole.lead) is not None and alike(whole, part)


def _is_for_each(one: Mention) -> bool:
    return one.is_rate and EACH.search(one.clause) is not None
