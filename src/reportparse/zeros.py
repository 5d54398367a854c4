"""Zero claims: what a report says did not happen, read as a quantity of value 0.

没发生一起 and 无一例 count with their measure word, 未发生重大事故 and 零上访 without one.
The nouns are data (`data/zeros.toml`); 零距离, 清零 and 零售 are none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from reportparse.cardinal import ONE
from reportparse.figure import Figure
from reportparse.interval import ZERO, Interval
from reportparse.units import unit_at

#: 没发生一起, 未出现一例, 无一例, 没有一名
NONE_OF: Final = re.compile(
    r"(?=[没未无])(?P<verb>(?:没有?|未曾?|无)(?:发生|出现|接到|收到|产生|造成|查处|新增|有)?(?:过|任何)?)(?P<one>[一1])(?=[起例件人名宗次户处个家])"
)
#: 安全事故零起, 投诉零件; not 零件 that are machined
ZERO_OF: Final = re.compile(
    r"零(?<=[\u4e00-\u9fff]零)(?:[起例宗]|(?<=[诉访报案]零)件)(?=[，。；、！\n]|\Z)"
)
#: 事故为零, 投诉降至零, 上访量为0; not 化整为零, 归零
AT_ZERO: Final = re.compile(
    r"(?:(?<=为)|(?<=[降减落少压归][至到])|(?<=保持))(?P<zero>[零0])(?=[，。；、！（）\n]|\Z)"
)
#: 化整为零 and 不为零 count nothing.
UNCOUNTED: Final = ("整为", "不为", "非为")
#: Verbs of happening that are denied: 未发生, 没有出现.
DENIED: Final = r"(?:未|没有?|从未|均未|未曾)(?:再)?(?:发生|出现|造成|引发|收到|接到|产生)(?:过)?"


#: 全年无安全事故, 辖区内无重大疫情; not 无证经营案件
NEVER: Final = (
    r"(?<=[年内间今来区域县市镇乡村场馆])无"
    r"(?![证照牌主名效物期人线一疑故因偿序端害论法声形废缝私穷奈障纸感接])"
)


def find_zeros(text: str) -> Iterator[Figure]:
    """Yield every zero claim of the text."""
    for match in NONE_OF.finditer(text):
        unit = unit_at(text, match.end())
        if unit is not None:
            end = match.end() + len(unit.text)
            yield _zero(match.start(), end, match.start("one"), match.end(), unit.text)
    for match in ZERO_OF.finditer(text):
        yield _zero(match.start(), match.end(), match.start(), match.start() + 1, match[0][1:])
    for match in AT_ZERO.finditer(text):
        if not text.startswith(UNCOUNTED, max(0, match.start() - 2)):
            yield _zero(match.start(), match.end(), match.start(), match.end(), "")
    for match in _patterns().finditer(text):
        yield _zero(match.start(), match.end(), match.start(), match.end(), "")


def _zero(at: int, end: int, num_at: int, num_end: int, unit: str) -> Figure:
    """Build a figure of value 0."""
    return Figure(at, end, num_at, num_end, ZERO, Interval.point(ZERO), "exact", ONE, unit, unit)


@cache
def _patterns() -> re.Pattern[str]:
    """Compile 零上访 and 未发生…事故."""
    data = files("reportparse").joinpath("data", "zeros.toml").read_text("utf-8")
    tables = tomllib.loads(data)
    nouns = "|".join(sorted(tables["nouns"], key=len, reverse=True))
    happenings = "|".join(sorted(tables["happenings"], key=len, reverse=True))
    return re.compile(
        rf"(?=[“\"零未没从均无])(?:(?<![归清为从])(?:[“\"])?零[”\"]?(?:{nouns})"
        rf"|{NEVER}(?=[^，。；！？\n]{{0,20}}?(?:{happenings})(?:发生|出现)?(?:[，。；！\n]|\Z))"
        rf"|{DENIED}(?![一1][起例件人名宗次户处个家])(?=[^，。；！？\n]{{0,24}}?(?:{happenings})))"
    )
