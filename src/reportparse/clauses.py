"""Where a figure stands: its sentence, and the words on either side up to the next break."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportparse.quantity import Quantity

#: A sentence ends behind these; a ； parts clauses that share their subject.
SENTENCE_END: Final = re.compile(r"[。！？!?\n]")
#: What parts clauses. A 、 parts only beside a figure: inside words it lists (婚姻、邻里纠纷).
BREAK: Final = re.compile(r"[，,；;：:。！？!?\n—…]")
#: Where the words behind a figure end; 省、市重点项目 is one noun.
AFTER_END: Final = re.compile(r"[，,；;：:。！？!?\n—…]|(?<![省市县区镇乡村])、")
#: Everything up to the last break: 「全年受理，」 of 「全年受理，办结」.
TO_LAST_BREAK: Final = re.compile(r"(?s).*[，,；;：:。！？!?\n—…]")
#: The mark of an item at the head of a clause: 一是, 二要, 第三，, 首先.
ITEM: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}(?:是|要)|其[一二三四五六]|首先|其次|再次|最后)[，,、]?"
)
#: What stands between two figures of one list: 「20次、21次」, 「6%和7%」, 「9家，」.
LIST_GAP: Final = re.compile(r"[、，,和与及\s]+|以及")
#: Said behind an amount: 约合12亿元「人民币」.
CURRENCY: Final = "人民币"
#: Kinds that are never absolute: what they are of is what was counted before.
RELATIVE: Final = frozenset(("percent", "point", "permille", "multiple", "fraction", "rank"))
#: A numeral, or a piece of one.
DIGIT: Final = re.compile(r"[0-9一二三四五六七八九十百千万亿]")
#: How far back a clause is read; the longest real subjects stay under it.
REACH: Final = 90


@dataclass(frozen=True, slots=True)
class Setting:
    """A figure in its clause."""

    quantity: Quantity
    #: View offsets of the sentence.
    start: int
    end: int
    #: Words between the last break or figure and this one.
    before: str
    #: Words between this figure and the next break or figure.
    after: str
    #: Words of the sentence between the figure before, if any, and `before`.
    earlier: str
    #: Whether it is the first figure of its paragraph.
    opens: bool
    #: Whether an earlier figure stands in the sentence.
    follows: bool
    #: Whether `before` is also the `after` of the figure before, with no break between.
    shares: bool
    #: Whether only a list mark stands between the figure before and this one.
    listed: bool


def settings(text: str, quantities: Sequence[Quantity]) -> list[Setting]:
    """Return the setting of each quantity of the view `text`, in order."""
    found: list[Setting] = []
    start = end = left = 0
    last = len(quantities) - 1
    for index, quantity in enumerate(quantities):
        opens = not found
        if quantity.at >= end:
            opens = opens or "\n" in text[left : quantity.at]
            start, end = sentence_around(text, quantity.at, end, quantity.end)
            left = start
        follows = left > start
        gap = text[left : quantity.at]
        before, parted = _before(gap, follows=follows)
        earlier = gap[: len(gap) - len(before)]
        if follows and "）" in before:
            before = _resumed(before, text[max(start, left - REACH) : left])
        left = max(left, quantity.end)
        right = quantities[index + 1].at if index < last else end
        after = text[left : max(left, min(right, end))]
        found.append(
            Setting(
                quantity,
                start,
                end,
                before,
                _after(after),
                earlier,
                opens,
                follows,
                follows and not parted,
                follows and LIST_GAP.fullmatch(gap) is not None,
            )
        )
    return found


def sentence_around(text: str, at: int, floor: int, behind: int) -> tuple[int, int]:
    """Return start and end of the sentence around `at`, not looking back behind `floor`.

    >>> sentence_around("去年三次。今年五次。", 7, 0, 9)
    (5, 10)
    """
    start = floor
    for mark in "。！？!?\n":
        start = max(start, text.rfind(mark, floor, at) + 1)
    found = SENTENCE_END.search(text, behind)
    return start, found.end() if found else len(text)


def _before(gap: str, *, follows: bool) -> tuple[str, bool]:
    """Return the words before a figure and whether a break parts them from the one before."""
    tail = gap[-REACH:]
    if found := TO_LAST_BREAK.match(_unbroken(tail)):
        return ITEM.sub("", tail[found.end() :]), True
    if follows and (comma := gap.find("、")) >= 0:
        return gap[comma + 1 :], True
    return (tail if follows else ITEM.sub("", tail)), False


def _unbroken(words: str) -> str:
    """Blank the last bracket, whose breaks part no clauses: 投资（不含农户，下同）增长."""
    closing = words.rfind("）")
    opening = words.rfind("（", 0, closing + 1)
    if opening < 0:
        return words
    return words[:opening] + " " * (closing - opening) + words[closing:]


def _resumed(before: str, told: str) -> str:
    """Join what stands on either side of a bracket that holds figures: 工业（2000万元以上）增加值.

    Where a figure stands before the bracket too, what follows is about that figure.
    """
    opening = told.rfind("（")
    rest = before[before.rindex("）") + 1 :]
    if opening < 0 or "（" in before or not rest:
        return before
    clause = BREAK.split(told[:opening])[-1]
    return before if not clause or DIGIT.search(clause) else ITEM.sub("", clause) + rest


def _after(gap: str) -> str:
    """Return the words behind a figure up to the first break or list mark.

    The currency said behind an amount (9亿元人民币) is no thing that is counted.
    """
    gap = gap.removeprefix(CURRENCY)
    found = AFTER_END.search(gap, 0, REACH)
    return gap[: found.start()] if found else gap[:REACH]
