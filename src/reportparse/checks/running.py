"""Items numbered inside running text: 一要…，二要…，四要…; 一、…；二、…；四、….

The outline takes such marks for items only while they follow each other, so a mark that does not
is looked for here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

NUMBERS: Final = "一二三四五六七八九十"
#: Words behind the number of an item, the commonest first.
WORDS: Final = ("是", "要", "、")
#: A number and such a word; not 一、三、五组.
MARK: Final = {word: re.compile(f"[{NUMBERS}]{word}(?![{NUMBERS}]、)") for word in WORDS}
#: What stands before them at the start of a clause, or of a longer one.
STARTS: Final = {
    "是": frozenset("，。；：、\n "),
    "要": frozenset("，。；：、\n "),
    "、": frozenset("。；："),
}
#: Lists shorter than this may be no lists: "一是一，二是二".
SHORTEST: Final = 3
#: A jump past more is another count.
LONGEST_GAP: Final = 3


@dataclass(frozen=True, slots=True)
class LooseSlip:
    """A mark in running text that does not go on with its list; offsets of the view."""

    before: str
    before_at: int
    mark: str
    at: int
    #: The number that would go on.
    expected: int


def loose_slips(text: str) -> Iterator[LooseSlip]:
    """Yield the marks of running text that skip or repeat a number, line by line."""
    for word in WORDS:
        first = text.find("一" + word)
        while first >= 0:
            start = text.rfind("\n", 0, first) + 1
            end = text.find("\n", first)
            end = len(text) if end < 0 else end
            found = MARK[word].finditer(text, start, end)
            yield from _followed([one for one in found if _begins(text, one)])
            first = text.find("一" + word, end)


def _begins(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark stands where an item may begin."""
    at = mark.start()
    return at == 0 or text[at - 1] in STARTS[mark.group()[1]]


def _followed(marks: list[re.Match[str]]) -> Iterator[LooseSlip]:
    """Follow the marks of one line; a 1 opens a new list."""
    if len(marks) < SHORTEST or NUMBERS.index(marks[0].group()[0]):
        return
    numbers = [NUMBERS.index(one.group()[0]) + 1 for one in marks]
    reached = 1
    for (before, mark), (number, after) in zip(
        pairwise(marks), zip(numbers[1:], [*numbers[2:], 0], strict=True), strict=True
    ):
        # A smaller number goes on with a list outside, or begins another.
        if number == reached or reached + 1 < number <= reached + LONGEST_GAP + 1:
            places = (before.group(), before.start(), mark.group(), mark.start())
            yield LooseSlip(*places, reached + 1)
        # In 1, 1, 3 the second was to be 2; in 1, 1, 2 it begins another list.
        meant = number == reached and (number > 1 or after == reached + 2)
        reached = reached + 1 if meant else number
