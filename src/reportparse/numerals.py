"""Numerals of every spelling that Chinese reports use, read to exact decimals.

Arabic with separators of every width, Chinese in simplified, traditional and financial
characters, mixed (3万5千), fractions, 成, 百分之 and ‰. A numeral without a certain reading is
refused (`None`), never guessed.

Source of the conventions: GB/T 15835-2011 《出版物上数字用法》.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from reportparse.cardinal import BIG, ONE, SMALL, plain_spelling, read_cardinal

HUNDRED: Final = Decimal(100)
#: Measure words that stand for several things.
SETS: Final = {"打": Decimal(12), "对": Decimal(2), "對": Decimal(2)}
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


@lru_cache(maxsize=4096)
def parse_number(text: str) -> Decimal | None:
    """Read one written number; `None` when it has no certain reading.

    Percentages, 成 and fractions are read as the numbers they stand for (5% is 0.05).

    >>> parse_number("三万五千"), parse_number("1,234.5万"), parse_number("七成")
    (Decimal('35000'), Decimal('12345000.0'), Decimal('0.7'))
    """
    plain = plain_spelling(text)
    if not plain:
        return None
    for form in FORMS:
        value = form(plain)
        if value is not None:
            return value
    return None


@lru_cache(maxsize=4096)
def read_numeral(text: str) -> Numeral | None:
    """Read a cardinal (no percent, fraction or unit) with the place of its last digit.

    >>> read_numeral("1.2万")
    Numeral(value=Decimal('12000.0'), place=Decimal('1000.0'))
    """
    plain = text if text.isdecimal() and text.isascii() else plain_spelling(text)
    value = read_cardinal(plain)
    return None if value is None else Numeral(value, _place(plain))


def lowest_place(value: Decimal) -> Decimal:
    """Return the place of the lowest digit that is not zero: 120 gives 10, 1.4万 gives 1000.

    >>> lowest_place(Decimal(3000)), lowest_place(Decimal("1.50"))
    (Decimal('1E+3'), Decimal('0.1'))
    """
    _, digits, exponent = value.as_tuple()
    if not value or not isinstance(exponent, int):
        return ONE
    # Counted, not normalised, which would round a figure of more digits than are kept.
    naughts = next(place for place, digit in enumerate(reversed(digits)) if digit)
    return ONE.scaleb(exponent + naughts)


def _place(plain: str) -> Decimal:
    """Return the place of the last digit written."""
    decimals = re.search(r"[.点]([0-9零一二三四五六七八九]+)", plain)
    place = ONE.scaleb(-len(decimals[1])) if decimals else ONE
    tail = re.search(r"[十百千万亿]+$", plain)
    if tail and (plain[0] in "0123456789." or set(plain) & BIG.keys()):
        for unit in tail[0]:
            place *= SMALL.get(unit) or BIG[unit]
    return place


def _cardinal_form(plain: str) -> Decimal | None:
    """Read 198, 三百二十, 负一百."""
    return read_cardinal(plain)


def _counted_form(plain: str) -> Decimal | None:
    """Read 一个, 零个."""
    return read_cardinal(plain[:-1]) if len(plain) > 1 and plain[-1] == "个" else None


def _set_form(plain: str) -> Decimal | None:
    """Read 一打, 五对."""
    size = SETS.get(plain[-1])
    value = None if size is None else read_cardinal(plain[:-1])
    return None if size is None or value is None else value * size


def _half_form(plain: str) -> Decimal | None:
    """Read 一半, 半个."""
    return Decimal("0.5") if plain in ("半", "一半", "1半", "半个") else None


def _percent_form(plain: str) -> Decimal | None:
    """Read 5%, 2.3个百分点, 3.2‰, 七成, 75折."""
    for ending, scale in ENDINGS:
        if plain.endswith(ending):
            value = _scaled(plain[: -len(ending)])
            return None if value is None else value / scale
    if plain.endswith("成"):
        return (
            Decimal("0.05")
            if plain == "半成"
            else _divided(read_cardinal(plain[:-1]), Decimal(10))
        )
    if plain.endswith("折"):
        value = read_cardinal(plain[:-1])
        return _divided(value, Decimal(10) if value is not None and value < 10 else HUNDRED)
    return None


def _fraction_form(plain: str) -> Decimal | None:
    """Read 三分之二, 百分之八十, 一又五分之一, 12/17."""
    match = re.fullmatch(r"(?:(.+)又)?(.+?)(?:分之|(?<=.)分)(.+)", plain)
    if match and (match[1] or "分之" in plain):
        below, above = read_cardinal(match[2]), _scaled(match[3])
        if match[2] in ("百", "千", "万"):
            below = Decimal(SMALL.get(match[2]) or BIG[match[2]])
        return _mixed(match[1], _ratio(above, below))
    match = re.fullmatch(r"(-|负)?([0-9,.]+)/([0-9,.]+)", plain)
    if match:
        quotient = _ratio(read_cardinal(match[2]), read_cardinal(match[3]))
        return -quotient if match[1] and quotient is not None else quotient
    return None


def _money_form(plain: str) -> Decimal | None:
    """Read 壹拾壹元壹角, 玖仟陆佰陆拾伍元壹角捌分."""
    match = re.fullmatch(r"(.+?)元(?:(.)角)?(?:(.)分)?[正整]?", plain)
    if match is None:
        return None
    value = read_cardinal(match[1])
    for piece, place in ((match[2], "0.1"), (match[3], "0.01")):
        coins = Decimal(0) if piece is None else read_cardinal(piece)
        if value is None or coins is None:
            return None
        value += coins * Decimal(place)
    return value


def _latin_form(plain: str) -> Decimal | None:
    """Read 15K, 1.2M."""
    return _scaled(plain) if plain[-1] in LATIN_SCALE else None


#: Endings that divide, longest first.
ENDINGS: Final = (
    ("个百分点", HUNDRED), ("百分点", HUNDRED), ("个百分點", HUNDRED),
    ("%", HUNDRED), ("‰", Decimal(1000)),
)  # fmt: skip


#: Forms in the order in which they are tried.
FORMS: Final[tuple[Callable[[str], Decimal | None], ...]] = (
    _cardinal_form,
    _half_form,
    _counted_form,
    _set_form,
    _percent_form,
    _fraction_form,
    _money_form,
    _latin_form,
)


def _scaled(plain: str) -> Decimal | None:
    """Read a cardinal that may end in a Latin scale."""
    if plain and plain[-1] in LATIN_SCALE:
        value = read_cardinal(plain[:-1])
        return None if value is None else value * LATIN_SCALE[plain[-1]]
    return read_cardinal(plain)


def _divided(value: Decimal | None, by: Decimal) -> Decimal | None:
    return None if value is None else value / by


def _ratio(above: Decimal | None, below: Decimal | None) -> Decimal | None:
    return None if above is None or not below else above / below


def _mixed(whole: str | None, fraction: Decimal | None) -> Decimal | None:
    """Add the whole part of 三又五分之一, under its sign."""
    if whole is None or fraction is None:
        return fraction
    value = read_cardinal(whole)
    if value is None:
        return None
    return value - fraction if whole[0] in "负-" else value + fraction
