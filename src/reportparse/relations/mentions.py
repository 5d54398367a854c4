"""Figures in their sentences: each claim with the words before and behind it.

Relations are read from what stands *between* figures, so this is cut out once for all finders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportparse.claims import Claim
from reportparse.relations.kernel import Stated, stated_by
from reportparse.view import View

#: What ends a sentence: "…69次。其中…".
SENTENCE_ENDS: Final = "。！？\n"
SENTENCE_END: Final = re.compile(f"[{SENTENCE_ENDS}]")
#: What ends a clause: "受理120件，办结118件".
BREAKS: Final = "，；,;：:"
TO_BREAK: Final = re.compile(f"(?s).*[{BREAKS}]")
#: Round and square brackets in both widths: "120件（A 50件）".
OPENING: Final = "（([［〔"
BRACKET: Final = re.compile(r"[（(\[［〔）)\]］〕]")
#: Kinds of figures that may be added up.
SUMMABLE: Final = frozenset({
    "count", "money", "length", "area", "volume", "mass", "energy", "power",
})  # fmt: skip
#: Days may be counted like things: 优良天数312天.
DAYS: Final = "天"
#: Kinds that say how one figure stands to another.
RATES: Final = frozenset({"percent", "permille", "fraction", "multiple", "point", "ratio"})
#: What makes a figure hold for each of many: "每村2名", "各3场", "人均5亩"; not 各类, 每年.
EACH: Final = re.compile(r"每(?!年)|人均|户均|平均|各$")
#: "人均": an average is as divisible as what it is the average of.
AVERAGE: Final = re.compile("[人户亩村]均")
#: What is carried over belongs to the sums of this year: "上年结转8960万元".
LEFT_OVER: Final = re.compile("结转|结余|旧存")
#: Measure words that count the same things: "培训120人，其中女性30名".
SAME: Final = {"名": "人", "位": "人", "起": "件", "宗": "件"}
#: What stands between a figure and one that tells more of the same item: "612户、1105人".
BESIDE: Final = frozenset({"", "、", "（", "("})
#: What a figure begins with that denies: 未发生一起, 无一例.
DENIALS: Final = frozenset("未无没不")


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A claim where it is made; each is equal to itself alone."""

    claim: Claim
    stated: Stated
    #: Words from the figure before it in the sentence, or from the start of the sentence.
    lead: str
    #: Words up to the next figure, or up to the end of the sentence.
    tail: str
    #: How many brackets are open where it stands.
    depth: int
    #: The words of its own clause before it.
    clause: str
    #: What it counts in: unit, kind, denominator, with like measure words folded.
    measured_in: tuple[str, str, str]
    #: Whether it goes for each of many: 每村2名.
    is_each: bool

    @property
    def is_rate(self) -> bool:
        """Whether it is a percentage, a multiple or the like."""
        return self.claim.quantity.kind in RATES


#: A figure, and the words that say what it is.
Item = tuple[Mention, str]

