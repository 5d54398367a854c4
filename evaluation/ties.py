"""When words and digits alone tie two figures, so that a misfit ought to be seen.

Nothing here asks a check: two clauses that say the same in the same words are of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

#: What ends a clause.
BREAKS = "，。；：、,;:（()）\n"
#: What ends a sentence.
STOPS = "。；\n"
#: Words that call a figure all there is, in its clause.
WHOLE = re.compile("(?<!公)共|累计|合计|总计|全年|总[数量额]")
#: What a clause begins with that says nothing of what is counted.
BEGINNING = re.compile(
    r"^(?:\d{4}年|全年|一年来|今年以来|本?年度|共计?|累计|虽然?|已|先后"
    r"|[全我本](?:[省市县区镇乡院局]|街道)|[（(].{1,3}[)）]|\d[.、])+"
)
#: Slips that are seldom met by chance.
RARE = frozenset({"transposition", "×10", "÷10", "万元 → 元"})
#: A figure of so many digits is hardly that of another thing, nor are words of so many characters.
DIGITS, LETTERS = 3, 4


def clause(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the words of a clause before and behind a place."""
    return _around(text, (start, end), BREAKS)


def sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the words of a sentence before and behind a place."""
    return _around(text, (start, end), STOPS)


def _around(text: str, place: tuple[int, int], marks: str) -> tuple[str, str]:
    start, end = place
    first = max(text.rfind(mark, 0, start) for mark in marks) + 1
    last = min((at for mark in marks if (at := text.find(mark, end)) >= 0), default=len(text))
    return text[first:start], text[end:last]


def told_alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two figures are told in the same words, but for 全年 and 共."""
    bare = [(BEGINNING.sub("", before), behind) for before, behind in (one, other)]
    return bare[0] == bare[1] and len("".join(bare[0])) > LETTERS


def tied(leads: Sequence[str], operator: str, numeral: str) -> bool:
    """Tell whether a slip in one of two figures of one thing is beyond doubt.

    Any is where both are called all there is; else one that is rare, in a long figure.
    """
    long = len(re.sub(r"\D", "", numeral).rstrip("0")) >= DIGITS
    return all(WHOLE.search(words) for words in leads) or (operator in RARE and long)
