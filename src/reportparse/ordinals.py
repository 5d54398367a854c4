"""The numbers that marks and dates give: 十二, 3, ③, ㈠, 其次."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

DIGITS: Final = "零一二三四五六七八九"
#: 十二, 二十三, 〇
HAN: Final = "[一二三四五六七八九十百零〇○壹贰叁肆伍陆柒捌玖拾]"
#: 三, 十二, 一百零三
N: Final = f"{HAN}{{1,5}}"
#: 7, 12
D: Final = "[0-9]{1,2}"
#: The numeral of a mark: 十二 in （十二）, 3 in 1.3
NUMERAL: Final = re.compile(rf"{HAN}+|[0-9]+(?=[^0-9]*\Z)")

FINANCIAL: Final = str.maketrans("壹贰叁肆伍陆柒捌玖拾〇○", "一二三四五六七八九十零零")
WORDS: Final = {"首先": 1, "其次": 2, "再次": 3, "一方面": 1, "另一方面": 2, "再一方面": 3}
#: First characters of runs of single-glyph numerals.
GLYPHS: Final = (
    ("①", 20, 1),
    ("㉑", 15, 21),
    ("㊱", 15, 36),
    ("⑴", 20, 1),
    ("⒈", 20, 1),
    ("㈠", 10, 1),
    ("❶", 10, 1),
)
GLYPH_VALUES: Final = {
    chr(ord(first) + step): least + step for first, count, least in GLYPHS for step in range(count)
}


def _spelled() -> dict[str, int]:
    """Spell the ordinals up to 199 as reports do."""
    tens = ["", "十", *(f"{DIGITS[ten]}十" for ten in range(2, 10))]
    words = {tens[n // 10] + (DIGITS[n % 10] if n % 10 else ""): n for n in range(1, 100)}
    words |= {
        f"一百{'零' * (n < 10)}{'一' * (10 <= n < 20)}{word}": 100 + n for word, n in words.items()
    }
    return words | {"一百": 100} | {f"一十{DIGITS[n]}": 10 + n for n in range(1, 10)}


SPELLED: Final = _spelled()


@lru_cache(1024)
def ordinal_of(mark: str) -> int | None:
    """Return the number that a mark gives.

    >>> [ordinal_of(mark) for mark in ("（十二）", "③", "1.4", "其次", "第二十条之一", "最后")]
    [12, 3, 4, 2, 20, None]
    """
    word = mark.rstrip("，,")
    if word in WORDS:
        return WORDS[word]
    if mark[0] in GLYPH_VALUES:
        return GLYPH_VALUES[mark[0]]
    found = NUMERAL.search(mark)
    if found is None:
        return 1 if mark[-1] == "、" else None
    numeral = found.group()
    return int(numeral) if numeral.isdecimal() else SPELLED.get(numeral.translate(FINANCIAL))
