"""Shares told one after another that make up the whole: 本科占48%，大专占37%，中专及以下占15%.

No word says that all are named, so a list that adds up is recorded, and one that does not is wrong
only where it is opened as a cut (从学历看) and a slip of the pen explains what it misses by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reportparse.relations.kernel import AGREEING, HUNDRED, Stated, added, at_print, judge
from reportparse.relations.mentions import Mention, Sentence, printed
from reportparse.relations.slips import explains
from reportparse.relations.structures import Identity

#: "，大专占", "；其他占比为": the next of a list of shares.
NEXT: Final = re.compile(r"[，、；和 ]+[^，。；占]{1,16}占比?[约为达]?")
#: "本科及以上占": the first of them.
FIRST: Final = re.compile(r"[^，。；占]{1,16}占比?[约为达]?$")
#: "从学历看，", "按年龄分，": all of a whole is told by class.
CUT: Final = re.compile(r"(?:[从按以][^，。；]{1,10}(?:看|分|来看|划分)|分[^，。；]{1,6}看)[，,]?")
#: Fewer shares make a hundred by chance.
FEWEST: Final = 3


def find_hundreds(text: Sequence[Sentence]) -> Iterator[Identity]:
    """Yield the lists of shares that make up a hundred per cent."""
    for sentence in text:
        if sentence.text.count("占") < FEWEST:
            continue
        for shares in _lists(sentence.mentions):
            yield from _judged(sentence, shares)


def _lists(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Yield runs of shares with nothing but their names between."""
    run: list[Mention] = []
    for one in (*mentions, None):
        if one is not None and run and _is_share(one) and NEXT.fullmatch(one.lead):
            run.append(one)
            continue
        if len(run) >= FEWEST:
            yield tuple(run)
        run = [one] if one is not None and _is_share(one) and FIRST.search(one.clause) else []


def _is_share(one: Mention) -> bool:
    """Tell a plain rate in per cent."""
    plain = one.claim.quantity.kind == "percent" and one.stated.hedged is None
    return plain and not one.claim.change


def _judged(sentence: Sentence, shares: tuple[Mention, ...]) -> Iterator[Identity]:
    """Relate shares that make up the whole, or that a slip keeps from it."""
    inputs = [one.stated for one in shares]
    verdict = judge(Stated(HUNDRED), inputs, added)
    over = sum((one.value for one in inputs), Decimal(0)) - HUNDRED
    if verdict not in AGREEING:
        opened = CUT.search(sentence.text, 0, shares[0].claim.quantity.at - sentence.start)
        if opened is None or not explains([one.claim for one in shares], -over):
            return
    sign = "=" if verdict in AGREEING else "≠"
    members = tuple(("part", one.claim) for one in shares)
    formula = f"100% {sign} {' + '.join(map(printed, shares))}"
    yield Identity("占比合计", members, verdict, formula, at_print(inputs, added))
