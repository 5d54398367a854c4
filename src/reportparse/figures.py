"""Figures in running text: where a numeral, its magnitude, hedge and unit begin and end.

One pass over the view finds every place where a figure can begin; there the readers are asked
in order, blocks first, so that no digit of a date or a name is read as a figure. All offsets
are the view's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Final

from reportparse.blocking import block_at
from reportparse.cardinal import ONE, read_cardinal
from reportparse.counting import (
    is_age_group,
    is_class,
    is_quoted,
    is_threshold,
    opens_threshold,
    states_duration,
    states_length,
    verdict_on,
)
from reportparse.figure import TWO, Figure, Wording, doubled, is_negative, wording
from reportparse.interval import Interval
from reportparse.magnitude import (
    CHINESE,
    CHINESE_RUN,
    Number,
    arabic_number,
    chinese_number,
    number_at,
)
from reportparse.proportion import HALF, proportion_at
from reportparse.units import Unit, first_characters, load_units, noun_at, unit_at

#: — – - ~ ～ 至 到 between two figures
RANGE: Final = re.compile(r" ?(?:[-—–−~～―－]{1,2}|至|到|或(?=[0-9])) ?")
#: /亩, /立方米
PER: Final = re.compile(r"/[百千万亿]*")
#: Words behind a bare magnitude or excess that make it no quantity: 400亿级.
LABEL_AFTER: Final = "级强号版届线型系年月日时后点分秒代"
#: Verbs before a figure from which a change starts: 从28件提高到70件 is no range.
FROM: Final = re.compile(r"[从由自]$")
#: 没发生一起, 未出现1例, 无一例
ABSENT: Final = re.compile(r"(?:[没未无][一-龥]{0,4}|零)$")
#: What may stand behind a score; "" at the end of the text.
BEHIND_SCORE: Final = ("", *"，。、；）\n以的提增降升")
#: 七成五, 八成二以上, 三成半的; not 六成五保户, 七成一季度
HUNDREDTHS: Final = re.compile(r"[一二三四五六七八九半](?=[，。；、：）)”\n的左]|以[上下内]|$)")
#: 3年多, 两倍多, 六成出头
EXCESS: Final = re.compile("[多余]|出头")
#: Kinds of units behind which 多 is a part of one.
MEASURED: Final = ("duration", "money", "multiple")
HAN: Final = re.compile("[一-龥]")
FIVE: Final = Decimal(5)
TEN: Final = Decimal(10)
HUNDRED: Final = Decimal(100)
#: 24小时 before a word is a service, not a length of time: 24小时开放.
DAY_HOURS: Final = Decimal(24)
MYRIAD: Final = 10**4
BOUNDS: Final = ("at_least", "at_most")
VOLTAGES: Final = ("千伏", "伏", "kV")


def find_figures(text: str) -> Iterator[Figure]:
    """Yield every figure of the text from left to right, articles among them."""
    resume = 0
    for match in _starts().finditer(text):
        at = match.start()
        if at < resume:
            continue
        if text[at].isascii():
            block = block_at(text, at)
            if block is not None:
                resume = block.end
                continue
            figure = _arabic_figure(text, at)
        else:
            figure = _chinese_figure(text, at)
        if figure is None:
            resume = match.end()
            continue
        resume = figure.end
        yield figure if text[figure.at - 1 : figure.at] != "前" else _as_rank(figure)


def _as_rank(figure: Figure) -> Figure:
    """Read 前10名 and 前五位 as ranks."""
    return replace(figure, kind="rank") if figure.unit in ("位", "名", "强") else figure


@cache
def _starts() -> re.Pattern[str]:
    """Return the pattern of places where a figure can begin."""
    countable = {unit.text[0] for unit in load_units() if unit.chinese}
    followers = "".join(sorted(countable & set(first_characters())))
    small = f"[{CHINESE}]{{1,24}}(?=[余多来分{followers}])"
    large = f"[{CHINESE}]{{1,23}}[百千万亿](?=[{first_characters()}])"
    # The first look is at one character: most places of a text are passed over by it.
    return re.compile(f"(?=[0-9{CHINESE}])(?:[0-9]+|{HALF.pattern}|(?!点)(?:{small}|{large}))")


def _arabic_figure(text: str, at: int) -> Figure | None:
    """Read the figure whose numeral starts with the digit at `at`."""
    shaped, figure = proportion_at(text, at)
    if shaped:
        return figure
    number = arabic_number(text, at)
    if number is None or text[number.end : number.end + 1] == ".":
        return None
    return _figure(text, number)


def _chinese_figure(text: str, at: int) -> Figure | None:
    """Read the figure whose Chinese numeral begins at `at`."""
    shaped, figure = proportion_at(text, at)
    if shaped:
        return figure
    match = CHINESE_RUN.match(text, at)
    number = None if match is None else chinese_number(text, at, match.end())
    figure = None if number is None else _figure(text, number)
    if number is None or figure is None:
        return None
    if not figure.unit_text:
        return None if number.bare or number.magnitude < MYRIAD else figure
    return _counting(text, figure, number)


def _figure(text: str, number: Number) -> Figure | None:
    """Add range, unit and hedges to a number."""
    ranged = _range(text, number)
    if ranged is not None:
        return ranged
    unit = _unit_behind(text, number.end)
    if unit is None:
        return _without_unit(text, number)
    start = number.end + (text[number.end] == " ")
    return _with_unit(text, number, unit, start)


def _unit_behind(text: str, at: int) -> Unit | None:
    """Return the unit at `at`; a Latin one may stand behind a blank."""
    unit = unit_at(text, at)
    if unit is None and text[at : at + 1] == " ":
        unit = unit_at(text, at + 1)
        return unit if unit is not None and unit.text[0].isascii() else None
    return unit


def _with_unit(text: str, number: Number, unit: Unit, unit_start: int) -> Figure | None:
    """Build the figure of a number and its unit, with the hedges around them."""
    unit_end = unit_start + len(unit.text)
    end = _per_end(text, unit_end)
    per = text[unit_end + 1 : end]
    number, end = _excess_behind_unit(text, number, end, unit)
    number, end = _hundredths_behind_tenths(text, number, end, unit)
    if not _is_stated(text, number, end, unit):
        return None
    if unit.text == "成":
        number = _in_tenths(number)
    num_at, value = number.at, number.value
    if value is not None and is_negative(text, num_at, unit.canonical):
        num_at, value = num_at - 1, -value
    words = wording(text, (num_at, end), value, number)
    figure = Figure(
        words.at, words.end, num_at, number.num_end, value, words.interval, words.hedge,
        number.place, "%" if unit.text == "成" else unit.canonical, text[unit_start:unit_end],
        unit.kind, per, _is_article(text, words, number, unit, unit_end),
    )  # fmt: skip
    return doubled(text, figure) if unit.text == "番" else figure


def _in_tenths(number: Number) -> Number:
    """Turn 成 into per cent: 七成 is 70 %."""
    value = None if number.value is None else number.value * 10
    interval = None if number.interval is None else number.interval.scaled(TEN)
    return replace(number, value=value, interval=interval, place=number.place * 10)


def _per_end(text: str, unit_end: int) -> int:
    """Return where the denominator of a unit ends: 300元/亩, 0.6人/百亿元."""
    slash = PER.match(text, unit_end)
    below = None if slash is None else unit_at(text, slash.end())
    return unit_end if slash is None or below is None else slash.end() + len(below.text)


def _without_unit(text: str, number: Number) -> Figure | None:
    """Build a figure that has no unit: 惠及群众3.5万, 300多万各族群众; a bare number is none."""
    follower = text[number.end : number.end + 1]
    if follower in LABEL_AFTER and follower:
        return None
    if number.magnitude < MYRIAD and not number.hedge and not noun_at(text, number.end):
        return None
    words = wording(text, (number.at, number.end), number.value, number)
    return Figure(
        words.at, words.end, number.at, number.num_end, number.value, words.interval,
        words.hedge, number.place, article=is_quoted(text, words.at, words.end),
    )  # fmt: skip


def _range(text: str, first: Number) -> Figure | None:
    """Read a range of two figures whose unit, and magnitude, stand behind the second."""
    unit = unit_at(text, first.end)
    joint = RANGE.match(text, first.end if unit is None else first.end + len(unit.text))
    if joint is None or first.value is None or _is_change(text, first, joint):
        return None
    second = number_at(text, joint.end())
    closing = None if second is None else _unit_behind(text, second.end)
    if second is None or closing is None:
        return None
    if unit is not None and unit.canonical != closing.canonical:
        return None
    low = first.value * _shared(first, second, unit)
    return _ranged(text, replace(second, at=first.at), closing, low)


def _shared(first: Number, second: Number, unit: Unit | None) -> Decimal:
    """Return the magnitude that the first of 5-8万元 takes from the second."""
    return second.magnitude if unit is None and first.magnitude == 1 else ONE


def _is_change(text: str, first: Number, joint: re.Match[str]) -> bool:
    """Tell 从28件到70件 and 30余件到, which are no ranges."""
    if first.hedge:
        return True
    return joint[0].strip() in "至到" and bool(FROM.search(text[max(0, first.at - 1) : first.at]))


def _ranged(text: str, second: Number, unit: Unit, low: Decimal) -> Figure | None:
    """Build the figure of a range that ends with `second`."""
    if second.value is None or low >= second.value:
        return None
    figure = _with_unit(text, second, unit, second.end + (text[second.end] == " "))
    if figure is None:
        return None
    tenth = 10 if unit.text == "成" else 1
    interval = Interval(low * tenth, second.value * tenth)
    article = figure.article or (unit.text == "岁" and is_age_group(text, second.at))
    return replace(
        figure, value=None, interval=interval, hedge="range", num_end=second.num_end,
        article=article,
    )  # fmt: skip


def _counting(text: str, figure: Figure, number: Number) -> Figure | None:
    """Keep a Chinese figure that counts; mark articles; drop the rest."""
    if figure.kind == "multiple" and figure.at < figure.num_at:
        return figure
    unit = unit_at(text, number.end)
    if unit is None or _is_no_count(text, figure, number, unit):
        return None
    span = number.at, figure.end
    verdict = verdict_on(text, span, unit, TWO if number.value is None else number.value)
    if verdict == "nothing":
        return None
    if number.hedge or number.interval is not None:
        return figure
    return replace(figure, article=figure.article or verdict == "article")


def _is_no_count(text: str, figure: Figure, number: Number, unit: Unit) -> bool:
    """Tell 无一, 百亿产业, 三元路 and 三个月, which need more than a numeral to count."""
    if number.value == 1 and ABSENT.search(text[max(0, figure.num_at - 6) : figure.num_at]):
        return True
    if number.value is not None and _is_too_small(number.value, unit):
        return True
    if figure.kind == "duration":
        return not states_length(text, figure.at, figure.hedge)
    return number.bare and figure.hedge == "exact"


def _is_too_small(value: Decimal, unit: Unit) -> bool:
    """Tell 三级 and 三元, where small Chinese numerals belong to names."""
    if unit.kind == "money":
        return value < TEN
    return value < HUNDRED and not unit.chinese


def _is_article(text: str, words: Wording, number: Number, unit: Unit, unit_end: int) -> bool:
    """Tell names and classes (“15分钟生活圈”, 3000吨级, 亿元以上项目) from stated figures."""
    if unit.text in VOLTAGES or is_class(text, unit_end, unit) or is_class(text, words.end, unit):
        return True
    if unit.text == "小时" and number.value == DAY_HOURS and HAN.match(text, words.end):
        return True
    return _bounds_class(text, words, number, unit, unit_end) or is_quoted(
        text, words.at, words.end
    )


def _bounds_class(text: str, words: Wording, number: Number, unit: Unit, unit_end: int) -> bool:
    """Tell the bound of a class or of a group of ages: 亿元以上项目, 65岁及以上."""
    if unit.text == "岁":
        return words.hedge != "exact" and is_age_group(text, words.at)
    if not _is_bound(words, number, unit, unit_end):
        return False
    return is_threshold(text, words.end) or opens_threshold(text, words.at)


def _is_bound(words: Wording, number: Number, unit: Unit, unit_end: int) -> bool:
    """Tell figures that can bound a class: 2000万元以上, 60岁以下, 过亿元."""
    if number.bare and unit.kind == "money":
        return True
    return unit.kind != "percent" and words.end > unit_end and words.hedge in BOUNDS


def _excess_behind_unit(text: str, number: Number, end: int, unit: Unit) -> tuple[Number, int]:
    """Read 3年多, 两倍多, 六成出头: more by less than one unit."""
    excess = None if number.hedge else EXCESS.match(text, end)
    if excess and (unit.kind in MEASURED or unit.text == "成"):
        step = TEN if unit.text == "成" else ONE
        return replace(number, hedge="more", step=step), excess.end()
    return number, end


def _hundredths_behind_tenths(
    text: str, number: Number, end: int, unit: Unit
) -> tuple[Number, int]:
    """Read 七成五, 三成半: a digit behind 成 is a tenth of it."""
    digit = HUNDREDTHS.match(text, end) if unit.text == "成" else None
    if digit is None or number.value is None or number.hedge or number.interval is not None:
        return number, end
    share = FIVE if digit[0] == "半" else read_cardinal(digit[0])
    if share is None:
        return number, end
    return replace(number, value=number.value + share / 10, place=number.place / 10), end + 1


def _is_stated(text: str, number: Number, end: int, unit: Unit) -> bool:
    """Tell lengths of time and scores from dates and from other words with 分."""
    if unit.kind == "duration":
        return states_duration(text, number.at, end, unit)
    return unit.kind != "score" or _is_score(text, number, end)


def _is_score(text: str, number: Number, end: int) -> bool:
    """Tell a score (得分96.5分) by its decimals or by the punctuation behind it."""
    return number.place < 1 or text[end : end + 1] in BEHIND_SCORE
