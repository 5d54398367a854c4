"""Numerals of every spelling that Chinese reports use, read to exact decimals.

Arabic with separators of every width, Chinese in simplified, traditional and financial
characters, mixed (3万5千), fractions, 成, 百分之 and ‰. A numeral without a reading is refused
(`None`), never guessed. 兆 is never a multiplier: reports write it only in 兆瓦 and 兆赫.

Source of the conventions: GB/T 15835-2011 《出版物上数字用法》.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

ONE: Final = Decimal(1)
HUNDRED: Final = Decimal(100)

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
#: 15K, 1.2M
LATIN_SCALE: Final = {
    "k": Decimal(1000),
    "K": Decimal(1000),
    "Ｋ": Decimal(1000),
    "M": Decimal(10**6),
}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A value, and the place of the last digit that was written."""

    value: Decimal
    #: 1.2万 gives 1000, 198 gives 1.
    place: Decimal


def parse_number(text: str) -> Decimal | None:
    """Read one written number; `None` when it has no certain reading.

    Percentages, 成 and fractions are read as the numbers they stand for (5% is 0.05).

    >>> parse_number("三万五千"), parse_number("1,234.5万"), parse_number("七成")
    (Decimal('35000'), Decimal('12345000.0'), Decimal('0.7'))
    """
    plain = _plain(text)
    if not plain:
        return None
    for form in FORMS:
        value = form(plain)
        if value is not None:
            return value
    return None


def read_numeral(text: str) -> Numeral | None:
    """Read a cardinal (no percent, fraction or unit) with the place of its last digit.

    >>> read_numeral("1.2万")
    Numeral(value=Decimal('12000.0'), place=Decimal('1000.0'))
    """
    plain = text if text.isdecimal() and text.isascii() else _plain(text)
    value = _signed(plain)
    return None if value is None else Numeral(value, _place(plain))


def lowest_place(value: Decimal) -> Decimal:
    """Return the place of the lowest digit that is not zero: 120 gives 10, 1.4万 gives 1000.

    >>> lowest_place(Decimal(3000)), lowest_place(Decimal("1.50"))
    (Decimal('1E+3'), Decimal('0.1'))
    """
    exponent = value.normalize().as_tuple().exponent
    return ONE.scaleb(exponent) if value and isinstance(exponent, int) else ONE


def _plain(text: str) -> str:
    """Fold spellings and drop blanks."""
    folded = "".join(text.split()).translate(SPELLINGS)
    for sign, tens in TENS.items():
        folded = folded.replace(sign, tens)
    return folded


def _place(plain: str) -> Decimal:
    """Return the place of the last digit written."""
    decimals = re.search(r"[.点]([0-9零一二三四五六七八九]+)", plain)
    place = ONE.scaleb(-len(decimals[1])) if decimals else ONE
    tail = re.search(r"[十百千万亿]+$", plain)
    if tail and (plain[0] in "0123456789." or set(plain) & BIG.keys()):
        for unit in tail[0]:
            place *= SMALL.get(unit) or BIG[unit]
    return place


def _signed(plain: str) -> Decimal | None:
    """Read a cardinal that may carry a sign."""
    if plain[:1] in ("负", "-", "+"):
        value = _cardinal(plain[1:])
        return -value if value is not None and plain[0] != "+" else value
    return _cardinal(plain)


def _cardinal(plain: str) -> Decimal | None:
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
        #: Closed sections and the multiplier that closed each: 三亿五千万 -> [(3e8, 1e8), (5e7, 1e4)].
        self.closed: list[tuple[Decimal, int]] = []
        self.section = Decimal(0)
        self.number: Decimal | None = None
        #: The last multiplier, for 三万五 (35,000); 0 after 零, which forbids it.
        self.last = 0
        self.small = 10**4
        self.started = False
        #: Whether a 零 stood somewhere: then a bare last digit is ambiguous (一千零一十万一千一百一).
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
        if token[0] == "零" and len(token) > 1 and token[1:].strip("零"):
            self.last = 0
            self.zeroed = True
            token = token.lstrip("零")
        if token.strip("零") == "":
            self.last = 0
            self.zeroed = True
            return self.started or len(token) == 1
        if token[0] in DIGITS and len(token) > 1:
            return False
        self.number = (
            Decimal(DIGITS[token]) if token in DIGITS else Decimal(token.replace(",", ""))
        )
        if token[0] == "0" or len(token) > 1:
            self.last = 0
        return True

    def _small(self, unit: int) -> bool:
        if unit >= self.small:
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