#: No sentence states more; where one seems to, its full stops were lost, and reading it in
#: stretches keeps the cost in step with its length.
MOST_FIGURES: Final = 80


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with at least one figure."""

    mentions: tuple[Mention, ...]
    #: View offsets.
    start: int
    end: int
    text: str


def sentences(claims: Sequence[Claim], view: View) -> tuple[Sentence, ...]:
    """Set the claims in their sentences, in the order of the text."""
    groups: list[tuple[int, int, list[Claim]]] = []
    end = -1
    for claim in sorted(claims, key=_place):
        at = claim.quantity.at
        if at >= end:
            start = max(view.text.rfind(mark, end + 1, at) for mark in SENTENCE_ENDS) + 1
            found = SENTENCE_END.search(view.text, at)
            start, end = max(start, end + 1), found.start() if found else len(view.text)
            groups.append((start, end, []))
        elif len(groups[-1][2]) >= MOST_FIGURES:
            first, _, inside = groups.pop()
            cut = inside[-1].quantity.end
            groups += ((first, cut, inside), (cut, end, []))
        groups[-1][2].append(claim)
    found_in = (
        Sentence(
            tuple(_mentions(inside, view.text, (first, last))), first, last, view.text[first:last]
        )
        for first, last, inside in groups
    )
    return tuple(sentence for sentence in found_in if sentence.mentions)


def alike(one: Mention, other: Mention) -> bool:
    """Tell whether two figures may be set against each other: unit, kind, standing."""
    return (
        one.measured_in == other.measured_in
        and not (one.is_each or other.is_each)
        and _standing(one) == _standing(other)
    )


def is_average_of(whole: Mention, part: Mention) -> bool:
    """Tell an average that may be made up of averages: 人均收入|18620元|，工资性收入|8240元|."""
    averaged = whole.is_each and AVERAGE.search(whole.clause) is not None
    return averaged and not part.is_each and same_unit(whole, part)


def same_unit(one: Mention, other: Mention) -> bool:
    """Tell whether two figures count in the same, whatever their periods."""
    return one.measured_in == other.measured_in


def denies(mention: Mention) -> bool:
    """Tell a figure that is told of what did not happen: 未发生一起, 无一例."""
    quantity = mention.claim.quantity
    return quantity.text[0] in DENIALS and quantity.value == 0


def summable(mention: Mention) -> bool:
    """Tell whether a figure may be a part or a whole of a sum."""
    quantity = mention.claim.quantity
    return quantity.kind in SUMMABLE or (quantity.kind == "duration" and quantity.unit == DAYS)


def between(sentence: Sentence, first: Mention, second: Mention) -> str:
    """Return the words from behind one figure up to another."""
    start, end = first.claim.quantity.end, second.claim.quantity.at
    return sentence.text[start - sentence.start : end - sentence.start]


def clauses_apart(words: str) -> int:
    """Count the clause ends in the words between two figures."""
    return sum(words.count(mark) for mark in BREAKS)


def with_clauses(mentions: Sequence[Mention]) -> list[Item]:
    """Return figures with their clauses; a second unit shares that of the first: 33件、40人."""
    found: list[Item] = []
    for one in mentions:
        beside = found and one.lead.strip() in BESIDE
        found.append((one, found[-1][1] if beside else one.clause))
    return found


def printed(mention: Mention) -> str:
    """Return a figure as a formula shows it: 69 for 69次, 120余 for 120余次.

    Two units of one formula are the same, so they are left out.
    """
    quantity = mention.claim.quantity
    if mention.is_rate:
        return quantity.text
    if quantity.unit_text and quantity.text.endswith(quantity.unit_text):
        return quantity.text[: -len(quantity.unit_text)].strip() or quantity.num_text
    return quantity.text if quantity.hedge != "exact" else quantity.num_text


def _mentions(claims: list[Claim], text: str, bounds: tuple[int, int]) -> Iterator[Mention]:
    """Yield the mentions of one sentence."""
    behind, end = bounds
    depth = 0
    for place, claim in enumerate(claims):
        quantity = claim.quantity
        stated = stated_by(quantity)
        if stated is None:
            continue
        lead = text[behind : quantity.at]
        depth = max(depth + _opened(lead), 0)
        following = claims[place + 1].quantity.at if place + 1 < len(claims) else end
        clause = lead[_last_break(lead) :]
        unit = (SAME.get(quantity.unit, quantity.unit), quantity.kind, quantity.per)
        each = EACH.search(clause) is not None
        tail = text[quantity.end : following]
        yield Mention(claim, stated, lead, tail, depth, clause, unit, each)
        behind = quantity.end
        depth = max(depth + _opened(quantity.text), 0)


def _last_break(words: str) -> int:
    """Return where the last clause of the words begins."""
    found = TO_BREAK.match(words)
    return found.end() if found else 0


def _opened(words: str) -> int:
    """Return how many more brackets are opened than closed."""
    found = BRACKET.findall(words)
    return sum(1 if sign in OPENING else -1 for sign in found) if found else 0


def _standing(mention: Mention) -> str:
    """Fold what may stand in one sum: 累计 and 上年结转 are parts like those of this year."""
    status = mention.claim.status
    carried = status in {"prior", "target"} and LEFT_OVER.search(mention.clause) is not None
    return "actual" if carried or status == "cumulative" else status


def _place(claim: Claim) -> int:
    return claim.quantity.at
