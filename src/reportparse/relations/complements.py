"""Rates of one of two outcomes, of which the text gives both and not their sum.

批准逮捕196人，不批准逮捕40人，不捕率16.95%: the base is the 236 decided on. A third outcome
may go untold, so a misfit counts only where a slip of the rate explains it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import product
from typing import Final

from reportparse.relations.bound import RATE, cue_of
from reportparse.relations.kernel import (
    AGREEING,
    HUNDRED,
    Stated,
    Verdict,
    at_print,
    judge,
    share_of_both,
    times,
)
from reportparse.relations.mentions import (
    Item,
    Mention,
    Sentence,
    printed,
    same_unit,
    summable,
    with_clauses,
)
from reportparse.relations.slips import slips_of
from reportparse.relations.structures import Identity

#: "不捕", "不起诉", "未通过", "批捕": the outcome that a rate is of, and whether it is denied.
OUTCOME: Final = re.compile("(?P<denied>[不未]?)予?(?P<what>[^不未]{1,2})$")
#: What an outcome may be called where its figure stands; by itself if it is none of these.
CALLED: Final = {
    **dict.fromkeys(("捕", "批捕", "逮捕"), "批捕|逮?捕"),
    **dict.fromkeys(("诉", "起诉", "公诉"), "起诉|公诉|(?<=不)诉"),
    "许可": "许可|批准", "批准": "批准|许可", "支持": "支持|采纳", "采纳": "采纳|支持",
}  # fmt: skip
#: What makes an outcome its contrary: "不批准逮捕", "不予受理", "未通过".
DENIAL: Final = "[不未]予?(?:批准|提起|作出)?"
#: So many sentences before, the outcomes may be told.
BACK: Final = 2
#: A rate of fewer digits fits much by chance.
DIGITS: Final = 3
#: How many figures of each outcome are tried, the nearest first.
TRIED: Final = 8
#: A figure of an outcome, and one of its contrary.
Pair = tuple[Mention, Mention]

#: The per cent that the first of two outcomes is of both.
SHARE: Final = times(share_of_both, HUNDRED)


def find_complements(text: Sequence[Sentence], known: Collection[str]) -> Iterator[Identity]:
    """Yield the rates of a text that are of one outcome and of both together, the `known` not."""
    for place, sentence in enumerate(text):
        if "率" not in sentence.text:
            continue
        for at, rate in enumerate(sentence.mentions):
            told = rate.claim.quantity.kind == "percent" and not rate.claim.change
            if told and rate.claim.id not in known:
                yield from _rated(text, place, at)


def _before(text: Sequence[Sentence], place: int, at: int) -> list[Item]:
    """Return the plain figures before a rate with their words, the nearest first."""
    mentions = text[place].mentions
    earlier = (one.mentions for one in reversed(text[max(place - BACK, 0) : place]))
    told = (with_clauses(one) for one in (mentions[:at], *earlier))
    return [item for items in told for item in reversed(items) if _is_plain(item[0])]


def _is_plain(one: Mention) -> bool:
    level = summable(one) and one.stated.hedged is None and not one.claim.change
    return level and one.claim.status == "actual"


def _rated(text: Sequence[Sentence], place: int, at: int) -> Iterator[Identity]:
    """Relate a rate to the nearest figures of its outcome and of the contrary that give it."""
    rate = text[place].mentions[at]
    cue = cue_of(rate)
    outcome = OUTCOME.search(cue["name"]) if cue and cue.re is RATE else None
    if outcome is None or len(rate.stated.value.as_tuple().digits) < DIGITS:
        return
    told = _given(rate, _pairs(outcome, _before(text, place, at)))
    if told is not None:
        yield _identity(rate, outcome.group(), *told)


def _given(rate: Mention, pairs: Sequence[Pair]) -> tuple[Pair, Verdict] | None:
    """Return the pair that gives a rate, or the only one that does but for a slip."""
    judged = ((pair, _fit(rate, pair)) for pair in pairs)
    fitting = next((one for one in judged if one[1] in AGREEING), None)
    if fitting is not None:
        return fitting
    slipped = [pair for pair in pairs if _is_slip(rate, pair)]
    return (slipped[0], "fails") if len(slipped) == 1 else None


def _pairs(outcome: re.Match[str], before: Sequence[Item]) -> list[Pair]:
    """Return figures of an outcome, each with one of its contrary, the nearest first."""
    what = CALLED.get(outcome["what"], re.escape(outcome["what"]))
    denied = [one for one, words in before if re.search(f"{DENIAL}(?:{what})", words)]
    done = [one for one, words in before if re.search(what, words) and one not in denied]
    part, rest = (denied, done) if outcome["denied"] else (done, denied)
    tried = product(part[:TRIED], rest[:TRIED])
    return [pair for pair in tried if same_unit(*pair) and any(one.stated.value for one in pair)]


def _fit(rate: Mention, pair: Pair) -> Verdict:
    return judge(rate.stated, [one.stated for one in pair], SHARE)


def _is_slip(rate: Mention, pair: Pair) -> bool:
    """Tell whether one slip of the rate keeps it from being that of two figures."""
    inputs = [one.stated for one in pair]
    meant = (value for _, value in slips_of(rate.stated.value, rate.claim.quantity.precision))
    return any(judge(Stated(one, rate.stated.place), inputs, SHARE) == "holds" for one in meant)


def _identity(rate: Mention, name: str, pair: Pair, verdict: Verdict) -> Identity:
    """Make the record of a rate of one outcome of two."""
    part, rest = pair
    roles = (("part", part.claim), ("part", rest.claim), ("rate", rate.claim))
    sign = "≠" if verdict == "fails" else "="
    worked = f"{printed(part)} / ({printed(part)} + {printed(rest)})"
    formula = f"{worked} {sign} {rate.claim.quantity.text}"
    computed = at_print([one.stated for one in pair], SHARE)
    return Identity(f"{name}率", roles, verdict, formula, computed)