def _cardinal_form(plain: str) -> Decimal | None:
    """198, 三百二十, 负一百"""
    return _signed(plain)


def _counted_form(plain: str) -> Decimal | None:
    """一个, 零个"""
    return _signed(plain[:-1]) if len(plain) > 1 and plain[-1] == "个" else None


def _half_form(plain: str) -> Decimal | None:
    """一半, 半个"""
    return Decimal("0.5") if plain in ("半", "一半", "1半", "半个") else None


def _percent_form(plain: str) -> Decimal | None:
    """5%, 2.3个百分点, 3.2‰, 七成, 75折"""
    for ending, scale in ENDINGS:
        if plain.endswith(ending):
            value = _scaled(plain[: -len(ending)])
            return None if value is None else value / scale
    if plain.endswith("成"):
        return Decimal("0.05") if plain == "半成" else _divided(_signed(plain[:-1]), Decimal(10))
    if plain.endswith("折"):
        value = _signed(plain[:-1])
        return _divided(value, Decimal(10) if value is not None and value < 10 else HUNDRED)
    return None


def _fraction_form(plain: str) -> Decimal | None:
    """三分之二, 百分之八十, 一又五分之一, 12/17"""
    match = re.fullmatch(r"(?:(.+)又)?(.+?)(?:分之|(?<=.)分)(.+)", plain)
    if match and (match[1] or "分之" in plain):
        below, above = _signed(match[2]), _scaled(match[3])
        if match[2] in ("百", "千", "万"):
            below = Decimal(SMALL.get(match[2]) or BIG[match[2]])
        return _mixed(match[1], _ratio(above, below))
    match = re.fullmatch(r"(-|负)?([0-9,.]+)/([0-9,.]+)", plain)
    if match:
        quotient = _ratio(_signed(match[2]), _signed(match[3]))
        return -quotient if match[1] and quotient is not None else quotient
    return None


def _money_form(plain: str) -> Decimal | None:
    """壹拾壹元壹角, 玖仟陆佰陆拾伍元壹角捌分"""
    match = re.fullmatch(r"(.+?)元(?:(.)角)?(?:(.)分)?[正整]?", plain)
    if match is None:
        return None
    value = _signed(match[1])
    for piece, place in ((match[2], "0.1"), (match[3], "0.01")):
        coins = Decimal(0) if piece is None else _signed(piece)
        if value is None or coins is None:
            return None
        value += coins * Decimal(place)
    return value


def _latin_form(plain: str) -> Decimal | None:
    """15K, 1.2M"""
    return _scaled(plain) if plain[-1] in LATIN_SCALE else None


#: Endings that divide, longest first.
ENDINGS: Final = (
    ("个百分点", HUNDRED), ("百分点", HUNDRED), ("个百分點", HUNDRED), ("%", HUNDRED), ("‰", Decimal(1000)),
)  # fmt: skip

#: Forms in the order in which they are tried.
FORMS: Final[tuple[Callable[[str], Decimal | None], ...]] = (
    _cardinal_form,
    _half_form,
    _counted_form,
    _percent_form,
    _fraction_form,
    _money_form,
    _latin_form,
)


def _scaled(plain: str) -> Decimal | None:
    """Read a cardinal that may end in a Latin scale."""
    if plain and plain[-1] in LATIN_SCALE:
        value = _signed(plain[:-1])
        return None if value is None else value * LATIN_SCALE[plain[-1]]
    return _signed(plain)


def _divided(value: Decimal | None, by: Decimal) -> Decimal | None:
    return None if value is None else value / by


def _ratio(above: Decimal | None, below: Decimal | None) -> Decimal | None:
    return None if above is None or not below else above / below


def _mixed(whole: str | None, fraction: Decimal | None) -> Decimal | None:
    """Add the whole part of 三又五分之一, under its sign."""
    if whole is None or fraction is None:
        return fraction
    value = _signed(whole)
    if value is None:
        return None
    return value - fraction if whole[0] in "负-" else value + fraction
