"""What an authored expression commits its writer to, by the rules of the annotation guide.

This is written apart from the library on purpose: gold that the library computed would agree
with the library. It reads only the plain shapes; whatever else a report says
(`几十户`, `翻一番`) carries its interval in the source by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

#: One-to-one folding of what stands for the same figure: １２％ -> 12%
FOLD = str.maketrans("０１２３４５６７８９．％，－", "0123456789.%,-")

BEFORE = ("不少于", "不低于", "不超过", "不高于", "超过", "突破", "至少", "不足", "不到",
          "超", "逾", "近", "约", "共", "达")  # fmt: skip
AFTER = ("以上", "以下", "以内", "左右", "上下")
FLOORS = frozenset({"不少于", "不低于", "至少", "超过", "突破", "超", "逾", "以上"})
CEILINGS = frozenset({"不超过", "不高于", "以下", "以内"})
NEARLY = frozenset({"近", "不足", "不到"})
ROUGHLY = frozenset({"约", "左右", "上下"})

#: 1,234.5 · 12 · 0.8
FIGURE = r"\d[\d,]*(?:\.\d+)?"
MAGNITUDE = r"万亿|千万|百万|亿|万"
#: 约 | 120 | 余 | 万 | 余 | 件次 | 以上
SHAPE = re.compile(
    rf"(?P<before>{'|'.join(BEFORE)})?(?P<sign>-)?(?P<low>{FIGURE})"
    rf"(?:(?P<low_unit>{MAGNITUDE})?[%]?[—\-~～至到](?P<high>{FIGURE}))?"
    rf"(?P<inner>[余多])?(?P<magnitude>{MAGNITUDE})?(?P<outer>[余多])?"
    rf"(?P<unit>.*?)(?P<after>{'|'.join(AFTER)})?"
)
#: 两次 · 十二名 · 三十五户
ONES = "[一二三四五六七八九]"
CHINESE = re.compile(rf"({ONES}?十{ONES}?|{ONES}|两)(.*)")
DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}
POWERS = {"万": 4, "亿": 8, "万亿": 12, "百万": 6, "千万": 7}
#: Units of the text, and the unit that the gold names.
CANONICAL = {"个百分点": "百分点"}

#: Kinds of the annotation guide by unit; what is not here is a count.
KINDS = {
    "%": "percent", "‰": "percent", "百分点": "points", "元": "money", "美元": "money",
    "倍": "multiple", "公里": "length", "米": "length", "千米": "length", "亩": "area",
    "公顷": "area", "平方米": "area", "平方公里": "area", "吨": "weight", "公斤": "weight",
    "斤": "weight", "立方米": "volume", "千瓦时": "energy", "千瓦": "energy", "度": "energy",
    "小时": "duration", "天": "duration", "个工作日": "duration", "分钟": "duration",
    "个月": "duration", "日": "duration", "年": "duration", "分": "score",
}  # fmt: skip


class Unreadable(ValueError):
    """The expression has no plain shape: the source must say its interval."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What an expression says: its numeral, both ends of its interval, unit and last place."""

    num_at: int
    num: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    #: The place of the last digit written: 1.2万 -> 1000.
    place: Decimal
    exact: bool


def read(text: str) -> Amount:
    """Read an authored expression.

    >>> read("3万余人").low, read("3万余人").high, read("3万余人").unit
    (Decimal('30000'), Decimal('40000'), '人')
    """
    kept = [at for at, character in enumerate(text) if character not in " *\r\n\u3000"]
    plain = "".join(text[at] for at in kept).translate(FOLD)
    found = SHAPE.fullmatch(plain)
    if found is None:
        return _chinese(text, plain, kept)
    first = found.start("low")
    last = max(found.end(part) for part in ("low", "high", "inner", "magnitude"))
    if found["outer"] is None and found["inner"] is None and found["high"] is None:
        last = max(found.end("low"), found.end("magnitude"))
    low, high, place = _ends(found)
    unit = CANONICAL.get(found["unit"], found["unit"])
    num = text[kept[first] : kept[last - 1] + 1]
    return Amount(kept[first], num, low, high, unit, place, low == high)


def _chinese(text: str, plain: str, kept: list[int]) -> Amount:
    found = CHINESE.fullmatch(plain)
    if found is None:
        raise Unreadable(text)
    numeral = found[1]
    tens, ten, ones = numeral.rpartition("十") if "十" in numeral else ("", "", numeral)
    value = Decimal((DIGITS.get(tens, 1) * 10 if ten else 0) + DIGITS.get(ones, 0))
    unit = CANONICAL.get(found[2], found[2])
    return Amount(kept[0], numeral, value, value, unit, Decimal(1), exact=True)


def _ends(found: re.Match[str]) -> tuple[Decimal | None, Decimal | None, Decimal]:
    power = POWERS.get(found["magnitude"] or "", 0)
    value = _scaled(found["low"], power)
    if found["sign"]:
        value = -value
    place = Decimal(1).scaleb(power - _decimals(found["low"]))
    if found["high"]:
        own = POWERS.get(found["low_unit"] or "", power)
        return _scaled(found["low"], own), _scaled(found["high"], power), place
    low, high = _hedged(found, value, power)
    return low, high, place


def _hedged(
    found: re.Match[str], value: Decimal, power: int
) -> tuple[Decimal | None, Decimal | None]:
    words = {found["before"], found["after"]}
    if found["inner"] or found["outer"]:
        return value, _excess(found, value, power)
    if words & FLOORS:
        return value, None
    if words & CEILINGS:
        return None, value
    if words & NEARLY:
        return value - step(value), value
    if words & ROUGHLY:
        return value - step(value) / 2, value + step(value) / 2
    return value, value


def _excess(found: re.Match[str], value: Decimal, power: int) -> Decimal | None:
    """Return the end of 余/多: 120余 -> 130, 3万余 -> 4万, 1.4万余 -> 1.5万, 18余 -> None."""
    if found["outer"] and power:
        return value + Decimal(1).scaleb(power - _decimals(found["low"]))
    if power == 0 and value % 10:
        return None
    return value + step(value)


def step(value: Decimal) -> Decimal:
    """Return the place of the last digit that is not zero: 3000 -> 1000, 1.2 -> 0.1."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent)


def _decimals(figure: str) -> int:
    return len(figure.partition(".")[2])


def _scaled(figure: str, power: int) -> Decimal:
    return Decimal(figure.replace(",", "")).scaleb(power)
