"""Cardinals: Arabic, Chinese and mixed digits with multipliers, read to exact decimals.

兆 is never a multiplier: reports write it only in 兆瓦 and 兆赫.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

ONE: Final = Decimal(1)
#: 一百十一 may leave its 一 out before 十, and only there.
TEN: Final = 10
DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
SMALL: Final = {"十": 10, "百": 100, "千": 1000}
BIG: Final = {"万": 10**4, "亿": 10**8}
#: Other spellings of digits and multipliers, one character to one.
SPELLINGS: Final = str.maketrans(
    "〇○０１２３４５６７８９壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億两兩俩點．，％－負個幾圓圆",
    "零零0123456789一二二三三四五六六七八九十百千万亿二二二点.,%-负个几元元",
)
#: Signs for several tens: 廿三 (23), 五百卅四 (534).
TENS: Final = {"廿": "二十", "卅": "三十", "卌": "四十"}
#: 12,345.67
ARABIC: Final = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
)
#: 3000, 五, 万
TOKEN: Final = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?|[零一二三四五六七八九]+|[十百千万亿]")
#: 二〇二三
DIGIT_STRING: Final = re.compile(r"[零一二三四五六七八九]+")
#: 十余万, 一百零几万, 3000多
EXCESS: Final = re.compile(r"(?<=[0-9零一二三四五六七八九十百千万亿])零?[余餘多几]")


def plain_spelling(text: str) -> str:
    """Fold spellings and drop blanks."""
    folded = "".join(text.split()).translate(SPELLINGS)
    for sign, tens in TENS.items():
        folded = folded.replace(sign, tens)
    return folded


def read_cardinal(plain: str) -> Decimal | None:
    """Read a cardinal that may carry a sign."""
    if plain[:1] in ("负", "-", "+"):
        value = _unsigned(plain[1:])
        return -value if value is not None and plain[0] != "+" else value
    return _unsigned(plain)


def _unsigned(plain: str) -> Decimal | None:
    """Read an Arabic, Chinese or mixed cardinal."""
    plain = EXCESS.sub("", plain)
    if not plain or plain == ".":
        return None
    if ARABIC.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    whole, point, rest = plain.partition("点")
    if not point:
        return _whole(plain)
    value = _whole(whole)
    decimals = re.fullmatch(r"([0-9零一二三四五六七八九]+)([万亿]*)", rest)
    if value is None or decimals is None:
        return None
    fraction = "".join(str(DIGITS.get(digit, digit)) for digit in decimals[1])
    value += Decimal(f"0.{fraction}")
    for unit in decimals[2]:
        value *= BIG[unit]
    return value


def _whole(plain: str) -> Decimal | None:
    """Read digits and multipliers from left to right; refuse what does not add up."""
    if DIGIT_STRING.fullmatch(plain):
        return Decimal("".join(str(DIGITS[digit]) for digit in plain))
    tokens = TOKEN.findall(plain)
    if not tokens or "".join(tokens) != plain:
        return None
    return _Accumulator().read(tokens)


class _Accumulator:
    """Adds up tokens of a Chinese cardinal, section by section of four places."""

    def __init__(self) -> None:
        #: Closed sections with the multiplier that closed each: 三亿五千万 has two.
        self.closed: list[tuple[Decimal, int]] = []
        self.section = Decimal(0)
        self.number: Decimal | None = None
        #: The last multiplier, for 三万五 (35,000); 0 after 零, which forbids it.
        self.last = 0
        self.small = 10**4
        self.started = False
        #: Whether a 零 stood somewhere: then a bare last digit is ambiguous (一万零五百一).
        self.zeroed = False

    def read(self, tokens: list[str]) -> Decimal | None:
        """Return the value of all tokens, `None` where one does not fit."""
        for token in tokens:
            if not self._take(token):
                return None
            self.started = True
        if not self._close():
            return None
        return sum((value for value, _ in self.closed), self.section)

    def _take(self, token: str) -> bool:
        if token in SMALL:
            return self._small(SMALL[token])
        if token in BIG:
            return self._big(BIG[token])
        return self._digits(token)

    def _digits(self, token: str) -> bool:
        if self.number is not None:
            return False
        if token[0] == "零":
            self.last, self.zeroed = 0, True
            digits = token.lstrip("零")
            if not digits:
                return self.started or len(token) == 1
            token = digits
        if token in DIGITS:
            self.number = Decimal(DIGITS[token])
            return True
        if token[0] in DIGITS:
            return False
        self.number = Decimal(token.replace(",", ""))
        if token[0] == "0" or len(token) > 1:
            self.last = 0
        return True

    def _small(self, unit: int) -> bool:
        implied = self.number is None and self.started and unit != TEN
        if unit >= self.small or implied:
            return False
        self.section += (ONE if self.number is None else self.number) * unit
        self.number, self.last, self.small = None, unit, unit
        return True

    def _big(self, unit: int) -> bool:
        here = self.section + (self.number or 0)
        inner = Decimal(0)
        while self.closed and (
            self.closed[-1][1] < unit or (here == 0 and self.closed[-1][1] == unit)
        ):
            inner += self.closed.pop()[0]
        if self.closed and self.closed[-1][1] == unit:
            return False
        if here + inner == 0:
            if self.started:
                return False
            inner = ONE
        self.closed.append(((here + inner) * unit, unit))
        self.section, self.number, self.last, self.small = Decimal(0), None, unit, 10**4
        return True

    def _close(self) -> bool:
        if self.number is not None:
            abbreviated = self.last > 10 and self.number < 10 and self.number == int(self.number)
            if abbreviated and self.zeroed:
                return False
            self.section += self.number * (Decimal(self.last) / 10 if abbreviated else ONE)
        return True
