"""A number in running text: a numeral with its magnitude and excess, before any unit.

3万余, 12,600, 1万2千, 三百二十, 三五, 几十万, 百余. All offsets are the view's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from reportparse.cardinal import ONE
from reportparse.hedges import several, step_of_excess
from reportparse.interval import Interval
from reportparse.numerals import parse_number, read_numeral

#: Every character of a Chinese numeral.
CHINESE: Final = "零〇一二三四五六七八九十百千万亿两几数半廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億兩点俩"
#: Financial digits are surnames and place names when they stand alone: 陆家嘴, 伍家岗.
FINANCIAL: Final = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
#: 12,345.67, 33 5.5 and 30 00 (figures that a stray blank splits; none begins with 00)
ARABIC: Final = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"
    r"|[0-9]{1,3} (?:0[0-9]{1,2}(?=[余多万亿一-龥%])"
    r"|[0-9]{1,3}(?:\.[0-9]+)?(?=[余多]?[万亿]?[元个件人吨亩公平户份次场名条起项处家%]))"
    r"|[0-9]+(?:[.·][0-9]+)?"
)
#: Forty digits and more: no figure of a report, and beyond what can be counted with.
ENDLESS: Final = re.compile(r"[0-9][0-9,.·]{39}")
#: 1万2千, 3万4000, 25万6千
MIXED: Final = re.compile(
    r"[0-9]+[万亿千](?:零?[0-9一二三四五六七八九]+[千百万十])+[0-9]*|[0-9]+[万亿][0-9]{4}(?![0-9.])"
)
#: 余万, 多亿, 万余, 千 (not of 千瓦)
TAIL: Final = re.compile(
    r"(?P<before>[余多来几](?=[十百千万亿]))?"
    r"(?P<magnitude>[十百千]?万亿|[十百千]?[万亿]|[百千](?![瓦米克伏赫卡帕焦升分方]))?"
    r"(?P<behind>[余多来])?"
)
#: 三五名, 七八万, 四五十, 十五六
ADJACENT: Final = re.compile(
    r"(?P<ten>十?)(?P<one>[一二两三四五六七八九])(?P<two>[两二三四五六七八九])(?P<rest>[十百千万亿]*)$"
)
#: 十几, 几十万, 数百, 二十几万
SEVERAL: Final = re.compile(r"(?P<lead>[一二三四五六七八九]?十)?[几数](?P<rest>[十百千万亿]*)$")
#: 几 and 数 outside the forms that have bounds say no number.
VAGUE: Final = frozenset("几数")
MYRIAD: Final = Decimal(10**4)
LARGE: Final = frozenset("万亿萬億")
#: Without one of these several digits are a year or a number on a door, no count.
MULTIPLIERS: Final = frozenset("十百千万亿拾佰仟萬億点廿卅")
#: A run of Chinese digits and magnitudes, at most as long as any real numeral.
CHINESE_RUN: Final = re.compile(f"[{CHINESE}]{{1,24}}")


@dataclass(frozen=True, slots=True)
class Number:
    """A numeral with its magnitude and excess, before the unit."""

    at: int
    end: int
    #: Where the numeral ends without 余 or 多.
    num_end: int
    value: Decimal | None
    place: Decimal
    interval: Interval | None = None
    #: "more" behind 余 or 多, "about" behind 来 and for 几.
    hedge: str = ""
    step: Decimal | None = None
    magnitude: Decimal = ONE
    #: Whether it begins with a bare magnitude (百余, 上千).
    bare: bool = False


def number_at(text: str, at: int) -> Number | None:
    """Read the number that begins at `at`, in either script."""
    if text[at : at + 1].isascii():
        return arabic_number(text, at)
    match = CHINESE_RUN.match(text, at)
    return chinese_number(text, at, match.end()) if match else None


def arabic_number(text: str, at: int) -> Number | None:
    """Read an Arabic numeral with magnitude and excess."""
    if ENDLESS.match(text, at):
        return None
    mixed = MIXED.match(text, at)
    if mixed:
        numeral = read_numeral(mixed[0])
        if numeral is not None:
            return Number(at, mixed.end(), mixed.end(), numeral.value, numeral.place)
    match = ARABIC.match(text, at)
    if match is None:
        return None
    digits = match[0].replace(" ", "").replace("·", ".")
    if "·" in match[0] and text[match.end() : match.end() + 1] not in "%‰万亿倍元个":
        return None
    value = Decimal(digits.replace(",", ""))
    exponent = value.as_tuple().exponent
    place = ONE.scaleb(exponent) if isinstance(exponent, int) else ONE
    return _with_tail(text, at, match.end(), value, place)


def _with_tail(text: str, at: int, end: int, value: Decimal, place: Decimal) -> Number:
    """Add magnitude and excess to a numeral that ends at `end`."""
    tail = TAIL.match(text, end)
    if tail is None:
        return Number(at, end, end, value, place)
    magnitude = (parse_number(tail["magnitude"]) if tail["magnitude"] else None) or ONE
    value, place = value * magnitude, place * magnitude
    num_end = tail.end("magnitude") if tail["magnitude"] else end
    plain = Number(at, tail.end(), num_end, value, place, magnitude=magnitude)
    if tail["before"] == "几":
        interval = Interval(value + magnitude, value + 9 * magnitude)
        return replace(plain, num_end=tail.end(), interval=interval, value=None, hedge="about")
    return _exceeded(plain, tail["before"], tail["behind"])


def _exceeded(number: Number, before: str | None, behind: str | None) -> Number:
    """Add 余, 多 or 来, which stood before or behind the magnitude."""
    excess = before or behind
    if not excess or number.value is None:
        return number
    step = step_of_excess(number.value, number.magnitude, behind=not before)
    return replace(number, hedge="about" if excess == "来" else "more", step=step)


def chinese_number(text: str, at: int, end: int) -> Number | None:
    """Read a Chinese numeral: plain, adjacent digits (三五), several (几十), bare (百余)."""
    written = text[at:end]
    adjacent = ADJACENT.fullmatch(written) if end - at > 1 else None
    if adjacent and _follow(adjacent["one"], adjacent["two"]):
        return _adjacent_number(at, end, adjacent)
    vague = not VAGUE.isdisjoint(written)
    match = SEVERAL.fullmatch(written) if vague else None
    if match:
        return _several_number(at, end, match)
    if vague or written in FINANCIAL:
        return None
    if end - at > 1 and MULTIPLIERS.isdisjoint(written):
        return None
    return _plain_number(text, at, end)


def _plain_number(text: str, at: int, end: int) -> Number | None:
    """Read 三百二十, 五千余, 百余; the excess is below the last magnitude."""
    written = text[at:end]
    numeral = read_numeral(written)
    if numeral is None or not numeral.value:
        return None
    number = _with_tail(text, at, end, numeral.value, numeral.place)
    last = parse_number(written[-1])
    if number.hedge and number.magnitude == ONE and written[-1] in "万亿千百" and last:
        number = replace(number, step=step_of_excess(numeral.value, last, behind=True))
    bare = written[0] in "百千万亿佰仟萬億"
    if LARGE.isdisjoint(written):
        return replace(number, bare=bare) if bare else number
    return replace(number, magnitude=MYRIAD, bare=bare)


def _follow(one: str, two: str) -> bool:
    """Tell whether two digits stand for a range: neighbours, or 三五."""
    low, high = parse_number(one), parse_number(two)
    return low is not None and high is not None and (high - low == 1 or one + two == "三五")


def _adjacent_number(at: int, end: int, match: re.Match[str]) -> Number:
    """Read 三五, 七八万, 四五十, 十五六."""
    scale = parse_number(match["rest"]) if match["rest"] else ONE
    lead = Decimal(10) if match["ten"] else Decimal(0)
    low = (lead + (parse_number(match["one"]) or 0)) * (scale or ONE)
    high = (lead + (parse_number(match["two"]) or 0)) * (scale or ONE)
    return Number(at, end, end, None, scale or ONE, Interval(low, high), "about")


def _several_number(at: int, end: int, match: re.Match[str]) -> Number | None:
    """Read 十几, 几十万, 数百, 二十几万; 几 and 数 alone are vague."""
    rest = parse_number(match["rest"]) if match["rest"] else ONE
    if rest is None or (match["lead"] is None and rest == 1):
        return None
    if match["lead"] is None:
        return Number(at, end, end, None, rest, several(rest), "about", magnitude=rest)
    lead = parse_number(match["lead"]) or ONE
    interval = Interval((lead + 1) * rest, (lead + 9) * rest)
    return Number(at, end, end, None, rest, interval, "about", magnitude=rest)
