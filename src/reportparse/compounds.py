"""Amounts of several units that are one figure: 5元6角, 12分36秒, 3小时20分, 2年6个月.

Each is told in the unit that it begins with, the smaller ones as parts of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from reportparse.cardinal import ONE
from reportparse.counting import is_quoted
from reportparse.figure import Figure, wording
from reportparse.magnitude import Number
from reportparse.numerals import parse_number

#: Digits that a smaller unit may begin with.
HAN: Final = "一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾"
#: 5, 十二, 壹拾壹
SMALL: Final = "(?:[0-9]{1,3}|[一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰]{1,5})"
#: 1,250, 12000, 三百二十
LARGE: Final = (
    "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12}"
    "|[零一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]{1,12})"
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Units that are told together, largest first; one of them may be left out."""

    pattern: re.Pattern[str]
    kind: str
    #: Group -> unit, and how many of it make one of the next larger.
    units: dict[str, tuple[str, int]]


SCALES: Final = (
    Scale(  # 5元6角 · 3元5角2分 · 八角五分
        re.compile(
            rf"(?:(?P<yuan>{LARGE})[元圆块]零?)?(?:(?P<jiao>{SMALL})角)?"
            rf"(?:零?(?P<fen>{SMALL})分(?![之别钟散数]))?"
        ),
        "money",
        {"yuan": ("元", 10), "jiao": ("角", 10), "fen": ("分", 10)},
    ),
    Scale(  # 3小时20分 · 12分36秒 · 1小时5分30秒
        re.compile(
            rf"(?:(?P<hour>{SMALL})个?小时零?)?(?:(?P<minute>{SMALL})分钟?零?)?"
            rf"(?:(?P<second>{SMALL})秒)?"
        ),
        "duration",
        {"hour": ("小时", 60), "minute": ("分钟", 60), "second": ("秒", 60)},
    ),
    Scale(  # 2年6个月 · 一年零三个月
        re.compile(rf"(?P<year>{SMALL})年(?:零|又)?(?P<month>{SMALL})个月(?!来)"),
        "duration",
        {"year": ("年", 12), "month": ("个月", 12)},
    ),
)
#: What each begins with: most figures are passed over by one look.
LEAD: Final = re.compile(rf"{LARGE}(?:[元圆块角分年]钟?(?=[零又0-9{HAN}])|个?小时)")
#: 上午9时12分36秒 is a time of day; 第2分36秒 a place in a recording.
CLOCK: Final = re.compile("(?:[0-9一二三四五六七八九十][时点:：]|第)$")


def compound_at(text: str, at: int) -> Figure | None:
    """Return the figure of two or more units that begins at `at`, if there is one.

    >>> compound_at("票价3元5角", 2).value
    Decimal('3.5')
    """
    if not LEAD.match(text, at) or CLOCK.search(text[max(0, at - 2) : at]):
        return None
    for scale in SCALES:
        match = scale.pattern.match(text, at)
        parts = () if match is None else _parts(match, scale)
        if match is not None and len(parts) > 1:
            return _figure(text, match, parts, scale.kind)
    return None


#: How many, of what unit, and how many of it make one of the first unit.
Part = tuple[Decimal, str, int]


def _parts(match: re.Match[str], scale: Scale) -> tuple[Part, ...]:
    """Return what of each unit is told; nothing where a smaller one is too large."""
    parts: list[Part] = []
    below = 1
    for name, (unit, size) in scale.units.items():
        below = below * size if parts else 1
        number = parse_number(match[name]) if match[name] else None
        if number is None:
            continue
        if parts and number >= size:
            return ()
        parts.append((number, unit, below))
    return tuple(parts)


def _figure(text: str, match: re.Match[str], parts: tuple[Part, ...], kind: str) -> Figure:
    """Add the parts up, in the unit of the first."""
    at, end = match.span()
    value = sum((number / below for number, _, below in parts), Decimal(0))
    place = ONE / parts[-1][2]
    words = wording(text, (at, end), value, Number(at, end, end, value, place))
    unit = parts[0][1]
    return Figure(
        words.at, words.end, at, end, value, words.interval, words.hedge, place,
        unit, unit, kind, article=is_quoted(text, words.at, words.end),
    )  # fmt: skip
